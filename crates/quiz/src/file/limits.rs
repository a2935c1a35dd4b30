//! How many items the lists of a quiz file can have.

use std::ops::RangeInclusive;

use crate::decode::id_index::IdIndex;

pub(crate) const CAUSES: RangeInclusive<usize> = 2..=50;
pub(crate) const QUESTIONS: RangeInclusive<usize> = 1..=1_000;
pub(crate) const SCREENS: RangeInclusive<usize> = 0..=20;
pub(crate) const FLAGS: RangeInclusive<usize> = 0..=IdIndex::MAX;
pub(crate) const SOURCES: RangeInclusive<usize> = 0..=IdIndex::MAX;
pub(crate) const CHOICES: RangeInclusive<usize> = 2..=64;
pub(crate) const BANDS: RangeInclusive<usize> = 2..=10;
