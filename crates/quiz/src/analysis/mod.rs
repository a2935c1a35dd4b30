//! Checks for authors: odds, findings, translations, test test_cases.

pub(crate) mod balance_lints;
pub(crate) mod character_lint;
pub mod finding;
pub(crate) mod markup_lint;
pub mod odds;
pub(crate) mod odds_accumulator;
pub(crate) mod plural_lints;
pub mod progress;
pub(crate) mod quick_verdict;
pub(crate) mod random_answers;
pub mod readability;
pub(crate) mod readability_findings;
pub(crate) mod redundant;
pub(crate) mod test_case;
pub(crate) mod text_findings;
pub(crate) mod translation;
pub(crate) mod word_width;
