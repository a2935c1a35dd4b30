//! A scored question.

use leptos::prelude::*;

use super::ask::{Ask, Asked, Offered};
use super::ui::Ui;
use crate::quiz::{Kind, Question, Step};

pub(super) fn question(ui: Ui, question: &Question, step: Step) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    let one = question.kind == Kind::One;
    let (how, needs) = if one {
        (&words.pick_one, &words.question_needs_pick)
    } else {
        (&words.tick_all, &words.question_needs_tick)
    };
    let asked = Asked {
        name: question.id.to_string(),
        progress: ui.progress(&words.progress, step),
        text: ui.say(&question.text),
        hints: ui.say_all(question.help.iter().chain([how])),
        one,
        picture: question.picture.clone(),
        choices: Offered::all(ui, &question.choices),
        needs: ui.say(needs),
        go_on: ui.say(if step.number == step.of { &words.finish } else { &words.next }),
        skip: Some(ui.say(&words.skip)),
    };
    view! { <Ask ui asked /> }.into_any()
}
