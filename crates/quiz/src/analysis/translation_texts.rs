//! The texts of a translation, what each was made from, and the copy of an original that a translation begins with.
//!
//! A text has a name that stays when its neighbors move: `questions.crumb.choices.dry.text`. Items of a list go by their ids, or by
//! their position if they have none.

use crate::analysis::text_findings::{SCHEMA, each_text};
use crate::decode::from_json::is_note;
use crate::decode::json::Value;
use crate::decode::json_path::{JsonPath, PathRef, PathSegment};
use crate::file::plural::{NumberFormat, PluralCategory};
use crate::file::template::pieces;
use crate::model::built_in_words::{add_built_in_words, built_in_words};

/// Keys of the file whose texts have no original: they are about this file alone.
const NOT_TRANSLATED: [&str; 3] = ["language", "version", "notice"];

/// Keys that a translation does not take over from its original.
const NOT_COPIED: [&str; 5] = ["direction", "notice", "originals", "test_cases", "untranslated"];

/// The most weeks that a phrase of `care.weeks` is for.
const MOST_WEEKS: u32 = 52;

/// A text of a file.
pub(crate) struct NamedText {
    /// The name of the text.
    pub(crate) name: String,
    /// Where it is in the file.
    pub(crate) path: JsonPath,
    pub(crate) text: String,
}

/// The texts of a quiz file that a translator translates, in the order of the file.
pub(crate) fn named_texts(file: &Value) -> Vec<NamedText> {
    let whole = &*SCHEMA;
    let mut texts = Vec::new();
    let Value::Object(entries) = file else { return texts };
    for (key, value) in entries.iter().filter(|(key, _)| !NOT_TRANSLATED.contains(&key.as_str())) {
        let of_key = &whole["$defs"]["QuizFile"]["properties"][key];
        each_text(value, whole, of_key, &PathRef::Root.key(key), &mut |path, text, _| {
            let path = path.to_path();
            texts.push(NamedText { name: name_of(file, &path), path, text: text.to_owned() });
        });
    }
    texts
}

/// The name of the text at a path.
fn name_of(file: &Value, path: &JsonPath) -> String {
    let mut name = String::new();
    let mut value = Some(file);
    let mut in_item_without_id = false;
    for segment in path.segments() {
        match segment {
            // A small thing to try is a text, or an object with a text and a picture. Both have the same name.
            PathSegment::Key(key) if in_item_without_id && key == "text" => {}
            PathSegment::Key(key) => {
                in_item_without_id = false;
                if !name.is_empty() {
                    name.push('.');
                }
                name.push_str(key);
            }
            PathSegment::Item(i) => {
                let id = value.and_then(|it| it.child(segment)).and_then(id_of);
                match id {
                    Some(id) => name.extend([".", id]),
                    None => name.extend(["[", &i.to_string(), "]"]),
                }
                in_item_without_id = id.is_none();
            }
        }
        value = value.and_then(|it| it.child(segment));
    }
    name
}

/// Replaces the text at a path.
pub(crate) fn set_text(file: &mut Value, path: &JsonPath, text: &str) {
    let mut value = file;
    for segment in path.segments() {
        let next = match (value, segment) {
            (Value::Object(entries), PathSegment::Key(key)) => {
                entries.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
            }
            (Value::Array(items), PathSegment::Item(i)) => items.get_mut(*i),
            _ => None,
        };
        let Some(next) = next else { return };
        value = next;
    }
    *value = Value::String(text.to_owned());
}

/// The id of an item of a list.
pub(crate) fn id_of(item: &Value) -> Option<&str> {
    item.get("id")?.as_str()
}

/// A map of names to texts in a translation: `originals` or `untranslated`. `None` if the file has no such key.
pub(crate) fn map_of(file: &Value, key: &str) -> Option<Vec<(String, String)>> {
    let Value::Object(map) = file.get(key)? else { return Some(Vec::new()) };
    let texts = map.iter().filter_map(|(name, text)| match text {
        Value::String(text) => Some((name.clone(), text.clone())),
        _ => None,
    });
    Some(texts.collect())
}

/// Whether a text has letters. A separator or a bare placeholder is the same in many languages.
pub(crate) fn has_letters(text: &str) -> bool {
    pieces(text).any(|(plain, _)| plain.contains(char::is_alphabetic))
}

/// A translation of `original` into a language in which no text is translated yet. `numbers` has the rules of the language.
pub(crate) fn untranslated_copy(original: &Value, language: &str, numbers: &dyn NumberFormat) -> Value {
    let mut copy = original.clone();
    remove_notes(&mut copy);
    adapt_words(&mut copy, language);
    let Value::Object(entries) = &mut copy else { return copy };
    entries.retain(|(key, _)| !NOT_COPIED.contains(&key.as_str()));
    for (key, value) in entries.iter_mut() {
        match (key.as_str(), value) {
            ("language", value) => *value = Value::String(language.to_owned()),
            ("care", Value::Object(care)) => {
                if let Some((_, Value::Object(weeks))) = care.iter_mut().find(|(key, _)| key == "weeks") {
                    adapt_plural_forms(weeks, numbers);
                }
            }
            _ => {}
        }
    }
    if is_right_to_left(language) {
        let after_language = entries.iter().position(|(key, _)| key == "language").map_or(0, |i| i + 1);
        entries.insert(after_language, ("direction".to_owned(), Value::String("rtl".to_owned())));
    }
    copy
}

/// Removes the notes of the author of the original, and the reasons for points. The name of the schema stays, for editors.
fn remove_notes(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|(key, _)| (!is_note(key) || key == "$schema") && key != "reason");
            for (_, value) in entries {
                remove_notes(value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(remove_notes),
        _ => {}
    }
}

/// Leaves out the built-in words of the original's language if the translation has its own. Otherwise adds them: a translator has
/// to translate all words.
fn adapt_words(file: &mut Value, language: &str) {
    if built_in_words(language).is_empty() {
        return add_built_in_words(file);
    }
    let language = file.get("language").and_then(Value::as_str);
    let built_in = language.map(built_in_words).unwrap_or_default();
    let Value::Object(entries) = file else { return };
    if let Some((_, Value::Object(words))) = entries.iter_mut().find(|(key, _)| key == "words") {
        words.retain(|word| !built_in.contains(word));
    }
    entries.retain(|(key, value)| key != "words" || *value != Value::Object(Vec::new()));
}

/// Gives a phrase the plural forms of a language. A form that the original does not have begins with the text of `other`.
fn adapt_plural_forms(forms: &mut Vec<(String, Value)>, numbers: &dyn NumberFormat) {
    let form = |key: &str| forms.iter().find(|(known, _)| known == key).map(|(_, text)| text);
    let Some(other) = form("other") else { return };
    let is_used = |category: PluralCategory| {
        category == PluralCategory::Other || (0..=MOST_WEEKS).any(|n| numbers.category(n) == category)
    };
    let used = PluralCategory::ALL.iter().filter(|category| is_used(**category));
    let adapted = used.map(|category| {
        let key = category.as_str();
        (key.to_owned(), form(key).unwrap_or(other).clone())
    });
    *forms = adapted.collect();
}

/// Whether a language is written from right to left: by its script, or else by the usual script of the language.
fn is_right_to_left(language: &str) -> bool {
    const SCRIPTS: [&str; 5] = ["arab", "hebr", "nkoo", "syrc", "thaa"];
    const LANGUAGES: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
    let tag = language.to_ascii_lowercase();
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    match subtags.find(|it| it.len() == 4 && it.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&first),
    }
}
