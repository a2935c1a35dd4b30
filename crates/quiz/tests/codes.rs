//! The codes of problems and findings. Programs read them from `which-cause check --json`, so a code never changes, even when its
//! variant gets another name.

use std::collections::BTreeSet;

use which_cause_quiz::{DetectedEncoding, FindingKind, ProblemKind};

fn text() -> String {
    "text".to_owned()
}

/// Every kind of problem with its code. Add each new kind here: nothing reports a missing one.
fn problems() -> Vec<(ProblemKind, &'static str)> {
    use ProblemKind as P;
    let (line, column) = (1, 1);
    vec![
        (P::TooLarge, "too-large"),
        (P::TooDeep { line, column }, "too-deep"),
        (P::NotUtf8 { seems: DetectedEncoding::Utf16 }, "not-utf-8"),
        (P::NotJson { message: text(), line, column }, "not-json"),
        (P::NoSuchFile { name: text() }, "no-such-file"),
        (P::NotAPhoto { found: "a GIF file" }, "not-a-photo"),
        (P::WrongPhotoSize { width: 4, height: 3 }, "wrong-photo-size"),
        (P::NewerFormat { found: 2, known: 1 }, "newer-format"),
        (P::Missing { expected: "text" }, "missing"),
        (P::WrongType { expected: "text", found: "a list" }, "wrong-shape"),
        (P::UnknownKeyword { known: &["one"], found: text() }, "not-among"),
        (P::NotAnId { found: text() }, "not-an-id"),
        (P::UnknownKey { nearest: None }, "unknown-key"),
        (P::RepeatedKey, "repeated-key"),
        (P::UnknownId { what: "cause", id: text(), nearest: None }, "unknown-id"),
        (P::RenamedId { what: "cause", id: text(), now: vec![text()] }, "renamed-id"),
        (P::RepeatedId { what: "cause", id: text() }, "repeated-id"),
        (P::NamedTwice { id: text() }, "named-twice"),
        (P::OutOfRange { least: 1, most: 9, found: 10 }, "out-of-range"),
        (P::WrongCount { what: "choices", least: 2, most: 64, found: 1 }, "wrong-count"),
        (P::WrongLength { most: 200, found: 201 }, "wrong-length"),
        (P::UnknownPlaceholder { placeholder: text(), known: &[] }, "unknown-blank"),
        (P::MissingPlaceholder { placeholder: "n" }, "missing-blank"),
        (P::MoreProblems { count: 1 }, "more"),
        (P::NotALink { found: text() }, "not-a-link"),
        (P::NotAnAddress { found: text() }, "not-an-address"),
        (P::NotAPhoneNumber { found: text() }, "not-a-number"),
        (P::NotPathData { character: 1, found: text() }, "not-path-data"),
        (P::UnknownDrawingRegion { region: text(), nearest: None }, "stray-region"),
        (P::TwoExclusive, "two-exclusive"),
        (P::ExclusiveWithPoints, "exclusive-with-points"),
        (P::OnlyForKind { kind: "all" }, "only-for-kind"),
        (P::LimitWithoutEffect { boxes: 3 }, "limit-without-effect"),
        (P::ScreenWithoutWayOn, "no-way-on"),
        (P::CardWithoutStop, "card-without-stop"),
        (P::NoPointsForTotal, "no-points-for-total"),
        (P::NoPointsForCause { cause: text() }, "no-points-for-cause"),
        (P::BandsNotDescending, "bands-not-falling"),
        (P::PlaceholderNeedsPart { placeholder: "course_name", part: "course" }, "blank-needs"),
        (P::NotARegionCode, "not-a-region"),
        (P::NotALanguage { found: text() }, "not-a-language"),
        (P::PointsOnScreen, "points-on-screen"),
        (P::FlagsOnScreen, "flags-on-screen"),
        (P::ScreensOutOfOrder, "less-urgent-before"),
        (P::ForbiddenCharacter { found: '\u{7}' }, "unfit-character"),
        (P::UnmatchedBrace, "lone-brace"),
        (P::TooManyPicks { picked: 2, most: 1 }, "more-than-one"),
        (P::ExclusiveBesideOthers, "exclusive-beside-others"),
        (P::DiffersFromOriginal { original: None, found: None }, "not-as-in-the-original"),
        (P::RequiredBy { what: "text" }, "needed-by"),
    ]
}

/// Every kind of finding with its code. Add each new kind here, too.
fn findings() -> Vec<(FindingKind, &'static str)> {
    use FindingKind as F;
    let (cause, question) = (text(), text());
    let tick = 0.25;
    vec![
        (F::CannotLead { cause: cause.clone(), advice: None }, "cannot-lead"),
        (F::CannotBeShown { cause: cause.clone(), advice: None }, "cannot-be-shown"),
        (F::EmptyRange { cause: cause.clone() }, "empty-range"),
        (F::NeverLed { cause: cause.clone(), readers: 1 }, "never-led"),
        (F::HeavyPhoto { kilobytes: 201, most: 200 }, "heavy-photo"),
        (F::HeavyPhotos { count: 2, kilobytes: 1_001, most: 1_000 }, "heavy-photos"),
        (F::Estimated { readers: 1, error: 0.1 }, "estimated"),
        (
            F::Lopsided {
                cause: cause.clone(),
                leads: 0.8,
                rarest: text(),
                rarest_leads: 0.1,
                best: false,
                tick,
                advice: None,
            },
            "lopsided",
        ),
        (F::ChoiceChangesNothing { choice: text() }, "choice-changes-nothing"),
        (F::QuestionChangesNothing { question: question.clone() }, "question-changes-nothing"),
        (F::NeverAsked { question: question.clone() }, "never-asked"),
        (F::AlwaysAsked { question: question.clone() }, "always-asked"),
        (F::OneWay { cause: cause.clone(), asked: vec![text()], not_asked: Vec::new() }, "one-way"),
        (F::CauseUntested { cause: cause.clone() }, "cause-untested"),
        (F::NoTestCases, "no-test-cases"),
        (F::LeadsAlone { question, cause }, "leads-alone"),
        (F::HardToRead { grade: 12.0 }, "hard-to-read"),
        (F::MissingElsewhereText, "nothing-for-elsewhere"),
        (F::NumberBeforeStart { placeholder: text() }, "number-before-start"),
        (F::NumberNotSaid { number: text() }, "number-not-said"),
        (F::Markup { found: text(), right: text() }, "markup"),
        (F::InvisibleCharacter { character: '\u{200b}' }, "unseen-character"),
        (F::WrongEncoding { found: text(), right: None }, "wrong-encoding"),
        (F::WideWord { word: text(), width: 20.0, column: 11.0 }, "wide-word"),
        (F::SeldomLeads { leads: 0.1, mixed: 0.8, nothing: 0.1, tick, remedy: "text" }, "seldom-leads"),
        (F::MostlySpread { share: 0.6, most_shown: 3, tick }, "mostly-spread"),
        (F::Unused { what: "flag", id: text() }, "unused"),
        (F::SameText { other: text() }, "same-text"),
        (F::MissingNoneChoice, "none-is-missing"),
        (F::NeverShown { why: "text" }, "never-shown"),
        (F::AwaitsReview { notice: text() }, "awaits-review"),
        (F::OriginalsUnknown, "originals-unknown"),
        (F::TextMissing { original: text() }, "text-missing"),
        (F::OriginalChanged { before: text(), now: text() }, "original-changed"),
        (F::Untranslated { name: text() }, "untranslated"),
        (F::PlaceholderLost { placeholder: text() }, "placeholder-lost"),
        (F::LanguageUnlikeName { named: text() }, "language-unlike-name"),
        (F::MissingForm { category: "few", n: 2 }, "form-missing"),
        (F::UnusedForm { category: "two" }, "form-never-used"),
        (F::NumberLost { one: 1, other: 21 }, "number-lost"),
    ]
}

#[test]
fn the_codes_of_problems_do_not_change() {
    for (kind, code) in problems() {
        assert_eq!(kind.code(), code, "{kind}");
    }
}

#[test]
fn the_codes_of_findings_do_not_change() {
    for (kind, code) in findings() {
        assert_eq!(kind.code(), code, "{kind}");
    }
}

#[test]
fn no_two_kinds_have_the_same_code() {
    let codes = problems()
        .iter()
        .map(|(_, code)| *code)
        .chain(findings().iter().map(|(_, code)| *code))
        .collect::<Vec<_>>();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
}
