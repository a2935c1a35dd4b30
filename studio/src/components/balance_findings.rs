//! The findings about fairness, each with advice and a button that follows it.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{BalanceAdvice, BalanceDriver, BalanceFix, PointsChange, Value};
use which_cause_studio_worker::FindingReport;

use super::fairness_panel::{ResultHeading, percent};
use crate::analysis::Analysis;
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::part::Part;

/// The codes of the findings about the points: a head start, a cause that no reader gets, a question or a choice that decides alone
/// or nothing.
const ABOUT_POINTS: [&str; 11] = [
    "cannot-lead",
    "cannot-be-shown",
    "empty-range",
    "never-led",
    "lopsided",
    "seldom-leads",
    "mostly-spread",
    "one-way",
    "leads-alone",
    "question-changes-nothing",
    "choice-changes-nothing",
];

/// The findings about the points.
#[component]
pub(crate) fn BalanceFindings() -> impl IntoView {
    let results = Analysis::get().results;
    let findings = Memo::new(move |_| results.with(|results| results.findings.clone()));
    let is_old = Memo::new(move |_| {
        results.with(|results| results.findings.as_ref().is_some_and(|findings| results.is_old(findings)))
    });
    move || {
        findings.get().map(|findings| {
            let about_points: Vec<&FindingReport> =
                findings.value.iter().filter(|finding| ABOUT_POINTS.contains(&finding.code.as_str())).collect();
            let has_any = !about_points.is_empty();
            let items = about_points.into_iter().map(|finding| view! { <Item finding=finding.clone() is_old /> });
            let items = items.collect_view();
            view! {
                <section class:old=move || is_old.get()>
                    <ResultHeading text="Findings" is_old />
                    {if has_any {
                        view! { <ul class="balance-findings">{items}</ul> }.into_any()
                    } else {
                        view! { <p>"None: each cause can lead, and each question and each choice changes some results."</p> }
                            .into_any()
                    }}
                </section>
            }
        })
    }
}

/// A finding, with its advice.
#[component]
fn Item(
    /// The finding.
    finding: FindingReport,
    /// Whether it is of an older version.
    is_old: Memo<bool>,
) -> impl IntoView {
    let editor = Editor::get();
    let FindingReport { path, message, advice, .. } = finding;
    let name = Part::name_of(&path);
    view! {
        <li>
            <p>
                <button type="button" class="link" on:click=move |_| editor.go_to(&path)>{name}</button>
                ": "
                {message}
            </p>
            {advice.map(|advice| view! { <Advice advice is_old /> })}
        </li>
    }
}

/// The advice about a cause that leads too often, too seldom or never.
#[component]
fn Advice(
    /// The advice.
    advice: BalanceAdvice,
    /// Whether it is of an older version.
    is_old: Memo<bool>,
) -> impl IntoView {
    let editor = Editor::get();
    let does = if advice.best { "is in the result" } else { "leads" };
    let drivers = advice.drivers.iter().map(|driver| {
        let BalanceDriver { path, points_for, leads, rarest_leads, .. } = driver.clone();
        let what = match points_for {
            None => ": without it".to_owned(),
            Some(cause) => format!(", its points for {cause}: without them"),
        };
        let effect = format!(
            "{what}, {} {does} {} of the time and {} {}",
            advice.cause,
            percent(leads),
            advice.rarest,
            percent(rarest_leads)
        );
        let name = Part::name_of(&path);
        view! {
            <li>
                <button type="button" class="link" on:click=move |_| editor.go_to(&path)>{name}</button>
                {effect}
            </li>
        }
    });
    let drivers = drivers.collect_view();
    let has_drivers = !advice.drivers.is_empty();
    let fix = match advice.fix {
        Some(BalanceFix::Changes { changes, least, most }) => {
            let changes = Arc::new(changes);
            view! { <Changes changes least most does is_old /> }.into_any()
        }
        Some(BalanceFix::NotFound { tried }) => view! {
            <p>
                {format!("No change of up to three numbers fixes this ({tried} were tried). Give points for {} in more questions, or join it with a cause that the same answers speak for.", advice.rarest)}
            </p>
        }
        .into_any(),
        Some(BalanceFix::NotTried) => {
            view! { <p>"No changes were tried: there are too many answers for exact odds."</p> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        {has_drivers.then(|| view! { <p>"The strongest reasons:"</p> <ul>{drivers}</ul> })}
        {fix}
    }
}

/// Changes of points that fix a finding, and a button that makes them.
#[component]
fn Changes(
    /// The changes.
    changes: Arc<Vec<PointsChange>>,
    /// How often the cause that leads least often then leads, 0 to 1.
    least: f64,
    /// How often the cause that leads most often then leads, 0 to 1.
    most: f64,
    /// "leads", or "is in the result".
    does: &'static str,
    /// Whether they are of an older version.
    is_old: Memo<bool>,
) -> impl IntoView {
    let editor = Editor::get();
    let lines = changes.iter().map(|change| {
        let PointsChange { path, before, after } = change;
        let points = |points: i32| if points == 0 { "none".to_owned() } else { points.to_string() };
        view! { <li>{format!("{}: {} → {}", Part::name_of(path), points(*before), points(*after))}</li> }
    });
    let lines = lines.collect_view();
    let make = move |_| {
        let value = |points: i32| (points != 0).then_some(Value::Integer(points.into()));
        let values: Vec<_> =
            changes.iter().map(|change| (change.path.clone(), value(change.after))).collect();
        editor.set_all("Change points", &values);
        // The button is gone then.
        focus_on("part");
    };
    view! {
        <p>"A change that fixes it:"</p>
        <ul>{lines}</ul>
        <p>{format!("Then each cause {does} between {} and {} of the time.", percent(least), percent(most))}</p>
        <Show when=move || !is_old.get()>
            <button type="button" class="small" on:click=make.clone()>"Make this change"</button>
        </Show>
    }
}
