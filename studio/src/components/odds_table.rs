//! The odds of each result, as bars and as numbers.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{CauseOdds, OddsMethod};
use which_cause_studio_worker::OddsReport;

use super::fairness_panel::{ResultHeading, percent};
use crate::analysis::Analysis;

/// How often each cause is the result, and how often there is another result.
#[component]
pub(crate) fn OddsTable() -> impl IntoView {
    let results = Analysis::get().results;
    let odds = Memo::new(move |_| results.with(|results| results.odds.clone()));
    let is_old = Memo::new(move |_| {
        results.with(|results| results.odds.as_ref().is_some_and(|odds| results.is_old(odds)))
    });
    move || {
        odds.get().map(|odds| {
            view! {
                <section class:old=move || is_old.get()>
                    <ResultHeading text="Odds" is_old />
                    <Causes report=Arc::clone(&odds.value.0) />
                    <Outcomes report=odds.value.0 />
                </section>
            }
        })
    }
}

/// The odds of each cause.
#[component]
fn Causes(
    /// The odds.
    report: Arc<OddsReport>,
) -> impl IntoView {
    let is_best = report.is_best;
    let most = report.frequencies.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let rows = report.causes.iter().zip(report.frequencies.iter().zip(&report.odds.causes));
    let rows = rows.map(|(name, (frequency, CauseOdds { shown, .. }))| {
        let width = format!("{:.1}%", frequency / most * 100.0);
        view! {
            <tr>
                <th scope="row" dir="auto">{name.clone()}</th>
                <td>
                    <div class="share">
                        <span class="bar"><span style:inline-size=width></span></span>
                        <span class="number">{percent(*frequency)}</span>
                    </div>
                </td>
                {(!is_best).then(|| view! { <td class="number">{percent(*shown)}</td> })}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="odds" aria-label="Odds of each cause">
            <thead>
                <tr>
                    <th scope="col">"Cause"</th>
                    <th scope="col">{if is_best { "Is in the result" } else { "Leads" }}</th>
                    {(!is_best).then(|| view! { <th scope="col">"Is in the result"</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The odds of the kinds of result, and how they were computed.
#[component]
fn Outcomes(
    /// The odds.
    report: Arc<OddsReport>,
) -> impl IntoView {
    let odds = &report.odds;
    let outcomes = [
        ("One cause leads", odds.leads),
        ("The picture is mixed", odds.mixed),
        ("… with more causes close than are shown", odds.spread),
        ("Nothing stands out", odds.nothing),
    ];
    let method = match odds.method {
        OddsMethod::Exact { vectors } => format!("Exact: computed from {vectors} combinations of points."),
        OddsMethod::Sampled { readers, error } => format!(
            "Estimated from {readers} random readers, because the points have too many combinations. Nearly every figure is within {:.2} percentage points of the true one.",
            error * 100.0
        ),
    };
    let outcomes = outcomes
        .map(|(name, chance)| view! { <div><dt>{name}</dt><dd class="number">{percent(chance)}</dd></div> });
    view! {
        <dl class="outcomes">{outcomes}</dl>
        <p class="help">{method}</p>
    }
}
