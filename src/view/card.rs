//! A care card: what a reader with a warning sign is told. Its level shows in its icon and its heading as well as
//! in its colour.

use super::page::Page;
use which_cause_quiz::{CareLevel, Text};

/// A care card: its icon and its heading in a band, which takes the reader's focus, and what stands under it.
pub(super) fn care_card(page: &mut Page, level: CareLevel, title: &Text, fill: impl FnOnce(&mut Page)) {
    open_card(page, level, title);
    fill(page);
    page.close();
    page.close();
}

/// What a reader does where a number on the card is not theirs.
pub(super) fn elsewhere(page: &mut Page) {
    let quiz = page.ui.quiz();
    if let Some(text) = quiz.care().and_then(|it| it.elsewhere.as_ref()) {
        page.paragraph("", text);
    }
}

fn open_card(page: &mut Page, level: CareLevel, title: &Text) {
    let class = match level {
        CareLevel::Emergency => "care care-emergency",
        CareLevel::Urgent => "care care-urgent",
        CareLevel::Soon => "care care-soon",
    };
    page.open("div", class);
    page.set("part", "care");
    page.open("div", "care-band");
    icon(page, level);
    page.heading("care", true, |page| page.render(title));
    page.close();
    page.open("div", "care-text");
    page.announce();
}

/// A sign for each care level, drawn for this project on a grid of 24, each of another outline: a triangle, a clock,
/// a calendar.
fn icon(page: &mut Page, level: CareLevel) {
    let lines = match level {
        CareLevel::Emergency => "M12 3 2 21h20zM12 10v5M12 18v.01",
        CareLevel::Urgent => "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM12 7v5l3.5 2.5",
        CareLevel::Soon => "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8M9 15.5l2 2 4-4",
    };
    page.open_svg("svg", "care-icon");
    page.set("viewBox", "0 0 24 24");
    page.set("aria-hidden", "true");
    page.open_svg("path", "");
    page.set("d", lines);
    page.close();
    page.close();
}
