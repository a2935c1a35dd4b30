//! A screen of the screening.

use web_sys::Element;

use super::ask::{Asked, ask};
use super::ui::Ui;
use which_cause_quiz::{Screen, Step};

pub(super) fn screening(ui: Ui, screen: &Screen, step: Step) -> Element {
    let quiz = ui.quiz();
    let words = quiz.words();
    let asked = Asked {
        name: screen.id.as_str(),
        progress: ui.progress(&words.screening_progress, step),
        text: &screen.text,
        hints: [screen.help.as_ref(), None],
        one: false,
        picture: None,
        choices: &screen.choices,
        needs: &words.screen_needs_tick,
        go_on: &words.next,
        skip: None,
    };
    ask(ui, &asked)
}
