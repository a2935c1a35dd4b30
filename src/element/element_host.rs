//! The widget's [`Host`] in the custom element: every service is one of JavaScript's.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use which_cause::quiz::{NumberFormat, Sheet};
use which_cause::{Completion, Host};

use super::host_bridge::HostBridge;
use super::number_format::IntlFormat;
use super::print::encode;

/// The host of a widget in the custom element.
pub(super) struct ElementHost {
    /// The element's side.
    pub(super) bridge: Rc<HostBridge>,
    /// Which way the quiz's language runs: `ltr` or `rtl`.
    pub(super) direction: &'static str,
    /// The quiz's language.
    pub(super) language: String,
}

impl Host for ElementHost {
    fn number_format(&self, language: &str) -> Rc<dyn NumberFormat> {
        Rc::new(IntlFormat::new(language, &self.bridge))
    }

    fn region_name(&self, region: &str, language: &str) -> String {
        self.bridge.region_name(region, language)
    }

    fn has_drawing(&self, name: &str) -> bool {
        self.bridge.has_drawing(name)
    }

    fn draw(&self, name: &str, svg: &Element) {
        self.bridge.draw(name, svg);
    }

    fn photo_address(&self, address: &str) -> String {
        self.bridge.photo_address(address)
    }

    fn focus(&self, element: &Element) {
        self.bridge.focus(element);
    }

    fn release_focus(&self) {
        self.bridge.release_focus();
    }

    fn drop_stray_clicks(&self, _: &Element) {
        // `js/app/stray-clicks.js` does, together with those on the author's words.
    }

    fn result_note(&self, language: &str) -> String {
        self.bridge.result_note(language)
    }

    fn print(&self, sheet: &Sheet) -> Completion {
        #[cfg(debug_assertions)]
        super::panic_hook::panic_if_asked(&self.bridge, "print");
        completion(self.bridge.print(&encode(sheet), &self.language, self.direction))
    }

    fn copy(&self, sheet: &Sheet) -> Completion {
        completion(self.bridge.copy(&sheet.to_text()))
    }
}

/// Whether a promise is fulfilled with `true`.
fn completion(promise: Promise) -> Completion {
    Box::pin(async move { JsFuture::from(promise).await.is_ok_and(|value| value.is_truthy()) })
}
