//! Problems with the JSON of a file: syntax errors, its size, its numbers.

use crate::support::{FIVE_CAUSES, lines};
use which_cause_quiz::{ProblemKind, read, repair_json};

#[test]
fn a_syntax_error_is_reported_with_line_and_column() {
    let problems = read("{\n  \"format\": 1,\n}").expect_err("a problem");
    assert_eq!(lines(&problems), "not JSON at line 2 column 14: a comma after the last item; remove it");
    // Columns are characters, as an editor counts them.
    let problems = read("{\"títle\": \"äöü\" x}").expect_err("a problem");
    let line = "not JSON at line 1 column 15: a quote inside a text; write it as \\\"";
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
        ("{\"a\": \"b”, \"c\": 1}", "line 1 column 9: a curly quote"),
        ("{\"a”: \"b\"}", "line 1 column 4: a curly quote"),
        ("{\"a\": \"b”,\n\"c\": 1}", "line 1 column 9: a curly quote"),
        ("{\"a\": \"it’s so,\n\"c\": 1}", "line 1 column 7: this text has no closing \""),
        ("{\"a\": \"b \"c\" d\"}", "line 1 column 10: a quote inside a text"),
        ("{\"a\": \"b\"\", \"c\": 1}", "line 1 column 10: a second quote"),
        ("{\"a: \"b\"}", "line 1 column 2: this key has no closing \""),
        ("{\"a\": 1,, \"b\": 2}", "line 1 column 9: a comma too many"),
        ("[,1]", "line 1 column 2: a comma too many"),
        ("{\"a\": 1,5}", "line 1 column 8: a comma inside a number"),
        ("{\"a\": 1; \"b\": 2}", "line 1 column 8: a semicolon"),
        ("{\"a\": 6%}", "`%` does not belong here"),
        ("{\"a\": \"b\" + \"c\"}", "texts cannot be joined by a plus sign"),
        ("{<!-- b -->\"a\": 1}", "line 1 column 2: a comment"),
        ("```json\n{}\n```", "a code block in Markdown"),
        (
            "[{\"a\": 1,\n{\"a\": 2}]",
            "line 1 column 9: a } is missing before this: the object that starts in line 1",
        ),
        (
            "{\"a\": [1,\n\"b\": 2}",
            "line 2 column 1: a ] is missing before this key: the list that starts in line 1",
        ),
        ("{\"a\": [1}\n", "line 1 column 9: a ] is missing before this: the list that starts in line 1"),
        ("{\"a\": 1}}", "line 1 column 9: one bracket too many"),
        ("{\"a\": 1},\n\"b\": 2}", "line 1 column 8: this } closes the object of the whole file"),
        ("[1, 2, ]", "line 1 column 6: a comma after the last item"),
        ("{a: 1}", "line 1 column 2: a key without quotes; write \"a\""),
        ("{\"a\": NaN}", "`NaN` without quotes; JSON has no such number"),
        ("{\"a\": -Infinity}", "not a number in JSON"),
        ("{\"a\": True}", "`True` without quotes; write true"),
        ("{\"a\": undefined}", "`undefined` without quotes; remove the key"),
        ("{\"a\": hello}", "`hello` without quotes; put texts in double quotes"),
        ("{\"a\": 07}", "not a number in JSON"),
        ("{\"a\": +7}", "not a number in JSON"),
        ("{\"a\": 1e400}", "a number that is far too large"),
        ("{\"a\": \"b\nc\"}", "line 1 column 7: this text has no closing \" on its line"),
        ("{\"a\": \"b\tc\"}", "line 1 column 9: a tab inside a text"),
        ("{\"a\": \"C:\\q\"}", "an escape that JSON does not have"),
        ("{\"a\": \"\\ud800\"}", "an incomplete \\u"),
        ("{\"a\": 1 \"b\": 2}", "line 1 column 8: a comma is missing here"),
        ("{\"a\": 1\n  \"b\": 2}", "line 1 column 8: a comma is missing here"),
        ("{\"a\" = 1}", "an equals sign"),
        ("{\"a\" 1}", "line 1 column 5: a colon is missing here"),
        ("{\"a\": }", "a value is missing before this"),
        ("{\"a\": 1}{}", "extra text after the end of the object"),
        ("{\"a\": \"b", "the file ends inside this text"),
        ("{\"a\": [1", "the file ends, but the list that starts in line 1 is still open"),
        ("{\"a\": 1", "the file ends, but the object that starts in line 1 is still open"),
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
fn all_mistakes_of_a_file_that_is_not_json_are_found_at_once() {
    let json = "{\n“a”: 1, // one\n'b': [2, 3,],\n\"c\": \"it’s\"\n\"d\": True;\n\u{a0}\"e\": 5}";
    let repaired = repair_json(json);
    let curly = "a curly quote; put texts and keys in straight double quotes, \"like this\"";
    assert!(lines(&repaired.problems).starts_with(&format!("not JSON at line 2 column 1: {curly}\n")));
    let places: Vec<(usize, usize)> = repaired
        .problems
        .iter()
        .map(|problem| match problem.kind {
            ProblemKind::NotJson { line, column, .. } => (line, column),
            _ => panic!("{problem}"),
        })
        .collect();
    assert_eq!(places, [(2, 1), (2, 9), (3, 1), (3, 11), (4, 12), (5, 6)]);
    // Only what is certain is repaired: `True` is not.
    assert_eq!(repaired.text.len(), json.len());
    assert!(repaired.text.ends_with("\"c\": \"it’s\",\"d\": True;\n\u{a0}\"e\": 5}"), "{}", repaired.text);
}

#[test]
fn the_same_mistake_in_many_lines_is_one_problem() {
    let problems =
        repair_json("{\"a\": ‘1’,\n\"b\": ‘2’,\n\"c\": ‘3’,\n\"d\": ‘4’,\n\"e\": ‘5’,\n\"f\": ‘6’}").problems;
    assert!(
        lines(&problems).ends_with("\"like this\" (also in lines 2, 3, 4 and 2 more)"),
        "{}",
        lines(&problems)
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn json_has_nothing_to_repair() {
    let repaired = repair_json(FIVE_CAUSES);
    assert_eq!((repaired.text.as_str(), repaired.problems.as_slice()), (FIVE_CAUSES, &[][..]));
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
