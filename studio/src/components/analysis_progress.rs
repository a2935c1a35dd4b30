//! How far the analysis is, with buttons to end it and to start it again.

use leptos::prelude::*;

use crate::analysis::{Analysis, Work};

/// The state of the analysis.
#[component]
pub(crate) fn AnalysisProgress() -> impl IntoView {
    let analysis = Analysis::get();
    let work = analysis.work;
    let has_odds = Memo::new(move |_| analysis.results.with(|results| results.odds.is_some()));
    // A screen reader says this. It does not change with each percent.
    let state = Memo::new(move |_| match work.get() {
        Work::FileHasProblems if has_odds.get() => {
            "The file has problems. The odds are those of the last version without problems.".to_owned()
        }
        Work::FileHasProblems => "The odds appear when the file has no problems.".to_owned(),
        Work::Waiting | Work::Running(_) => "Computing…".to_owned(),
        Work::Done => "Everything is computed.".to_owned(),
        Work::Canceled => "Canceled.".to_owned(),
        Work::Failed(reason) => format!("Not computed: {reason}."),
    });
    let is_running = Memo::new(move |_| matches!(work.get(), Work::Waiting | Work::Running(_)));
    let can_restart = Memo::new(move |_| matches!(work.get(), Work::Canceled | Work::Failed(_)));
    let task = Memo::new(move |_| match work.get() {
        Work::Running(progress) => progress.task,
        _ => "waiting".to_owned(),
    });
    let percent = Memo::new(move |_| match work.get() {
        Work::Running(progress) => progress.percent,
        _ => None,
    });
    view! {
        <div class="analysis-progress">
            <p role="status">{state}</p>
            <Show when=move || is_running.get()>
                <progress max="100" value=move || percent.get() aria-label=move || task.get()></progress>
                <span class="quiet" aria-hidden="true">{move || task.get()}</span>
                <button type="button" class="small" on:click=move |_| analysis.cancel()>"Cancel"</button>
            </Show>
            <Show when=move || can_restart.get()>
                <button type="button" class="small" on:click=move |_| analysis.restart()>"Compute again"</button>
            </Show>
        </div>
    }
}
