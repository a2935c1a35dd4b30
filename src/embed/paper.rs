//! A reader's result on paper or in the clipboard. Nothing of it goes anywhere else.

use super::options::Options;
use which_cause_quiz::{Placeholders, Session, Sheet, SheetLine, Stage};

/// Ends what is written of a line. No text of a quiz has such a character in it.
const LINE: &str = "\u{1e}";

/// Parts what is written of a line: an element's name, a text, and perhaps what is said of that.
const PART: &str = "\u{1f}";

/// Prints the sheet of a result.
pub(super) fn print(options: &Options, placeholders: &Placeholders, session: &Session) {
    let Some(sheet) = sheet(options, placeholders, session) else { return };
    let mut lines = String::new();
    for line in &sheet.lines {
        let (first, second) = line.texts();
        for part in [Some(element(line)), Some(first), second].into_iter().flatten() {
            lines.push_str(part);
            lines.push_str(PART);
        }
        lines.push_str(LINE);
    }
    let quiz = session.quiz();
    options.print(&lines, quiz.language().as_str(), quiz.direction().as_str());
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

/// Copies the sheet of a result as text.
pub(super) fn copy(options: &Options, placeholders: &Placeholders, session: &Session) {
    if let Some(sheet) = sheet(options, placeholders, session) {
        options.copy(&sheet.to_text());
    }
}

fn sheet(options: &Options, placeholders: &Placeholders, session: &Session) -> Option<Sheet> {
    let about = options.about(session.quiz().language().as_str());
    match session.stage() {
        Stage::Finished(outcome) => Some(outcome.sheet(placeholders, Some(about))),
        _ => None,
    }
}
