//! Looks for texts of a quiz file that readers would not see as their author meant them: markup, which is shown as it
//! stands; characters that nobody sees; letters that went through a wrong encoding; words too wide for a narrow phone.

use serde_json::Value as Schema;

use crate::analysis::character_lint::stray;
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::markup_lint::markup;
use crate::decode::encoding::windows_1252;
use crate::decode::json_path::Place;
use crate::file::quiz_file::schema;
use crate::file::template::pieces;

use crate::analysis::word_width::{Column, too_wide};
use crate::decode::json::Value;

/// Keys of the file whose lines no reader sees.
const UNSEEN: [&str; 2] = ["language", "version"];

/// What is odd about the texts that readers see, in any language.
#[must_use]
pub fn text_findings(file: &Value) -> Vec<Finding> {
    let whole = schema();
    let mut found = Vec::new();
    if let Value::Map(entries) = file {
        for (key, value) in entries.iter().filter(|(key, _)| !UNSEEN.contains(&key.as_str())) {
            let of_key = &whole["$defs"]["QuizFile"]["properties"][key];
            let place = Place::File;
            each_text(value, &whole, of_key, &place.key(key), &mut |at, text| lint(at, text, &mut found));
        }
    }
    found
}

/// Calls `visit` with each text that a reader sees. The schema marks them.
fn each_text(
    value: &Value,
    whole: &Schema,
    schema: &Schema,
    at: &Place<'_>,
    visit: &mut impl FnMut(&Place<'_>, &str),
) {
    if let Some(part) = schema["$ref"].as_str() {
        let part = whole.pointer(part.trim_start_matches('#')).unwrap_or(&Schema::Null);
        return each_text(value, whole, part, at, visit);
    }
    for choice in ["anyOf", "oneOf"].iter().filter_map(|it| schema[it].as_array()).flatten() {
        each_text(value, whole, choice, at, visit);
    }
    match value {
        Value::Text(text) if schema["translate"] == true => visit(at, text),
        Value::List(items) => {
            for (i, item) in items.iter().enumerate() {
                each_text(item, whole, &schema["items"], &at.item(i), visit);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| !key.starts_with(['$', '_'])) {
                let known = schema["properties"].get(key).unwrap_or(&schema["additionalProperties"]);
                each_text(value, whole, known, &at.key(key), visit);
            }
        }
        _ => {}
    }
}

fn lint(at: &Place<'_>, text: &str, found: &mut Vec<Finding>) {
    let mut find = |kind| found.push(Finding { place: at.path(), kind });
    if let Some((markup, right)) = markup(text) {
        find(FindingKind::Markup { found: markup, right });
    }
    if let Some(character) = stray(text) {
        find(FindingKind::UnseenCharacter { character });
    }
    if let Some((wrong, right)) = wrong_encoding(text) {
        find(FindingKind::WrongEncoding { found: wrong, right });
    }
    let column = Column::of(&at.path());
    for (word, width) in pieces(text).flat_map(|(plain, _)| too_wide(plain, column)) {
        find(FindingKind::WideWord { word: word.to_owned(), width, column: column.width() });
    }
}

/// The byte of a character in windows-1252, where it has one.
fn windows_1252_byte(character: char) -> Option<u8> {
    (0x80..=0xff).find(|byte| windows_1252(*byte) == character)
}

/// The first characters that are UTF-8 read as windows-1252, and what they were; or the one that stands for what could not
/// be read.
fn wrong_encoding(text: &str) -> Option<(String, Option<char>)> {
    let chars: Vec<char> = text.chars().collect();
    for (i, first) in chars.iter().enumerate() {
        if *first == char::REPLACEMENT_CHARACTER {
            return Some((first.to_string(), None));
        }
        // Two to four bytes of UTF-8 begin with one from C2 on.
        let length = match *first {
            'Â' | 'Ã' | 'Ä' | 'Å' | 'Î' | 'Ï' | 'Ð' | 'Ñ' | 'Ø' | 'Ù' => 2,
            'â' | 'ã' => 3,
            'ð' => 4,
            _ => continue,
        };
        let Some(part) = chars.get(i..i + length) else { continue };
        let Some(bytes) = part.iter().map(|c| windows_1252_byte(*c)).collect::<Option<Vec<u8>>>() else {
            continue;
        };
        // A letter before a closing quote or a no-break space is no slip: « NÃ »
        let ordinary =
            length == 2 && matches!(part[1], '»' | '\u{a0}' | '’' | '”' | '–' | '—' | '…' | '‘' | '“');
        if let Some(right) = std::str::from_utf8(&bytes).ok().filter(|_| !ordinary) {
            return Some((part.iter().collect(), right.chars().next()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_went_through_a_wrong_encoding_are_found_with_what_they_were() {
        for (text, found, right) in [
            ("FÃ¼r", "Ã¼", Some('ü')),
            ("cafÃ©", "Ã©", Some('é')),
            ("itâ€™s", "â€™", Some('’')),
            ("10Â°", "Â°", Some('°')),
            ("ðŸ‘\u{8d}", "ðŸ‘\u{8d}", Some('👍')),
            ("gr\u{fffd}n", "\u{fffd}", None),
        ] {
            assert_eq!(wrong_encoding(text), Some((found.to_owned(), right)), "{text}");
        }
        for fine in ["Für", "MANHÃ", "« MANHÃ »", "Ângela", "Ärger…", "Å", "Ñandú", "ÀÉÎ", "“Â”", "Þórð"]
        {
            assert_eq!(wrong_encoding(fine), None, "{fine}");
        }
    }

    #[test]
    fn windows_1252_goes_both_ways() {
        for byte in 0x80..=0xff_u8 {
            assert_eq!(windows_1252_byte(windows_1252(byte)), Some(byte));
        }
        assert_eq!([0x80, 0x9f].map(windows_1252), ['€', 'Ÿ']);
        assert_eq!(windows_1252_byte('Ω'), None);
    }
}
