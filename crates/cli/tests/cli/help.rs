//! The help texts and the checks of option values.

use crate::support::{KNOTS_PATH, run};

#[test]
fn every_command_has_help_with_an_example() {
    let overview = run(&["--help"]);
    let commands =
        ["check", "odds", "score", "test", "try", "snippet", "pseudo", "drawings", "schema", "new"];
    for command in commands {
        overview.assert_prints(&format!("\n  {command} "));
        let help = run(&[command, "--help"]);
        help.assert_prints(&format!("Usage: which-cause {command}"));
        help.assert_prints("Example");
    }
}

#[test]
fn unknown_command_ends_in_2() {
    let run = run(&["nonsense"]);
    run.assert_exit_code(2);
    run.assert_prints("unrecognized subcommand");
}

#[test]
fn chance_must_be_from_0_to_1() {
    let run = run(&["odds", "--tick", "2", KNOTS_PATH]);
    run.assert_exit_code(2);
    run.assert_prints("give a number from 0 to 1");
}

#[test]
fn address_must_be_on_the_web_or_relative_to_the_page() {
    for (option, wrong) in [
        ("--course", "javascript:alert(1)"),
        ("--course", " JavaScript:alert(1)"),
        ("--quiz-url", "data:application/json,{}"),
        ("--base", "file:///etc/"),
        ("--course", "java\nscript:alert(1)"),
    ] {
        let run = run(&["snippet", KNOTS_PATH, option, wrong]);
        run.assert_exit_code(2);
        assert_eq!(run.stdout, "", "{option} {wrong:?}");
    }
    for right in
        ["course.html", "/course?a=b:c", "https://example.org/", "//example.org/x", "HTTP://example.org"]
    {
        run(&["snippet", KNOTS_PATH, "--course", right]).assert_exit_code(0);
    }
}

#[test]
fn region_must_have_two_letters_and_uk_means_gb() {
    run(&["snippet", KNOTS_PATH, "--region", "Britain"]).assert_exit_code(2);
    run(&["snippet", KNOTS_PATH, "--region", "uk"]).assert_prints(" region=\"GB\"");
}
