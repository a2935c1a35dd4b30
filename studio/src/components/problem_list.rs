//! All problems and findings of the file in one list that leads to each.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::failed_test_cases::FailedTestCases;
use super::translation_problems::TranslationProblems;
use crate::check::FieldMessage;
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::part::{List, Part};
use crate::translations::Translations;

/// How many problems and findings there are, and the list of them.
#[component]
pub(crate) fn ProblemList() -> impl IntoView {
    let editor = Editor::get();
    let is_open = RwSignal::new(false);
    let translations = Translations::get();
    let messages = editor.messages;
    let own_problems = Memo::new(move |_| {
        messages.with(|messages| messages.iter().filter(|(_, message)| message.is_problem()).count())
    });
    let problems = Memo::new(move |_| own_problems.get() + translations.problem_count());
    let findings = Memo::new(move |_| {
        messages.with(Vec::len) - own_problems.get() + translations.findings.with(Vec::len)
    });
    let summary = move || {
        let findings = findings.get();
        let count = |count: usize, what: &str| match count {
            1 => format!("1 {what}"),
            count => format!("{count} {what}s"),
        };
        let problems = match problems.get() {
            0 => "No problems".to_owned(),
            problems => count(problems, "problem"),
        };
        if findings == 0 { problems } else { format!("{problems}, {}", count(findings, "finding")) }
    };
    view! {
        <section class="problems" aria-label="Problems and findings" class:has-problems=move || problems.get() != 0>
            <Show
                when=move || problems.get() != 0 || findings.get() != 0
                fallback=move || view! { <p class="no-problems">"No problems: readers can take this quiz."</p> }
            >
                <button
                    type="button"
                    class="problem-count"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|it| *it = !*it)
                >
                    {summary}
                </button>
                <Show when=move || is_open.get()>
                    <ol class="problem-list">
                        {move || {
                            messages.get().into_iter().map(|(path, message)| view! { <Item path message /> }).collect_view()
                        }}
                        <TranslationProblems />
                    </ol>
                </Show>
            </Show>
            <FailedTestCases />
        </section>
    }
}

/// A problem or a finding. It leads to its field, if there is one.
#[component]
fn Item(
    /// Where it is.
    path: JsonPath,
    /// What it is.
    message: FieldMessage,
) -> impl IntoView {
    let editor = Editor::get();
    let name = Part::name_of(&path);
    // No form has a field for such a key.
    let remove_button = editor.check.with_untracked(|check| check.has_unknown_key(&path)).then(|| {
        let path = path.clone();
        let label = format!("Remove it: {name}");
        let remove = move |_| {
            editor.remove(&path);
            focus_on("part");
        };
        view! { <button type="button" class="small" aria-label=label on:click=remove>"Remove it"</button> }
    });
    let (class, text) = match message {
        FieldMessage::Problem(text) => ("problem", text),
        FieldMessage::Finding(text) => ("finding", text),
    };
    // A problem with a list that has no items leads to the button that adds one.
    let is_of_a_list = List::ALL.iter().any(|list| list.path() == path);
    let line = if Part::of(&path).is_none() && !is_of_a_list {
        view! { <strong>{name}</strong> ": " {text} }.into_any()
    } else {
        view! {
            <button type="button" class="link" on:click=move |_| editor.go_to(&path)>
                <strong>{name}</strong>
                ": "
                {text}
            </button>
        }
        .into_any()
    };
    view! { <li class=class>{line} " " {remove_button}</li> }
}
