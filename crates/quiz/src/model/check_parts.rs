//! Checks the other parts of a quiz file: the language, the bands, care, and parts that another part requires.

use std::mem;

use crate::decode::diagnostics::Diagnostics;
use crate::decode::id_index::IdIndex;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::care::Care;
use crate::file::quiz_file::QuizFile;
use crate::file::template::QuizPlaceholder;
use crate::file::verdict_texts::Band;

pub(crate) fn check_bands(bands: &[Band], diagnostics: &mut Diagnostics) {
    let root = PathRef::Root;
    let path = root.key("bands");
    diagnostics.check_count("bands", bands.len(), 2, 10, &path);
    IdIndex::new("band", &path, bands.iter().map(|band| band.id.as_str()), diagnostics);
    let descending = bands.windows(2).all(|pair| pair[0].from > pair[1].from);
    if !descending || bands.last().is_some_and(|band| band.from.get() != 0) {
        diagnostics.report(&path, ProblemKind::BandsNotDescending);
    }
}

/// Reports parts that are missing although another part requires them: `care`, `course`, `doctor_first_from`, `tick_at_most`.
pub(crate) fn check_required_parts(file: &QuizFile, diagnostics: &mut Diagnostics) {
    let root = PathRef::Root;
    let doctor_first =
        file.causes.iter().any(|cause| cause.doctor_first).then_some("a cause with `doctor_first`");
    if let Some(care) = &file.care {
        check_care(care, diagnostics);
    } else {
        let screens = (!file.screens.is_empty()).then_some("`screens`");
        let visit_flag = file.flags.iter().any(|flag| flag.visit).then_some("a flag with `visit`");
        if let Some(what) = screens.or(doctor_first).or(visit_flag) {
            diagnostics.report(&root.key("care"), ProblemKind::RequiredBy { what });
        }
    }
    if file.scoring.doctor_first_from.is_none()
        && let Some(what) = doctor_first
    {
        let scoring = root.key("scoring");
        diagnostics.report(&scoring.key("doctor_first_from"), ProblemKind::RequiredBy { what });
    }
    if file.words.tick_at_most.is_none() && file.questions.iter().any(|question| question.at_most.is_some()) {
        let words = root.key("words");
        diagnostics.report(
            &words.key("tick_at_most"),
            ProblemKind::RequiredBy { what: "a question with `at_most`" },
        );
    }
    for (path, placeholder) in mem::take(&mut diagnostics.placeholders) {
        let (part, is_there) = if placeholder == QuizPlaceholder::CourseName.name() {
            ("course", file.course.is_some())
        } else {
            ("care", file.care.is_some())
        };
        if !is_there {
            let kind = ProblemKind::PlaceholderNeedsPart { placeholder, part };
            diagnostics.add(Problem { path, kind });
        }
    }
}

fn check_care(care: &Care, diagnostics: &mut Diagnostics) {
    let root = PathRef::Root;
    let path = root.key("care");
    let weeks = path.key("weeks");
    let other = weeks.key("other");
    if !care.weeks.other.has_number() && !diagnostics.has_problem_at(&other) {
        diagnostics.report(&other, ProblemKind::MissingPlaceholder { placeholder: "n" });
    }
    let emergency = care.emergency.regions.0.iter().map(|(region, _)| ("emergency", region));
    let urgent = care.urgent_line.regions.0.iter().map(|(region, _)| ("urgent_line", region));
    for (key, region) in emergency.chain(urgent).filter(|(_, region)| !is_region(region)) {
        let part = path.key(key);
        let regions = part.key("regions");
        diagnostics.report(&regions.key(region), ProblemKind::NotARegionCode);
    }
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
