//! Finds texts that readers would not see as their author meant them: markup, invisible characters, letters in a wrong encoding,
//! words that are too wide for a narrow phone, wrong emergency numbers.

use std::sync::LazyLock;

use serde_json::Value as Schema;

use crate::analysis::character_lint::useless_character;
use crate::analysis::emergency_number_lint::{BEFORE_START, find_numbers_before_start, find_unsaid_numbers};
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::markup_lint::{markup, unknown_markup};
use crate::analysis::word_width::{Column, too_wide};
use crate::decode::encoding::windows_1252;
use crate::decode::from_json::is_note;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::file::markup::without_markup;
use crate::file::quiz_file::schema;
use crate::file::template::pieces;

/// Keys of the file whose texts are never shown.
const NOT_SHOWN: [&str; 2] = ["language", "version"];

/// The schema of a quiz file, built once: the studio looks for findings after each change, and building the schema would double that
/// time.
pub(crate) static SCHEMA: LazyLock<Schema> = LazyLock::new(schema);

/// Findings about the texts of a quiz file in any language. `file` is the JSON of a quiz file, which may have problems.
#[must_use]
pub fn text_findings(file: &Value) -> Vec<Finding> {
    let whole = &*SCHEMA;
    let mut found = Vec::new();
    if let Value::Object(entries) = file {
        for (key, value) in entries.iter().filter(|(key, _)| !NOT_SHOWN.contains(&key.as_str())) {
            let of_key = &whole["$defs"]["QuizFile"]["properties"][key];
            let place = PathRef::Root;
            let path = place.key(key);
            each_text(value, whole, of_key, &path, &mut |path, text, schema| {
                lint(path, text, schema["markup"] == true, &mut found);
                if BEFORE_START.contains(&key.as_str()) {
                    find_numbers_before_start(path, text, &mut found);
                }
            });
        }
    }
    find_unsaid_numbers(file, &mut found);
    found
}

/// Calls `visit` with each text that readers see, and with its schema, which marks it with `translate` and, if it can have markup, with
/// `markup`.
pub(crate) fn each_text(
    value: &Value,
    whole: &Schema,
    schema: &Schema,
    path: &PathRef<'_>,
    visit: &mut impl FnMut(&PathRef<'_>, &str, &Schema),
) {
    if let Some(part) = schema["$ref"].as_str() {
        let part = whole.pointer(part.trim_start_matches('#')).unwrap_or(&Schema::Null);
        return each_text(value, whole, part, path, visit);
    }
    for choice in ["anyOf", "oneOf"].iter().filter_map(|it| schema[it].as_array()).flatten() {
        each_text(value, whole, choice, path, visit);
    }
    match value {
        Value::String(text) if schema["translate"] == true => {
            visit(path, text, schema);
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                each_text(item, whole, &schema["items"], &path.item(i), visit);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| !is_note(key)) {
                let known = schema["properties"].get(key).unwrap_or(&schema["additionalProperties"]);
                each_text(value, whole, known, &path.key(key), visit);
            }
        }
        _ => {}
    }
}

fn lint(path: &PathRef<'_>, text: &str, has_markup: bool, found: &mut Vec<Finding>) {
    let mut find = |kind| found.push(Finding { path: path.to_path(), kind });
    let unknown = if has_markup { unknown_markup(text) } else { markup(text) };
    if let Some((markup, right)) = unknown {
        find(FindingKind::Markup { found: markup, right });
    }
    if let Some(character) = useless_character(text) {
        find(FindingKind::InvisibleCharacter { character });
    }
    if let Some((wrong, right)) = wrong_encoding(text) {
        find(FindingKind::WrongEncoding { found: wrong, right });
    }
    let column = Column::of(&path.to_path());
    let words = without_markup(text);
    for (word, width) in pieces(&words).flat_map(|(plain, _)| too_wide(plain, column)) {
        find(FindingKind::WideWord { word: word.to_owned(), width, column: column.width() });
    }
}

/// The byte of a character in windows-1252, from 0x80 on.
fn windows_1252_byte(character: char) -> Option<u8> {
    (0x80..=0xff).find(|byte| windows_1252(*byte) == character)
}

/// The first characters of a text that are UTF-8 read as windows-1252, with the original character, or the first replacement
/// character.
fn wrong_encoding(text: &str) -> Option<(String, Option<char>)> {
    let chars: Vec<char> = text.chars().collect();
    for (i, first) in chars.iter().enumerate() {
        if *first == char::REPLACEMENT_CHARACTER {
            return Some((first.to_string(), None));
        }
        // The first byte of a UTF-8 sequence of two, three or four bytes.
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
        // A letter before a closing quote or a no-break space is fine: « NÃ »
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
    fn letters_in_a_wrong_encoding_are_found_with_the_original_letter() {
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
    fn windows_1252_is_decoded_and_encoded_alike() {
        for byte in 0x80..=0xff_u8 {
            assert_eq!(windows_1252_byte(windows_1252(byte)), Some(byte));
        }
        assert_eq!([0x80, 0x9f].map(windows_1252), ['€', 'Ÿ']);
        assert_eq!(windows_1252_byte('Ω'), None);
    }
}
