//! A draft in the list of the first page.

use js_sys::{Date, Object};
use leptos::prelude::*;

use super::app::address_of;
use crate::drafts::{self, Draft};

/// A draft: a link to it, and a button that deletes it.
#[component]
pub(crate) fn DraftItem(
    /// The draft.
    draft: Draft,
    /// Whether another draft is of the same quiz file.
    is_one_of_several: bool,
    /// Called to delete it.
    #[prop(into)]
    on_delete: UnsyncCallback<Draft>,
) -> impl IntoView {
    let title = draft.display_title();
    let changed =
        String::from(Date::new(&draft.changed_at.into()).to_locale_string("default", &Object::new().into()));
    let files = match draft.files.len() {
        0 | 1 => draft.file_name().to_owned(),
        2 => format!("{} and another file", draft.file_name()),
        count => format!("{} and {} other files", draft.file_name(), count - 1),
    };
    let state = if draft.is_saved() { "saved" } else { "not saved as a file" };
    let only_in_tab = drafts::why_only_in_tab(&draft.id).map(|_| " · only in this tab");
    view! {
        <li class="draft">
            <a href=address_of(&draft.id)>{title.clone()}</a>
            <span class="quiet">
                {files} " · changed " {changed} " · " {state} {only_in_tab}
                {is_one_of_several.then_some(" · there is another draft of this file")}
            </span>
            <button
                type="button"
                class="small"
                aria-label=format!("Delete {title}")
                on:click=move |_| on_delete.run(draft.clone())
            >
                "Delete"
            </button>
        </li>
    }
}
