//! How answers become a result, as an author writes it.

use crate::decode::bounded::Bounded;
use crate::decode::macros::{json_object, keywords};

/// The highest limit of a score in a quiz file.
pub(crate) const MAX_LIMIT: i32 = 100_000;

json_object! {
    /// How answers become a result.
    pub(crate) struct ScoringFile, "the rules for the result" {
        /// Which causes the result shows; those in the lead if it is left out. The score `total` needs none of the other keys.
        result: Option<ResultKind>,
        /// What a score is; a share if it is left out.
        score: Option<ScoreKind>,
        /// The lowest top score that stands out, from 0; for a share at most 100. Required for the result `lead`. If another
        /// result leaves it out, there is always a cause that stands out.
        lead_from: Option<Bounded<0, MAX_LIMIT>>,
        /// How far behind the top score a cause can be and still share the result, from 0; for a share at most 100. Required for
        /// the result `lead`, and only used there.
        margin: Option<Bounded<0, MAX_LIMIT>>,
        /// The most causes that a result shows, 2 to 50. Required for the results `lead` and `best`.
        most_shown: Option<Bounded<2, 50>>,
        /// The lowest score at which a doctor-first cause puts the doctor first, even if it does not lead, from 1; for a share at
        /// most 100. Required if there is such a cause.
        doctor_first_from: Option<Bounded<1, MAX_LIMIT>>,
    }
}

impl ScoringFile {
    /// Whether the result goes by ranges of a total.
    pub(crate) fn is_total(&self) -> bool {
        self.score == Some(ScoreKind::Total)
    }
}

keywords! {
    /// Which causes a result shows.
    pub enum ResultKind, "`lead`, `one` or `best`" {
        /// The cause in the lead, and every cause within `margin` of it.
        Lead = "lead",
        /// The cause with the highest score. Of several, the first in the article's order; the result names the others.
        One = "one",
        /// The causes with the highest scores, as many as `most_shown` says.
        Best = "best",
    }

    /// What a score is.
    pub enum ScoreKind, "`share`, `sum` or `total`" {
        /// The share of the points that the asked questions can give, in hundredths.
        Share = "share",
        /// The sum of the points.
        Sum = "sum",
        /// Choices give points to one total, and the cause in whose range it is leads. A range begins at the `from` of its cause.
        Total = "total",
    }
}
