//! Checks screens, questions and their choices.

use std::mem;

use crate::decode::diagnostics::Diagnostics;
use crate::decode::id::FlagId;
use crate::decode::id_index::IdIndex;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::file::care::CareLevel;
use crate::file::parts::QuestionKind;
use crate::file::quiz_file::{ChoiceFile, QuestionFile, ScreenFile};
use crate::model::condition::check_condition;
use crate::model::picks::Picks;
use crate::model::quiz::{Choice, LeadsTo, Question, Screen};

pub(crate) fn check_screen(screen: ScreenFile, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Screen {
    let choices_path = path.key("choices");
    let mut choices = screen.choices;
    for (i, choice) in choices.iter_mut().enumerate() {
        let path = choices_path.item(i);
        if !choice.points.0.is_empty() {
            diagnostics.report(&path.key("points"), ProblemKind::PointsOnScreen);
            choice.points.0.clear();
        }
        if !choice.flags.is_empty() {
            diagnostics.report(&path.key("flags"), ProblemKind::FlagsOnScreen);
            choice.flags.clear();
        }
    }
    let none = IdIndex::empty("cause");
    let choices = check_choices(choices, QuestionKind::TickAll, &none, &none, &choices_path, diagnostics);
    if !choices.is_empty() && !choices.iter().any(|choice| choice.exclusive) {
        diagnostics.report(&choices_path, ProblemKind::ScreenWithoutWayOn);
    }
    let leads_to = match (screen.level, screen.card) {
        (CareLevel::Soon, None) => LeadsTo::Visit,
        (CareLevel::Soon, Some(_)) => {
            // `soon` is also the fallback for a wrong level, which has been reported.
            if !diagnostics.has_problem_at(&path.key("level")) {
                diagnostics.report(&path.key("card"), ProblemKind::CardWithoutStop);
            }
            LeadsTo::Visit
        }
        (level, Some(card)) => LeadsTo::Stop(level, card),
        (_, None) => {
            let kind = ProblemKind::RequiredBy { what: "a level that stops the quiz" };
            diagnostics.report(&path.key("card"), kind);
            LeadsTo::Visit
        }
    };
    Screen { id: screen.id, text: screen.text, help: screen.help, choices, leads_to }
}

pub(crate) fn check_question(
    question: QuestionFile,
    earlier: &[Question],
    causes: &IdIndex,
    flags: &IdIndex,
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Question {
    // A wrong kind has been reported, and its fallback is no reason to refuse an exclusive choice.
    let kind =
        if diagnostics.has_problem_at(&path.key("kind")) { QuestionKind::TickAll } else { question.kind };
    let choices = check_choices(question.choices, kind, causes, flags, &path.key("choices"), diagnostics);
    Question {
        id: question.id,
        kind: question.kind,
        ask_if: question
            .ask_if
            .map(|condition| check_condition(&condition, earlier, &path.key("ask_if"), diagnostics)),
        text: question.text,
        help: question.help,
        picture: question.picture,
        choices,
    }
}

fn check_choices(
    choices: Vec<ChoiceFile>,
    kind: QuestionKind,
    causes: &IdIndex,
    flags: &IdIndex,
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Choice> {
    diagnostics.check_count("choices", choices.len(), 2, Picks::MAX, path);
    IdIndex::new("choice", path, choices.iter().map(|choice| choice.id.as_str()), diagnostics);
    let mut exclusive_seen = false;
    let mut checked = Vec::with_capacity(choices.len());
    for (i, choice) in choices.into_iter().enumerate() {
        let path = path.item(i);
        if choice.exclusive {
            let exclusive = path.key("exclusive");
            if kind == QuestionKind::PickOne {
                diagnostics.report(&exclusive, ProblemKind::ExclusiveInPickOne);
            } else if mem::replace(&mut exclusive_seen, true) {
                diagnostics.report(&exclusive, ProblemKind::TwoExclusive);
            }
            if !choice.points.0.is_empty() || !choice.flags.is_empty() {
                diagnostics.report(&path, ProblemKind::ExclusiveWithPoints);
            }
        }
        let points_path = path.key("points");
        let mut points = Vec::with_capacity(choice.points.0.len());
        for (cause, given) in choice.points.0 {
            let index = causes.find(&cause, &points_path.key(&cause), diagnostics);
            points.extend(index.filter(|_| given.get() != 0).map(|cause| (cause, given.get())));
        }
        let flags = flags.find_all(choice.flags.iter().map(FlagId::as_str), &path.key("flags"), diagnostics);
        checked.push(Choice {
            id: choice.id,
            text: choice.text,
            picture: choice.picture,
            exclusive: choice.exclusive,
            points,
            flags,
        });
    }
    checked
}
