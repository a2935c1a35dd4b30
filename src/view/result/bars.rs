//! The bars: how many of the reader's answers fit each cause, in length and in words, never in numbers.

use leptos::prelude::*;

use crate::quiz::Outcome;
use crate::view::ui::Ui;

/// One cause's bar.
pub(super) struct Bar {
    name: String,
    words: String,
    /// Its length in hundredths.
    length: u32,
}

/// The bars of a result, the longest first.
pub(super) fn of(ui: Ui, outcome: &Outcome<'_>) -> Vec<Bar> {
    let quiz = ui.quiz();
    outcome
        .ranking
        .iter()
        .map(|it| Bar {
            name: ui.say(&it.cause.short_label),
            words: ui.say(&quiz.band(it.score).text),
            length: it.score,
        })
        .collect()
}

/// All bars, under their heading.
#[component]
pub(super) fn Bars(
    /// What every screen has at hand.
    ui: Ui,
    /// The bars, the longest first.
    bars: Vec<Bar>,
) -> impl IntoView {
    let quiz = ui.quiz();
    let words = quiz.words();
    view! {
        <div class="part">
            <h3>{ui.say(&words.bars)}</h3>
            <ul class="bars">
                {bars
                    .into_iter()
                    .map(|Bar { name, words, length }| {
                        view! {
                            <li>
                                <span class="bar-name">{name}</span>
                                " "
                                <span class="bar-words">{words}</span>
                                <svg
                                    class="bar"
                                    part="bar"
                                    viewBox="0 0 100 1"
                                    preserveAspectRatio="none"
                                    aria-hidden="true"
                                >
                                    <rect class="bar-fill" width=length.to_string() height="1" />
                                </svg>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <p class="note">{ui.say(&words.bars_note)}</p>
        </div>
    }
}
