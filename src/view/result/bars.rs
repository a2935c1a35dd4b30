//! The bars: how many of the reader's answers fit each cause, in length and in words, never in numbers.

use leptos::prelude::*;

use crate::quiz::Outcome;
use crate::view::element::{Level, list, paragraph, section};
use crate::view::ui::Ui;

/// The bars of a result under their heading, the longest first.
pub(super) fn bars(ui: Ui, outcome: &Outcome<'_>) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    let bars = outcome
        .ranking
        .iter()
        .map(|it| bar(ui.say(&it.cause.short_label), ui.say(&quiz.band(it.score).text), it.score))
        .collect();
    let note = paragraph(Some("note"), ui.say(&words.bars_note));
    section(Level::Part, ui.say(&words.bars), list(Some("bars"), bars).into_iter().chain([note]))
}

/// One cause's bar, `length` hundredths long. Its length is for the eye alone: the words say what it says.
fn bar(name: String, words: String, length: u32) -> AnyView {
    view! {
        <span class="bar-name">{name}</span>
        " "
        <span class="bar-words">{words}</span>
        <svg class="bar" part="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-fill" width=length.to_string() height="1" />
        </svg>
    }
    .into_any()
}
