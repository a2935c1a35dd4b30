//! What can be odd about a quiz that is right, and where. Knows nothing of how it is found.

use crate::decode::json_path::Path;

/// Something odd about a quiz, and where. Its `Display` is a line for the author.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where in the quiz file.
    pub place: Path,
    /// What is odd there.
    pub kind: FindingKind,
}

/// What can be odd about a quiz that is right.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FindingKind {
    /// No answers at all make the cause lead.
    CannotLead {
        /// The cause.
        cause: String,
    },
    /// There are too many answers to look at all of them, and of many random readers nobody got the cause.
    NeverLed {
        /// The cause.
        cause: String,
        /// How many readers.
        readers: usize,
    },
    /// There are too many answers to look at all of them: what is said of the causes is an estimate.
    Estimated {
        /// From how many random readers.
        readers: usize,
        /// How far off a chance may be, 0 to 1.
        error: f64,
    },
    /// Under random answers one cause leads more than twice as often as another.
    Lopsided {
        /// The one that leads most often.
        cause: String,
        /// How often, 0 to 1.
        leads: f64,
        /// The one that leads least often.
        than: String,
        /// How often, 0 to 1.
        than_leads: f64,
        /// The chance that a box is ticked.
        tick: f64,
    },
    /// Whatever else is answered, the choice leaves every result as it is, and raises no flag.
    ChoiceChangesNothing {
        /// The choice.
        choice: String,
    },
    /// The question could be left out, and every result would be the same.
    QuestionChangesNothing {
        /// The question.
        question: String,
    },
    /// With nothing else answered, the question can make a cause lead.
    LeadsAlone {
        /// The question.
        question: String,
        /// The cause.
        cause: String,
    },
    /// A text is harder to read than the ninth grade.
    HardToRead {
        /// Its grade; [`grade`](crate::analysis::readability::grade) has the formula.
        grade: f64,
    },
    /// The quiz has emergency numbers, and no text for a reader whose number is another.
    NothingForElsewhere,
    /// A text has markup in it, which readers see as it stands.
    Markup {
        /// The markup.
        found: String,
        /// What would be right.
        right: String,
    },
    /// A text has a character in it that no reader sees and that has no use there.
    UnseenCharacter {
        /// The character.
        character: char,
    },
    /// A text went through a wrong encoding.
    WrongEncoding {
        /// What came out of it.
        found: String,
        /// What went in, where that can be told.
        right: Option<char>,
    },
    /// A word is wider than its column on a narrow phone.
    WideWord {
        /// The word, up to where it may break.
        word: String,
        /// Its width, in em.
        width: f64,
        /// The width of its column, in em.
        column: f64,
    },
    /// When readers answer at random, one cause leads for few of them.
    SeldomLeads {
        /// For how many one cause leads, 0 to 1.
        leads: f64,
        /// For how many the picture is mixed, 0 to 1.
        mixed: f64,
        /// For how many nothing stands out, 0 to 1.
        nothing: f64,
        /// The chance that a box is ticked.
        tick: f64,
    },
    /// Most mixed results show fewer causes than are close together.
    MostlySpread {
        /// The share of the mixed results, 0 to 1.
        share: f64,
        /// How many causes are shown at most.
        most_shown: u32,
        /// The chance that a box is ticked.
        tick: f64,
    },
    /// Something is declared and nothing names it.
    Unused {
        /// What it is: "flag", "source".
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// Two things that a reader has to tell apart have the same text.
    SameText {
        /// The other one.
        other: String,
    },
    /// Of a tick-all question no choice says that nothing fits.
    NoneIsMissing,
    /// A text that nothing shows.
    NeverShown {
        /// Why not.
        why: &'static str,
    },
    /// The quiz tells its readers that its texts are not to be relied on yet.
    AwaitsReview {
        /// What it tells them.
        notice: String,
    },
    /// The language has a form for some numbers that a phrase has not.
    FormMissing {
        /// The plural category.
        category: &'static str,
        /// The first number that takes it.
        n: u32,
    },
    /// A phrase has a form that no whole number takes in the language.
    FormNeverUsed {
        /// The plural category.
        category: &'static str,
    },
    /// A form without its number says the same of several.
    NumberLost {
        /// One of them.
        one: u32,
        /// Another.
        other: u32,
    },
}
