//! Claims about `which-cause`, the author's command.

mod support;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Once;

use serde_json::{Value, json};

const KNOTS: &str = "quizzes/upper-back-knots.json";
const BREAD: &str = "quizzes/dense-bread.json";
/// The top of the repository: the tests run in the folder of their package.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const DRAWINGS: &str = "quizzes/upper-back-knots.drawings.json";
const COMMANDS: [&str; 10] =
    ["check", "odds", "score", "readers", "try", "snippet", "pseudo", "drawings", "schema", "new"];

fn run_with(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_which-cause"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    // A command that does not read what it is given closes the pipe, which is its right.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn run(arguments: &[&str]) -> Output {
    run_with(arguments, "")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", said(output)))
}

/// A file of the test's own. The drawings that the five-cause quiz names lie beside it.
fn file(name: &str, text: &str) -> String {
    static DRAWN: Once = Once::new();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    DRAWN.call_once(|| {
        let drawings = Path::new(DRAWINGS).file_name().expect("a name");
        std::fs::copy(Path::new(ROOT).join(DRAWINGS), folder.join(drawings)).expect("the drawings");
    });
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path.to_str().expect("a path").to_owned()
}

fn knots() -> Value {
    serde_json::from_str(support::FIVE_CAUSES).expect("JSON")
}

#[test]
fn every_command_has_help_with_an_example() {
    let help = said(&run(&["--help"]));
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command}")), "{help}");
        let help = said(&run(&[command, "--help"]));
        assert!(command == "schema" || help.contains("Usage: which-cause"), "{help}");
        assert!(help.contains(&format!("which-cause {command}")) && help.contains("Example"), "{help}");
    }
}

#[test]
fn the_shipped_quizzes_have_no_problem() {
    let output = run(&["check", KNOTS, BREAD]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("quizzes/dense-bread.json: 0 problems, 0 findings"));
    assert_eq!(run(&["check", "--strict", BREAD]).status.code(), Some(0));
    assert_eq!(
        run(&["check", "--strict", KNOTS]).status.code(),
        Some(1),
        "three sentences of it are hard to read"
    );
}

#[test]
fn a_problem_is_shown_with_its_line_a_caret_and_the_nearest_name() {
    let text = support::FIVE_CAUSES.replacen("\"posture\": 2", "\"postur\": 2", 1);
    let path = file("slip.json", &text);
    let output = run(&["check", &path]);
    assert_eq!(output.status.code(), Some(2));
    let said = said(&output);
    assert!(
        said.contains(
            "questions[0].choices[0].points.postur: there is no cause `postur`; did you mean `posture`?"
        ),
        "{said}"
    );
    let lines: Vec<&str> = said.lines().collect();
    let shown = lines.iter().position(|it| it.contains("\"postur\": 2")).expect("the line of the file");
    let caret = lines[shown + 1];
    let under: String =
        lines[shown].chars().zip(caret.chars()).filter(|(_, mark)| *mark == '^').map(|(it, _)| it).collect();
    assert_eq!(under, "\"postur\"", "{said}");
    assert!(!said.contains('\u{1b}'), "no colour where it is not a terminal");
}

#[test]
fn what_a_program_reads_has_places_lines_and_columns() {
    let mut quiz = knots();
    quiz["title"] = json!(7);
    let path = file("title.json", &format!("{quiz:#}"));
    let output = run(&["check", "--json", &path]);
    assert_eq!(output.status.code(), Some(2));
    let problem = json_of(&output)["files"][0]["problems"][0].clone();
    assert_eq!(problem["place"], "title");
    assert_eq!(problem["message"], "found a whole number; expected text");
    let number = |key: &str| usize::try_from(problem[key].as_u64().expect("a number")).expect("a small one");
    let text = std::fs::read_to_string(&path).expect("the file");
    let line = text.lines().nth(number("line") - 1).expect("a line");
    assert!(line[number("column") - 1..].starts_with('7'), "{line}");
}

#[test]
fn readers_in_a_quiz_file_are_checked_with_it() {
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../quizzes/dense-bread.json")).expect("JSON");
    quiz["readers"][0]["answers"]["crumb"] = json!("brik");
    quiz["readers"][1]["expect"]["first"] = json!("rush");
    quiz["readers"][2]["safety"] = json!({"now": ["chest"]});
    let path = file("readers.json", &quiz.to_string());
    let output = run(&["check", &path]);
    assert_eq!(output.status.code(), Some(2));
    for line in [
        "readers[0].answers.crumb: there is no choice `brik`; did you mean `brick`?",
        "readers[1].expect.first: there is no cause `rush`; did you mean `rushed`?",
        "readers[2].safety.now: there is no screen `now`",
    ] {
        assert!(said(&output).contains(line), "{}", said(&output));
    }
    quiz["readers"] = json!([{"id": "x"}]);
    let path = file("no-readers.json", &quiz.to_string());
    assert!(
        said(&run(&["check", &path]))
            .contains("readers[0].expect: missing; expected an object: the result that the reader must get")
    );
}

#[test]
fn a_translation_may_change_words_alone() {
    let mut quiz = knots();
    quiz["language"] = json!("de");
    quiz["title"] = json!("Welche Ursache ist deine?");
    let right = file("de.json", &quiz.to_string());
    assert_eq!(run(&["check", KNOTS, &right]).status.code(), Some(0));
    quiz["questions"][0]["choices"][0]["points"]["posture"] = json!(3);
    quiz["questions"][1]["choices"][1]["id"] = json!("bildschirm");
    quiz["scoring"]["margin"] = json!(10);
    quiz["screens"][0]["choices"].as_array_mut().expect("choices").remove(0);
    quiz.as_object_mut().expect("an object").remove("subtitle");
    quiz["care"]["emergency"]["number"] = json!("113");
    quiz["causes"][1]["try_this"] = json!(["Eins."]);
    quiz["questions"][0]["picture"]["drawing"] = json!("front-view");
    quiz["questions"][3]["choices"][0]["picture"] = json!("walk");
    quiz["causes"][2].as_object_mut().expect("a cause").remove("picture");
    quiz["drawings"] = json!("de.drawings.json");
    quiz["causes"][0]["sources"].as_array_mut().expect("sources").remove(0);
    let wrong = file("de-wrong.json", &quiz.to_string());
    let output = run(&["check", KNOTS, &wrong]);
    assert_eq!(output.status.code(), Some(2));
    for line in [
        "questions[0].choices[0].points: a translation must differ only in words; found `posture 3`, but the original has `posture 2`",
        "questions[1].choices[1].id: a translation must differ only in words; found `bildschirm`, but the original has `screen`",
        "scoring.margin: a translation must differ only in words; found `10`, but the original has `15`",
        "screens[0].choices: a translation must differ only in words; found nothing, but the original has `chest`",
        "subtitle: a translation must differ only in words; found nothing, but the original has `something`",
        "care.emergency.number: a translation must differ only in words; found `113`, but the original has `112`",
        "causes[1].try_this: a translation must differ only in words; found `texts: 1`, but the original has `texts: ",
        "causes[1].try_this[0].picture: a translation must differ only in words; found nothing, but the original has `screen-height`",
        "questions[0].picture.drawing: a translation must differ only in words; found `front-view`, but the original has `back`",
        "questions[3].choices[0].picture: a translation must differ only in words; found `walk`, but the original has `ear-forward`",
        "causes[2].picture.drawing: a translation must differ only in words; found nothing, but the original has `cause-weak`",
        "drawings: a translation must differ only in words; found `de.drawings.json`, but the original has `upper-back-knots.drawings.json`",
        "causes[0].sources: a translation must differ only in words; found `",
        "de-wrong.json: 13 problems, ",
        " (held to quizzes/upper-back-knots.json as its translation)",
    ] {
        assert!(said(&output).contains(line), "{}", said(&output));
    }
}

#[test]
fn what_cannot_be_read_is_told_and_ends_in_2() {
    for (arguments, told) in [
        (&["check", "no-such-file.json"][..], "no-such-file.json: No such file"),
        (&["score", KNOTS, "--answers", "no-such-file.json"], "no-such-file.json: No such file"),
        (&["odds", "--tick", "2", KNOTS], "a number from 0 to 1"),
        (&["nonsense"], "unrecognized subcommand"),
        (&["readers", KNOTS], "has no `readers`; give a file that has with --readers"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(told), "{}", said(&output));
    }
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("latin.json");
    std::fs::write(&path, b"{\"title\": \"caf\xe9\"}").expect("a file");
    let output = run(&["check", path.to_str().expect("a path")]);
    assert!(
        said(&output).contains("byte E9 at line 1 column 15; this seems to be windows-1252"),
        "{}",
        said(&output)
    );
    let output = run_with(&["check", "-"], &" ".repeat(2 << 20));
    assert!(
        said(&output).contains("the file is larger than 1048576 bytes, the most that is read"),
        "{}",
        said(&output)
    );
}

#[test]
fn the_score_keeps_its_contract() {
    let readers: Value =
        serde_json::from_str(include_str!("../../../quizzes/upper-back-knots.readers.json")).expect("JSON");
    for reader in readers["readers"].as_array().expect("readers") {
        let output = run_with(&["score", KNOTS, "--answers", "-"], &reader.to_string());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let result = json_of(&output);
        let keys: Vec<&String> = result.as_object().expect("an object").keys().collect();
        let mut wanted = ["verdict", "level", "soon", "course", "shown", "causes"];
        wanted.sort_unstable();
        assert_eq!(keys, wanted);
        let expect = &reader["expect"];
        assert_eq!(result["verdict"], expect["verdict"], "{}", reader["id"]);
        if result["verdict"] == "stopped" {
            assert_eq!(result["level"], expect["level"]);
            assert_eq!((&result["shown"], &result["causes"]), (&json!([]), &json!([])));
            continue;
        }
        assert_eq!(result["level"], json!(null));
        assert_eq!(
            (&result["soon"], &result["course"]),
            (&expect["visit"], &expect["course"]),
            "{}",
            reader["id"]
        );
        let causes = result["causes"].as_array().expect("causes");
        assert_eq!(causes.len(), 5);
        for cause in causes {
            let (raw, max, score) = (cause["raw"].as_u64(), cause["max"].as_u64(), cause["score"].as_u64());
            let (raw, max) = (raw.expect("raw"), max.expect("max"));
            assert_eq!(score, Some((200 * raw + max) / (2 * max)));
            let words = match score.expect("a score") {
                60.. => "many",
                35.. => "some",
                15.. => "few",
                _ => "hardly",
            };
            assert_eq!(cause["words"], words);
        }
    }
    // In the order that the contract names, for people who read it.
    let text = said(&run_with(&["score", KNOTS, "--answers", "-"], "{}"));
    let places: Vec<usize> = [
        "verdict",
        "level",
        "soon",
        "course",
        "shown",
        "causes",
        "\"id\"",
        "raw",
        "max",
        "\"score\"",
        "words",
    ]
    .iter()
    .map(|key| text.find(key).expect("the key"))
    .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn answers_that_the_quiz_does_not_know_are_told() {
    for (answers, told) in [
        (
            r#"{"answers": {"wher": "both"}}"#,
            "answers.wher: there is no question `wher`; did you mean `where`?",
        ),
        (r#"{"anwers": {}}"#, "anwers: unknown key; did you mean `answers`?"),
        (r#"{"answers": {"where": "bth"}}"#, "answers.where: there is no choice `bth`; did you mean `both`?"),
        (
            r#"{"safety": {"now": ["chst"]}}"#,
            "safety.now[0]: there is no choice `chst`; did you mean `chest`?",
        ),
        (r#"{"safety": {"nw": []}}"#, "safety.nw: there is no screen `nw`; did you mean `now`?"),
        (
            r#"{"answers": {"where": ["both", "middle"]}}"#,
            "answers.where: 2 choices; this question takes only one",
        ),
        (
            r#"{"answers": {"signs": ["none", "tired"]}}"#,
            "answers.signs[0]: an exclusive choice cannot be combined",
        ),
        (r#"{"answers": []}"#, "answers: found a list; expected an object"),
    ] {
        let output = run_with(&["score", KNOTS, "--answers", "-"], answers);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(told), "{}", said(&output));
    }
}

#[test]
fn odds_are_exact_and_add_up_in_what_a_program_reads() {
    let odds = json_of(&run(&["odds", "--json", "--tick", "0.5", KNOTS]));
    assert_eq!(odds["method"]["exact"], true);
    let sum = ["leads", "mixed", "nothing"]
        .iter()
        .map(|it| odds["verdicts"][it].as_f64().expect("a chance"))
        .sum::<f64>();
    assert!((sum - 1.0).abs() < 1e-9);
    assert_eq!(odds["causes"].as_array().map(Vec::len), Some(5));
    let text = said(&run(&["odds", KNOTS]));
    assert!(text.contains("Exact: convolved over"), "{text}");
}

#[test]
fn odds_that_are_estimated_say_so_and_how_close_they_are() {
    let causes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let points: Vec<Value> = causes.iter().map(|id| json!({*id: 9})).collect();
    // Four sums of points for each of twelve causes: four times as many vectors as are looked at.
    let questions: Vec<Value> = (0..3).map(|i| support::tick_all(&format!("q{i}"), &points)).collect();
    let path = file("large.json", &support::quiz_of(&causes, json!(questions)).to_string());
    let text = said(&run(&["odds", "--readers", "10000", &path]));
    assert!(text.contains("Estimated from 10000 random readers"), "{text}");
    assert!(text.contains("within 1.50 % of the true one"), "{text}");
}

#[test]
fn readers_who_get_what_they_must_not_end_in_1() {
    let output = run(&["readers", KNOTS, "--readers", "quizzes/upper-back-knots.readers.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../quizzes/dense-bread.json")).expect("JSON");
    quiz["readers"][0]["expect"]["first"] = json!("oven");
    let path = file("bread.json", &quiz.to_string());
    let output = run(&["readers", &path]);
    assert_eq!(output.status.code(), Some(1));
    for line in [
        "WRONG  old-packet",
        "the first cause should be oven but is tired",
        "6 of 7 readers got what they must",
    ] {
        assert!(said(&output).contains(line), "{}", said(&output));
    }
    assert_eq!(json_of(&run(&["readers", "--json", &path]))["wrong"], 1);
    quiz["readers"][1]["answers"]["crumb"] = json!("gumy");
    let output = run(&["readers", &file("bread.json", &quiz.to_string())]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("there is no choice `gumy`; did you mean `gummy`?"), "{}", said(&output));
}

#[test]
fn a_quiz_can_be_taken_in_the_terminal_with_back_skip_and_a_stop() {
    let output = run_with(&["try", "--region", "us", KNOTS], "4\nb\n11\n13\n\n6\nb\n6\n1\ns\nq\n");
    let said = said(&output);
    for line in [
        "Safety check 1 of 3",
        "Call 911 or go to the nearest emergency department now",
        "Somewhere else? Call the emergency number of the country you're in.",
        "Next, do any of these fit you?",
        "Tick all that fit, or tick “None of these” to go on.",
        "Question 1 of 11",
        "Question 2 of 11",
        "Question 3 of 11",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(!said.contains("lean toward"), "{said}");
}

/// HTML without the white space that has no meaning in it.
fn tight(html: &str) -> String {
    html.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("> <", "><")
        .replace("> ", ">")
        .replace(" <", "<")
}

#[test]
fn the_article_has_the_very_snippet_that_the_command_prints() {
    let article = include_str!("../../../index.html");
    let start = article.find("<script type=\"module\" src=\"which-cause.js\"").expect("the loader");
    let end = article.find("</which-cause>").expect("the element") + "</which-cause>".len();
    let snippet = said(&run(&["snippet", KNOTS, "--course", "course.html"]));
    assert_eq!(tight(&article[start..end]), tight(&snippet));
}

#[test]
fn the_page_of_the_frame_has_the_very_snippet_that_the_command_prints() {
    let page = include_str!("../../../js/frame/frame.html");
    let start = page.find("<script type=\"module\" src=\"which-cause.js\"").expect("the loader");
    let end = page.find("</which-cause>").expect("the element") + "</which-cause>".len();
    let snippet = said(&run(&["snippet", KNOTS, "--course", "course.html"]));
    assert_eq!(tight(&page[start..end]), tight(&snippet));
    let title = knots()["title"].as_str().expect("a title").to_owned();
    assert!(page.contains(&format!("<title>{title}</title>")), "it is called what the quiz is called");
}

#[test]
fn everything_in_a_snippet_is_escaped() {
    let mut quiz = knots();
    quiz["title"] = json!("<img src=x onerror=alert(1)> & \"so\"");
    quiz["intro"]["start"] = json!("\" onclick=\"alert(1)");
    let path = file("hostile.json", &quiz.to_string());
    let html = said(&run(&["snippet", &path, "--course", "https://example.org/?a=1&b=\"><script>"]));
    assert!(html.contains("<h2>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;</h2>"), "{html}");
    assert!(html.contains("start-label=\"&quot; onclick=&quot;alert(1)\""), "{html}");
    assert!(html.contains("course=\"https://example.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;\""), "{html}");
}

#[test]
fn with_a_base_the_loader_has_a_version_and_the_hash_of_the_build() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("built");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("which-cause.js"), "alert(1)").expect("a file");
    let dist = folder.to_str().expect("a path");
    let html = said(&run(&["snippet", KNOTS, "--base", "https://example.org/w", "--dist", dist]));
    let version = env!("CARGO_PKG_VERSION");
    // echo -n 'alert(1)' | openssl dgst -sha384 -binary | base64
    let hash = "HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW";
    let line = format!(
        "<script type=\"module\" src=\"https://example.org/w/which-cause.js?v={version}\" integrity=\"sha384-{hash}\" crossorigin=\"anonymous\"></script>"
    );
    assert!(html.starts_with(&line), "{html}");
    let output = run(&["snippet", KNOTS, "--base", "https://example.org/w", "--dist", "no-such-folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--base needs the build"), "{}", said(&output));
}

#[test]
fn a_new_quiz_is_right_and_fair_and_overwrites_nothing() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("new.json");
    let _ = std::fs::remove_file(&path);
    let path = path.to_str().expect("a path");
    assert_eq!(run(&["new", path]).status.code(), Some(0));
    let output = run(&["check", "--strict", path]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(run(&["readers", path]).status.code(), Some(0));
    let output = run(&["new", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("is there already"), "{}", said(&output));
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let slip = file("beside.json", &support::FIVE_CAUSES.replacen("\"posture\": 2", "\"postur\": 2", 1));
    let output = run(&["check", "no-such-file.json", &slip]);
    assert_eq!(output.status.code(), Some(2));
    for line in ["no-such-file.json: No such file", "did you mean `posture`?"] {
        assert!(said(&output).contains(line), "{}", said(&output));
    }
    let files = json_of(&run(&["check", "--json", "no-such-file.json", &slip]))["files"].clone();
    assert_eq!(files[0]["problems"][0]["kind"], "unreadable");
    assert_eq!(files[1]["problems"][0]["kind"], "unknown-id");
}

#[test]
fn the_original_of_a_translation_is_the_named_one_or_that_of_the_shortest_name() {
    let mut quiz = knots();
    quiz["language"] = json!("de");
    quiz["scoring"]["margin"] = json!(10);
    let other = file("a-longer-name-than-the-other.json", &quiz.to_string());
    let files = json_of(&run(&["check", "--json", &other, KNOTS]))["files"].clone();
    assert_eq!((&files[0]["original"], &files[1]["original"]), (&json!(KNOTS), &json!(null)));
    assert_eq!(files[0]["problems"][0]["kind"], "not-as-in-the-original");
    let files = json_of(&run(&["check", "--json", "--original", &other, KNOTS]))["files"].clone();
    assert_eq!((&files[0]["original"], &files[1]["original"]), (&json!(null), &json!(other)));
    assert_eq!(
        files[1]["problems"][0]["message"],
        "a translation must differ only in words; found `15`, but the original has `10`"
    );
}

#[test]
fn whoever_wants_no_more_of_what_is_printed_is_let_go_in_peace() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_which-cause"))
        .args(["check", "--json", KNOTS])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
}

#[test]
fn a_quiz_of_long_lists_is_checked_and_its_odds_are_exact() {
    // 12 questions of 16 boxes each: 2^192 sets of ticks.
    let causes = ["a", "b", "c"];
    let questions: Vec<Value> = (0..12)
        .map(|i| {
            let mut points: Vec<Value> = (0..16).map(|j| json!({causes[(i + j) % 3]: 1 + j % 3})).collect();
            points.push(json!({}));
            let mut question = support::tick_all(&format!("q{i}"), &points);
            question["choices"][16]["exclusive"] = json!(true);
            question
        })
        .collect();
    let path = file("long-lists.json", &support::quiz_of(&causes, json!(questions)).to_string());
    let output = run(&["check", &path]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!said(&output).contains("random readers"), "{}", said(&output));
    let odds = json_of(&run(&["odds", "--json", &path]));
    assert_eq!(odds["method"]["exact"], true);
}

#[test]
fn the_snippet_of_a_quiz_that_is_not_compiled_in_names_it() {
    let html = said(&run(&["snippet", BREAD]));
    assert!(html.contains("<which-cause quiz=\"dense-bread.json\" start-label="), "{html}");
    assert!(!said(&run(&["snippet", KNOTS])).contains("quiz=\""), "it is in the widget");
    let bread = std::fs::read_to_string(Path::new(ROOT).join(BREAD)).expect("the quiz");
    let output = run_with(&["snippet", "-"], &bread);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("say with --quiz-url"), "{}", said(&output));
    let mut arabic: Value = serde_json::from_str(&bread).expect("JSON");
    (arabic["language"], arabic["direction"]) = (json!("ar"), json!("rtl"));
    let arguments = ["snippet", "-", "--quiz-url", "/bread.ar.json", "--region", "eg"];
    let html = said(&run_with(&arguments, &arabic.to_string()));
    let tag = "<which-cause quiz=\"/bread.ar.json\" lang=\"ar\" dir=\"rtl\" region=\"EG\" start-label=";
    assert!(html.contains(tag), "{html}");
    let html = said(&run(&["snippet", KNOTS, "--region", "uk"]));
    assert!(html.contains(" region=\"GB\""), "{html}");
}

#[test]
fn a_snippet_takes_no_address_that_is_not_of_the_web() {
    for (option, wrong) in [
        ("--course", "javascript:alert(1)"),
        ("--course", " JavaScript:alert(1)"),
        ("--quiz-url", "data:application/json,{}"),
        ("--base", "file:///etc/"),
        ("--course", "java\nscript:alert(1)"),
        ("--region", "Britain"),
    ] {
        let output = run(&["snippet", KNOTS, option, wrong]);
        assert_eq!(output.status.code(), Some(2), "{option} {wrong:?}");
        assert!(output.stdout.is_empty());
    }
    for right in
        ["course.html", "/course?a=b:c", "https://example.org/", "//example.org/x", "HTTP://example.org"]
    {
        assert_eq!(run(&["snippet", KNOTS, "--course", right]).status.code(), Some(0), "{right}");
    }
}

#[test]
fn in_the_terminal_a_pick_one_question_takes_one_number_and_the_result_has_everything() {
    let readers: Value =
        serde_json::from_str(include_str!("../../../quizzes/dense-bread.json")).expect("JSON");
    assert!(readers["intro"]["lead"].is_string());
    let output = run_with(&["try", BREAD], "1 2\n1\ns\ns\ns\ns\ns\ns\ns\ns\ns\ns\n");
    let text = said(&output);
    assert!(text.contains("of this question one is picked: a single number"), "{text}");
    for key in ["title", "subtitle"] {
        assert!(text.contains(readers[key].as_str().expect("text")), "{key}: {text}");
    }
    assert!(text.contains(readers["words"]["bars_note"].as_str().expect("text")), "{text}");
    assert!(text.contains(readers["disclaimer"]["full"].as_str().expect("text")), "{text}");
}

#[test]
fn some_things_make_no_sense_and_are_told() {
    for (arguments, told) in [
        (&["score", "-", "--answers", "-"][..], "the quiz and the answers are one file"),
        (&["new", "-"], "`new` writes a file; give it a name"),
        (&["try", "-"], "the answers come from standard input"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(told), "{}", said(&output));
    }
}

#[test]
fn a_file_in_another_encoding_or_of_another_kind_is_named_for_what_it_is() {
    let utf16: Vec<u8> = "{\"format\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, told) in [
        ("utf16.json", utf16, "this seems to be UTF-16; save the file as UTF-8"),
        ("packed.json", vec![0x1f, 0x8b, 8, 0], "this is compressed (gzip); unpack it"),
        (
            "login.json",
            b"<!doctype html><title>Log in</title>".to_vec(),
            "this is an HTML page, such as a login page",
        ),
        ("empty.json", Vec::new(), "the file is empty"),
    ] {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).expect("a file");
        for command in ["check", "odds", "snippet"] {
            let output = run(&[command, path.to_str().expect("a path")]);
            assert_eq!(output.status.code(), Some(2), "{command} {name}");
            assert!(said(&output).contains(told) && said(&output).contains(name), "{}", said(&output));
        }
    }
    let marked = format!("\u{feff}{}", std::fs::read_to_string(Path::new(ROOT).join(BREAD)).expect("a quiz"));
    assert_eq!(run(&["check", &file("marked.json", &marked)]).status.code(), Some(0));
}

/// A quiz of 60 questions and 40 causes, which has too many answers to look at.
fn large_quiz() -> String {
    let mut quiz: Value =
        serde_json::from_str(&std::fs::read_to_string(Path::new(ROOT).join(BREAD)).expect("a quiz"))
            .expect("JSON");
    let like = quiz["causes"][0].clone();
    let cause = |i: usize| {
        let mut cause = like.clone();
        cause["id"] = json!(format!("c{i}"));
        cause["label"] = json!(format!("Cause {i}"));
        cause
    };
    quiz["causes"] = (0..40).map(cause).collect();
    let choice = |i: usize, j: usize| json!({"id": format!("p{j}"), "text": format!("Choice {j}"), "points": {format!("c{}", (i * 7 + j) % 40): 1 + j % 3}});
    let question = |i: usize| {
        let mut choices: Vec<Value> = (0..12).map(|j| choice(i, j)).collect();
        choices.push(json!({"id": "none", "text": "None of these", "exclusive": true}));
        json!({"id": format!("q{i}"), "kind": "all", "text": format!("Question {i}?"), "choices": choices})
    };
    quiz["questions"] = (0..60).map(question).collect();
    quiz["readers"] = json!([]);
    quiz.to_string()
}

#[test]
fn long_work_prints_no_progress_into_a_pipe() {
    let output = run(&["odds", "--readers", "200000", &file("large.json", &large_quiz())]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(!String::from_utf8_lossy(&output.stdout).contains('\r'));
}

#[cfg(target_os = "linux")]
#[test]
fn long_work_shows_a_bar_on_a_terminal_and_takes_it_away_also_where_it_is_interrupted() {
    let quiz = file("large-too.json", &large_quiz());
    // `script` runs a command on a terminal of its own and prints what the terminal gets.
    let on_a_terminal = |command: &str| {
        let output = Command::new("script")
            .args(["-qec", command, "/dev/null"])
            .stdin(Stdio::null())
            .env("TERM", "xterm")
            .output()
            .expect("script, of util-linux");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let command = env!("CARGO_BIN_EXE_which-cause");
    let long = on_a_terminal(&format!("{command} odds --readers 200000 {quiz}"));
    let (bar, report) = long.split_once("When of a pick-one").expect("the report");
    assert!(bar.contains("asking random readers [=") && bar.ends_with("\r\u{1b}[2K"), "{bar:?}");
    assert!(!report.contains("asking random readers"), "{report:?}");
    let short = on_a_terminal(&format!("{command} odds {BREAD}"));
    assert!(!short.contains('['), "{short:?}");
    let interrupted = on_a_terminal(&format!(
        "timeout --foreground --signal=INT 1.5 {command} odds --readers 1000000000 {quiz}"
    ));
    assert!(
        interrupted.contains("asking random readers [") && interrupted.trim_end().ends_with("\u{1b}[2K"),
        "{interrupted:?}"
    );
}
