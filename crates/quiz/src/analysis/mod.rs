//! Analyses of a valid quiz for its author: odds, findings, differences of a translation, test cases.
//!
//! It can use every other layer. No other layer uses it, and neither does the widget. It does not print, and takes random numbers
//! and the rules of languages from its caller.

pub(crate) mod answer_effects;
pub(crate) mod answer_model;
pub(crate) mod balance_advice;
pub(crate) mod balance_drivers;
pub(crate) mod balance_lints;
pub(crate) mod balance_search;
pub(crate) mod balance_trial;
pub(crate) mod character_lint;
pub(crate) mod compute_odds;
pub(crate) mod condition_lints;
pub(crate) mod conditions;
pub(crate) mod emergency_number_lint;
pub(crate) mod finding;
pub(crate) mod finding_code;
pub(crate) mod finding_message;
pub(crate) mod margins;
pub(crate) mod markup_lint;
pub(crate) mod odds;
pub(crate) mod odds_accumulator;
pub(crate) mod plural_lints;
pub(crate) mod point_vectors;
pub(crate) mod points_place;
pub(crate) mod progress;
pub(crate) mod pseudo_translation;
pub(crate) mod quick_verdict;
pub(crate) mod random_answers;
pub(crate) mod readability;
pub(crate) mod readability_findings;
pub(crate) mod reader_panel;
pub(crate) mod redundant;
pub(crate) mod same_texts;
pub(crate) mod test_case;
pub(crate) mod test_case_findings;
pub(crate) mod test_failure;
pub(crate) mod text_findings;
pub(crate) mod translation;
pub(crate) mod translation_entries;
pub(crate) mod translation_findings;
pub(crate) mod translation_texts;
pub(crate) mod translation_update;
pub(crate) mod unused_drawings;
pub(crate) mod unused_parts;
pub(crate) mod ways;
pub(crate) mod word_width;
