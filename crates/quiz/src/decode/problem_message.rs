//! The line that an author reads for each problem: its place, what is wrong, and what would be right.

use std::fmt::{self, Write as _};

use crate::decode::id::{EXPECTED as AN_ID, is_id};
use crate::decode::invisible::is_invisible;
use crate::decode::json::{MAX_DEPTH, MAX_FILE_BYTES};
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.segments().is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for ProblemKind {
    #[allow(clippy::too_many_lines, reason = "one or two lines for each kind")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "the file is larger than {MAX_FILE_BYTES} bytes, the most that is read"),
            Self::TooDeep { line, column } => write!(
                f,
                "lists and objects are nested more than {MAX_DEPTH} deep at line {line} column {column}"
            ),
            Self::NotUtf8 { seems } => write!(f, "{seems}"),
            Self::NotJson { message, line, column } => {
                write!(f, "not JSON at line {line} column {column}: {message}")
            }
            Self::NoSuchFile { name } => write!(f, "no such file: {name}"),
            Self::NotAPhoto { found } => {
                write!(f, "{found} is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG")
            }
            Self::WrongPhotoSize { width, height } => write!(
                f,
                "this photo is {width} wide and {height} high; write `\"width\": {width}, \"height\": {height}`"
            ),
            Self::NewerFormat { found, known } => {
                write!(f, "written for format {found}; this version reads format {known}")
            }
            Self::Missing { expected } => write!(f, "missing; expected {expected}"),
            Self::WrongType { expected, found } => write!(f, "found {found}; expected {expected}"),
            Self::UnknownKeyword { known, found } => {
                write!(f, "`{}` is not allowed here; expected ", Excerpt(found))?;
                alternatives(f, known)?;
                did_you_mean(f, nearest(&found.to_ascii_lowercase(), known.iter().copied()).as_deref())
            }
            Self::NotAnId { found } if found.is_empty() => {
                write!(f, "an empty id; expected {AN_ID}")
            }
            Self::NotAnId { found } => {
                if let Some(stem) = file_stem(found) {
                    write!(
                        f,
                        "`{}` is the name of a file, not an id; leave out its folder and its ending: `{stem}`",
                        Excerpt(found)
                    )?;
                    let is_photo = PHOTO_ENDINGS.iter().any(|it| found.to_ascii_lowercase().ends_with(it));
                    return f.write_str(if is_photo { "; or name a photo by `{\"photo\": …}`" } else { "" });
                }
                write!(f, "`{}` is not an id; expected {AN_ID}", Excerpt(found))?;
                did_you_mean(f, as_id(found).as_deref())
            }
            Self::UnknownKey { nearest: None } => {
                f.write_str("unknown key; remove it, or let it start with _ if it is a note")
            }
            Self::UnknownKey { nearest } => {
                f.write_str("unknown key")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::RepeatedKey => f.write_str("this key appears twice; keep one"),
            Self::UnknownId { what, id, nearest } => {
                write!(f, "there is no {what} `{}`", Excerpt(id))?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::RenamedId { what, id, now } => {
                let why = if now.len() < 3 { "if it was renamed, write its new id:" } else { "it must be" };
                write!(f, "there is no {what} `{}`; {why} ", Excerpt(id))?;
                alternatives(f, &now.iter().map(String::as_str).collect::<Vec<_>>())
            }
            Self::RepeatedId { what, id } => {
                write!(f, "`{}` is already used; each {what} needs its own id", Excerpt(id))
            }
            Self::NamedTwice { id } => write!(f, "`{}` is listed twice; list it once", Excerpt(id)),
            Self::OutOfRange { least, most, found } if least == most => {
                write!(f, "{found} is out of range; it must be {least}")
            }
            Self::OutOfRange { least, most, found } => {
                write!(f, "{found} is out of range; it must be from {least} to {most}")
            }
            Self::WrongCount { what, least, most, found: 0 } => {
                write!(f, "there are none; there must be {least} to {most} {what}")
            }
            Self::WrongCount { what, least, most, found } => {
                write!(f, "found {found}; there must be {least} to {most} {what}")
            }
            Self::WrongLength { most, found } if found > most => write!(
                f,
                "too long by {}: {found} characters; it must have at most {most}",
                found - most
            ),
            Self::WrongLength { most, found: 0 } => {
                write!(f, "an empty text; it must have 1 to {most} characters")
            }
            Self::WrongLength { .. } => {
                f.write_str("a text of nothing but spaces or invisible characters; write one that a reader can see")
            }
            Self::UnknownPlaceholder { placeholder, known } => {
                write!(f, "unknown placeholder {{{}}}; this text can contain ", Excerpt(placeholder))?;
                for (i, name) in known.iter().enumerate() {
                    write!(f, "{}{{{name}}}", if i == 0 { "" } else { " or " })?;
                }
                if known.is_empty() { f.write_str("none") } else { Ok(()) }
            }
            Self::MissingPlaceholder { placeholder } => {
                write!(f, "the placeholder {{{placeholder}}} is missing; this text must contain it")
            }
            Self::MoreProblems { count } => write!(f, "{count} more problems; fix the ones above first"),
            Self::NotALink { found } if found.trim().contains(' ') => {
                write!(f, "`{}` is not a web address; an address has no spaces", Excerpt(found))
            }
            Self::NotALink { found } => write!(
                f,
                "`{}` is not a web address; it must start with https:// or http://",
                Excerpt(found)
            ),
            Self::NotAnAddress { found } if found.trim().contains(' ') => write!(
                f,
                "`{}` is not an address; an address has no spaces: write %20 for each",
                Excerpt(found)
            ),
            Self::NotAnAddress { found } => write!(
                f,
                "`{}` is not an address; it must be relative to this file, or start with https:// or http://",
                Excerpt(found)
            ),
            Self::NotAPhoneNumber { found } => write!(
                f,
                "`{}` is not a telephone number; it must be 1 to 20 of the digits 0 to 9, without spaces, optionally after a +",
                Excerpt(found)
            ),
            Self::NotPathData { character, found } => write!(
                f,
                "not path data from character {character} on: `{}`; path data is the commands and numbers of an SVG \
                 `path`, starting with a move",
                Excerpt(found)
            ),
            Self::UnknownDrawingRegion { region, nearest } => {
                write!(f, "this drawing has a region `{}`, but no choice here has that id", Excerpt(region))?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::TwoExclusive => f.write_str("a second exclusive choice; there can be only one"),
            Self::ExclusiveWithPoints => {
                f.write_str("an exclusive choice means \"none of these\", so it cannot have points or flags")
            }
            Self::OnlyForKind { kind } => {
                write!(f, "only a question of kind `{kind}` has this; remove it, or change `kind`")
            }
            Self::LimitWithoutEffect { boxes } => {
                write!(f, "a reader can tick at most {boxes} here anyway; write a lower number, or remove `at_most`")
            }
            Self::UnusedWithTotal => f.write_str("a quiz with the score `total` has no use for this; remove it"),
            Self::OnlyWithTotal => f.write_str("only a quiz with the score `total` has this; remove it"),
            Self::RangesNotAscending { least } => {
                write!(f, "each `from` must be higher than that of the cause before it; write {least} or more, or change the order of the causes")
            }
            Self::PointsWithoutCause => f.write_str(
                "points go to causes, like {\"posture\": 2}; a number alone is for a quiz with the score `total`",
            ),
            Self::PointsNotOfTotal => {
                f.write_str("with the score `total` a choice has one number of points, like `\"points\": 2`")
            }
            Self::ScreenWithoutWayOn => f.write_str(
                "a reader without any of these cannot continue; add an `exclusive` choice, like \"None of these\"",
            ),
            Self::CardWithoutStop => f.write_str(
                "a screen of level `soon` does not stop the quiz, so it has no card; its flags show `care.visit` in the \
                 result",
            ),
            Self::NoPointsForTotal => {
                f.write_str("no choice gives points above 0, so no total can be above 0; give points to some")
            }
            Self::NoPointsForCause { cause } => {
                write!(f, "no choice gives points to `{cause}`, so no reader can get it")
            }
            Self::BandsNotDescending => {
                f.write_str("each `from` must be lower than the one before, and the last must be 0")
            }
            Self::PlaceholderNeedsPart { placeholder, part } => {
                write!(f, "the placeholder {{{placeholder}}} needs `{part}`, which this file does not have")
            }
            Self::NotARegionCode => {
                f.write_str("not a region; it must be two capital letters of ISO 3166, like GB (not UK) or US")
            }
            Self::NotALanguage { found } => write!(
                f,
                "`{}` is not a language tag; it must be one of BCP 47 with hyphens, like en or pt-BR",
                Excerpt(found)
            ),
            Self::PointsOnScreen => {
                f.write_str("a choice of a screen cannot give points; only choices of questions can")
            }
            Self::FlagsOnScreen => {
                f.write_str("a choice of a screen is itself a flag; `flags` is for choices of questions")
            }
            Self::ScreensOutOfOrder => f.write_str(
                "this screen is more urgent than the one before; put the most urgent first, so that no reader waits for it",
            ),
            Self::ForbiddenCharacter { found: found @ '\u{80}'..='\u{9f}' } => write!(
                f,
                "a control character, U+{:04X}, as in a text that was read in a wrong encoding; copy the text anew",
                u32::from(*found)
            ),
            Self::ForbiddenCharacter { found } => {
                write!(f, "an invisible character, U+{:04X}; remove it", u32::from(*found))
            }
            Self::UnmatchedBrace => f.write_str("an unmatched { or }; braces are only for placeholders, like {name}"),
            Self::TooManyPicks { picked, most: 1 } => write!(f, "{picked} choices are picked, but a reader can pick only one here"),
            Self::TooManyPicks { picked, most } => {
                write!(f, "{picked} choices are picked, but a reader can pick at most {most} here")
            }
            Self::ExclusiveBesideOthers => {
                f.write_str("an exclusive choice cannot be combined with others")
            }
            Self::DiffersFromOriginal { original, found } => {
                f.write_str("a translation must differ only in texts; found ")?;
                quoted(f, found.as_deref())?;
                f.write_str(", but the original has ")?;
                quoted(f, original.as_deref())
            }
            Self::RequiredBy { what } => write!(f, "missing, but required by {what}"),
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    match nearest {
        Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
        None => Ok(()),
    }
}

/// The endings of files that authors name where an id must be.
const ENDINGS: [&str; 8] = ["svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "json"];

/// Those of them that a photo can have.
const PHOTO_ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "avif"];

/// The id that the name of a file stands for, if a text is the name of a file.
fn file_stem(text: &str) -> Option<String> {
    let last = |wanted: &[u8]| text.bytes().rposition(|byte| wanted.contains(&byte));
    let dot = last(b".")?;
    let ending = text.get(dot + 1..)?;
    let name = last(b"/\\").map_or(0, |slash| slash + 1);
    ENDINGS.iter().any(|it| ending.eq_ignore_ascii_case(it)).then(|| as_id(text.get(name..dot)?))?
}

/// The id that an author most likely means by a text: in small letters, with hyphens in place of spaces, from the first letter or
/// digit on.
fn as_id(text: &str) -> Option<String> {
    let to_id = |byte: u8| if byte == b' ' { '-' } else { char::from(byte.to_ascii_lowercase()) };
    let id: String = text.trim_start_matches([' ', '_', '-', '$']).bytes().map(to_id).collect();
    is_id(&id).then_some(id)
}

fn quoted(f: &mut fmt::Formatter<'_>, text: Option<&str>) -> fmt::Result {
    match text {
        Some(text) => write!(f, "`{}`", Excerpt(text)),
        None => f.write_str("nothing"),
    }
}

fn alternatives(f: &mut fmt::Formatter<'_>, known: &[&str]) -> fmt::Result {
    for (i, word) in known.iter().enumerate() {
        write!(f, "{}`{word}`", if i == 0 { "" } else { " or " })?;
    }
    Ok(())
}

/// The first 80 characters of a text from the file. Invisible characters show as U+FFFD, so that it stays on one line.
struct Excerpt<'t>(&'t str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_CHARACTERS: usize = 80;
        for c in self.0.chars().take(MAX_CHARACTERS) {
            let invisible = c.is_control() || is_invisible(c);
            f.write_char(if invisible { char::REPLACEMENT_CHARACTER } else { c })?;
        }
        if self.0.chars().nth(MAX_CHARACTERS).is_some() { f.write_char('…') } else { Ok(()) }
    }
}
