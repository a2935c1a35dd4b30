//! Small parts of a quiz file that a checked quiz takes over unchanged.

use crate::decode::id::{DrawingId, FlagId, SourceId};
use crate::decode::macros::{shapes, words};
use crate::decode::single_line::{Link, SingleLine};
use crate::file::template::Text;

shapes! {
    #![compact]

    /// Something an answer can raise that is worth telling a professional.
    pub struct Flag, "a flag" {
        /// Its name.
        id: FlagId,
        /// What is worth telling.
        text: Text,
        /// Whether it calls for a visit by itself.
        visit: bool,
    }

    /// A picture, and what it says to a reader who does not see it.
    pub struct Picture, "a picture" {
        /// The name of its drawing.
        drawing: DrawingId,
        /// What it shows, in a sentence.
        text: Text,
    }

    /// What the reader sees before they start.
    pub struct Intro, "the intro" {
        /// What the quiz is for.
        lead: Text,
        /// What to know before starting.
        points: Vec<Text>,
        /// Whom it is for.
        audience: Option<Text>,
        /// The start button's label.
        start: Text,
        /// What stands beside that button while the quiz is on its way.
        busy: Option<Text>,
        /// What stands there where the quiz could not start.
        failed: Option<Text>,
    }

    /// The course that the result links to.
    pub struct Course, "the course" {
        /// Its name.
        name: SingleLine,
        /// Its page; the host page's own `course` attribute goes before it.
        url: Option<Link>,
        /// The heading of the invitation.
        heading: Text,
        /// What it is and whose.
        about: Text,
        /// What it is not.
        limits: Text,
        /// The link's label.
        link: Text,
    }

    /// A heading and what stands under it.
    pub struct Note, "a note" {
        /// The heading.
        heading: Text,
        /// What stands under it.
        text: Text,
    }

    /// What the quiz is not.
    pub struct Disclaimer, "the disclaimer" {
        /// In a line, for the intro and every screen.
        short: Text,
        /// In full, for the result.
        full: Text,
    }

    /// Something that the texts rest on.
    pub struct Source, "a source" {
        /// Its name within the file.
        id: SourceId,
        /// What a reader would look for.
        name: Text,
        /// Where to find it.
        url: Link,
    }
}

words! {
    /// How a question is answered.
    pub enum QuestionKind, "`one` or `all`" {
        /// By the one choice that fits best.
        PickOne = "one",
        /// By all choices that fit.
        TickAll = "all",
    }

    /// Which way a language runs.
    pub enum Direction, "`ltr` or `rtl`" {
        /// From left to right.
        Ltr = "ltr",
        /// From right to left.
        Rtl = "rtl",
    }
}
