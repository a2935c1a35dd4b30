//! The points for a cause that is removed: no form shows a cause that is not there.

use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::change::Change;
use super::set::remove;
use super::tree::{children, get, object_entries, paths_matching, text_at};

/// The places of points. A star stands for every item of a list.
pub(super) const POINTS: [&str; 3] =
    ["questions.*.choices.*.points", "questions.*.scale.low.points", "questions.*.scale.high.points"];

/// The changes that remove the points for the cause at a path. None if there is something else, or if another cause has the same id.
pub(crate) fn remove_points_of_cause(root: &Value, path: &JsonPath) -> Vec<Change> {
    let [PathSegment::Key(list), PathSegment::Item(_)] = path.segments() else { return Vec::new() };
    let Some(id) = text_at(root, &path.key("id")).filter(|_| list == "causes") else { return Vec::new() };
    let ids = children(root, &JsonPath::to_key(list)).iter().map(|it| text_at(it, &JsonPath::to_key("id")));
    if ids.filter(|it| *it == Some(id)).count() > 1 {
        return Vec::new();
    }
    let all_points = POINTS.iter().flat_map(|pattern| paths_matching(root, pattern));
    let all_points = all_points.filter(|points| get(root, &points.key(id)).is_some());
    all_points
        .flat_map(|points| {
            let is_last = object_entries(root, &points).len() == 1;
            remove(root, &if is_last { points } else { points.key(id) }, false)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIZ: &str = r#"{
        "questions": [
            {"choices": [{"id": "a", "points": {"wet": 3, "dark": 1}}, {"id": "b", "points": {"wet": 2}}, {"id": "c", "points": 1}]},
            {"scale": {"low": {"points": {"dark": 1, "wet": -1}}, "high": {"text": "wet"}}}
        ],
        "causes": [{"id": "wet"}, {"id": "dark"}]
    }"#;

    fn after_removal(quiz: &str, path: &JsonPath) -> String {
        let mut root = Value::parse(quiz).expect("JSON");
        for change in remove_points_of_cause(&root, path) {
            change.apply(&mut root).expect("the path is there");
        }
        root.to_json()
    }

    #[test]
    fn a_removed_cause_leaves_no_points() {
        let expected = QUIZ
            .replace(r#"{"wet": 3, "dark": 1}"#, r#"{"dark": 1}"#)
            .replace(r#", "points": {"wet": 2}"#, "")
            .replace(r#", "wet": -1"#, "");
        let expected = Value::parse(&expected).expect("JSON").to_json();
        assert_eq!(after_removal(QUIZ, &JsonPath::to_key("causes").item(0)), expected);
    }

    #[test]
    fn the_points_of_another_part_stay() {
        let unchanged = Value::parse(QUIZ).expect("JSON").to_json();
        assert_eq!(after_removal(QUIZ, &JsonPath::to_key("questions").item(0)), unchanged);
        let twice = QUIZ.replace(r#"{"id": "dark"}"#, r#"{"id": "wet"}"#);
        let unchanged = Value::parse(&twice).expect("JSON").to_json();
        assert_eq!(after_removal(&twice, &JsonPath::to_key("causes").item(0)), unchanged);
    }
}
