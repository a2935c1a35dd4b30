//! What one cause means for this reader: their own answers first, then what is known, then what to do.

use leptos::prelude::*;

use super::list::Listed;
use crate::quiz::{Outcome, Said, Standing, Text};
use crate::view::element::{Level, paragraph, quote, section, texts};
use crate::view::ui::Ui;

/// The most of the reader's own answers that are quoted for a cause.
const MOST_QUOTED: usize = 5;

/// The texts of a shown cause, their headings at `level`.
pub(super) fn cause(ui: Ui, outcome: &Outcome<'_>, standing: &Standing<'_>, level: Level) -> Vec<AnyView> {
    let quiz = ui.quiz();
    let words = quiz.words();
    let cause = standing.cause;
    let said = |it: Said<'_>| quote(ui.say(&it.question.text), words.you_said.with(&ui.say(&it.choice.text)));
    let why = outcome.why(standing, MOST_QUOTED).into_iter().map(said).collect();
    let told =
        |heading: &Text, text: &Text| Some(section(level, ui.say(heading), [paragraph(None, ui.say(text))]));
    let list = |heading: &Text, note: Option<&Text>, items: &[Text]| {
        Listed { heading, note, items: texts(ui.say_all(items)) }.view(ui, level)
    };
    [
        Listed { heading: &words.why, note: None, items: why }.view(ui, level),
        told(&words.means, &cause.means),
        told(&words.sureness, &cause.sureness),
        list(&words.look_next, None, &cause.look_next),
        list(&words.try_this, Some(&words.try_note), &cause.try_this),
        list(&words.get_checked, None, &cause.get_checked),
    ]
    .into_iter()
    .flatten()
    .collect()
}
