//! Any damage to a quiz file is reported, or the quiz still works.

use crate::support::{FIVE_CAUSES, lines};
use serde_json::{Value, json};
use which_cause_quiz::read;

#[test]
fn a_value_of_any_wrong_type_is_reported_or_gives_a_working_quiz() {
    let whole: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let mut places = Vec::new();
    collect_pointers(&whole, &mut String::new(), &mut places);
    assert!(places.len() > 800, "{}", places.len());
    for place in places.iter().filter(|place| !place.is_empty()) {
        for wrong in [json!(null), json!([]), json!({}), json!("\u{0}{"), json!(-1)] {
            let mut file = whole.clone();
            *file.pointer_mut(place).expect("the part") = wrong.clone();
            match read(&file.to_string()) {
                Ok(quiz) => take_to_the_end(quiz),
                Err(problems) => assert!(!lines(&problems).is_empty(), "{place}"),
            }
        }
    }
}

#[test]
fn a_missing_part_is_reported_or_gives_a_working_quiz() {
    let whole: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let mut places = Vec::new();
    collect_pointers(&whole, &mut String::new(), &mut places);
    let mut reported = 0;
    for place in places.iter().filter(|place| !place.is_empty()) {
        let mut file = whole.clone();
        let (parent, key) = place.rsplit_once('/').expect("a place below another");
        match file.pointer_mut(parent).expect("the part") {
            Value::Object(map) => _ = map.remove(key),
            Value::Array(list) => _ = list.remove(key.parse().expect("a number")),
            _ => unreachable!("only objects and lists have parts"),
        }
        match read(&file.to_string()) {
            Ok(quiz) => take_to_the_end(quiz),
            Err(_) => reported += 1,
        }
    }
    assert!(reported > 400, "{reported}");
}

/// Takes the quiz twice: with every first choice, and with every last choice.
fn take_to_the_end(quiz: which_cause_quiz::Quiz) {
    let quiz = std::sync::Arc::new(quiz);
    for last in [false, true] {
        let mut reader = crate::support::Reader::of(&quiz).has_no_flags();
        for question in quiz.questions() {
            let choice = if last { question.choices.last() } else { question.choices.first() };
            reader = reader.picks(&[choice.expect("a choice").id.as_str()]).goes_on();
        }
        let outcome = reader.result();
        assert!(outcome.ranking.iter().all(|it| it.score <= 100 && it.raw <= it.max && it.max > 0));
    }
}

/// The JSON pointers of all parts of a file.
fn collect_pointers(value: &Value, at: &mut String, places: &mut Vec<String>) {
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
        collect_pointers(child, at, places);
        at.truncate(length);
    }
}
