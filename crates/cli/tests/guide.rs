//! Every command in `docs/writing-a-quiz.md` does what stands under it.

use std::path::PathBuf;
use std::process::Command;

/// One command of the guide, its exit code, and the lines that it must print.
struct Shown {
    command: String,
    exit: i32,
    lines: Vec<String>,
}

fn shown(guide: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in guide.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match line.strip_prefix("$ ") {
                Some(command) => {
                    let (command, exit) = command.split_once(" # exit ").unwrap_or((command, "0"));
                    let exit = exit.parse().expect("an exit code");
                    all.push(Shown { command: command.to_owned(), exit, lines: Vec::new() });
                }
                None => all.last_mut().expect("a command before its output").lines.push(line.to_owned()),
            },
        }
    }
    all
}

#[test]
fn every_command_of_the_guide_does_what_it_says() {
    let guide = include_str!("../../../docs/writing-a-quiz.md");
    let shown = shown(guide);
    assert!(shown.len() >= 15, "{}", shown.len());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let program = PathBuf::from(env!("CARGO_BIN_EXE_which-cause"));
    let programs = program.parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths([programs].into_iter().chain(std::env::split_paths(&path))).expect("a path");
    for Shown { command, exit, lines } in shown {
        let done = Command::new("sh")
            .args(["-c", &command])
            .current_dir(&folder)
            .env("PATH", &path)
            .output()
            .expect("a shell");
        let said =
            String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(exit), "{command}\n{said}");
        for line in lines {
            assert!(said.contains(&line), "{command}\ndoes not print\n{line}\nbut\n{said}");
        }
    }
}
