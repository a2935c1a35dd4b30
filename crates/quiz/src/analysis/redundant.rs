//! Finds questions and choices that never change a result.
//!
//! It works in two passes. First, random readers rule out most choices: each reader is tried with every choice that has made no
//! difference so far. Then every reachable vector of points is examined for the remaining choices, so that "never changes the
//! result" is certain. If there are too many vectors, the remaining choices have no finding.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::conditions::Conditions;
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::analysis::random_answers::RandomReader;
use crate::analysis::ways::{Counted, any_reachable, count_all_points};
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Question, Quiz};

/// How many random readers the first pass tries.
const READERS: usize = 8_000;

/// The questions and choices that never change a result.
pub(crate) struct Redundant {
    /// For each question, whether every reader gets the same result without it.
    pub(crate) questions: Vec<bool>,
    /// For each question, the choices that never change a result, in ascending order. A choice without points in a pick-one
    /// question is not among them: a reader may need it to say that nothing fits.
    pub(crate) choices: Vec<Vec<usize>>,
}

/// Finds questions and choices that never change a result. `can_examine` says whether there are few enough reachable vectors of
/// points to examine all.
pub(crate) fn find(
    quiz: &Quiz,
    can_examine: bool,
    random: &mut impl FnMut() -> f64,
    on_progress: &mut impl FnMut(AnalysisProgress),
) -> Redundant {
    let conditions = Conditions::of(quiz);
    let mut candidates: Vec<Candidates> =
        quiz.questions.iter().enumerate().map(|(i, it)| Candidates::new(i, it, &conditions)).collect();
    ask_random_readers(quiz, &mut candidates, random, on_progress);
    if can_examine {
        let total = candidates.len();
        for (done, candidate) in candidates.iter_mut().enumerate() {
            on_progress(AnalysisProgress { task: "examining every answer", done, total });
            candidate.examine(quiz);
        }
    } else {
        candidates.clear();
    }
    let mut found = Redundant { questions: Vec::new(), choices: Vec::new() };
    for (i, question) in quiz.questions.iter().enumerate() {
        let idle = candidates.iter().find(|it| it.question == i).map_or(&[][..], |it| &it.choices);
        let no_points = |it: &usize| question.choices[*it].points.is_empty();
        found.questions.push(!conditions.names_any(i) && can_be_left_out(quiz, i, idle));
        let without_points = question.choices.iter().enumerate().filter(|(choice, it)| {
            question.kind == QuestionKind::TickAll
                && !it.exclusive
                && it.flags.is_empty()
                && no_points(choice)
                && !decides(&conditions, i, question, *choice)
        });
        let mut choices: Vec<usize> = idle.iter().copied().chain(without_points.map(|(i, _)| i)).collect();
        choices.sort_unstable();
        found.choices.push(choices);
    }
    found
}

/// Whether picking a choice can decide which later questions are asked. A tick also clears the exclusive choice.
fn decides(conditions: &Conditions, index: usize, question: &Question, choice: usize) -> bool {
    let exclusive = question.choices.iter().position(|it| it.exclusive);
    conditions.names(index, choice) || exclusive.is_some_and(|it| conditions.names(index, it))
}

/// The choices of a question that have made no difference so far.
struct Candidates {
    question: usize,
    choices: Vec<usize>,
}

impl Candidates {
    fn new(index: usize, question: &Question, conditions: &Conditions) -> Self {
        let choices = question.choices.iter().enumerate();
        let choices = choices.filter(|(i, it)| {
            it.flags.is_empty() && !it.points.is_empty() && !decides(conditions, index, question, *i)
        });
        Self { question: index, choices: choices.map(|(i, _)| i).collect() }
    }

    /// Keeps the choices that make no difference for any other answers.
    fn examine(&mut self, quiz: &Quiz) {
        match quiz.questions[self.question].kind {
            // The choices exclude each other, so the points of the question come from one of them.
            QuestionKind::PickOne | QuestionKind::Scale => {
                self.choices = idle_choices(quiz, self.question, Counted::Skipped, &self.choices);
            }
            QuestionKind::TickAll => self.choices.retain(|choice| {
                !idle_choices(quiz, self.question, Counted::Without(*choice), &[*choice]).is_empty()
            }),
        }
    }
}

/// Those of a question's choices that make no difference for any other answers. `rest` is what else of the question counts.
fn idle_choices(quiz: &Quiz, index: usize, rest: Counted, choices: &[usize]) -> Vec<usize> {
    let question = &quiz.questions[index];
    let mut counted = count_all_points(quiz);
    counted[index] = rest;
    let mut same = choices.to_vec();
    let mut comparison = ResultComparison::new(quiz);
    let seen = any_reachable(quiz, &counted, |way, raw| {
        if !way.asked[index] {
            return false;
        }
        comparison.set_base(raw, &way.most);
        same.retain(|choice| !comparison.differs_with(&question.choices[*choice].points));
        same.is_empty()
    });
    if seen.is_some() { same } else { Vec::new() }
}

/// The first pass: removes every choice that makes a difference for a random reader.
fn ask_random_readers(
    quiz: &Quiz,
    candidates: &mut Vec<Candidates>,
    random: &mut impl FnMut() -> f64,
    on_progress: &mut impl FnMut(AnalysisProgress),
) {
    let mut comparison = ResultComparison::new(quiz);
    let mut reader = RandomReader::new(quiz);
    let mut rest = Vec::new();
    for done in 0..READERS {
        candidates.retain(|it| !it.choices.is_empty());
        if candidates.is_empty() {
            return;
        }
        AnalysisProgress { task: "looking for choices that change nothing", done, total: READERS }
            .report_sometimes(on_progress);
        if done % 2 == 0 {
            let model = AnswerModel { tick: [0.1, 0.25, 0.5][done / 2 % 3], skip: 0.1 };
            reader.answer_by_model(quiz, model, random);
        } else {
            reader.answer_with_bias(quiz, random);
        }
        for candidate in candidates.iter_mut().filter(|it| reader.asked[it.question]) {
            let choices = &quiz.questions[candidate.question].choices;
            let picked = |choice: usize| reader.picked[candidate.question] & 1 << choice != 0;
            let without = |taken_back: &mut dyn Iterator<Item = usize>, rest: &mut Vec<i32>| {
                rest.clone_from(&reader.points);
                for (cause, points) in taken_back.flat_map(|choice| &choices[choice].points) {
                    rest[*cause] -= points;
                }
            };
            match quiz.questions[candidate.question].kind {
                QuestionKind::PickOne | QuestionKind::Scale => {
                    without(&mut (0..choices.len()).filter(|i| picked(*i)), &mut rest);
                    comparison.set_base(&rest, &reader.most);
                    candidate.choices.retain(|choice| !comparison.differs_with(&choices[*choice].points));
                }
                QuestionKind::TickAll => {
                    // Compare the reader's own points with those without a ticked box, or with an unticked box added.
                    comparison.set_base(&reader.points, &reader.most);
                    let most = quiz.questions[candidate.question].most_picks();
                    let is_full = reader.picked[candidate.question].count_ones() as usize >= most;
                    candidate.choices.retain(|choice| {
                        if picked(*choice) {
                            without(&mut std::iter::once(*choice), &mut rest);
                            !comparison.differs_from(&rest)
                        } else {
                            is_full || !comparison.differs_with(&choices[*choice].points)
                        }
                    });
                }
            }
        }
    }
    candidates.retain(|it| !it.choices.is_empty());
}

/// Whether every reader gets the same result without a question. `idle` are its choices that make no difference.
///
/// If a choice makes a difference, two readers with the same other answers get different results, and the quiz without the
/// question can give only one of them. If no choice does, every answer has the same result as skipping the question. But the
/// question still counts for the maximums of the causes, so the results without it are compared as well.
fn can_be_left_out(quiz: &Quiz, index: usize, idle: &[usize]) -> bool {
    let question = &quiz.questions[index];
    let idle_or_without_points = |i: usize| question.choices[i].points.is_empty() || idle.contains(&i);
    if quiz.questions.len() == 1
        || question.choices.iter().any(|it| !it.flags.is_empty())
        || !(0..question.choices.len()).all(idle_or_without_points)
    {
        return false;
    }
    let question_most: Vec<i32> = (0..quiz.causes.len()).map(|i| question.most_points_for(i)).collect();
    if quiz.most_points().iter().zip(&question_most).any(|(most, question)| most == question) {
        return false;
    }
    if idle.is_empty() {
        return true;
    }
    let mut counted = count_all_points(quiz);
    counted[index] = Counted::Skipped;
    let mut most = Vec::new();
    let (mut with, mut without) = (QuickVerdict::new(quiz), QuickVerdict::new(quiz));
    let (mut a, mut b) = (PointsResult::default(), PointsResult::default());
    let differs = any_reachable(quiz, &counted, |way, raw| {
        if !way.asked[index] {
            return false;
        }
        most.clear();
        most.extend(way.most.iter().zip(&question_most).map(|(most, question)| most - question));
        with.decide(raw, &way.most, &mut a);
        without.decide(raw, &most, &mut b);
        a != b
    });
    differs == Some(false)
}

/// Compares the result of some points with the results of others.
struct ResultComparison<'q> {
    verdict: QuickVerdict<'q>,
    base: Vec<i32>,
    /// The most points of each cause.
    most: Vec<i32>,
    base_result: PointsResult,
    other: Vec<i32>,
    other_result: PointsResult,
}

impl<'q> ResultComparison<'q> {
    fn new(quiz: &'q Quiz) -> Self {
        Self {
            verdict: QuickVerdict::new(quiz),
            base: Vec::new(),
            most: Vec::new(),
            base_result: PointsResult::default(),
            other: Vec::new(),
            other_result: PointsResult::default(),
        }
    }

    fn set_base(&mut self, raw: &[i32], most: &[i32]) {
        self.base.clear();
        self.base.extend_from_slice(raw);
        self.most.clear();
        self.most.extend_from_slice(most);
        self.verdict.decide(raw, most, &mut self.base_result);
    }

    /// Whether adding these points changes the result.
    fn differs_with(&mut self, points: &[(usize, i32)]) -> bool {
        self.other.clone_from(&self.base);
        for (cause, points) in points {
            self.other[*cause] += points;
        }
        self.verdict.decide(&self.other, &self.most, &mut self.other_result);
        self.other_result != self.base_result
    }

    /// Whether other points have another result.
    fn differs_from(&mut self, raw: &[i32]) -> bool {
        self.verdict.decide(raw, &self.most, &mut self.other_result);
        self.other_result != self.base_result
    }
}
