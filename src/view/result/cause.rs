//! What one cause means for this reader: their own answers first, then what is known, then what to do.

use leptos::prelude::*;

use super::list::{Listed, try_this};
use crate::quiz::{Outcome, Said, Standing, Text};
use crate::view::element::{Level, block, list as list_of, paragraph, quote, section, texts};
use crate::view::picture::picture;
use crate::view::ui::Ui;

/// The most of the reader's own answers that are quoted for a cause.
const MOST_QUOTED: usize = 5;

/// How a cause looks.
pub(super) fn looks(ui: Ui, standing: &Standing<'_>) -> Option<AnyView> {
    standing.cause.picture.as_ref().and_then(|it| picture(ui, it))
}

/// The texts of a shown cause, their headings at `level`.
pub(super) fn cause(ui: Ui, outcome: &Outcome<'_>, standing: &Standing<'_>, level: Level) -> Vec<AnyView> {
    let quiz = ui.quiz();
    let words = quiz.words();
    let cause = standing.cause;
    let said = |it: Said<'_>| quote(ui.say(&it.question.text), words.you_said.with(&ui.say(&it.choice.text)));
    let why = outcome.why(standing, MOST_QUOTED).into_iter().map(said).collect();
    let told =
        |heading: &Text, text: &Text| Some(section(level, ui.say(heading), [paragraph(None, ui.say(text))]));
    let list = |heading: &Text, items: &[Text]| {
        Listed { heading, note: None, items: texts(ui.say_all(items)) }.view(ui, level)
    };
    let why = list_of(Some("said"), why);
    [
        why.map(|why| section(level, ui.say(&words.why), [why])),
        told(&words.means, &cause.means),
        told(&words.sureness, &cause.sureness).map(|it| block("aside", None, vec![it])),
        list(&words.look_next, &cause.look_next),
        Listed {
            heading: &words.try_this,
            note: Some(&words.try_note),
            items: try_this(ui, &cause.try_this),
        }
        .view(ui, level),
        list(&words.get_checked, &cause.get_checked),
    ]
    .into_iter()
    .flatten()
    .collect()
}
