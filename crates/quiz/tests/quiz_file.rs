//! What an author is told about a quiz file that is wrong: everything, each with its place and what would be right.

mod support;

use serde_json::{Value, json};
use support::{FIVE_CAUSES, five_causes_but, lines};
use which_cause_quiz::read;

/// The lines an author gets for a change to the five-cause quiz.
fn told(change: impl FnOnce(&mut Value)) -> String {
    five_causes_but(change).map_or_else(|problems| lines(&problems), |_| String::new())
}

#[test]
fn the_shipped_quiz_is_right() {
    assert_eq!(told(|_| {}), "");
}

#[test]
fn every_problem_is_told_in_one_go_first_what_has_the_wrong_shape_and_then_what_makes_no_sense() {
    let told = told(|file| {
        file["titel"] = json!("A slip");
        file["title"] = json!(7);
        file["screens"][0]["level"] = json!("emergncy");
        file["questions"][3]["choices"][1]["points"] = json!({"postur": 2});
        file["questions"][0]["choices"][0]["points"] = json!({"posture": 10});
        file["causes"][2].as_object_mut().expect("a cause").remove("means");
    });
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "titel: unknown key; did you mean `title`?",
            "title: found a whole number; expected text",
            "screens[0].level: `emergncy` is not allowed here; expected `soon` or `urgent` or `emergency`",
            "questions[0].choices[0].points.posture: 10 is out of range; it must be from 1 to 9",
            "causes[2].means: missing; expected text",
            "questions[3].choices[1].points.postur: there is no cause `postur`; did you mean `posture`?",
        ]
    );
}

/// One slip and the line that tells of it.
macro_rules! slips {
    ($($name:ident: $change:expr => $line:expr;)*) => {$(
        #[test]
        fn $name() {
            let change: fn(&mut Value) = $change;
            let told = told(change);
            assert!(told.lines().any(|line| *line == *$line), "told was:\n{told}");
        }
    )*};
}

slips! {
    a_flag_nobody_declared: |file| file["questions"][0]["choices"][2]["flags"] = json!(["wide"])
        => "questions[0].choices[2].flags[0]: there is no flag `wide`";
    a_source_nobody_declared: |file| file["causes"][1]["sources"] = json!(["slate"])
        => "causes[1].sources[0]: there is no source `slate`; did you mean `slater`?";
    an_id_used_twice: |file| file["questions"][1]["id"] = json!("where")
        => "questions[1].id: `where` is already used; each question needs its own id";
    a_choice_id_used_twice: |file| file["questions"][0]["choices"][1]["id"] = json!("both")
        => "questions[0].choices[1].id: `both` is already used; each choice needs its own id";
    an_id_with_a_blank: |file| file["causes"][0]["id"] = json!("the body")
        => "causes[0].id: `the body` is not an id; an id is 1 to 64 of the characters a-z, 0-9, _ and -";
    a_question_without_choices: |file| file["questions"][4]["choices"] = json!([])
        => "questions[4].choices: found 0; there must be 2 to 64 choices";
    a_screen_nobody_can_leave: |file| _ = file["screens"][0]["choices"].as_array_mut().map(Vec::pop)
        => "screens[0].choices: a reader without any of these cannot continue; add an `exclusive` choice, like \"None of these\"";
    two_exclusive_choices: |file| file["questions"][3]["choices"][0] = json!({"id": "x", "text": "None", "exclusive": true})
        => "questions[3].choices[4].exclusive: a second exclusive choice; there can be only one";
    an_exclusive_choice_with_points: |file| file["questions"][3]["choices"][4]["points"] = json!({"weak": 1})
        => "questions[3].choices[4]: an exclusive choice means \"none of these\", so it cannot have points or flags";
    an_exclusive_choice_among_pick_one: |file| file["questions"][0]["choices"][0]["exclusive"] = json!(true)
        => "questions[0].choices[0].exclusive: in a pick-one question every choice excludes the others; remove `exclusive`";
    points_on_a_screen: |file| file["screens"][0]["choices"][0]["points"] = json!({"posture": 1})
        => "screens[0].choices[0].points: a choice of a screen cannot give points; only choices of questions can";
    a_stop_without_a_card: |file| _ = file["screens"][1].as_object_mut().map(|it| it.remove("card"))
        => "screens[1].card: missing, but required by a level that stops the quiz";
    screens_without_care: |file| _ = file.as_object_mut().map(|it| it.remove("care"))
        => "care: missing, but required by `screens`";
    a_blank_nobody_fills: |file| file["causes"][1]["means"] = json!("After {weeks} weeks")
        => "causes[1].means: unknown placeholder {weeks}; this text can contain `emergency_number` or `urgent_line` or `soon_after_weeks` or `course_name`";
    a_blank_in_the_wrong_template: |file| file["words"]["progress"] = json!("{n} of {of}")
        => "words.progress: unknown placeholder {of}; this text can contain `n` or `total`";
    a_template_without_its_blank: |file| file["verdicts"]["leads"]["heading"] = json!("Your answers lean")
        => "verdicts.leads.heading: the placeholder {label} is missing; this text must contain it";
    a_blank_whose_part_is_missing: |file| {
        file["also"]["text"] = json!("More in {course_name}");
        file.as_object_mut().map(|it| it.remove("course"));
    } => "also.text: the placeholder {course_name} needs `course`, which this file does not have";
    a_card_that_nothing_shows: |file| file["screens"][2]["card"] = file["screens"][1]["card"].clone()
        => "screens[2].card: a screen of level `soon` does not stop the quiz, so it has no card; its flags show `care.visit` in the result";
    a_link_that_is_no_link: |file| file["sources"][0]["url"] = json!("javascript:alert(1)")
        => "sources[0].url: `javascript:alert(1)` is not a web address; it must start with https:// or http://";
    drawings_at_an_address_that_is_none: |file| file["drawings"] = json!("data:application/json,{}")
        => "drawings: `data:application/json,{}` is not an address; it must be relative to this file, or start with https:// or http://";
    a_picture_without_drawings: |file| _ = file.as_object_mut().map(|it| it.remove("drawings"))
        => "drawings: missing, but required by a `picture`";
    a_picture_without_what_it_shows: |file| file["questions"][0]["picture"] = json!({"drawing": "back"})
        => "questions[0].picture.text: missing; expected text";
    a_drawing_called_by_no_id: |file| file["questions"][3]["choices"][0]["picture"] = json!("Ear forward")
        => "questions[3].choices[0].picture: `Ear forward` is not an id; an id is 1 to 64 of the characters a-z, 0-9, _ and -";
    a_thing_to_try_that_is_a_number: |file| file["causes"][1]["try_this"][0] = json!(1)
        => "causes[1].try_this[0]: found a whole number; expected text, or an object: a text and a picture";
    a_thing_to_try_that_says_nothing: |file| file["causes"][1]["try_this"][0] = json!({"picture": "walk"})
        => "causes[1].try_this[0].text: missing; expected text";
    a_number_nobody_can_dial: |file| file["care"]["emergency"]["regions"]["GB"]["number"] = json!("nine")
        => "care.emergency.regions.GB.number: `nine` is not a telephone number; it must be 1 to 20 digits, optionally after a +";
    a_region_in_small_letters: |file| file["care"]["urgent_line"]["regions"]["gb"] = json!({"say": "111"})
        => "care.urgent_line.regions.gb: not a region; it must be two capital letters of ISO 3166, like GB (not UK) or US";
    a_number_for_the_uk_that_no_reader_gets: |file| file["care"]["emergency"]["regions"]["UK"] = json!({"number": "999"})
        => "care.emergency.regions.UK: not a region; it must be two capital letters of ISO 3166, like GB (not UK) or US";
    a_language_that_is_none: |file| file["language"] = json!("English!")
        => "language: `English!` is not a language tag; it must be one of BCP 47, like en or pt-BR";
    an_empty_text: |file| file["questions"][0]["text"] = json!(" ")
        => "questions[0].text: a text of length 1; it must have 1 to 2000 characters, and not only spaces or invisible ones";
    a_text_too_long: |file| file["questions"][0]["text"] = json!("x".repeat(2_001))
        => "questions[0].text: a text of length 2001; it must have 1 to 2000 characters, and not only spaces or invisible ones";
    bands_out_of_order: |file| file["bands"][1]["from"] = json!(70)
        => "bands: each `from` must be lower than the one before, and the last must be 0";
    a_cause_nobody_could_get: |file| {
        for question in file["questions"].as_array_mut().expect("questions") {
            for choice in question["choices"].as_array_mut().expect("choices") {
                choice.get_mut("points").and_then(Value::as_object_mut).map(|points| points.remove("weak"));
            }
        }
    } => "causes[2]: no choice gives points to `weak`, so no reader can get it";
    a_single_cause: |file| file["causes"] = json!([file["causes"][0].clone()])
        => "causes: found 1; there must be 2 to 50 causes";
    a_threshold_out_of_range: |file| file["scoring"]["margin"] = json!(101)
        => "scoring.margin: 101 is out of range; it must be from 0 to 100";
    a_number_with_a_fraction: |file| file["scoring"]["margin"] = json!(1.5)
        => "scoring.margin: found a number with a fraction; expected a whole number";
    flags_on_a_screen: |file| file["screens"][0]["choices"][0]["flags"] = json!(["widespread"])
        => "screens[0].choices[0].flags: a choice of a screen is itself a flag; `flags` is for choices of questions";
    a_less_urgent_screen_before_a_more_urgent_one: |file| file["screens"].as_array_mut().expect("screens").swap(0, 1)
        => "screens[1].level: this screen is more urgent than the one before; put the most urgent first, so that no reader waits for it";
    a_brace_by_itself: |file| file["title"] = json!("Which {one")
        => "title: an unmatched { or }; braces are only for placeholders, like {name}";
    a_brace_in_a_plain_line: |file| file["course"]["name"] = json!("{course_name}")
        => "course.name: an unmatched { or }; braces are only for placeholders, like {name}";
    a_plain_line_of_spaces: |file| file["course"]["name"] = json!("  ")
        => "course.name: a text of length 2; it must have 1 to 200 characters, and not only spaces or invisible ones";
    a_character_that_turns_what_follows: |file| file["title"] = json!("Which \u{202e}one?")
        => "title: an invisible character, U+202E; remove it";
    a_control_character: |file| file["version"] = json!("0.1\u{7}")
        => "version: an invisible character, U+0007; remove it";
    a_link_with_a_hidden_character: |file| file["sources"][0]["url"] = json!("https://example.org/\u{feff}")
        => "sources[0].url: `https://example.org/\u{fffd}` is not a web address; it must start with https:// or http://";
    a_flag_named_twice: |file| {
        let flag = file["flags"][0]["id"].clone();
        file["questions"][0]["choices"][2]["flags"] = json!([flag, flag]);
    } => "questions[0].choices[2].flags[1]: `widespread` is listed twice; list it once";
    a_format_that_never_was: |file| file["format"] = json!(0)
        => "format: 0 is out of range; it must be 1";
    a_name_longer_than_a_line: |file| file["causes"][1]["sources"] = json!(["x".repeat(64), "y\n".repeat(100)])
        => &format!("causes[1].sources[1]: `{}…` is not an id; an id is 1 to 64 of the characters a-z, 0-9, _ and -", "y\u{fffd}".repeat(40));
    a_newer_format: |file| file["format"] = json!(2)
        => "format: written for format 2; this version reads format 1";
}

#[test]
fn a_newer_format_is_the_only_thing_told() {
    let told = told(|file| {
        file["format"] = json!(2);
        file["title"] = json!(7);
    });
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn a_key_that_stands_twice_is_told() {
    let file =
        FIVE_CAUSES.replacen("\"version\": \"0.1.0\",", "\"version\": \"0.1.0\", \"version\": \"0.2.0\",", 1);
    let problems = read(&file).expect_err("a problem");
    assert_eq!(lines(&problems), "version: this key appears twice; keep one");
}

#[test]
fn notes_of_the_authors_own_are_passed_over() {
    assert_eq!(told(|file| file["_note"] = json!(["for", "me"])), "");
    assert_eq!(told(|file| file["$schema"] = json!("./schema.json")), "");
    assert_eq!(told(|file| file["questions"][0]["choices"][0]["points"]["_why"] = json!("A fair sign.")), "");
    assert_eq!(told(|file| file["care"]["emergency"]["regions"]["_from"] = json!("The EENA.")), "");
}

#[test]
fn what_is_no_json_is_told_with_line_and_column() {
    let problems = read("{\n  \"format\": 1,\n}").expect_err("a problem");
    assert_eq!(lines(&problems), "not JSON at line 3 column 1: a comma after the last item; remove it");
    // Columns are characters, as an editor counts them.
    let problems = read("{\"títle\": \"äöü\" x}").expect_err("a problem");
    let line = "not JSON at line 1 column 17: words outside quotes; write a quote inside a text as \\\"";
    assert_eq!(lines(&problems), line);
    assert!(read(&format!("\u{feff}{FIVE_CAUSES}")).is_ok(), "a byte order mark is no part of the text");
}

#[test]
fn a_file_that_is_too_large_or_too_deep_is_refused_whole() {
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
fn a_quiz_about_nothing_urgent_needs_neither_screens_nor_care_nor_course() {
    let told = told(|file| {
        let file = file.as_object_mut().expect("an object");
        for part in ["screens", "care", "course", "also"] {
            file.remove(part);
        }
        file.insert("flags".to_owned(), json!([]));
        for part in ["causes", "questions", "verdicts"] {
            strip(file.get_mut(part).expect("a part"));
        }
    });
    assert_eq!(told, "");
}

/// Takes out what calls for care, and the placeholders that it fills.
fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.remove("flags");
            map.remove("doctor_first");
            map.values_mut().for_each(strip);
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        Value::String(text) => *text = text.replace("{soon_after_weeks}", "6 weeks"),
        _ => {}
    }
}

#[test]
fn whatever_part_is_of_the_wrong_kind_is_told_or_makes_a_quiz_that_can_be_taken() {
    let whole: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let mut places = Vec::new();
    walk(&whole, &mut String::new(), &mut places);
    assert!(places.len() > 800, "{}", places.len());
    for place in places.iter().filter(|place| !place.is_empty()) {
        for wrong in [json!(null), json!([]), json!({}), json!("\u{0}{"), json!(-1)] {
            let mut file = whole.clone();
            *file.pointer_mut(place).expect("it is there") = wrong.clone();
            match read(&file.to_string()) {
                Ok(quiz) => take_to_the_end(quiz),
                Err(problems) => assert!(!lines(&problems).is_empty(), "{place}"),
            }
        }
    }
}

#[test]
fn every_part_that_is_missing_is_told_or_may_be_missing() {
    let whole: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let mut places = Vec::new();
    walk(&whole, &mut String::new(), &mut places);
    let mut told = 0;
    for place in places.iter().filter(|place| !place.is_empty()) {
        let mut file = whole.clone();
        let (parent, key) = place.rsplit_once('/').expect("a place below another");
        match file.pointer_mut(parent).expect("it is there") {
            Value::Object(map) => _ = map.remove(key),
            Value::Array(list) => _ = list.remove(key.parse().expect("a number")),
            _ => unreachable!("it has parts"),
        }
        match read(&file.to_string()) {
            Ok(quiz) => take_to_the_end(quiz),
            Err(_) => told += 1,
        }
    }
    assert!(told > 400, "{told}");
}

#[test]
fn a_quiz_in_which_nothing_gives_points_is_told_for_every_cause() {
    let told = told(|file| {
        for question in file["questions"].as_array_mut().expect("questions") {
            for choice in question["choices"].as_array_mut().expect("choices") {
                choice.as_object_mut().map(|it| it.remove("points"));
            }
        }
    });
    assert_eq!(told.lines().filter(|line| line.contains("no choice gives points to")).count(), 5, "{told}");
}

#[test]
fn of_very_many_problems_the_first_hundred_are_told_and_how_many_more_there_are() {
    let told = told(|file| {
        let many = (0..5_000).map(|i| (format!("cause{i}"), json!(1))).collect::<serde_json::Map<_, _>>();
        file["questions"][0]["choices"][0]["points"] = Value::Object(many);
    });
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 101);
    assert_eq!(lines[100], "4900 more problems; fix the ones above first");
}

/// Answers everything with the first choice, and then everything with the last one.
fn take_to_the_end(quiz: which_cause_quiz::Quiz) {
    let quiz = std::sync::Arc::new(quiz);
    for last in [false, true] {
        let mut reader = support::Reader::of(&quiz).has_no_flags();
        for question in quiz.questions() {
            let choice = if last { question.choices.last() } else { question.choices.first() };
            reader = reader.picks(&[choice.expect("a choice").id.as_str()]).goes_on();
        }
        let outcome = reader.result();
        assert!(outcome.ranking.iter().all(|it| it.score <= 100 && it.raw <= it.max && it.max > 0));
    }
}

fn walk(value: &Value, at: &mut String, places: &mut Vec<String>) {
    places.push(at.clone());
    let length = at.len();
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(i, it)| (i.to_string(), it)).collect(),
        _ => Vec::new(),
    };
    for (key, child) in children {
        at.push('/');
        at.push_str(&key);
        walk(child, at, places);
        at.truncate(length);
    }
}

#[test]
fn what_authors_write_in_place_of_json_is_explained_and_not_met_with_expected_value() {
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
        for own in ["expected", "EOF", "must be a string"] {
            assert!(!problems.contains(own), "{json}: {problems}");
        }
    }
}

#[test]
fn a_text_of_characters_that_nobody_sees_is_an_empty_text() {
    for text in ["\u{200b}", "\u{200d}\u{2060} ", "\u{2800}", "\u{ad}", "\u{3164}"] {
        for (place, told) in [
            ("/title", told(|file| file["title"] = json!(text))),
            ("/version", told(|file| file["version"] = json!(text))),
        ] {
            assert!(told.ends_with("and not only spaces or invisible ones"), "{place} {text:?}: {told}");
        }
    }
    // A byte order mark or a turn of direction is a problem wherever it is.
    assert!(told(|file| file["title"] = json!("a\u{feff}")).contains("U+FEFF"));
}

#[test]
fn a_whole_number_may_be_written_with_a_point_or_an_exponent() {
    let with = |number: &str| {
        let text = FIVE_CAUSES.replacen("\"lead_from\": 30", &format!("\"lead_from\": {number}"), 1);
        assert!(FIVE_CAUSES.contains("\"lead_from\": 30"), "the number is there");
        read(&text).map(drop).map_err(|it| lines(&it))
    };
    for fine in ["30", "30.0", "3e1", "3.0E+1", "300e-1"] {
        assert_eq!(with(fine), Ok(()), "{fine}");
    }
    for (wrong, told) in [
        ("3.5", "found a number with a fraction; expected a whole number"),
        ("-0", "0 is out of range; it must be from 1 to 100"),
        ("1e2.5", "not JSON"),
        ("101.0", "101 is out of range"),
        ("1e300", "found a number that is far too large"),
        ("99999999999999999999", "found a number that is far too large"),
        ("1e400", "a number that is far too large"),
    ] {
        assert!(with(wrong).expect_err("a problem").contains(told), "{wrong}: {:?}", with(wrong));
    }
}
