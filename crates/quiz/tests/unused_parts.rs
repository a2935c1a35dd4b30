//! Findings about parts of a quiz that nothing uses or no reader sees.

use crate::support::{FIVE_CAUSES, checked, finding_lines, quiz_of, tick_all};
use serde_json::{Value, json};

#[test]
fn unused_flags_and_sources_are_found() {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["flags"].as_array_mut().expect("flags").push(json!({"id": "lost", "text": "Lost."}));
    file["sources"]
        .as_array_mut()
        .expect("sources")
        .push(json!({"id": "book", "name": "A book", "url": "https://example.org/"}));
    let quiz = checked(&file);
    assert_eq!(
        finding_lines(&quiz),
        ["flags[10]: nothing uses the flag `lost`", "sources[15]: nothing uses the source `book`"]
    );
}

#[test]
fn texts_that_are_never_shown_are_found() {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file.as_object_mut().expect("an object").remove("course");
    let quiz = checked(&file);
    let lines = finding_lines(&quiz);
    let shown: Vec<&String> = lines.iter().filter(|it| it.contains("no reader will see this")).collect();
    let with_line =
        file["causes"].as_array().expect("causes").iter().filter(|it| it["course"].is_string()).count();
    assert!(with_line > 0);
    assert_eq!(shown.len(), with_line, "{lines:#?}");
    assert!(shown[0].ends_with("no reader will see this: the quiz has no `course`"), "{shown:?}");
}

#[test]
fn drawings_without_a_picture_are_found() {
    let bread = include_str!("../../../quizzes/dense-bread.json");
    let mut file: Value = serde_json::from_str(bread).expect("JSON");
    file["drawings"] = json!("bread.drawings.json");
    let lines = finding_lines(&checked(&file));
    assert!(
        lines.contains(&"drawings: no reader will see this: no `picture` uses a drawing".to_owned()),
        "{lines:#?}"
    );
}

#[test]
fn texts_of_a_verdict_that_no_reader_can_get_are_found() {
    let of_verdicts = |scoring: Value| {
        let all = |id| tick_all(id, &[json!({"a": 9}), json!({"b": 9})]);
        let mut file = quiz_of(&["a", "b"], json!([all("x"), all("y")]));
        file["scoring"] = scoring;
        let mut found = finding_lines(&checked(&file));
        found.retain(|it| it.starts_with("verdicts"));
        found
    };
    let mixed = "verdicts.mixed: no reader will see this: the result is always one cause";
    let spread = "verdicts.mixed.spread: no reader will see this: only the result `lead` has it";
    let nothing = "verdicts.nothing: no reader will see this: without `lead_from` a cause always stands out";
    assert_eq!(of_verdicts(json!({"result": "one"})), [mixed, nothing]);
    assert_eq!(of_verdicts(json!({"result": "one", "lead_from": 30})), [mixed]);
    assert_eq!(of_verdicts(json!({"result": "best", "most_shown": 2})), [spread, nothing]);
    assert_eq!(of_verdicts(json!({"lead_from": 30, "margin": 15, "most_shown": 2})), [] as [&str; 0]);
}
