//! Which answers lead to a cause, and which question decides most about it.
//!
//! Exact odds for readers of each answer would take as many times as long as there are answers. So the shares are those among
//! random readers.

use serde::{Deserialize, Serialize};

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::analysis::random_answers::RandomReader;
use crate::file::parts::QuestionKind;
use crate::model::quiz::Quiz;

/// The answers that go with one cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CauseAnswers {
    /// The most points that any answers give it.
    pub most_points: i32,
    /// The share of readers who get it, 0 to 1.
    pub leads: f64,
    /// The questions, in the order of the quiz.
    pub questions: Vec<QuestionEffect>,
}

/// What the answers to one question do to one cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionEffect {
    /// How much of the difference between readers who get the cause and those who do not goes with this question, 0 to 1: the
    /// explained variance. The question with the highest share decides most.
    pub decides: f64,
    /// The choices, in the order of the question.
    pub choices: Vec<ChoiceEffect>,
}

/// What one choice does to one cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChoiceEffect {
    /// The points that it gives.
    pub points: i32,
    /// The share of readers with this answer who get the cause, 0 to 1. `None` if too few readers have it.
    pub leads: Option<f64>,
}

/// The fewest readers whose share is told.
const LEAST_READERS: u32 = 100;

/// Which answers lead to each cause, in the article's order, among `readers` random readers. If the best causes are the result, a
/// cause is shown rather than leads.
///
/// `random` returns uniform random numbers from 0 to below 1. `on_progress` is called from time to time.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/starter.json"));
/// # let quiz = which_cause_quiz::read(file).expect("a valid quiz");
/// # let mut state = 1_u32;
/// # let random = || {
/// #     state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
/// #     f64::from(state) / 4_294_967_296.0
/// # };
/// use which_cause_quiz::{AnswerModel, answer_effects};
///
/// let effects = answer_effects(&quiz, AnswerModel::ticking(0.25), 10_000, random, |_| ());
/// // "All over, old and new" is a sign of too much water.
/// let (wet, where_) = (&effects[0], &effects[0].questions[0]);
/// assert!(where_.choices[1].leads > Some(wet.leads));
/// ```
#[must_use]
pub fn answer_effects(
    quiz: &Quiz,
    model: AnswerModel,
    readers: u32,
    mut random: impl FnMut() -> f64,
    mut on_progress: impl FnMut(AnalysisProgress),
) -> Vec<CauseAnswers> {
    let causes = quiz.causes.len();
    let mut all = Group::new(causes);
    let mut by_choice: Vec<Vec<Group>> =
        quiz.questions.iter().map(|it| vec![Group::new(causes); it.choices.len()]).collect();
    let mut reader = RandomReader::new(quiz);
    let (mut verdict, mut result) = (QuickVerdict::new(quiz), PointsResult::default());
    for done in 0..readers {
        AnalysisProgress { task: "comparing answers", done: done as usize, total: readers as usize }
            .report_sometimes(&mut on_progress);
        reader.answer_by_model(quiz, model, &mut random);
        verdict.decide(&reader.points, &reader.most, &mut result);
        let got = result.compared(quiz);
        all.add(got);
        for (picked, groups) in reader.picked.iter().zip(&mut by_choice) {
            let mut rest = *picked;
            while rest != 0 {
                groups[rest.trailing_zeros() as usize].add(got);
                rest &= rest - 1;
            }
        }
    }
    let cause_answers = |cause: usize| CauseAnswers {
        most_points: quiz.causes[cause].max,
        leads: all.share(cause),
        questions: (quiz.questions.iter().zip(&by_choice))
            .map(|(question, groups)| QuestionEffect {
                decides: explained(cause, &all, groups, question.kind),
                choices: (question.choices.iter().zip(groups))
                    .map(|(choice, group)| ChoiceEffect {
                        points: choice.points_for(cause),
                        leads: (group.readers >= LEAST_READERS).then(|| group.share(cause)),
                    })
                    .collect(),
            })
            .collect(),
    };
    (0..causes).map(cause_answers).collect()
}

/// Readers, and how many of them get each cause.
#[derive(Clone)]
struct Group {
    readers: u32,
    got: Vec<u32>,
}

impl Group {
    fn new(causes: usize) -> Self {
        Self { readers: 0, got: vec![0; causes] }
    }

    fn add(&mut self, got: &[usize]) {
        self.readers += 1;
        for cause in got {
            self.got[*cause] += 1;
        }
    }

    /// The share of these readers who get a cause.
    fn share(&self, cause: usize) -> f64 {
        if self.readers == 0 { 0.0 } else { f64::from(self.got[cause]) / f64::from(self.readers) }
    }

    /// The readers of this group that are not in any of the others.
    fn without(&self, others: &[Self]) -> Self {
        let mut rest = self.clone();
        for other in others {
            rest.readers -= other.readers;
            for (rest, other) in rest.got.iter_mut().zip(&other.got) {
                *rest -= other;
            }
        }
        rest
    }
}

/// How much of the variance of getting a cause a question explains. The choices of which a reader picks one split the readers, and
/// so does each box that can be ticked.
fn explained(cause: usize, all: &Group, choices: &[Group], kind: QuestionKind) -> f64 {
    let split = |groups: &[Group]| {
        let rest = all.without(groups);
        let between =
            |group: &Group| f64::from(group.readers) * (group.share(cause) - all.share(cause)).powi(2);
        groups.iter().chain([&rest]).map(between).sum::<f64>() / f64::from(all.readers.max(1))
    };
    let between = match kind {
        QuestionKind::PickOne | QuestionKind::Scale => split(choices),
        QuestionKind::TickAll => choices.iter().map(|ticked| split(std::slice::from_ref(ticked))).sum(),
    };
    let variance = all.share(cause) * (1.0 - all.share(cause));
    if variance > 0.0 { (between / variance).min(1.0) } else { 0.0 }
}
