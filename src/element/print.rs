//! Encodes a result's sheet for JavaScript, which writes it into the page that is printed.

use which_cause::quiz::{Sheet, SheetLine};

/// Ends a line. No text of a quiz has this character in it.
const LINE_END: &str = "\u{1e}";

/// Ends a part of a line: the element's name, a text, and perhaps a second text.
const PART_END: &str = "\u{1f}";

/// The lines of a sheet as one text.
pub(super) fn encode(sheet: &Sheet) -> String {
    let mut encoded = String::new();
    for line in &sheet.lines {
        let (first, second) = line.texts();
        for part in [Some(element(line)), Some(first), second].into_iter().flatten() {
            encoded.push_str(part);
            encoded.push_str(PART_END);
        }
        encoded.push_str(LINE_END);
    }
    encoded
}

/// The name of the HTML element that shows a line.
fn element(line: &SheetLine) -> &'static str {
    match line {
        SheetLine::Title(_) => "h1",
        SheetLine::Heading(_) => "h2",
        SheetLine::Text(_) => "p",
        SheetLine::Item(_) | SheetLine::Pair(..) => "li",
    }
}
