//! A stop: the quiz has ended in a care card.

use web_sys::Element;

use super::card::{care_card, elsewhere};
use super::page::Page;
use super::ui::Ui;
use crate::quiz::{Act, Stop};

pub(super) fn stop(ui: Ui, stop: &Stop<'_>) -> Element {
    let mut page = Page::new(ui, "div", "stop");
    let card = stop.card;
    care_card(&mut page, stop.level, &card.heading, |page| {
        page.paragraph("", &card.body);
        if let Some(label) = &card.call {
            for (address, label) in ui.emergency_calls(label) {
                page.link("primary", &address, &label);
                page.close();
            }
        }
        elsewhere(page);
        page.paragraph("list-label", &card.ticked);
        page.list("", &stop.ticked, |page, choice| page.say(&choice.text));
        page.paragraph("", &card.after);
    });
    page.within("div", "buttons", |page| {
        page.button("secondary", &card.undo, Box::new(move || ui.act(&Act::GoBack)));
    });
    page.at
}
