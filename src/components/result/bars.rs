//! The bars: how many of the reader's answers fit each cause, as a length and in words, never as a number.

use leptos::prelude::*;
use which_cause_quiz::Outcome;

use crate::components::context::WidgetContext;
use crate::components::list::List;
use crate::components::paragraph::Paragraph;
use crate::components::section::{Section, SectionLevel};

/// The bars of all causes under their heading, the longest first.
#[component]
pub(super) fn Bars<'a>(
    /// The result.
    outcome: &'a Outcome<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let words = quiz.words();
    if quiz.bands().is_empty() {
        return ().into_any();
    }
    let bar = outcome.ranking.iter().map(|cause| {
        let name = context.text(&cause.cause.short_label);
        let score = quiz.band(cause.score).map(|band| context.text(&band.text));
        // The bar's length is for the eye alone: the words say the same.
        view! {
            <span class="bar-name">{name}</span>
            " "
            <span class="bar-words">{score}</span>
            <svg class="bar" part="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-fill" width=cause.bar.to_string() height="1" />
            </svg>
        }
        .into_any()
    });
    let items: Vec<AnyView> = bar.collect();
    let note = context.text(&words.bars_note);
    view! {
        <Section level=SectionLevel::Part heading=context.text(&words.bars)>
            <List class="bars" items />
            <Paragraph class="note" text=note />
        </Section>
    }
    .into_any()
}
