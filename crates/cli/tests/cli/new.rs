//! `which-cause new`: the quiz to start from.

use serde_json::{Value, json};

use crate::support::{TestFolder, run};

#[test]
fn new_quiz_has_no_problems_and_no_findings_and_passes_its_test_cases() {
    for start in ["plain", "safety", "pictures"] {
        let folder = TestFolder::new(&format!("new-{start}"));
        let path = folder.file("quiz.json");
        run(&["new", &path, "--start", start]).assert_exit_code(0);
        run(&["check", "--strict", &path]).assert_exit_code(0);
        run(&["test", &path]).assert_exit_code(0);
    }
}

#[test]
fn new_quiz_has_its_id_from_the_name_of_its_file() {
    let folder = TestFolder::new("new-id");
    for (name, id) in [
        ("My squeaky bike.json", "my-squeaky-bike"),
        ("früh_2.quiz.json", "fr-h_2-quiz"),
        ("自転車.json", "quiz"),
        ("_draft.json", "draft"),
        ("_ - _.json", "quiz"),
    ] {
        run(&["new", &folder.file(name)]).assert_exit_code(0);
        let quiz: Value = serde_json::from_str(&folder.read(name)).expect("JSON");
        assert_eq!(quiz["id"], id);
    }
}

#[test]
fn new_quiz_with_a_space_in_the_name_of_its_file_finds_its_drawings() {
    let folder = TestFolder::new("new-space");
    let path = folder.file("100% my quiz.json");
    run(&["new", &path, "--start", "pictures"]).assert_exit_code(0);
    run(&["check", "--strict", &path]).assert_exit_code(0);
}

#[test]
fn new_quiz_has_a_title() {
    let folder = TestFolder::new("new-title");
    for title in ["", " "] {
        let run = run(&["new", &folder.file("quiz.json"), "--title", title]);
        run.assert_exit_code(2);
        run.assert_prints("type a title");
    }
}

#[test]
fn options_answer_the_questions_of_new() {
    let folder = TestFolder::new("new-options");
    let path = folder.file("bike.json");
    let run_new = run(&[
        "new",
        &path,
        "--title",
        "Warum quietscht mein Rad?",
        "--language",
        "de-AT",
        "--start",
        "safety",
    ]);
    run_new.assert_exit_code(0);
    run_new.assert_does_not_print("words");
    let quiz: Value = serde_json::from_str(&folder.read("bike.json")).expect("JSON");
    assert_eq!((&quiz["title"], &quiz["language"]), (&json!("Warum quietscht mein Rad?"), &json!("de-AT")));
    assert_eq!(quiz["screens"][0]["id"], "eaten");
    let keys: Vec<String> = top_level_keys(&folder.read("bike.json"));
    let at = |key: &str| keys.iter().position(|it| it == key);
    assert!(at("intro") < at("care") && at("screens") < at("questions"), "{keys:?}");
    let finnish = folder.file("pyora.json");
    run(&["new", &finnish, "--language", "fi"]).assert_prints("the widget has no words in fi");
    run(&["check", &finnish]).assert_exit_code(0);
    run(&["new", &folder.file("x.json"), "--language", "no language"]).assert_exit_code(2);
}

/// The keys of the file itself, in its order.
fn top_level_keys(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("  \""));
    lines.filter_map(|line| line.split_once('"').map(|(key, _)| key.to_owned())).collect()
}

#[test]
fn new_does_not_overwrite_a_file() {
    let folder = TestFolder::new("new-exists");
    let run = run(&["new", &folder.write("quiz.json", "mine")]);
    run.assert_exit_code(2);
    run.assert_prints("this file already exists");
    assert_eq!(folder.read("quiz.json"), "mine");
}

#[test]
fn new_needs_a_file_name() {
    let run = run(&["new", "-"]);
    run.assert_exit_code(2);
    run.assert_prints("give a file name: `new` does not write to standard output");
}

#[cfg(target_os = "linux")]
#[test]
fn new_asks_on_a_terminal_until_it_understands() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use crate::support::PROGRAM;

    let folder = TestFolder::new("new-terminal");
    let path = folder.file("bike.json");
    // `script`, a program of util-linux, makes the terminal.
    let mut child = Command::new("script")
        .args(["-qec", &format!("{PROGRAM} new {path} --language de"), "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script");
    let answers = b"Warum quietscht mein Rad?\nsafe\nsafety\n";
    child.stdin.take().expect("standard input").write_all(answers).expect("a pipe");
    let output = child.wait_with_output().expect("the command ends");
    let output = String::from_utf8_lossy(&output.stdout);
    assert!(output.contains("Title [Why are my plant's leaves yellow?]: "), "{output}");
    assert!(!output.contains("Language"), "{output}");
    assert!(output.contains("type plain, safety or pictures"), "{output}");
    let quiz: Value = serde_json::from_str(&folder.read("bike.json")).expect("JSON");
    assert_eq!(quiz["title"], "Warum quietscht mein Rad?");
    assert_eq!(quiz["screens"][0]["id"], "eaten");
}
