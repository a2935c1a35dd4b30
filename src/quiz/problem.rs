//! What can be wrong with a quiz file, and where. Knows nothing of what is right.
//!
//! It is one piece: the list of everything an author may be told.

use std::fmt;

use super::place::{Path, Place};

/// One thing that is wrong with a quiz file. Its `Display` is a line for the author: the place, what is there,
/// and what would be right.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where in the file.
    pub place: Path,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// The file is larger than is read at all.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The most that is read, in bytes.
        limit: usize,
    },
    /// It is no JSON.
    NotJson {
        /// The JSON reader's own words.
        message: String,
        /// The line where it stopped, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is written for a later version of this program.
    NewerFormat {
        /// The file's `format`.
        found: u32,
        /// The newest that is known here.
        known: u32,
    },
    /// A required part is not there.
    Missing {
        /// What belongs there.
        wanted: &'static str,
    },
    /// A part is of another kind than belongs there.
    WrongShape {
        /// What belongs there.
        wanted: &'static str,
        /// What is there.
        found: &'static str,
    },
    /// A word that is none of the few that may stand there.
    NotAmong {
        /// The words that may.
        known: &'static [&'static str],
        /// The word.
        found: String,
    },
    /// A text that may not be an id.
    NotAnId {
        /// The text.
        found: String,
    },
    /// A key that nobody reads.
    UnknownKey {
        /// The key nearest to it, where one is near.
        nearest: Option<String>,
    },
    /// A key that stands twice in one object.
    RepeatedKey,
    /// An id of something the file does not have.
    UnknownId {
        /// What it should name: "cause", "flag".
        what: &'static str,
        /// The id.
        id: String,
        /// The id nearest to it, where one is near.
        nearest: Option<String>,
    },
    /// An id given twice, or named twice in one list.
    RepeatedId {
        /// What it names.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A number that is too small or too large.
    OutOfRange {
        /// The least that may stand there.
        least: i64,
        /// The most.
        most: i64,
        /// What is there.
        found: i64,
    },
    /// A list with too few or too many items.
    WrongCount {
        /// What is counted: "choices".
        what: &'static str,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A text that is empty or too long.
    WrongLength {
        /// The most characters that may stand there.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A `{blank}` that nothing fills here.
    UnknownBlank {
        /// What stands between the braces.
        blank: String,
        /// The blanks that are filled here.
        known: &'static [&'static str],
    },
    /// A template lacks a blank that whoever shows it fills.
    MissingBlank {
        /// What has to stand between braces.
        blank: &'static str,
    },
    /// More is wrong than is told.
    More {
        /// How much more.
        count: usize,
    },
    /// An address that is not of the web.
    NotALink {
        /// The text.
        found: String,
    },
    /// A number that no telephone could dial.
    NotANumber {
        /// The text.
        found: String,
    },
    /// Two choices of which each is said to be the only one.
    TwoExclusive,
    /// An exclusive choice, which stands for "none of these", gives points.
    ExclusiveWithPoints,
    /// A question's pick is one only, so that every choice excludes the others anyway.
    ExclusiveInPickOne,
    /// A screen that nobody could leave without a flag.
    NoWayOn,
    /// A screen that stops nothing has a card.
    CardWithoutStop,
    /// No choice gives points to a cause.
    NoPointsForCause {
        /// The cause.
        cause: String,
    },
    /// Bands that do not fall from the highest score to 0.
    BandsNotFalling,
    /// A text has a blank that only a part fills which the file does not have.
    BlankNeeds {
        /// The blank.
        blank: &'static str,
        /// The part.
        part: &'static str,
    },
    /// A key that is no region.
    NotARegion,
    /// A text that is no language tag.
    NotALanguage {
        /// The text.
        found: String,
    },
    /// A reader that the file carries names what the quiz does not have, or is no reader at all.
    UnfitReader {
        /// What is wrong with them.
        what: String,
    },
    /// A translation has something else than its original.
    NotAsInTheOriginal {
        /// What the original has there.
        original: String,
        /// What the translation has.
        found: String,
    },
    /// A part that another part of the file calls for.
    NeededBy {
        /// What calls for it.
        what: &'static str,
    },
}

impl Problem {
    pub(crate) fn at(place: &Place<'_>, fault: Fault) -> Self {
        Self { place: place.path(), fault }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.steps().is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.fault.fmt(f)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes, limit } => {
                write!(f, "the file has {bytes} bytes; a quiz file has at most {limit}")
            }
            Self::NotJson { message, line, column } => {
                write!(f, "not JSON: {message} at line {line} column {column}")
            }
            Self::NewerFormat { found, known } => {
                write!(f, "written for format {found}; this version reads format {known}")
            }
            Self::Missing { wanted } => write!(f, "missing; here belongs {wanted}"),
            Self::WrongShape { wanted, found } => write!(f, "here is {found}; here belongs {wanted}"),
            Self::NotAmong { known, found } => {
                write!(f, "`{found}` is not known here; it may be ")?;
                one_of(f, known)
            }
            Self::NotAnId { found } => write!(
                f,
                "`{found}` is not an id; an id is 1 to 64 of the characters a-z, 0-9, _ and -"
            ),
            Self::UnknownKey { nearest } => {
                f.write_str("nothing reads a key of this name")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::RepeatedKey => f.write_str("this key stands here twice; keep one of the two"),
            Self::UnknownId { what, id, nearest } => {
                write!(f, "no {what} is called `{id}`")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::RepeatedId { what, id } => {
                write!(f, "`{id}` stands here a second time; each {what} needs an id of its own")
            }
            Self::OutOfRange { least, most, found } => {
                write!(f, "{found} is out of range; it may be {least} to {most}")
            }
            Self::WrongCount { what, least, most, found } => {
                write!(f, "{found} {what}; there may be {least} to {most}")
            }
            Self::WrongLength { most, found } => {
                write!(f, "{found} characters; there may be 1 to {most}, and not only blanks")
            }
            Self::UnknownBlank { blank, known } => {
                write!(f, "nothing fills the blank {{{blank}}} here; ")?;
                if known.is_empty() {
                    f.write_str("this text has no blanks")
                } else {
                    f.write_str("it may be ")?;
                    one_of(f, known)
                }
            }
            Self::MissingBlank { blank } => {
                write!(f, "the blank {{{blank}}} is missing; what fills it would be lost")
            }
            Self::More { count } => write!(f, "and {count} more problems; mend these first"),
            Self::NotALink { found } => {
                write!(f, "`{found}` is no web address; it must start with https:// or http://")
            }
            Self::NotANumber { found } => write!(
                f,
                "`{found}` cannot be dialled; a telephone number is 1 to 20 digits, with a + before them if need be"
            ),
            Self::TwoExclusive => f.write_str("a second exclusive choice; one is enough"),
            Self::ExclusiveWithPoints => {
                f.write_str("an exclusive choice stands for \"none of these\" and gives no points and no flags")
            }
            Self::ExclusiveInPickOne => f.write_str(
                "of a pick-one question every choice excludes the others; leave `exclusive` out",
            ),
            Self::NoWayOn => f.write_str(
                "a reader without any of these cannot go on; add a choice that is `exclusive`, like \"None of these\"",
            ),
            Self::CardWithoutStop => f.write_str(
                "a screen of level `soon` stops nothing and has no card; its flags show `care.visit` in the result",
            ),
            Self::NoPointsForCause { cause } => {
                write!(f, "no choice gives points to `{cause}`, so nobody could ever get it")
            }
            Self::BandsNotFalling => {
                f.write_str("the bands must go down, each `from` less than the one before, and the last 0")
            }
            Self::BlankNeeds { blank, part } => {
                write!(f, "the blank {{{blank}}} is filled by `{part}`, which this file does not have")
            }
            Self::NotARegion => f.write_str("a region is two capital letters of ISO 3166, like GB or US"),
            Self::NotALanguage { found } => {
                write!(f, "`{found}` is no language tag; it must be one of BCP 47, like en or pt-BR")
            }
            Self::UnfitReader { what } => f.write_str(what),
            Self::NotAsInTheOriginal { original, found } => write!(
                f,
                "a translation changes words alone; here is `{found}` and the original has `{original}`"
            ),
            Self::NeededBy { what } => write!(f, "missing, but needed by {what}"),
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    match nearest {
        Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
        None => Ok(()),
    }
}

fn one_of(f: &mut fmt::Formatter<'_>, known: &[&str]) -> fmt::Result {
    for (i, word) in known.iter().enumerate() {
        write!(f, "{}`{word}`", if i == 0 { "" } else { " or " })?;
    }
    Ok(())
}

/// The name among `known` that an author most likely meant by `typed`: the one with the fewest slips between
/// them, if those are at most a third of its letters.
pub(crate) fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|name| (strsim::osa_distance(typed, name), name))
        .filter(|(slips, name)| *slips <= name.chars().count().div_ceil(3))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name.to_owned())
}
