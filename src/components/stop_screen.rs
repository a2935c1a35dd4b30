//! The screen of a stopped quiz: a care card, and the way back.

use leptos::prelude::*;
use which_cause_quiz::{Action, EmergencyNumber, Placeholders, Stop, Text};

use super::button::Button;
use super::care_card::{CareCard, ElsewhereLine};
use super::context::{WidgetContext, fragment, text_view};
use super::list::List;
use super::paragraph::Paragraph;

/// The screen of a stopped quiz.
#[component]
pub(super) fn StopScreen<'a>(
    /// Why the quiz stopped.
    stop: Stop<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let card = stop.card;
    let ticked = stop.ticked.iter().map(|choice| context.text(&choice.text)).collect();
    let text = |text: &Text| context.text(text);
    let (level, heading) = (stop.level, card.heading.clone());
    let (body, label, after) = (text(&card.body), text(&card.ticked), text(&card.after));
    let call = |label: &Text| {
        let link = |index| view! { <CallLink label=label.clone() index /> }.into_inner();
        (0..EmergencyNumber::MAX).map(link).collect()
    };
    let calls = card.call.as_ref().map(call).unwrap_or_default();
    let undo = move |()| context.go(&Action::Back);
    view! {
        <div class="stop">
            <CareCard level heading>
                <Paragraph text=body />
                {fragment(calls)}
                <ElsewhereLine />
                <Paragraph class="list-label" text=label />
                <List items=ticked />
                <Paragraph text=after />
            </CareCard>
            <div class="buttons">
                <Button class="secondary" label=text(&card.undo) on_press=undo />
            </div>
        </div>
    }
    .into_any()
}

/// A link that calls one of the reader's emergency numbers. It is hidden where there are fewer: another region can bring more.
#[component]
fn CallLink(
    /// The label.
    label: Text,
    /// The number's place among the reader's numbers.
    index: usize,
) -> AnyView {
    let context = WidgetContext::get();
    let number = move |placeholders: &Placeholders| placeholders.emergency_numbers().get(index).cloned();
    let missing = move || number(&context.placeholders()).is_none();
    let address = context.reactive_text(move |placeholders| {
        number(placeholders).map(|it| ["tel:", it.number.as_str()].concat()).unwrap_or_default()
    });
    let text = context.reactive_text(move |placeholders| {
        let Some(number) = number(placeholders) else { return String::new() };
        if placeholders.emergency_numbers().len() == 1 {
            return placeholders.render(&label);
        }
        // Of two numbers, each says whose it is.
        let text = placeholders.render_for(&number, &label);
        match &number.region {
            Some(region) => {
                let name = context.host().region_name(region, context.quiz().language().as_str());
                [&*text, " (", &name, ")"].concat()
            }
            None => text,
        }
    });
    view! { <a class="primary" href=address prop:hidden=missing>{text_view(text)}</a> }.into_any()
}
