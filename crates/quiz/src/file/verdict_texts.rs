//! The parts of a quiz file that describe a result: the limits between verdicts, the words for a score, and the texts of
//! each verdict.

use crate::decode::bounded::Bounded;
use crate::decode::id::{BandId, SourceId};
use crate::decode::macros::shapes;
use crate::file::suggestion::Suggestion;
use crate::file::template::{Lean, Template, Text};

shapes! {
    #![compact]

    /// Where the verdicts part from each other. All in points of score, 0 to 100.
    pub struct Scoring, "where the verdicts part" {
        /// From which top score on anything stands out at all, 1 to 100.
        lead_from: Bounded<1, 100>,
        /// How far behind the top a cause may be to make the picture mixed, 0 to 100.
        margin: Bounded<0, 100>,
        /// How many causes a mixed result shows at most, 2 to 50.
        most_shown: Bounded<2, 50>,
        /// From which score on a doctor-first cause puts the doctor first though it does not lead, 1 to 100. Needed
        /// where there is such a cause.
        doctor_first_from: Option<Bounded<1, 100>>,
    }

    /// The words for a range of scores.
    pub struct Band, "a band" {
        /// Its name.
        id: BandId,
        /// The lowest score in it, 0 to 100.
        from: Bounded<0, 100>,
        /// How many of the reader's answers fit, in words.
        text: Text,
    }

    /// What is said of each kind of result.
    pub struct Verdicts, "what is said of each kind of result" {
        /// One cause leads.
        leads: LeadsText,
        /// Several are close together.
        mixed: MixedText,
        /// Nothing stands out.
        nothing: NothingText,
    }

    /// What is said where one cause leads.
    pub struct LeadsText, "a verdict" {
        /// The heading; `{label}` is the cause's.
        heading: Template<Lean>,
        /// The line under it.
        text: Text,
    }

    /// What is said where several causes are close together.
    pub struct MixedText, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under it.
        text: Text,
        /// The line under it where more are close together than are shown.
        spread: Text,
    }

    /// What is said where nothing stands out.
    pub struct NothingText, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under it.
        text: Text,
        /// Small things to try.
        try_this: Vec<Suggestion>,
        /// When to get it checked.
        get_checked: Vec<Text>,
        /// What it rests on.
        sources: Vec<SourceId>,
    }
}
