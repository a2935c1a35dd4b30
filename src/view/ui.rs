//! What every screen has at hand: the session, the reader's words, and the way to act and to tell.

use std::sync::Arc;

use leptos::prelude::*;

use crate::quiz::{Act, Blanks, Drawings, Progress, Quiz, Session, Step, Template, Text};

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

/// What every screen is given. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Ui {
    pub(super) session: RwSignal<Session>,
    /// Counts the times that the reader has to be brought back to where they are.
    pub(super) recall: RwSignal<u32>,
    /// Whether the reader is with the quiz, so that their focus may be moved: not where they have gone elsewhere
    /// while it was on its way.
    pub(super) attentive: StoredValue<bool>,
    /// The address of the course page; none, no link.
    pub(super) course: StoredValue<Option<String>>,
    pub(super) blanks: StoredValue<Blanks, LocalStorage>,
    /// Whether the reader's last copying worked, once they have tried.
    pub(super) copied: RwSignal<Option<bool>>,
    /// What pictures are drawn from; none until it is here, which may be never.
    pub(super) drawings: StoredValue<Option<Drawings>>,
    pub(super) tell: Callback<Told>,
}

impl Ui {
    /// A text of the quiz, as this reader sees it.
    pub(super) fn say(self, text: &Text) -> String {
        self.blanks.with_value(|blanks| blanks.say(text))
    }

    /// Texts of the quiz, as this reader sees them.
    pub(super) fn say_all<'t>(self, texts: impl IntoIterator<Item = &'t Text>) -> Vec<String> {
        texts.into_iter().map(|text| self.say(text)).collect()
    }

    /// Where this reader is, in words.
    pub(super) fn progress(self, words: &Template<Progress>, step: Step) -> String {
        self.blanks.with_value(|blanks| blanks.progress(words, step))
    }

    /// The reader does something.
    pub(super) fn act(self, act: &Act) {
        self.attentive.set_value(true);
        self.session.update(|session| *session = session.clone().after(act));
    }

    /// The reader asks to go on. Where the step wants a pick first, they are brought to the line that says so.
    pub(super) fn go_on(self) {
        self.act(&Act::GoOn);
        if self.session.with_untracked(Session::refused) {
            self.recall.update(|times| *times += 1);
        }
    }

    /// The reader goes back, from the first screen out of the quiz.
    pub(super) fn go_back(self) {
        if self.session.with_untracked(Session::is_at_start) {
            self.tell.run(Told::Left);
        } else {
            self.act(&Act::GoBack);
        }
    }

    pub(super) fn quiz(self) -> Arc<Quiz> {
        self.session.with_untracked(|session| Arc::clone(session.quiz()))
    }
}
