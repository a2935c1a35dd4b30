//! The texts of a translation as a table, for a translator who works in a spreadsheet.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::file_button::FileButton;
use crate::clipboard::copy_text;
use crate::editor::Editor;
use crate::files::{download, read_text};
use crate::translations::{Import, OpenTranslation, Translations, to_cells, to_csv};

/// Saves the table, and takes one over.
#[component]
pub(crate) fn TranslationTable() -> impl IntoView {
    let (editor, translations) = (Editor::get(), Translations::get());
    let OpenTranslation { translation, .. } = OpenTranslation::get();
    let result = RwSignal::new(None::<Result<Import, String>>);
    let pasted = RwSignal::new(String::new());
    let save = move |_| {
        let Some(translation) = translation.get_untracked() else { return };
        let stem = translation.file_name.strip_suffix(".json").unwrap_or(&translation.file_name);
        let name = format!("{stem}.csv");
        editor.message.set(match download(&name, to_csv(&translation.entries).as_bytes()) {
            Ok(()) => format!("{name} is among your downloads."),
            Err(_) => "The browser did not save the file.".to_owned(),
        });
    };
    let copy = move |_| {
        let Some(translation) = translation.get_untracked() else { return };
        spawn_local(async move {
            let message = if copy_text(&to_cells(&translation.entries)).await {
                "The texts are copied. Paste them into an empty sheet."
            } else {
                "The browser does not copy the texts. Save them as CSV."
            };
            editor.message.try_set(message.to_owned());
        });
    };
    let take = move |table: &str| {
        // The author may have left the translation while a file was read.
        if let Some(Some(translation)) = translation.try_get_untracked() {
            result.set(Some(translations.import(&translation, table)));
        }
    };
    let open = move |file: File| {
        spawn_local(async move {
            match read_text(&file).await {
                Ok(text) => take(&text),
                Err(reason) => _ = result.try_set(Some(Err(reason))),
            }
        });
    };
    let take_pasted = move |_| {
        take(&pasted.get_untracked());
        if result.with_untracked(|result| matches!(result, Some(Ok(_)))) {
            pasted.set(String::new());
        }
    };
    view! {
        <details class="translation-table">
            <summary>"Texts as a table, for a spreadsheet"</summary>
            <div class="fields">
                <p class="help">
                    "The table has a row for each text: its path, the original, the translation and its state. Change only the translations. A text that would be wrong is not imported. If a spreadsheet shows the CSV file in one column, copy the texts and paste them there."
                </p>
                <button type="button" class="small" on:click=save>"Save the texts as CSV"</button>
                <button type="button" class="small" on:click=copy>"Copy the texts"</button>
                <FileButton label="Import a CSV file" accept=".csv,.tsv,.txt,text/csv" on_file=open />
                <div class="field">
                    <label class="field-label" for="translation-pasted">"Cells of a spreadsheet"</label>
                    <p class="help" id="translation-pasted-help">"Copy them there with the row of headings, and paste them here."</p>
                    <textarea
                        id="translation-pasted"
                        class="code"
                        rows="2"
                        spellcheck="false"
                        aria-describedby="translation-pasted-help"
                        prop:value=move || pasted.get()
                        on:input:target=move |event| pasted.set(event.target().value())
                    ></textarea>
                    <button type="button" class="small" on:click=take_pasted>"Import the cells"</button>
                </div>
                <div role="status">{move || result.get().map(|result| view! { <ImportResult result /> })}</div>
            </div>
        </details>
    }
}

/// The texts that were imported, and those that were not.
#[component]
fn ImportResult(
    /// The result of the import.
    result: Result<Import, String>,
) -> impl IntoView {
    match result {
        Err(reason) => view! { <p class="problem">{reason}</p> }.into_any(),
        Ok(import) => {
            let taken = match import.taken {
                0 => "No text was changed.".to_owned(),
                1 => "1 text was imported.".to_owned(),
                taken => format!("{taken} texts were imported."),
            };
            let refused = (!import.refused.is_empty()).then(|| {
                let lines = import.refused.into_iter().map(|line| view! { <li>{line}</li> });
                view! {
                    <p>"These were not:"</p>
                    <ul>{lines.collect_view()}</ul>
                }
            });
            view! {
                <p>{taken}</p>
                {refused}
            }
            .into_any()
        }
    }
}
