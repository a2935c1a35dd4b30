//! Checks the other parts of a quiz file: the numbers of parts, the language, the bands, care, and parts that another part requires.

use std::mem;

use crate::decode::diagnostics::Diagnostics;
use crate::decode::id_index::IdIndex;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::care::{Care, CareLevel};
use crate::file::limits;
use crate::file::quiz_file::{QuizFile, ScreenFile};
use crate::file::scoring::ScoringFile;
use crate::file::template::QuizPlaceholder;
use crate::file::verdict_texts::Band;

/// Checks that the file has neither too few nor too many parts of a kind.
pub(crate) fn check_counts(file: &QuizFile, diagnostics: &mut Diagnostics) {
    for (key, found, limits) in [
        ("causes", file.causes.len(), limits::CAUSES),
        ("questions", file.questions.len(), limits::QUESTIONS),
        ("screens", file.screens.len(), limits::SCREENS),
        ("flags", file.flags.len(), limits::FLAGS),
        ("sources", file.sources.len(), limits::SOURCES),
    ] {
        diagnostics.check_count(key, found, limits, &PathRef::Root.key(key));
    }
}

/// Checks the bands. A quiz with the score `total` has none.
pub(crate) fn check_bands(bands: &[Band], scoring: &ScoringFile, diagnostics: &mut Diagnostics) {
    let root = PathRef::Root;
    let path = root.key("bands");
    if scoring.is_total() {
        if !bands.is_empty() {
            diagnostics.report(&path, ProblemKind::UnusedWithTotal);
        }
        return;
    }
    // A wrong score has been reported, and may be `total`.
    if bands.is_empty() && diagnostics.has_problem_at(&root.key("scoring").key("score")) {
        return;
    }
    diagnostics.check_count("bands", bands.len(), limits::BANDS, &path);
    IdIndex::new("band", &path, bands.iter().map(|band| band.id.as_str()), diagnostics);
    let descending = bands.windows(2).all(|pair| pair[0].from > pair[1].from);
    // The fallback for a wrong `from` is 0.
    let are_read = !diagnostics.has_problem_in("bands");
    if are_read && (!descending || bands.last().is_some_and(|band| band.from.get() != 0)) {
        diagnostics.report(&path, ProblemKind::BandsNotDescending);
    }
}

/// Reports parts that are missing although another part requires them: the parts of `care`, `course`, `doctor_first_from`,
/// `words.progress_at_most`, `words.tick_at_most`, `words.total`.
pub(crate) fn check_required_parts(file: &QuizFile, diagnostics: &mut Diagnostics) {
    let root = PathRef::Root;
    let doctor_first =
        file.causes.iter().any(|cause| cause.doctor_first).then_some("a cause with `doctor_first`");
    if let Some(care) = &file.care {
        check_care(care, diagnostics);
    }
    let care_path = root.key("care");
    // A part that could not be read has been reported.
    let care = file.care.as_ref().filter(|_| !diagnostics.has_problem_at(&care_path));
    let care_is_read = file.care.is_some() == care.is_some();
    if care_is_read && care.is_none_or(|care| care.visit.is_none()) {
        let screens = root.key("screens");
        let leads_to_visit = |(i, screen): (usize, &ScreenFile)| {
            // `soon` is also the fallback for a wrong level.
            screen.level == CareLevel::Soon && !diagnostics.has_problem_at(&screens.item(i).key("level"))
        };
        let soon = file.screens.iter().enumerate().any(leads_to_visit).then_some("a screen of level `soon`");
        let visit_flag = file.flags.iter().any(|flag| flag.visit).then_some("a flag with `visit`");
        if let Some(what) = soon.or(doctor_first).or(visit_flag) {
            diagnostics.report(&care_path.key("visit"), ProblemKind::RequiredBy { what });
        }
    }
    if care_is_read && care.is_none_or(|care| care.emergency.is_none()) && has_call(file) {
        let kind = ProblemKind::RequiredBy { what: "a card with `call`" };
        diagnostics.report(&care_path.key("emergency"), kind);
    }
    if file.scoring.doctor_first_from.is_none()
        && !file.scoring.is_total()
        && let Some(what) = doctor_first
    {
        let scoring = root.key("scoring");
        diagnostics.report(&scoring.key("doctor_first_from"), ProblemKind::RequiredBy { what });
    }
    if file.words.progress_at_most.is_none()
        && file.questions.iter().any(|question| question.ask_if.is_some())
    {
        let kind = ProblemKind::RequiredBy { what: "a question with `ask_if`" };
        diagnostics.report(&root.key("words").key("progress_at_most"), kind);
    }
    if file.words.tick_at_most.is_none() && file.questions.iter().any(|question| question.at_most.is_some()) {
        let kind = ProblemKind::RequiredBy { what: "a question with `at_most`" };
        diagnostics.report(&root.key("words").key("tick_at_most"), kind);
    }
    if file.scoring.is_total() && file.words.total.is_none() {
        let kind = ProblemKind::RequiredBy { what: "the score `total`" };
        diagnostics.report(&root.key("words").key("total"), kind);
    }
    for (path, placeholder) in mem::take(&mut diagnostics.placeholders) {
        let is = |other: QuizPlaceholder| placeholder == other.name();
        let (part, is_there) = if is(QuizPlaceholder::CourseName) {
            ("course", file.course.is_some())
        } else if !care_is_read {
            continue;
        } else if is(QuizPlaceholder::EmergencyNumber) {
            ("care.emergency", care.is_some_and(|it| it.emergency.is_some()))
        } else if is(QuizPlaceholder::UrgentLine) {
            ("care.urgent_line", care.is_some_and(|it| it.urgent_line.is_some()))
        } else if care.is_none_or(|it| it.soon_after_weeks.is_none()) {
            ("care.soon_after_weeks", false)
        } else {
            ("care.weeks", care.is_some_and(|it| it.weeks.is_some()))
        };
        if !is_there {
            let kind = ProblemKind::PlaceholderNeedsPart { placeholder, part };
            diagnostics.add(Problem { path, kind });
        }
    }
}

/// Whether a card has a button that calls the emergency number.
fn has_call(file: &QuizFile) -> bool {
    file.screens.iter().filter_map(|screen| screen.card.as_ref()).any(|card| card.call.is_some())
}

/// Whether a text or a button has a number or a line of the reader's region. Call this before [`check_required_parts`].
pub(crate) fn names_numbers(file: &QuizFile, diagnostics: &Diagnostics) -> bool {
    let regional = [QuizPlaceholder::EmergencyNumber, QuizPlaceholder::UrgentLine].map(QuizPlaceholder::name);
    has_call(file) || diagnostics.placeholders.iter().any(|(_, it)| regional.contains(it))
}

fn check_care(care: &Care, diagnostics: &mut Diagnostics) {
    let root = PathRef::Root;
    let path = root.key("care");
    let weeks_path = path.key("weeks");
    let other = weeks_path.key("other");
    if let Some(weeks) = &care.weeks
        && !weeks.other.has_number()
        && ![weeks_path, other].iter().any(|it| diagnostics.has_problem_at(it))
    {
        diagnostics.report(&other, ProblemKind::MissingPlaceholder { placeholder: "n" });
    }
    let emergency = care.emergency.iter().flat_map(|it| &it.regions.0).map(|it| ("emergency", &it.0));
    let urgent = care.urgent_line.iter().flat_map(|it| &it.regions.0).map(|it| ("urgent_line", &it.0));
    for (key, region) in emergency.chain(urgent).filter(|(_, region)| !is_region(region)) {
        let part = path.key(key);
        let regions = part.key("regions");
        diagnostics.report(&regions.key(region), ProblemKind::NotARegionCode);
    }
}

/// The region that people mean: in capitals, and `GB` for `UK`, which is no code of ISO 3166-1, but which many people write.
#[must_use]
pub fn canonical_region(text: &str) -> String {
    let region = text.to_ascii_uppercase();
    if region == "UK" { "GB".to_owned() } else { region }
}

/// Whether a text looks like a region of ISO 3166-1. `UK` is reserved there; the region is `GB`.
fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) && text != "UK"
}

pub(crate) fn check_language(tag: &str, diagnostics: &mut Diagnostics) {
    // An empty tag is a fallback, and has been reported.
    if !is_language(tag) && !tag.is_empty() {
        let kind = ProblemKind::NotALanguage { found: tag.to_owned() };
        diagnostics.report(&PathRef::Root.key("language"), kind);
    }
}

/// Whether a text looks like a language tag of BCP 47 (RFC 5646): subtags of 1 to 8 letters or digits, the first one of 2 or 3
/// letters. The subtags need not be registered.
#[must_use]
pub fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric()))
}
