//! The card that suggests a visit, with the list that the reader takes along.

use leptos::prelude::*;

use crate::quiz::{CareLevel, Visit};
use crate::view::card::care_card;
use crate::view::element::{heading, paragraph, text_list};
use crate::view::focus::Heading;
use crate::view::ui::Ui;

pub(super) fn visit(ui: Ui, visit: &Visit<'_>, focus: Heading) -> Option<AnyView> {
    let quiz = ui.quiz();
    let card = &quiz.care()?.visit;
    let own = ui.say_all(visit.ticked.iter().chain(&visit.answers).map(|choice| &choice.text));
    let flags = ui.say_all(visit.flags.iter().map(|flag| &flag.text));
    let mut children = vec![heading(ui.say(&card.heading), Some(focus)), paragraph(None, ui.say(&card.body))];
    children.extend(text_list(own));
    if let Some(flags) = text_list(flags) {
        children.push(paragraph(Some("list-label"), ui.say(&quiz.words().flags)));
        children.push(flags);
    }
    children.push(paragraph(None, ui.say(&card.after)));
    Some(care_card(CareLevel::Soon, children))
}
