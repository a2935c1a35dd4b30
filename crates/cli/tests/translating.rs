//! Claims about `which-cause` for those who translate a quiz.

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const KNOTS: &str = "quizzes/upper-back-knots.json";
const BREAD: &str = include_str!("../../../quizzes/dense-bread.json");

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_which-cause"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("the command")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A folder of one test's own, with nothing in it.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("translating").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    // A quiz file is checked with the drawings that lie beside it.
    let drawings = "upper-back-knots.drawings.json";
    std::fs::copy(format!("../../quizzes/{drawings}"), folder.join(drawings)).expect("a copy");
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path.to_str().expect("a path").to_owned()
}

fn knots() -> Value {
    serde_json::from_str(support::FIVE_CAUSES).expect("JSON")
}

/// The findings about a quiz's numbers, by their places and kinds.
fn about_numbers(language: &str, weeks: Value) -> Vec<String> {
    // Of two quizzes the one whose odds are computed sooner.
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["care"] = knots()["care"].clone();
    quiz["language"] = json!(language);
    quiz["care"]["weeks"] = weeks;
    let path = write(&folder(&format!("weeks-{language}")), "quiz.json", &quiz.to_string());
    let output = run(&["check", "--json", &path]);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = told["files"][0]["findings"].as_array().expect("findings").clone();
    let of = findings.iter().filter(|it| it["place"].as_str().is_some_and(|it| it.starts_with("care.weeks")));
    of.map(|it| format!("{}: {}", it["place"], it["kind"]).replace('"', "")).collect()
}

#[test]
fn check_knows_the_forms_of_languages() {
    let all = ["zero", "one", "two", "few", "many", "other"];
    let forms =
        |which: &[&str]| Value::Object(which.iter().map(|it| ((*it).to_owned(), json!("{n}"))).collect());
    for (language, right) in [
        ("en", &["one", "other"][..]),
        ("de-AT", &["one", "other"]),
        ("ar", &all),
        ("cy", &all),
        ("ja", &["other"]),
        ("pl", &["one", "few", "many", "other"]),
        // Bounded millions alone are many in Spanish: the form may be there and may be left out.
        ("es", &["one", "other"]),
        ("es-MX", &["one", "many", "other"]),
    ] {
        let none: [String; 0] = [];
        assert_eq!(about_numbers(language, forms(right)), none, "{language}");
    }
    let missing = about_numbers("ar-EG", forms(&["one", "other"]));
    assert_eq!(missing, ["care.weeks: form-missing"; 4], "zero, two, few and many");
    assert_eq!(about_numbers("de", forms(&["one", "few", "other"])), ["care.weeks.few: form-never-used"]);
    let lost = about_numbers("lv", json!({"zero": "{n}", "one": "nedēļa", "other": "{n}"}));
    assert_eq!(lost, ["care.weeks.one: number-lost"], "1 and 21 are one in Latvian");
}

#[test]
fn in_the_terminal_numbers_have_the_form_of_the_language() {
    let mut quiz = knots();
    quiz["language"] = json!("ar");
    quiz["care"]["soon_after_weeks"] = json!(2);
    quiz["care"]["weeks"] = json!({"two": "TWO", "other": "{n}"});
    quiz["intro"]["lead"] = json!("After {soon_after_weeks}");
    let path = write(&folder("terminal"), "quiz.json", &quiz.to_string());
    assert!(said(&run(&["try", &path])).contains("After TWO"));
    assert!(said(&run(&["snippet", &path])).contains("<p>After TWO</p>"));
}

#[test]
fn a_notice_is_a_finding_and_stands_in_the_snippet() {
    let mut quiz = knots();
    quiz["notice"] = json!("Noch nicht geprüft.");
    let path = write(&folder("notice"), "quiz.json", &quiz.to_string());
    let output = run(&["check", "--strict", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("notice: awaits review: Noch nicht geprüft."), "{}", said(&output));
    let html = said(&run(&["snippet", &path]));
    let (audience, rest) = html.split_once("please talk to a parent").expect("for whom it is");
    assert!(audience.contains("<h2>") && rest.contains("<p>Noch nicht geprüft.</p>"), "{html}");
    assert!(!said(&run(&["snippet", KNOTS])).contains("geprüft"));
}

#[test]
fn a_snippet_has_the_labels_that_the_loader_does_not_have_by_itself() {
    let manifest: Value =
        serde_json::from_str(include_str!("../../../js/custom-elements.json")).expect("JSON");
    let attributes = manifest["modules"][0]["declarations"][0]["attributes"].as_array().expect("a list");
    let mut quiz = knots();
    for (key, attribute) in [("busy", "busy-label"), ("failed", "failed-label")] {
        let default = &attributes.iter().find(|it| it["name"] == attribute).expect("it is there")["default"];
        quiz["intro"][key] = default.clone();
    }
    let folder = folder("labels");
    let html = said(&run(&["snippet", &write(&folder, "same.json", &quiz.to_string())]));
    assert!(
        html.contains("start-label=") && !html.contains("busy-label=") && !html.contains("failed-label="),
        "{html}"
    );
    (quiz["intro"]["busy"], quiz["intro"]["failed"]) = (json!("Gleich …"), json!("\"Nichts\" <da>"));
    let html = said(&run(&["snippet", &write(&folder, "other.json", &quiz.to_string())]));
    let labels = "busy-label=\"Gleich …\" failed-label=\"&quot;Nichts&quot; &lt;da&gt;\">";
    assert!(html.contains(labels), "{html}");
}

#[test]
fn a_snippet_names_the_translations_beside_the_quiz_and_no_other_file() {
    let folder = folder("beside");
    let bread = write(&folder, "bread.json", BREAD);
    let in_language =
        |tag: &str| BREAD.replacen("\"language\": \"en\"", &format!("\"language\": \"{tag}\""), 1);
    for (name, text) in [
        ("bread.es.json", in_language("es")),
        ("bread.pt-BR.json", in_language("pt-BR")),
        // None of these is its translation.
        ("bread.test-cases.json", in_language("fr")),
        ("bread.fr.txt", in_language("fr")),
        ("cake.fr.json", in_language("fr")),
        ("bread.de.json", in_language("nl")),
        ("bread.it.json", "{}".to_owned()),
        ("bread.nl.json", in_language("nl").replacen("dense-bread", "other-bread", 1)),
    ] {
        write(&folder, name, &text);
    }
    let output = run(&["snippet", &bread]);
    let html = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        html.contains("<which-cause quiz=\"bread.json\" translations=\"es pt-BR\" start-label="),
        "{html}"
    );
    let told = String::from_utf8_lossy(&output.stderr);
    for line in [
        "bread.de.json is left out: its `language` is nl, but its name says de",
        "bread.it.json is left out: problems: ",
        "bread.nl.json is left out: it is a different quiz, `other-bread`",
    ] {
        assert!(told.contains(line), "{told}");
    }
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(
        !said(&run(&["snippet", KNOTS])).contains("translations="),
        "the widget knows those of its own quiz"
    );
}

#[test]
fn a_quiz_in_the_pseudo_language_is_a_translation_of_its_original() {
    let folder = folder("pseudo");
    for original in [KNOTS, "quizzes/dense-bread.json", "quizzes/starter.json"] {
        let output = run(&["pseudo", original]);
        assert!(output.status.success(), "{}", said(&output));
        let pseudo = write(&folder, "pseudo-of-a-longer-name.en-XA.json", &said(&output));
        let check = run(&["check", "--original", original, &pseudo]);
        assert_eq!(check.status.code(), Some(0), "{}", said(&check));
        assert!(
            said(&check).contains(&format!("(checked as a translation of {original})")),
            "{}",
            said(&check)
        );
    }
}

/// Every text of two files side by side, with the way there.
fn texts(one: &Value, other: &Value, at: &str, found: &mut Vec<(String, String, String)>) {
    match (one, other) {
        (Value::String(one), Value::String(other)) => found.push((at.to_owned(), one.clone(), other.clone())),
        (Value::Array(one), Value::Array(other)) => {
            assert_eq!(one.len(), other.len(), "{at}");
            one.iter().zip(other).for_each(|(one, other)| texts(one, other, &format!("{at}/"), found));
        }
        (Value::Object(one), Value::Object(other)) => {
            assert!(one.keys().eq(other.keys()), "{at}");
            one.iter().for_each(|(key, it)| texts(it, &other[key], &format!("{at}/{key}"), found));
        }
        _ => assert_eq!(one, other, "{at}"),
    }
}

#[test]
fn in_the_pseudo_language_every_text_is_longer_and_in_brackets_and_nothing_else_differs() {
    let mut quiz = knots();
    quiz["_note"] = json!("A note");
    quiz["title"] = json!("\"Quoted\"\u{2028}\\ {course_name} é");
    let path = write(&folder("texts"), "quiz.json", &quiz.to_string());
    let pseudo: Value = serde_json::from_slice(&run(&["pseudo", &path]).stdout).expect("JSON");
    assert_eq!(pseudo["language"], "en-XA");
    let mut found = Vec::new();
    texts(&quiz, &pseudo, "", &mut found);
    let (mut before, mut after, mut seen) = (0, 0, 0);
    for (at, original, pseudo) in &found {
        let key = at.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let id =
            ["id", "kind", "url", "number", "version", "$schema", "_note", "drawings", "drawing", "picture"]
                .contains(&key)
                || at.starts_with("/screens") && key == "level"
                || ["/safety_sources/", "/causes//sources/", "/verdicts/nothing/sources/"]
                    .contains(&at.as_str())
                || at.ends_with("choices//flags/")
                || key == "language";
        if id {
            assert!(key == "language" || original == pseudo, "{at}");
            continue;
        }
        // Who reviews a quiz reads its reasons in the author's language; that they are turned as well does no harm.
        seen += 1;
        before += original.chars().count();
        after += pseudo.chars().count();
        assert!(pseudo.starts_with('[') && pseudo.ends_with(']'), "{at}: {pseudo}");
        assert!(
            pseudo.is_ascii() != original.contains(|it: char| "aceinosuyé".contains(it.to_ascii_lowercase())),
            "{at}: {pseudo}"
        );
        let placeholders = |text: &str| -> Vec<String> {
            text.split('{').skip(1).map(|it| it.split('}').next().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!(placeholders(original), placeholders(pseudo), "{at}");
    }
    assert!(seen > 300, "{seen}");
    let longer = 100 * after / before;
    assert!((135..=160).contains(&longer), "{longer} % as long");
}

#[test]
fn a_text_that_has_no_room_for_more_stays_within_what_a_file_may_have() {
    let mut quiz = knots();
    quiz["title"] = json!("o".repeat(1_990));
    quiz["subtitle"] = json!("o".repeat(2_000));
    quiz["course"]["name"] = json!("e".repeat(199));
    let folder = folder("long");
    let path = write(&folder, "quiz.json", &quiz.to_string());
    let pseudo = write(&folder, "quiz.en-XA.json", &said(&run(&["pseudo", &path])));
    assert_eq!(run(&["check", &path, &pseudo]).status.code(), Some(0), "{}", said(&run(&["check", &pseudo])));
    let pseudo: Value =
        serde_json::from_str(&std::fs::read_to_string(pseudo).expect("a file")).expect("JSON");
    assert_eq!(pseudo["title"], json!(format!("[{}]", "ö".repeat(1_990))));
    assert_eq!(pseudo["subtitle"], quiz["subtitle"]);
}

#[test]
fn a_wrong_quiz_has_no_pseudo_language() {
    let path = write(
        &folder("wrong"),
        "quiz.json",
        &support::FIVE_CAUSES.replacen("\"posture\": 2", "\"postur\": 2", 1),
    );
    let output = run(&["pseudo", &path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        output.stdout.is_empty() && said(&output).contains("did you mean `posture`"),
        "{}",
        said(&output)
    );
}
