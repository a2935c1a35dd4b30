//! The changes of a translation's file for each action of a translator.

use which_cause_quiz::{JsonPath, TranslationEntry, TranslationState, Value};

use crate::document::{self, Change};

/// Another text. If the original has changed since the text was translated, it is a translation of the original of today from now on.
pub(crate) fn set_text(file: &Value, entry: &TranslationEntry, text: &str) -> Vec<Change> {
    let Some(translation) = &entry.translation else { return Vec::new() };
    let mut changes = vec![Change::Replace(translation.path.clone(), Value::String(text.to_owned()))];
    if let (TranslationState::OriginalChanged { .. }, Some(original)) = (&entry.state, &entry.original) {
        changes.extend(set_original(file, &entry.name, &original.text));
    }
    changes
}

/// The text is right as it is, although it is the same as the original or older.
pub(crate) fn accept(file: &Value, entry: &TranslationEntry) -> Vec<Change> {
    let Some(original) = &entry.original else { return Vec::new() };
    // A new key is the last one, so that it moves nothing that is removed after it.
    let mut changes = set_original(file, &entry.name, &original.text);
    changes.extend(document::remove(file, &JsonPath::to_key("untranslated").key(&entry.name), true));
    changes
}

/// Says which original a text was made from.
pub(crate) fn set_original(file: &Value, name: &str, original: &str) -> Vec<Change> {
    let path = JsonPath::to_key("originals").key(name);
    document::set(file, &path, Value::String(original.to_owned()), |_| Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::{PlainDigits, translation_entries};

    const ORIGINAL: &str = r#"{"language": "en", "title": "New", "subtitle": "Same"}"#;

    fn entry(file: &Value, name: &str) -> TranslationEntry {
        let original = parse(ORIGINAL);
        let entries = translation_entries(&original, file, &PlainDigits);
        entries.into_iter().find(|entry| entry.name == name).expect("an entry")
    }

    fn parse(file: &str) -> Value {
        Value::parse(file).expect("JSON")
    }

    fn after(file: &str, change: impl Fn(&Value) -> Vec<Change>) -> Value {
        let mut file = parse(file);
        for change in change(&file) {
            change.apply(&mut file).expect("a place");
        }
        file
    }

    #[test]
    fn a_new_text_is_a_translation_of_the_original_of_today() {
        let file = r#"{"language": "de", "title": "Alt", "originals": {"title": "Old"}}"#;
        assert_eq!(
            after(file, |file| set_text(file, &entry(file, "title"), "Neu")),
            parse(r#"{"language": "de", "title": "Neu", "originals": {"title": "New"}}"#)
        );
    }

    #[test]
    fn a_text_that_is_right_as_it_is_leaves_the_list() {
        let file = r#"{"language": "de", "untranslated": {"subtitle": ""}, "subtitle": "Same"}"#;
        assert_eq!(
            after(file, |file| accept(file, &entry(file, "subtitle"))),
            parse(r#"{"language": "de", "subtitle": "Same", "originals": {"subtitle": "Same"}}"#)
        );
    }

    #[test]
    fn a_text_that_is_not_in_the_file_is_not_set() {
        let file = parse(r#"{"language": "de"}"#);
        assert_eq!(set_text(&file, &entry(&file, "title"), "Neu"), []);
    }
}
