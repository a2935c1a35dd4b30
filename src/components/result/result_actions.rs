//! The buttons under a result: print it, copy it, go back, start again.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::{Action, Session, Sheet, Stage, Text};

use crate::components::button::Button;
use crate::components::context::{ReactiveText, WidgetContext, text_view};
use crate::components::host::Completion;

/// The buttons under a result.
#[component]
pub(super) fn ResultActions() -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let words = quiz.words();
    // The message about the reader's last printing or copying. Printing that worked has none.
    let status = RwSignal::new(None);
    let print = move |()| {
        if let Some(sheet) = sheet(context) {
            let quiz = context.quiz();
            report(context, status, context.host().print(&sheet), None, quiz.words().not_printed.as_ref());
        }
    };
    let copy = move |()| {
        if let Some(sheet) = sheet(context) {
            let quiz = context.quiz();
            let words = quiz.words();
            report(
                context,
                status,
                context.host().copy(&sheet),
                Some(&words.copied),
                Some(&words.not_copied),
            );
        }
    };
    let [print_label, copy_label, back, restart] =
        [&words.print, &words.copy, &words.back, &words.restart].map(|text| context.text(text));
    view! {
        <div class="buttons">
            <Button class="secondary" label=print_label on_press=print />
            <Button class="secondary" label=copy_label on_press=copy />
            <StatusLine status />
            <div class="quiet-buttons">
                <Button class="quiet" label=back on_press=move |()| context.back() />
                <Button class="quiet" label=restart on_press=move |()| context.go(&Action::Restart) />
            </div>
        </div>
    }
    .into_any()
}

/// Shows whether printing or copying has worked, as soon as that is known.
fn report(
    context: WidgetContext,
    status: RwSignal<Option<String>>,
    completion: Completion,
    success: Option<&Text>,
    failure: Option<&Text>,
) {
    let placeholders = untrack(|| context.placeholders());
    let [success, failure] = [success, failure].map(|text| text.map(|text| placeholders.render(text)));
    // The same message is announced again only if it was gone in between.
    status.set(None);
    spawn_local(async move {
        let result = if completion.await { success } else { failure };
        // The reader may have left the result meanwhile.
        status.try_set(result);
    });
}

/// The message about printing or copying, as a live region.
#[component]
fn StatusLine(
    /// The message.
    status: RwSignal<Option<String>>,
) -> AnyView {
    let again = AtomicBool::new(false);
    let line: ReactiveText = Box::new(move || {
        let mut line = status.get().unwrap_or_default();
        // Orca says a message of the same letters only once. An invisible space makes every other message another.
        if !line.is_empty() && again.fetch_xor(true, Ordering::Relaxed) {
            line.push('\u{a0}');
        }
        line
    });
    // No role `status`: Orca reads an empty one out as a status bar.
    view! { <p class="done" aria-live="polite">{text_view(line)}</p> }.into_any()
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
