//! Finds conditions that decide nothing, and causes that depend on one way through the quiz.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::balance_lints::Reached;
use crate::analysis::conditions::Conditions;
use crate::analysis::finding::FindingKind;
use crate::analysis::point_vectors::VectorLayout;
use crate::analysis::ways::{Counted, ways};
use crate::decode::json_path::PathRef;
use crate::model::quiz::Quiz;

/// The findings about questions with a condition. None if there are too many ways through the quiz; a finding says so.
pub(crate) fn lint_conditions(
    quiz: &Quiz,
    reached: Option<&[Reached]>,
    find: &mut impl FnMut(PathRef<'_>, FindingKind),
) {
    let conditions = Conditions::of(quiz);
    if conditions.is_empty() {
        return;
    }
    let counted = vec![Counted::OnlyConditions; quiz.questions.len()];
    let layout = VectorLayout::without_causes();
    let Some(ways) = ways(quiz, &counted, &layout, AnswerModel::ANYTHING) else { return };
    let root = PathRef::Root;
    let path = root.key("questions");
    for (i, question) in quiz.questions.iter().enumerate().filter(|(i, _)| conditions.has_condition(*i)) {
        let (path, id) = (path.item(i), question.id.to_string());
        if !ways.iter().any(|way| way.asked[i]) {
            find(path.key("ask_if"), FindingKind::NeverAsked { question: id });
        } else if ways.iter().all(|way| way.asked[i]) {
            find(path.key("ask_if"), FindingKind::AlwaysAsked { question: id });
        }
    }
    // Points of a total are those of every range, so there is nothing to give to one cause.
    if ways.len() < 2 || quiz.scoring.is_total() {
        return;
    }
    let path = root.key("causes");
    for (i, reached) in reached.unwrap_or_default().iter().enumerate().filter(|(_, it)| it.ways == 1) {
        let asked = |is_asked: bool| {
            let questions = quiz.questions.iter().enumerate();
            let questions =
                questions.filter(|(i, _)| conditions.has_condition(*i) && reached.asked[*i] == is_asked);
            questions.map(|(_, question)| question.id.to_string()).collect()
        };
        let cause = quiz.causes[i].id.to_string();
        find(path.item(i), FindingKind::OneWay { cause, asked: asked(true), not_asked: asked(false) });
    }
}
