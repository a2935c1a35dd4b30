//! The outcome of a reader's answers: the ranking, the verdict, whether to see a doctor, and whether to offer the course.
//! `docs/scoring.md` has the rules.

use crate::file::parts::{CauseButton, Flag, Source};
use crate::file::rich_text::RichText;
use crate::model::picks::Picks;
use crate::model::quiz::{Choice, Question, Quiz};
use crate::session::asked::asked;
use crate::session::score::{RankedCause, rank};
use crate::session::verdict::{Verdict, doctor_first_causes, verdict};

/// The result of a reader whom no screen has stopped.
///
/// ```
/// use std::sync::Arc;
/// use which_cause_quiz::{Answers, Stage, read};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/upper-back-knots.json"));
/// let quiz = Arc::new(read(file).expect("a valid quiz"));
/// let answers = Answers::read(r#"{"answers": {"where": "both"}}"#, &quiz).expect("valid answers");
/// let session = answers.replay(quiz);
/// let Stage::Finished(outcome) = session.stage() else { panic!("no result") };
/// assert_eq!(outcome.ranking[0].score, 10);
/// assert_eq!(outcome.verdict.as_str(), "nothing");
/// assert!(outcome.offers_course());
/// ```
#[derive(Debug, Clone)]
pub struct Outcome<'q> {
    /// All causes, the highest score first. Causes with the same score are in the article's order.
    pub ranking: Vec<RankedCause<'q>>,
    /// The verdict.
    pub verdict: Verdict<'q>,
    /// The suggestion to see a doctor, if there is a reason.
    pub visit: Option<Visit<'q>>,
    /// The raised flags, each once, in the order of the quiz.
    pub flags: Vec<&'q Flag>,
    /// Whether the result offers the course.
    pub course: CourseOffer<'q>,
    quiz: &'q Quiz,
    /// The picks of the questions. A question that was not asked has none.
    picks: Vec<Option<Picks>>,
    /// Their answers, in the order of the questions.
    picked: Vec<SupportingAnswer<'q>>,
}

/// The reasons to see a doctor, as the list that a reader takes along. At least one of the three lists has an entry.
#[derive(Debug, Clone)]
pub struct Visit<'q> {
    /// The flags that the reader ticked on the safety screens.
    pub ticked: Vec<&'q Choice>,
    /// The flags that their answers raised.
    pub flags: Vec<&'q Flag>,
    /// Answers without a flag that speak for a doctor-first cause in this result.
    pub answers: Vec<SupportingAnswer<'q>>,
}

/// A question, and one choice that the reader picked.
#[derive(Debug, Clone, Copy)]
pub struct SupportingAnswer<'q> {
    /// The question.
    pub question: &'q Question,
    /// The picked choice.
    pub choice: &'q Choice,
}

/// Whether a result offers the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseOffer<'q> {
    /// It does. If a single cause is first, its line leads to the course.
    Offered(Option<&'q RichText>),
    /// It does not, because a doctor comes first. A line can say why.
    Withheld(Option<&'q RichText>),
}

impl CourseOffer<'_> {
    /// Whether the result offers the course, if the quiz has one.
    pub(crate) fn is_offered(self) -> bool {
        matches!(self, Self::Offered(_))
    }
}

impl<'q> Outcome<'q> {
    /// The outcome of the picks of every step: the screens, then the questions.
    pub(crate) fn new(quiz: &'q Quiz, picks: &[Picks]) -> Self {
        let screens = quiz.screens.len();
        let asked = asked(quiz, picks, picks.len());
        let asked_picks =
            asked.iter().zip(picks).map(|(asked, picks)| Some(*picks).filter(|_| *asked == Some(true)));
        let questions: Vec<Option<Picks>> = asked_picks.skip(screens).collect();
        let questions = &*questions;
        let screens = &picks[..screens];
        let ranking = rank(quiz, questions);
        let verdict = verdict(quiz, &ranking);
        let picked = picked_answers(quiz, questions);
        let is_raised = |i: &usize| picked.iter().any(|answer| answer.choice.flags.contains(i));
        let flags: Vec<&Flag> = (0..quiz.flags.len()).filter(is_raised).map(|i| &quiz.flags[i]).collect();
        let doctor_first = doctor_first_causes(quiz, &ranking, &verdict);
        let ticked: Vec<&Choice> = screens
            .iter()
            .enumerate()
            .flat_map(|(i, picks)| quiz.picked_choices(i, *picks))
            .filter(|choice| !choice.exclusive)
            .collect();
        let needs_visit =
            !ticked.is_empty() || !doctor_first.is_empty() || flags.iter().any(|flag| flag.visit);
        let visit = needs_visit.then(|| {
            let speaks_for_doctor = |answer: &SupportingAnswer<'_>| {
                doctor_first.iter().any(|cause| answer.choice.points_for(cause.index) > 0)
            };
            let is_for_visit =
                |answer: &&SupportingAnswer<'_>| answer.choice.flags.is_empty() && speaks_for_doctor(answer);
            let answers = picked.iter().filter(is_for_visit).copied().collect();
            Visit { ticked, flags: flags.clone(), answers }
        });
        let course = course_offer(&verdict, &doctor_first);
        Self { ranking, verdict, visit, flags, course, quiz, picks: questions.to_vec(), picked }
    }

    /// Whether the result offers the course. A quiz without a course offers none.
    #[must_use]
    pub fn offers_course(&self) -> bool {
        self.course.is_offered() && self.quiz.course.is_some()
    }

    /// The groups of causes with the same score, if at least one cause of the group is shown.
    #[must_use]
    pub fn ties(&self) -> Vec<&[RankedCause<'q>]> {
        let last_shown = self.verdict.shown().last().map_or(0, |ranked| ranked.rank);
        let groups = self.ranking.chunk_by(|a, b| a.rank == b.rank);
        groups.filter(|group| group.len() > 1 && group[0].rank <= last_shown).collect()
    }

    /// The answers that speak for a cause, at most `most`: those with the most points first, then in the order of the questions.
    /// None speak for a range of a total: all answers make it.
    #[must_use]
    pub fn why(&self, cause: &RankedCause<'_>, most: usize) -> Vec<SupportingAnswer<'q>> {
        let points = |answer: &SupportingAnswer<'_>| answer.choice.points_for(cause.index);
        let mut why: Vec<SupportingAnswer<'q>> = Vec::new();
        if self.quiz.scoring.is_total() {
            return why;
        }
        // Inserted in order: a sorting algorithm would be more code in the widget's module.
        for answer in self.picked.iter().filter(|answer| points(answer) > 0) {
            let index = why.partition_point(|other| points(other) >= points(answer));
            why.insert(index, *answer);
        }
        why.truncate(most);
        why
    }

    /// A cause's own button. Where a doctor comes first there is none, as there is no course.
    #[must_use]
    pub fn button(&self, cause: &RankedCause<'q>) -> Option<&'q CauseButton> {
        cause.cause.button.as_ref().filter(|_| self.course.is_offered())
    }

    /// The sources of the shown texts, each once, in the order of the quiz.
    #[must_use]
    pub fn sources(&self) -> Vec<&'q Source> {
        let quiz = self.quiz;
        let is_shown = |i: &usize| {
            let by_verdict = match &self.verdict {
                Verdict::Nothing => quiz.nothing_sources.contains(i),
                verdict => verdict.shown().iter().any(|ranked| ranked.cause.sources.contains(i)),
            };
            by_verdict || quiz.safety_sources.contains(i)
        };
        (0..quiz.sources.len()).filter(is_shown).map(|i| &quiz.sources[i]).collect()
    }

    /// Every asked question with its picked choices. A skipped question has none.
    #[must_use]
    pub fn answers(&self) -> Vec<(&'q Question, Vec<&'q Choice>)> {
        let answer = |(question, picks): (&'q Question, &Option<Picks>)| {
            let picks = (*picks)?;
            let picked = question.choices.iter().enumerate().filter(|(i, _)| picks.has(*i));
            Some((question, picked.map(|(_, choice)| choice).collect()))
        };
        self.quiz.questions.iter().zip(&self.picks).filter_map(answer).collect()
    }

    pub(crate) fn quiz(&self) -> &'q Quiz {
        self.quiz
    }
}

/// All answers, in the order of the questions.
fn picked_answers<'q>(quiz: &'q Quiz, picks: &[Option<Picks>]) -> Vec<SupportingAnswer<'q>> {
    let answers = quiz.questions.iter().zip(picks).flat_map(|(question, picks)| {
        let picks = picks.unwrap_or_default();
        let picked = question.choices.iter().enumerate().filter(move |(i, _)| picks.has(*i));
        picked.map(move |(_, choice)| SupportingAnswer { question, choice })
    });
    answers.collect()
}

fn course_offer<'q>(verdict: &Verdict<'q>, doctor_first: &[RankedCause<'q>]) -> CourseOffer<'q> {
    let shown = verdict.shown();
    if let Some(first) = doctor_first.first() {
        // The line refers to the cause's texts, so it is there only if they are shown.
        let is_shown = shown.iter().any(|ranked| ranked.index == first.index);
        return CourseOffer::Withheld(first.cause.course.as_ref().filter(|_| is_shown));
    }
    match shown {
        // Of several causes with the same top score, none leads to the course.
        [first, second, ..] if first.rank == second.rank => CourseOffer::Offered(None),
        [first, ..] => CourseOffer::Offered(first.cause.course.as_ref()),
        [] => CourseOffer::Offered(None),
    }
}
