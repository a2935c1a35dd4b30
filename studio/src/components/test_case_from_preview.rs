//! Makes a test case of the reader in the preview, and puts the reader of a test case into the preview.

use leptos::prelude::*;
use which_cause::FocusControl;
use which_cause_quiz::{Session, Value};

use super::test_cases_panel::NAME;
use crate::document::{Change, Entry, children, free_id, get, set};
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::part::Part;
use crate::preview_session::rendered_anew;
use crate::test_cases::{
    TestRuns, file_for_new_case, no_result_yet, recorded_case, recorded_text, test_cases_path,
};

const BUTTON: &str = "this-reader-must-get";
const ID: &str = "this-reader-id";

/// A button that makes a test case of the reader in the preview: what they answer and what they get.
#[component]
pub(crate) fn TestCaseFromPreview(
    /// The session of the preview.
    session: RwSignal<Session>,
    /// The focus of the preview, which stays where it is.
    focus: FocusControl,
) -> impl IntoView {
    let runs = TestRuns::get();
    let show = move |answers: &Option<_>, _: Option<&Option<_>>, _| {
        let Some(answers): &Option<which_cause_quiz::Answers> = answers else { return };
        focus.leave();
        session.update(|session| *session = answers.replay(rendered_anew(session.quiz())));
    };
    Effect::watch(move || runs.shown.get(), show, true);
    let is_open = RwSignal::new(false);
    // The form goes while the preview shows something else than a result. What the author has written stays.
    let (id, story) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let reason = Memo::new(move |_| session.with(no_result_yet));
    let toggle = move |_| {
        is_open.update(|it| *it = !*it);
        if is_open.get_untracked() && reason.get_untracked().is_none() {
            focus_on(ID);
        }
    };
    view! {
        <div class="from-preview">
            <button
                type="button"
                class="small"
                id=BUTTON
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
            >
                "This reader must get…"
            </button>
            <div role="status">
                {move || reason.get().filter(|_| is_open.get()).map(|reason| view! { <p class="preview-note">{reason}</p> })}
            </div>
            <Show when=move || is_open.get() && reason.get().is_none()>
                <NewCase session id story on_end=move |()| {
                    is_open.set(false);
                    id.set(String::new());
                    story.set(String::new());
                    focus_on(BUTTON);
                } />
            </Show>
        </div>
    }
}

/// The id and the story of a new test case.
#[component]
fn NewCase(
    /// The session of the reader.
    session: RwSignal<Session>,
    /// The id; empty until the form is shown.
    id: RwSignal<String>,
    /// Who the reader is.
    story: RwSignal<String>,
    /// Called when the test case is added, or is not wanted.
    #[prop(into)]
    on_end: UnsyncCallback<()>,
) -> impl IntoView {
    let editor = Editor::get();
    let file = Memo::new(move |_| editor.document.with(|document| file_for_new_case(document.files())));
    if id.with_untracked(String::is_empty) {
        id.set(with_cases_in(editor, file.get_untracked(), |cases| {
            free_id(cases, &format!("case-{}", cases.len() + 1))
        }));
    }
    let refused = RwSignal::new(None::<String>);
    let result = move || session.with(recorded_text).unwrap_or_default();
    let add = move || {
        let wanted = id.get_untracked().trim().to_owned();
        let file = file.get_untracked();
        if let Some(problem) = problem_with_id(editor, file, &wanted) {
            refused.set(Some(problem));
            return focus_on(ID);
        }
        let case = session
            .with_untracked(|session| recorded_case(session, wanted.clone(), story.get_untracked().trim()));
        if let Some(case) = case {
            add_case(editor, file, case);
            editor.message.set(format!("Added the {NAME} {wanted}"));
            on_end.run(());
        }
    };
    view! {
        <form
            class="new-case"
            aria-label="New test case"
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <p>"This reader must get: " <strong>{result}</strong></p>
            <div class="field">
                <label class="field-label" for=ID>"Id of the test case"</label>
                <input
                    type="text"
                    class="code"
                    id=ID
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby="this-reader-refused"
                    aria-invalid=move || refused.get().is_some().to_string()
                    prop:value=move || id.get()
                    on:input:target=move |event| id.set(event.target().value())
                />
                <div role="alert" id="this-reader-refused">
                    {move || refused.get().map(|reason| view! { <p class="problem">{reason}</p> })}
                </div>
            </div>
            <div class="field">
                <label class="field-label" for="this-reader-story">"Who this reader is"</label>
                <textarea
                    id="this-reader-story"
                    rows="1"
                    dir="auto"
                    prop:value=move || story.get()
                    on:input:target=move |event| story.set(event.target().value())
                ></textarea>
            </div>
            <div class="list-buttons">
                <button type="submit" class="small primary">"Add this test case"</button>
                <button type="button" class="small" on:click=move |_| on_end.run(())>"Cancel"</button>
            </div>
        </form>
    }
}

/// Reads the test cases in a file.
fn with_cases_in<T>(editor: Editor, file: usize, read: impl FnOnce(&[Value]) -> T) -> T {
    editor
        .document
        .with_untracked(|document| read(children(&document.files()[file].value, &test_cases_path())))
}

/// Why a new test case of a file cannot have this id.
fn problem_with_id(editor: Editor, file: usize, id: &str) -> Option<String> {
    if id.is_empty() {
        return Some("Write an id, such as “front-door”.".to_owned());
    }
    let is_free = with_cases_in(editor, file, |cases| free_id(cases, id) == id);
    (!is_free).then(|| format!("“{id}” is the id of another test case. Write another one."))
}

/// Adds a test case at the end of those in a file.
fn add_case(editor: Editor, file: usize, case: Value) {
    let list = test_cases_path();
    editor.end_typing();
    editor.document.update(|document| {
        let root = &document.files()[file].value;
        let index = children(root, &list).len();
        let name = format!("Add {}", Part::phrase_in(document, file, &list.item(index)));
        let changes = if get(root, &list).is_some() {
            vec![Change::Insert { into: list.clone(), index, entry: Entry::Item(case) }]
        } else {
            set(root, &list, Value::Array(vec![case]), |_| Vec::new())
        };
        document.edit(file, name, changes);
    });
}
