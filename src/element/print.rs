//! Encodes a result's sheet for JavaScript, which writes it into the page that is printed.

use which_cause_quiz::Sheet;

/// Ends a line. No text of a quiz has this character in it.
const LINE_END: &str = "\u{1e}";

/// Ends a part of a line: the element's name, a text, and perhaps a second text.
const PART_END: &str = "\u{1f}";

/// The lines of a sheet as one text.
pub(super) fn encode(sheet: &Sheet) -> String {
    let mut encoded = String::new();
    for line in &sheet.lines {
        let (first, second) = line.texts();
        for part in [Some(line.element()), Some(first), second].into_iter().flatten() {
            encoded.push_str(part);
            encoded.push_str(PART_END);
        }
        encoded.push_str(LINE_END);
    }
    encoded
}
