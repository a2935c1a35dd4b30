//! The card that suggests a visit, with the list to take along.

use leptos::prelude::*;
use which_cause_quiz::{CareLevel, Visit};

use crate::components::care_card::{CareCard, ElsewhereLine};
use crate::components::context::WidgetContext;
use crate::components::list::List;
use crate::components::paragraph::Paragraph;

/// The card that suggests a visit.
#[component]
pub(super) fn VisitCard<'a>(
    /// The suggestion.
    visit: &'a Visit<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let Some(card) = quiz.care().and_then(|care| care.visit.as_ref()) else { return ().into_any() };
    let ticked = visit.ticked.iter().map(|choice| context.text(&choice.text));
    let answers = visit.answers.iter().map(|answer| {
        let (question, said) = (context.text(&answer.question.text), context.text(&answer.choice.text));
        view! { <span class="asked">{question}</span> " " {said} }.into_any()
    });
    let items: Vec<AnyView> = ticked.chain(answers).collect();
    let flags: Vec<AnyView> = visit.flags.iter().map(|flag| context.text(&flag.text)).collect();
    let flags = (!flags.is_empty()).then(|| {
        let label = context.text(&quiz.words().flags);
        view! { <Paragraph class="list-label" text=label /><List items=flags /> }.into_any()
    });
    let elsewhere = card.names_a_number().then(|| view! { <ElsewhereLine /> }.into_inner());
    let [body, after] = [&card.body, &card.after].map(|text| context.text(text));
    view! {
        <CareCard level=CareLevel::Soon heading=card.heading.clone()>
            <Paragraph text=body />
            <List items />
            {flags}
            <Paragraph text=after />
            {elsewhere}
        </CareCard>
    }
    .into_any()
}
