//! Another id for a part: every reference to it follows, in the quiz file and in its companions.

use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::Document;
use super::change::{Change, Entry};
use super::file::File;
use super::points_of_cause::POINTS;
use super::tree::{children, object_entries, paths_matching, text_at};

const CONDITIONS: [&str; 2] = ["questions.*.ask_if.any_of", "questions.*.ask_if.none_of"];
const ANSWERS: &str = "test_cases.*.answers";
const SAFETY_ANSWERS: &str = "test_cases.*.safety";
const RAISED_FLAGS: &str = "questions.*.choices.*.flags";
const EXPECTED_CAUSES: [&str; 2] = ["test_cases.*.expect.first", "test_cases.*.expect.shown"];
/// The maps of a translation whose keys are names of texts. A name has the ids of its parts: `causes.wet.label`.
const MAPS_OF_TEXTS: [&str; 2] = ["originals", "untranslated"];
const SOURCES: [&str; 3] = ["causes.*.sources", "verdicts.nothing.sources", "safety_sources"];

/// The changes that give the part at a path another id, each with the index of its file. The ids of a translation follow those of the
/// quiz file.
///
/// # Errors
///
/// The id is empty, or another part of the same list has it.
pub(crate) fn rename(
    files: &[File],
    file: usize,
    part: &JsonPath,
    id: &str,
) -> Result<Vec<(usize, Change)>, IdError> {
    // Points and conditions would lose the part: they cannot refer to an empty id.
    if id.is_empty() {
        return Err(IdError::Empty);
    }
    let root = &files[file].value;
    let old = text_at(root, &part.key("id")).unwrap_or_default();
    let count = |id: &str| {
        let siblings = siblings(root, part).iter();
        siblings.filter(|it| text_at(it, &JsonPath::to_key("id")) == Some(id)).count()
    };
    if id != old && count(id) > 0 {
        return Err(IdError::Taken);
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

/// Why a part cannot have an id.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum IdError {
    Empty,
    /// Another part of the same list has it.
    Taken,
}

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
                self.names_of_texts(list);
            }
            [Key(list), Item(_), Key(choices), Item(_)] if choices == "choices" => {
                let Some(step) = step else { return };
                if list == "screens" {
                    self.values(&[format!("{SAFETY_ANSWERS}.{step}")]);
                } else {
                    self.values(&CONDITIONS.map(|pattern| format!("{pattern}.{step}")));
                    self.values(&[format!("{ANSWERS}.{step}")]);
                }
                self.names_of_texts(&format!("{list}.{step}.{choices}"));
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

    /// Renames the texts of a part in the maps of a translation.
    fn names_of_texts(&mut self, list: &str) {
        let (old, new) = (format!("{list}.{}.", self.old), format!("{list}.{}.", self.id));
        for object in MAPS_OF_TEXTS.map(JsonPath::to_key) {
            for (index, (key, value)) in object_entries(self.root, &object).iter().enumerate() {
                if let Some(rest) = key.strip_prefix(&old) {
                    let entry = Entry::Key(format!("{new}{rest}"), value.clone());
                    self.changes.push(Change::Remove { from: object.clone(), index });
                    self.changes.push(Change::Insert { into: object.clone(), index, entry });
                }
            }
        }
    }

    /// Renames the key of every object that a pattern matches.
    fn keys(&mut self, patterns: &[&str]) {
        for object in patterns.iter().flat_map(|pattern| paths_matching(self.root, pattern)) {
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
        for path in patterns.iter().flat_map(|pattern| paths_matching(self.root, pattern.as_ref())) {
            let items = children(self.root, &path).len();
            let paths = [path.clone()].into_iter().chain((0..items).map(|index| path.item(index)));
            for path in paths.filter(|path| text_at(self.root, path) == Some(self.old)) {
                self.changes.push(Change::Replace(path, Value::String(self.id.to_owned())));
            }
        }
    }
}

#[cfg(test)]
mod tests;
