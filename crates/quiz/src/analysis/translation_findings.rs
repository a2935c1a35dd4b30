//! Finds the texts of a translation that its translator has left open, or that are older than their originals.

use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::translation_entries::{TranslationState, WEEKS, translation_entries};
use crate::analysis::translation_texts::map_of;
use crate::analysis::translation_update::is_pseudo;
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
    if is_pseudo(translation) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if map_of(translation, "originals").is_none() {
        found.push(Finding { path: JsonPath::to_key("originals"), kind: FindingKind::OriginalsUnknown });
    }
    for entry in translation_entries(original, translation, numbers) {
        let Some(original) = entry.original else { continue };
        let path = &entry.translation.as_ref().unwrap_or(&original).path;
        let mut find = |kind| found.push(Finding { path: path.clone(), kind });
        match entry.state {
            // A missing plural form is a finding of its own.
            TranslationState::Missing if !entry.name.starts_with(WEEKS) => {
                find(FindingKind::TextMissing { original: original.text.clone() });
            }
            TranslationState::OriginalChanged { before } => {
                find(FindingKind::OriginalChanged { before, now: original.text.clone() });
            }
            TranslationState::Untranslated { .. } => find(FindingKind::Untranslated { name: entry.name }),
            _ => {}
        }
        for placeholder in entry.lost_placeholders {
            find(FindingKind::PlaceholderLost { placeholder });
        }
    }
    found
}
