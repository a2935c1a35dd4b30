//! Follows the guides for authors: runs every command in them, checks its exit code and the output that the guide shows, and
//! edits the quiz of the tutorial as its reader does.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The quiz that a reader of the tutorial writes.
const TUTORIAL_QUIZ: &str = "sticking-door.json";

/// What a guide tells its reader to do.
enum Step {
    /// Run a command. It ends with an exit code and prints some lines.
    Run { command: String, exit_code: i32, lines: Vec<String> },
    /// Replace parts of the tutorial's quiz.
    Replace(String),
}

/// The steps of a guide. A line of a `console` block that starts with `$ ` is a command, and may end in `# exit N`. A `json` block
/// has parts of the tutorial's quiz.
fn steps(guide: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut block = "";
    for line in guide.lines() {
        if let Some(language) = line.strip_prefix("```") {
            block = language;
            if block == "json" {
                steps.push(Step::Replace(String::new()));
            }
            continue;
        }
        match (block, line.strip_prefix("$ "), steps.last_mut()) {
            ("console", Some(command), _) => {
                let (command, exit_code) = command.split_once(" # exit ").unwrap_or((command, "0"));
                let exit_code = exit_code.parse().expect("an exit code");
                steps.push(Step::Run { command: command.to_owned(), exit_code, lines: Vec::new() });
            }
            ("console", None, Some(Step::Run { lines, .. })) => lines.push(line.to_owned()),
            ("json", _, Some(Step::Replace(json))) => json.extend([line, "\n"]),
            ("", ..) => {}
            (block, ..) => panic!("a line of a `{block}` block that no step has: {line}"),
        }
    }
    steps
}

/// Replaces parts of a quiz file: outermost keys, or the question with the same id.
fn replace(quiz: &mut Value, json: &str) {
    let json = json.trim().trim_end_matches(',');
    if json.starts_with('{') {
        let new: Value = serde_json::from_str(json).expect("a question");
        let questions = quiz["questions"].as_array_mut().expect("questions");
        let old = questions.iter_mut().find(|it| it["id"] == new["id"]).expect("the old question");
        *old = new;
    } else {
        let new: Value = serde_json::from_str(&format!("{{{json}}}")).expect("keys of the quiz");
        for (key, value) in new.as_object().expect("keys") {
            quiz[key] = value.clone();
        }
    }
}

/// Takes every step of a guide, and returns the folder in which it was followed.
fn follow(name: &str, guide: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_which-cause"));
    let program_folder = program.parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [program_folder].into_iter().chain(std::env::split_paths(&path));
    let path = std::env::join_paths(folders).expect("a search path");
    for step in steps(guide) {
        match step {
            Step::Run { command, exit_code, lines } => {
                let output = Command::new("sh")
                    .args(["-c", &command])
                    .current_dir(&folder)
                    .env("PATH", &path)
                    .output();
                let output = output.expect("a shell");
                let printed = [output.stdout, output.stderr].concat();
                let printed = String::from_utf8_lossy(&printed);
                assert_eq!(output.status.code(), Some(exit_code), "{command}\n{printed}");
                for line in lines {
                    assert!(printed.contains(&line), "{command}\ndoes not print\n{line}\nbut\n{printed}");
                }
            }
            Step::Replace(json) => {
                let path = folder.join(TUTORIAL_QUIZ);
                let mut quiz =
                    serde_json::from_slice(&std::fs::read(&path).expect("the quiz")).expect("JSON");
                replace(&mut quiz, &json);
                std::fs::write(&path, format!("{quiz:#}\n")).expect("a file");
            }
        }
    }
    folder
}

/// `make tutorial-pictures` takes screenshots of the quiz that this leaves behind.
#[test]
fn the_tutorial_leads_to_a_fair_quiz_and_prints_what_it_shows() {
    let tutorial = include_str!("../../../docs/writing-a-quiz.md");
    assert!(steps(tutorial).len() >= 15);
    let folder = follow("tutorial", tutorial);
    let check = Command::new(env!("CARGO_BIN_EXE_which-cause"))
        .args(["check", "--strict", TUTORIAL_QUIZ])
        .current_dir(folder)
        .output()
        .expect("the command runs");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn the_guide_for_translations_prints_what_it_shows() {
    follow("translating", include_str!("../../../docs/translating-a-quiz.md"));
}

#[test]
fn the_guide_for_pictures_prints_what_it_shows() {
    follow("pictures", include_str!("../../../docs/adding-pictures.md"));
}

#[test]
fn the_page_about_fairness_prints_what_it_shows() {
    let page = include_str!("../../../docs/fairness.md");
    assert!(steps(page).len() >= 5);
    follow("fairness", page);
}

#[test]
fn the_commands_of_the_front_page_run() {
    let commands: Vec<String> = include_str!("../../../README.md")
        .lines()
        .filter(|line| line.starts_with("    which-cause "))
        .map(|line| format!("$ {}\n", line.trim_start()))
        .collect();
    assert!(commands.len() >= 4);
    follow("front-page", &format!("```console\n{}```\n", commands.concat()));
}
