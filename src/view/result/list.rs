//! A heading of the result, perhaps a note, and a list.

use leptos::prelude::*;

use crate::quiz::{Text, ToTry};
use crate::view::element::{self, Level, block, list, paragraph, paragraphs, section};
use crate::view::picture::beside_text;
use crate::view::ui::Ui;

pub(super) struct Listed<'t> {
    pub(super) heading: &'t Text,
    pub(super) note: Option<&'t Text>,
    pub(super) items: Vec<AnyView>,
}

impl Listed<'_> {
    /// The part of the result, unless its list is empty.
    pub(super) fn view(self, ui: Ui, level: Level) -> Option<AnyView> {
        let list = list(None, self.items)?;
        let note = paragraphs(self.note.map(|note| ui.say(note)));
        Some(section(level, ui.say(self.heading), note.into_iter().chain([list])))
    }
}

/// Small things to try, for such a list.
pub(super) fn try_this(ui: Ui, things: &[ToTry]) -> Vec<AnyView> {
    let thing = |it: &ToTry| {
        let text = ui.say(&it.text);
        match beside_text(ui, it.picture.as_ref()) {
            Some(picture) => block("to-try", None, vec![paragraph(None, text), picture]),
            None => element::text(text),
        }
    };
    things.iter().map(thing).collect()
}
