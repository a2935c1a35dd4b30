//! `which-cause check`: problems and findings of quiz files.

use std::process::{Command, Stdio};

use serde_json::json;

use crate::support::{
    BREAD, BREAD_PATH, KNOTS_PATH, PROGRAM, ROOT, Run, TestFolder, bread, knots, knots_with_misspelled_cause,
    quiz_with, run, tick_all_question,
};

#[test]
fn shipped_quizzes_have_no_problems() {
    let run = run(&["check", KNOTS_PATH, BREAD_PATH]);
    run.assert_exit_code(0);
    run.assert_prints("quizzes/dense-bread.json: 0 problems, 0 findings");
}

#[test]
fn strict_check_ends_in_1_if_there_are_findings() {
    run(&["check", "--strict", BREAD_PATH]).assert_exit_code(0);
    // Three of its sentences are hard to read. Every cause has a test case.
    let knots = run(&["check", "--strict", KNOTS_PATH]);
    knots.assert_exit_code(1);
    knots.assert_does_not_print("test case");
}

#[test]
fn problem_is_shown_with_its_line_and_a_caret() {
    let folder = TestFolder::new("caret");
    let run = run(&["check", &folder.write("quiz.json", knots_with_misspelled_cause())]);
    run.assert_exit_code(2);
    run.assert_prints(
        "questions[0].choices[0].points.postur: there is no cause `postur`; did you mean `posture`?",
    );
    let text = run.text();
    let lines: Vec<&str> = text.lines().collect();
    let shown = lines.iter().position(|line| line.contains("\"postur\": 2")).expect("the line of the file");
    let carets = lines[shown].chars().zip(lines[shown + 1].chars()).filter(|(_, mark)| *mark == '^');
    assert_eq!(carets.map(|(marked, _)| marked).collect::<String>(), "\"postur\"", "{text}");
}

#[test]
fn missing_comma_is_marked_in_its_own_line() {
    let folder = TestFolder::new("missing-comma");
    let quiz = BREAD.replacen("\"version\": \"1.0.0\",\n", "\"version\": \"1.0.0\"\n", 1);
    let run = run(&["check", &folder.write("quiz.json", quiz)]);
    run.assert_exit_code(2);
    run.assert_prints("not JSON at line 5 column 21: a comma is missing here");
    run.assert_prints("\n5 |   \"version\": \"1.0.0\"\n  |                     ^\n");
    run.assert_prints("1 problem,");
}

#[test]
fn mistakes_in_the_json_and_other_problems_are_reported_together() {
    let folder = TestFolder::new("together");
    let quiz = BREAD
        .replacen("\"kind\": \"all\",", "\"kind\": \"all\", // tick", 1)
        .replacen("\"title\": \"Why is my loaf so dense?\"", "\"title\": “Why is my loaf so dense?”", 1)
        .replacen("\"rushed\": 3", "\"rushd\": 3", 1)
        .replacen("\"crumb\": \"brick\"", "\"crumb\": \"brik\"", 1)
        .replacen("\"words\": {", "\"drawings\": \"gone.json\", \"words\": {", 1);
    let run = run(&["check", &folder.write("quiz.json", quiz)]);
    run.assert_exit_code(2);
    for line in [
        "line 7 column 12: a curly quote",
        "line 47 column 22: a comment",
        "questions[0].choices[0].points.rushd: there is no cause `rushd`; did you mean `rushed`?",
        "test_cases[0].answers.crumb: there is no choice `brik`; did you mean `brick`?",
        "drawings: no such file: ",
        "5 problems,",
    ] {
        run.assert_prints(line);
    }
}

#[test]
fn problem_of_a_text_in_curly_quotes_is_shown() {
    let folder = TestFolder::new("curly-quotes");
    let quiz = BREAD.replacen("\"start\": \"Start with the crumb\"", "“start”: “{n}”", 1);
    let run = run(&["check", &folder.write("quiz.json", quiz)]);
    run.assert_exit_code(2);
    run.assert_prints("intro.start: unknown placeholder {n}");
}

#[test]
fn old_name_of_a_cause_is_one_message_with_all_its_places() {
    let folder = TestFolder::new("renamed");
    let quiz = BREAD.replacen("\"id\": \"rushed\"", "\"id\": \"too-little-time\"", 1);
    let run = run(&["check", &folder.write("quiz.json", quiz)]);
    run.assert_exit_code(2);
    run.assert_prints(
        "there is no cause `rushed`; if it was renamed, write its new id: `too-little-time` (9 places)",
    );
    assert_eq!(run.text().matches("error:").count(), 1, "{}", run.text());
    assert_eq!(run.text().matches("^^^^^^^^").count(), 9, "{}", run.text());
}

#[test]
fn test_cases_belong_to_a_quiz_with_a_period_in_its_name() {
    let folder = TestFolder::new("period-in-name");
    let quiz = folder.write("bread.v2.json", BREAD);
    let cases = "{\"test_cases\": [{\"id\": \"x\", \"answers\": {\"crumb\": \"brik\"}, \"expect\": {}}]}";
    let cases = folder.write("bread.v2.test-cases.json", cases);
    let run = run(&["check", &quiz, &cases]);
    run.assert_exit_code(2);
    run.assert_prints("test_cases[0].answers.crumb: there is no choice `brik`; did you mean `brick`?");
}

#[test]
fn files_that_are_something_else_are_skipped() {
    let folder = TestFolder::new("passed-over");
    let paths = [
        folder.write("bread.json", BREAD),
        folder.write("quiz.schema.json", run(&["schema"]).stdout),
        folder.write("package.json", "{\"name\": \"my-site\", \"scripts\": {}}"),
        folder.write("list.json", "[1, 2]"),
        folder.write("reader.json", "{\"answers\": {\"crumb\": \"brick\"}}"),
        folder.write(
            "bread.test-cases.json",
            "{\"test_cases\": [{\"id\": \"x\", \"answers\": {\"crumb\": \"brik\"}, \"expect\": {}}]}",
        ),
        folder.write("other.test-cases.json", "{\"test_cases\": []}"),
    ];
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let all = run(&[&["check"], paths.as_slice()].concat());
    all.assert_exit_code(2);
    for line in [
        "bread.json: 0 problems, 0 findings",
        "quiz.schema.json: skipped: this is a JSON Schema",
        "package.json: skipped: this is not a quiz",
        "list.json: skipped: this is not a quiz",
        "reader.json: skipped: these are a reader's answers",
        "test_cases[0].answers.crumb: there is no choice `brik`; did you mean `brick`?",
        "bread.test-cases.json: 1 problem, 0 findings",
        "other.test-cases.json: skipped: these are test cases",
    ] {
        all.assert_prints(line);
    }
    run(&["check", paths[0], paths[1], paths[2]]).assert_exit_code(0);
    let json = run(&["check", "--json", paths[0], paths[1]]).json();
    assert_eq!(json["files"][1]["passed_over"], "this is a JSON Schema");
}

#[test]
fn file_that_is_checked_alone_is_never_skipped() {
    let folder = TestFolder::new("alone");
    let run = run(&["check", &folder.write("quiz.json", "{\"titel\": \"Why?\"}")]);
    run.assert_exit_code(2);
    run.assert_prints("titel: unknown key; did you mean `title`?");
    run.assert_prints("format: missing");
}

#[test]
fn output_has_no_colors_outside_a_terminal() {
    let folder = TestFolder::new("colors");
    run(&["check", &folder.write("quiz.json", knots_with_misspelled_cause())])
        .assert_does_not_print("\u{1b}");
}

#[test]
fn json_has_the_place_the_line_and_the_column_of_a_problem() {
    let folder = TestFolder::new("json");
    let mut quiz = knots();
    quiz["title"] = json!(7);
    let run = run(&["check", "--json", &folder.write("quiz.json", format!("{quiz:#}"))]);
    run.assert_exit_code(2);
    let problem = &run.json()["files"][0]["problems"][0];
    assert_eq!(problem["place"], "title");
    assert_eq!(problem["message"], "found a whole number; expected text");
    let number = |key: &str| usize::try_from(problem[key].as_u64().expect("a number")).expect("a small one");
    let text = folder.read("quiz.json");
    let line = text.lines().nth(number("line") - 1).expect("a line");
    assert!(line[number("column") - 1..].starts_with('7'), "{line}");
}

#[test]
fn check_reports_problems_in_test_cases() {
    let folder = TestFolder::new("test-case-problems");
    let mut quiz = bread();
    quiz["test_cases"][0]["answers"]["crumb"] = json!("brik");
    quiz["test_cases"][1]["expect"]["first"] = json!("rush");
    quiz["test_cases"][2]["safety"] = json!({"now": ["chest"]});
    quiz["test_cases"][3] = json!({"id": "x"});
    let run = run(&["check", &folder.write("quiz.json", quiz.to_string())]);
    run.assert_exit_code(2);
    for line in [
        "test_cases[0].answers.crumb: there is no choice `brik`; did you mean `brick`?",
        "test_cases[1].expect.first: there is no cause `rush`; did you mean `rushed`?",
        "test_cases[2].safety.now: there is no screen `now`",
        "test_cases[3].expect: missing; expected an object: the result that the reader must get",
    ] {
        run.assert_prints(line);
    }
}

#[test]
fn check_reports_every_file_even_when_one_cannot_be_read() {
    let folder = TestFolder::new("unreadable-file");
    let wrong = folder.write("quiz.json", knots_with_misspelled_cause());
    let text = run(&["check", "no-such-file.json", &wrong]);
    text.assert_exit_code(2);
    text.assert_prints("no such file: no-such-file.json");
    text.assert_prints("did you mean `posture`?");
    let json = run(&["check", "--json", "no-such-file.json", &wrong]).json();
    assert_eq!(json["files"][0]["problems"][0]["kind"], "unreadable");
    assert_eq!(json["files"][1]["problems"][0]["kind"], "unknown-id");
}

#[test]
fn notice_is_a_finding() {
    let folder = TestFolder::new("notice");
    let mut quiz = bread();
    quiz["notice"] = json!("Noch nicht geprüft.");
    let run = run(&["check", "--strict", &folder.write("quiz.json", quiz.to_string())]);
    run.assert_exit_code(1);
    run.assert_prints("notice: awaits review: Noch nicht geprüft.");
}

#[test]
fn quiz_of_long_lists_is_checked_without_random_readers() {
    // 6 questions of 16 boxes each have 2^96 sets of ticks.
    let folder = TestFolder::new("long-lists");
    let causes = ["a", "b", "c"];
    let question = |i: usize| {
        let points = (0..16).map(|j| json!({causes[(i + j) % 3]: 1 + j % 3}));
        let points: Vec<_> = points.chain([json!({})]).collect();
        let mut question = tick_all_question(&format!("q{i}"), &points);
        question["choices"][16]["exclusive"] = json!(true);
        question
    };
    let quiz = quiz_with(&causes, &(0..6).map(question).collect::<Vec<_>>());
    let path = folder.write("quiz.json", quiz);
    let check = run(&["check", &path]);
    check.assert_exit_code(0);
    check.assert_does_not_print("random readers");
    assert_eq!(run(&["odds", "--json", &path]).json()["method"]["exact"], true);
}

#[test]
fn closed_pipe_is_not_an_error() {
    let mut child = Command::new(PROGRAM)
        .args(["check", "--json", KNOTS_PATH])
        .current_dir(ROOT)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stdout.take());
    let run: Run = child.wait_with_output().expect("the command ends").into();
    run.assert_exit_code(0);
    assert_eq!(run.text(), "");
}
