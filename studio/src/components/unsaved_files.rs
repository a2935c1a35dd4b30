//! The files that could not be saved, and what to do about them.

use leptos::prelude::*;

use crate::focus::focus_on;
use crate::saving::{Reason, Saving, UnsavedFile, failure_text};

/// The id of the section.
const ID: &str = "unsaved-files";

/// The files that could not be saved, with the ways on. Empty if there are none.
#[component]
pub(crate) fn UnsavedFiles() -> impl IntoView {
    let saving = Saving::get();
    Effect::watch(
        move || saving.unsaved.get(),
        |unsaved: &Vec<UnsavedFile>, _, _| {
            if !unsaved.is_empty() {
                focus_on(ID);
            }
        },
        false,
    );
    let is_changed_elsewhere =
        move || saving.unsaved.with(|unsaved| unsaved.iter().any(|it| it.reason == Reason::ChangedElsewhere));
    view! {
        <Show when=move || !saving.unsaved.with(Vec::is_empty)>
            <section id=ID class="notice unsaved" tabindex="-1" aria-label="Not saved">
                {move || {
                    saving.unsaved.get().into_iter().map(|file| view! { <p>{sentence(&file)}</p> }).collect_view()
                }}
                <p class="notice-buttons">
                    <Show when=is_changed_elsewhere>
                        <button type="button" class="danger" on:click=move |_| saving.overwrite()>"Overwrite it"</button>
                    </Show>
                    <button type="button" on:click=move |_| saving.keep_both()>
                        {move || if is_changed_elsewhere() { "Keep both: download mine" } else { "Download it" }}
                    </button>
                    <button type="button" on:click=move |_| saving.unsaved.set(Vec::new())>"Not now"</button>
                </p>
            </section>
        </Show>
    }
}

fn sentence(file: &UnsavedFile) -> String {
    let name = &file.name;
    match &file.reason {
        Reason::ChangedElsewhere => format!(
            "{name} was changed outside the studio since it was opened or saved here. Saving replaces that version with yours."
        ),
        Reason::Failed(error) => failure_text(name, error),
    }
}
