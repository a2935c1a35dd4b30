//! The help texts, the reference of the command, and the checks of option values.

use std::collections::BTreeSet;

use crate::support::{KNOTS_PATH, run};

const REFERENCE: &str = include_str!("../../../../docs/command.md");

/// The names of the subcommands, as the help lists them.
fn subcommands() -> Vec<String> {
    let help = run(&["--help"]).stdout;
    let list =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    list.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The long options in a text.
fn long_options<'t>(lines: impl Iterator<Item = &'t str>) -> BTreeSet<&'t str> {
    let words = lines.flat_map(|line| line.split(|c: char| !c.is_ascii_lowercase() && c != '-'));
    words.filter(|word| word.starts_with("--") && !word.ends_with('-')).collect()
}

/// The part of the reference about a subcommand: its section, or its row in the table of the others.
fn reference_of(subcommand: &str) -> &'static str {
    let section = REFERENCE.split("\n## ").find(|part| part.starts_with(&format!("`{subcommand}`\n")));
    let row = || {
        let is_named = |line: &&str| {
            line.strip_prefix("| `").and_then(|rest| rest.split(['`', ' ']).next()) == Some(subcommand)
        };
        REFERENCE.lines().find(is_named)
    };
    section.or_else(row).unwrap_or_else(|| panic!("docs/command.md has no `{subcommand}`"))
}

#[test]
fn every_command_has_help_with_an_example() {
    let subcommands = subcommands();
    assert!(subcommands.len() >= 12, "{subcommands:?}");
    for subcommand in subcommands.iter().filter(|it| *it != "help") {
        let help = run(&[subcommand, "--help"]);
        help.assert_prints(&format!("Usage: which-cause {subcommand}"));
        help.assert_prints("Example");
    }
}

#[test]
fn the_reference_names_the_options_of_every_subcommand_and_no_others() {
    for subcommand in subcommands() {
        let help = run(&[&subcommand, "--help"]).stdout;
        let mut options = long_options(help.lines().filter(|line| line.trim_start().starts_with('-')));
        // Both are described once, for all subcommands.
        options.retain(|option| !["--help", "--version"].contains(option));
        assert_eq!(long_options(reference_of(&subcommand).lines()), options, "{subcommand}");
    }
    let help = run(&["--help"]).stdout;
    for option in long_options(help.lines().filter(|line| line.trim_start().starts_with('-'))) {
        assert!(REFERENCE.contains(&format!("`{option}`")), "{option}");
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
