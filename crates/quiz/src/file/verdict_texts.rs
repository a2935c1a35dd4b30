//! The parts of a quiz file that describe a result: the bands, and the texts of each verdict.

use crate::decode::bounded::Bounded;
use crate::decode::codec::codec;
use crate::decode::id::{BandId, SourceId};
use crate::decode::macros::json_object;
use crate::file::rich_text::RichText;
use crate::file::scoring::MAX_LIMIT;
use crate::file::suggestion::Suggestion;
use crate::file::template::{CauseLabel, Template, Text};

json_object! {
    #![codec]

    /// A text for a range of scores.
    pub struct Band, "a band" {
        /// The band's id.
        id: BandId,
        /// The lowest score of the band, from 0; for a share at most 100.
        from: Bounded<0, MAX_LIMIT>,
        /// How many of the reader's answers fit, in words.
        text: Text,
    }

    /// The texts if one cause leads.
    pub struct LeadsText, "a verdict" {
        /// The heading; `{label}` is the cause's label.
        heading: Template<CauseLabel>,
        /// The line under the heading.
        text: RichText,
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

json_object! {
    /// The texts of each verdict.
    pub(crate) struct VerdictsFile, "the texts of each verdict" {
        /// One cause leads.
        leads: LeadsText,
        /// Several causes are the result. Required for the results `lead` and `best`.
        mixed: Option<MixedFile>,
        /// No cause stands out. Required for the result `lead`, with a `lead_from`, and with the score `total`.
        nothing: Option<NothingText>,
    }

    /// The texts if several causes are the result.
    pub(crate) struct MixedFile, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under the heading.
        text: RichText,
        /// The line under the heading if more causes are close than are shown. Required for the result `lead`.
        spread: Option<RichText>,
    }
}

/// The texts of each verdict. Those of a verdict that no reader can get are empty.
#[derive(Debug, Clone)]
pub struct Verdicts {
    /// One cause leads.
    pub leads: LeadsText,
    /// Several causes are close together.
    pub mixed: MixedText,
    /// No cause stands out.
    pub nothing: NothingText,
}

/// The texts if several causes are close together.
#[derive(Debug, Clone)]
pub struct MixedText {
    /// The heading.
    pub heading: Text,
    /// The line under the heading.
    pub text: RichText,
    /// The line under the heading if more causes are close than are shown.
    pub spread: RichText,
}

codec! {
    Verdicts { leads, mixed, nothing }
    MixedText { heading, text, spread }
}
