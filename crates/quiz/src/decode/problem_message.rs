//! What a problem says: the place, what is there, and what would be right. Knows nothing of how it was found.

use std::fmt::{self, Write as _};

use crate::decode::invisible::is_unseen;
use crate::decode::json::{DEEPEST, MAX_FILE_BYTES};
use crate::decode::problem::{Problem, ProblemKind};

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.steps().is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)
    }
}

impl ProblemKind {
    /// What is wrong, in a word for programs. It stays the same when the message changes.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::NotJson { .. } => "not-json",
            Self::NewerFormat { .. } => "newer-format",
            Self::Missing { .. } => "missing",
            Self::WrongShape { .. } => "wrong-shape",
            Self::NotAmong { .. } => "not-among",
            Self::NotAnId { .. } => "not-an-id",
            Self::UnknownKey { .. } => "unknown-key",
            Self::RepeatedKey => "repeated-key",
            Self::UnknownId { .. } => "unknown-id",
            Self::RepeatedId { .. } => "repeated-id",
            Self::NamedTwice { .. } => "named-twice",
            Self::OutOfRange { .. } => "out-of-range",
            Self::WrongCount { .. } => "wrong-count",
            Self::WrongLength { .. } => "wrong-length",
            Self::UnknownBlank { .. } => "unknown-blank",
            Self::MissingBlank { .. } => "missing-blank",
            Self::More { .. } => "more",
            Self::NotALink { .. } => "not-a-link",
            Self::NotAnAddress { .. } => "not-an-address",
            Self::NotANumber { .. } => "not-a-number",
            Self::NotPathData { .. } => "not-path-data",
            Self::StrayRegion { .. } => "stray-region",
            Self::TwoExclusive => "two-exclusive",
            Self::ExclusiveWithPoints => "exclusive-with-points",
            Self::ExclusiveInPickOne => "exclusive-in-pick-one",
            Self::NoWayOn => "no-way-on",
            Self::CardWithoutStop => "card-without-stop",
            Self::NoPointsForCause { .. } => "no-points-for-cause",
            Self::BandsNotFalling => "bands-not-falling",
            Self::BlankNeeds { .. } => "blank-needs",
            Self::NotARegion => "not-a-region",
            Self::NotALanguage { .. } => "not-a-language",
            Self::PointsOnScreen => "points-on-screen",
            Self::FlagsOnScreen => "flags-on-screen",
            Self::LessUrgentBefore => "less-urgent-before",
            Self::UnfitCharacter { .. } => "unfit-character",
            Self::LoneBrace => "lone-brace",
            Self::MoreThanOne { .. } => "more-than-one",
            Self::ExclusiveBesideOthers => "exclusive-beside-others",
            Self::NotAsInTheOriginal { .. } => "not-as-in-the-original",
            Self::NeededBy { .. } => "needed-by",
        }
    }
}

impl fmt::Display for ProblemKind {
    #[allow(clippy::too_many_lines)] // one line or two for each kind
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                write!(f, "the file is larger than the {MAX_FILE_BYTES} bytes that are read at all")
            }
            Self::TooDeep { line, column } => write!(
                f,
                "lists and objects stand in each other more than {DEEPEST} deep at line {line} column {column}"
            ),
            Self::NotUtf8 { seems } => write!(f, "{seems}"),
            Self::NotJson { message, line, column } => {
                write!(f, "not JSON at line {line} column {column}: {message}")
            }
            Self::NewerFormat { found, known } => {
                write!(f, "written for format {found}; this version reads format {known}")
            }
            Self::Missing { wanted } => write!(f, "missing; here belongs {wanted}"),
            Self::WrongShape { wanted, found } => write!(f, "here is {found}; here belongs {wanted}"),
            Self::NotAmong { known, found } => {
                write!(f, "`{}` is not known here; it may be ", Clipped(found))?;
                one_of(f, known)
            }
            Self::NotAnId { found } => write!(
                f,
                "`{}` is not an id; an id is 1 to 64 of the characters a-z, 0-9, _ and -",
                Clipped(found)
            ),
            Self::UnknownKey { nearest } => {
                f.write_str("nothing reads a key of this name")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::RepeatedKey => f.write_str("this key stands here twice; keep one of the two"),
            Self::UnknownId { what, id, nearest } => {
                write!(f, "no {what} is called `{}`", Clipped(id))?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::RepeatedId { what, id } => {
                write!(f, "`{}` stands here a second time; each {what} needs an id of its own", Clipped(id))
            }
            Self::NamedTwice { id } => write!(f, "`{}` stands here twice; once is enough", Clipped(id)),
            Self::OutOfRange { least, most, found } if least == most => {
                write!(f, "{found} is out of range; it must be {least}")
            }
            Self::OutOfRange { least, most, found } => {
                write!(f, "{found} is out of range; it may be {least} to {most}")
            }
            Self::WrongCount { what, least, most, found } => {
                write!(f, "{what}: {found}; there may be {least} to {most}")
            }
            Self::WrongLength { most, found } => {
                write!(f, "characters: {found}; there may be 1 to {most}, and not only spaces or unseen characters")
            }
            Self::UnknownBlank { blank, known } => {
                write!(f, "nothing fills the blank {{{}}} here; ", Clipped(blank))?;
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
            Self::More { count } => write!(f, "more problems than these: {count}; mend these first"),
            Self::NotALink { found } => {
                write!(f, "`{}` is no web address; it must start with https:// or http://", Clipped(found))
            }
            Self::NotAnAddress { found } => write!(
                f,
                "`{}` is no address; it must be relative to this file, or start with https:// or http://",
                Clipped(found)
            ),
            Self::NotANumber { found } => write!(
                f,
                "`{}` cannot be dialled; a telephone number is 1 to 20 digits, with a + before them if need be",
                Clipped(found)
            ),
            Self::NotPathData { at, found } => write!(
                f,
                "no path data from character {at} on: `{}`; it is the commands and the numbers of a `path`, from a move on",
                Clipped(found)
            ),
            Self::StrayRegion { region, nearest } => {
                write!(f, "this drawing has a region `{}`, and no choice here is called so", Clipped(region))?;
                did_you_mean(f, nearest.as_deref())
            }
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
            Self::NotARegion => f.write_str("a region is two capital letters of ISO 3166, like GB (not UK) or US"),
            Self::NotALanguage { found } => {
                let found = Clipped(found);
                write!(f, "`{found}` is no language tag; it must be one of BCP 47, like en or pt-BR")
            }
            Self::PointsOnScreen => {
                f.write_str("a screen gives no points; points are for the choices of questions")
            }
            Self::FlagsOnScreen => f.write_str(
                "a screen's choices are its flags; `flags` is for what the choices of questions raise",
            ),
            Self::LessUrgentBefore => f.write_str(
                "the screen before this one is less urgent; the most urgent comes first, so that nobody has to wait for it",
            ),
            Self::UnfitCharacter { found } => write!(
                f,
                "a character that no reader sees, U+{:04X}; take it out",
                u32::from(*found)
            ),
            Self::LoneBrace => f.write_str("a { or } by itself; braces are for blanks, each with its name in it"),
            Self::MoreThanOne { picked } => {
                write!(f, "choices: {picked}; of this question one is picked")
            }
            Self::ExclusiveBesideOthers => {
                f.write_str("an exclusive choice beside others; it stands alone")
            }
            Self::NotAsInTheOriginal { original, found } => {
                f.write_str("a translation changes words alone; here is ")?;
                quoted(f, found.as_deref())?;
                f.write_str(" and the original has ")?;
                quoted(f, original.as_deref())
            }
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

fn quoted(f: &mut fmt::Formatter<'_>, text: Option<&str>) -> fmt::Result {
    match text {
        Some(text) => write!(f, "`{}`", Clipped(text)),
        None => f.write_str("nothing"),
    }
}

/// What an author wrote, short enough for a line and on a single one.
struct Clipped<'t>(&'t str);

impl fmt::Display for Clipped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 80;
        for c in self.0.chars().take(MOST) {
            let unseen = c.is_control() || is_unseen(c);
            f.write_char(if unseen { char::REPLACEMENT_CHARACTER } else { c })?;
        }
        if self.0.chars().nth(MOST).is_some() { f.write_char('…') } else { Ok(()) }
    }
}

fn one_of(f: &mut fmt::Formatter<'_>, known: &[&str]) -> fmt::Result {
    for (i, word) in known.iter().enumerate() {
        write!(f, "{}`{word}`", if i == 0 { "" } else { " or " })?;
    }
    Ok(())
}
