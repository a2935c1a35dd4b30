//! A heading of the result, perhaps a note, and a list.

use leptos::prelude::*;

use crate::quiz::Text;
use crate::view::element::{Level, list, paragraphs, section};
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
