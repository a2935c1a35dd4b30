//! The problems that a file can have. `problem_message` has the line for each kind, `problem_code` its code.
//!
//! It is longer than most files, because one enum has all kinds.

use crate::decode::detected_encoding::DetectedEncoding;
use crate::decode::json_path::{JsonPath, PathRef};
use crate::decode::nearest::nearest;

/// One thing that is wrong with a file.
///
/// Its `Display` is one line for the author, in lower case: the path, what is wrong, and what would be right.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where in the file. Empty for a problem with the file as a whole.
    pub path: JsonPath,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong at a place in a file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The file has more than [`MAX_FILE_BYTES`](crate::MAX_FILE_BYTES).
    TooLarge,
    /// Lists and objects are nested too deeply.
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in characters.
        column: usize,
    },
    /// The file is not UTF-8.
    NotUtf8 {
        /// What the file seems to be.
        seems: DetectedEncoding,
    },
    /// The file is not JSON.
    NotJson {
        /// What is wrong and what would be right.
        message: String,
        /// The line where reading stopped, from 1.
        line: usize,
        /// The column, from 1, in characters.
        column: usize,
    },
    /// A file that another one names is not there.
    NoSuchFile {
        /// The name of the file.
        name: String,
    },
    /// A photo that browsers do not show as one.
    NotAPhoto {
        /// What the file is, in words.
        found: &'static str,
    },
    /// A photo has another size than its quiz file says.
    WrongPhotoSize {
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
    },
    /// The file is written for a later version of this program.
    NewerFormat {
        /// The file's `format`.
        found: i64,
        /// The newest format that this version reads.
        known: i32,
    },
    /// A required part is missing.
    Missing {
        /// What is expected, in words.
        expected: &'static str,
    },
    /// A value has the wrong type.
    WrongType {
        /// What is expected, in words.
        expected: &'static str,
        /// What was found, in words.
        found: &'static str,
    },
    /// A word that is none of the allowed ones.
    UnknownKeyword {
        /// The allowed words.
        known: &'static [&'static str],
        /// The word.
        found: String,
    },
    /// A text that cannot be an id.
    NotAnId {
        /// The text.
        found: String,
    },
    /// A key that the format does not have.
    UnknownKey {
        /// The most similar known key, if one is similar enough.
        nearest: Option<String>,
    },
    /// A key that appears twice in one object.
    RepeatedKey,
    /// A reference to an id that does not exist.
    UnknownId {
        /// The kind of thing that it should name: "cause", "flag".
        what: &'static str,
        /// The id.
        id: String,
        /// The most similar known id, if one is similar enough.
        nearest: Option<String>,
    },
    /// A reference to an id that does not exist and is similar to none.
    RenamedId {
        /// The kind of thing that it should name: "cause", "flag".
        what: &'static str,
        /// The id.
        id: String,
        /// The ids that it may have been renamed to; at least one.
        now: Vec<String>,
    },
    /// Two things have the same id.
    RepeatedId {
        /// The kind of thing: "cause", "flag".
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A list names the same id twice.
    NamedTwice {
        /// The id.
        id: String,
    },
    /// A number is too small or too large.
    OutOfRange {
        /// The least allowed number.
        least: i64,
        /// The greatest allowed number.
        most: i64,
        /// The number.
        found: i64,
    },
    /// A list has too few or too many items.
    WrongCount {
        /// The items, in the plural: "choices".
        what: &'static str,
        /// The fewest allowed.
        least: usize,
        /// The most allowed.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A text is blank or too long.
    WrongLength {
        /// The most characters allowed.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A `{placeholder}` that this text cannot contain.
    UnknownPlaceholder {
        /// The name between the braces.
        placeholder: String,
        /// The placeholders that this text can contain.
        known: &'static [&'static str],
    },
    /// A template lacks a placeholder that it must contain.
    MissingPlaceholder {
        /// The name between the braces.
        placeholder: &'static str,
    },
    /// There are more problems than are reported.
    MoreProblems {
        /// How many more.
        count: usize,
    },
    /// An address that is not `http` or `https`.
    NotALink {
        /// The text.
        found: String,
    },
    /// An address that is neither `http`, `https` nor relative.
    NotAnAddress {
        /// The text.
        found: String,
    },
    /// A text that cannot be dialed.
    NotAPhoneNumber {
        /// The text.
        found: String,
    },
    /// A text that is not path data.
    NotPathData {
        /// The first wrong character, from 1.
        character: usize,
        /// The text from that character on.
        found: String,
    },
    /// A drawing has a region that belongs to no choice of its question.
    UnknownDrawingRegion {
        /// The region.
        region: String,
        /// The most similar choice, if one is similar enough.
        nearest: Option<String>,
    },
    /// A step has two exclusive choices.
    TwoExclusive,
    /// An exclusive choice, which means "none of these", gives points or raises a flag.
    ExclusiveWithPoints,
    /// A key that only questions of another kind have.
    OnlyForKind {
        /// That kind.
        kind: &'static str,
    },
    /// A limit of ticks that no reader can reach.
    LimitWithoutEffect {
        /// The most choices that a reader could tick without it.
        boxes: usize,
    },
    /// A key without a use in a quiz with the score `total`.
    UnusedWithTotal,
    /// A key that is only for quizzes with the score `total`.
    OnlyWithTotal,
    /// The range of a cause does not begin after the one before it.
    RangesNotAscending {
        /// The lowest number that would be right.
        least: i64,
    },
    /// Points of the total in a quiz whose points go to causes.
    PointsWithoutCause,
    /// Points of causes in a quiz with the score `total`.
    PointsNotOfTotal,
    /// A screen or a required question that a reader cannot leave if no choice fits.
    ScreenWithoutWayOn,
    /// A screen that does not stop the quiz has a card.
    CardWithoutStop,
    /// With the score `total`, no choice gives points above 0.
    NoPointsForTotal,
    /// No choice gives points to a cause.
    NoPointsForCause {
        /// The cause.
        cause: String,
    },
    /// Bands that do not descend to 0.
    BandsNotDescending,
    /// A text contains a placeholder whose part the file does not have.
    PlaceholderNeedsPart {
        /// The placeholder.
        placeholder: &'static str,
        /// The missing part: "care" or "course".
        part: &'static str,
    },
    /// A key that is not a region of ISO 3166.
    NotARegionCode,
    /// A text that is not a language tag of BCP 47.
    NotALanguage {
        /// The text.
        found: String,
    },
    /// A choice of a screen gives points.
    PointsOnScreen,
    /// A choice of a screen raises a flag.
    FlagsOnScreen,
    /// A screen is more urgent than the one before it.
    ScreensOutOfOrder,
    /// An invisible character that no text needs.
    ForbiddenCharacter {
        /// The character.
        found: char,
    },
    /// A brace that does not belong to a placeholder.
    UnmatchedBrace,
    /// Answers pick more choices than a question takes.
    TooManyPicks {
        /// How many.
        picked: usize,
        /// How many the question takes.
        most: usize,
    },
    /// Answers pick an exclusive choice together with others.
    ExclusiveBesideOthers,
    /// A translation differs from its original in more than texts.
    DiffersFromOriginal {
        /// The original's value, if it has one.
        original: Option<String>,
        /// The translation's value, if it has one.
        found: Option<String>,
    },
    /// A part is missing that another part requires.
    RequiredBy {
        /// The part that requires it, in words.
        what: &'static str,
    },
}

impl Problem {
    pub(crate) fn at(path: &PathRef<'_>, kind: ProblemKind) -> Self {
        Self { path: path.to_path(), kind }
    }
}

impl ProblemKind {
    /// A reference to an id that does not exist, with the most similar of the known ids, or with all of them if they are few.
    pub(crate) fn unknown_id<'k>(what: &'static str, id: &str, known: impl Iterator<Item = &'k str>) -> Self {
        let known: Vec<String> = known.map(str::to_owned).collect();
        Self::unknown_or_renamed(what, id, nearest(id, known.iter().map(String::as_str)), &known)
    }

    /// A reference to an id that does not exist. If no known id is similar, it may have been renamed to one of a few.
    pub(crate) fn unknown_or_renamed(
        what: &'static str,
        id: &str,
        nearest: Option<String>,
        renamed: &[String],
    ) -> Self {
        /// The most ids that a message lists.
        const MAX_LISTED: usize = 8;
        let id = id.to_owned();
        if nearest.is_none() && (1..=MAX_LISTED).contains(&renamed.len()) {
            Self::RenamedId { what, id, now: renamed.to_vec() }
        } else {
            Self::UnknownId { what, id, nearest }
        }
    }
}
