//! A quiz from a table of a spreadsheet.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::clipboard::copy_text;
use crate::import::EXAMPLE_TABLE;
use crate::opening::{OpenedQuiz, open_table};

/// A field to paste a table into.
#[component]
pub(crate) fn ImportSection(
    /// Called with the quiz of the table.
    #[prop(into)]
    on_import: UnsyncCallback<OpenedQuiz>,
) -> impl IntoView {
    let table = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<String>::new());
    let message = RwSignal::new("");
    let import = move |_| match open_table(&table.get_untracked()) {
        Ok(quiz) => {
            errors.set(Vec::new());
            on_import.run(quiz);
        }
        Err(found) => errors.set(found),
    };
    let copy = move |_| {
        spawn_local(async move {
            if copy_text(EXAMPLE_TABLE).await {
                message.set("Copied. Paste it into a spreadsheet.");
            } else {
                table.set(EXAMPLE_TABLE.to_owned());
                message.set("The browser did not copy it. It is in the field.");
            }
        });
    };
    view! {
        <section class="import" aria-labelledby="import">
            <h2 id="import">"Import a table"</h2>
            <p id="import-help">
                "Copy the cells of a spreadsheet and paste them here. The first row names the columns: "
                <strong>"question"</strong> ", " <strong>"kind"</strong> " (one, all or scale), "
                <strong>"choice"</strong> ", and then a column of points for each cause. Each choice is a row."
            </p>
            <p class="import-buttons">
                <button type="button" on:click=copy>"Copy an example table"</button>
                <span role="status">{move || message.get()}</span>
            </p>
            <label for="import-table" class="import-label">"Table"</label>
            <textarea
                id="import-table"
                rows="5"
                spellcheck="false"
                aria-describedby="import-help"
                aria-invalid=move || (!errors.with(Vec::is_empty)).to_string()
                prop:value=move || table.get()
                on:input:target=move |event| table.set(event.target().value())
            ></textarea>
            <div role="alert">
                <Show when=move || !errors.with(Vec::is_empty)>
                    <ul class="alert import-errors">
                        {move || errors.get().into_iter().map(|error| view! { <li>{error}</li> }).collect_view()}
                    </ul>
                </Show>
            </div>
            <button type="button" on:click=import>"Import the table"</button>
        </section>
    }
}
