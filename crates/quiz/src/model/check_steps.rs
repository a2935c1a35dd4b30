//! Checks screens, questions and their choices.

use std::mem;

use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::id::FlagId;
use crate::decode::id_index::IdIndex;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::file::care::CareLevel;
use crate::file::limits;
use crate::file::parts::QuestionKind;
use crate::file::points::PointsFile;
use crate::file::quiz_file::{ChoiceFile, QuestionFile, ScreenFile};
use crate::file::template::Text;
use crate::file::words::Words;
use crate::model::check_points::PointsIndex;
use crate::model::check_scale::check_scale;
use crate::model::condition::check_condition;
use crate::model::quiz::{Choice, LeadsTo, Question, Screen};

pub(crate) fn check_screen(screen: ScreenFile, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Screen {
    let choices_path = path.key("choices");
    let mut choices = screen.choices;
    for (i, choice) in choices.iter_mut().enumerate() {
        let path = choices_path.item(i);
        if !choice.points.is_empty() {
            diagnostics.report(&path.key("points"), ProblemKind::PointsOnScreen);
            choice.points = PointsFile::fallback();
        }
        if !choice.flags.is_empty() {
            diagnostics.report(&path.key("flags"), ProblemKind::FlagsOnScreen);
            choice.flags.clear();
        }
    }
    let (points, flags) = (PointsIndex::empty(), IdIndex::empty("flag"));
    let choices = check_choices(choices, QuestionKind::TickAll, &points, &flags, &choices_path, diagnostics);
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
    words: &Words,
    points: &PointsIndex,
    flags: &IdIndex,
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Question {
    let choices_path = path.key("choices");
    // A wrong kind has been reported, and its fallback is no reason to refuse other parts.
    let kind_is_known = !diagnostics.has_problem_at(&path.key("kind"));
    let mut only_for = |kind: QuestionKind, key, is_there| {
        if is_there && kind_is_known && question.kind != kind {
            diagnostics.report(&path.key(key), ProblemKind::OnlyForKind { kind: kind.as_str() });
        }
    };
    only_for(QuestionKind::TickAll, "at_most", question.at_most.is_some());
    only_for(QuestionKind::Scale, "scale", question.scale.is_some());
    let choices = match (question.kind, question.scale) {
        (QuestionKind::Scale, Some(scale)) => {
            if !question.choices.is_empty() {
                diagnostics.report(&choices_path, ProblemKind::OnlyForKind { kind: "one` or `all" });
            }
            check_scale(&scale, points, &path.key("scale"), diagnostics)
        }
        (QuestionKind::Scale, None) => {
            diagnostics.report(&path.key("scale"), ProblemKind::RequiredBy { what: "kind `scale`" });
            Vec::new()
        }
        (kind, _) => check_choices(question.choices, kind, points, flags, &choices_path, diagnostics),
    };
    let question = Question {
        id: question.id,
        kind: question.kind,
        ask_if: question
            .ask_if
            .map(|condition| check_condition(&condition, earlier, &path.key("ask_if"), diagnostics)),
        required: question.required,
        at_most: question.at_most.map(|it| it.get().unsigned_abs() as usize),
        limit: question.at_most.zip(words.tick_at_most.as_ref()).map(|(at_most, template)| {
            // Below 1,000 every language writes a number alike: the widget uses Western digits.
            Text::generated(template.with(&at_most.get().to_string()))
        }),
        text: question.text,
        help: question.help,
        picture: question.picture,
        choices,
    };
    if question.kind == QuestionKind::TickAll {
        check_ticks(&question, path, diagnostics);
    }
    question
}

/// Reports a limit of ticks without an effect, and a required question that has no choice for "none of these".
fn check_ticks(question: &Question, path: &PathRef<'_>, diagnostics: &mut Diagnostics) {
    let boxes = question.choices.iter().filter(|choice| !choice.exclusive).count();
    if question.at_most.is_some_and(|most| most >= boxes) {
        diagnostics.report(&path.key("at_most"), ProblemKind::LimitWithoutEffect { boxes });
    }
    if question.required && boxes == question.choices.len() {
        diagnostics.report(&path.key("choices"), ProblemKind::ScreenWithoutWayOn);
    }
}

fn check_choices(
    choices: Vec<ChoiceFile>,
    kind: QuestionKind,
    points: &PointsIndex,
    flags: &IdIndex,
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Choice> {
    diagnostics.check_count("choices", choices.len(), limits::CHOICES, path);
    IdIndex::new("choice", path, choices.iter().map(|choice| choice.id.as_str()), diagnostics);
    let mut exclusive_seen = false;
    let mut checked = Vec::with_capacity(choices.len());
    for (i, choice) in choices.into_iter().enumerate() {
        let path = path.item(i);
        // In a pick-one question each choice excludes the others anyway.
        if choice.exclusive && kind == QuestionKind::TickAll {
            if mem::replace(&mut exclusive_seen, true) {
                diagnostics.report(&path.key("exclusive"), ProblemKind::TwoExclusive);
            }
            if !choice.points.is_empty() || !choice.flags.is_empty() {
                diagnostics.report(&path, ProblemKind::ExclusiveWithPoints);
            }
        }
        let points = points.check(&choice.points, &path.key("points"), diagnostics);
        let flags = flags.find_all(choice.flags.iter().map(FlagId::as_str), &path.key("flags"), diagnostics);
        checked.push(Choice {
            id: choice.id,
            text: choice.text,
            picture: choice.picture.map(|it| it.0),
            exclusive: choice.exclusive,
            points,
            flags,
        });
    }
    checked
}
