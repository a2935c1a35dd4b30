//! The verdict in words.

use leptos::prelude::*;
use which_cause_quiz::{Outcome, Placeholders, RankedCause, Stage, Verdict};

use crate::components::context::{WidgetContext, fragment, text_view};
use crate::components::heading::Heading;
use crate::components::paragraph::Paragraph;
use crate::components::picture::Picture;
use crate::components::take_focus::TakesFocus;

/// The verdict in words, with a picture of the cause that leads.
#[component]
pub(super) fn VerdictWords<'a>(
    /// The result.
    outcome: &'a Outcome<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let lead = |text| view! { <Paragraph class="lead" text /> }.into_inner();
    let summary = match &outcome.verdict {
        Verdict::Leads(leader) => Some(lead(context.text(&leader.cause.summary))),
        _ => None,
    };
    let level_count = untrack(|| outcome.score_lines(&context.placeholders()).len());
    let levels = (0..level_count).map(|index| {
        lead(words(context, move |outcome, placeholders| {
            outcome.score_lines(placeholders).swap_remove(index)
        }))
    });
    let leader = match outcome.verdict.shown() {
        [leader] => view! {
            <Paragraph class="note" text=article_name(context, leader) />
            <CausePicture cause=leader />
        }
        .into_any(),
        _ => ().into_any(),
    };
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method is of one lifetime, the closure of any"
    )]
    let heading = words(context, |outcome, placeholders| outcome.heading(placeholders));
    let line = context.text(outcome.line());
    // On the visit card, where there is one, the focus comes first.
    let takes_focus = if outcome.visit.is_none() { TakesFocus::OnScreen } else { TakesFocus::Never };
    view! {
        <div class="verdict">
            <Paragraph class="eyebrow" text=context.text(&context.quiz().words().result) />
            <Heading id="-verdict" text=heading takes_focus />
            {summary}
            {lead(line)}
            {fragment(levels.collect())}
            {leader}
        </div>
    }
    .into_any()
}

/// How a cause looks.
#[component]
pub(super) fn CausePicture<'a>(
    /// The cause.
    cause: &'a RankedCause<'a>,
) -> AnyView {
    match &cause.cause.picture {
        Some(picture) => view! { <Picture picture /> }.into_any(),
        None => ().into_any(),
    }
}

/// The line that says what the article calls a cause.
pub(super) fn article_name(context: WidgetContext, cause: &RankedCause<'_>) -> AnyView {
    let (quiz, name) = (context.quiz(), cause.cause.article_name.clone());
    text_view(
        context.reactive_text(move |placeholders| quiz.words().in_article.with(&placeholders.render(&name))),
    )
}

/// Words that the outcome renders itself.
fn words(
    context: WidgetContext,
    render: impl Fn(&Outcome<'_>, &Placeholders) -> String + Send + Sync + 'static,
) -> AnyView {
    let words = context.reactive_text(move |placeholders| {
        // Untracked: another session means another screen.
        context.session.with_untracked(|session| match session.stage() {
            Stage::Finished(outcome) => render(&outcome, placeholders),
            _ => String::new(),
        })
    });
    text_view(words)
}
