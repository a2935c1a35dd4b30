//! The quiz file: what its author writes, read by its shape and not yet checked for sense.
//!
//! It is one piece because the format is: this is the list of everything that may stand in a quiz file.
//!
//! Parts that name no other part ([`Words`], [`Card`], [`Course`] …) are the same before and after the check, and
//! go into the [`Quiz`](super::Quiz) as they are.

use crate::decode::bounded::Bounded;
use crate::decode::from_json::{Anything, Entries};
use crate::decode::id::{CauseId, ChoiceId, DrawingId, FlagId, QuestionId, QuizId, ScreenId, SourceId};
use crate::decode::macros::shapes;
use crate::decode::single_line::{Address, SingleLine};
use crate::file::care::{Card, Care, CareLevel};
use crate::file::parts::{Course, Direction, Disclaimer, Flag, Intro, Note, Picture, QuestionKind, Source};
use crate::file::suggestion::Suggestion;
use crate::file::template::Text;
use crate::file::verdict_texts::{Band, Scoring, Verdicts};
use crate::file::words::Words;

/// The newest format of a quiz file that is read here.
pub(crate) const FORMAT: u32 = 1;

shapes! {
    /// A whole quiz file.
    pub(crate) struct QuizFile, "the quiz" {
        /// Which format the file is written in: 1.
        format: Bounded<1, FORMAT>,
        /// Names the quiz in events and in saved answers.
        id: QuizId,
        /// The author's own version of the content.
        version: SingleLine,
        /// The language of every text, as a BCP 47 tag: "en", "pt-BR".
        language: SingleLine,
        /// Which way the language runs; left to right where it is left out.
        direction: Option<Direction>,
        /// The quiz's name.
        title: Text,
        /// A line under it.
        subtitle: Option<Text>,
        /// What the reader is told before they start: the author pastes it as the element's children.
        intro: Intro,
        /// Whom to call and when. Needed where anything can send a reader to care.
        care: Option<Care>,
        /// The screening, in order; none where nothing about the subject could be urgent.
        screens: Vec<ScreenFile>,
        /// The questions, in order; 1 to 1,000.
        questions: Vec<QuestionFile>,
        /// What an answer can raise that is worth telling a professional.
        flags: Vec<Flag>,
        /// The causes, in the article's order; 2 to 50.
        causes: Vec<CauseFile>,
        /// Where the verdicts part from each other.
        scoring: Scoring,
        /// The words for a score, from the highest down.
        bands: Vec<Band>,
        /// What is said of each kind of result.
        verdicts: Verdicts,
        /// The course that the result links to.
        course: Option<Course>,
        /// A note under every result.
        also: Option<Note>,
        /// What the quiz is not.
        disclaimer: Disclaimer,
        /// What readers are to know of these texts themselves: that a translation still waits for its review, say.
        notice: Option<Text>,
        /// What the texts rest on.
        sources: Vec<Source>,
        /// The sources of the screening.
        safety_sources: Vec<SourceId>,
        /// Where the drawings of its pictures are: an address relative to this file, or of the web. Needed where there is a
        /// picture.
        drawings: Option<Address>,
        /// Every other word of the widget.
        words: Words,
        /// Readers and the result each must get, for `which-cause readers`. The widget does not need them.
        readers: Option<Anything>,
    }

    /// One screen of the screening.
    pub(crate) struct ScreenFile, "a screen" {
        /// Its name.
        id: ScreenId,
        /// How soon a reader with one of its flags needs a person.
        level: CareLevel,
        /// What is asked.
        text: Text,
        /// More about what is asked.
        help: Option<Text>,
        /// The flags, and one exclusive choice for readers with none; 2 to 64.
        choices: Vec<ChoiceFile>,
        /// What a reader with a flag is told. Levels that stop the quiz need it.
        card: Option<Card>,
    }

    /// One scored question.
    pub(crate) struct QuestionFile, "a question" {
        /// Its name.
        id: QuestionId,
        /// Whether one choice is picked, or all that fit.
        kind: QuestionKind,
        /// What is asked.
        text: Text,
        /// More about what is asked.
        help: Option<Text>,
        /// A picture of what is asked about. Regions in its drawing that are called like choices can be pressed.
        picture: Option<Picture>,
        /// What may be picked; 2 to 64.
        choices: Vec<ChoiceFile>,
        /// Why the points are as they are, for whoever reviews the quiz. No reader sees it.
        reason: Option<Text>,
    }

    /// One thing that may be picked.
    pub(crate) struct ChoiceFile, "a choice" {
        /// Its name within its question or screen.
        id: ChoiceId,
        /// What the reader picks.
        text: Text,
        /// The drawing that shows it, by name. The text says what it shows.
        picture: Option<DrawingId>,
        /// What it gives to each cause, 1 to 9.
        points: Entries<Bounded<1, 9>>,
        /// What it raises that is worth telling a professional.
        flags: Vec<FlagId>,
        /// Whether it clears every other choice, as "None of these" does.
        exclusive: bool,
    }

    /// One of the results a reader can get.
    pub(crate) struct CauseFile, "a cause" {
        /// Its name.
        id: CauseId,
        /// What the article calls it.
        article_name: Text,
        /// What the result calls it.
        label: Text,
        /// What its bar calls it.
        short_label: Text,
        /// Whether it belongs to a doctor before anything else: its result shows the visit card and no course.
        doctor_first: bool,
        /// The result in a line.
        summary: Text,
        /// A picture of how it looks.
        picture: Option<Picture>,
        /// What it means.
        means: Text,
        /// How sure anyone is of that.
        sureness: Text,
        /// What to look at next.
        look_next: Vec<Text>,
        /// Small things to try.
        try_this: Vec<Suggestion>,
        /// When to get it checked.
        get_checked: Vec<Text>,
        /// A line that leads to the course; of a doctor-first cause, what stands in the course's place.
        course: Option<Text>,
        /// What its texts rest on.
        sources: Vec<SourceId>,
    }

}

/// The JSON Schema (draft 2020-12) of a quiz file, from the same declarations that read it. Whatever it refuses,
/// [`read`](super::read) refuses too; names that lead nowhere only the latter sees.
#[must_use]
pub fn schema() -> serde_json::Value {
    use crate::decode::from_json::Shape;
    let mut parts = crate::decode::schema::Parts::default();
    let schema = QuizFile::schema(&mut parts);
    parts.whole("A quiz file of which-cause", schema)
}
