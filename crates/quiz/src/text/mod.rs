//! Texts as a reader sees them: placeholders filled, an outcome in words, and the sheet for a visit.
//!
//! It uses every layer but `analysis`. Texts are plain text: it does not know HTML, paper or a clipboard.

pub(crate) mod outcome_text;
pub(crate) mod placeholders;
pub(crate) mod sheet;
