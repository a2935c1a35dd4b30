//! The card that suggests a visit, with the list that the reader takes along.

use leptos::prelude::*;

use crate::quiz::{CareLevel, Visit};
use crate::view::card::care_card;
use crate::view::element::{list, paragraph, quote, texts};
use crate::view::focus::Heading;
use crate::view::ui::Ui;

pub(super) fn visit(ui: Ui, visit: &Visit<'_>, focus: Heading) -> Option<AnyView> {
    let quiz = ui.quiz();
    let card = &quiz.care()?.visit;
    let mut own = texts(ui.say_all(visit.ticked.iter().map(|choice| &choice.text)));
    own.extend(visit.answers.iter().map(|it| quote(ui.say(&it.question.text), ui.say(&it.choice.text))));
    let flags = texts(ui.say_all(visit.flags.iter().map(|flag| &flag.text)));
    let mut children = vec![paragraph(None, ui.say(&card.body))];
    children.extend(list(None, own));
    if let Some(flags) = list(None, flags) {
        children.push(paragraph(Some("list-label"), ui.say(&quiz.words().flags)));
        children.push(flags);
    }
    children.push(paragraph(None, ui.say(&card.after)));
    Some(care_card(CareLevel::Soon, ui.say(&card.heading), focus, children))
}
