//! Answers of a test case to questions that the quiz does not have.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::field_frame::{Messages, messages_within};
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
    let keys = editor.keys(path.clone());
    let unknown = Memo::new(move |_| {
        keys.get().into_iter().filter(|key| known.with(|known| !known.contains(key))).collect::<Vec<_>>()
    });
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
