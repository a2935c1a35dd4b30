//! The engine: a quiz file becomes a checked [`Quiz`], a reader's way through it a [`Session`], and their
//! answers an [`Outcome`].
//!
//! Plain Rust. It never names a browser, a window, a clock or a file, and no cause of any quiz.
//!
//! Between builds of its own a quiz travels in a compact form that needs no check.
//!
//! A quiz file is read in three steps, and each reports everything that is wrong with it, not the first thing
//! alone: its JSON becomes a [`Value`], the value a [`QuizFile`](file::QuizFile) by its shape, and the file a
//! [`Quiz`] by its sense.

pub mod analysis;
mod decode;
pub mod file;
mod model;
mod session;
mod text;

pub use analysis::balance_lints::{findings, findings_with_progress};
pub use analysis::plural_lints::plural_findings;
pub use analysis::readability_findings::readability_findings;
pub use analysis::test_case::{TestCase, test_cases};
pub use analysis::text_findings::text_findings;
pub use analysis::translation::translation_problems;
pub use decode::bounded::Bounded;
pub use decode::encoding::{DetectedEncoding, decode};
pub use decode::id::{CauseId, ChoiceId, DrawingId, FlagId, QuestionId, QuizId, ScreenId};
pub use decode::json::{MAX_FILE_BYTES, Value};
pub use decode::json_path::{Path, Step as PathSegment};
pub use decode::problem::{Problem, ProblemKind};
pub use decode::single_line::{Address, Link, PhoneNumber, SingleLine};
pub use file::drawing::Drawings;
pub use file::plural::{Form, NumberFormat, PlainDigits, Plural, PluralCategory};
pub use file::quiz_file::schema;
pub use file::template::{Progress, Template, Text};
pub use file::to_try::Suggestion;
pub use model::check::{is_language, read};
pub use model::picks::Picks;
pub use model::pictures::{drawing_problems, unused_drawing_findings};
pub use model::quiz::{CareLevel, Cause, Choice, Flag, LeadsTo, Question, QuestionKind, Quiz, Screen};
pub use session::answers::Answers;
pub use session::outcome::{CourseOffer, Outcome, SupportingAnswer, Verdict, Visit};
pub use session::score::RankedCause;
pub use session::session::{Action, Place, Session, Stage, Step, Stop};
pub use text::placeholders::{EmergencyNumber, Placeholders, Regions};
pub use text::sheet::{Line as SheetLine, Sheet};
