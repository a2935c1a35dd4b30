//! A checked quiz. Only the check makes one, so every reference in it leads to a part: references are indexes.
//!
//! It is longer than most files, because it has all parts of a quiz, and they refer to each other.

use crate::decode::id::{CauseId, ChoiceId, QuestionId, QuizId, ScreenId};
use crate::decode::single_line::{Address, SingleLine};
use crate::file::care::{Card, Care, CareLevel};
use crate::file::parts::{
    CauseButton, Course, Direction, Disclaimer, Flag, Intro, Note, QuestionKind, Source,
};
use crate::file::picture::Picture;
use crate::file::rich_text::RichText;
use crate::file::suggestion::Suggestion;
use crate::file::template::Text;
use crate::file::verdict_texts::{Band, Verdicts};
use crate::file::words::Words;
use crate::model::condition::Condition;
use crate::model::picks::Picks;
use crate::model::scoring::Scoring;

/// A checked quiz. [`read`](crate::read) makes one from a quiz file, [`Quiz::from_bytes`] from its encoding.
#[derive(Debug, Clone)]
pub struct Quiz {
    pub(crate) id: QuizId,
    pub(crate) language: SingleLine,
    pub(crate) direction: Direction,
    pub(crate) title: Text,
    pub(crate) subtitle: Option<Text>,
    pub(crate) intro: Intro,
    pub(crate) care: Option<Care>,
    /// Whether a text or a button has a number or a line of the reader's region.
    pub(crate) names_numbers: bool,
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
    pub(crate) notice: Option<RichText>,
    pub(crate) sources: Vec<Source>,
    pub(crate) safety_sources: Vec<usize>,
    pub(crate) nothing_sources: Vec<usize>,
    pub(crate) drawings: Option<Address>,
    /// The addresses of the photos that only some answers show, with spaces between them.
    pub(crate) photos_by_answers: Box<str>,
    pub(crate) words: Words,
}

/// One safety screen.
#[derive(Debug, Clone)]
pub struct Screen {
    /// The screen's id.
    pub id: ScreenId,
    /// The question.
    pub text: Text,
    /// Help for the question.
    pub help: Option<RichText>,
    /// The flags, and one exclusive choice for readers without any; 2 to 64.
    pub choices: Vec<Choice>,
    /// What a ticked flag leads to.
    pub leads_to: LeadsTo,
}

/// What a ticked flag of a screen leads to.
#[derive(Debug, Clone)]
pub enum LeadsTo {
    /// The quiz continues, and its result suggests a visit.
    Visit,
    /// The quiz stops with this card.
    Stop(CareLevel, Card),
}

impl Screen {
    /// What one of its flags leads to.
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
    /// The question's id.
    pub id: QuestionId,
    /// Whether a reader picks one choice, ticks all that fit, or picks a step of a scale.
    pub kind: QuestionKind,
    /// On which earlier answers it is asked. Without a condition every reader is asked.
    pub(crate) ask_if: Option<Condition>,
    /// Whether a reader must answer.
    pub required: bool,
    /// The most choices that a reader can tick; `None` for any number.
    pub at_most: Option<usize>,
    /// How to answer a question with such a limit.
    pub limit: Option<Text>,
    /// The question.
    pub text: Text,
    /// Help for the question.
    pub help: Option<RichText>,
    /// A picture for the question. A region of its drawing belongs to the choice with its id.
    pub picture: Option<Picture>,
    /// The choices; 2 to 64. Those of a scale are its steps, with the ids `1`, `2` and so on; the texts of the
    /// first and the last one have the labels of the ends.
    pub choices: Vec<Choice>,
}

impl Question {
    /// Whether it is only asked on some earlier answers.
    #[must_use]
    pub fn has_condition(&self) -> bool {
        self.ask_if.is_some()
    }

    /// Whether a reader picks one choice, or one step of a scale.
    #[must_use]
    pub fn picks_one(&self) -> bool {
        self.kind != QuestionKind::TickAll
    }

    /// How to answer it.
    #[must_use]
    pub fn hint<'q>(&'q self, words: &'q Words) -> &'q Text {
        self.limit.as_ref().unwrap_or(if self.picks_one() { &words.pick_one } else { &words.tick_all })
    }

    /// The error message for a reader who goes on without an answer, or with more ticks than the question takes.
    #[must_use]
    pub fn error<'q>(&'q self, words: &'q Words) -> &'q Text {
        // The messages of the file can say "or skip this one".
        if self.required || self.limit.is_some() {
            self.hint(words)
        } else if self.picks_one() {
            &words.question_needs_pick
        } else {
            &words.question_needs_tick
        }
    }

    /// The most choices that a reader can pick together.
    pub(crate) fn most_picks(&self) -> usize {
        if self.picks_one() { 1 } else { self.at_most.unwrap_or(Picks::MAX) }
    }

    /// The most points that answers to it can give to the cause at `cause`: the sum of the choices with positive points that a
    /// reader can pick together. Skipped, it gives 0.
    pub(crate) fn most_points_for(&self, cause: usize) -> i32 {
        self.most_together(|choice| choice.points_for(cause))
    }

    /// The fewest points that answers to it can give to the cause at `cause`, 0 or less.
    pub(crate) fn least_points_for(&self, cause: usize) -> i32 {
        -self.most_together(|choice| -choice.points_for(cause))
    }

    /// The largest sum of points above 0 of choices that a reader can pick together.
    fn most_together(&self, points: impl Fn(&Choice) -> i32) -> i32 {
        let mut points: Vec<i32> = self.choices.iter().map(points).filter(|points| *points > 0).collect();
        let mut most = 0;
        // Taken out one by one: a sorting algorithm would be more code in the parser's module.
        for _ in 0..self.most_picks().min(points.len()) {
            let best = (0..points.len()).max_by_key(|i| points[*i]).unwrap_or(0);
            most += points.swap_remove(best);
        }
        most
    }
}

/// One choice of a question or a screen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The choice's id, unique within its question or screen.
    pub id: ChoiceId,
    /// The text of the choice.
    pub text: Text,
    /// A picture that shows it.
    pub picture: Option<Picture>,
    /// Whether it clears all other choices, as "None of these" does.
    pub exclusive: bool,
    /// The points it gives, -99 to 99, with the index of the cause in [`Quiz::causes`].
    pub(crate) points: Vec<(usize, i32)>,
    /// The indexes of the flags that it raises.
    pub(crate) flags: Vec<usize>,
}

impl Choice {
    /// The points it gives to the cause with this index.
    pub(crate) fn points_for(&self, cause: usize) -> i32 {
        self.points.iter().filter(|(to, _)| *to == cause).map(|(_, points)| points).sum()
    }
}

/// One cause.
#[derive(Debug, Clone)]
pub struct Cause {
    /// The cause's id.
    pub id: CauseId,
    /// Its name in the article.
    pub article_name: Text,
    /// Its name in the result.
    pub label: Text,
    /// Its name beside its bar.
    pub short_label: Text,
    /// Whether a doctor should see it before anything else.
    pub doctor_first: bool,
    /// The result in one line.
    pub summary: RichText,
    /// A picture of the cause.
    pub picture: Option<Picture>,
    /// What it means.
    pub means: RichText,
    /// How certain that is.
    pub sureness: RichText,
    /// What to look at next.
    pub look_next: Vec<RichText>,
    /// Small things to try.
    pub try_this: Vec<Suggestion>,
    /// When to get it checked.
    pub get_checked: Vec<RichText>,
    /// A line that leads to the course. For a doctor-first cause, the line in place of the course.
    pub course: Option<RichText>,
    /// A button of its own in the result, beside the course.
    pub button: Option<CauseButton>,
    /// The indexes of the sources of its texts.
    pub(crate) sources: Vec<usize>,
    /// The most points that any answers can give it; at least 1.
    pub(crate) max: i32,
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
        /// The quiz's id, in events and in stored sessions.
        id: QuizId;
        /// The language of every text, as a BCP 47 tag.
        language: SingleLine;
        /// The direction of the language.
        direction: Direction;
        /// The quiz's title.
        title: Text;
        /// The texts before the quiz starts.
        intro: Intro;
        /// The safety screens, the most urgent first; at most 20.
        screens: [Screen];
        /// The questions, in order; 1 to 1,000.
        questions: [Question];
        /// The causes, in the article's order; 2 to 50.
        causes: [Cause];
        /// The bands: a text for each range of scores, from the highest to the lowest. The last band starts at 0. With the score
        /// `total` there are none.
        bands: [Band];
        /// How answers become a result.
        scoring: Scoring;
        /// The texts of each verdict.
        verdicts: Verdicts;
        /// The addresses of the photos that only some readers see, by their answers: those of results, and of questions with a
        /// condition. There are spaces between them. A widget requests all of them or none, so that its requests tell no answer.
        photos_by_answers: str;
        /// What the quiz is not.
        disclaimer: Disclaimer;
        /// All other words of the widget.
        words: Words;
    }

    optional! {
        /// A line under the title.
        subtitle: Text;
        /// Where readers find care. A part is `None` only if nothing in the quiz uses it.
        care: Care;
        /// The course that the result links to.
        course: Course;
        /// A note under every result.
        also: Note;
        /// A notice about the texts themselves.
        notice: RichText;
        /// The address of the drawings file; `None` only if the quiz has no drawing.
        drawings: Address;
    }

    /// The address of the course page, if the quiz has a course with an address.
    #[must_use]
    pub fn course_address(&self) -> Option<&str> {
        Some(self.course()?.url.as_ref()?.as_str())
    }

    /// The band of a score. The last band has the scores below 0 as well. With the score `total` there are no bands.
    #[must_use]
    pub fn band(&self, score: i32) -> Option<&Band> {
        self.bands.iter().find(|band| score >= band.from.get()).or(self.bands.last())
    }

    /// The most points that any answers can give to each cause, in the article's order.
    pub(crate) fn most_points(&self) -> Vec<i32> {
        self.causes.iter().map(|cause| cause.max).collect()
    }

    /// The choices of a step. Steps are the screens and then the questions, from 0.
    pub(crate) fn choices(&self, step: usize) -> &[Choice] {
        match step.checked_sub(self.screens.len()) {
            None => &self.screens[step].choices,
            Some(question) => &self.questions[question].choices,
        }
    }

    /// The question at a step; `None` for a screen.
    pub(crate) fn question(&self, step: usize) -> Option<&Question> {
        step.checked_sub(self.screens.len()).map(|i| &self.questions[i])
    }

    /// The number of steps: screens and questions.
    pub(crate) fn steps(&self) -> usize {
        self.screens.len() + self.questions.len()
    }

    /// The picked choices of a step.
    pub(crate) fn picked_choices(&self, step: usize, picks: Picks) -> impl Iterator<Item = &Choice> {
        self.choices(step).iter().enumerate().filter(move |(i, _)| picks.has(*i)).map(|(_, choice)| choice)
    }
}
