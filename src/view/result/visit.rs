//! The card that suggests a visit, with the list that the reader takes along.

use leptos::prelude::*;

use crate::quiz::{CareLevel, Visit};
use crate::view::card::CareCard;
use crate::view::focus::Heading;
use crate::view::ui::Ui;

pub(super) fn visit(ui: Ui, visit: &Visit<'_>, heading: Heading) -> Option<AnyView> {
    let quiz = ui.quiz();
    let card = &quiz.care()?.visit;
    let [title, body, after] = [&card.heading, &card.body, &card.after].map(|text| ui.say(text));
    let flags_heading = ui.say(&quiz.words().flags);
    let list = |texts: Vec<String>| {
        (!texts.is_empty()).then(|| {
            view! { <ul>{texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul> }
        })
    };
    let own = ui.say_all(visit.ticked.iter().chain(&visit.answers).map(|choice| &choice.text));
    let flags = ui.say_all(visit.flags.iter().map(|flag| &flag.text));
    let view = view! {
        <CareCard level=CareLevel::Soon>
            <h2 class="heading" tabindex="-1" node_ref=heading.node>{title}</h2>
            <p>{body}</p>
            {list(own)}
            {(!flags.is_empty()).then(|| view! { <p class="list-label">{flags_heading}</p> })}
            {list(flags)}
            <p>{after}</p>
        </CareCard>
    };
    Some(view.into_any())
}
