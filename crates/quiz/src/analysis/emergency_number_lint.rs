//! Finds texts in which readers would see a wrong emergency number.

use crate::analysis::finding::{Finding, FindingKind};
use crate::decode::json::Value;
use crate::decode::json_path::{JsonPath, PathRef};
use crate::file::template::{QuizPlaceholder, placeholders_in};

/// Keys of the file whose texts are in the page before the quiz starts. Nothing fills them for each reader.
pub(crate) const BEFORE_START: [&str; 4] = ["title", "subtitle", "intro", "notice"];

/// The digits 0 of the scripts whose languages use digits of their own: Arabic, Persian and Urdu, Devanagari, Bengali.
const ZEROS: [char; 4] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}'];

/// Finds placeholders for numbers of the reader's region in a text before the start.
pub(crate) fn find_numbers_before_start(path: &PathRef<'_>, text: &str, found: &mut Vec<Finding>) {
    let numbers = [QuizPlaceholder::EmergencyNumber, QuizPlaceholder::UrgentLine];
    let is_number = |name: &&str| numbers.iter().any(|number| number.name() == *name);
    if let Some(placeholder) = placeholders_in(text).find(is_number) {
        let kind = FindingKind::NumberBeforeStart { placeholder: placeholder.to_owned() };
        found.push(Finding { path: path.to_path(), kind });
    }
}

/// Finds each `say` of an emergency number that does not contain the digits of the number.
pub(crate) fn find_unsaid_numbers(file: &Value, found: &mut Vec<Finding>) {
    let regions_path = JsonPath::to_key("care").key("emergency").key("regions");
    let Some(Value::Object(regions)) = file.at(&regions_path) else { return };
    for (region, entry) in regions {
        let (Some(Value::String(number)), Some(Value::String(say))) = (entry.get("number"), entry.get("say"))
        else {
            continue;
        };
        if !digits(say).contains(&digits(number)) {
            let kind = FindingKind::NumberNotSaid { number: number.clone() };
            found.push(Finding { path: regions_path.key(region).key("say"), kind });
        }
    }
}

/// The digits of a text, as those from 0 to 9.
fn digits(text: &str) -> String {
    let digit = |c: char| {
        let digit_after =
            |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
        c.to_digit(10).or_else(|| ZEROS.iter().find_map(digit_after))
    };
    text.chars().filter_map(digit).filter_map(|digit| char::from_digit(digit, 10)).collect()
}
