//! The parts of a quiz file that describe a result: the limits between verdicts, the words for a score, and the texts of
//! each verdict.

use crate::decode::bounded::Bounded;
use crate::decode::id::{BandId, SourceId};
use crate::decode::macros::json_object;
use crate::file::rich_text::RichText;
use crate::file::suggestion::Suggestion;
use crate::file::template::{CauseLabel, Template, Text};

json_object! {
    #![codec]

    /// The limits between the verdicts, as scores of 0 to 100.
    pub struct Scoring, "the limits between the verdicts" {
        /// The lowest top score at which anything stands out, 1 to 100.
        lead_from: Bounded<1, 100>,
        /// How far behind the top score a cause can be and still share the result, 0 to 100.
        margin: Bounded<0, 100>,
        /// The most causes that a mixed result shows, 2 to 50.
        most_shown: Bounded<2, 50>,
        /// The lowest score at which a doctor-first cause puts the doctor first, even if it does not lead, 1 to 100. Required
        /// if there is such a cause.
        doctor_first_from: Option<Bounded<1, 100>>,
    }

    /// The words for a range of scores.
    pub struct Band, "a band" {
        /// The band's id.
        id: BandId,
        /// The lowest score of the band, 0 to 100.
        from: Bounded<0, 100>,
        /// How many of the reader's answers fit, in words.
        text: Text,
    }

    /// The texts of each verdict.
    pub struct Verdicts, "the texts of each verdict" {
        /// One cause leads.
        leads: LeadsText,
        /// Several causes are close together.
        mixed: MixedText,
        /// No cause stands out.
        nothing: NothingText,
    }

    /// The texts if one cause leads.
    pub struct LeadsText, "a verdict" {
        /// The heading; `{label}` is the cause's label.
        heading: Template<CauseLabel>,
        /// The line under the heading.
        text: RichText,
    }

    /// The texts if several causes are close together.
    pub struct MixedText, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under the heading.
        text: RichText,
        /// The line under the heading if more causes are close than are shown.
        spread: RichText,
    }

    /// The texts if no cause stands out.
    pub struct NothingText, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under the heading.
        text: RichText,
        /// Small things to try.
        try_this: Vec<Suggestion>,
        /// When to get it checked.
        get_checked: Vec<RichText>,
        /// The sources of these texts.
        sources: Vec<SourceId>,
    }
}
