//! The studio: the list of drafts, or one of them.

use leptos::prelude::*;

use super::draft_page::DraftPage;
use super::drafts_page::DraftsPage;
use crate::drafts::is_work_only_in_tab;
use crate::focus::leave_field;

/// The whole page. The part of its address after `#` is the id of the open draft.
#[component]
pub(crate) fn App() -> impl IntoView {
    let draft = RwSignal::new(draft_in_address());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        leave_field();
        draft.set(draft_in_address());
    });
    // A draft that the browser does not keep is lost with this tab.
    let leaving = window_event_listener(leptos::ev::beforeunload, |event| {
        if is_work_only_in_tab() {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        listener.remove();
        leaving.remove();
    });
    move || match draft.get() {
        Some(id) => view! { <DraftPage id /> }.into_any(),
        None => view! { <DraftsPage /> }.into_any(),
    }
}

fn draft_in_address() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// The address of a draft in the studio.
pub(super) fn address_of(draft: &str) -> String {
    format!("#{draft}")
}

/// Opens a draft.
pub(super) fn open_draft(draft: &str) {
    // The address of this page with another part after `#` is always valid.
    _ = window().location().set_hash(draft);
}
