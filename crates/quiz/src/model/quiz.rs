//! A quiz that has passed its check. Only the check makes one, so whoever holds one need not ask again whether a
//! name in it leads anywhere.

use crate::decode::id::{CauseId, ChoiceId, DrawingId, QuestionId, QuizId, ScreenId};
use crate::decode::single_line::{Address, SingleLine};
use crate::file::care::{Card, Care, CareLevel};
use crate::file::parts::{Course, Direction, Disclaimer, Flag, Intro, Note, Picture, QuestionKind, Source};
use crate::file::suggestion::Suggestion;
use crate::file::template::Text;
use crate::file::verdict_texts::{Band, Scoring, Verdicts};
use crate::file::words::Words;
use crate::model::picks::Picks;

/// A whole quiz.
#[derive(Debug, Clone)]
pub struct Quiz {
    pub(crate) id: QuizId,
    pub(crate) version: SingleLine,
    pub(crate) language: SingleLine,
    pub(crate) direction: Direction,
    pub(crate) title: Text,
    pub(crate) subtitle: Option<Text>,
    pub(crate) intro: Intro,
    pub(crate) care: Option<Care>,
    pub(crate) screens: Vec<Screen>,
    pub(crate) questions: Vec<Question>,
    pub(crate) flags: Vec<Flag>,
    pub(crate) causes: Vec<Cause>,
    pub(crate) scoring: Scoring,
    pub(crate) bands: Vec<Band>,
    pub(crate) verdicts: Verdicts,
    pub(crate) course: Option<Course>,
    pub(crate) also: Option<Note>,
    pub(crate) disclaimer: Disclaimer,
    pub(crate) notice: Option<Text>,
    pub(crate) sources: Vec<Source>,
    pub(crate) safety_sources: Vec<usize>,
    pub(crate) nothing_sources: Vec<usize>,
    pub(crate) drawings: Option<Address>,
    pub(crate) words: Words,
}

/// One screen of the screening.
#[derive(Debug, Clone)]
pub struct Screen {
    /// Its name.
    pub id: ScreenId,
    /// What is asked.
    pub text: Text,
    /// More about what is asked.
    pub help: Option<Text>,
    /// The flags, and one exclusive choice for readers with none.
    pub choices: Vec<Choice>,
    /// What a flag on it leads to.
    pub leads_to: LeadsTo,
}

/// What a flag on a screen leads to.
#[derive(Debug, Clone)]
pub enum LeadsTo {
    /// The quiz goes on; its result suggests a visit.
    Visit,
    /// The quiz stops with a card.
    Stop(CareLevel, Card),
}

impl Screen {
    /// How soon a reader with one of its flags needs a person.
    #[must_use]
    pub fn level(&self) -> CareLevel {
        match self.leads_to {
            LeadsTo::Visit => CareLevel::Soon,
            LeadsTo::Stop(level, _) => level,
        }
    }
}

/// One scored question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its name.
    pub id: QuestionId,
    /// Whether one choice is picked, or all that fit.
    pub kind: QuestionKind,
    /// What is asked.
    pub text: Text,
    /// More about what is asked.
    pub help: Option<Text>,
    /// A picture of what is asked about. A region of its drawing stands for the choice of its name.
    pub picture: Option<Picture>,
    /// What may be picked.
    pub choices: Vec<Choice>,
}

impl Question {
    /// The most points that answers to it can give to the cause at `cause`: those of the best choice of a pick-one
    /// question, the sum of all choices of a tick-all question.
    pub(crate) fn most_points_for(&self, cause: usize) -> u32 {
        let points = self.choices.iter().map(|choice| choice.points_for(cause));
        match self.kind {
            QuestionKind::PickOne => points.max().unwrap_or(0),
            QuestionKind::TickAll => points.sum(),
        }
    }
}

/// One thing that may be picked.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its name within its question or screen.
    pub id: ChoiceId,
    /// What the reader picks.
    pub text: Text,
    /// The drawing that shows it.
    pub picture: Option<DrawingId>,
    /// Whether it clears every other choice, as "None of these" does.
    pub exclusive: bool,
    /// Which cause, by its place in [`Quiz::causes`], gets how many points.
    pub(crate) points: Vec<(usize, u32)>,
    /// Which flags it raises, by their place among the quiz's.
    pub(crate) flags: Vec<usize>,
}

impl Choice {
    /// The points it gives to the cause at `cause`.
    pub(crate) fn points_for(&self, cause: usize) -> u32 {
        self.points.iter().filter(|(to, _)| *to == cause).map(|(_, points)| points).sum()
    }
}

/// One of the results a reader can get.
#[derive(Debug, Clone)]
pub struct Cause {
    /// Its name.
    pub id: CauseId,
    /// What the article calls it.
    pub article_name: Text,
    /// What the result calls it.
    pub label: Text,
    /// What its bar calls it.
    pub short_label: Text,
    /// Whether it belongs to a doctor before anything else.
    pub doctor_first: bool,
    /// The result in a line.
    pub summary: Text,
    /// A picture of how it looks.
    pub picture: Option<Picture>,
    /// What it means.
    pub means: Text,
    /// How sure anyone is of that.
    pub sureness: Text,
    /// What to look at next.
    pub look_next: Vec<Text>,
    /// Small things to try.
    pub try_this: Vec<Suggestion>,
    /// When to get it checked.
    pub get_checked: Vec<Text>,
    /// A line that leads to the course; of a doctor-first cause, what stands in the course's place.
    pub course: Option<Text>,
    /// What its texts rest on, by their place among the quiz's sources.
    pub(crate) sources: Vec<usize>,
    /// The most points any answers can give it.
    pub(crate) max: u32,
}

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> &$type {
            &self.$name
        }
    )*};
}

macro_rules! optional {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> Option<&$type> {
            self.$name.as_ref()
        }
    )*};
}

impl Quiz {
    getters! {
        /// Names the quiz in events and in saved answers.
        id: QuizId;
        /// The author's own version of the content.
        version: SingleLine;
        /// The language of every text, as a BCP 47 tag.
        language: SingleLine;
        /// Which way the language runs.
        direction: Direction;
        /// The quiz's name.
        title: Text;
        /// What the reader sees before they start.
        intro: Intro;
        /// The screening, in order.
        screens: [Screen];
        /// The questions, in order; at least one.
        questions: [Question];
        /// The causes, in the article's order; at least two.
        causes: [Cause];
        /// The words for a score, from the highest down; the last starts at 0.
        bands: [Band];
        /// Where the verdicts part from each other.
        scoring: Scoring;
        /// What is said of each kind of result.
        verdicts: Verdicts;
        /// What the quiz is not.
        disclaimer: Disclaimer;
        /// Every other word of the widget.
        words: Words;
    }

    optional! {
        /// A line under the title.
        subtitle: Text;
        /// Whom to call and when; `None` only where nothing in the quiz can send a reader to care.
        care: Care;
        /// The course that the result links to.
        course: Course;
        /// A note under every result.
        also: Note;
        /// What readers are to know of these texts themselves.
        notice: Text;
        /// Where the drawings of its pictures are; `None` only where it has no picture.
        drawings: Address;
    }

    /// The words for a score of 0 to 100.
    #[must_use]
    pub fn band(&self, score: u32) -> &Band {
        // The check has seen to it that the last band starts at 0.
        self.bands.iter().find(|band| score >= band.from.get()).unwrap_or(&self.bands[self.bands.len() - 1])
    }

    /// The screening's and the questions' choices, step by step.
    pub(crate) fn choices(&self, step: usize) -> &[Choice] {
        match step.checked_sub(self.screens.len()) {
            None => &self.screens[step].choices,
            Some(question) => &self.questions[question].choices,
        }
    }

    /// Whether picking one choice of a step gives up the others.
    pub(crate) fn picks_one(&self, step: usize) -> bool {
        step.checked_sub(self.screens.len()).is_some_and(|i| self.questions[i].kind == QuestionKind::PickOne)
    }

    /// How many steps there are, screens and questions.
    pub(crate) fn steps(&self) -> usize {
        self.screens.len() + self.questions.len()
    }

    /// The flags of the screens that a reader ticked, and of the choices that they picked.
    pub(crate) fn picked_of(&self, step: usize, picks: Picks) -> impl Iterator<Item = &Choice> {
        self.choices(step).iter().enumerate().filter(move |(i, _)| picks.has(*i)).map(|(_, choice)| choice)
    }
}
