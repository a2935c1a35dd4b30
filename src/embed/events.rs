//! What the element tells the page: events, and what they may carry. No answer and no flag is ever in one, and no cause unless
//! the page's owner has asked for that.

use super::options::Options;
use which_cause_quiz::{Quiz, Session, Stage};

/// The reader has started.
pub(super) fn started(options: &Options, quiz: &Quiz) {
    options.emit("start", quiz.id().as_str(), 0, 0, "", "");
}

/// The reader has come to a step: its number, from 1, and how many there are.
pub(super) fn stepped(options: &Options, quiz: &Quiz, step: usize, of: usize) {
    options.emit("step", quiz.id().as_str(), step, of, "", "");
}

/// The reader follows the link to the course.
pub(super) fn followed(options: &Options, quiz: &Quiz) {
    options.emit("course", quiz.id().as_str(), 0, 0, "", "");
}

/// The reader has come to their result: told with the verdict and the causes that are shown where the page's owner has asked
/// for that.
pub(super) fn finished(options: &Options, session: &Session) {
    let mut shown = String::new();
    let mut verdict = "";
    if options.reports()
        && let Stage::Finished(outcome) = session.stage()
    {
        verdict = outcome.verdict.as_str();
        for it in outcome.verdict.shown() {
            shown.push_str(if shown.is_empty() { "" } else { " " });
            shown.push_str(it.cause.id.as_str());
        }
    }
    options.emit("finish", session.quiz().id().as_str(), 0, 0, verdict, &shown);
}
