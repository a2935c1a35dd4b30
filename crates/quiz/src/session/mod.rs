//! One reader's way through a quiz: the state machine, the score, the outcome, and a session as text.
//!
//! It uses `decode`, `file` and `model`. It does not know how a screen looks, in which language numbers are written, or
//! where a session is stored.

pub(crate) mod answers;
pub(crate) mod outcome;
pub(crate) mod score;
pub(crate) mod stage;
pub(crate) mod state_machine;
pub(crate) mod storage;
pub(crate) mod verdict;
