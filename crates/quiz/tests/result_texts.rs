//! The texts of a result: the verdict's heading and lines, ties, sources, and the sheet for a visit.

use std::rc::Rc;

use crate::support::{Reader, checked, five_causes, quiz_of, tick_all};
use serde_json::{Value, json};
use which_cause_quiz::{Answers, Outcome, Placeholders, PlainDigits, Regions, Session};

/// The session of a reader of the five-cause quiz with these answers.
fn session(answers: &Value) -> Reader {
    let answers = Answers::read(&answers.to_string(), &five_causes()).expect("valid answers");
    Reader(answers.replay(five_causes()))
}

fn placeholders(session: &Session) -> Placeholders {
    session.quiz().placeholders(Regions::default(), Rc::new(PlainDigits))
}

fn heading_and_line(reader: &Reader) -> [String; 2] {
    let placeholders = placeholders(&reader.0);
    let outcome = reader.result();
    [outcome.heading(&placeholders), placeholders.render(outcome.line())]
}

fn posture() -> Reader {
    session(&json!({"answers": {
        "where": "both", "builds": "screen", "eases": "head_up", "side_view": ["ear", "roll"], "sitting": ["poke"],
        "wall": "no_touch", "training": "both_often"
    }}))
}

/// A reader who picks these choices of a quiz in which each choice gives 9 points to one cause.
fn tie(causes: &[&str], picks: &[&str]) -> Reader {
    let points: Vec<Value> = causes.iter().map(|id| json!({*id: 9})).collect();
    let mut file = quiz_of(causes, json!([tick_all("q", &points)]));
    for cause in file["causes"].as_array_mut().expect("causes") {
        cause["short_label"] = cause["id"].clone();
    }
    Reader::of(&checked(&file)).picks(picks).goes_on()
}

fn tie_lines(reader: &Reader) -> Vec<String> {
    reader.result().score_lines(&placeholders(&reader.0))
}

#[test]
fn the_heading_of_a_result_names_the_leading_cause() {
    let [heading, line] = heading_and_line(&posture());
    assert_eq!(heading, "Your answers lean toward: Head forward, shoulders rounded");
    assert!(line.starts_with("Think of this as a place to start looking"), "{line}");
}

#[test]
fn a_mixed_result_names_no_cause_and_says_whether_the_answers_are_spread() {
    let [heading, line] = heading_and_line(&tie(&["a", "b"], &["c0", "c1"]));
    assert_eq!(heading, "Your answers point to more than one thing");
    assert!(line.starts_with("That's very common."), "{line}");
    let [heading, line] = heading_and_line(&tie(&["a", "b", "c", "d"], &["c0", "c1", "c2", "c3"]));
    assert_eq!(heading, "Your answers point to more than one thing");
    assert!(line.starts_with("Your answers are spread widely"), "{line}");
}

#[test]
fn a_result_without_answers_says_that_nothing_stands_out() {
    let [heading, line] = heading_and_line(&session(&json!({"answers": {}})));
    assert_eq!(heading, "Nothing stands out");
    assert!(line.starts_with("Your answers don't lean toward any of the five."), "{line}");
}

#[test]
fn a_tie_is_named_in_words() {
    assert_eq!(tie_lines(&posture()), [] as [&str; 0]);
    assert_eq!(tie_lines(&tie(&["a", "b"], &["c0", "c1"])), ["These two are level."]);
    assert_eq!(tie_lines(&tie(&["a", "b", "c"], &["c0", "c1", "c2"])), ["Level with each other: a, b, c."]);
    // Four are tied and three are shown: the line names all four.
    let four = tie(&["a", "b", "c", "d"], &["c0", "c1", "c2", "c3"]);
    assert_eq!(tie_lines(&four), ["Level with each other: a, b, c, d."]);
}

/// The ids of the sources of a result.
fn sources(outcome: &Outcome<'_>) -> Vec<String> {
    outcome.sources().iter().map(|source| source.id.to_string()).collect()
}

#[test]
fn a_result_lists_the_sources_of_its_causes_and_of_the_safety_screens() {
    let quiz = five_causes();
    let file: Value = serde_json::from_str(crate::support::FIVE_CAUSES).expect("JSON");
    let listed = |part: &Value| -> Vec<String> {
        let ids = part.as_array().into_iter().flatten();
        ids.map(|id| id.as_str().expect("an id").to_owned()).collect()
    };
    let in_order = |wanted: Vec<String>| -> Vec<String> {
        let all = file["sources"].as_array().expect("sources").iter().map(|source| source["id"].as_str());
        all.flatten().filter(|id| wanted.iter().any(|other| other == id)).map(str::to_owned).collect()
    };
    let safety = listed(&file["safety_sources"]);
    let of_posture = listed(&file["causes"][1]["sources"]);
    let of_nothing = listed(&file["verdicts"]["nothing"]["sources"]);
    assert_eq!(quiz.causes()[1].id.as_str(), "posture");
    assert_eq!(sources(&posture().result()), in_order([of_posture, safety.clone()].concat()));
    let nothing = session(&json!({"answers": {}}));
    assert_eq!(sources(&nothing.result()), in_order([of_nothing, safety].concat()));
}

#[test]
fn the_sheet_has_the_visit_card_the_result_the_bars_in_words_and_every_answer() {
    let reader = session(&json!({
        "safety": {"soon": ["weeks"]},
        "answers": {
            "where": "one_side", "builds": "one_way", "eases": "even_up", "front_back": ["shoulder", "lean", "bend"],
            "day": ["one_leg"]
        }
    }));
    let sheet = reader.result().sheet(&placeholders(&reader.0), Some("Taken today.".to_owned())).to_text();
    let expected = "\
To take to a visit
Taken today.
For learning only. Not a diagnosis and not medical advice.

Worth booking a visit
From what you told us, it makes sense to see a doctor or physical therapist in the next week or two. There's no need to \
panic. Take this list with you:
- It's lasted more than 6 weeks and isn't getting better
Worth mentioning to a doctor or pharmacist
- One side of your back looks higher when you bend. Ask for a spine check.
Book sooner if it gets worse, or if something new starts.

Your answers lean toward: Leaning, twisting or uneven habits

How many of your answers fit each one
- Uneven habits \u{2013} Many of your answers fit
- Holding tight \u{2013} Hardly any of your answers fit
- Body-wide signs \u{2013} Hardly any of your answers fit
- Posture \u{2013} Hardly any of your answers fit
- Back strength \u{2013} Hardly any of your answers fit
";
    let (start, answers) = sheet.split_once("\nWhat you answered\n").expect("the answers");
    assert_eq!(start, expected);
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers.len(), five_causes().questions().len());
    assert!(
        answers[0].starts_with("- Where do your knots bother you most? \u{2013} "),
        "a dash is between a question and its answer: {}",
        answers[0]
    );
    assert_eq!(answers[4].matches(" / ").count(), 2, "three ticks: {}", answers[4]);
    assert!(answers[3].ends_with("\u{2013} Skipped"), "{}", answers[3]);
}

#[test]
fn the_sheet_of_a_doctor_first_cause_has_the_visit_card_although_nothing_was_ticked() {
    let reader = session(
        &json!({"answers": {"where": "elsewhere", "builds": "any_time", "signs": ["cramps", "tired"], "history": ["family"]}}),
    );
    let sheet = reader.result().sheet(&placeholders(&reader.0), None).to_text();
    let card = sheet.split("\n\n").find(|part| part.starts_with("Worth booking a visit")).expect("the card");
    let lines: Vec<&str> = card.lines().collect();
    assert!(lines[1].ends_with("Take this list with you:"), "{card}");
    assert!(lines[2].starts_with("- When does it tend to build up? \u{2013} Any time."), "{card}");
    assert_eq!(lines[3], "Worth mentioning to a doctor or pharmacist", "{card}");
    assert_eq!(lines[lines.len() - 1], "Book sooner if it gets worse, or if something new starts.");
}

#[test]
fn the_sheet_says_what_to_do_elsewhere_if_the_visit_card_names_a_number() {
    let mut file: Value = serde_json::from_str(crate::support::FIVE_CAUSES).expect("JSON");
    file["care"]["visit"]["after"] = json!("At night call {emergency_number}.");
    let quiz = checked(&file);
    let answers =
        Answers::read(r#"{"safety": {"soon": ["weeks"]}, "answers": {}}"#, &quiz).expect("valid answers");
    let reader = Reader(answers.replay(quiz.clone()));
    let sheet = reader.result().sheet(&placeholders(&reader.0), None).to_text();
    let elsewhere = quiz.care().and_then(|care| care.elsewhere.as_ref()).expect("a line").as_written();
    let lines: Vec<&str> = sheet.lines().collect();
    let after = lines.iter().position(|line| line.starts_with("At night call 1")).expect("the number");
    assert_eq!(lines[after + 1], elsewhere);
}

#[test]
fn the_sheet_of_a_result_without_flags_has_no_list_of_them() {
    let reader = posture();
    let sheet = reader.result().sheet(&placeholders(&reader.0), None).to_text();
    assert!(!sheet.contains("Worth booking a visit"), "{sheet}");
    assert!(!sheet.contains("Worth mentioning"), "{sheet}");
    assert!(sheet.starts_with("To take to a visit\nFor learning only."), "{sheet}");
}
