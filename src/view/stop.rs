//! A stop: the quiz has ended in a care card.

use leptos::prelude::*;

use super::card::care_card;
use super::element::{block, button, link, list, paragraph, texts};
use super::focus::{Heading, bring_forward};
use super::ui::Ui;
use crate::quiz::{Act, Stop};

pub(super) fn stop(ui: Ui, stop: &Stop<'_>) -> AnyView {
    let focus = Heading::new();
    bring_forward(ui, focus);
    let card = stop.card;
    let number = ui.blanks.with_value(|blanks| blanks.emergency_number().cloned());
    let mut children = vec![paragraph(None, ui.say(&card.body))];
    if let Some((label, number)) = card.call.as_ref().zip(number) {
        let href = ["tel:", number.as_str()].concat();
        children.push(link(Some("primary"), href, false, ui.say(label), Box::new(|| {})));
    }
    children.push(paragraph(Some("list-label"), ui.say(&card.ticked)));
    children.extend(list(None, texts(ui.say_all(stop.ticked.iter().map(|choice| &choice.text)))));
    children.push(paragraph(None, ui.say(&card.after)));
    let undo = button("secondary", ui.say(&card.undo), Box::new(move || ui.act(&Act::GoBack)));
    let card = care_card(stop.level, ui.say(&card.heading), focus, children);
    block("stop", None, vec![card, block("buttons", None, vec![undo])])
}
