//! Small parts of a quiz file that the check takes over unchanged.

use crate::decode::id::{FlagId, SourceId};
use crate::decode::macros::{json_object, keywords};
use crate::decode::single_line::{Link, SingleLine};
use crate::file::picture::IntroPhoto;
use crate::file::rich_text::RichText;
use crate::file::template::Text;

json_object! {
    /// The texts before the quiz starts.
    pub struct Intro, "the intro" {
        /// What the quiz is for.
        lead: Text,
        /// What to know before starting.
        points: Vec<Text>,
        /// Who the quiz is for.
        audience: Option<Text>,
        /// A photo beside these texts.
        picture: Option<IntroPhoto>,
        /// The label of the Start button.
        start: Text,
        /// The line beside that button while the quiz loads.
        busy: Option<Text>,
        /// The line beside that button if the quiz could not start.
        failed: Option<Text>,
    }
}

json_object! {
    #![codec]

    /// A sign that an answer can raise, and that a professional should know about.
    pub struct Flag, "a flag" {
        /// The flag's id.
        id: FlagId,
        /// What the professional should know. The result shows it under `words.flags`, or on the visit card.
        text: RichText,
        /// Whether the flag alone calls for a visit.
        visit: bool,
    }

    /// The course that the result links to.
    pub struct Course, "the course" {
        /// The course's name.
        name: SingleLine,
        /// The course's page. The `course` attribute of the host page overrides it.
        url: Option<Link>,
        /// The heading of the invitation.
        heading: Text,
        /// What the course is, and whose.
        about: RichText,
        /// What the course is not.
        limits: RichText,
        /// The label of the link.
        link: Text,
    }

    /// A button of one cause.
    pub struct CauseButton, "a button" {
        /// The label.
        label: Text,
        /// The page that it opens.
        url: Link,
    }

    /// A heading with a text under it.
    pub struct Note, "a note" {
        /// The heading.
        heading: Text,
        /// The text.
        text: RichText,
    }

    /// What the quiz is not.
    pub struct Disclaimer, "the disclaimer" {
        /// In one line, for the intro and every screen.
        short: RichText,
        /// In full, for the result.
        full: RichText,
    }

    /// A source of the texts.
    pub struct Source, "a source" {
        /// The source's id.
        id: SourceId,
        /// The name that a reader would search for.
        name: Text,
        /// Its address.
        url: Link,
    }
}

keywords! {
    /// How a reader answers a question.
    pub enum QuestionKind, "`one`, `all` or `scale`" {
        /// The reader picks the one choice that fits best.
        PickOne = "one",
        /// The reader ticks all choices that fit.
        TickAll = "all",
        /// The reader picks one step of a scale.
        Scale = "scale",
    }

    /// The direction of a language.
    pub enum Direction, "`ltr` or `rtl`" {
        /// Left to right.
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl",
    }
}
