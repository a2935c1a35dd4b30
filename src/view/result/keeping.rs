//! What can be done with a result: keep it on paper or as text, go back, start again.

use std::cell::Cell;

use leptos::prelude::*;

use crate::view::effect::effect;
use crate::view::page::Page;
use crate::view::ui::{COPIED, FAILED, NOT_PRINTED, Told};
use which_cause_quiz::Action;

pub(super) fn buttons(page: &mut Page) {
    let ui = page.ui;
    let quiz = ui.quiz();
    let words = quiz.words();
    page.within("div", "buttons", |page| {
        let keep = move |told| {
            // What is said once is heard again only if it was gone in between.
            ui.copied.set(0);
            ui.tell(told);
        };
        page.button("secondary", &words.print, Box::new(move || keep(Told::Print)));
        page.button("secondary", &words.copy, Box::new(move || keep(Told::Copy)));
        outcome(page);
        page.within("div", "quiets", |page| {
            page.button("quiet", &words.back, Box::new(move || ui.go_back()));
            page.button("quiet", &words.restart, Box::new(move || ui.act(&Action::Restart)));
        });
    });
}

/// Whether the reader's text is in the clipboard, or that nothing was printed, once they have asked for that: seen and heard
/// where they are.
fn outcome(page: &mut Page) {
    let ui = page.ui;
    ui.copied.set(0);
    page.open("p", "done");
    // A region with the role `status` is read out as a status bar while it is empty.
    page.set("aria-live", "polite");
    let line = page.at.clone();
    page.close();
    let again = Cell::new(false);
    effect(Box::new(move || {
        let quiz = ui.quiz();
        let words = quiz.words();
        let mut said = match ui.copied.get() {
            COPIED => ui.render(&words.copied),
            FAILED => ui.render(&words.not_copied),
            NOT_PRINTED => words.not_printed.as_ref().map(|it| ui.render(it)).unwrap_or_default(),
            _ => String::new(),
        };
        // Orca says a message of the same letters only once. A space that nobody sees makes every other one another.
        if !said.is_empty() && again.replace(!again.get()) {
            said.push('\u{a0}');
        }
        line.set_text_content(Some(&said));
    }));
}
