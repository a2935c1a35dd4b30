//! The code of each problem, which `which-cause check --json` prints.

use crate::decode::problem::ProblemKind;

impl ProblemKind {
    /// The code of the problem for programs, such as `unknown-key`. It stays the same when the message changes, and when
    /// the variant gets another name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::NotJson { .. } => "not-json",
            Self::NoSuchFile { .. } => "no-such-file",
            Self::NotAPhoto { .. } => "not-a-photo",
            Self::WrongPhotoSize { .. } => "wrong-photo-size",
            Self::NewerFormat { .. } => "newer-format",
            Self::Missing { .. } => "missing",
            Self::WrongType { .. } => "wrong-shape",
            Self::UnknownKeyword { .. } => "not-among",
            Self::NotAnId { .. } => "not-an-id",
            Self::UnknownKey { .. } => "unknown-key",
            Self::RepeatedKey => "repeated-key",
            Self::UnknownId { .. } => "unknown-id",
            Self::RenamedId { .. } => "renamed-id",
            Self::RepeatedId { .. } => "repeated-id",
            Self::NamedTwice { .. } => "named-twice",
            Self::OutOfRange { .. } => "out-of-range",
            Self::WrongCount { .. } => "wrong-count",
            Self::WrongLength { .. } => "wrong-length",
            Self::UnknownPlaceholder { .. } => "unknown-blank",
            Self::MissingPlaceholder { .. } => "missing-blank",
            Self::MoreProblems { .. } => "more",
            Self::NotALink { .. } => "not-a-link",
            Self::NotAnAddress { .. } => "not-an-address",
            Self::NotAPhoneNumber { .. } => "not-a-number",
            Self::NotPathData { .. } => "not-path-data",
            Self::UnknownDrawingRegion { .. } => "stray-region",
            Self::TwoExclusive => "two-exclusive",
            Self::ExclusiveWithPoints => "exclusive-with-points",
            Self::OnlyForKind { .. } => "only-for-kind",
            Self::LimitWithoutEffect { .. } => "limit-without-effect",
            Self::UnusedWithTotal => "unused-with-total",
            Self::OnlyWithTotal => "only-with-total",
            Self::RangesNotAscending { .. } => "ranges-not-ascending",
            Self::PointsWithoutCause => "points-without-cause",
            Self::PointsNotOfTotal => "points-not-of-total",
            Self::ScreenWithoutWayOn => "no-way-on",
            Self::CardWithoutStop => "card-without-stop",
            Self::NoPointsForTotal => "no-points-for-total",
            Self::NoPointsForCause { .. } => "no-points-for-cause",
            Self::BandsNotDescending => "bands-not-falling",
            Self::PlaceholderNeedsPart { .. } => "blank-needs",
            Self::NotARegionCode => "not-a-region",
            Self::NotALanguage { .. } => "not-a-language",
            Self::PointsOnScreen => "points-on-screen",
            Self::FlagsOnScreen => "flags-on-screen",
            Self::ScreensOutOfOrder => "less-urgent-before",
            Self::ForbiddenCharacter { .. } => "unfit-character",
            Self::UnmatchedBrace => "lone-brace",
            Self::TooManyPicks { .. } => "more-than-one",
            Self::ExclusiveBesideOthers => "exclusive-beside-others",
            Self::DiffersFromOriginal { .. } => "not-as-in-the-original",
            Self::RequiredBy { .. } => "needed-by",
        }
    }
}
