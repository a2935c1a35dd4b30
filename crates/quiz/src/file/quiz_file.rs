//! The quiz file as its author writes it. [`read`](crate::read) then checks it and turns it into a quiz.
//!
//! The parts here refer to each other by id. Parts without references ([`Words`], [`Card`], [`Course`] …) are in the files
//! beside this one. The check takes them over unchanged.

use crate::decode::bounded::Bounded;
use crate::decode::from_json::{FromJson, Ignored};
use crate::decode::id::{CauseId, ChoiceId, FlagId, QuestionId, QuizId, ScreenId, SourceId};
use crate::decode::macros::json_object;
use crate::decode::schema::{Definitions, ObjectSchema, Schema};
use crate::decode::single_line::{Address, SingleLine};
use crate::file::care::{Card, Care, CareLevel};
use crate::file::condition::ConditionFile;
use crate::file::limits;
use crate::file::parts::{
    CauseButton, Course, Direction, Disclaimer, Flag, Intro, Note, QuestionKind, Source,
};
use crate::file::picture::{Picture, SmallPicture};
use crate::file::points::PointsFile;
use crate::file::rich_text::RichText;
use crate::file::scale::Scale;
use crate::file::scoring::{MAX_LIMIT, ScoringFile};
use crate::file::suggestion::Suggestion;
use crate::file::template::Text;
use crate::file::test_case_file::TestCaseFile;
use crate::file::verdict_texts::{Band, VerdictsFile};
use crate::file::words::Words;

/// The newest format of a quiz file that this version reads.
pub(crate) const FORMAT: i32 = 1;

json_object! {
    /// A whole quiz file.
    pub(crate) struct QuizFile, "the quiz" {
        /// The format of the file: 1.
        format: Bounded<1, FORMAT>,
        /// The quiz's id, in events and in stored sessions. Translations have the same one.
        id: QuizId,
        /// The author's own version of the content.
        version: SingleLine,
        /// The language of every text, as a BCP 47 tag: "en", "pt-BR".
        language: SingleLine,
        /// The direction of the language; left to right if it is left out.
        direction: Option<Direction>,
        /// The quiz's title.
        title: Text,
        /// A line under the title.
        subtitle: Option<Text>,
        /// The texts before the quiz starts. The author pastes them as the element's children.
        intro: Intro,
        /// Where readers find care. Each part is required only if something in the quiz uses it.
        care: Option<Care>,
        /// The safety screens, from the most urgent to the least; none if nothing about the subject can be urgent; at most 20.
        screens: Vec<ScreenFile>,
        /// The questions, in order; 1 to 1,000.
        questions: Vec<QuestionFile>,
        /// The flags: signs that answers can raise, and that a professional should know about; at most 200.
        flags: Vec<Flag>,
        /// The causes, in the article's order; 2 to 50.
        causes: Vec<CauseFile>,
        /// How answers become a result.
        scoring: ScoringFile,
        /// The bands: a text for each range of scores, from the highest down; 2 to 10, of which the last begins at 0. With the
        /// score `total` there are none.
        bands: Vec<Band>,
        /// The texts of each verdict.
        verdicts: VerdictsFile,
        /// The course that the result links to.
        course: Option<Course>,
        /// A note under every result.
        also: Option<Note>,
        /// What the quiz is not.
        disclaimer: Disclaimer,
        /// A notice about the texts themselves, for example that a translation awaits its review.
        notice: Option<RichText>,
        /// The sources of the texts; at most 200.
        sources: Vec<Source>,
        /// The sources of the safety screens.
        safety_sources: Vec<SourceId>,
        /// The address of the drawings file, relative to this file or on the web. Required if there is a drawing.
        drawings: Option<Address>,
        /// All other words of the widget. In a language whose words come with the engine, only those that differ.
        words: Words,
        /// Test cases for `which-cause test`: people, and the result that each must get. The widget does not use them.
        test_cases: Option<Ignored>,
        /// In a translation, the original of each text, as it was when the text was translated. `which-cause translate` writes
        /// it.
        originals: Option<Ignored>,
        /// In a translation, the texts that hold the words of the original until somebody translates them, each with its last
        /// translation. `which-cause translate` writes it.
        untranslated: Option<Ignored>,
    }

    /// One safety screen.
    pub(crate) struct ScreenFile, "a screen" {
        /// The screen's id.
        id: ScreenId,
        /// What a tick leads to.
        level: CareLevel,
        /// The question of the screen.
        text: Text,
        /// Help for the question.
        help: Option<RichText>,
        /// The flags, and one exclusive choice for readers without any; 2 to 64.
        choices: Vec<ChoiceFile>,
        /// The card for a reader who ticks a flag. Required for the levels that stop the quiz: all but `soon`.
        card: Option<Card>,
    }

    /// One scored question.
    pub(crate) struct QuestionFile, "a question" {
        /// The question's id.
        id: QuestionId,
        /// Whether a reader picks one choice, ticks all that fit, or picks a step of a scale.
        kind: QuestionKind,
        /// On which earlier answers it is asked. Without a condition every reader is asked.
        ask_if: Option<ConditionFile>,
        /// Whether a reader must answer. Without it, a reader can skip the question.
        required: bool,
        /// The most choices that a reader can tick, in a question of kind `all`.
        at_most: Option<Bounded<1, 100>>,
        /// The question.
        text: Text,
        /// Help for the question.
        help: Option<RichText>,
        /// A picture for the question. Regions of its drawing with the id of a choice can be pressed.
        picture: Option<Picture>,
        /// The choices; 2 to 64. A question of kind `scale` has none.
        choices: Vec<ChoiceFile>,
        /// The scale, in a question of kind `scale`.
        scale: Option<Scale>,
        /// Why the points are as they are, for reviewers of the quiz. It is never shown.
        reason: Option<Text>,
    }

    /// One choice of a question or a screen.
    pub(crate) struct ChoiceFile, "a choice" {
        /// The choice's id, unique within its question or screen.
        id: ChoiceId,
        /// The text of the choice.
        text: Text,
        /// The id of a drawing that shows the choice, or a photo. The choice's text says what it shows.
        picture: Option<SmallPicture>,
        /// The points for each cause that it supports, or negative ones if it speaks against the cause, -99 to 99. With the
        /// score `total`, a number: the points for the total.
        points: PointsFile,
        /// The flags that it raises. A choice of a screen has none: it is a flag itself.
        flags: Vec<FlagId>,
        /// Whether it clears all other choices, as "None of these" does. In a question of kind `one` it is only set apart.
        exclusive: bool,
    }

    /// One cause.
    pub(crate) struct CauseFile, "a cause" {
        /// The cause's id.
        id: CauseId,
        /// With the score `total`, the lowest total whose result it is.
        from: Option<Bounded<{ -MAX_LIMIT }, MAX_LIMIT>>,
        /// Its name in the article, as the reader knows it from there.
        article_name: Text,
        /// Its name in the result.
        label: Text,
        /// Its name beside its bar.
        short_label: Text,
        /// Whether a doctor should see it before anything else. Then its result shows the visit card and no course.
        doctor_first: bool,
        /// The result in one line.
        summary: RichText,
        /// A picture of the cause.
        picture: Option<Picture>,
        /// What it means.
        means: RichText,
        /// How certain that is.
        sureness: RichText,
        /// What to look at next.
        look_next: Vec<RichText>,
        /// Small things to try.
        try_this: Vec<Suggestion>,
        /// When to get it checked.
        get_checked: Vec<RichText>,
        /// A line that leads to the course. For a doctor-first cause, the line in place of the course.
        course: Option<RichText>,
        /// A button of its own in the result, beside the course.
        button: Option<CauseButton>,
        /// The sources of its texts.
        sources: Vec<SourceId>,
    }
}

/// The JSON Schema (draft 2020-12) of a quiz file, from the same declarations that read it.
///
/// [`read`](crate::read) refuses every file that the schema refuses. It also checks ids that lead nowhere, and words that are
/// missing in a language without built-in words, which a schema cannot.
#[must_use]
pub fn schema() -> serde_json::Value {
    let mut definitions = Definitions::default();
    let quiz_file = quiz_file_schema(&mut definitions);
    definitions.into_schema("A quiz file of which-cause", quiz_file)
}

/// Every object of a quiz file and of its test cases, with its keys in the order of their declarations. An object comes before
/// those in it.
#[must_use]
pub fn schema_objects() -> Vec<ObjectSchema> {
    let mut definitions = Definitions::default();
    quiz_file_schema(&mut definitions);
    TestCaseFile::schema(&mut definitions);
    definitions.into_objects()
}

fn quiz_file_schema(definitions: &mut Definitions) -> Schema {
    let quiz_file = QuizFile::schema(definitions);
    // The engine adds the words of many languages, and a schema cannot look at the language.
    definitions.make_optional("Words", |_| true);
    definitions.make_optional("QuizFile", |key| key == "words");
    for (object, key, limits) in [
        ("QuizFile", "screens", limits::SCREENS),
        ("QuizFile", "questions", limits::QUESTIONS),
        ("QuizFile", "flags", limits::FLAGS),
        ("QuizFile", "causes", limits::CAUSES),
        ("QuizFile", "bands", limits::BANDS),
        ("QuizFile", "sources", limits::SOURCES),
        ("ScreenFile", "choices", limits::CHOICES),
        ("QuestionFile", "choices", limits::CHOICES),
    ] {
        definitions.limit_items(object, key, *limits.end());
    }
    quiz_file
}
