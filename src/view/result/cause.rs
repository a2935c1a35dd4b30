//! What one cause means for this reader: their own answers first, then what is known, then what to do.

use leptos::prelude::*;

use super::list::Listed;
use crate::quiz::{Choice, Outcome, Standing, Text};
use crate::view::element::{paragraph, section};
use crate::view::ui::Ui;

/// The most of the reader's own answers that are quoted for a cause.
const MOST_QUOTED: usize = 5;

/// The texts of a shown cause.
pub(super) fn cause(ui: Ui, outcome: &Outcome<'_>, standing: &Standing<'_>) -> Vec<AnyView> {
    let quiz = ui.quiz();
    let words = quiz.words();
    let cause = standing.cause;
    let said = |choice: &Choice| words.you_said.with(&ui.say(&choice.text));
    let why = outcome.why(standing, MOST_QUOTED).into_iter().map(said).collect();
    let told = |heading: &Text, text: &Text| Some(section(ui.say(heading), [paragraph(None, ui.say(text))]));
    let list = |heading: &Text, note: Option<&Text>, items: &[Text]| {
        Listed { heading, note, items: ui.say_all(items) }.view(ui)
    };
    [
        Listed { heading: &words.why, note: None, items: why }.view(ui),
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
