//! How far the reader is.

use leptos::prelude::*;
use which_cause_quiz::Session;

use super::context::WidgetContext;

/// How far the reader is, in words and as a bar.
#[component]
pub(super) fn ProgressBar(
    /// The words: "Question 3 of 11".
    text: AnyView,
) -> AnyView {
    let context = WidgetContext::get();
    let (step, of) = context.session.with_untracked(Session::progress);
    view! {
        <div class="progress" part="progress">
            <p id=context.id("-progress") data-announce="">{text}</p>
            <progress class="progress-bar" max=of.to_string() value=step.to_string() aria-hidden="true"></progress>
        </div>
    }
    .into_any()
}
