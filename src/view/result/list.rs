//! A heading of the result, perhaps a note, and a list; nothing where the list is empty.

use crate::view::page::{Level, Page};
use crate::view::picture::beside_text;
use which_cause_quiz::{Suggestion, Text};

/// Texts under a heading.
pub(super) fn listed(page: &mut Page, level: Level, heading: &Text, texts: &[Text]) {
    if !texts.is_empty() {
        page.section(level, heading, |page| page.list("", texts, |page, text| page.render(text)));
    }
}

/// Small things to try.
pub(super) fn try_this(page: &mut Page, level: Level, things: &[Suggestion]) {
    let quiz = page.ui.quiz();
    let words = quiz.words();
    if things.is_empty() {
        return;
    }
    page.section(level, &words.try_this, |page| {
        page.paragraph("", &words.try_note);
        page.list("", things, |page, it| {
            let Some(picture) = beside_text(page.ui, it.picture.as_ref()) else {
                return page.render(&it.text);
            };
            page.within("div", "to-try", |page| {
                page.paragraph("", &it.text);
                page.put(&picture);
            });
        });
    });
}
