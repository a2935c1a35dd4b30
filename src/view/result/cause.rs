//! What one cause means for this reader: their own answers first, then what is known, then what to do.

use super::list::{listed, try_this};
use crate::view::page::{Level, Page};
use crate::view::picture::picture;
use which_cause_quiz::{Outcome, RankedCause};

/// The most of the reader's own answers that are quoted for a cause.
const MOST_QUOTED: usize = 5;

/// How a cause looks.
pub(super) fn looks(page: &mut Page, standing: &RankedCause<'_>) {
    if let Some(picture) = standing.cause.picture.as_ref().and_then(|it| picture(page.ui, it)) {
        page.put(&picture);
    }
}

/// The texts of a shown cause, their headings at `level`.
pub(super) fn cause(page: &mut Page, outcome: &Outcome<'_>, standing: &RankedCause<'_>, level: Level) {
    let quiz = page.ui.quiz();
    let words = quiz.words();
    let cause = standing.cause;
    let why = outcome.why(standing, MOST_QUOTED);
    if !why.is_empty() {
        page.section(level, &words.why, |page| {
            page.list("said", why, |page, it| {
                page.text("span", "asked", &it.question.text);
                page.write(" ");
                let (ui, said) = (page.ui, it.choice.text.clone());
                page.keep_words(Box::new(move || ui.quiz().words().you_said.with(&ui.render(&said))));
            });
        });
    }
    page.section(level, &words.means, |page| page.paragraph("", &cause.means));
    page.within("div", "aside", |page| {
        page.section(level, &words.sureness, |page| page.paragraph("", &cause.sureness));
    });
    listed(page, level, &words.look_next, &cause.look_next);
    try_this(page, level, &cause.try_this);
    listed(page, level, &words.get_checked, &cause.get_checked);
}
