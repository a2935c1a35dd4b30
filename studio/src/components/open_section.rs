//! The choice of files to open.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

use crate::files::{ChosenFile, can_save, pick_files};

/// The files that the ordinary dialog shows.
const ACCEPT: &str = ".json,.zip,.h5p,.csv,.tsv,.txt,application/json,.webp,.avif,.jpg,.jpeg,.png,.gif,.svg";

/// A button that opens files, which can also be dropped anywhere on the page.
#[component]
pub(crate) fn OpenSection(
    /// Called with the chosen files.
    #[prop(into)]
    on_open: UnsyncCallback<Vec<ChosenFile>>,
) -> impl IntoView {
    // A file from this dialog can be saved where it is.
    let pick = move |_| {
        spawn_local(async move {
            if let Ok(files) = pick_files().await {
                on_open.run(files);
            }
        });
    };
    let read = move |input: HtmlInputElement| {
        let Some(list) = input.files() else { return };
        let files: Vec<_> = (0..list.length()).filter_map(|index| list.get(index)).collect();
        // The same file can be chosen again.
        input.set_value("");
        spawn_local(async move {
            let mut chosen = Vec::new();
            for file in files {
                chosen.push(ChosenFile::read(file).await);
            }
            on_open.run(chosen);
        });
    };
    view! {
        <section aria-labelledby="open">
            <h2 id="open">"Open files"</h2>
            <div class="drop-zone">
                <p>
                    {if can_save() {
                        view! { <button type="button" class="file-button" on:click=pick>"Choose files"</button> }.into_any()
                    } else {
                        view! {
                            <label class="file-button">
                                "Choose files"
                                <input type="file" multiple accept=ACCEPT on:change:target=move |event| read(event.target()) />
                            </label>
                        }
                        .into_any()
                    }}
                    " or drop them anywhere on this page: files, a folder, or a ZIP file of the studio."
                </p>
                <p class="quiet">
                    "Choose a quiz together with its translations, drawings, photos and test cases. You can also open a table (CSV), a personality quiz of H5P, or a survey of SurveyJS."
                </p>
            </div>
        </section>
    }
}
