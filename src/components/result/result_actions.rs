//! The buttons under a result: print it, copy it, go back, start again.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::{Action, Session, Sheet, Stage};

use crate::components::button::Button;
use crate::components::context::{WidgetContext, Words};
use crate::components::host::Outcome;

/// What became of the reader's last printing or copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Nothing to say yet.
    Nothing,
    /// The clipboard has the text.
    Copied,
    /// The browser did not let the text into the clipboard.
    NotCopied,
    /// The browser did not offer to print.
    NotPrinted,
}

/// The buttons under a result.
#[component]
pub(super) fn ResultActions() -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let words = quiz.words();
    let status = RwSignal::new(Status::Nothing);
    let print = move |()| {
        if let Some(sheet) = sheet(context) {
            report(status, context.host().print(&sheet), Status::Nothing, Status::NotPrinted);
        }
    };
    let copy = move |()| {
        if let Some(sheet) = sheet(context) {
            report(status, context.host().copy(&sheet), Status::Copied, Status::NotCopied);
        }
    };
    let [print_label, copy_label, back, restart] =
        [&words.print, &words.copy, &words.back, &words.restart].map(|text| context.text(text));
    view! {
        <div class="buttons">
            <Button class="secondary" label=print_label on_press=print />
            <Button class="secondary" label=copy_label on_press=copy />
            <StatusLine status />
            <div class="quiets">
                <Button class="quiet" label=back on_press=move |()| context.back() />
                <Button class="quiet" label=restart on_press=move |()| context.go(&Action::Restart) />
            </div>
        </div>
    }
    .into_any()
}

/// Shows what becomes of printing or copying.
fn report(status: RwSignal<Status>, outcome: Outcome, success: Status, failure: Status) {
    // The same message is announced again only if it was gone in between.
    status.set(Status::Nothing);
    spawn_local(async move {
        let result = if outcome.await { success } else { failure };
        // The reader may have left the result meanwhile.
        status.try_set(result);
    });
}

/// What became of printing or copying, as a live region.
#[component]
fn StatusLine(
    /// What became of it.
    status: RwSignal<Status>,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let again = AtomicBool::new(false);
    let line: Words = Box::new(move || {
        let words = quiz.words();
        let text = match status.get() {
            Status::Nothing => None,
            Status::Copied => Some(&words.copied),
            Status::NotCopied => Some(&words.not_copied),
            Status::NotPrinted => words.not_printed.as_ref(),
        };
        let mut line = text.map(|text| context.placeholders().render(text)).unwrap_or_default();
        // Orca says a message of the same letters only once. An invisible space makes every other message another.
        if !line.is_empty() && again.fetch_xor(true, Ordering::Relaxed) {
            line.push('\u{a0}');
        }
        line
    });
    // No role `status`: Orca reads an empty one out as a status bar.
    view! { <p class="done" aria-live="polite">{line}</p> }.into_any()
}

/// The result as a sheet to print or copy.
fn sheet(context: WidgetContext) -> Option<Sheet> {
    let note = context.host().result_note(context.quiz().language().as_str());
    let sheet = |session: &Session| match session.stage() {
        Stage::Finished(outcome) => Some(outcome.sheet(&context.placeholders(), Some(note))),
        _ => None,
    };
    untrack(|| context.session.with(sheet))
}
