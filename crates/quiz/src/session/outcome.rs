//! What a reader's answers amount to: the verdict, whether a doctor comes first, what to tell one, and whether
//! the course is offered. Rules: the content brief's scoring rule, restated in ARCHITECTURE.md. Knows nothing of
//! how any of it looks.

use crate::file::parts::Flag;
use crate::file::parts::Source;
use crate::file::template::Text;
use crate::model::picks::Picks;
use crate::model::quiz::{Cause, Choice, Question, Quiz};
use crate::session::score::{RankedCause, rank};

/// A reader's result.
#[derive(Debug, Clone)]
pub struct Outcome<'q> {
    /// Every cause, the highest score first.
    pub ranking: Vec<RankedCause<'q>>,
    /// What the ranking amounts to.
    pub verdict: Verdict<'q>,
    /// The suggestion to see someone, where there is reason for one.
    pub visit: Option<Visit<'q>>,
    /// What is worth telling a professional, in the order of the quiz's flags.
    pub flags: Vec<&'q Flag>,
    /// Whether the result may lead to the course.
    pub course: CourseOffer<'q>,
    quiz: &'q Quiz,
    picks: Vec<Picks>,
}

/// What a ranking amounts to.
#[derive(Debug, Clone)]
pub enum Verdict<'q> {
    /// One cause is ahead of all others by more than the margin.
    Leads(RankedCause<'q>),
    /// Two or more are within the margin of the top.
    Mixed {
        /// Those within it, the highest score first, and in the article's order where level.
        close: Vec<RankedCause<'q>>,
        /// How many of them are shown, from the first.
        shown: usize,
    },
    /// No score is high enough.
    Nothing,
}

impl<'q> Verdict<'q> {
    /// The verdict in a word: "leads", "mixed" or "nothing".
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Leads(_) => "leads",
            Self::Mixed { .. } => "mixed",
            Self::Nothing => "nothing",
        }
    }

    /// The causes whose texts the result shows.
    #[must_use]
    pub fn shown(&self) -> &[RankedCause<'q>] {
        match self {
            Self::Leads(standing) => std::slice::from_ref(standing),
            Self::Mixed { close, shown } => &close[..*shown],
            Self::Nothing => &[],
        }
    }

    /// Whether more causes are close together than are shown.
    #[must_use]
    pub fn is_spread(&self) -> bool {
        matches!(self, Self::Mixed { close, shown } if close.len() > *shown)
    }

    /// The causes that share a score with a shown one, whether they are shown or not: a group for each such score.
    #[must_use]
    pub fn level(&self) -> Vec<&[RankedCause<'q>]> {
        let Self::Mixed { close, shown } = self else { return Vec::new() };
        close
            .chunk_by(|a, b| a.rank == b.rank)
            .filter(|group| group.len() > 1 && group[0].rank <= close[*shown - 1].rank)
            .collect()
    }
}

/// The reasons to see someone, as the list that a reader takes along. One of the three has something in it.
#[derive(Debug, Clone)]
pub struct Visit<'q> {
    /// What they ticked in the screening.
    pub ticked: Vec<&'q Choice>,
    /// What their answers raised.
    pub flags: Vec<&'q Flag>,
    /// What else speaks for a doctor-first cause that counts here: answers that raise no flag.
    pub answers: Vec<SupportingAnswer<'q>>,
}

/// An answer in the reader's own words: what was asked, and one choice that they picked.
#[derive(Debug, Clone, Copy)]
pub struct SupportingAnswer<'q> {
    /// What was asked.
    pub question: &'q Question,
    /// What they picked.
    pub choice: &'q Choice,
}

/// Whether a result may lead to the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseOffer<'q> {
    /// It may, with a line of the leading cause where one leads.
    Offered(Option<&'q Text>),
    /// A doctor comes first: it may not, and a line may say why.
    Withheld(Option<&'q Text>),
}

impl CourseOffer<'_> {
    /// Whether the result may lead to the course.
    #[must_use]
    pub fn is_offered(self) -> bool {
        matches!(self, Self::Offered(_))
    }
}

impl<'q> Outcome<'q> {
    /// Weighs the picks of every step, screens and then questions, of a reader whom no screen has stopped.
    pub(crate) fn of(quiz: &'q Quiz, picks: &[Picks]) -> Self {
        let (screens, questions) = picks.split_at(quiz.screens.len().min(picks.len()));
        let ranking = rank(quiz, questions);
        let verdict = verdict(quiz, &ranking);
        let flags = flags(quiz, questions);
        let doctor_first = doctor_first(quiz, &ranking, &verdict);
        let ticked: Vec<&Choice> = screens
            .iter()
            .enumerate()
            .flat_map(|(i, picks)| quiz.picked_of(i, *picks))
            .filter(|choice| !choice.exclusive)
            .collect();
        let course = course(&verdict, &doctor_first);
        let mut outcome =
            Self { ranking, verdict, visit: None, flags, course, quiz, picks: questions.to_vec() };
        if !ticked.is_empty() || !doctor_first.is_empty() || outcome.flags.iter().any(|it| it.visit) {
            let speaks = |it: &SupportingAnswer<'_>| {
                doctor_first.iter().any(|first| it.choice.points_for(first.index) > 0)
            };
            let answers =
                said(quiz, questions).filter(|it| it.choice.flags.is_empty() && speaks(it)).collect();
            outcome.visit = Some(Visit { ticked, flags: outcome.flags.clone(), answers });
        }
        outcome
    }

    /// The reader's own answers that speak for a cause: the most points first, then as they were asked; at most
    /// `most`.
    #[must_use]
    pub fn why(&self, standing: &RankedCause<'_>, most: usize) -> Vec<SupportingAnswer<'q>> {
        let points = |said: &SupportingAnswer<'_>| said.choice.points_for(standing.index);
        let mut why: Vec<SupportingAnswer<'q>> = Vec::new();
        for said in self.said_for(standing.index) {
            let place = why.partition_point(|it| points(it) >= points(&said));
            why.insert(place, said);
        }
        why.truncate(most);
        why
    }

    /// What the texts of this result rest on, each once, in the order of the quiz's sources.
    #[must_use]
    pub fn sources(&self) -> Vec<&'q Source> {
        let quiz = self.quiz;
        let rests_on = |i: &usize| {
            let by_verdict = match &self.verdict {
                Verdict::Nothing => quiz.nothing_sources.contains(i),
                verdict => verdict.shown().iter().any(|it| it.cause.sources.contains(i)),
            };
            by_verdict || quiz.safety_sources.contains(i)
        };
        (0..quiz.sources.len()).filter(rests_on).map(|i| &quiz.sources[i]).collect()
    }

    /// Every question with what the reader picked there; nothing where they skipped it.
    #[must_use]
    pub fn answers(&self) -> Vec<(&'q Question, Vec<&'q Choice>)> {
        let answer = |(question, picks): (&'q Question, &Picks)| {
            let picked = question.choices.iter().enumerate().filter(|(i, _)| picks.has(*i));
            (question, picked.map(|(_, choice)| choice).collect())
        };
        self.quiz.questions.iter().zip(&self.picks).map(answer).collect()
    }

    pub(crate) fn quiz(&self) -> &'q Quiz {
        self.quiz
    }

    /// The answers that give points to the cause at `cause`, as they were asked.
    fn said_for(&self, cause: usize) -> impl Iterator<Item = SupportingAnswer<'q>> {
        said(self.quiz, &self.picks).filter(move |said| said.choice.points_for(cause) > 0)
    }
}

/// All answers, as they were asked.
fn said<'q>(quiz: &'q Quiz, picks: &[Picks]) -> impl Iterator<Item = SupportingAnswer<'q>> {
    quiz.questions.iter().zip(picks).flat_map(|(question, picks)| {
        let picked = question.choices.iter().enumerate().filter(|(i, _)| picks.has(*i));
        picked.map(move |(_, choice)| SupportingAnswer { question, choice })
    })
}

pub(crate) fn verdict<'q>(quiz: &Quiz, ranking: &[RankedCause<'q>]) -> Verdict<'q> {
    let top = ranking[0].score;
    if top < quiz.scoring.lead_from.get() {
        return Verdict::Nothing;
    }
    let near: Vec<RankedCause<'q>> =
        ranking.iter().take_while(|it| within_margin(quiz, top, it.score)).copied().collect();
    let most_shown = quiz.scoring.most_shown.get() as usize;
    match near.as_slice() {
        [leader] => Verdict::Leads(*leader),
        _ => Verdict::Mixed { shown: near.len().min(most_shown), close: near },
    }
}

/// Whether a score is close enough to the top score to share the result with it.
fn within_margin(quiz: &Quiz, top: u32, score: u32) -> bool {
    top - score <= quiz.scoring.margin.get()
}

fn flags<'q>(quiz: &'q Quiz, picks: &[Picks]) -> Vec<&'q Flag> {
    let raised = |i: &usize| said(quiz, picks).any(|said| said.choice.flags.contains(i));
    (0..quiz.flags.len()).filter(raised).map(|i| &quiz.flags[i]).collect()
}

/// The doctor-first causes that weigh enough here to put the doctor before the course: those within the margin
/// of the lead, shown or not, and those with a high score whatever else leads. Where nothing stands out, only
/// the latter.
pub(crate) fn doctor_first<'q>(
    quiz: &Quiz,
    ranking: &[RankedCause<'q>],
    verdict: &Verdict<'_>,
) -> Vec<RankedCause<'q>> {
    let top = ranking[0].score;
    let something = !matches!(verdict, Verdict::Nothing);
    ranking
        .iter()
        .filter(|it| it.cause.doctor_first)
        .filter(|it| {
            quiz.scoring.doctor_first_from.is_some_and(|from| it.score >= from.get())
                || something && within_margin(quiz, top, it.score)
        })
        .copied()
        .collect()
}

fn course<'q>(verdict: &Verdict<'q>, doctor_first: &[RankedCause<'q>]) -> CourseOffer<'q> {
    if let Some(first) = doctor_first.first() {
        // Its line speaks of what the result has said of it, and would puzzle a reader where it is not shown.
        let shown = verdict.shown().iter().any(|it| it.index == first.index);
        return CourseOffer::Withheld(first.cause.course.as_ref().filter(|_| shown));
    }
    // Where several are level at the top, no single one's line leads to the course.
    let leader =
        verdict.shown().first().filter(|_| !matches!(verdict.shown(), [a, b, ..] if a.rank == b.rank));
    CourseOffer::Offered(leader.and_then(|it: &RankedCause<'q>| {
        let cause: &'q Cause = it.cause;
        cause.course.as_ref()
    }))
}
