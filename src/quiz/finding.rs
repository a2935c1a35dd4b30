//! What can be odd about a quiz that is right, and where. Knows nothing of how it is found.

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
    },
    /// Whatever else is answered, the choice leaves every verdict as it is, and raises no flag.
    ChoiceChangesNothing {
        /// The choice.
        choice: String,
    },
    /// The question could be left out and every verdict would be the same.
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
    /// Something is declared and nothing names it.
    Unused {
        /// What it is: "flag", "source".
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// A text that nothing shows.
    NeverShown {
        /// Why not.
        why: &'static str,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.oddity)
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotLead { cause } => {
                write!(f, "no answers at all make `{cause}` lead; give it more points, or the others fewer")
            }
            Self::Lopsided { cause, leads, than, than_leads } => write!(
                f,
                "under random answers `{cause}` leads {:.1} % of the time and `{than}` {:.1} %; more than twice as often \
                 is lopsided",
                leads * 100.0,
                than_leads * 100.0
            ),
            Self::ChoiceChangesNothing { choice } => {
                write!(f, "picking `{choice}` changes no verdict, whatever else is answered")
            }
            Self::QuestionChangesNothing { question } => {
                write!(f, "`{question}` could be left out: no answer to it changes any verdict")
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
            Self::Unused { what, id } => write!(f, "nothing names the {what} `{id}`"),
            Self::NeverShown { why } => write!(f, "nobody will see this: {why}"),
        }
    }
}
