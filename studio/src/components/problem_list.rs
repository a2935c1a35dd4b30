//! All problems of the file in one list that leads to each.

use leptos::prelude::*;
use which_cause_quiz::Problem;

use super::failed_test_cases::FailedTestCases;
use super::translation_problems::TranslationProblems;
use crate::editor::Editor;
use crate::place::{List, Place};
use crate::translations::Translations;

/// How many problems there are, and the list of them.
#[component]
pub(crate) fn ProblemList() -> impl IntoView {
    let editor = Editor::get();
    let is_open = RwSignal::new(false);
    let translations = Translations::get();
    let problems = Memo::new(move |_| editor.check.with(|check| check.problems.to_vec()));
    let total = Memo::new(move |_| problems.with(Vec::len) + translations.problem_count());
    let count = move || match total.get() {
        0 => "No problems".to_owned(),
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    view! {
        <section class="problems" aria-label="Problems" class:has-problems=move || total.get() != 0>
            <Show
                when=move || total.get() != 0
                fallback=move || view! { <p class="no-problems">"No problems: readers can take this quiz."</p> }
            >
                <button
                    type="button"
                    class="problem-count"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|it| *it = !*it)
                >
                    {count}
                </button>
                <Show when=move || is_open.get()>
                    <ol class="problem-list">
                        {move || problems.get().into_iter().map(|problem| view! { <ProblemItem problem /> }).collect_view()}
                        <TranslationProblems />
                    </ol>
                </Show>
            </Show>
            <FailedTestCases />
        </section>
    }
}

/// A problem. It leads to its field, if there is one.
#[component]
fn ProblemItem(
    /// The problem.
    problem: Problem,
) -> impl IntoView {
    let editor = Editor::get();
    let Problem { path, kind } = problem;
    let place = Place::name_of(&path);
    let message = kind.to_string();
    // A problem with a list that has no items leads to the button that adds one.
    let is_of_a_list = List::ALL.iter().any(|list| list.path() == path);
    if Place::of(&path).is_none() && !is_of_a_list {
        return view! { <li><strong>{place}</strong> ": " {message}</li> }.into_any();
    }
    view! {
        <li>
            <button type="button" class="link" on:click=move |_| editor.go_to(&path)>
                <strong>{place}</strong>
                ": "
                {message}
            </button>
        </li>
    }
    .into_any()
}
