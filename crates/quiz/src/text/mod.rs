//! Texts for readers: placeholders filled, an outcome in words, the sheet to print or copy.

pub(crate) mod outcome_text;
pub(crate) mod placeholders;
pub(crate) mod sheet;
