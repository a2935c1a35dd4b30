//! A checked quiz, the check that makes one of a quiz file, and its encoding in bytes.
//!
//! It uses `decode` and `file`. It does not know of a reader's answers beyond a set of picks.

pub(crate) mod built_in_words;
pub(crate) mod check;
pub(crate) mod check_ids;
pub(crate) mod check_parts;
pub(crate) mod check_points;
pub(crate) mod check_scale;
pub(crate) mod check_steps;
pub(crate) mod check_verdicts;
pub(crate) mod condition;
pub(crate) mod language;
pub(crate) mod picks;
pub(crate) mod pictures;
pub(crate) mod quiz;
pub(crate) mod quiz_bytes;
pub(crate) mod scoring;
pub(crate) mod translation_fit;
