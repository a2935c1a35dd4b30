//! The result: the visit card where one is due, the verdict in words, the bars, what each shown cause means, and the course last.
//! The content brief sets the order.

mod bars;
mod cause_sections;
mod course_invitation;
mod result_actions;
mod sources;
mod suggestions;
mod text_list;
mod verdict;
mod visit_card;

use std::time::Duration;

use leptos::prelude::*;
use which_cause_quiz::{Outcome, Quiz, RichText, Stage, Verdict};

use self::bars::Bars;
use self::cause_sections::{CauseSections, FoldedCause};
use self::course_invitation::CourseInvitation;
use self::result_actions::ResultActions;
use self::sources::Sources;
use self::suggestions::Suggestions;
use self::text_list::TextList;
use self::verdict::VerdictWords;
use self::visit_card::VisitCard;
use super::context::{WidgetContext, fragment};
use super::paragraph::Paragraph;
use super::section::SectionLevel;

/// The screen of a result. The browser paints its first part before it gets the rest.
#[component]
pub(super) fn ResultScreen<'a>(
    /// The result.
    outcome: &'a Outcome<'a>,
) -> AnyView {
    // The focus goes to the first heading, so that no reader is led past the visit card.
    let visit = outcome.visit.as_ref().map(|visit| view! { <VisitCard visit /> }.into_inner());
    let is_painted = RwSignal::new(false);
    request_animation_frame(move || set_timeout(move || _ = is_painted.try_set(true), Duration::ZERO));
    view! {
        <div class="result" part="result">
            {visit}
            <VerdictWords outcome />
            <Bars outcome />
            {move || if is_painted.get() { view! { <Details /> }.into_inner() } else { ().into_any() }}
        </div>
    }
    .into_any()
}

/// The part of the result below the bars.
#[component]
fn Details() -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    context.session.with_untracked(|session| match session.stage() {
        Stage::Finished(outcome) => details(context, &quiz, &outcome),
        _ => ().into_any(),
    })
}

fn details(context: WidgetContext, quiz: &Quiz, outcome: &Outcome) -> AnyView {
    let words = quiz.words();
    // The visit card says what is worth telling a professional.
    let flags: Vec<RichText> =
        outcome.flags.iter().filter(|_| outcome.visit.is_none()).map(|flag| flag.text.clone()).collect();
    let also = quiz.also().map(|note| {
        view! {
            <details class="fold">
                <summary>
                    <h3>{context.text(&note.heading)}</h3>
                </summary>
                <Paragraph text=context.text(&note.text) />
            </details>
        }
        .into_any()
    });
    let notice = quiz
        .notice()
        .map(|notice| view! { <Paragraph class="fine" text=context.text(notice) /> }.into_inner());
    view! {
        <Causes outcome />
        <TextList level=SectionLevel::Part heading=&words.flags texts=&flags />
        {also}
        <CourseInvitation offer=outcome.course />
        <ResultActions />
        <Paragraph class="fine" text=context.text(&quiz.disclaimer().full) />
        {notice}
        <Sources sources=outcome.sources() />
    }
    .into_any()
}

/// The shown causes and their meaning: a leading cause is expanded, several causes are collapsed. If no cause stands out, the
/// suggestions for that.
#[component]
fn Causes<'a>(
    /// The result.
    outcome: &'a Outcome<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let words = quiz.words();
    match (&outcome.verdict, outcome.verdict.shown()) {
        (Verdict::Leads(leader), _) => {
            view! { <CauseSections outcome cause=leader level=SectionLevel::Part /> }.into_any()
        }
        (_, []) => {
            let nothing = &quiz.verdicts().nothing;
            view! {
                <Suggestions level=SectionLevel::Part suggestions=&nothing.try_this />
                <TextList level=SectionLevel::Part heading=&words.get_checked texts=&nothing.get_checked />
            }
            .into_any()
        }
        (_, causes) => {
            let fold = |cause| view! { <FoldedCause outcome cause /> }.into_inner();
            let folds = fragment(causes.iter().map(fold).collect());
            view! { <div class="section"><h3>{context.text(&words.causes)}</h3>{folds}</div> }.into_any()
        }
    }
}
