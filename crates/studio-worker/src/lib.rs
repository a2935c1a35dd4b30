//! The analyses of the studio that take longer than a key press. A web worker runs them, and posts each result as soon as it is
//! there.
//!
//! It knows no page: it gets a checked quiz and posts [`Report`]s. `main.rs` is the worker. The studio uses this library to read
//! what it posts.

mod analyze;
mod report;

pub use analyze::{analyze, reports_of};
pub use report::{AnswerReport, CauseReport, FindingReport, OddsReport, Progress, QuestionText, Report};
