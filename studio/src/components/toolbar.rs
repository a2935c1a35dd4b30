//! The head of the editor: the title of the quiz, and the buttons that undo, redo and save.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use crate::draft_keeper::Kept;
use crate::editor::{Editor, in_lower_case};
use crate::files::can_save;
use crate::saving::Saving;

/// The title of the quiz, and the buttons for the whole file.
#[component]
pub(crate) fn Toolbar(
    /// The state of the last change.
    #[prop(into)]
    kept: Signal<Kept>,
) -> impl IntoView {
    let editor = Editor::get();
    let title = editor.text(JsonPath::to_key("title"));
    let undo = Memo::new(move |_| editor.document.with(|it| it.last_edit().map(str::to_owned)));
    let redo = Memo::new(move |_| editor.document.with(|it| it.last_undone().map(str::to_owned)));
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
            <KeptNote kept />
            <div class="toolbar-buttons">
                <HistoryButton label="Undo" edit=undo on_press=move |()| editor.undo() />
                <HistoryButton label="Redo" edit=redo on_press=move |()| editor.redo() />
                <SaveButton />
            </div>
        </header>
    }
}

/// A note beside the title: the draft is kept in this browser, or in this tab only. Screen readers announce only the second:
/// otherwise they would speak after each change.
#[component]
fn KeptNote(
    /// The state of the last change.
    kept: Signal<Kept>,
) -> impl IntoView {
    // It stays while the next change is kept, so that it is announced once.
    let only_in_tab = Memo::new(move |before: Option<&Option<String>>| match kept.get() {
        Kept::Yes => None,
        Kept::NotYet => before.cloned().flatten(),
        Kept::InTab(reason) => {
            Some(format!("Only in this tab: save the file before you close it ({reason})"))
        }
    });
    let usual = move || match (kept.get(), only_in_tab.get()) {
        (_, Some(_)) => "",
        (Kept::NotYet, None) => "Keeping…",
        _ => "Kept in this browser",
    };
    view! {
        <p class="kept" class:only-in-tab=move || only_in_tab.get().is_some()>
            {usual}
            <span role="status">{move || only_in_tab.get()}</span>
        </p>
    }
}

/// Saves the files, and says whether there is something to save.
#[component]
fn SaveButton() -> impl IntoView {
    let saving = Saving::get();
    let state = move || match (saving.has_file.get(), saving.is_changed.get()) {
        (false, _) => "Not saved as a file yet".to_owned(),
        (true, true) => "Changes since the last save".to_owned(),
        (true, false) => saving
            .file_name()
            .map_or_else(|| "No changes since the last save".to_owned(), |name| format!("Saved to {name}")),
    };
    view! {
        <button type="button" class="primary" title="Ctrl+S" aria-describedby="save-state" on:click=move |_| saving.save()>
            {if can_save() { "Save" } else { "Download" }}
        </button>
        <span id="save-state" class="save-state">{state}</span>
    }
}

/// Undo or redo. Its tooltip names the edit.
#[component]
fn HistoryButton(
    /// "Undo" or "Redo".
    label: &'static str,
    /// The name of the edit; `None` if there is none.
    edit: Memo<Option<String>>,
    /// Called when the author presses it.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-disabled=move || edit.get().is_none().to_string()
            title=move || edit.get().map_or_else(|| format!("Nothing to {}", label.to_lowercase()), |edit| format!("{label}: {}", in_lower_case(&edit)))
            on:click=move |_| on_press.run(())
        >
            {label}
        </button>
    }
}
