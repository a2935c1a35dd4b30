//! All test cases with their outcomes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

use super::reorder::{MoveButtons, ReorderableList};
use super::test_case_outcome::{OutcomeDetails, OutcomeWord};
use crate::document::{Document, File};
use crate::editor::Editor;
use crate::files::read_text;
use crate::focus::focus_on;
use crate::format::Kind;
use crate::part::Part;
use crate::test_cases::{CasePosition, TestRuns, is_test_case_file, test_case_files, test_cases_path};

/// The name of a test case in messages.
pub(super) const NAME: &str = "test case";

/// The list of test cases, in the quiz file and in files of their own.
#[component]
pub(crate) fn TestCasesPanel() -> impl IntoView {
    let editor = Editor::get();
    let runs = TestRuns::get();
    let files = Memo::new(move |_| {
        editor.document.with(|document| {
            let files = test_case_files(document.files());
            files.into_iter().map(|file| (file, document.files()[file].name.clone())).collect::<Vec<_>>()
        })
    });
    let untested = Memo::new(move |_| runs.untested_causes());
    let summary = move || match runs.count() {
        (0, _) => "There are none yet.".to_owned(),
        (all, 0) if runs.are_run() => format!("All {all} pass."),
        (all, wrong) if runs.are_run() => format!("{} of {all} pass.", all - wrong),
        (_, _) => "They run when the file has no problems.".to_owned(),
    };
    view! {
        <h2 id="part" tabindex="-1">"Test cases"</h2>
        <p class="part-help">
            "Think of readers whom you know: what each answers, and the result that they must get. All test cases run on each change. You can also take the preview as a reader and press “This reader must get…” there."
        </p>
        <p class="case-summary" role="status">{summary}</p>
        <Show when=move || !untested.with(Vec::is_empty)>
            <p class="quiet">{move || format!("No test case expects: {}.", untested.get().join(", "))}</p>
        </Show>
        <For each=move || files.get() key=Clone::clone let((file, name))>
            <section class="case-file" aria-label=name.clone()>
                {
                    let name = name.clone();
                    move || files.with(|files| files.len() > 1).then(|| view! { <h3 class="code">{name.clone()}</h3> })
                }
                <CaseList file />
                {(file != Document::QUIZ).then(|| view! { <RemoveFile file name=name.clone() /> })}
            </section>
        </For>
        <AddFile />
    }
}

/// The test cases of one file.
#[component]
fn CaseList(
    /// The index of the file.
    file: usize,
) -> impl IntoView {
    let editor = Editor::get();
    let editor = editor.in_file(file, editor.check);
    let runs = TestRuns::get();
    let list = test_cases_path();
    let count = editor.count(list.clone());
    let add = move |_| {
        let kind = Kind::Object("TestCaseFile".to_owned());
        editor.add_item(&test_cases_path(), &kind);
        go_to_case(editor, runs, CasePosition { file, index: count.get_untracked() - 1 });
    };
    let on_move = move |from: usize, to: usize| {
        editor.move_item(&test_cases_path(), from, to);
    };
    view! {
        <ReorderableList class="case-list" handle=".drag-handle" on_move>
            <For each=move || 0..count.get() key=|index| *index let(index)>
                <CaseItem position=CasePosition { file, index } count />
            </For>
        </ReorderableList>
        <button type="button" class="small add" on:click=add>"Add a test case"</button>
    }
}

/// Goes to the form of a test case.
pub(super) fn go_to_case(editor: Editor, runs: TestRuns, position: CasePosition) {
    if let Some(number) =
        runs.positions.with_untracked(|positions| positions.iter().position(|it| *it == position))
    {
        editor.part.set(Part::TestCase(number));
    }
}

/// A test case in the list.
#[component]
fn CaseItem(
    /// Its position.
    position: CasePosition,
    /// How many test cases its file has.
    count: Memo<usize>,
) -> impl IntoView {
    let editor = Editor::get();
    let editor = editor.in_file(position.file, editor.check);
    let runs = TestRuns::get();
    let run = runs.run_at(position);
    let CasePosition { index, .. } = position;
    let path = test_cases_path().item(index);
    let id = editor.text(path.key("id"));
    let story = editor.text(path.key("story"));
    let name = Memo::new(move |_| {
        id.with(|id| if id.is_empty() { format!("Test case {}", index + 1) } else { id.clone() })
    });
    let show = move |_| {
        if let Err(reason) = runs.show(position) {
            editor.message.set(reason.to_owned());
        }
    };
    view! {
        <li class="case">
            <span class="drag-handle" aria-hidden="true">"⠿"</span>
            <div class="case-text">
                <div class="case-head">
                    <OutcomeWord run />
                    <button type="button" class="link" on:click=move |_| go_to_case(editor, runs, position)>{move || name.get()}</button>
                </div>
                <p class="quiet" dir="auto">{move || story.get()}</p>
                <OutcomeDetails run />
            </div>
            <div class="item-buttons">
                <MoveButtons title=name index count />
                <button
                    type="button"
                    class="small"
                    aria-label=move || format!("Show in the preview: {}", name.get())
                    on:click=show
                >
                    "Show in the preview"
                </button>
                <button
                    type="button"
                    class="small"
                    aria-label=move || format!("Remove {}", name.get())
                    on:click=move |_| editor.remove(&test_cases_path().item(index))
                >
                    "Remove"
                </button>
            </div>
        </li>
    }
}

/// A button that takes a file of test cases out of the draft.
#[component]
fn RemoveFile(
    /// The index of the file.
    file: usize,
    /// Its name.
    name: String,
) -> impl IntoView {
    let editor = Editor::get();
    let label = format!("Remove {name}");
    let remove = move |_| {
        editor.remove_file(file);
        focus_on("part");
    };
    view! { <button type="button" class="small" on:click=remove>{label}</button> }
}

/// A button that adds a file of test cases.
#[component]
fn AddFile() -> impl IntoView {
    let editor = Editor::get();
    let refused = RwSignal::new(None::<String>);
    let open = move |file: web_sys::File| {
        spawn_local(async move {
            let name = file.name();
            let opened = match read_text(&file).await {
                Ok(text) => File::open(name.clone(), text).map_err(|problem| problem.to_string()),
                Err(reason) => Err(reason),
            };
            // The author may have left the editor.
            let is_used = editor
                .document
                .try_with_untracked(|document| document.files().iter().any(|known| known.name == name));
            let Some(is_used) = is_used else { return };
            refused.try_set(match opened {
                Err(reason) => Some(format!("{name}: {reason}")),
                Ok(_) if is_used => Some(format!("{name}: this quiz already has a file of that name")),
                Ok(file) if !is_test_case_file(&file.value) => {
                    Some(format!("{name}: this is not a file of test cases, which has the key “test_cases”"))
                }
                Ok(file) => {
                    editor.add_file(file);
                    None
                }
            });
        });
    };
    view! {
        <p class="case-add-file">
            <label class="file-button">
                "Add a file of test cases"
                <input
                    type="file"
                    accept=".json,application/json"
                    on:change:target=move |event| {
                        let input: HtmlInputElement = event.target();
                        if let Some(file) = input.files().and_then(|files| files.get(0)) {
                            open(file);
                        }
                        // The same file can be chosen again.
                        input.set_value("");
                    }
                />
            </label>
        </p>
        <div role="alert">{move || refused.get().map(|reason| view! { <p class="problem">{reason}</p> })}</div>
    }
}
