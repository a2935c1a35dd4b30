//! What to do about files that could not be saved.

use leptos::prelude::*;

use crate::focus::focus_on;
use crate::saving::{Reason, Saving, Trouble, in_words};

/// The element that says so.
const ID: &str = "save-trouble";

/// The files that could not be saved, with the ways on. Empty if there are none.
#[component]
pub(crate) fn SaveTrouble() -> impl IntoView {
    let saving = Saving::get();
    Effect::watch(
        move || saving.trouble.get(),
        |trouble: &Vec<Trouble>, _, _| {
            if !trouble.is_empty() {
                focus_on(ID);
            }
        },
        false,
    );
    let is_changed_elsewhere =
        move || saving.trouble.with(|trouble| trouble.iter().any(|it| it.reason == Reason::ChangedElsewhere));
    view! {
        <Show when=move || !saving.trouble.with(Vec::is_empty)>
            <section id=ID class="notice trouble" tabindex="-1" aria-label="Not saved">
                {move || {
                    saving.trouble.get().into_iter().map(|trouble| view! { <p>{sentence(&trouble)}</p> }).collect_view()
                }}
                <p class="notice-buttons">
                    <Show when=is_changed_elsewhere>
                        <button type="button" class="danger" on:click=move |_| saving.overwrite()>"Overwrite it"</button>
                    </Show>
                    <button type="button" on:click=move |_| saving.keep_both()>
                        {move || if is_changed_elsewhere() { "Keep both: download mine" } else { "Download it" }}
                    </button>
                    <button type="button" on:click=move |_| saving.trouble.set(Vec::new())>"Not now"</button>
                </p>
            </section>
        </Show>
    }
}

fn sentence(trouble: &Trouble) -> String {
    let name = &trouble.name;
    match &trouble.reason {
        Reason::ChangedElsewhere => format!(
            "{name} was changed outside the studio since it was opened or saved here. Saving replaces that version with yours."
        ),
        Reason::Failed(error) => in_words(name, error),
    }
}
