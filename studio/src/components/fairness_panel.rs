//! How fair the quiz is: how often readers get each cause if they answer at random, and what decides it.

use leptos::prelude::*;

use super::analysis_progress::AnalysisProgress;
use super::balance_findings::BalanceFindings;
use super::cause_answers::CauseAnswersList;
use super::odds_table::OddsTable;
use crate::analysis::Analysis;

/// The whole panel.
#[component]
pub(crate) fn FairnessPanel() -> impl IntoView {
    view! {
        <h2 id="part" tabindex="-1">"Fairness"</h2>
        <p class="part-help">
            "A quiz is fair if no cause has a head start. These are the results of readers who answer at random and tick nothing on the safety screens. If they get one cause more than twice as often as another, real readers get it more often than they should."
        </p>
        <div class="fairness">
            <TickField />
            <AnalysisProgress />
            <OddsTable />
            <BalanceFindings />
            <CauseAnswersList />
        </div>
    }
}

/// The chance that a random reader ticks a box.
#[component]
fn TickField() -> impl IntoView {
    let tick = Analysis::get().tick_percent;
    let text = move || format!("{} %", tick.get());
    view! {
        <div class="field">
            <label class="field-label" for="tick">"Chance that a reader ticks a box"</label>
            <p class="help" id="tick-help">
                "Of a list to tick, people tick about one box in four. Of choices to pick from, random readers pick each equally often."
            </p>
            <div class="tick">
                <input
                    type="range"
                    id="tick"
                    min="0"
                    max="100"
                    aria-describedby="tick-help"
                    aria-valuetext=text
                    prop:value=move || tick.get().to_string()
                    on:input:target=move |event| {
                        if let Ok(percent) = event.target().value().parse() {
                            tick.set(percent);
                        }
                    }
                />
                <span class="number" aria-hidden="true">{text}</span>
            </div>
        </div>
    }
}

/// The heading of a section with results. It says if they are of an older version of the quiz.
#[component]
pub(super) fn ResultHeading(
    /// The heading.
    text: &'static str,
    /// Whether the results are of an older version.
    #[prop(into)]
    is_old: Signal<bool>,
) -> impl IntoView {
    view! {
        <h3>
            {text}
            <Show when=move || is_old.get()>
                <span class="older">" of an older version"</span>
            </Show>
        </h3>
    }
}

/// A chance, 0 to 1, as readers of a table expect it.
pub(super) fn percent(chance: f64) -> String {
    format!("{:.1} %", chance * 100.0)
}
