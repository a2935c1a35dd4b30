//! Answers of a test case to questions that the quiz does not have.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::field_frame::{Messages, messages_within};
use crate::document::object_entries;
use crate::editor::Editor;
use crate::focus::field_id;

/// The answers that belong to no question, each with a button that removes it.
#[component]
pub(crate) fn UnknownAnswers(
    /// The path of the answers by question.
    path: JsonPath,
    /// The ids of the questions.
    known: Memo<Vec<String>>,
) -> impl IntoView {
    let editor = Editor::get();
    let unknown = {
        let path = path.clone();
        Memo::new(move |_| {
            editor.with_file_at(&path, |file| {
                let keys = object_entries(file, &path).iter().map(|(key, _)| key);
                let unknown = keys
                    .filter(|key| !key.starts_with(['$', '_']) && known.with(|known| !known.contains(key)));
                unknown.cloned().collect::<Vec<_>>()
            })
        })
    };
    view! {
        <For each=move || unknown.get() key=String::clone let(key)>
            <div class="field" id=field_id(&path.key(&key))>
                <p>"An answer to " <span class="code">{key.clone()}</span></p>
                <Messages messages=messages_within(&path.key(&key)) id=String::new() />
                <button
                    type="button"
                    class="small"
                    on:click={
                        let path = path.key(&key);
                        move |_| editor.remove(&path)
                    }
                >
                    {format!("Remove the answer to {key}")}
                </button>
            </div>
        </For>
    }
}
