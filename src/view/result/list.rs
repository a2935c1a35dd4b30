//! A heading of the result, perhaps a note, and a list.

use leptos::prelude::*;

use crate::quiz::Text;
use crate::view::element::{paragraphs, section, text_list};
use crate::view::ui::Ui;

pub(super) struct Listed<'t> {
    pub(super) heading: &'t Text,
    pub(super) note: Option<&'t Text>,
    /// The items, as the reader sees them.
    pub(super) items: Vec<String>,
}

impl Listed<'_> {
    /// The part of the result, unless its list is empty.
    pub(super) fn view(self, ui: Ui) -> Option<AnyView> {
        let list = text_list(self.items)?;
        let note = paragraphs(self.note.map(|note| ui.say(note)));
        Some(section(ui.say(self.heading), note.into_iter().chain([list])))
    }
}
