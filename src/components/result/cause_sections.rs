//! The sections of one cause: the reader's own answers first, then what is known, then what to do.

use leptos::prelude::*;
use which_cause_quiz::{Outcome, RankedCause};

use super::suggestions::Suggestions;
use super::text_list::TextList;
use super::verdict::{CausePicture, article_name};
use crate::components::context::{WidgetContext, text_view};
use crate::components::list::List;
use crate::components::paragraph::Paragraph;
use crate::components::section::{Section, SectionLevel};

/// The most of the reader's own answers that are quoted for a cause.
const MAX_ANSWERS: usize = 5;

/// One of several causes, in a fold under its name.
#[component]
pub(super) fn FoldedCause<'a>(
    /// The result.
    outcome: &'a Outcome<'a>,
    /// The cause.
    cause: &'a RankedCause<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let score = context.quiz().band(cause.score).map(|band| context.text(&band.text));
    view! {
        <details class="fold">
            <summary>
                <h4>{context.text(&cause.cause.label)} " " <span class="bar-words">{score}</span></h4>
            </summary>
            <Paragraph text=context.text(&cause.cause.summary) />
            <Paragraph text=article_name(context, cause) />
            <CausePicture cause />
            <CauseSections outcome cause level=SectionLevel::OfCause />
        </details>
    }
    .into_any()
}

/// The sections of a cause.
#[component]
pub(super) fn CauseSections<'a>(
    /// The result.
    outcome: &'a Outcome<'a>,
    /// The cause.
    cause: &'a RankedCause<'a>,
    /// The level of the sections' headings.
    level: SectionLevel,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let words = quiz.words();
    let answer = outcome.why(cause, MAX_ANSWERS).into_iter().map(|answer| {
        let (quiz, choice) = (context.quiz(), answer.choice.text.clone());
        let said =
            text_view(context.reactive_text(move |placeholders| {
                quiz.words().you_said.with(&placeholders.render(&choice))
            }));
        view! { <span class="asked">{context.text(&answer.question.text)}</span> " " {said} }.into_any()
    });
    let answers: Vec<AnyView> = answer.collect();
    let why = (!answers.is_empty()).then(|| {
        view! { <Section level heading=context.text(&words.why)><List class="said" items=answers /></Section> }.into_inner()
    });
    let button = outcome.button(cause).map(|button| {
        let url = button.url.as_str().to_owned();
        view! { <a class="secondary" href=url>{context.text(&button.label)}</a> }.into_any()
    });
    let cause = cause.cause;
    let [means, sureness] = [&cause.means, &cause.sureness].map(|text| context.text(text));
    view! {
        {why}
        <Section level heading=context.text(&words.means)>
            <Paragraph text=means />
        </Section>
        <div class="aside">
            <Section level heading=context.text(&words.sureness)>
                <Paragraph text=sureness />
            </Section>
        </div>
        <TextList level heading=&words.look_next texts=&cause.look_next />
        <Suggestions level suggestions=&cause.try_this />
        <TextList level heading=&words.get_checked texts=&cause.get_checked />
        {button}
    }
    .into_any()
}
