//! A reader's way through a quiz: their picks, the score, the outcome, and how a session is stored.

pub(crate) mod answers;
pub(crate) mod outcome;
pub(crate) mod score;
pub(crate) mod session;
pub(crate) mod storage;
