//! The head of the editor: where the author is, undo and redo, and the file to take away.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::editor_page::Kept;
use crate::document::Document;
use crate::editor::Editor;
use crate::files::download;

/// The title of the quiz, and the buttons for the whole file.
#[component]
pub(crate) fn Toolbar(
    /// The name of the file to save.
    file_name: String,
    /// Whether the browser has kept the last change.
    #[prop(into)]
    kept: Signal<Kept>,
) -> impl IntoView {
    let editor = Editor::get();
    let title = editor.text(JsonPath::to_key("title"));
    let undo = Memo::new(move |_| editor.document.with(|it| it.last_step().map(str::to_owned)));
    let redo = Memo::new(move |_| editor.document.with(|it| it.last_undone().map(str::to_owned)));
    let save = {
        let file_name = file_name.clone();
        move |_| {
            let text = editor.document.with_untracked(Document::to_text);
            editor.message.set(match download(&file_name, &text) {
                Ok(()) => format!("{file_name} is among your downloads."),
                Err(_) => "The browser did not save the file.".to_owned(),
            });
        }
    };
    view! {
        <header class="toolbar">
            <a href="#" class="home">"All drafts"</a>
            <h1>
                {move || {
                    let title = title.get();
                    if title.is_empty() { "A quiz without a title".to_owned() } else { title }
                }}
            </h1>
            <p class="message" role="status">{move || editor.message.get()}</p>
            <p class="kept" role="status">
                {move || match kept.get() {
                    Kept::Yes => "Kept in this browser".to_owned(),
                    Kept::NotYet => "Keeping…".to_owned(),
                    Kept::Failed(reason) => {
                        format!("Not kept: download the file before you close this page ({reason})")
                    }
                }}
            </p>
            <div class="toolbar-buttons">
                <HistoryButton label="Undo" step=undo on_press=move |()| editor.undo() />
                <HistoryButton label="Redo" step=redo on_press=move |()| editor.redo() />
                <button type="button" class="primary" on:click=save>"Download " {file_name}</button>
            </div>
        </header>
    }
}

/// Undo or redo. Its description says which step it takes.
#[component]
fn HistoryButton(
    /// "Undo" or "Redo".
    label: &'static str,
    /// The name of the step; `None` if there is none.
    step: Memo<Option<String>>,
    /// Called to take the step.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-disabled=move || step.get().is_none().to_string()
            title=move || step.get().map_or_else(|| format!("Nothing to {}", label.to_lowercase()), |step| format!("{label}: {step}"))
            on:click=move |_| on_press.run(())
        >
            {label}
        </button>
    }
}
