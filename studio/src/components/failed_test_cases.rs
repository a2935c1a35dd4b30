//! The test cases that fail, in a list under the title that leads to each.

use leptos::prelude::*;

use super::test_cases_panel::go_to_case;
use crate::editor::Editor;
use crate::test_cases::{CaseOutcome, CaseRun, TestRuns};

/// How many test cases fail, and the list of them. If all pass, there is nothing.
#[component]
pub(crate) fn FailedTestCases() -> impl IntoView {
    let runs = TestRuns::get();
    let is_open = RwSignal::new(false);
    let failed = Memo::new(move |_| {
        runs.runs.with(|runs| runs.iter().filter(|run| run.outcome.is_wrong()).cloned().collect::<Vec<_>>())
    });
    let count = move || {
        let (all, _) = runs.count();
        match failed.with(Vec::len) {
            1 => format!("1 of {all} test cases fails"),
            failed => format!("{failed} of {all} test cases fail"),
        }
    };
    view! {
        <Show when=move || failed.with(|it| !it.is_empty())>
            <button
                type="button"
                class="problem-count"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|it| *it = !*it)
            >
                {count}
            </button>
            <Show when=move || is_open.get()>
                <ul class="problem-list">
                    {move || failed.get().into_iter().map(|run| view! { <FailedTestCase run /> }).collect_view()}
                </ul>
            </Show>
        </Show>
    }
}

/// A test case that fails. It leads to its form.
#[component]
fn FailedTestCase(
    /// The test case.
    run: CaseRun,
) -> impl IntoView {
    let editor = Editor::get();
    let runs = TestRuns::get();
    let position = run.position;
    let sentences = match run.outcome {
        CaseOutcome::Fails(sentences) | CaseOutcome::HasProblems(sentences) => sentences.join(" "),
        CaseOutcome::Passes | CaseOutcome::NotRun => String::new(),
    };
    let change = run.change.map(|(was, is)| format!(" Since the last save: was {was}, is {is}."));
    view! {
        <li>
            <button type="button" class="link" on:click=move |_| go_to_case(editor, runs, position)>
                <strong>{run.id}</strong>
                ": "
                {sentences}
                {change}
            </button>
        </li>
    }
}
