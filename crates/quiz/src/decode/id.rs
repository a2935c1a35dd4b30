//! The names that a quiz file gives to its parts, each kind a type of its own so that none is taken for another.

use std::fmt;

use crate::decode::codec::codec_newtype;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// What an id looks like, in words.
pub(crate) const EXPECTED: &str =
    "an id of 1 to 64 of the characters a-z, 0-9, _ and -, which begins with a letter or a digit";

/// Whether a text can be an id. It does not begin with `_`, because a key that does is a note.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && !text.starts_with(['_', '-'])
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as it is written in the quiz file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        codec_newtype! { $name }

        impl FromJson for $name {
            const EXPECTED: &'static str = EXPECTED;

            fn schema(_: &mut Definitions) -> Schema {
                serde_json::json!({"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]{0,63}$"})
            }

            fn fallback() -> Self {
                Self("".into())
            }

            fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
                match value {
                    Value::String(text) if is_id(&text) => Self(text.into()),
                    Value::String(text) => {
                        diagnostics.report(path, ProblemKind::NotAnId { found: text });
                        Self::fallback()
                    }
                    other => diagnostics.wrong_type(path, &other),
                }
            }
        }
    )*};
}

ids! {
    /// The id of a quiz, in events and in stored sessions.
    QuizId
    /// The id of a cause.
    CauseId
    /// The id of a question.
    QuestionId
    /// The id of a choice, unique within its question or screen.
    ChoiceId
    /// The id of a safety screen.
    ScreenId
    /// The id of a flag that an answer can raise.
    FlagId
    /// The id of a source of the texts.
    SourceId
    /// The id of a drawing in the drawings file.
    DrawingId
    /// The id of a band of scores.
    BandId
}
