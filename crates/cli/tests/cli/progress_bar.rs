//! The progress bar of long work.

use std::time::{Duration, Instant};

use crate::support::{TestFolder, large_quiz, run};

/// So many random readers take longer than the half second after which a bar comes.
const READERS: &str = "60000";

#[test]
fn pipe_gets_no_progress_bar() {
    let folder = TestFolder::new("progress-in-a-pipe");
    let quiz = folder.write("large.json", large_quiz());
    let start = Instant::now();
    let run = run(&["odds", "--readers", READERS, &quiz]);
    assert!(start.elapsed() > Duration::from_millis(800), "shorter work has no bar in any case");
    run.assert_exit_code(0);
    assert_eq!(run.stderr, "");
    assert!(!run.stdout.contains('\r'));
}

#[cfg(target_os = "linux")]
mod on_a_terminal {
    use std::process::{Command, Stdio};

    use super::READERS;
    use crate::support::{BREAD_PATH, PROGRAM, ROOT, TestFolder, large_quiz};

    /// Erases the line in a terminal.
    const ERASE_LINE: &str = "\r\u{1b}[2K";

    /// Runs a command on a terminal and gives everything that the terminal gets. `script` makes the terminal.
    fn run_on_a_terminal(command: &str) -> String {
        let output = Command::new("script")
            .args(["-qec", command, "/dev/null"])
            .current_dir(ROOT)
            .stdin(Stdio::null())
            .env("TERM", "xterm")
            .output()
            .expect("script, a program of util-linux");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    #[test]
    fn long_work_shows_a_bar_and_erases_it() {
        let folder = TestFolder::new("progress-bar");
        let quiz = folder.write("large.json", large_quiz());
        let output = run_on_a_terminal(&format!("{PROGRAM} odds --readers {READERS} {quiz}"));
        let (bar, report) = output.split_once("Random readers tick a box").expect("the report");
        assert!(bar.contains("asking random readers [=") && bar.ends_with(ERASE_LINE), "{bar:?}");
        assert!(!report.contains("asking random readers"), "{report:?}");
    }

    #[test]
    fn short_work_shows_no_bar() {
        let output = run_on_a_terminal(&format!("{PROGRAM} odds {BREAD_PATH}"));
        assert!(output.contains("one cause leads") && !output.contains('['), "{output:?}");
    }

    #[test]
    fn ctrl_c_erases_the_bar() {
        let folder = TestFolder::new("progress-interrupted");
        let quiz = folder.write("large.json", large_quiz());
        let output = run_on_a_terminal(&format!(
            "timeout --foreground --signal=INT 1.5 {PROGRAM} odds --readers 1000000000 {quiz}"
        ));
        assert!(output.contains("asking random readers ["), "{output:?}");
        assert!(output.trim_end().ends_with(ERASE_LINE.trim_start()), "{output:?}");
    }
}
