//! Another id for a part: every reference to it follows, in the quiz file and in its companions.

use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::Document;
use super::change::{Change, Entry};
use super::file::File;
use super::tree::{children, get, object_entries, text_at};

/// Where ids are referred to. A star stands for every item of a list.
const POINTS: [&str; 3] =
    ["questions.*.choices.*.points", "questions.*.scale.low.points", "questions.*.scale.high.points"];
const CONDITIONS: [&str; 2] = ["questions.*.ask_if.any_of", "questions.*.ask_if.none_of"];
const ANSWERS: &str = "test_cases.*.answers";
const SAFETY_ANSWERS: &str = "test_cases.*.safety";
const RAISED_FLAGS: &str = "questions.*.choices.*.flags";
const EXPECTED_CAUSES: [&str; 2] = ["test_cases.*.expect.first", "test_cases.*.expect.shown"];
const ORIGINALS: &str = "originals";
const SOURCES: [&str; 3] = ["causes.*.sources", "verdicts.nothing.sources", "safety_sources"];

/// The changes that give the part at a path another id, each with the index of its file. The ids of a translation follow those of the
/// quiz file.
///
/// # Errors
///
/// Another part of the same list has that id.
pub(crate) fn rename(
    files: &[File],
    file: usize,
    part: &JsonPath,
    id: &str,
) -> Result<Vec<(usize, Change)>, IdIsTaken> {
    let root = &files[file].value;
    let old = text_at(root, &part.key("id")).unwrap_or_default();
    let count = |id: &str| {
        let siblings = siblings(root, part).iter();
        siblings.filter(|it| text_at(it, &JsonPath::to_key("id")) == Some(id)).count()
    };
    if id != old && count(id) > 0 {
        return Err(IdIsTaken);
    }
    let mut changes = Vec::new();
    // References to an id that two parts have can mean either.
    let is_followed = !old.is_empty() && count(old) == 1;
    // The id of the step that a choice is in.
    let step = match part.segments() {
        [PathSegment::Key(list), PathSegment::Item(step), ..] => {
            text_at(root, &JsonPath::to_key(list).item(*step).key("id"))
        }
        _ => None,
    };
    // Nothing in the quiz file refers to a part of a companion.
    let indexes = if file == Document::QUIZ { 0..files.len() } else { file..file + 1 };
    for index in indexes {
        let mut rename = Rename { root: &files[index].value, old, id, changes: Vec::new() };
        if is_followed {
            rename.references(part, step);
        }
        let same_part = if index == file { Some(part.clone()) } else { rename.same_part(part, step) };
        if let Some(part) = same_part.filter(|_| index == file || is_followed) {
            rename.changes.push(Change::Replace(part.key("id"), Value::String(id.to_owned())));
        }
        changes.extend(rename.changes.into_iter().map(|change| (index, change)));
    }
    Ok(changes)
}

/// Another part of the same list has the id.
#[derive(Debug, PartialEq)]
pub(crate) struct IdIsTaken;

/// The items of the list that a part is in.
fn siblings<'v>(root: &'v Value, part: &JsonPath) -> &'v [Value] {
    let Some((_, list)) = part.segments().split_last() else { return &[] };
    children(root, &list.iter().cloned().collect())
}

/// Changes of one file.
struct Rename<'r> {
    root: &'r Value,
    old: &'r str,
    id: &'r str,
    changes: Vec<Change>,
}

impl Rename<'_> {
    /// Renames every reference to a part. `step` is the id of the question or the screen that a choice is in.
    fn references(&mut self, part: &JsonPath, step: Option<&str>) {
        use PathSegment::{Item, Key};
        match part.segments() {
            [Key(list), Item(_)] => {
                match list.as_str() {
                    "causes" => {
                        self.keys(&POINTS);
                        self.values(&EXPECTED_CAUSES);
                    }
                    "questions" => {
                        self.keys(&CONDITIONS);
                        self.keys(&[ANSWERS]);
                    }
                    "screens" => self.keys(&[SAFETY_ANSWERS]),
                    "flags" => self.values(&[RAISED_FLAGS]),
                    "sources" => self.values(&SOURCES),
                    _ => {}
                }
                self.originals(list);
            }
            [Key(list), Item(_), Key(choices), Item(_)] if choices == "choices" => {
                let Some(step) = step else { return };
                if list == "screens" {
                    self.values(&[format!("{SAFETY_ANSWERS}.{step}")]);
                } else {
                    self.values(&CONDITIONS.map(|pattern| format!("{pattern}.{step}")));
                    self.values(&[format!("{ANSWERS}.{step}")]);
                }
                self.originals(&format!("{list}.{step}.{choices}"));
            }
            _ => {}
        }
    }

    /// The part of a translation that has the old id.
    fn same_part(&self, part: &JsonPath, step: Option<&str>) -> Option<JsonPath> {
        use PathSegment::{Item, Key};
        let with_id = |list: JsonPath, id: &str| {
            let items = children(self.root, &list).iter();
            let index =
                items.map(|item| text_at(item, &JsonPath::to_key("id"))).position(|it| it == Some(id))?;
            Some(list.item(index))
        };
        match part.segments() {
            [Key(list), Item(_)] => with_id(JsonPath::to_key(list), self.old),
            [Key(list), Item(_), Key(choices), Item(_)] => {
                with_id(with_id(JsonPath::to_key(list), step?)?.key(choices), self.old)
            }
            _ => None,
        }
    }

    /// Renames the keys under `originals` of a translation, which name parts by their ids: `causes.wet.label`.
    fn originals(&mut self, list: &str) {
        let object = JsonPath::to_key(ORIGINALS);
        let (old, new) = (format!("{list}.{}.", self.old), format!("{list}.{}.", self.id));
        for (index, (key, value)) in object_entries(self.root, &object).iter().enumerate() {
            if let Some(rest) = key.strip_prefix(&old) {
                let entry = Entry::Key(format!("{new}{rest}"), value.clone());
                self.changes.push(Change::Remove { from: object.clone(), index });
                self.changes.push(Change::Insert { into: object.clone(), index, entry });
            }
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
            let paths = [path.clone()].into_iter().chain((0..items).map(|index| path.item(index)));
            for path in paths.filter(|path| text_at(self.root, path) == Some(self.old)) {
                self.changes.push(Change::Replace(path, Value::String(self.id.to_owned())));
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

    /// The quiz file after a part is renamed.
    fn renamed(part: &JsonPath, id: &str) -> String {
        renamed_in(&[QUIZ], part, id).remove(0)
    }

    /// Files after a part of the first one is renamed.
    fn renamed_in(texts: &[&str], part: &JsonPath, id: &str) -> Vec<String> {
        let mut files: Vec<File> =
            texts.iter().map(|text| File::open("quiz.json", *text).expect("JSON")).collect();
        for (file, change) in rename(&files, Document::QUIZ, part, id).expect("a free id") {
            change.apply(&mut files[file].value).expect("the path is there");
        }
        files.iter().map(|file| file.value.to_json()).collect()
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
    fn test_cases_in_a_file_of_their_own_follow() {
        let cases = r#"{"test_cases": [{"id": "a", "safety": {"now": ["chest"]}, "answers": {"soil": ["wet"]}, "expect": {"first": "wet"}}]}"#;
        let question = JsonPath::to_key("questions").item(0);
        let choice = question.key("choices").item(0);
        let screen = JsonPath::to_key("screens").item(0);
        for (part, old, new) in [
            (JsonPath::to_key("causes").item(0), r#""first": "wet""#, r#""first": "new""#),
            (question, r#""soil":"#, r#""new":"#),
            (choice, r#"["wet"]"#, r#"["new"]"#),
            (screen.clone(), r#""now":"#, r#""new":"#),
            (screen.key("choices").item(0), r#"["chest"]"#, r#"["new"]"#),
        ] {
            assert!(cases.contains(old), "{old}");
            let expected = Value::parse(&cases.replace(old, new)).expect("JSON").to_json();
            assert_eq!(renamed_in(&[QUIZ, cases], &part, "new")[1], expected, "{part}");
        }
    }

    #[test]
    fn a_translation_follows_with_its_own_ids_and_originals() {
        let translation = QUIZ.replace(
            r#""flags": [{"#,
            r#""originals": {"questions.soil.choices.wet.text": "Wet", "questions.soil.text": "Soil", "causes.wet.label": "Wet"}, "flags": [{"#,
        );
        let question = JsonPath::to_key("questions").item(0);
        let names = [QUIZ, &translation];
        let [_, text] = &renamed_in(&names, &question, "earth")[..] else { panic!("two files") };
        for part in [
            r#""id": "earth""#,
            r#""questions.earth.text""#,
            r#""questions.earth.choices.wet.text""#,
            r#"{"earth": "wet"}"#,
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("soil"), "{text}");
        let [_, text] = &renamed_in(&names, &question.key("choices").item(0), "soggy")[..] else {
            panic!("two files")
        };
        for part in [r#""id": "soggy""#, r#""questions.soil.choices.soggy.text""#, r#""causes.wet.label""#] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn an_id_of_another_part_is_refused() {
        let quiz = [File::open("quiz.json", QUIZ).expect("JSON")];
        let cause = JsonPath::to_key("causes").item(0);
        assert_eq!(rename(&quiz, Document::QUIZ, &cause, "dark"), Err(IdIsTaken));
        assert!(rename(&quiz, Document::QUIZ, &cause, "wet").is_ok());
    }
}
