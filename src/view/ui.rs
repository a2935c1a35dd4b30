//! What every screen has at hand: the session, the reader's words, and the way to act and to tell.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::effect::effect;
use which_cause_quiz::{
    Action, DrawingId, EmergencyNumber, Placeholders, Quiz, Session, Step, StepNumbers, Template, Text,
};

/// Something that concerns whoever stands around the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The reader has come to a screen or a question: its number among all of them, from 1, and how many there are.
    Stepped(usize, usize),
    /// The reader has come to their result.
    Finished,
    /// The reader follows the link to the course.
    Course,
    /// The reader goes back from the very first screen.
    Left,
    /// The reader wants the result on paper.
    Print,
    /// The reader wants the result as text, to keep or to send.
    Copy,
}

/// The browser did not let the reader's text into the clipboard.
pub const FAILED: u32 = 1;

/// The reader's text is in the clipboard.
pub const COPIED: u32 = 2;

/// The browser did not offer to print.
pub const NOT_PRINTED: u32 = 3;

/// Gives the picture of a name.
pub type Draw = Box<dyn Fn(&str) -> Option<web_sys::Element>>;

/// What whoever stands around the widget says and does for it. What it says may change: the widget is then drawn anew.
pub struct Around {
    /// Whether the reader is with the quiz, so that their focus may be moved: not where they have gone elsewhere
    /// while it was on its way.
    pub attentive: Cell<bool>,
    /// The quiz's words for where the reader is.
    pub placeholders: RefCell<Placeholders>,
    /// The name of a region in the quiz's language.
    pub country: Box<dyn Fn(&str) -> String>,
    /// The address of the course page; none, no link.
    pub course: RefCell<Option<String>>,
    /// Gives the picture of a name, drawn, where what it is drawn from is here already. Its regions are tied to the choices
    /// that will stand beside it, by the values of their controls.
    pub draw: Draw,
    /// Focuses an element, and brings it into view.
    pub focus: Box<dyn Fn(&web_sys::HtmlElement)>,
    /// Hears what concerns it.
    pub tell: Box<dyn Fn(Told)>,
}

/// What every screen is given. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Ui {
    pub(super) session: RwSignal<Session>,
    /// Counts the times that the reader has to be brought back to where they are.
    pub(super) recall: RwSignal<u32>,
    /// Rises whenever the element's attributes have changed.
    pub(super) redraw: RwSignal<u32>,
    /// What has come of the reader's last copying or printing: nothing yet, [`FAILED`], [`COPIED`] or [`NOT_PRINTED`]. (A
    /// signal of a type of its own would be code of its own.)
    pub(super) copied: RwSignal<u32>,
    pub(super) around: StoredValue<Rc<Around>, LocalStorage>,
}

impl Ui {
    fn around(self) -> Rc<Around> {
        self.around.get_value()
    }

    /// Whether the reader's focus may be moved.
    pub(super) fn is_attended(self) -> bool {
        self.around().attentive.get()
    }

    /// What is made of the quiz's words for this reader.
    pub(super) fn with_blanks<T>(self, say: impl FnOnce(&Placeholders) -> T) -> T {
        say(&self.around().placeholders.borrow())
    }

    /// A text of the quiz, as this reader sees it.
    #[inline(never)]
    pub(super) fn render(self, text: &Text) -> String {
        self.with_blanks(|placeholders| placeholders.render(text))
    }

    /// Does something now and whenever the element's attributes have changed. What it makes may not depend on what is tracked.
    pub(super) fn keep(self, apply: Box<dyn Fn()>) {
        apply();
        effect(Box::new(move || {
            self.redraw.track();
            apply();
        }));
    }

    /// Does something with a text, as this reader sees it, now and whenever what fills its placeholders has changed.
    pub(super) fn keep_said(self, text: &Text, apply: impl Fn(&str) + 'static) {
        if text.has_placeholders() {
            let text = text.clone();
            self.keep(Box::new(move || apply(&self.render(&text))));
        } else {
            apply(text.as_written());
        }
    }

    /// The links that call an emergency number: the address and the label of each. Where there are two, the country's name is in the label.
    pub(super) fn emergency_numbers(self, label: &Text) -> Vec<(String, String)> {
        let around = self.around();
        let placeholders = around.placeholders.borrow();
        let calls = placeholders.emergency_numbers();
        let link = |call: &EmergencyNumber| {
            let label = match &call.region {
                Some(region) if calls.len() > 1 => {
                    [&*placeholders.render_for(call, label), " (", &(around.country)(region), ")"].concat()
                }
                _ => placeholders.render(label),
            };
            (["tel:", call.number.as_str()].concat(), label)
        };
        calls.iter().map(link).collect()
    }

    /// The address of the course page.
    pub(super) fn course(self) -> Option<String> {
        self.around().course.borrow().clone()
    }

    /// The picture of a name, unless it cannot be drawn yet.
    pub(super) fn draw(self, name: &DrawingId) -> Option<web_sys::Element> {
        (self.around().draw)(name.as_str())
    }

    /// Where this reader is, in words.
    pub(super) fn progress(self, words: &Template<StepNumbers>, step: Step) -> String {
        self.with_blanks(|placeholders| placeholders.progress(words, step))
    }

    /// Focuses an element, and brings it into view with what stands above it.
    pub(super) fn bring_into_focus(self, element: &web_sys::HtmlElement) {
        (self.around().focus)(element);
    }

    /// Tells whoever stands around the widget.
    pub(super) fn tell(self, told: Told) {
        (self.around().tell)(told);
    }

    /// The reader does something.
    #[inline(never)]
    pub(super) fn act(self, act: &Action) {
        self.around().attentive.set(true);
        self.session.update(|session| *session = session.clone().apply(act));
    }

    /// The reader asks to go on. Where the step wants a pick first, they are brought to the line that says so.
    pub(super) fn go_on(self) {
        self.act(&Action::Next);
        if self.session.with_untracked(Session::missing_answer) {
            self.recall.update(|times| *times += 1);
        }
    }

    /// The reader goes back, from the first screen out of the quiz.
    pub(super) fn go_back(self) {
        let leaves = self.session.with_untracked(Session::is_at_start);
        // From the first screen it leads nowhere, and takes the error message away.
        self.act(&Action::Back);
        if leaves {
            self.tell(Told::Left);
        }
    }

    pub(super) fn quiz(self) -> Arc<Quiz> {
        self.session.with_untracked(|session| Arc::clone(session.quiz()))
    }
}
