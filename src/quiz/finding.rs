//! What can be odd about a quiz that is right, and where. Knows nothing of how it is found.
//!
//! It is one piece: the list of all findings, and the line that each one prints.

use std::fmt;

use super::place::Path;

/// Something odd about a quiz, and where. Its `Display` is a line for the author.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where in the quiz file.
    pub place: Path,
    /// What is odd there.
    pub oddity: Oddity,
}

/// What can be odd about a quiz that is right.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Oddity {
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
        /// Its grade; [`grade`](super::readability::grade) has the formula.
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

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.oddity)
    }
}

impl Oddity {
    /// What is odd, in a word for programs. It stays the same when the message changes.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CannotLead { .. } => "cannot-lead",
            Self::NeverLed { .. } => "never-led",
            Self::Estimated { .. } => "estimated",
            Self::Lopsided { .. } => "lopsided",
            Self::ChoiceChangesNothing { .. } => "choice-changes-nothing",
            Self::QuestionChangesNothing { .. } => "question-changes-nothing",
            Self::LeadsAlone { .. } => "leads-alone",
            Self::HardToRead { .. } => "hard-to-read",
            Self::NothingForElsewhere => "nothing-for-elsewhere",
            Self::Markup { .. } => "markup",
            Self::UnseenCharacter { .. } => "unseen-character",
            Self::WrongEncoding { .. } => "wrong-encoding",
            Self::WideWord { .. } => "wide-word",
            Self::SeldomLeads { .. } => "seldom-leads",
            Self::MostlySpread { .. } => "mostly-spread",
            Self::Unused { .. } => "unused",
            Self::SameText { .. } => "same-text",
            Self::NoneIsMissing => "none-is-missing",
            Self::NeverShown { .. } => "never-shown",
            Self::AwaitsReview { .. } => "awaits-review",
            Self::FormMissing { .. } => "form-missing",
            Self::FormNeverUsed { .. } => "form-never-used",
            Self::NumberLost { .. } => "number-lost",
        }
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotLead { cause } => {
                write!(f, "no answers at all make `{cause}` lead; give it more points, or the others fewer")
            }
            Self::NeverLed { cause, readers } => {
                write!(f, "of {readers} random readers none got `{cause}`; there are too many answers to look at all")
            }
            Self::Estimated { readers, error } => write!(
                f,
                "there are too many answers to look at all; what is said of the causes comes from {readers} random \
                 readers, and a chance may be {:.2} % off",
                error * 100.0
            ),
            Self::Lopsided { cause, leads, than, than_leads, tick } => write!(
                f,
                "when readers answer at random and tick a box with a chance of {tick}, `{cause}` leads {:.1} % of the \
                 time and `{than}` {:.1} %; more than twice as often is lopsided",
                leads * 100.0,
                than_leads * 100.0
            ),
            Self::ChoiceChangesNothing { choice } => {
                write!(f, "picking `{choice}` changes no result, whatever else is answered")
            }
            Self::QuestionChangesNothing { question } => {
                write!(f, "`{question}` could be left out: no answer to it changes any result")
            }
            Self::LeadsAlone { question, cause } => write!(
                f,
                "`{question}` alone can make `{cause}` lead, with nothing else answered; one question is little to go by"
            ),
            Self::HardToRead { grade } => {
                write!(
                    f,
                    "this reads like school grade {grade:.1}; up to 9 is easy on a reader in pain or in a hurry"
                )
            }
            Self::NothingForElsewhere => f.write_str(
                "missing: one short line for readers whose emergency number is another, like \"Somewhere else? Call the \
                 emergency number of the country you're in.\"",
            ),
            Self::Markup { found, right } => {
                write!(f, "readers would see `{found}` as it stands here; {right}")
            }
            Self::UnseenCharacter { character } => write!(
                f,
                "a character that no reader sees, U+{:04X}, and that has no use here; take it out",
                u32::from(*character)
            ),
            Self::WrongEncoding { found, right: Some(right) } => write!(
                f,
                "`{}` seems to be `{right}` that went through a wrong encoding; write `{right}`, and save as UTF-8",
                found.replace(char::is_control, "\u{fffd}")
            ),
            Self::WrongEncoding { .. } => f.write_str(
                "U+FFFD stands here for a character that got lost in a wrong encoding; write that character, and save as UTF-8",
            ),
            Self::WideWord { word, width, column } => write!(
                f,
                "`{word}` is about {width:.1} em wide, and on a narrow phone (320 px) there are {column:.1} em here; write a \
                 shorter word, or say where it may break with a hyphen or a soft hyphen (\\u00ad)"
            ),
            Self::SeldomLeads { leads, mixed, nothing, tick } => write!(
                f,
                "when readers answer at random and tick a box with a chance of {tick}, one cause leads for {:.1} % of them \
                 (the picture is mixed for {:.1} %, nothing stands out for {:.1} %); fewer than one in five is little of an \
                 answer. Give fewer causes points at once, a smaller `margin` or a lower `lead_from`",
                leads * 100.0,
                mixed * 100.0,
                nothing * 100.0
            ),
            Self::MostlySpread { share, most_shown, tick } => write!(
                f,
                "when readers answer at random and tick a box with a chance of {tick}, {:.1} % of the mixed results have \
                 more causes within the `margin` than the {most_shown} of `most_shown`; a smaller margin or more shown \
                 would leave fewer out",
                share * 100.0
            ),
            Self::Unused { what, id } => write!(f, "nothing names the {what} `{id}`"),
            Self::SameText { other } => write!(f, "`{other}` has the same text; readers could not tell them apart"),
            Self::NoneIsMissing => f.write_str(
                "a reader whom nothing fits can only skip this; add an `exclusive` choice, like \"None of these\"",
            ),
            Self::NeverShown { why } => write!(f, "nobody will see this: {why}"),
            Self::AwaitsReview { notice } => write!(f, "awaits review: {notice}"),
            Self::FormMissing { category, n } => write!(
                f,
                "the language has a form `{category}`, which {n} takes; without one, readers get the form `other`"
            ),
            Self::FormNeverUsed { category } => {
                write!(f, "in this language no whole number takes the form `{category}`; leave it out")
            }
            Self::NumberLost { one, other } => write!(
                f,
                "this is said of {one} and of {other} alike, and does not say which; put {{n}} into it"
            ),
        }
    }
}
