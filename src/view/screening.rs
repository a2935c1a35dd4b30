//! A screen of the screening.

use leptos::prelude::*;

use super::ask::{Ask, Asked, Offered};
use super::ui::Ui;
use crate::quiz::{Screen, Step};

pub(super) fn screening(ui: Ui, screen: &Screen, step: Step) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    let asked = Asked {
        name: screen.id.to_string(),
        progress: ui.progress(&words.screening_progress, step),
        text: ui.say(&screen.text),
        hints: ui.say_all(&screen.help),
        one: false,
        picture: None,
        choices: Offered::all(ui, &screen.choices),
        needs: ui.say(&words.screen_needs_tick),
        go_on: ui.say(&words.next),
        skip: None,
    };
    view! { <Ask ui asked /> }.into_any()
}
