//! Finds the questions and the choices of a quiz that change no result. Knows nothing of how they are told.
//!
//! Random readers nearly always come upon a difference: each of them is held to all choices that have made none yet. For
//! the choices that remain every reachable vector of points is examined, where they are few enough, so that "changes
//! nothing" is never a guess. Where they are too many, a choice counts as one that may make a difference.

use crate::analysis::answer_model::Model;
use crate::analysis::point_vectors::{Asked, any_reachable};
use crate::analysis::progress::Work;
use crate::analysis::quick_verdict::{Decided, QuickVerdict};
use crate::analysis::random_answers::RandomReader;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Question, Quiz};

/// How many random readers look for an answer that makes a difference.
const READERS: usize = 8_000;

/// What changes no result.
pub(crate) struct Redundant {
    /// By question, whether the quiz without it gives every reader the same result.
    pub(crate) questions: Vec<bool>,
    /// By question, its choices that change nothing, in rising order. One without points of a pick-one question is none of them:
    /// somebody may have to say that nothing fits.
    pub(crate) choices: Vec<Vec<usize>>,
}

/// Finds what changes no result. `all_fit` says whether every reachable vector of points of the quiz can be examined.
pub(crate) fn find(
    quiz: &Quiz,
    all_fit: bool,
    chance: &mut impl FnMut() -> f64,
    watch: &mut impl FnMut(Work),
) -> Redundant {
    let mut open: Vec<Open> = quiz.questions.iter().enumerate().map(|(i, it)| Open::of(i, it)).collect();
    ask_random_readers(quiz, &mut open, chance, watch);
    if all_fit {
        let of = open.len();
        for (done, it) in open.iter_mut().enumerate() {
            watch(Work { what: "examining every answer", done, of });
            it.examine(quiz);
        }
    } else {
        open.clear();
    }
    let mut found = Redundant { questions: Vec::new(), choices: Vec::new() };
    for (i, question) in quiz.questions.iter().enumerate() {
        let idle = open.iter().find(|it| it.question == i).map_or(&[][..], |it| &it.choices);
        let no_points = |it: &usize| question.choices[*it].points.is_empty();
        found.questions.push(can_be_left_out(quiz, i, idle));
        let without_points = question.choices.iter().enumerate().filter(|(i, it)| {
            question.kind == QuestionKind::TickAll && !it.exclusive && it.flags.is_empty() && no_points(i)
        });
        let mut choices: Vec<usize> = idle.iter().copied().chain(without_points.map(|(i, _)| i)).collect();
        choices.sort_unstable();
        found.choices.push(choices);
    }
    found
}

/// A question with choices of which no reader has been found for whom they make a difference.
struct Open {
    question: usize,
    choices: Vec<usize>,
}

impl Open {
    fn of(index: usize, question: &Question) -> Self {
        let choices = question.choices.iter().enumerate();
        let choices = choices.filter(|(_, it)| it.flags.is_empty() && !it.points.is_empty());
        Self { question: index, choices: choices.map(|(i, _)| i).collect() }
    }

    /// Keeps the choices that make no difference whatever else is answered.
    fn examine(&mut self, quiz: &Quiz) {
        let question = &quiz.questions[self.question];
        match question.kind {
            // The choices exclude each other: the others give nothing beside it.
            QuestionKind::PickOne => {
                let mut rest = Asked::all(quiz);
                rest.remove(self.question);
                self.choices = same_everywhere(quiz, &rest, question, &self.choices);
            }
            QuestionKind::TickAll => self.choices.retain(|choice| {
                let mut rest = Asked::all(quiz);
                rest[self.question].without = Some(*choice);
                !same_everywhere(quiz, &rest, question, &[*choice]).is_empty()
            }),
        }
    }
}

/// The choices that change nothing for any answers to what is asked.
fn same_everywhere(quiz: &Quiz, asked: &[Asked<'_>], question: &Question, choices: &[usize]) -> Vec<usize> {
    let mut same = choices.to_vec();
    let mut compare = Compare::new(quiz);
    let seen = any_reachable(quiz, asked, |raw| {
        compare.rest_is(raw);
        same.retain(|choice| !compare.differs(&question.choices[*choice].points));
        same.is_empty()
    });
    if seen.is_some() { same } else { Vec::new() }
}

/// Drops every choice that makes a difference for one of many random readers.
fn ask_random_readers(
    quiz: &Quiz,
    open: &mut Vec<Open>,
    chance: &mut impl FnMut() -> f64,
    watch: &mut impl FnMut(Work),
) {
    let mut compare = Compare::new(quiz);
    let mut reader = RandomReader::of(quiz);
    let mut rest = Vec::new();
    for done in 0..READERS {
        open.retain(|it| !it.choices.is_empty());
        if open.is_empty() {
            return;
        }
        Work { what: "looking for choices that change nothing", done, of: READERS }.tell_now_and_then(watch);
        if done % 2 == 0 {
            let model = Model { tick: [0.1, 0.25, 0.5][done / 2 % 3], skip: 0.1 };
            reader.answer_evenly(quiz, model, chance);
        } else {
            reader.answer_leaning(quiz, chance);
        }
        for it in &mut *open {
            let choices = &quiz.questions[it.question].choices;
            let picked = |choice: usize| reader.picked[it.question] & 1 << choice != 0;
            let without = |taken_back: &mut dyn Iterator<Item = usize>, rest: &mut Vec<u32>| {
                rest.clone_from(&reader.raw);
                for (cause, points) in taken_back.flat_map(|choice| &choices[choice].points) {
                    rest[*cause] -= points;
                }
            };
            match quiz.questions[it.question].kind {
                QuestionKind::PickOne => {
                    without(&mut (0..choices.len()).filter(|i| picked(*i)), &mut rest);
                    compare.rest_is(&rest);
                    it.choices.retain(|choice| !compare.differs(&choices[*choice].points));
                }
                QuestionKind::TickAll => {
                    // Without a ticked box, and with one that is not ticked: beside the reader's own points.
                    compare.rest_is(&reader.raw);
                    it.choices.retain(|choice| {
                        if picked(*choice) {
                            without(&mut std::iter::once(*choice), &mut rest);
                            !compare.differs_at(&rest)
                        } else {
                            !compare.differs(&choices[*choice].points)
                        }
                    });
                }
            }
        }
    }
    open.retain(|it| !it.choices.is_empty());
}

/// Whether a quiz without a question gives every reader the same result, where these of its choices change nothing.
///
/// If one of its choices makes a difference, two readers who answer all else alike get different results, of which the quiz
/// without the question can give one alone. If none does, all of its answers give what skipping it gives, and the question
/// still has a part in the most points that the causes can get.
fn can_be_left_out(quiz: &Quiz, index: usize, idle: &[usize]) -> bool {
    let question = &quiz.questions[index];
    let idle_or_without_points = |i: usize| question.choices[i].points.is_empty() || idle.contains(&i);
    if quiz.questions.len() == 1
        || question.choices.iter().any(|it| !it.flags.is_empty())
        || !(0..question.choices.len()).all(idle_or_without_points)
    {
        return false;
    }
    let most = |(i, cause): (usize, &crate::model::quiz::Cause)| cause.max - question.most_points_for(i);
    let most: Vec<u32> = quiz.causes.iter().enumerate().map(most).collect();
    if most.contains(&0) {
        return false;
    }
    if idle.is_empty() {
        return true;
    }
    let mut rest = Asked::all(quiz);
    rest.remove(index);
    let (mut with, mut without) = (QuickVerdict::new(quiz), QuickVerdict::with_most(quiz, &most));
    let (mut a, mut b) = (Decided::default(), Decided::default());
    let differs = any_reachable(quiz, &rest, |raw| {
        with.decide(raw, &mut a);
        without.decide(raw, &mut b);
        a != b
    });
    differs == Some(false)
}

/// Compares the results of points with those of other points.
struct Compare<'q> {
    verdict: QuickVerdict<'q>,
    rest: Vec<u32>,
    of_rest: Decided,
    more: Vec<u32>,
    of_more: Decided,
}

impl<'q> Compare<'q> {
    fn new(quiz: &'q Quiz) -> Self {
        let (of_rest, of_more) = (Decided::default(), Decided::default());
        Self { verdict: QuickVerdict::new(quiz), rest: Vec::new(), of_rest, more: Vec::new(), of_more }
    }

    fn rest_is(&mut self, raw: &[u32]) {
        self.rest.clear();
        self.rest.extend_from_slice(raw);
        self.verdict.decide(raw, &mut self.of_rest);
    }

    /// Whether these points more change the result.
    fn differs(&mut self, points: &[(usize, u32)]) -> bool {
        self.more.clone_from(&self.rest);
        for (cause, points) in points {
            self.more[*cause] += points;
        }
        self.verdict.decide(&self.more, &mut self.of_more);
        self.of_more != self.of_rest
    }

    /// Whether the result of other points is another one.
    fn differs_at(&mut self, raw: &[u32]) -> bool {
        self.verdict.decide(raw, &mut self.of_more);
        self.of_more != self.of_rest
    }
}
