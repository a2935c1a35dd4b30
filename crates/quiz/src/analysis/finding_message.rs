//! The line that an author reads for each finding.

use std::fmt;

use crate::analysis::finding::{Finding, FindingKind};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl FindingKind {
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

impl fmt::Display for FindingKind {
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
