//! The elements of a screen, put one into another as they come.
//!
//! A screen is put up once and hardly changes while it stands: its elements are made by hand, and effects change the few
//! things that do. Leptos gives every distinct tree of a `view!` a type and code of its own, which for some twenty kinds
//! of element was more than all of the engine; `ARCHITECTURE.md`, "Screens are made by hand".

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

use super::focus::bring_forward;
use super::ui::Ui;
use which_cause_quiz::Text;

/// What a press does.
pub(super) type Press = Box<dyn Fn()>;

/// Where a heading stands under the screen's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// A part of the screen.
    Part,
    /// A part of one of several causes.
    OfCause,
}

/// A screen that is being made, at the element that what comes goes into.
pub(super) struct Page {
    /// What every screen has at hand.
    pub(super) ui: Ui,
    /// Where what comes goes.
    pub(super) at: Element,
}

impl Page {
    /// A screen: an element of this name and class.
    pub(super) fn new(ui: Ui, name: &str, class: &str) -> Self {
        let it = Self { ui, at: make(name) };
        it.set("class", class);
        it
    }

    /// Puts an element in; an empty class is none. What comes goes into it, until it is closed.
    #[inline(never)]
    pub(super) fn open(&mut self, name: &str, class: &str) {
        self.enter(make(name), class);
    }

    /// The same with an element of SVG.
    #[inline(never)]
    pub(super) fn open_svg(&mut self, name: &str, class: &str) {
        let made = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name);
        self.enter(sure(made), class);
    }

    fn enter(&mut self, it: Element, class: &str) {
        self.put(&it);
        self.at = it;
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    /// Closes the element that what comes goes into.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        if let Some(around) = self.at.parent_element() {
            self.at = around;
        }
    }

    /// Puts an element in with all that `fill` puts into it.
    pub(super) fn within(&mut self, name: &str, class: &str, fill: impl FnOnce(&mut Self)) {
        self.open(name, class);
        fill(self);
        self.close();
    }

    /// Puts an element in that is made already.
    #[inline(never)]
    pub(super) fn put(&self, it: &web_sys::Node) {
        // What is new can be put anywhere.
        let _ = self.at.append_child(it);
    }

    /// Gives the element that what comes goes into an attribute.
    #[inline(never)]
    pub(super) fn set(&self, name: &str, value: &str) {
        let _ = self.at.set_attribute(name, value);
    }

    /// Hears an event of the element that what comes goes into, for as long as the screen stands.
    pub(super) fn hear(&self, event: &str, hear: Box<dyn Fn(Event)>) {
        let hear = Closure::wrap(hear);
        let _ = self.at.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
        StoredValue::new_local(hear);
    }

    /// Puts words in.
    #[inline(never)]
    pub(super) fn write(&self, words: &str) {
        self.put(&document().create_text_node(words));
    }

    /// Puts a text of the quiz in, as this reader sees it.
    #[inline(never)]
    pub(super) fn render(&self, text: &Text) {
        let node = self.text_node();
        self.ui.keep_said(text, move |words| set_words(&node, words));
    }

    /// Puts words in that are made of several texts, and makes them anew whenever the element's attributes have changed.
    #[inline(never)]
    pub(super) fn keep_words(&self, words: Box<dyn Fn() -> String>) {
        let node = self.text_node();
        self.ui.keep(Box::new(move || set_words(&node, &words())));
    }

    fn text_node(&self) -> web_sys::Text {
        let node = document().create_text_node("");
        self.put(&node);
        node
    }

    /// Puts an element in that has a text of the quiz in it and nothing else.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str, class: &str, text: &Text) {
        self.open(name, class);
        self.render(text);
        self.close();
    }

    /// A paragraph.
    #[inline(never)]
    pub(super) fn paragraph(&mut self, class: &str, text: &Text) {
        self.text("p", class, text);
    }

    /// The heading of the screen, or of a part that comes first on it: `write` puts its words in. With `focus`, the reader's focus goes
    /// there.
    pub(super) fn heading(&mut self, id: &str, focus: bool, write: impl FnOnce(&Self)) {
        self.open_heading(id);
        write(self);
        self.close_heading(focus);
    }

    #[inline(never)]
    fn open_heading(&mut self, id: &str) {
        self.open("h2", "heading");
        self.set("id", id);
        // Orca may look for the reader in the first text of a new screen (`focus.js`). If that is the heading, the focus on it is no news
        // to Orca. So the text is in a block within the heading.
        self.open("span", "");
    }

    #[inline(never)]
    fn close_heading(&mut self, focus: bool) {
        self.close();
        if focus {
            self.set("tabindex", "-1");
            bring_forward(self.ui, self.at.clone().unchecked_into());
        }
        self.close();
    }

    /// Marks the element that what comes goes into: its text is announced after the screen's heading, by a live region.
    pub(super) fn announce(&self) {
        self.set("data-announce", "");
    }

    /// A list of its items; none where there are none.
    pub(super) fn list<T>(
        &mut self,
        class: &str,
        items: impl IntoIterator<Item = T>,
        fill: impl Fn(&mut Self, T),
    ) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        self.open("ul", class);
        // WebKit takes a list without markers for no list: https://bugs.webkit.org/show_bug.cgi?id=170179
        self.set("role", "list");
        for item in items {
            self.within("li", "", |page| fill(page, item));
        }
        self.close();
    }

    /// A part of the screen under a heading of its own.
    pub(super) fn section(&mut self, level: Level, heading: &Text, fill: impl FnOnce(&mut Self)) {
        self.open_section(level, heading);
        fill(self);
        self.close();
    }

    #[inline(never)]
    fn open_section(&mut self, level: Level, heading: &Text) {
        self.open("div", "section");
        self.text(if level == Level::Part { "h3" } else { "h5" }, "", heading);
    }

    /// What a reader said, under what they were asked.
    pub(super) fn quote(&mut self, asked: &Text, said: &Text) {
        self.text("span", "asked", asked);
        self.write(" ");
        self.render(said);
    }

    /// A button.
    pub(super) fn button(&mut self, class: &str, label: &Text, press: Press) {
        self.pressed_by("button", class, label, press);
    }

    /// The button of a form, which Enter presses as well. The press alone counts: a page in a sandbox may forbid forms, and
    /// their submission is never heard there.
    pub(super) fn form_button(&mut self, class: &str, label: &Text, press: Press) {
        self.pressed_by("submit", class, label, press);
    }

    #[inline(never)]
    fn pressed_by(&mut self, kind: &str, class: &str, label: &Text, press: Press) {
        self.open("button", class);
        self.set("type", kind);
        self.render(label);
        let pressed = move |event: Event| {
            event.prevent_default();
            press();
        };
        self.hear("click", Box::new(pressed));
        self.close();
    }

    /// Puts a link in, with its label. What comes goes into it, until it is closed.
    #[inline(never)]
    pub(super) fn link(&mut self, class: &str, href: &str, label: &Text) {
        self.open("a", class);
        self.set("href", href);
        self.render(label);
    }

    /// A part that is closed until the reader opens it.
    pub(super) fn details(
        &mut self,
        class: &str,
        summary: impl FnOnce(&mut Self),
        fill: impl FnOnce(&mut Self),
    ) {
        self.open("details", class);
        self.within("summary", "", summary);
        fill(self);
        self.close();
    }
}

/// Gives a node these words. One that has them already is left alone, so that nothing is announced.
fn set_words(node: &web_sys::Text, words: &str) {
    if node.data() != words {
        node.set_data(words);
    }
}

fn make(name: &str) -> Element {
    sure(document().create_element(name))
}

/// A name of this project's own is always one that the browser takes. (To say what the browser threw would take what prints
/// values of JavaScript.)
fn sure(made: Result<Element, JsValue>) -> Element {
    made.unwrap_or_else(|_| panic!("the browser makes no such element"))
}
