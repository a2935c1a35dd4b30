//! The verdict of a ranking, and the doctor-first causes that count in it. `scoring` in the quiz file sets the limits.

use crate::model::quiz::Quiz;
use crate::model::scoring::Scoring;
use crate::session::score::RankedCause;

/// The verdict of a ranking.
#[derive(Debug, Clone)]
pub enum Verdict<'q> {
    /// One cause is the result: it is ahead of all others by more than the margin, or the only one to show.
    Leads(RankedCause<'q>),
    /// Two or more causes are the result: those within the margin of the top score, or the best ones.
    Mixed {
        /// These causes, the highest score first. Causes with the same score are in the article's order.
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
            Self::Leads(leader) => std::slice::from_ref(leader),
            Self::Mixed { close, shown } => &close[..*shown],
            Self::Nothing => &[],
        }
    }

    /// Whether more causes are close together than are shown.
    #[must_use]
    pub fn is_spread(&self) -> bool {
        matches!(self, Self::Mixed { close, shown } if close.len() > *shown)
    }
}

pub(crate) fn verdict<'q>(quiz: &Quiz, ranking: &[RankedCause<'q>]) -> Verdict<'q> {
    let scoring = &quiz.scoring;
    let top = ranking[0].score;
    if !scoring.stands_out(top) {
        return Verdict::Nothing;
    }
    let mut close: Vec<RankedCause<'q>> =
        ranking.iter().take_while(|ranked| scoring.is_close(top, ranked.score)).copied().collect();
    if scoring.margin.is_none() {
        close.truncate(scoring.most_shown);
    }
    match close.as_slice() {
        [leader] => Verdict::Leads(*leader),
        _ => Verdict::Mixed { shown: close.len().min(scoring.most_shown), close },
    }
}

impl Scoring {
    /// Whether a score is high enough to share the result with the top score: within the margin or, without a margin, high
    /// enough to stand out.
    pub(crate) fn is_close(&self, top: i32, score: i32) -> bool {
        self.margin.map_or_else(|| self.stands_out(score), |margin| top - score <= margin)
    }
}

/// The doctor-first causes that put the doctor before the course: those in the result, shown or not, and those with a high score
/// of their own. In the result are the causes within the margin or, without a margin, the shown ones and those tied with one
/// of them. If nothing stands out, only a high score counts.
pub(crate) fn doctor_first_causes<'q>(
    quiz: &Quiz,
    ranking: &[RankedCause<'q>],
    verdict: &Verdict<'_>,
) -> Vec<RankedCause<'q>> {
    let in_result = match verdict {
        Verdict::Mixed { close, .. } => close,
        verdict => verdict.shown(),
    };
    let least = in_result.last().map(|ranked| ranked.score);
    let counts = |score: i32| {
        quiz.scoring.doctor_first_from.is_some_and(|from| score >= from)
            || least.is_some_and(|least| score >= least)
    };
    ranking.iter().filter(|ranked| ranked.cause.doctor_first && counts(ranked.score)).copied().collect()
}
