//! A checked quiz, and the check that makes one of a quiz file.

pub(crate) mod check;
pub(crate) mod picks;
pub(crate) mod pictures;
pub(crate) mod quiz;
