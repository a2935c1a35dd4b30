//! What one cause means for this reader.

use leptos::prelude::*;

use super::list::{Listed, Section};
use crate::quiz::{Outcome, Standing};
use crate::view::ui::Ui;

/// The most of the reader's own answers that are quoted for a cause.
const MOST_QUOTED: usize = 5;

/// A cause's texts, in the order in which they are shown.
pub(super) struct Texts {
    why: Listed,
    means: (String, String),
    sureness: (String, String),
    lists: [Listed; 3],
}

/// The texts of a shown cause.
pub(super) fn cause_text(ui: Ui, outcome: &Outcome<'_>, standing: &Standing<'_>) -> Texts {
    let quiz = ui.quiz();
    let words = quiz.words();
    let cause = standing.cause;
    let list = |heading, note: Option<&_>, items: &Vec<_>| Listed {
        heading: ui.say(heading),
        note: note.map(|note| ui.say(note)),
        items: ui.say_all(items),
    };
    let said = |choice: &crate::quiz::Choice| words.you_said.with(&ui.say(&choice.text));
    Texts {
        why: Listed {
            heading: ui.say(&words.why),
            note: None,
            items: outcome.why(standing, MOST_QUOTED).into_iter().map(said).collect(),
        },
        means: (ui.say(&words.means), ui.say(&cause.means)),
        sureness: (ui.say(&words.sureness), ui.say(&cause.sureness)),
        lists: [
            list(&words.look_next, None, &cause.look_next),
            list(&words.try_this, Some(&words.try_note), &cause.try_this),
            list(&words.get_checked, None, &cause.get_checked),
        ],
    }
}

/// What one cause means: the reader's own answers first, then what is known, then what to do.
#[component]
pub(super) fn CauseText(
    /// The cause's texts.
    text: Texts,
) -> impl IntoView {
    let Texts { why, means, sureness, lists } = text;
    view! {
        {why.view()}
        <Section heading=means.0><p>{means.1}</p></Section>
        <Section heading=sureness.0><p>{sureness.1}</p></Section>
        {lists.map(Listed::view).into_iter().collect_view()}
    }
}
