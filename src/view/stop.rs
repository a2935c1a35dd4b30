//! A stop: the quiz has ended in a care card.

use leptos::prelude::*;

use super::card::CareCard;
use super::focus::{Heading, bring_forward};
use super::ui::Ui;
use crate::quiz::{Act, Stop};

pub(super) fn stop(ui: Ui, stop: &Stop<'_>) -> AnyView {
    let heading = Heading::new();
    bring_forward(ui, heading);
    let card = stop.card;
    let number = ui.blanks.with_value(|blanks| blanks.emergency_number().cloned());
    let call = card.call.as_ref().zip(number).map(|(label, number)| {
        view! { <a class="primary" href=["tel:", number.as_str()].concat()>{ui.say(label)}</a> }
    });
    let [title, body, ticked_label, after] =
        [&card.heading, &card.body, &card.ticked, &card.after].map(|text| ui.say(text));
    let ticked = ui.say_all(stop.ticked.iter().map(|choice| &choice.text));
    view! {
        <CareCard level=stop.level>
            <h2 class="heading" tabindex="-1" node_ref=heading.node>{title}</h2>
            <p>{body}</p>
            {call}
            <p class="list-label">{ticked_label}</p>
            <ul>{ticked.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            <p>{after}</p>
        </CareCard>
        <div class="buttons">
            <button class="secondary" type="button" on:click=move |_| ui.act(&Act::GoBack)>
                {ui.say(&card.undo)}
            </button>
        </div>
    }
    .into_any()
}
