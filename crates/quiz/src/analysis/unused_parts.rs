//! Finds parts of a quiz that nothing uses, and texts that are never shown.

use crate::analysis::finding::FindingKind;
use crate::decode::json_path::PathRef;
use crate::file::care::CareLevel;
use crate::file::template::Text;
use crate::file::verdict_texts::Verdicts;
use crate::model::pictures::has_drawings;
use crate::model::quiz::Quiz;
use crate::model::scoring::Scoring;

/// The findings about unused flags and sources, and about texts that are never shown.
pub(crate) fn find_unused_parts(quiz: &Quiz, find: &mut impl FnMut(PathRef<'_>, FindingKind)) {
    let root = PathRef::Root;
    let choices = || quiz.questions.iter().flat_map(|it| &it.choices);
    for (i, flag) in quiz.flags.iter().enumerate() {
        if !choices().any(|it| it.flags.contains(&i)) {
            find(root.key("flags").item(i), FindingKind::Unused { what: "flag", id: flag.id.to_string() });
        }
    }
    for (i, source) in quiz.sources.iter().enumerate() {
        let is_used = quiz.causes.iter().any(|it| it.sources.contains(&i))
            || quiz.safety_sources.contains(&i)
            || quiz.nothing_sources.contains(&i);
        if !is_used {
            find(
                root.key("sources").item(i),
                FindingKind::Unused { what: "source", id: source.id.to_string() },
            );
        }
    }
    if quiz.course.is_none() {
        for (i, cause) in quiz.causes.iter().enumerate() {
            if cause.course.is_some() {
                let path = root.key("causes");
                find(path.item(i).key("course"), FindingKind::NeverShown { why: "the quiz has no `course`" });
            }
        }
    }
    let doctor_first = quiz.causes.iter().any(|it| it.doctor_first);
    if quiz.scoring.doctor_first_from.is_some() && !doctor_first {
        let path = root.key("scoring");
        let why = "no cause is `doctor_first`";
        find(path.key("doctor_first_from"), FindingKind::NeverShown { why });
    }
    if let Some(care) = &quiz.care {
        let path = root.key("care");
        let soon = quiz.screens.iter().any(|it| it.level() == CareLevel::Soon);
        let visits = soon || doctor_first || quiz.flags.iter().any(|it| it.visit);
        if care.visit.is_some() && !visits {
            let why = "no screen of level `soon`, no flag with `visit` and no cause with `doctor_first` leads to it";
            find(path.key("visit"), FindingKind::NeverShown { why });
        }
        if !quiz.names_numbers {
            let why = "no text has `{emergency_number}` or `{urgent_line}`, and no card has `call`";
            for (key, is_there) in
                [("emergency", care.emergency.is_some()), ("urgent_line", care.urgent_line.is_some())]
            {
                if is_there {
                    find(path.key(key), FindingKind::NeverShown { why });
                }
            }
        }
    }
    find_unused_verdicts(quiz, find);
    if quiz.drawings.is_some() && !has_drawings(quiz) {
        find(root.key("drawings"), FindingKind::NeverShown { why: "no `picture` uses a drawing" });
    }
}

/// The findings about texts of verdicts that no reader can get.
fn find_unused_verdicts(quiz: &Quiz, find: &mut impl FnMut(PathRef<'_>, FindingKind)) {
    let root = PathRef::Root;
    let path = root.key("verdicts");
    let mixed_path = path.key("mixed");
    let Verdicts { mixed, nothing, .. } = &quiz.verdicts;
    let Scoring { lead_from, margin, most_shown, .. } = quiz.scoring;
    // Texts that the file leaves out are empty.
    let is_there = |text: &Text| !text.as_written().is_empty();
    if margin.is_none() && most_shown == 1 && is_there(&mixed.heading) {
        find(mixed_path, FindingKind::NeverShown { why: "the result is always one cause" });
    } else if margin.is_none() && is_there(&mixed.spread) {
        find(mixed_path.key("spread"), FindingKind::NeverShown { why: "only the result `lead` has it" });
    }
    if lead_from.is_none() && is_there(&nothing.heading) {
        let why = "without `lead_from` a cause always stands out";
        find(path.key("nothing"), FindingKind::NeverShown { why });
    }
}
