//! Notes about parts that the preview cannot show, with buttons that help.

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::Drawings;

use super::file_button::FileButton;
use crate::additions::{Addition, addition};
use crate::document::File;
use crate::editor::Editor;
use crate::files::read_text;
use crate::page::drawings_file;
use crate::part::Part;
use crate::photos::Photos;

/// A note if the drawings file is not in the draft or is wrong, with a button that adds it.
#[component]
pub(crate) fn DrawingsNote(
    /// The text of the drawings file, if it is in the draft.
    drawings_text: Memo<Option<String>>,
) -> impl IntoView {
    let editor = Editor::get();
    let address = Memo::new(move |_| {
        editor.document.with(|document| drawings_file(document).map(|(address, _)| address.to_owned()))
    });
    let problem = Memo::new(move |_| {
        drawings_text.with(|text| match text {
            None => Some("the file is not in this draft".to_owned()),
            Some(text) => Drawings::read(text)
                .err()
                .map(|problems| problems.first().map_or_else(String::new, ToString::to_string)),
        })
    });
    let error = RwSignal::new(None::<String>);
    let add = move |file: web_sys::File| {
        spawn_local(async move {
            let name = file.name();
            let added = read_text(&file).await.and_then(|text| add_drawings(editor, &name, text));
            error.try_set(added.err().map(|reason| format!("{name}: {reason}")));
        });
    };
    move || {
        let (address, problem) = (address.get()?, problem.get()?);
        Some(view! {
            <div class="preview-note">
                <p>{format!("The drawings of {address} are not shown: {problem}.")}</p>
                <FileButton label="Add the drawings file" accept=".json,application/json" on_file=add />
                <div role="alert">{move || error.get().map(|text| view! { <p class="problem">{text}</p> })}</div>
            </div>
        })
    }
}

/// Adds a drawings file under the name in the quiz's `drawings`, and replaces the one that the draft has.
fn add_drawings(editor: Editor, name: &str, text: String) -> Result<(), String> {
    // Refuse other files here: `addition` would add a translation as a translation.
    if let Err(problems) = Drawings::read(&text) {
        return Err(problems.first().map_or_else(String::new, ToString::to_string));
    }
    let file = File::open(name, text).map_err(|problem| problem.to_string())?;
    // The author may have left the editor.
    let added = editor.document.try_with_untracked(|document| addition(document, file));
    match added.ok_or("the draft is closed")?? {
        Addition::New(file) => editor.add_file(file),
        Addition::Replacement { index, content } => editor.replace_content(index, content),
    }
    Ok(())
}

/// A note that names the photos that are not in the draft, and those on the web that did not arrive.
#[component]
pub(crate) fn PhotoNote(
    /// The addresses of those on the web.
    lost: RwSignal<Vec<String>>,
) -> impl IntoView {
    let (editor, photos) = (Editor::get(), Photos::get());
    let missing = photos.missing;
    move || {
        let (missing, lost) = (missing.get(), lost.get());
        view! {
            {(!missing.is_empty()).then(|| view! {
                <p class="preview-note">
                    {format!("Not in this draft: {}. ", missing.join(", "))}
                    <button type="button" class="link" on:click=move |_| editor.part.set(Part::Photos)>"Add photos"</button>
                </p>
            })}
            {(!lost.is_empty()).then(|| view! {
                <p class="preview-note">{format!("Did not arrive from the web: {}.", lost.join(", "))}</p>
            })}
        }
    }
}
