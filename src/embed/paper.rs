//! A reader's result on paper or in the clipboard. Nothing of it goes anywhere else.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::mount::Surroundings;
use crate::quiz::{Session, Sheet, Stage};

/// Prints the sheet of a result.
pub(super) fn print(around: &Surroundings, session: RwSignal<Session>) {
    let Some(sheet) = sheet(around, session) else { return };
    let lines: Array = sheet
        .lines
        .iter()
        .map(|line| {
            let (first, second) = line.texts();
            let parts = [line.element(), first].into_iter().chain(second);
            parts.map(JsValue::from).collect::<Array>()
        })
        .collect();
    let quiz = &around.quiz;
    around.options.print(&lines, quiz.language().as_str(), quiz.direction().as_str());
}

/// Copies the sheet of a result as text.
pub(super) fn copy(around: &Surroundings, session: RwSignal<Session>) {
    let Some(sheet) = sheet(around, session) else { return };
    let copied = around.copied;
    // The reader may have left the result, or the page the quiz, before the browser answers.
    let done = Closure::once_into_js(move |worked: bool| {
        copied.try_set(Some(worked));
    });
    around.options.copy(&sheet.to_text(), &done);
}

fn sheet(around: &Surroundings, session: RwSignal<Session>) -> Option<Sheet> {
    let about = around.options.about(around.quiz.language().as_str());
    session.with_untracked(|session| match session.stage() {
        Stage::Finished(outcome) => {
            Some(around.blanks.with_value(|blanks| outcome.sheet(blanks, Some(about))))
        }
        _ => None,
    })
}
