//! How a test case came out: in a word with a mark, and in sentences.

use leptos::prelude::*;

use crate::test_cases::{CaseOutcome, CaseRun};

/// Whether a test case passes.
#[component]
pub(crate) fn OutcomeWord(
    /// The test case, if it was run.
    run: Memo<Option<CaseRun>>,
) -> impl IntoView {
    let word = move || {
        run.with(|run| match run.as_ref().map(|run| &run.outcome) {
            Some(CaseOutcome::Passes) => ("passes", "✓", "Passes"),
            Some(CaseOutcome::Fails(_)) => ("fails", "✗", "Fails"),
            Some(CaseOutcome::HasProblems(_)) => ("fails", "▲", "Has problems"),
            Some(CaseOutcome::NotRun) | None => ("not-run", "–", "Not run"),
        })
    };
    move || {
        let (class, mark, word) = word();
        view! {
            <span class=format!("outcome {class}")>
                <span aria-hidden="true">{mark}</span>
                " "
                {word}
            </span>
        }
    }
}

/// What a test case expects and what its reader gets, if they differ, and what changed since the files were saved.
#[component]
pub(crate) fn OutcomeDetails(
    /// The test case, if it was run.
    run: Memo<Option<CaseRun>>,
) -> impl IntoView {
    let sentences = move || {
        run.with(|run| {
            run.as_ref().map_or_else(Vec::new, |run| match &run.outcome {
                CaseOutcome::Fails(sentences) | CaseOutcome::HasProblems(sentences) => sentences.clone(),
                CaseOutcome::Passes | CaseOutcome::NotRun => Vec::new(),
            })
        })
    };
    let change = move || run.with(|run| run.as_ref().and_then(|run| run.change.clone()));
    view! {
        {move || {
            let sentences = sentences();
            (!sentences.is_empty())
                .then(|| view! {
                    <ul class="case-failures">
                        {sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                    </ul>
                })
        }}
        {move || {
            change()
                .map(|(was, is)| view! {
                    <p class="case-change">"Since the last save: was " <strong>{was}</strong> ", is " <strong>{is}</strong> "."</p>
                })
        }}
    }
}
