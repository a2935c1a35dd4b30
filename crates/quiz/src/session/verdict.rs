//! The verdict of a ranking, and the doctor-first causes that count in it. `scoring` in the quiz file sets the limits.

use crate::model::quiz::Quiz;
use crate::session::score::RankedCause;

/// The verdict of a ranking.
#[derive(Debug, Clone)]
pub enum Verdict<'q> {
    /// One cause is ahead of all others by more than the margin.
    Leads(RankedCause<'q>),
    /// Two or more causes are within the margin of the top score.
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

    /// The groups of causes with the same score, if at least one cause of the group is shown.
    #[must_use]
    pub fn ties(&self) -> Vec<&[RankedCause<'q>]> {
        let Self::Mixed { close, shown } = self else { return Vec::new() };
        close
            .chunk_by(|a, b| a.rank == b.rank)
            .filter(|group| group.len() > 1 && group[0].rank <= close[*shown - 1].rank)
            .collect()
    }
}

pub(crate) fn verdict<'q>(quiz: &Quiz, ranking: &[RankedCause<'q>]) -> Verdict<'q> {
    let top = ranking[0].score;
    if top < quiz.scoring.lead_from.get() {
        return Verdict::Nothing;
    }
    let close: Vec<RankedCause<'q>> =
        ranking.iter().take_while(|ranked| is_close(quiz, top, ranked.score)).copied().collect();
    let most_shown = quiz.scoring.most_shown.get() as usize;
    match close.as_slice() {
        [leader] => Verdict::Leads(*leader),
        _ => Verdict::Mixed { shown: close.len().min(most_shown), close },
    }
}

/// Whether a score is within the margin of the top score.
fn is_close(quiz: &Quiz, top: u32, score: u32) -> bool {
    top - score <= quiz.scoring.margin.get()
}

/// The doctor-first causes that put the doctor before the course: those within the margin of the top score, shown or not, and
/// those with a high score of their own. If nothing stands out, only the latter count.
pub(crate) fn doctor_first_causes<'q>(
    quiz: &Quiz,
    ranking: &[RankedCause<'q>],
    verdict: &Verdict<'_>,
) -> Vec<RankedCause<'q>> {
    let top = ranking[0].score;
    let stands_out = !matches!(verdict, Verdict::Nothing);
    let counts = |score: u32| {
        quiz.scoring.doctor_first_from.is_some_and(|from| score >= from.get())
            || stands_out && is_close(quiz, top, score)
    };
    ranking.iter().filter(|ranked| ranked.cause.doctor_first && counts(ranked.score)).copied().collect()
}
