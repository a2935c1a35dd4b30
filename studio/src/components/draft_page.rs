//! One draft: loaded, and held so that no other tab works on it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor_page::EditorPage;
use crate::drafts::{self, Draft, StoreError, hold_lock, wait_for_lock};

/// What is known of the draft.
#[derive(Clone)]
enum State {
    Loading,
    /// Another tab works on it.
    Elsewhere,
    Missing,
    Failed(String),
    Open(Rc<Draft>),
}

/// The page of a draft.
#[component]
pub(crate) fn DraftPage(
    /// The id of the draft.
    id: String,
) -> impl IntoView {
    let state = RwSignal::new_local(State::Loading);
    let lock = StoredValue::new_local(None);
    let is_shown = StoredValue::new(true);
    // The lock ends with this page.
    on_cleanup(move || _ = is_shown.try_set_value(false));
    spawn_local(async move {
        let held = if let Some(held) = hold_lock(&id).await {
            Some(held)
        } else {
            state.try_set(State::Elsewhere);
            wait_for_lock(&id).await
        };
        if is_shown.try_get_value() != Some(true) {
            return;
        }
        _ = lock.try_set_value(held);
        let loaded = match drafts::load(&id).await {
            Ok(Some(draft)) => State::Open(Rc::new(draft)),
            Ok(None) => State::Missing,
            Err(StoreError(reason)) => State::Failed(reason),
        };
        state.try_set(loaded);
    });
    move || {
        match state.get() {
        State::Loading => view! { <p class="page-message">"Opening…"</p> }.into_any(),
        State::Elsewhere => {
            view! {
                <PageMessage heading="This draft is open in another tab">
                    "Close it there to go on here. This page opens it by itself then."
                </PageMessage>
            }
            .into_any()
        }
        State::Missing => {
            view! {
                <PageMessage heading="There is no such draft">"It was deleted, or it is in another browser."</PageMessage>
            }
            .into_any()
        }
        State::Failed(reason) => {
            view! { <PageMessage heading="The draft cannot be read">{reason}</PageMessage> }.into_any()
        }
        State::Open(draft) => match draft.document() {
            Some(document) => view! { <EditorPage draft=draft.as_ref().clone() document /> }.into_any(),
            None => {
                view! {
                    <PageMessage heading="The draft cannot be read">"What this browser kept is not a quiz file."</PageMessage>
                }
                .into_any()
            }
        },
    }
    }
}

/// A message in place of the editor.
#[component]
fn PageMessage(
    /// Why there is no editor.
    heading: &'static str,
    /// What to do.
    children: Children,
) -> impl IntoView {
    view! {
        <main class="page-message" role="status">
            <h1>{heading}</h1>
            <p>{children()}</p>
            <p><a href="#">"All drafts"</a></p>
        </main>
    }
}
