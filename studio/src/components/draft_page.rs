//! The page of one draft: it loads the draft, and holds the lock so that no other tab works on it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor_page::EditorPage;
use crate::draft_keeper::Kept;
use crate::drafts::{self, Draft, Lock, ReleaseListener, ask_to_release, hold_lock, wait_for_lock};
use crate::files::Targets;
use crate::focus::leave_field;
use crate::photos::Photo;

/// The state of the page.
#[derive(Clone)]
enum State {
    Loading,
    /// Another tab works on it.
    Elsewhere,
    Missing,
    Failed(String),
    Open(Rc<OpenDraft>),
}

/// A draft that this tab works on.
struct OpenDraft {
    draft: Draft,
    targets: Targets,
    photos: Vec<Photo>,
    lock: Option<Rc<Lock>>,
}

/// The page of a draft.
#[component]
pub(crate) fn DraftPage(
    /// The id of the draft.
    id: String,
) -> impl IntoView {
    let state = RwSignal::new_local(State::Loading);
    let kept = RwSignal::new(Kept::Yes);
    let draft_id = StoredValue::new(id.clone());
    // The author may leave the page while the draft is loaded.
    let is_shown = move || state.try_with_untracked(|_| ()).is_some();
    let open = move || {
        let Some(id) = draft_id.try_get_value() else { return };
        spawn_local(async move {
            let lock = if let Some(lock) = hold_lock(&id).await {
                Some(lock)
            } else {
                state.try_set(State::Elsewhere);
                wait_for_lock(&id).await
            };
            if !is_shown() {
                return;
            }
            let loaded = load(&id, lock).await;
            kept.try_set(drafts::why_only_in_tab(&id).map_or(Kept::Yes, Kept::InTab));
            state.try_set(loaded);
        });
    };
    open();
    // Another tab may open a draft that the browser keeps. The editor goes, keeps its last change, and then releases the lock.
    let listener = ReleaseListener::new(id, move || {
        let is_open = matches!(state.try_get_untracked(), Some(State::Open(_)));
        if is_open && !matches!(kept.get_untracked(), Kept::InTab(_)) {
            _ = leave_field();
            state.set(State::Elsewhere);
            open();
        }
    });
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.dispose());
    move || match state.get() {
        State::Loading => view! { <p class="page-message">"Opening…"</p> }.into_any(),
        State::Elsewhere => view! { <OpenElsewhere draft=draft_id.get_value() /> }.into_any(),
        State::Missing => view! {
            <PageMessage heading="There is no such draft">
                <p>"It was deleted, it is in another browser, or this browser did not keep it."</p>
            </PageMessage>
        }
        .into_any(),
        State::Failed(reason) => {
            view! { <PageMessage heading="The draft cannot be read"><p>{reason}</p></PageMessage> }.into_any()
        }
        State::Open(open) => view! { <LoadedDraft open kept /> }.into_any(),
    }
}

/// The editor of a draft that was loaded.
#[component]
fn LoadedDraft(
    /// The draft.
    open: Rc<OpenDraft>,
    /// The state of the last change.
    kept: RwSignal<Kept>,
) -> impl IntoView {
    match open.draft.document() {
        Some(document) => view! {
            <EditorPage
                draft=open.draft.clone()
                document
                targets=open.targets.clone()
                photos=open.photos.clone()
                lock=open.lock.clone()
                kept
            />
        }
        .into_any(),
        None => view! {
            <PageMessage heading="The draft cannot be read">
                <p>"The browser kept something other than a draft."</p>
            </PageMessage>
        }
        .into_any(),
    }
}

/// Loads a draft, as the state of its page.
async fn load(id: &str, lock: Option<Lock>) -> State {
    match drafts::load(id).await {
        Ok(Some(draft)) => {
            let targets = drafts::load_targets(id).await;
            let photos = drafts::load_photos(id).await;
            State::Open(Rc::new(OpenDraft { draft, targets, photos, lock: lock.map(Rc::new) }))
        }
        Ok(None) => State::Missing,
        Err(reason) => State::Failed(reason.to_string()),
    }
}

/// The message that another tab works on the draft.
#[component]
fn OpenElsewhere(
    /// The id of the draft.
    draft: String,
) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    view! {
        <PageMessage heading="This draft is open in another tab">
            <p>"Close it there, or open it here. The other tab keeps its last change first, so nothing is lost."</p>
            <p>
                <button type="button" class="primary" on:click=move |_| {
                    is_asked.set(true);
                    ask_to_release(&draft);
                }>"Open it here"</button>
            </p>
            <p role="status">
                {move || is_asked.get().then_some("Waiting for the other tab. If it does not answer, close it: this page opens the draft by itself then.")}
            </p>
        </PageMessage>
    }
}

/// A message in place of the editor.
#[component]
fn PageMessage(
    /// Why there is no editor.
    heading: &'static str,
    /// The advice.
    children: Children,
) -> impl IntoView {
    view! {
        <main class="page-message">
            <div role="status">
                <h1>{heading}</h1>
                {children()}
            </div>
            <p><a href="#">"All drafts"</a></p>
        </main>
    }
}
