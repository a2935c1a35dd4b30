//! Finds the texts of a translation that its translator has left open, or that are older than their originals.

use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::translation_texts::{has_words, map_of, named_texts, untranslated_copy};
use crate::analysis::translation_update::language_of;
use crate::decode::json::Value;
use crate::decode::json_path::JsonPath;
use crate::file::plural::NumberFormat;

/// The findings about the texts of a translation beside its original. Both are the JSON of valid quiz files. `numbers` has the rules
/// of the translation's language.
///
/// A pseudo-translation (region `XA`) has none: it is made anew and never kept.
#[must_use]
pub fn translation_findings(
    original: &Value,
    translation: &Value,
    numbers: &dyn NumberFormat,
) -> Vec<Finding> {
    let language = language_of(translation).unwrap_or_default();
    if language.split('-').any(|subtag| subtag.eq_ignore_ascii_case("XA")) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let originals = map_of(translation, "originals");
    if originals.is_none() {
        found.push(Finding { path: JsonPath::to_key("originals"), kind: FindingKind::OriginalsUnknown });
    }
    let originals = originals.unwrap_or_default();
    let marks = map_of(translation, "untranslated").unwrap_or_default();
    let texts = named_texts(translation);
    for wanted in named_texts(&untranslated_copy(original, language, numbers)) {
        let remembered = originals.iter().find(|(name, _)| *name == wanted.name).map(|(_, text)| text);
        let Some(text) = texts.iter().find(|it| it.name == wanted.name) else {
            // A missing plural form is a finding of its own.
            if !wanted.name.starts_with("care.weeks.") {
                let kind = FindingKind::TextMissing { original: wanted.text };
                found.push(Finding { path: wanted.path, kind });
            }
            continue;
        };
        let is_marked = marks.iter().any(|(name, _)| *name == wanted.name);
        let kind = match remembered {
            Some(remembered) if *remembered != wanted.text => {
                FindingKind::OriginalChanged { before: remembered.clone(), now: wanted.text }
            }
            _ if text.text == wanted.text && has_words(&text.text) && (is_marked || remembered.is_none()) => {
                FindingKind::Untranslated { name: wanted.name }
            }
            _ => continue,
        };
        found.push(Finding { path: text.path.clone(), kind });
    }
    found
}
