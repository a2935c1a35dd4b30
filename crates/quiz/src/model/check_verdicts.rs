//! Checks the texts of the verdicts. A verdict that no reader can get needs none.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::file::rich_text::RichText;
use crate::file::scoring::{ResultKind, ScoringFile};
use crate::file::verdict_texts::{MixedFile, MixedText, NothingText, Verdicts, VerdictsFile};

pub(crate) fn check_verdicts(
    file: VerdictsFile,
    scoring: &ScoringFile,
    diagnostics: &mut Diagnostics,
) -> Verdicts {
    let root = PathRef::Root;
    let (path, scoring_path) = (root.key("verdicts"), root.key("scoring"));
    let (mixed_path, nothing_path) = (path.key("mixed"), path.key("nothing"));
    let can_get = reachable(scoring);
    // What could not be read has been reported, and what it needs is not known.
    let unread = [path, scoring_path, scoring_path.key("result"), scoring_path.key("score")];
    let is_read = !unread.iter().any(|path| diagnostics.has_problem_at(path));
    let mixed_is_read = !diagnostics.has_problem_at(&mixed_path);
    let mut require = |can_get: bool, is_there: bool, path: &PathRef<'_>, expected| {
        if is_read && can_get && !is_there {
            diagnostics.report(path, ProblemKind::Missing { expected });
        }
    };
    require(can_get.mixed, file.mixed.is_some(), &mixed_path, MixedFile::EXPECTED);
    require(can_get.nothing, file.nothing.is_some(), &nothing_path, NothingText::EXPECTED);
    if let Some(mixed) = file.mixed.as_ref().filter(|_| mixed_is_read) {
        require(can_get.spread, mixed.spread.is_some(), &mixed_path.key("spread"), RichText::EXPECTED);
    }
    let mixed = file.mixed.unwrap_or_else(MixedFile::fallback);
    Verdicts {
        leads: file.leads,
        mixed: MixedText {
            heading: mixed.heading,
            text: mixed.text,
            spread: mixed.spread.unwrap_or_else(RichText::fallback),
        },
        nothing: file.nothing.unwrap_or_else(NothingText::fallback),
    }
}

/// The verdicts that a reader can get, besides that one cause leads.
struct Reachable {
    mixed: bool,
    /// More causes are close than are shown.
    spread: bool,
    nothing: bool,
}

fn reachable(scoring: &ScoringFile) -> Reachable {
    // A total is in one range, or below all of them.
    if scoring.is_total() {
        return Reachable { mixed: false, spread: false, nothing: true };
    }
    let result = scoring.result.unwrap_or(ResultKind::Lead);
    let is_lead = result == ResultKind::Lead;
    Reachable {
        mixed: result != ResultKind::One,
        spread: is_lead,
        nothing: is_lead || scoring.lead_from.is_some(),
    }
}
