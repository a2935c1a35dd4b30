//! What can be done with a result: keep it on paper or as text, go back, start again.

use leptos::prelude::*;

use crate::quiz::Act;
use crate::view::element::{block, button};
use crate::view::ui::{Told, Ui};

pub(super) fn buttons(ui: Ui) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    let quiets = vec![
        button("quiet", ui.say(&words.back), Box::new(move || ui.go_back())),
        button("quiet", ui.say(&words.restart), Box::new(move || ui.act(&Act::Restart))),
    ];
    let print = move || ui.tell.run(Told::Print);
    let copy = move || {
        // What is said once is heard again only if it was gone in between.
        ui.copied.set(None);
        ui.tell.run(Told::Copy);
    };
    let keeps = vec![
        button("secondary", ui.say(&words.print), Box::new(print)),
        button("secondary", ui.say(&words.copy), Box::new(copy)),
        copied(ui),
    ];
    block("buttons", None, keeps.into_iter().chain([block("quiets", None, quiets)]).collect())
}

/// Whether the reader's text is in the clipboard, once they have asked for that: seen and heard where they are.
fn copied(ui: Ui) -> AnyView {
    let quiz = ui.quiz();
    ui.copied.set(None);
    let said = [&quiz.words().copied, &quiz.words().not_copied].map(|text| ui.say(text));
    let line = move || ui.copied.get().map(|worked| said[usize::from(!worked)].clone());
    view! { <p class="done" role="status">{line}</p> }.into_any()
}
