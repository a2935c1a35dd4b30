//! Problems with the JSON of a file: syntax errors, its size, its numbers.

mod support;

use support::{FIVE_CAUSES, lines};
use which_cause_quiz::read;

#[test]
fn a_syntax_error_is_reported_with_line_and_column() {
    let problems = read("{\n  \"format\": 1,\n}").expect_err("a problem");
    assert_eq!(lines(&problems), "not JSON at line 3 column 1: a comma after the last item; remove it");
    // Columns are characters, as an editor counts them.
    let problems = read("{\"títle\": \"äöü\" x}").expect_err("a problem");
    let line = "not JSON at line 1 column 17: words outside quotes; write a quote inside a text as \\\"";
    assert_eq!(lines(&problems), line);
}

#[test]
fn a_byte_order_mark_is_ignored() {
    assert!(read(&format!("\u{feff}{FIVE_CAUSES}")).is_ok());
}

#[test]
fn a_file_that_is_too_large_or_too_deep_is_refused() {
    let large = format!("{FIVE_CAUSES}{}", " ".repeat(1 << 20));
    assert!(
        lines(&read(&large).expect_err("a problem"))
            .contains("the file is larger than 1048576 bytes, the most that is read")
    );
    let deep = "[".repeat(100_000);
    assert!(
        lines(&read(&deep).expect_err("a problem"))
            .starts_with("lists and objects are nested more than 128 deep at line 1")
    );
}

#[test]
fn common_syntax_errors_are_explained() {
    for (json, line) in [
        ("{\"a\": 1, // note\n}", "line 1 column 10: a comment"),
        ("{\"a\": /* note */ 1}", "line 1 column 7: a comment"),
        ("{\"a\": 1, # note\n}", "line 1 column 10: a comment"),
        ("{\"a\": 1} // note", "line 1 column 10: a comment"),
        ("{'a': 1}", "line 1 column 2: a single quote"),
        ("{\"a\": 'b'}", "line 1 column 7: a single quote"),
        ("{“a”: 1}", "line 1 column 2: a curly quote"),
        ("{\"a\": „b“}", "line 1 column 7: a curly quote"),
        ("{\"a\": \"b”, \"c\": 1}", "the text before this ends in a curly quote"),
        ("{\"a”: \"b\"}", "the text before this ends in a curly quote"),
        ("[1, 2, ]", "line 1 column 8: a comma after the last item"),
        ("{a: 1}", "line 1 column 2: a key without quotes; write \"a\""),
        ("{\"a\": NaN}", "`NaN` without quotes; JSON has no such number"),
        ("{\"a\": -Infinity}", "not a number in JSON"),
        ("{\"a\": True}", "`True` without quotes; write true"),
        ("{\"a\": undefined}", "`undefined` without quotes; remove the key"),
        ("{\"a\": hello}", "`hello` without quotes; put texts in double quotes"),
        ("{\"a\": 07}", "not a number in JSON"),
        ("{\"a\": +7}", "not a number in JSON"),
        ("{\"a\": 1e400}", "a number that is far too large"),
        ("{\"a\": \"b\nc\"}", "a line break or a tab inside a text"),
        ("{\"a\": \"C:\\q\"}", "an escape that JSON does not have"),
        ("{\"a\": \"\\ud800\"}", "an incomplete \\u"),
        ("{\"a\": 1 \"b\": 2}", "line 1 column 9: a comma is missing before this"),
        ("{\"a\" = 1}", "an equals sign"),
        ("{\"a\" 1}", "a colon is missing between a key and its value"),
        ("{\"a\": }", "a value is missing before this"),
        ("{\"a\": 1}{}", "extra text after the end of the object"),
        ("{\"a\": \"b", "the file ends inside a text"),
        ("{\"a\": [1", "the file ends inside a list"),
        ("{\"a\": 1", "the file ends inside an object"),
        ("{\u{a0}\"a\": 1}", "line 1 column 2: an invisible character, U+00A0"),
        ("{\"a\": 1, \u{200b}\"b\": 2}", "line 1 column 10: an invisible character, U+200B"),
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        (
            "<!doctype html><title>Log in</title>",
            "line 1 column 1: this is an HTML page, such as a login page",
        ),
        ("\n<html>", "this is an HTML page"),
        ("<?xml version=\"1.0\"?><svg/>", "this is an SVG file"),
        ("module.exports = {}", "`module` without quotes; a file contains one object in braces"),
        ("---\ntitle: a", "line 1 column"),
    ] {
        let problems = lines(&read(json).expect_err("a problem"));
        assert!(problems.starts_with("not JSON at ") && problems.contains(line), "{json}: {problems}");
        // No message of `serde_json` gets through to the author.
        for serde_words in ["expected", "EOF", "must be a string"] {
            assert!(!problems.contains(serde_words), "{json}: {problems}");
        }
    }
}

#[test]
fn a_whole_number_can_be_written_with_a_fraction_or_an_exponent() {
    let read_with = |number: &str| {
        assert!(FIVE_CAUSES.contains("\"lead_from\": 30"), "the file has the number");
        let text = FIVE_CAUSES.replacen("\"lead_from\": 30", &format!("\"lead_from\": {number}"), 1);
        read(&text).map(drop).map_err(|it| lines(&it))
    };
    for fine in ["30", "30.0", "3e1", "3.0E+1", "300e-1"] {
        assert_eq!(read_with(fine), Ok(()), "{fine}");
    }
    for (wrong, problem) in [
        ("3.5", "found a number with a fraction; expected a whole number"),
        ("-1.0", "-1 is out of range; it must be from 0 to 100000"),
        ("1e2.5", "not JSON"),
        ("101.0", "101 is out of range"),
        ("1e300", "found a number that is far too large"),
        ("99999999999999999999", "found a number that is far too large"),
        ("1e400", "a number that is far too large"),
    ] {
        let problems = read_with(wrong).expect_err("a problem");
        assert!(problems.contains(problem), "{wrong}: {problems}");
    }
}
