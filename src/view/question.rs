//! A scored question.

use web_sys::Element;

use super::ask::{Asked, ask};
use super::ui::Ui;
use which_cause_quiz::{Question, QuestionKind, Step};

pub(super) fn question(ui: Ui, question: &Question, step: Step) -> Element {
    let quiz = ui.quiz();
    let words = quiz.words();
    let one = question.kind == QuestionKind::PickOne;
    let (how, needs) = if one {
        (&words.pick_one, &words.question_needs_pick)
    } else {
        (&words.tick_all, &words.question_needs_tick)
    };
    let asked = Asked {
        name: question.id.as_str(),
        progress: ui.progress(&words.progress, step),
        text: &question.text,
        hints: [question.help.as_ref(), Some(how)],
        one,
        picture: question.picture.as_ref(),
        choices: &question.choices,
        needs,
        go_on: if step.number == step.total { &words.finish } else { &words.next },
        skip: Some(&words.skip),
    };
    ask(ui, &asked)
}
