//! The bars: how many of the reader's answers fit each cause, in length and in words, never in numbers.

use crate::view::page::{Level, Page};
use which_cause_quiz::Outcome;

/// The bars of a result under their heading, the longest first.
pub(super) fn bars(page: &mut Page, outcome: &Outcome<'_>) {
    let quiz = page.ui.quiz();
    let words = quiz.words();
    page.section(Level::Part, &words.bars, |page| {
        page.list("bars", &outcome.ranking, |page, it| {
            page.text("span", "bar-name", &it.cause.short_label);
            page.write(" ");
            page.text("span", "bar-words", &quiz.band(it.score).text);
            bar(page, it.score);
        });
        page.paragraph("note", &words.bars_note);
    });
}

/// One cause's bar, `length` hundredths long. Its length is for the eye alone: the words say what it says.
fn bar(page: &mut Page, length: u32) {
    page.open_svg("svg", "bar");
    page.set("part", "bar");
    page.set("viewBox", "0 0 100 1");
    page.set("preserveAspectRatio", "none");
    page.set("aria-hidden", "true");
    page.open_svg("rect", "bar-fill");
    page.set("width", &length.to_string());
    page.set("height", "1");
    page.close();
    page.close();
}
