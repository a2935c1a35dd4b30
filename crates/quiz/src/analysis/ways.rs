//! Every vector of points that answers to a quiz can give, with its chance, found by convolution: answer after answer,
//! equal vectors are merged. The work grows with questions × reachable vectors, not with the number of answer sets.
//!
//! A quiz whose questions have conditions has several ways through it: sets of questions that are asked. The vectors of each way
//! are kept apart, and on the way also those of each standing of the conditions that are still to be decided.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::conditions::{Conditions, Standings};
use crate::analysis::point_vectors::{MAX_VECTORS, Vector, VectorLayout, Vectors, merged, shifted};
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Question, Quiz};

/// The most ways through a quiz, with the standings of later conditions, that are examined. The odds of a quiz with more are
/// estimated.
pub const MAX_WAYS: usize = 1 << 14;

/// The points of a question that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// All points.
    All,
    /// All points but those of one choice.
    Without(usize),
    /// Nothing: the question is asked and skipped.
    Skipped,
    /// No points: an answer only decides which later questions are asked.
    OnlyConditions,
}

/// One way through a quiz.
pub(crate) struct Way {
    /// Whether each question is asked.
    pub(crate) asked: Vec<bool>,
    /// The most points that the asked questions can give to each cause.
    pub(crate) most: Vec<i32>,
    /// The vectors of points that answers on this way can give.
    pub(crate) vectors: Vectors,
}

/// Whether `holds` is true on any way for any vector of points that answers can give. Stops at the first one. `None` if there are
/// too many vectors or ways. The vectors of one way follow each other.
pub(crate) fn any_reachable(
    quiz: &Quiz,
    counted: &[Counted],
    mut holds: impl FnMut(&Way, &[i32]) -> bool,
) -> Option<bool> {
    let layout = VectorLayout::of(quiz)?;
    let mut raw = Vec::new();
    let ways = ways(quiz, counted, &layout, AnswerModel::ANYTHING)?;
    Some(ways.iter().any(|way| {
        way.vectors.iter().any(|(vector, _)| {
            layout.decode(*vector, &mut raw);
            holds(way, &raw)
        })
    }))
}

/// For each question, that all its points count.
pub(crate) fn count_all_points(quiz: &Quiz) -> Vec<Counted> {
    vec![Counted::All; quiz.questions.len()]
}

/// The ways through a quiz, with the vectors that answers can give on each. `None` if there are more than [`MAX_VECTORS`] in all,
/// or more than [`MAX_WAYS`].
pub(crate) fn ways(
    quiz: &Quiz,
    counted: &[Counted],
    layout: &VectorLayout,
    model: AnswerModel,
) -> Option<Vec<Way>> {
    let conditions = Conditions::of(quiz);
    let mut states = States::default();
    states.add(conditions.start(), vec![(layout.zero(), 1.0)])?;
    for (index, question) in quiz.questions.iter().enumerate() {
        let step =
            QuestionStep { index, question, counted: counted[index], layout, model, conditions: &conditions };
        let mut next = States::default();
        for (mut standings, vectors) in states.by_standings {
            if conditions.arrive(&mut standings, index) {
                step.answer(&standings, vectors, &mut next)?;
            } else {
                next.add(standings, vectors)?;
            }
        }
        states = next;
    }
    let way = |(standings, vectors): (Standings, Vectors)| {
        debug_assert!(vectors.is_sorted_by(|a, b| a.0 < b.0));
        let asked = conditions.asked(&standings);
        let most = most_points(quiz, &asked);
        Way { asked, most, vectors }
    };
    Some(states.by_standings.into_iter().map(way).collect())
}

/// The most points that these questions can give to each cause.
pub(crate) fn most_points(quiz: &Quiz, asked: &[bool]) -> Vec<i32> {
    let mut most = quiz.most_points();
    for (question, _) in quiz.questions.iter().zip(asked).filter(|(_, asked)| !**asked) {
        for (cause, most) in most.iter_mut().enumerate() {
            *most -= question.most_points_for(cause);
        }
    }
    most
}

/// Vectors by the standings of the conditions.
#[derive(Default)]
struct States {
    by_standings: BTreeMap<Standings, Vectors>,
    vectors: usize,
}

impl States {
    /// Adds vectors. `None` if there are too many then.
    fn add(&mut self, standings: Standings, vectors: Vectors) -> Option<()> {
        match self.by_standings.entry(standings) {
            Entry::Vacant(entry) => {
                self.vectors += vectors.len();
                entry.insert(vectors);
            }
            Entry::Occupied(mut entry) => {
                let merged = merged(entry.get(), &vectors)?;
                self.vectors += merged.len() - entry.get().len();
                entry.insert(merged);
            }
        }
        (self.vectors <= MAX_VECTORS && self.by_standings.len() <= MAX_WAYS).then_some(())
    }
}

/// One question, and how it is answered.
struct QuestionStep<'s> {
    index: usize,
    question: &'s Question,
    counted: Counted,
    layout: &'s VectorLayout,
    model: AnswerModel,
    conditions: &'s Conditions,
}

impl QuestionStep<'_> {
    /// Adds the vectors that answers to the question make of others.
    fn answer(&self, standings: &Standings, vectors: Vectors, next: &mut States) -> Option<()> {
        if self.counted == Counted::Skipped {
            return next.add(standings.clone(), vectors);
        }
        let skip = if self.question.required { 0.0 } else { self.model.skip };
        if skip > 0.0 {
            next.add(standings.clone(), shifted(&vectors, 0, skip))?;
        }
        match self.question.kind {
            QuestionKind::PickOne | QuestionKind::Scale => {
                #[allow(clippy::cast_precision_loss, reason = "at most 64 choices")]
                let chance = (1.0 - skip) / self.question.choices.len() as f64;
                for choice in 0..self.question.choices.len() {
                    next.add(self.after(standings, choice), shifted(&vectors, self.points(choice), chance))?;
                }
            }
            QuestionKind::TickAll => {
                let ticked = match self.question.at_most {
                    Some(at_most) => self.tick_at_most(at_most, standings, vectors),
                    None => self.tick(standings, vectors),
                };
                for (standings, vectors) in ticked?.by_standings {
                    let answered = if skip > 0.0 { shifted(&vectors, 0, 1.0 - skip) } else { vectors };
                    next.add(standings, answered)?;
                }
            }
        }
        Some(())
    }

    /// The vectors that ticks make of others: box by box, so that sets of ticks are never enumerated.
    fn tick(&self, standings: &Standings, vectors: Vectors) -> Option<States> {
        let (exclusive, boxes) = self.exclusive_and_boxes();
        // If a condition names the exclusive choice, the readers who have not ticked a box yet are kept apart.
        let exclusive = exclusive.filter(|i| self.conditions.names(self.index, *i));
        let mut ticked = States::default();
        let mut unticked = None;
        if exclusive.is_some() {
            unticked = Some(vectors);
        } else {
            ticked.add(standings.clone(), vectors)?;
        }
        let tick = self.model.tick;
        for choice in boxes {
            let points = self.points(choice);
            if points == 0 && exclusive.is_none() && !self.conditions.names(self.index, choice) {
                continue;
            }
            let mut next = States::default();
            for (standings, vectors) in &ticked.by_standings {
                next.add(standings.clone(), shifted(vectors, 0, 1.0 - tick))?;
                next.add(self.after(standings, choice), shifted(vectors, points, tick))?;
            }
            if let Some(unticked) = &mut unticked {
                next.add(self.after(standings, choice), shifted(unticked, points, tick))?;
                *unticked = shifted(unticked, 0, 1.0 - tick);
            }
            ticked = next;
        }
        if let (Some(exclusive), Some(unticked)) = (exclusive, unticked) {
            ticked.add(self.after(standings, exclusive), unticked)?;
        }
        Some(ticked)
    }

    /// The vectors that ticks make of others, if a reader can tick at most so many boxes.
    ///
    /// A random reader ticks boxes independently. Of more ticks than the question takes, a random few remain. So a number of
    /// ticks has its chance, and each set of so many boxes is equally likely.
    fn tick_at_most(&self, at_most: usize, standings: &Standings, vectors: Vectors) -> Option<States> {
        let (exclusive, boxes) = self.exclusive_and_boxes();
        // For each number of ticks, the vectors after all sets of so many boxes, with the number of sets as weights.
        let mut by_ticks: Vec<States> = (0..=at_most).map(|_| States::default()).collect();
        by_ticks[0].add(standings.clone(), vectors)?;
        for choice in &boxes {
            let points = self.points(*choice);
            for ticks in (1..=at_most).rev() {
                let (fewer, more) = by_ticks.split_at_mut(ticks);
                for (standings, vectors) in &fewer[ticks - 1].by_standings {
                    more[0].add(self.after(standings, *choice), shifted(vectors, points, 1.0))?;
                }
            }
        }
        let mut ticked = States::default();
        for (ticks, states) in by_ticks.into_iter().enumerate() {
            let numbers = ticks..=if ticks == at_most { boxes.len() } else { ticks };
            let chance: f64 = numbers.map(|ticks| binomial(boxes.len(), ticks, self.model.tick)).sum();
            let chance = chance / sets(boxes.len(), ticks);
            for (standings, vectors) in states.by_standings {
                let standings = match exclusive {
                    Some(exclusive) if ticks == 0 => self.after(&standings, exclusive),
                    _ => standings,
                };
                ticked.add(standings, shifted(&vectors, 0, chance))?;
            }
        }
        Some(ticked)
    }

    /// The exclusive choice of a tick-all question, and all others.
    fn exclusive_and_boxes(&self) -> (Option<usize>, Vec<usize>) {
        let choices = &self.question.choices;
        let boxes = (0..choices.len()).filter(|i| !choices[*i].exclusive).collect();
        (choices.iter().position(|it| it.exclusive), boxes)
    }

    fn after(&self, standings: &Standings, choice: usize) -> Standings {
        self.conditions.after(standings, self.index, choice)
    }

    /// The points of a choice, as a number to add to that of a vector.
    fn points(&self, choice: usize) -> Vector {
        match self.counted {
            Counted::All => self.layout.encode(&self.question.choices[choice].points),
            Counted::Without(without) if without != choice => {
                self.layout.encode(&self.question.choices[choice].points)
            }
            _ => 0,
        }
    }
}

/// The chance of exactly so many ticks.
fn binomial(boxes: usize, ticks: usize, tick: f64) -> f64 {
    let power = |base: f64, exponent: usize| base.powi(i32::try_from(exponent).unwrap_or(i32::MAX));
    sets(boxes, ticks) * power(tick, ticks) * power(1.0 - tick, boxes - ticks)
}

/// The number of sets of so many boxes.
#[allow(clippy::cast_precision_loss, reason = "at most 64 boxes")]
fn sets(boxes: usize, ticks: usize) -> f64 {
    (0..ticks).map(|i| (boxes - i) as f64 / (i + 1) as f64).product()
}
