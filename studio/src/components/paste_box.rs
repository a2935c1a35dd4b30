//! A text to paste elsewhere, with a button that copies it.

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::clipboard::copy_text_of;
use crate::editor::Editor;
use crate::page::Paste;

/// The text in a field that can only be read.
#[component]
pub(crate) fn PasteBox(
    /// The text, and what it is.
    paste: Paste,
) -> impl IntoView {
    let editor = Editor::get();
    let field = NodeRef::<Textarea>::new();
    let Paste { title, text } = paste;
    let rows = text.lines().count().clamp(2, 16).to_string();
    let copy = move |_| {
        let Some(field) = field.get_untracked() else { return };
        spawn_local(async move {
            let message = if copy_text_of(&field).await {
                format!("{title}: copied.")
            } else {
                format!(
                    "{title}: the browser does not copy it. It is selected: press Ctrl+C, or Cmd+C on a Mac."
                )
            };
            editor.message.try_set(message);
        });
    };
    view! {
        <div class="paste">
            <label class="field-label" for=paste_id(title)>{title}</label>
            <button type="button" class="small" on:click=copy aria-label=format!("Copy: {title}")>"Copy"</button>
            <textarea class="code" id=paste_id(title) node_ref=field readonly rows=rows spellcheck="false" dir="ltr" prop:value=text></textarea>
        </div>
    }
}

fn paste_id(title: &str) -> String {
    format!("paste-{}", title.replace(' ', "-").to_lowercase())
}
