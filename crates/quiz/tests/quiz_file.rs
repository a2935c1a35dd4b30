//! Problems with a quiz file: every one is reported, with its path and what would be right.
//!
//! It is longer than most files, because two tables list all mistakes.

use crate::support::{FIVE_CAUSES, five_causes_but, lines};
use serde_json::{Value, json};
use which_cause_quiz::read;

/// The problems after a change to the five-cause quiz, a line each.
fn problems_after(change: impl FnOnce(&mut Value)) -> String {
    five_causes_but(change).map_or_else(|problems| lines(&problems), |_| String::new())
}

#[test]
fn the_shipped_quiz_is_valid() {
    assert_eq!(problems_after(|_| {}), "");
}

#[test]
fn all_problems_are_reported_at_once_wrong_types_first() {
    let problems = problems_after(|file| {
        file["titel"] = json!("A typing error");
        file["title"] = json!(7);
        file["screens"][0]["level"] = json!("emergncy");
        file["questions"][3]["choices"][1]["points"] = json!({"postur": 2});
        file["questions"][0]["choices"][0]["points"] = json!({"posture": 100});
        file["causes"][2].as_object_mut().expect("a cause").remove("means");
    });
    let lines: Vec<&str> = problems.lines().collect();
    assert_eq!(
        lines,
        [
            "titel: unknown key; did you mean `title`?",
            "title: found a whole number; expected text",
            "screens[0].level: `emergncy` is not allowed here; expected `soon` or `stop` or `urgent` or `emergency`; did you mean `emergency`?",
            "questions[0].choices[0].points.posture: 100 is out of range; it must be from -99 to 99",
            "causes[2].means: missing; expected text",
            "questions[3].choices[1].points.postur: there is no cause `postur`; did you mean `posture`?",
        ]
    );
}

/// One mistake, and the line of its problem.
macro_rules! mistakes {
    ($($name:ident: $change:expr => $line:expr;)*) => {$(
        #[test]
        fn $name() {
            let change: fn(&mut Value) = $change;
            let problems = problems_after(change);
            assert!(problems.lines().any(|line| *line == *$line), "problems:\n{problems}");
        }
    )*};
}

mistakes! {
    an_unknown_flag: |file| file["questions"][0]["choices"][2]["flags"] = json!(["wide"])
        => "questions[0].choices[2].flags[0]: there is no flag `wide`";
    an_unknown_source: |file| file["causes"][1]["sources"] = json!(["slate"])
        => "causes[1].sources[0]: there is no source `slate`; did you mean `slater`?";
    an_id_used_twice: |file| file["questions"][1]["id"] = json!("where")
        => "questions[1].id: `where` is already used; each question needs its own id";
    a_choice_id_used_twice: |file| file["questions"][0]["choices"][1]["id"] = json!("both")
        => "questions[0].choices[1].id: `both` is already used; each choice needs its own id";
    an_id_with_a_space: |file| file["causes"][0]["id"] = json!("the body")
        => "causes[0].id: `the body` is not an id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit; did you mean `the-body`?";
    a_question_without_choices: |file| file["questions"][4]["choices"] = json!([])
        => "questions[4].choices: there are none; there must be 2 to 64 choices";
    a_screen_without_an_exclusive_choice: |file| _ = file["screens"][0]["choices"].as_array_mut().map(Vec::pop)
        => "screens[0].choices: a reader without any of these cannot continue; add an `exclusive` choice, like \"None of these\"";
    two_exclusive_choices: |file| file["questions"][3]["choices"][0] = json!({"id": "x", "text": "None", "exclusive": true})
        => "questions[3].choices[4].exclusive: a second exclusive choice; there can be only one";
    an_exclusive_choice_with_points: |file| file["questions"][3]["choices"][4]["points"] = json!({"weak": 1})
        => "questions[3].choices[4]: an exclusive choice means \"none of these\", so it cannot have points or flags";
    points_on_a_screen: |file| file["screens"][0]["choices"][0]["points"] = json!({"posture": 1})
        => "screens[0].choices[0].points: a choice of a screen cannot give points; only choices of questions can";
    a_stop_without_a_card: |file| _ = file["screens"][1].as_object_mut().map(|it| it.remove("card"))
        => "screens[1].card: missing, but required by a level that stops the quiz";
    a_screen_of_level_soon_without_a_visit_card: |file| _ = file.as_object_mut().map(|it| it.remove("care"))
        => "care.visit: missing, but required by a screen of level `soon`";
    a_call_without_an_emergency_number: |file| _ = file["care"].as_object_mut().map(|it| it.remove("emergency"))
        => "care.emergency: missing, but required by a card with `call`";
    an_urgent_line_that_is_missing: |file| _ = file["care"].as_object_mut().map(|it| it.remove("urgent_line"))
        => "screens[1].card.body: the placeholder {urgent_line} needs `care.urgent_line`, which this file does not have";
    weeks_without_their_phrase: |file| _ = file["care"].as_object_mut().map(|it| it.remove("weeks"))
        => "screens[2].choices[0].text: the placeholder {soon_after_weeks} needs `care.weeks`, which this file does not have";
    an_unknown_placeholder: |file| file["causes"][1]["means"] = json!("After {weeks} weeks")
        => "causes[1].means: unknown placeholder {weeks}; this text can contain {emergency_number} or {urgent_line} or {soon_after_weeks} or {course_name}";
    a_placeholder_of_another_template: |file| file["words"]["progress"] = json!("{n} of {of}")
        => "words.progress: unknown placeholder {of}; this text can contain {n} or {total}";
    a_template_without_its_placeholder: |file| file["verdicts"]["leads"]["heading"] = json!("Your answers lean")
        => "verdicts.leads.heading: the placeholder {label} is missing; this text must contain it";
    a_placeholder_whose_part_is_missing: |file| {
        file["also"]["text"] = json!("More in {course_name}");
        file.as_object_mut().map(|it| it.remove("course"));
    } => "also.text: the placeholder {course_name} needs `course`, which this file does not have";
    a_card_on_a_screen_that_does_not_stop: |file| file["screens"][2]["card"] = file["screens"][1]["card"].clone()
        => "screens[2].card: a screen of level `soon` does not stop the quiz, so it has no card; its flags show `care.visit` in the result";
    a_name_with_its_ending: |file| file["questions"][3]["choices"][0]["picture"] = json!("img/Ear-forward.PNG")
        => "questions[3].choices[0].picture: `img/Ear-forward.PNG` is the name of a file, not an id; leave out its folder and its ending: `ear-forward`; or name a photo by `{\"photo\": …}`";
    an_id_without_a_character: |file| file["causes"][0]["id"] = json!("")
        => "causes[0].id: an empty id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit";
    an_id_that_would_be_a_note: |file| file["questions"][0]["id"] = json!("_Where")
        => "questions[0].id: `_Where` is not an id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit; did you mean `where`?";
    an_address_with_a_space: |file| file["sources"][0]["url"] = json!("https://example.org/a b")
        => "sources[0].url: `https://example.org/a b` is not a web address; an address has no spaces";
    a_number_in_quotes: |file| file["bands"][0]["from"] = json!("60")
        => "bands[0].from: found a number in quotes; expected a whole number";
    a_key_that_is_similar_to_none: |file| file["questions"][0]["remark"] = json!("Well.")
        => "questions[0].remark: unknown key; remove it, or let it start with _ if it is a note";
    a_link_that_is_not_a_web_address: |file| file["sources"][0]["url"] = json!("javascript:alert(1)")
        => "sources[0].url: `javascript:alert(1)` is not a web address; it must start with https:// or http://";
    a_link_in_a_text_that_is_not_a_web_address: |file| file["causes"][0]["means"] = json!("See [this](page.html).")
        => "causes[0].means: `page.html` is not a web address; it must start with https:// or http://";
    drawings_at_an_invalid_address: |file| file["drawings"] = json!("data:application/json,{}")
        => "drawings: `data:application/json,{}` is not an address; it must be relative to this file, or start with https:// or http://";
    drawings_at_an_address_with_a_space: |file| file["drawings"] = json!("my quiz.drawings.json")
        => "drawings: `my quiz.drawings.json` is not an address; an address has no spaces: write %20 for each";
    a_picture_without_drawings: |file| _ = file.as_object_mut().map(|it| it.remove("drawings"))
        => "drawings: missing, but required by a drawing";
    a_picture_without_a_text: |file| file["questions"][0]["picture"] = json!({"drawing": "back"})
        => "questions[0].picture.text: missing; expected text";
    a_picture_without_a_drawing: |file| file["questions"][0]["picture"] = json!({"text": "A back."})
        => "questions[0].picture.drawing: missing; expected the id of a drawing, or a `photo` in its place";
    a_picture_with_a_drawing_and_a_photo: |file| file["questions"][0]["picture"]["photo"] = json!("back.webp")
        => "questions[0].picture: found a `drawing` and a `photo`; expected one of them";
    a_picture_that_is_a_name: |file| file["questions"][0]["picture"] = json!("back")
        => "questions[0].picture: found text; expected an object: a picture";
    a_drawing_in_the_intro: |file| file["intro"]["picture"] = json!({"drawing": "back", "text": "A back."})
        => "intro.picture: found a `drawing`; expected a `photo`";
    a_drawing_beside_the_photo_of_the_intro: |file| {
        file["intro"]["picture"] = json!({"photo": "a.webp", "drawing": "back", "width": 3, "height": 3, "text": "A back."});
    } => "intro.picture.drawing: unknown key; remove it, or let it start with _ if it is a note";
    a_picture_of_the_intro_without_an_address: |file| {
        file["intro"]["picture"] = json!({"width": 3, "height": 3, "text": "A back."});
    } => "intro.picture.photo: missing; expected an address";
    a_photo_without_a_width: |file| file["questions"][0]["picture"] = json!({"photo": "a.webp", "height": 3, "text": "A back."})
        => "questions[0].picture.width: missing; expected a whole number";
    a_photo_of_a_choice_without_a_height: |file| {
        file["questions"][3]["choices"][0]["picture"] = json!({"photo": "a.webp", "width": 3});
    } => "questions[3].choices[0].picture.height: missing; expected a whole number";
    a_photo_at_an_invalid_address: |file| {
        file["questions"][0]["picture"] = json!({"photo": "data:image/png,a", "width": 3, "height": 3, "text": "A back."});
    } => "questions[0].picture.photo: `data:image/png,a` is not an address; it must be relative to this file, or start with https:// or http://";
    a_drawing_with_an_invalid_id: |file| file["questions"][3]["choices"][0]["picture"] = json!("Ear forward")
        => "questions[3].choices[0].picture: `Ear forward` is not an id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit; did you mean `ear-forward`?";
    a_suggestion_that_is_a_number: |file| file["causes"][1]["try_this"][0] = json!(1)
        => "causes[1].try_this[0]: found a whole number; expected text, or an object: a text and a picture";
    a_suggestion_without_a_text: |file| file["causes"][1]["try_this"][0] = json!({"picture": "walk"})
        => "causes[1].try_this[0].text: missing; expected text";
    a_telephone_number_with_letters: |file| file["care"]["emergency"]["regions"]["GB"]["number"] = json!("nine")
        => "care.emergency.regions.GB.number: `nine` is not a telephone number; it must be 1 to 20 of the digits 0 to 9, without spaces, optionally after a +";
    a_region_in_small_letters: |file| file["care"]["urgent_line"]["regions"]["gb"] = json!({"say": "111"})
        => "care.urgent_line.regions.gb: not a region; it must be two capital letters of ISO 3166, like GB (not UK) or US";
    the_region_uk_instead_of_gb: |file| file["care"]["emergency"]["regions"]["UK"] = json!({"number": "999"})
        => "care.emergency.regions.UK: not a region; it must be two capital letters of ISO 3166, like GB (not UK) or US";
    an_invalid_language_tag: |file| file["language"] = json!("English!")
        => "language: `English!` is not a language tag; it must be one of BCP 47 with hyphens, like en or pt-BR";
    an_empty_text: |file| file["questions"][0]["text"] = json!(" ")
        => "questions[0].text: a text of nothing but spaces or invisible characters; write one that a reader can see";
    a_text_too_long: |file| file["questions"][0]["text"] = json!("x".repeat(2_001))
        => "questions[0].text: too long by 1: 2001 characters; it must have at most 2000";
    bands_out_of_order: |file| file["bands"][1]["from"] = json!(70)
        => "bands: each `from` must be lower than the one before, and the last must be 0";
    a_cause_without_points: |file| {
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
    an_unmatched_brace: |file| file["title"] = json!("Which {one")
        => "title: an unmatched { or }; braces are only for placeholders, like {name}";
    a_brace_in_a_single_line: |file| file["course"]["name"] = json!("{course_name}")
        => "course.name: an unmatched { or }; braces are only for placeholders, like {name}";
    a_single_line_of_spaces: |file| file["course"]["name"] = json!("  ")
        => "course.name: a text of nothing but spaces or invisible characters; write one that a reader can see";
    a_direction_override: |file| file["title"] = json!("Which \u{202e}one?")
        => "title: an invisible character, U+202E; remove it";
    a_text_in_a_wrong_encoding: |file| file["title"] = json!("Gr\u{c3}\u{9f}e")
        => "title: a control character, U+009F, as in a text that was read in a wrong encoding; copy the text anew";
    a_control_character: |file| file["version"] = json!("0.1\u{7}")
        => "version: an invisible character, U+0007; remove it";
    a_link_with_a_hidden_character: |file| file["sources"][0]["url"] = json!("https://example.org/\u{feff}")
        => "sources[0].url: `https://example.org/\u{fffd}` is not a web address; it must start with https:// or http://";
    a_flag_listed_twice: |file| {
        let flag = file["flags"][0]["id"].clone();
        file["questions"][0]["choices"][2]["flags"] = json!([flag, flag]);
    } => "questions[0].choices[2].flags[1]: `widespread` is listed twice; list it once";
    an_unknown_old_format: |file| file["format"] = json!(0)
        => "format: 0 is out of range; it must be 1";
    an_invalid_id_of_many_characters: |file| file["causes"][1]["sources"] = json!(["x".repeat(64), "y\n".repeat(100)])
        => &format!("causes[1].sources[1]: `{}…` is not an id; expected an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit", "y\u{fffd}".repeat(40));
    a_newer_format: |file| file["format"] = json!(2)
        => "format: written for format 2; this version reads format 1";
}

/// One mistake, and all problems that it brings.
macro_rules! only_problems {
    ($($name:ident: $change:expr => $lines:expr;)*) => {$(
        #[test]
        fn $name() {
            let change: fn(&mut Value) = $change;
            assert_eq!(problems_after(change).lines().collect::<Vec<_>>(), $lines);
        }
    )*};
}

only_problems! {
    a_wrong_kind_does_not_forbid_its_exclusive_choice: |file| file["questions"][3]["kind"] = json!("multiple")
        => ["questions[3].kind: `multiple` is not allowed here; expected `one` or `all` or `scale`"];
    a_repeated_id_of_a_cause_does_not_make_points_unknown: |file| file["causes"][1]["id"] = json!("weak")
        => ["causes[2].id: `weak` is already used; each cause needs its own id"];
    missing_causes_do_not_make_all_points_unknown: |file| _ = file.as_object_mut().map(|it| it.remove("causes"))
        => ["causes: there are none; there must be 2 to 50 causes"];
    a_part_of_a_wrong_type_is_not_missing_as_well: |file| file["causes"] = json!({"weak": {}})
        => ["causes: found an object; expected a list in brackets, [ ]"];
    a_misspelled_key_is_not_missing_as_well: |file| {
        let causes = file.as_object_mut().and_then(|it| it.remove("causes"));
        file["cuases"] = causes.expect("causes");
        file["cuases"][0]["label"] = json!(7);
    } => [
        "cuases: unknown key; did you mean `causes`?",
        "cuases[0].label: found a whole number; expected text",
    ];
    a_misspelled_placeholder_is_not_missing_as_well: |file| file["verdicts"]["leads"]["heading"] = json!("{Label}")
        => ["verdicts.leads.heading: unknown placeholder {Label}; this text can contain {label}"];
    a_doubled_brace_is_one_problem: |file| file["verdicts"]["leads"]["heading"] = json!("{{label}}")
        => ["verdicts.leads.heading: an unmatched { or }; braces are only for placeholders, like {name}"];
    a_wrong_score_of_a_band_does_not_put_the_bands_out_of_order: |file| file["bands"][0]["from"] = json!("60")
        => ["bands[0].from: found a number in quotes; expected a whole number"];
    a_wrong_level_needs_no_visit_card: |file| {
        *file = crate::support::brakes();
        file["screens"][0]["level"] = json!("danger");
    } => ["screens[0].level: `danger` is not allowed here; expected `soon` or `stop` or `urgent` or `emergency`"];
}

#[test]
fn the_old_name_of_a_renamed_cause_leads_to_the_new_one() {
    let problems = problems_after(|file| file["causes"][2]["id"] = json!("too-little-strength"));
    let end = "there is no cause `weak`; if it was renamed, write its new id: `too-little-strength`";
    assert!(!problems.is_empty() && problems.lines().all(|line| line.ends_with(end)), "{problems}");
}

#[test]
fn a_list_in_place_of_the_quiz_is_the_only_problem() {
    let problems = read("[]").expect_err("a problem");
    assert_eq!(lines(&problems), "found a list; expected an object: the quiz");
}

#[test]
fn a_newer_format_is_the_only_problem() {
    let problems = problems_after(|file| {
        file["format"] = json!(2);
        file["title"] = json!(7);
    });
    assert_eq!(problems.lines().count(), 1, "{problems}");
}

#[test]
fn a_repeated_key_is_reported() {
    let file =
        FIVE_CAUSES.replacen("\"version\": \"0.1.0\",", "\"version\": \"0.1.0\", \"version\": \"0.2.0\",", 1);
    let problems = read(&file).expect_err("a problem");
    assert_eq!(lines(&problems), "version: this key appears twice; keep one");
}

#[test]
fn notes_are_ignored() {
    assert_eq!(problems_after(|file| file["_note"] = json!(["for", "me"])), "");
    assert_eq!(problems_after(|file| file["$schema"] = json!("./schema.json")), "");
    assert_eq!(
        problems_after(|file| file["questions"][0]["choices"][0]["points"]["_why"] = json!("A fair sign.")),
        ""
    );
    assert_eq!(problems_after(|file| file["care"]["emergency"]["regions"]["_from"] = json!("The EENA.")), "");
}

#[test]
fn a_quiz_about_nothing_urgent_needs_neither_screens_nor_care_nor_course() {
    let problems = problems_after(|file| {
        let file = file.as_object_mut().expect("an object");
        for part in ["screens", "care", "course", "also"] {
            file.remove(part);
        }
        file.insert("flags".to_owned(), json!([]));
        for part in ["causes", "questions", "verdicts"] {
            remove_care(file.get_mut(part).expect("a part"));
        }
    });
    assert_eq!(problems, "");
}

#[test]
fn a_stop_about_brakes_needs_a_card_and_nothing_medical() {
    let quiz = crate::support::checked(&crate::support::brakes());
    assert_eq!(quiz.care().map(|_| ()), None);
    assert_eq!(quiz.regions(), [] as [&str; 0]);
    let reader = crate::support::Reader::of(&quiz).picks(&["no-brakes"]).goes_on();
    assert_eq!(reader.is_at(), "stop stop");
}

#[test]
fn regions_count_only_if_a_text_or_a_button_depends_on_them() {
    let mut file = crate::support::brakes();
    file["care"] = json!({"emergency": {"number": "112", "regions": {"GB": {"number": "999"}}}});
    assert_eq!(crate::support::checked(&file).regions(), [] as [&str; 0]);
    file["screens"][0]["card"]["call"] = json!("Call");
    assert_eq!(crate::support::checked(&file).regions(), ["GB"]);
    file["screens"][0]["card"].as_object_mut().expect("a card").remove("call");
    file["screens"][0]["card"]["after"] = json!("Hurt? Call {emergency_number}.");
    assert_eq!(crate::support::checked(&file).regions(), ["GB"]);
}

#[test]
fn an_empty_care_is_no_problem_where_nothing_uses_it() {
    let mut file = crate::support::brakes();
    file["care"] = json!({});
    crate::support::checked(&file);
}

/// Removes everything that requires care, and the placeholders that it fills.
fn remove_care(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.remove("flags");
            map.remove("doctor_first");
            map.values_mut().for_each(remove_care);
        }
        Value::Array(list) => list.iter_mut().for_each(remove_care),
        Value::String(text) => *text = text.replace("{soon_after_weeks}", "6 weeks"),
        _ => {}
    }
}

#[test]
fn every_cause_without_points_is_reported() {
    let problems = problems_after(|file| {
        for question in file["questions"].as_array_mut().expect("questions") {
            for choice in question["choices"].as_array_mut().expect("choices") {
                choice.as_object_mut().map(|it| it.remove("points"));
            }
        }
    });
    assert_eq!(
        problems.lines().filter(|line| line.contains("no choice gives points to")).count(),
        5,
        "{problems}"
    );
}

#[test]
fn only_the_first_hundred_problems_are_reported() {
    let problems = problems_after(|file| {
        let many = (0..5_000).map(|i| (format!("cause{i}"), json!(1))).collect::<serde_json::Map<_, _>>();
        file["questions"][0]["choices"][0]["points"] = Value::Object(many);
    });
    let lines: Vec<&str> = problems.lines().collect();
    assert_eq!(lines.len(), 101);
    assert_eq!(lines[100], "4900 more problems; fix the ones above first");
}

#[test]
fn a_text_of_invisible_characters_is_empty() {
    for text in ["\u{200b}", "\u{200d}\u{2060} ", "\u{2800}", "\u{ad}", "\u{3164}"] {
        for (place, problems) in [
            ("/title", problems_after(|file| file["title"] = json!(text))),
            ("/version", problems_after(|file| file["version"] = json!(text))),
        ] {
            assert!(
                problems.contains("nothing but spaces or invisible characters"),
                "{place} {text:?}: {problems}"
            );
        }
    }
    // A byte order mark or a turn of direction is a problem wherever it is.
    assert!(problems_after(|file| file["title"] = json!("a\u{feff}")).contains("U+FEFF"));
}
