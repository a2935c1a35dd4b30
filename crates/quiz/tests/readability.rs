//! Findings about English texts that are hard to read.

use crate::support::FIVE_CAUSES;
use serde_json::{Value, json};
use which_cause_quiz::{JsonPath, MAX_READING_GRADE, readability_findings, reading_grade_at};

#[test]
fn a_text_that_is_hard_to_read_is_found_in_english_only() {
    let hard = "Contemporary physiological considerations notwithstanding, musculoskeletal interventions demonstrate \
                heterogeneous effectiveness.";
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["causes"][0]["means"] = json!(hard);
    let of = |file: &Value| {
        let value: which_cause_quiz::Value = serde_json::from_str(&file.to_string()).expect("JSON");
        readability_findings(&value).iter().map(|it| it.path.to_string()).collect::<Vec<_>>()
    };
    let before = of(&serde_json::from_str(FIVE_CAUSES).expect("JSON"));
    let mut after = of(&file);
    after.retain(|it| !before.contains(it));
    assert_eq!(after, ["causes[0].means"]);
    file["language"] = json!("de");
    assert_eq!(of(&file), [] as [&str; 0]);
}

#[test]
fn the_grade_of_a_text_counts_where_readers_of_an_english_file_see_it() {
    let hard = "Physiological considerations notwithstanding, contemporary interventions demonstrate heterogeneous effectiveness.";
    let file = |language: &str| {
        let file = json!({"language": language, "title": hard, "subtitle": "Short.", "_note": hard, "questions": [{"reason": hard}]});
        which_cause_quiz::Value::parse(&file.to_string()).expect("JSON")
    };
    let english = file("en-GB");
    let title = JsonPath::to_key("title");
    assert!(reading_grade_at(&english, &title).is_some_and(|grade| grade > MAX_READING_GRADE));
    let not_for_readers = [JsonPath::to_key("_note"), JsonPath::to_key("questions").item(0).key("reason")];
    for path in not_for_readers.iter().chain([&JsonPath::to_key("subtitle"), &JsonPath::to_key("missing")]) {
        assert_eq!(reading_grade_at(&english, path), None, "{path}");
    }
    assert_eq!(reading_grade_at(&file("de"), &title), None);
}
