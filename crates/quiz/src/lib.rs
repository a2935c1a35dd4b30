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

pub use analysis::balance_lints::{findings, findings_watched};
pub use analysis::hard_texts::hard_texts;
pub use analysis::plural_lints::wording;
pub use analysis::test_case::{Case, cases};
pub use analysis::text_lints::text_lints;
pub use analysis::translation::differences;
pub use decode::bounded::Whole;
pub use decode::encoding::{Encoding, decode};
pub use decode::id::{CauseId, ChoiceId, DrawingId, FlagId, QuestionId, QuizId, ScreenId};
pub use decode::json::{LARGEST, Value};
pub use decode::json_path::{Path, Step as PathStep};
pub use decode::problem::{Fault, Problem};
pub use decode::single_line::{Address, Line, Link, PhoneNumber};
pub use file::drawing::Drawings;
pub use file::plural::{Category, Digits, Form, Numbers, Plural};
pub use file::quiz_file::schema;
pub use file::template::{Progress, Template, Text};
pub use file::to_try::ToTry;
pub use model::check::{is_language, read};
pub use model::picks::Picks;
pub use model::pictures::{misdrawn, unused_drawings};
pub use model::quiz::{CareLevel, Cause, Choice, Flag, Kind, LeadsTo, Question, Quiz, Screen};
pub use session::answers::Reader;
pub use session::outcome::{CourseOffer, Outcome, Said, Verdict, Visit};
pub use session::score::Standing;
pub use session::session::{Act, Place, Session, Stage, Step, Stop};
pub use text::placeholders::{Blanks, EmergencyCall, Regions};
pub use text::sheet::{Line as SheetLine, Sheet};
