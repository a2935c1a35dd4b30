//! Finds parts of a quiz that nothing names, and texts that no reader can come to see.

use crate::analysis::finding::FindingKind;
use crate::decode::json_path::Place;
use crate::model::pictures::each_picture;
use crate::model::quiz::Quiz;

/// What is declared and never named, and what no reader can come to see.
pub(crate) fn unused(quiz: &Quiz, find: &mut impl FnMut(Place<'_>, FindingKind)) {
    let top = Place::File;
    let choices = || quiz.questions.iter().flat_map(|it| &it.choices);
    for (i, flag) in quiz.flags.iter().enumerate() {
        if !choices().any(|it| it.flags.contains(&i)) {
            find(top.key("flags").item(i), FindingKind::Unused { what: "flag", id: flag.id.to_string() });
        }
    }
    for (i, source) in quiz.sources.iter().enumerate() {
        let named = quiz.causes.iter().any(|it| it.sources.contains(&i))
            || quiz.safety_sources.contains(&i)
            || quiz.nothing_sources.contains(&i);
        if !named {
            find(
                top.key("sources").item(i),
                FindingKind::Unused { what: "source", id: source.id.to_string() },
            );
        }
    }
    if quiz.course.is_none() {
        for (i, cause) in quiz.causes.iter().enumerate() {
            if cause.course.is_some() {
                let at = top.key("causes");
                find(at.item(i).key("course"), FindingKind::NeverShown { why: "the quiz has no `course`" });
            }
        }
    }
    let doctor_first = quiz.causes.iter().any(|it| it.doctor_first);
    if quiz.scoring.doctor_first_from.is_some() && !doctor_first {
        let at = top.key("scoring");
        let why = "no cause is `doctor_first`";
        find(at.key("doctor_first_from"), FindingKind::NeverShown { why });
    }
    let visits = doctor_first || !quiz.screens.is_empty() || quiz.flags.iter().any(|it| it.visit);
    if quiz.care.is_some() && !visits {
        let why = "no screen, no flag and no cause sends anybody to care";
        find(top.key("care"), FindingKind::NeverShown { why });
    }
    let mut pictures = false;
    each_picture(quiz, &mut |_, _| pictures = true);
    if quiz.drawings.is_some() && !pictures {
        find(top.key("drawings"), FindingKind::NeverShown { why: "no `picture` names a drawing" });
    }
}
