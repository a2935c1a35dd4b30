//! The [`Host`] of a quiz in an app of its own: the browser alone, and the drawings that the app passes.

use std::future::ready;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use which_cause_quiz::{Drawing, Drawings, NumberFormat, PluralCategory, Sheet};

use super::drawing::draw;
use super::host::{Completion, Host};

/// The host of a quiz in a Leptos app. It writes numbers and regions by `Intl`, prints the page, copies to the clipboard, shows photos,
/// and draws the drawings that it is given.
#[derive(Debug, Clone, Default)]
pub struct BrowserHost {
    drawings: Option<Arc<Drawings>>,
}

impl BrowserHost {
    /// A host that draws the drawings of a drawings file. [`Drawings::read`] reads one.
    #[must_use]
    pub fn with_drawings(drawings: impl Into<Arc<Drawings>>) -> Self {
        Self { drawings: Some(drawings.into()) }
    }

    fn drawing(&self, name: &str) -> Option<&Drawing> {
        self.drawings.as_ref()?.named(name)
    }
}

impl Host for BrowserHost {
    fn number_format(&self, language: &str) -> Rc<dyn NumberFormat> {
        Rc::new(BrowserNumberFormat(language.into()))
    }

    fn region_name(&self, region: &str, language: &str) -> String {
        let names: Option<Intl::DisplayNames> = intl("DisplayNames", language, [("type", "region")]);
        names.and_then(|names| names.of(region)).map_or_else(|| region.to_owned(), String::from)
    }

    fn has_drawing(&self, name: &str) -> bool {
        self.drawing(name).is_some()
    }

    fn draw(&self, name: &str, svg: &Element) {
        if let Some(drawing) = self.drawing(name) {
            draw(drawing, svg);
        }
    }

    fn focus(&self, element: &Element) {
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            // An element that cannot take the focus leaves it where it is.
            _ = element.focus();
        }
    }

    fn release_focus(&self) {
        if let Ok(Some(control)) = document().query_selector(".base :focus") {
            // A control that cannot lose the focus keeps it.
            _ = control.unchecked_into::<HtmlElement>().blur();
        }
    }

    fn result_note(&self, language: &str) -> String {
        let format: Option<Intl::DateTimeFormat> = intl("DateTimeFormat", language, [("dateStyle", "long")]);
        let date = format.map(|format| call(&format.format(), None)).unwrap_or_default();
        [&*date, " – ", &*document().title()].concat()
    }

    fn print(&self, _: &Sheet) -> Completion {
        Box::pin(ready(window().print().is_ok()))
    }

    fn copy(&self, sheet: &Sheet) -> Completion {
        let navigator = window().navigator();
        // A page without HTTPS has no clipboard.
        let has_clipboard = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
        let written =
            has_clipboard.then(|| JsFuture::from(navigator.clipboard().write_text(&sheet.to_text())));
        Box::pin(async move {
            match written {
                Some(written) => written.await.is_ok(),
                None => false,
            }
        })
    }
}

/// How `Intl` writes the numbers of a language.
struct BrowserNumberFormat(Box<str>);

impl NumberFormat for BrowserNumberFormat {
    fn format(&self, n: u32) -> String {
        // Telephone numbers are in these digits, and one screen has digits of one kind.
        let format: Option<Intl::NumberFormat> = intl("NumberFormat", &self.0, [("numberingSystem", "latn")]);
        format.map_or_else(|| n.to_string(), |format| call(&format.format(), Some(n)))
    }

    fn category(&self, n: u32) -> PluralCategory {
        let rules: Option<Intl::PluralRules> = intl("PluralRules", &self.0, []);
        let category = rules.map(|rules| String::from(rules.select(f64::from(n))));
        category.and_then(|name| PluralCategory::named(&name)).unwrap_or(PluralCategory::Other)
    }
}

/// An object of `Intl` for a language. There is none for a text that the browser does not take for a language tag. (The
/// constructors of `js_sys` end the module then.)
fn intl<T: JsCast, const N: usize>(class: &str, language: &str, options: [(&str, &str); N]) -> Option<T> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let settings = Object::new();
    for (name, value) in options {
        Reflect::set(&settings, &name.into(), &value.into()).ok()?;
    }
    let object = Reflect::construct(&class, &Array::of2(&language.into(), &settings)).ok()?;
    Some(object.unchecked_into())
}

/// The text that a function of `Intl` makes of a number.
fn call(format: &Function, n: Option<u32>) -> String {
    let text = format.call1(&JsValue::NULL, &n.map_or(JsValue::UNDEFINED, JsValue::from));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
