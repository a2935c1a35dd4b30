//! The engine of `which-cause`: a quiz file becomes a checked [`Quiz`], a reader's way through it a [`Session`], and the
//! reader's answers an [`Outcome`].
//!
//! It is plain Rust. It knows no browser, no clock and no file system, and it names no cause of any quiz.
//!
//! # Layers
//!
//! The crate has six layers, each a module. Each may use the ones before it, and never one after it.
//!
//! | layer | owns |
//! |---|---|
//! | `decode` | JSON, the problems with it and their paths, ids and numbers, the codec |
//! | `file` | the formats that authors write: quiz files, drawings, test cases |
//! | `model` | the checked [`Quiz`], the check, its encoding in bytes |
//! | `session` | a reader's way through a quiz, the score, the [`Outcome`] |
//! | `text` | texts as a reader sees them, the sheet for a visit |
//! | `analysis` | analyses for authors: odds, findings, translations, test cases |
//!
//! # Reading a quiz file
//!
//! [`read`] takes three steps. Each step reports every problem, not only the first: the text becomes a JSON [`Value`], the
//! value becomes a quiz file by the types of its parts, and the check turns the file into a [`Quiz`].
//!
//! A checked quiz travels to the widget as bytes, by [`Quiz::to_bytes`] and [`Quiz::from_bytes`].

/// The example in the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod analysis;
mod decode;
mod file;
mod model;
mod session;
mod text;

// decode
pub use decode::bounded::Bounded;
pub use decode::detected_encoding::DetectedEncoding;
pub use decode::encoding::decode;
pub use decode::entries::Entries;
pub use decode::from_json::is_note;
pub use decode::id::{BandId, CauseId, ChoiceId, DrawingId, FlagId, QuestionId, QuizId, ScreenId, SourceId};
pub use decode::json::{MAX_FILE_BYTES, Value};
pub use decode::json_layout::MAX_LINE_WIDTH;
pub use decode::json_path::{JsonPath, PathSegment};
pub use decode::json_repair::{RepairedJson, repair_json};
pub use decode::problem::{Problem, ProblemKind};
pub use decode::schema::{KeySchema, ObjectSchema};
pub use decode::single_line::{Address, Link, PhoneNumber, SingleLine};
pub use decode::text_position::line_and_column;

// file
pub use file::care::{
    Card, Care, CareLevel, EmergencyNumbers, RegionNumber, UrgentLine, UrgentLines, VisitCard,
};
pub use file::drawing::{DRAWINGS_FORMAT, Drawing, Drawings, Stroke, StrokeRole};
pub use file::parts::{CauseButton, Course, Direction, Disclaimer, Flag, Intro, Note, QuestionKind, Source};
pub use file::path_data::{PathData, path_commands};
pub use file::picture::{IntroPhoto, Photo, Picture, PictureSource};
pub use file::plural::{NumberFormat, PlainDigits, Plural, PluralCategory, PluralForm};
pub use file::quiz_file::{schema, schema_objects};
pub use file::rich_text::{RichText, Span, SpanStyle};
pub use file::scoring::{ResultKind, ScoreKind};
pub use file::suggestion::Suggestion;
pub use file::template::{
    ArticleName, CauseLabel, CauseNames, ChoiceText, StepNumbers, Template, TemplatePlaceholders, Text,
    TickLimit,
};
pub use file::test_case_file::{Answer, ExpectedResult, ExpectedVerdict};
pub use file::verdict_texts::{Band, LeadsText, MixedText, NothingText, Verdicts};
pub use file::words::Words;

// model
pub use model::built_in_words::{BUILT_IN_LANGUAGES, built_in_words};
pub use model::check::{Draft, read};
pub use model::check_parts::{canonical_region, is_language};
pub use model::language::lookup_language;
pub use model::picks::Picks;
pub use model::pictures::drawing_problems;
pub use model::quiz::{Cause, Choice, LeadsTo, Question, Quiz, Screen};
pub use model::scoring::Scoring;
pub use model::translation_fit::translation_misfit;

// session
pub use session::answers::Answers;
pub use session::outcome::{CourseOffer, Outcome, SupportingAnswer, Visit};
pub use session::score::RankedCause;
pub use session::stage::{Action, Stage, Step, Stop};
pub use session::state_machine::{Position, Session};
pub use session::verdict::Verdict;

// text
pub use text::placeholders::{EmergencyNumber, Placeholders, Regions};
pub use text::sheet::{Sheet, SheetLine};

// analysis
pub use analysis::answer_effects::{CauseAnswers, ChoiceEffect, QuestionEffect, answer_effects};
pub use analysis::answer_model::AnswerModel;
pub use analysis::balance_advice::{BalanceAdvice, BalanceDriver, BalanceFix, PointsChange};
pub use analysis::balance_lints::{findings, findings_with_progress};
pub use analysis::balance_search::add_balance_advice;
pub use analysis::finding::{Finding, FindingKind, MAX_KILOBYTES_BY_ANSWERS, MAX_KILOBYTES_OF_PHOTO};
pub use analysis::margins::best_margins;
pub use analysis::odds::{CauseOdds, Odds, OddsMethod};
pub use analysis::plural_lints::plural_findings;
pub use analysis::point_vectors::MAX_VECTORS;
pub use analysis::progress::AnalysisProgress;
pub use analysis::pseudo_translation::pseudo_translation;
pub use analysis::readability::reading_grade;
pub use analysis::readability_findings::{MAX_READING_GRADE, readability_findings, reading_grade_at};
pub use analysis::same_texts::same_text_findings;
pub use analysis::test_case::{TestCase, test_cases, test_cases_in};
pub use analysis::test_case_findings::test_case_findings;
pub use analysis::test_failure::{ActualResult, TestFailure};
pub use analysis::text_findings::text_findings;
pub use analysis::translation::translation_problems;
pub use analysis::translation_entries::{
    PlacedText, TranslationEntry, TranslationState, translation_entries,
};
pub use analysis::translation_findings::translation_findings;
pub use analysis::translation_update::{
    ChangedTexts, TranslationUpdate, language_of, translation_file_name, update_translation,
};
pub use analysis::unused_drawings::unused_drawing_findings;
pub use analysis::ways::MAX_WAYS;
