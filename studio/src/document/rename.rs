//! Another id for a part: every reference to it follows.

use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::change::{Change, Entry};
use super::tree::{children, get, object_entries, text_at};

/// Where ids are referred to. A star stands for every item of a list.
const POINTS: [&str; 3] =
    ["questions.*.choices.*.points", "questions.*.scale.low.points", "questions.*.scale.high.points"];
const CONDITIONS: [&str; 2] = ["questions.*.ask_if.any_of", "questions.*.ask_if.none_of"];
const ANSWERS: &str = "test_cases.*.answers";
const TICKED_FLAGS: &str = "test_cases.*.safety";
const RAISED_FLAGS: &str = "questions.*.choices.*.flags";
const EXPECTED_CAUSES: [&str; 2] = ["test_cases.*.expect.first", "test_cases.*.expect.shown"];
const SOURCES: [&str; 3] = ["causes.*.sources", "verdicts.nothing.sources", "safety_sources"];

/// The changes that give the part at a path another id.
///
/// # Errors
///
/// Another part of the same list has that id.
pub(crate) fn rename(root: &Value, part: &JsonPath, id: &str) -> Result<Vec<Change>, IdIsTaken> {
    let id_path = part.key("id");
    let old = text_at(root, &id_path).unwrap_or_default();
    let siblings = siblings(root, part);
    let count =
        |id: &str| siblings.iter().filter(|it| text_at(it, &JsonPath::to_key("id")) == Some(id)).count();
    if id != old && count(id) > 0 {
        return Err(IdIsTaken);
    }
    let mut rename = Rename { root, old, id, changes: Vec::new() };
    // References to an id that two parts have can mean either.
    if !old.is_empty() && count(old) == 1 {
        rename.references(part);
    }
    rename.changes.push(Change::Replace(id_path, Value::String(id.to_owned())));
    Ok(rename.changes)
}

/// Another part of the same list has the id.
#[derive(Debug, PartialEq)]
pub(crate) struct IdIsTaken;

/// The items of the list that a part is in.
fn siblings<'v>(root: &'v Value, part: &JsonPath) -> &'v [Value] {
    let Some((_, list)) = part.segments().split_last() else { return &[] };
    children(root, &list.iter().cloned().collect())
}

struct Rename<'r> {
    root: &'r Value,
    old: &'r str,
    id: &'r str,
    changes: Vec<Change>,
}

impl Rename<'_> {
    /// Renames every reference to a part.
    fn references(&mut self, part: &JsonPath) {
        use PathSegment::{Item, Key};
        match part.segments() {
            [Key(list), Item(_)] => match list.as_str() {
                "causes" => {
                    self.keys(&POINTS);
                    self.values(&EXPECTED_CAUSES);
                }
                "questions" => {
                    self.keys(&CONDITIONS);
                    self.keys(&[ANSWERS]);
                }
                "screens" => self.keys(&[TICKED_FLAGS]),
                "flags" => self.values(&[RAISED_FLAGS]),
                "sources" => self.values(&SOURCES),
                _ => {}
            },
            [Key(list), Item(step), Key(choices), Item(_)] if choices == "choices" => {
                let step = JsonPath::to_key(list).item(*step).key("id");
                let Some(step) = text_at(self.root, &step) else { return };
                if list == "screens" {
                    self.values(&[format!("{TICKED_FLAGS}.{step}")]);
                } else {
                    self.values(&CONDITIONS.map(|pattern| format!("{pattern}.{step}")));
                    self.values(&[format!("{ANSWERS}.{step}")]);
                }
            }
            _ => {}
        }
    }

    /// Renames the key of every object that a pattern matches.
    fn keys(&mut self, patterns: &[&str]) {
        for object in patterns.iter().flat_map(|pattern| matches(self.root, pattern)) {
            let entries = object_entries(self.root, &object);
            if let Some(index) = entries.iter().position(|(key, _)| key == self.old) {
                let entry = Entry::Key(self.id.to_owned(), entries[index].1.clone());
                self.changes.push(Change::Remove { from: object.clone(), index });
                self.changes.push(Change::Insert { into: object, index, entry });
            }
        }
    }

    /// Renames every text that a pattern matches, and every item of such lists.
    fn values(&mut self, patterns: &[impl AsRef<str>]) {
        for path in patterns.iter().flat_map(|pattern| matches(self.root, pattern.as_ref())) {
            let items = children(self.root, &path).len();
            let places = [path.clone()].into_iter().chain((0..items).map(|index| path.item(index)));
            for place in places.filter(|place| text_at(self.root, place) == Some(self.old)) {
                self.changes.push(Change::Replace(place, Value::String(self.id.to_owned())));
            }
        }
    }
}

/// The paths of the values that a pattern matches.
fn matches(root: &Value, pattern: &str) -> Vec<JsonPath> {
    let mut paths = vec![JsonPath::default()];
    for part in pattern.split('.') {
        paths = paths
            .iter()
            .flat_map(|path| match part {
                "*" => (0..children(root, path).len()).map(|index| path.item(index)).collect(),
                key => vec![path.key(key)],
            })
            .filter(|path| get(root, path).is_some())
            .collect();
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIZ: &str = r#"{
        "screens": [{"id": "now", "choices": [{"id": "chest"}, {"id": "none"}]}],
        "questions": [
            {"id": "soil", "choices": [{"id": "wet", "points": {"wet": 3, "dark": 1}, "flags": ["mold"]}]},
            {"id": "more", "ask_if": {"any_of": {"soil": "wet"}, "none_of": {"soil": ["wet", "dry"]}},
             "scale": {"low": {"points": {"wet": 1}}, "high": {}}}
        ],
        "flags": [{"id": "mold"}],
        "causes": [{"id": "wet", "sources": ["book"]}, {"id": "dark"}],
        "sources": [{"id": "book"}],
        "test_cases": [{"safety": {"now": ["chest"]}, "answers": {"soil": "wet"}, "expect": {"first": "wet", "shown": ["wet"]}}]
    }"#;

    fn renamed(part: &JsonPath, id: &str) -> String {
        let mut quiz = Value::parse(QUIZ).expect("JSON");
        for change in rename(&quiz, part, id).expect("a free id") {
            change.apply(&mut quiz).expect("a place");
        }
        quiz.to_json()
    }

    /// The test's quiz with texts replaced.
    fn expected(replacements: &[(&str, &str)]) -> String {
        let mut text = QUIZ.to_owned();
        for (from, to) in replacements {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        Value::parse(&text).expect("JSON").to_json()
    }

    #[test]
    fn a_renamed_cause_keeps_its_points_and_test_cases() {
        let new = expected(&[
            (r#""points": {"wet""#, r#""points": {"soaked""#),
            (r#"{"id": "wet", "sources""#, r#"{"id": "soaked", "sources""#),
            (r#""first": "wet", "shown": ["wet"]"#, r#""first": "soaked", "shown": ["soaked"]"#),
        ]);
        assert_eq!(renamed(&JsonPath::to_key("causes").item(0), "soaked"), new);
    }

    #[test]
    fn a_renamed_question_and_its_choice_keep_their_conditions_and_answers() {
        let question = JsonPath::to_key("questions").item(0);
        let new = expected(&[(r#""id": "soil""#, r#""id": "earth""#), (r#"{"soil":"#, r#"{"earth":"#)]);
        assert_eq!(renamed(&question, "earth"), new);
        let new = expected(&[
            (r#"{"id": "wet", "points""#, r#"{"id": "soggy", "points""#),
            (r#"{"soil": "wet"}"#, r#"{"soil": "soggy"}"#),
            (r#"["wet", "dry"]"#, r#"["soggy", "dry"]"#),
        ]);
        assert_eq!(renamed(&question.key("choices").item(0), "soggy"), new);
    }

    #[test]
    fn a_renamed_screen_flag_or_source_is_followed() {
        let screen = JsonPath::to_key("screens").item(0);
        assert_eq!(renamed(&screen, "first"), expected(&[(r#""now""#, r#""first""#)]));
        assert_eq!(renamed(&screen.key("choices").item(0), "pain"), expected(&[(r#""chest""#, r#""pain""#)]));
        let flag = JsonPath::to_key("flags").item(0);
        assert_eq!(renamed(&flag, "mildew"), expected(&[(r#""mold""#, r#""mildew""#)]));
        let source = JsonPath::to_key("sources").item(0);
        assert_eq!(renamed(&source, "paper"), expected(&[(r#""book""#, r#""paper""#)]));
    }

    #[test]
    fn an_id_of_another_part_is_refused() {
        let quiz = Value::parse(QUIZ).expect("JSON");
        assert_eq!(rename(&quiz, &JsonPath::to_key("causes").item(0), "dark"), Err(IdIsTaken));
        assert!(rename(&quiz, &JsonPath::to_key("causes").item(0), "wet").is_ok());
    }
}
