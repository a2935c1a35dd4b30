//! How answers become a result, checked.

use crate::decode::bounded::Bounded;
use crate::decode::codec::codec;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::file::quiz_file::CauseFile;
use crate::file::scoring::{ResultKind, ScoreKind, ScoringFile};
use crate::file::verdict_texts::Band;

/// The score of a cause in whose range the total is.
pub(crate) const IN_RANGE: i32 = 100;

/// How answers become a result.
#[derive(Debug, Clone)]
pub struct Scoring {
    /// What a score is.
    pub score: ScoreKind,
    /// The lowest top score that stands out. Without it, every top score does.
    pub lead_from: Option<i32>,
    /// How far behind the top score a cause can be and still share the result. Without it, the best `most_shown` causes are the
    /// result, however far apart they are.
    pub margin: Option<i32>,
    /// The most causes that a result shows; 1 if the result is a single cause.
    pub most_shown: usize,
    /// The lowest score at which a doctor-first cause puts the doctor first, even if it does not lead.
    pub doctor_first_from: Option<i32>,
    /// With the score `total`, the lowest total of each cause, ascending. A range ends where the next one begins.
    pub(crate) ranges: Vec<i32>,
}

codec! {
    Scoring { score, lead_from, margin, most_shown, doctor_first_from, ranges }
}

impl Scoring {
    /// Whether the best causes are the result, however far apart they are, and not only one.
    #[must_use]
    pub fn shows_best(&self) -> bool {
        self.margin.is_none() && self.most_shown > 1
    }

    /// Whether the result goes by ranges of a total.
    pub(crate) fn is_total(&self) -> bool {
        self.score == ScoreKind::Total
    }

    /// Whether a top score stands out.
    pub(crate) fn stands_out(&self, top: i32) -> bool {
        self.lead_from.is_none_or(|from| top >= from)
    }
}

/// Checks how answers become a result: the parts that a kind of result needs, and the limits that a kind of score has.
pub(crate) fn check_scoring(
    file: &ScoringFile,
    bands: &[Band],
    causes: &[CauseFile],
    diagnostics: &mut Diagnostics,
) -> Scoring {
    let root = PathRef::Root;
    let path = root.key("scoring");
    let ranges = check_ranges(file, causes, diagnostics);
    if file.is_total() {
        return Scoring {
            score: ScoreKind::Total,
            lead_from: Some(IN_RANGE),
            margin: None,
            most_shown: 1,
            doctor_first_from: None,
            ranges,
        };
    }
    let result = file.result.unwrap_or(ResultKind::Lead);
    let score = file.score.unwrap_or(ScoreKind::Share);
    let lead_from = file.lead_from.map(Bounded::get);
    let margin = file.margin.map(Bounded::get);
    let most_shown = file.most_shown.map(Bounded::get);
    let doctor_first_from = file.doctor_first_from.map(Bounded::get);
    // A part that could not be read has been reported, and what it needs is not known.
    let is_read = |path: &PathRef<'_>, diagnostics: &Diagnostics| !diagnostics.has_problem_at(path);
    let are_read =
        [path, path.key("result"), path.key("score")].iter().all(|path| is_read(path, diagnostics));
    if are_read {
        let is_lead = result == ResultKind::Lead;
        for (key, value, is_required) in [
            ("lead_from", lead_from, is_lead),
            ("margin", margin, is_lead),
            ("most_shown", most_shown, result != ResultKind::One),
        ] {
            if is_required && value.is_none() {
                diagnostics.report(&path.key(key), ProblemKind::Missing { expected: "a whole number" });
            }
        }
    }
    if score == ScoreKind::Share && is_read(&path.key("score"), diagnostics) {
        let mut check = |least: i64, found: Option<i32>, path: &PathRef<'_>| {
            if let Some(found) = found.filter(|found| *found > 100) {
                let (most, found) = (100, found.into());
                diagnostics.report(path, ProblemKind::OutOfRange { least, most, found });
            }
        };
        check(0, lead_from, &path.key("lead_from"));
        check(0, margin, &path.key("margin"));
        check(1, doctor_first_from, &path.key("doctor_first_from"));
        let path = root.key("bands");
        for (i, band) in bands.iter().enumerate() {
            check(0, Some(band.from.get()), &path.item(i).key("from"));
        }
    }
    Scoring {
        score,
        lead_from,
        margin: margin.filter(|_| result == ResultKind::Lead),
        most_shown: match (result, most_shown) {
            (ResultKind::One, _) | (_, None) => 1,
            (_, Some(most_shown)) => usize::try_from(most_shown).unwrap_or(1),
        },
        doctor_first_from,
        ranges,
    }
}

/// Checks the ranges of the score `total`, and that nothing else has any. Returns where each range begins.
fn check_ranges(file: &ScoringFile, causes: &[CauseFile], diagnostics: &mut Diagnostics) -> Vec<i32> {
    let root = PathRef::Root;
    let path = root.key("scoring");
    // What another score or a wrong one needs is not known.
    if diagnostics.has_problem_at(&path) || diagnostics.has_problem_at(&path.key("score")) {
        return Vec::new();
    }
    let is_total = file.is_total();
    if is_total {
        for (key, is_there) in [
            ("result", file.result.is_some()),
            ("lead_from", file.lead_from.is_some()),
            ("margin", file.margin.is_some()),
            ("most_shown", file.most_shown.is_some()),
            ("doctor_first_from", file.doctor_first_from.is_some()),
        ] {
            let path = path.key(key);
            if is_there && !diagnostics.has_problem_at(&path) {
                diagnostics.report(&path, ProblemKind::UnusedWithTotal);
            }
        }
    }
    let path = root.key("causes");
    let mut ranges = Vec::new();
    for (i, cause) in causes.iter().enumerate() {
        let path = path.item(i);
        let path = path.key("from");
        let before = ranges.last().copied();
        match cause.from.map(Bounded::get) {
            Some(_) if !is_total => diagnostics.report(&path, ProblemKind::OnlyWithTotal),
            Some(from) if before.is_some_and(|before| from <= before) => {
                let least = i64::from(before.unwrap_or_default()) + 1;
                diagnostics.report(&path, ProblemKind::RangesNotAscending { least });
            }
            Some(from) => ranges.push(from),
            None if is_total && !diagnostics.has_problem_at(&path) => {
                diagnostics.report(&path, ProblemKind::RequiredBy { what: "the score `total`" });
            }
            None => {}
        }
    }
    ranges
}
