//! The buttons for a whole translation.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::Editor;
use crate::files::download;
use crate::focus::focus_on;
use crate::translations::{Translation, Translations};

/// Buttons that download a translation and remove it.
#[component]
pub(crate) fn TranslationActions(
    /// The translation.
    translation: Arc<Translation>,
) -> impl IntoView {
    let (editor, translations) = (Editor::get(), Translations::get());
    let (file, name) = (translation.file, translation.file_name.clone());
    let save = move |_| {
        let Some((name, text)) = translations.saved_file(file) else { return };
        editor.message.set(match download(&name, text.as_bytes()) {
            Ok(()) => format!("{name} is among your downloads."),
            Err(_) => "The browser did not save the file.".to_owned(),
        });
    };
    let remove = move |_| {
        translations.remove(&translation);
        focus_on("part");
    };
    view! {
        <div class="part-actions">
            <button type="button" class="small" on:click=save>
                "Download " <span class="visually-hidden">{name.clone()}</span>
            </button>
            <button type="button" class="small" on:click=remove>
                "Remove " <span class="visually-hidden">{name}</span>
            </button>
        </div>
    }
}
