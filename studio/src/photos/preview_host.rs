//! The page around the widget in the preview: as in an app, with the photos of the draft.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::untrack;
use web_sys::Element;
use which_cause::{BrowserHost, Completion, Host};
use which_cause_quiz::{Drawings, NumberFormat, Sheet};

use super::Photos;

/// The host of the preview.
pub(crate) struct PreviewHost {
    browser: BrowserHost,
    photos: Photos,
}

impl PreviewHost {
    /// A host that shows these drawings and photos.
    pub(crate) fn new(drawings: Option<Arc<Drawings>>, photos: Photos) -> Self {
        Self { browser: drawings.map_or_else(BrowserHost::default, BrowserHost::with_drawings), photos }
    }
}

impl Host for PreviewHost {
    fn photo_address(&self, address: &str) -> String {
        untrack(|| self.photos.url_of(address))
    }

    fn number_format(&self, language: &str) -> Rc<dyn NumberFormat> {
        self.browser.number_format(language)
    }

    fn region_name(&self, region: &str, language: &str) -> String {
        self.browser.region_name(region, language)
    }

    fn has_drawing(&self, name: &str) -> bool {
        self.browser.has_drawing(name)
    }

    fn draw(&self, name: &str, svg: &Element) {
        self.browser.draw(name, svg);
    }

    fn focus(&self, element: &Element) {
        self.browser.focus(element);
    }

    fn release_focus(&self) {
        self.browser.release_focus();
    }

    fn result_note(&self, language: &str) -> String {
        self.browser.result_note(language)
    }

    fn print(&self, sheet: &Sheet) -> Completion {
        self.browser.print(sheet)
    }

    fn copy(&self, sheet: &Sheet) -> Completion {
        self.browser.copy(sheet)
    }
}
