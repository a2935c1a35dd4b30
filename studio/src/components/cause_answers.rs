//! For each cause: the answers that lead to it, and the question that decides most.

use leptos::prelude::*;
use which_cause_studio_worker::{AnswerReport, CauseReport, QuestionText};

use super::fairness_panel::ResultHeading;
use crate::analysis::Analysis;
use crate::editor::Editor;
use crate::part::{List, Part};

/// The answers that lead to each cause.
#[component]
pub(crate) fn CauseAnswersList() -> impl IntoView {
    let results = Analysis::get().results;
    let causes = Memo::new(move |_| results.with(|results| results.causes.clone()));
    let margins = Memo::new(move |_| results.with(|results| results.margins.clone()));
    let is_old = Memo::new(move |_| {
        results.with(|results| results.causes.as_ref().is_some_and(|causes| results.is_old(causes)))
    });
    move || {
        causes.get().map(|causes| {
            let causes = causes.value.iter().enumerate().map(|(index, cause)| {
                let margin = Memo::new(move |_| {
                    margins.with(|margins| margins.as_ref()?.value.as_ref().as_ref()?.get(index).copied())
                });
                view! { <Cause cause=cause.clone() margin /> }
            });
            let causes = causes.collect_view();
            view! {
                <section class:old=move || is_old.get()>
                    <ResultHeading text="What leads to each cause" is_old />
                    <p class="help">"Of random readers with an answer, so many get the cause. The shares are estimates."</p>
                    <div class="cause-answers">{causes}</div>
                </section>
            }
        })
    }
}

/// The answers that lead to one cause.
#[component]
fn Cause(
    /// The cause.
    cause: CauseReport,
    /// How much higher its score can be than that of every other cause.
    margin: Memo<Option<i64>>,
) -> impl IntoView {
    let CauseReport { name, most_points, deciding_question, answers } = cause;
    let ahead = move || match margin.get() {
        Some(margin) if margin > 0 => {
            format!(" Its score can be up to {margin} higher than that of every other cause.")
        }
        Some(_) => " Its score is never higher than that of every other cause.".to_owned(),
        None => String::new(),
    };
    let has_answers = !answers.is_empty();
    let answers = answers.into_iter().map(|answer| view! { <Answer answer /> }).collect_view();
    view! {
        <article>
            <h4 dir="auto">{name}</h4>
            <p>{format!("A reader can get at most {most_points} points for it.")} {ahead}</p>
            {deciding_question.map(|question| {
                let text = question.text.clone();
                view! { <p>"Decides most: " <QuestionLink question /> ", " <bdi>{text}</bdi></p> }
            })}
            {if has_answers {
                view! { <ol class="answers">{answers}</ol> }.into_any()
            } else {
                view! { <p>"No answer makes it come up more often."</p> }.into_any()
            }}
        </article>
    }
}

/// An answer, and how many readers with it get the cause.
#[component]
fn Answer(
    /// The answer.
    answer: AnswerReport,
) -> impl IntoView {
    let AnswerReport { question, text, points, leads } = answer;
    let points = match points {
        1 => "1 point".to_owned(),
        points => format!("{points} points"),
    };
    let share = format!("{:.0}", leads * 100.0);
    view! {
        <li>
            <span><bdi class="answer">{text}</bdi> " " <span class="quiet"><QuestionLink question /> ", " {points}</span></span>
            <span class="share">
                <span class="bar"><span style:inline-size=format!("{share}%")></span></span>
                <span class="number">{format!("{share} %")}</span>
            </span>
        </li>
    }
}

/// A question, by its number. It leads there.
#[component]
fn QuestionLink(
    /// The question.
    question: QuestionText,
) -> impl IntoView {
    let editor = Editor::get();
    let QuestionText { index, .. } = question;
    view! {
        <button type="button" class="link" on:click=move |_| editor.part.set(Part::Item(List::Questions, index))>
            {format!("question {}", index + 1)}
        </button>
    }
}
