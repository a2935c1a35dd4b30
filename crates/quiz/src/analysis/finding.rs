//! Findings: what can be odd about a valid quiz. `finding_message` has the line for each kind.

use crate::analysis::balance_advice::BalanceAdvice;
use crate::decode::json_path::JsonPath;

/// Something odd about a valid quiz. Its `Display` is one line for the author: the path, and what is odd.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where in the quiz file, or in the drawings file for drawings.
    pub path: JsonPath,
    /// What is odd.
    pub kind: FindingKind,
}

/// What is odd at a place in a quiz.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FindingKind {
    /// No answers make the cause lead.
    CannotLead {
        /// The cause.
        cause: String,
        /// What to do, once [`add_balance_advice`](crate::add_balance_advice) has added it.
        advice: Option<Box<BalanceAdvice>>,
    },
    /// No answers bring the cause among the best ones, which are the result.
    CannotBeShown {
        /// The cause.
        cause: String,
        /// What to do, once [`add_balance_advice`](crate::add_balance_advice) has added it.
        advice: Option<Box<BalanceAdvice>>,
    },
    /// With the score `total`: no answers lead to a total in the range of the cause.
    EmptyRange {
        /// The cause.
        cause: String,
    },
    /// No random reader got the cause, and there are too many answers to check all.
    NeverLed {
        /// The cause.
        cause: String,
        /// How many random readers.
        readers: usize,
    },
    /// There are too many answers to check all, so the findings about causes are estimates.
    Estimated {
        /// How many random readers they come from.
        readers: usize,
        /// How far off a chance can be, 0 to 1.
        error: f64,
    },
    /// Under random answers one cause leads more than twice as often as another. If the best causes are the result, it is shown so
    /// often.
    Lopsided {
        /// The cause that leads most often.
        cause: String,
        /// How often it leads, 0 to 1.
        leads: f64,
        /// The cause that leads least often.
        rarest: String,
        /// How often it leads, 0 to 1.
        rarest_leads: f64,
        /// Whether the best causes are the result, so that a cause is shown rather than leads.
        best: bool,
        /// The chance that a box is ticked, 0 to 1.
        tick: f64,
        /// What to do, once [`add_balance_advice`](crate::add_balance_advice) has added it.
        advice: Option<Box<BalanceAdvice>>,
    },
    /// The choice never changes the result, and raises no flag.
    ChoiceChangesNothing {
        /// The choice.
        choice: String,
    },
    /// Without the question every result is the same.
    QuestionChangesNothing {
        /// The question.
        question: String,
    },
    /// No answers make the condition of the question true.
    NeverAsked {
        /// The question.
        question: String,
    },
    /// The condition of the question is always true.
    AlwaysAsked {
        /// The question.
        question: String,
    },
    /// Only readers on one way through the quiz can get the cause.
    OneWay {
        /// The cause.
        cause: String,
        /// The questions with a condition that are asked on this way.
        asked: Vec<String>,
        /// Those that are not.
        not_asked: Vec<String>,
    },
    /// The question can make a cause lead while all others are skipped.
    LeadsAlone {
        /// The question.
        question: String,
        /// The cause.
        cause: String,
    },
    /// A text is harder to read than school grade 9.
    HardToRead {
        /// The grade, by [`reading_grade`](crate::reading_grade).
        grade: f64,
    },
    /// A photo takes long to load on a slow connection.
    HeavyPhoto {
        /// The size of its file in kilobytes of 1,000 bytes.
        kilobytes: usize,
        /// The most that it should be.
        most: usize,
    },
    /// The photos that only some answers show are large together. Each reader loads all of them.
    HeavyPhotos {
        /// How many there are.
        count: usize,
        /// The size of their files in kilobytes of 1,000 bytes.
        kilobytes: usize,
        /// The most that it should be.
        most: usize,
    },
    /// The quiz has emergency numbers, but no text for readers in another country.
    MissingElsewhereText,
    /// A text before the start contains a number or a line of the reader's region, which is not known there.
    NumberBeforeStart {
        /// The name between the braces.
        placeholder: String,
    },
    /// The text for an emergency number does not contain the number.
    NumberNotSaid {
        /// The number.
        number: String,
    },
    /// A text contains markup, which readers see literally.
    Markup {
        /// The markup.
        found: String,
        /// What would be right.
        right: String,
    },
    /// A text contains an invisible character that has no use there.
    InvisibleCharacter {
        /// The character.
        character: char,
    },
    /// A text was saved or read in a wrong encoding.
    WrongEncoding {
        /// The wrong characters.
        found: String,
        /// The original character, if it is known.
        right: Option<char>,
    },
    /// A word is wider than its column on a narrow phone.
    WideWord {
        /// The word, up to a place where it can break.
        word: String,
        /// Its width, in em.
        width: f64,
        /// The width of its column, in em.
        column: f64,
    },
    /// Under random answers a single cause rarely leads.
    SeldomLeads {
        /// How often one cause leads, 0 to 1.
        leads: f64,
        /// How often the result is mixed, 0 to 1.
        mixed: f64,
        /// How often nothing stands out, 0 to 1.
        nothing: f64,
        /// The chance that a box is ticked, 0 to 1.
        tick: f64,
        /// What to change.
        remedy: &'static str,
    },
    /// Most mixed results leave out causes that are close together.
    MostlySpread {
        /// The share of such results among the mixed ones, 0 to 1.
        share: f64,
        /// The most causes that a result shows.
        most_shown: usize,
        /// The chance that a box is ticked, 0 to 1.
        tick: f64,
    },
    /// Something is declared but not used.
    Unused {
        /// The kind of thing: "flag", "source".
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// Two choices or causes have the same text.
    SameText {
        /// The other one.
        other: String,
    },
    /// A tick-all question has no choice for "none of these".
    MissingNoneChoice,
    /// A part that is never shown.
    NeverShown {
        /// Why not.
        why: &'static str,
    },
    /// The quiz has a notice that its texts await review.
    AwaitsReview {
        /// The notice.
        notice: String,
    },
    /// The quiz has no test cases.
    NoTestCases,
    /// No test case expects the cause in the result.
    CauseUntested {
        /// The cause.
        cause: String,
    },
    /// A translation does not say which original each text was made from.
    OriginalsUnknown,
    /// A translation does not have a text of its original.
    TextMissing {
        /// The text of the original.
        original: String,
    },
    /// The original of a text has changed since the text was translated.
    OriginalChanged {
        /// The original that the text was made from.
        before: String,
        /// The original now.
        now: String,
    },
    /// A text of a translation is the same as its original.
    Untranslated {
        /// The name of the text in `untranslated`.
        name: String,
    },
    /// A text of a translation lacks a placeholder of its original.
    PlaceholderLost {
        /// The name between the braces.
        placeholder: String,
    },
    /// The name of a translation's file and its `language` differ.
    LanguageUnlikeName {
        /// The language in the file's name.
        named: String,
    },
    /// A phrase lacks a plural form of the language.
    MissingForm {
        /// The plural category.
        category: &'static str,
        /// The first number that uses it.
        n: u32,
    },
    /// A phrase has a plural form that no whole number uses in the language.
    UnusedForm {
        /// The plural category.
        category: &'static str,
    },
    /// A form without its number is used for several numbers.
    NumberLost {
        /// One of these numbers.
        one: u32,
        /// Another one.
        other: u32,
    },
}

impl FindingKind {
    /// What to do about a cause that leads too often, too seldom or never.
    #[must_use]
    pub fn advice(&self) -> Option<&BalanceAdvice> {
        match self {
            Self::CannotLead { advice, .. }
            | Self::CannotBeShown { advice, .. }
            | Self::Lopsided { advice, .. } => advice.as_deref(),
            _ => None,
        }
    }

    /// The place of the advice, if the finding is about a cause that leads too often, too seldom or never.
    pub(crate) fn advice_mut(&mut self) -> Option<&mut Option<Box<BalanceAdvice>>> {
        match self {
            Self::CannotLead { advice, .. }
            | Self::CannotBeShown { advice, .. }
            | Self::Lopsided { advice, .. } => Some(advice),
            _ => None,
        }
    }

    /// The cause that no answers make lead, if the finding is about one.
    pub(crate) fn cause_that_cannot_lead(&self) -> Option<&str> {
        match self {
            Self::CannotLead { cause, .. } | Self::CannotBeShown { cause, .. } => Some(cause),
            _ => None,
        }
    }

    /// Whether it is about a cause that leads too often, too seldom or never, so that there can be advice.
    pub(crate) fn is_about_balance(&self) -> bool {
        matches!(self, Self::CannotLead { .. } | Self::CannotBeShown { .. } | Self::Lopsided { .. })
    }
}

/// The most kilobytes of a photo without a [finding](FindingKind::HeavyPhoto). On a slow phone connection of 1.6 Mbit/s, 200 KB take a
/// second.
pub const MAX_KILOBYTES_OF_PHOTO: usize = 200;

/// The most kilobytes of all photos that only some answers show, without a [finding](FindingKind::HeavyPhotos). A reader loads them
/// all while they answer the first questions.
pub const MAX_KILOBYTES_BY_ANSWERS: usize = 1_000;
