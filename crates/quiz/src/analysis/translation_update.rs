//! Makes a translation of a quiz file, or brings one up to date with its original.

use crate::analysis::translation_texts::{
    NamedText, has_letters, id_of, map_of, named_texts, set_text, untranslated_copy,
};
use crate::decode::from_json::is_note;
use crate::decode::json::Value;
use crate::decode::json_path::{JsonPath, PathSegment};
use crate::file::plural::NumberFormat;

/// A translation, and how it differs from the one before.
#[derive(Debug, Clone)]
pub struct TranslationUpdate {
    /// The new translation, as the JSON of a quiz file.
    pub file: Value,
    /// How many texts the original has that the translation did not have.
    pub new: usize,
    /// How many texts of the original have changed.
    pub changed: usize,
    /// How many texts the original has no more.
    pub removed: usize,
    /// How many texts hold the words of the original until somebody translates them.
    pub untranslated: usize,
}

/// The translation that is updated. It is empty for a new one.
#[derive(Default)]
struct Earlier {
    /// The texts whose names the original has.
    named: Vec<NamedText>,
    /// The texts whose names the original does not have.
    gone: Vec<NamedText>,
    originals: Vec<(String, String)>,
    untranslated: Vec<(String, String)>,
}

/// A text of the translation that is updated.
#[derive(Clone, Copy)]
struct Known<'k> {
    /// Its name in the earlier translation.
    name: &'k str,
    /// The original that it was made from, if the file says so.
    original: Option<&'k str>,
    text: &'k str,
    /// Its last translation, if it is marked as untranslated.
    mark: Option<&'k str>,
    /// Whether only its place says that it is the same text.
    is_guess: bool,
}

impl Earlier {
    fn of(file: &Value, wanted: &[NamedText]) -> Self {
        let is_wanted = |text: &NamedText| wanted.iter().any(|it| it.name == text.name);
        let (named, gone) = named_texts(file).into_iter().partition(is_wanted);
        Self {
            named,
            gone,
            originals: map_of(file, "originals").unwrap_or_default(),
            untranslated: map_of(file, "untranslated").unwrap_or_default(),
        }
    }

    fn texts(&self) -> impl Iterator<Item = &NamedText> {
        self.named.iter().chain(&self.gone)
    }

    /// The earlier text for a wanted one, which may have had another position in its list, or another id in its name.
    fn known(&self, wanted: &NamedText, all_wanted: &[NamedText]) -> Option<Known<'_>> {
        let name = match moved_from(&wanted.name, &wanted.text, &self.originals) {
            Some(former_name) => Some(former_name),
            // The text at this position of the list belongs to another position now.
            None if moved_to_other(&wanted.name, &self.originals, all_wanted) => None,
            None => Some(&*wanted.name),
        };
        let found = self.texts().find(|it| Some(&*it.name) == name);
        found.map(|it| self.known_text(it)).or_else(|| self.renamed(wanted))
    }

    /// The earlier text for one with a new id in its name: one with the same original at the same keys. If there is none, it may be the
    /// text at the same place.
    fn renamed(&self, wanted: &NamedText) -> Option<Known<'_>> {
        let same = self.gone.iter().filter(|it| {
            same_keys(&it.path, &wanted.path) && find(&self.originals, &it.name) == Some(&*wanted.text)
        });
        // Several texts can be the same: "Yes" in two questions.
        if let Some(same) = same.min_by_key(|it| it.path != wanted.path) {
            return Some(self.known_text(same));
        }
        let known = self.known_text(self.gone.iter().find(|it| it.path == wanted.path)?);
        Some(Known { original: known.original.or(Some("")), is_guess: true, ..known })
    }

    fn known_text<'k>(&'k self, text: &'k NamedText) -> Known<'k> {
        Known {
            name: &text.name,
            original: find(&self.originals, &text.name),
            text: &text.text,
            mark: find(&self.untranslated, &text.name),
            is_guess: false,
        }
    }
}

/// What happens to a text whose original has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangedTexts {
    /// It holds the words of the new original, for somebody who translates in the file itself. `untranslated` has its last translation.
    HoldTheOriginal,
    /// It keeps its translation, for somebody who sees both originals beside it. `originals` has the former original, so that the text is
    /// still known to be older than its original.
    KeepTheTranslation,
}

/// Makes a translation of `original` into a language, or updates `before`. `numbers` has the rules of the language.
///
/// Ids, points and rules become those of the original. A text whose original is the same keeps its translation, also if an id in its
/// name has changed. New texts hold the words of the original, and so do changed ones if `changed` says so. The translation has two
/// maps of texts by their names: `originals`, the original of each text, and `untranslated`, the texts that hold the words of the
/// original, each with its last translation.
#[must_use]
pub fn update_translation(
    original: &Value,
    before: Option<&Value>,
    language: &str,
    changed: ChangedTexts,
    numbers: &dyn NumberFormat,
) -> TranslationUpdate {
    let file = untranslated_copy(original, language, numbers);
    let wanted = named_texts(&file);
    let earlier = before.map(|it| Earlier::of(it, &wanted)).unwrap_or_default();
    let mut update = TranslationUpdate { file, new: 0, changed: 0, removed: 0, untranslated: 0 };
    let (mut originals, mut untranslated, mut taken) = (Vec::new(), Vec::new(), Vec::new());
    for text in &wanted {
        let known = earlier.known(text, &wanted);
        taken.extend(known.map(|it| it.name));
        let (original, mark) = update.update_text(text, known, changed);
        originals.push((text.name.clone(), Value::String(original.to_owned())));
        if let Some(mark) = mark.filter(|_| has_letters(&text.text)) {
            untranslated.push((text.name.clone(), Value::String(mark.to_owned())));
        }
    }
    let is_removed = |name: &str| find(&earlier.originals, name).is_some() && !taken.contains(&name);
    update.removed = earlier.texts().filter(|it| is_removed(&it.name)).count();
    update.untranslated = untranslated.len();
    if let Some(before) = before {
        let is_word_of_original = |key: &str| find(&earlier.originals, &format!("words.{key}")).is_some();
        keep_own_parts(&mut update.file, &without_words(before, is_word_of_original), &[]);
    }
    if let Value::Object(entries) = &mut update.file {
        entries.push(("originals".to_owned(), Value::Object(originals)));
        if !untranslated.is_empty() {
            entries.push(("untranslated".to_owned(), Value::Object(untranslated)));
        }
    }
    update
}

impl TranslationUpdate {
    /// Gives a text its translation, if there is one. Returns the original that the text is made from and, if it is untranslated, its
    /// last translation or an empty text.
    fn update_text<'t>(
        &mut self,
        wanted: &'t NamedText,
        known: Option<Known<'t>>,
        changed: ChangedTexts,
    ) -> (&'t str, Option<&'t str>) {
        let original = &*wanted.text;
        match known {
            None => {
                self.new += 1;
                (original, Some(""))
            }
            Some(Known { original: Some(from), text, mark, is_guess, .. }) if from != original => {
                self.changed += 1;
                if text == from {
                    (original, mark.or(Some("")))
                } else if is_guess || changed == ChangedTexts::HoldTheOriginal {
                    (original, Some(text))
                } else {
                    set_text(&mut self.file, &wanted.path, text);
                    (from, None)
                }
            }
            Some(Known { original: from, text, mark, .. }) if text == original => {
                (original, if from.is_none() { Some("") } else { mark })
            }
            Some(Known { text, .. }) => {
                set_text(&mut self.file, &wanted.path, text);
                (original, None)
            }
        }
    }
}

fn find<'m>(map: &'m [(String, String)], name: &str) -> Option<&'m str> {
    map.iter().find(|(known, _)| known == name).map(|(_, text)| &**text)
}

/// Whether two paths differ only in positions in lists.
fn same_keys(one: &JsonPath, other: &JsonPath) -> bool {
    let is_same = |(one, other): (&PathSegment, &PathSegment)| {
        one == other || matches!((one, other), (PathSegment::Item(_), PathSegment::Item(_)))
    };
    one.segments().len() == other.segments().len() && one.segments().iter().zip(other.segments()).all(is_same)
}

/// The list that a text without an id is in: `intro.points` for `intro.points[1]`.
fn list_of(name: &str) -> Option<&str> {
    name.strip_suffix(']')?.rsplit_once('[').map(|(list, _)| list)
}

/// The former name of a text that has another position in its list now.
fn moved_from<'m>(name: &str, original: &str, old_originals: &'m [(String, String)]) -> Option<&'m str> {
    let list = list_of(name)?;
    if find(old_originals, name) == Some(original) {
        return None;
    }
    let same = |(other, text): &&(String, String)| list_of(other) == Some(list) && text == original;
    old_originals.iter().find(same).map(|(other, _)| &**other)
}

/// Whether the text that had this name has another one in the same list now.
fn moved_to_other(name: &str, old_originals: &[(String, String)], wanted: &[NamedText]) -> bool {
    let (Some(list), Some(old)) = (list_of(name), find(old_originals, name)) else { return false };
    wanted.iter().any(|it| it.name != name && it.text == old && list_of(&it.name) == Some(list))
        && !wanted.iter().any(|it| it.name == name && it.text == old)
}

/// A file without some of its words. A word that the original has no more is no word of the translator's own.
fn without_words(file: &Value, is_left_out: impl Fn(&str) -> bool) -> Value {
    let mut file = file.clone();
    if let Value::Object(entries) = &mut file {
        if let Some((_, Value::Object(words))) = entries.iter_mut().find(|(key, _)| key == "words") {
            words.retain(|(key, _)| !is_left_out(key));
        }
        entries.retain(|(key, value)| key != "words" || *value != Value::Object(Vec::new()));
    }
    file
}

/// Copies what a translation has for itself: notes of the translator, `notice`, `direction`, words and plural forms that the original
/// does not have, the address of a source in this language, how a number is said, and reasons for points. `keys` lead to the value.
fn keep_own_parts(value: &mut Value, before: &Value, keys: &[&str]) {
    match (value, before) {
        (Value::Object(entries), Value::Object(before)) => {
            let mut notes = 0;
            for (key, old) in before {
                let of_language = match keys {
                    [] => matches!(key.as_str(), "notice" | "direction" | "words"),
                    ["words"] | ["care", "weeks"] => true,
                    _ => key == "say" || key == "reason",
                };
                match entries.iter_mut().find(|(known, _)| known == key) {
                    Some((_, value)) if is_note(key) => *value = old.clone(),
                    None if is_note(key) => {
                        entries.insert(notes, (key.clone(), old.clone()));
                        notes += 1;
                    }
                    Some((_, value)) if keys == ["sources"] && key == "url" => *value = old.clone(),
                    Some((_, value)) => keep_own_parts(value, old, &[keys, &[key]].concat()),
                    None if of_language => entries.push((key.clone(), old.clone())),
                    None => {}
                }
            }
        }
        (Value::Array(items), Value::Array(before)) => {
            let ids: Vec<String> = items.iter().filter_map(|it| id_of(it).map(str::to_owned)).collect();
            let is_gone = |it: &&Value| id_of(it).is_some_and(|id| !ids.iter().any(|it| it == id));
            for (i, item) in items.iter_mut().enumerate() {
                let old = match id_of(item) {
                    Some(id) => {
                        let same = before.iter().find(|it| id_of(it) == Some(id));
                        // A part at the same place may have been renamed. The address of a source is not that of another one.
                        same.or_else(|| before.get(i).filter(is_gone).filter(|_| keys != ["sources"]))
                    }
                    None => before.get(i),
                };
                if let Some(old) = old {
                    keep_own_parts(item, old, keys);
                }
            }
        }
        (value @ Value::String(_), old) if keys == ["direction"] => *value = old.clone(),
        _ => {}
    }
}

/// Whether a file is a pseudo-translation: its language has the region `XA`.
pub(crate) fn is_pseudo(file: &Value) -> bool {
    language_of(file).is_some_and(|language| language.split('-').any(|it| it.eq_ignore_ascii_case("XA")))
}

/// The name of the file with the translation of a quiz into a language: `bread.pt-BR.json` for `bread.json`.
///
/// ```
/// use which_cause_quiz::translation_file_name;
///
/// assert_eq!(translation_file_name("bread.json", "pt-BR"), "bread.pt-BR.json");
/// assert_eq!(translation_file_name("bread", "de"), "bread.de");
/// ```
#[must_use]
pub fn translation_file_name(original: &str, language: &str) -> String {
    match original.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}.{language}.{extension}"),
        _ => format!("{original}.{language}"),
    }
}

/// The language that a quiz file names.
#[must_use]
pub fn language_of(file: &Value) -> Option<&str> {
    file.get("language")?.as_str()
}
