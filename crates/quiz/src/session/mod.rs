//! One reader's session: the state machine, the score, the verdict, the outcome, and the session as text.
//!
//! It uses `decode`, `file` and `model`. It does not know how a screen looks, how a language writes numbers, or where a
//! session is stored.

pub(crate) mod answers;
pub(crate) mod asked;
pub(crate) mod outcome;
pub(crate) mod score;
pub(crate) mod stage;
pub(crate) mod state_machine;
pub(crate) mod storage;
pub(crate) mod verdict;
