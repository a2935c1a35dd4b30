//! The names that a quiz file gives to its parts, each kind a type of its own so that none is taken for another.

use std::fmt;
use std::sync::Arc;

use crate::decode::codec::compact_as_inside;
use crate::decode::from_json::{Reading, Shape};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::ProblemKind;

/// What an id may be, in words.
const WANTED: &str = "an id: 1 to 64 of the characters a-z, 0-9, _ and -";

fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as the quiz file has it.
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

        compact_as_inside! { $name }

        impl Shape for $name {
            const WANTED: &'static str = WANTED;

            fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
                serde_json::json!({"type": "string", "pattern": "^[a-z0-9_-]{1,64}$"})
            }

            fn stand_in() -> Self {
                Self("".into())
            }

            fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
                match value {
                    Value::Text(text) if is_id(&text) => Self(text.into()),
                    Value::Text(text) => {
                        reading.report(at, ProblemKind::NotAnId { found: text });
                        Self::stand_in()
                    }
                    other => reading.wrong_shape(at, &other),
                }
            }
        }
    )*};
}

ids! {
    /// Names a quiz, in events and in saved answers.
    QuizId
    /// Names a cause.
    CauseId
    /// Names a question.
    QuestionId
    /// Names a choice, within its question or screen.
    ChoiceId
    /// Names a screen of the screening.
    ScreenId
    /// Names a flag that an answer can raise.
    FlagId
    /// Names a source that a text rests on.
    SourceId
    /// Names a drawing of the drawings file.
    DrawingId
    /// Names a band of the bars, from many to hardly any.
    BandId
}
