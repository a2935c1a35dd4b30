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

mod blanks;
mod case;
mod check;
mod compact;
mod declare;
mod decode;
mod definition;
pub mod drawing;
pub mod file;
pub mod finding;
mod hard_texts;
mod id;
mod json_slips;
mod line;
#[cfg(feature = "cli")]
mod markup;
mod memory;
mod message;
mod names;
mod number;
pub mod odds;
mod outcome;
pub mod path_data;
mod picks;
mod pictures;
mod place;
mod plural;
mod problem;
mod quick_verdict;
mod random_readers;
pub mod readability;
mod reader;
pub mod readers_file;
mod redundant;
#[cfg(feature = "cli")]
mod schema;
mod score;
mod scrutiny;
mod session;
mod shape;
mod sheet;
#[cfg(feature = "cli")]
mod stray;
mod tally;
mod telling;
mod text;
#[cfg(feature = "cli")]
mod text_lints;
mod to_try;
mod translation;
mod unseen;
mod value;
#[cfg(feature = "cli")]
mod word_width;
mod wording;
pub mod work;

pub use blanks::{Blanks, EmergencyCall, Regions};
pub use case::{Case, cases};
pub use check::{is_language, read};
pub use decode::{Encoding, decode};
pub use definition::{CareLevel, Cause, Choice, Flag, Kind, LeadsTo, Question, Quiz, Screen};
pub use drawing::Drawings;
#[cfg(feature = "cli")]
pub use file::schema;
pub use hard_texts::hard_texts;
pub use id::{CauseId, ChoiceId, DrawingId, FlagId, QuestionId, QuizId, ScreenId};
pub use line::{Address, Line, Link, PhoneNumber};
pub use number::Whole;
pub use outcome::{CourseOffer, Outcome, Said, Verdict, Visit};
pub use picks::Picks;
pub use pictures::{misdrawn, unused_drawings};
pub use place::{Path, Step as PathStep};
pub use plural::{Category, Digits, Form, Numbers, Plural};
pub use problem::{Fault, Problem};
pub use reader::Reader;
pub use score::Standing;
pub use scrutiny::{findings, findings_watched};
pub use session::{Act, Place, Session, Stage, Step, Stop};
pub use sheet::{Line as SheetLine, Sheet};
pub use text::{Progress, Template, Text};
#[cfg(feature = "cli")]
pub use text_lints::text_lints;
pub use to_try::ToTry;
pub use translation::differences;
pub use value::{LARGEST, Value};
pub use wording::wording;
