//! A button that opens a file, which can also be dropped on it.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

/// The button. The file goes to its listener.
#[component]
pub(crate) fn FileButton(
    /// What it opens.
    label: &'static str,
    /// The kinds of files.
    accept: &'static str,
    /// Called with the file.
    #[prop(into)]
    on_file: UnsyncCallback<File>,
) -> impl IntoView {
    view! {
        <p
            class="drop-zone"
            on:dragover=|event: DragEvent| event.prevent_default()
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                event.stop_propagation();
                let file = event.data_transfer().and_then(|it| it.files()).and_then(|files| files.get(0));
                if let Some(file) = file {
                    on_file.run(file);
                }
            }
        >
            <label class="file-button">
                {label}
                <input
                    type="file"
                    accept=accept
                    on:change:target=move |event| {
                        let input: HtmlInputElement = event.target();
                        if let Some(file) = input.files().and_then(|files| files.get(0)) {
                            on_file.run(file);
                        }
                        // The same file can be chosen again.
                        input.set_value("");
                    }
                />
            </label>
            <span>" or drop it here."</span>
        </p>
    }
}
