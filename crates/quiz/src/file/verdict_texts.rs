//! The parts of a quiz file that describe a result: the words for a score, and the texts of each verdict.

use crate::decode::bounded::Bounded;
use crate::decode::id::{BandId, SourceId};
use crate::decode::macros::json_object;
use crate::file::rich_text::RichText;
use crate::file::scoring::MAX_LIMIT;
use crate::file::suggestion::Suggestion;
use crate::file::template::{CauseLabel, Template, Text};

json_object! {
    #![codec]

    /// The words for a range of scores.
    pub struct Band, "a band" {
        /// The band's id.
        id: BandId,
        /// The lowest score of the band, from 0; for a share at most 100.
        from: Bounded<0, MAX_LIMIT>,
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
