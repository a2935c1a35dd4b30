//! Runs every command in the guides for authors and checks its exit code and the output that the guide shows.

use std::path::PathBuf;
use std::process::Command;

/// A command in the guide, its exit code, and lines that it must print.
struct Example {
    command: String,
    exit_code: i32,
    lines: Vec<String>,
}

/// The commands in the `console` blocks of a document. A command starts with `$ ` and may end in `# exit N`.
fn examples(document: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut in_block = false;
    for line in document.lines() {
        match line {
            "```console" => in_block = true,
            "```" => in_block = false,
            _ if !in_block => {}
            _ => match line.strip_prefix("$ ") {
                Some(command) => {
                    let (command, exit_code) = command.split_once(" # exit ").unwrap_or((command, "0"));
                    let exit_code = exit_code.parse().expect("an exit code");
                    examples.push(Example { command: command.to_owned(), exit_code, lines: Vec::new() });
                }
                None => examples.last_mut().expect("a command before its output").lines.push(line.to_owned()),
            },
        }
    }
    examples
}

#[test]
fn every_command_in_the_guide_prints_what_the_guide_shows() {
    run_examples("guide", include_str!("../../../docs/writing-a-quiz.md"), 15);
}

#[test]
fn every_command_on_the_page_about_fairness_prints_what_the_page_shows() {
    run_examples("fairness", include_str!("../../../docs/fairness.md"), 5);
}

/// Runs the commands of a document in a folder of their own.
fn run_examples(folder: &str, document: &str, least: usize) {
    let examples = examples(document);
    assert!(examples.len() >= least, "{}", examples.len());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let program = PathBuf::from(env!("CARGO_BIN_EXE_which-cause"));
    let program_folder = program.parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [program_folder].into_iter().chain(std::env::split_paths(&path));
    let path = std::env::join_paths(folders).expect("a search path");
    for Example { command, exit_code, lines } in examples {
        let output = Command::new("sh")
            .args(["-c", &command])
            .current_dir(&folder)
            .env("PATH", &path)
            .output()
            .expect("a shell");
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8_lossy(&printed);
        assert_eq!(output.status.code(), Some(exit_code), "{command}\n{printed}");
        for line in lines {
            assert!(printed.contains(&line), "{command}\ndoes not print\n{line}\nbut\n{printed}");
        }
    }
}
