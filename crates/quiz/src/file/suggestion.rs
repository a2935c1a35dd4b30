//! A small thing to try: a text, or a text and a picture.

use crate::decode::codec::compact;
use crate::decode::from_json::{Reading, Shape};
use crate::decode::id::DrawingId;
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::macros::shapes;
use crate::file::template::Text;

shapes! {
    /// A text, and perhaps a picture beside it.
    pub(crate) struct PicturedText, "a text and a picture" {
        /// What is said.
        text: Text,
        /// The drawing that shows it, by name. The text says what it shows.
        picture: Option<DrawingId>,
    }
}

/// A small thing to try. In the file it is a text, or a [`PicturedText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to do.
    pub text: Text,
    /// The drawing that shows it.
    pub picture: Option<DrawingId>,
}

compact! { Suggestion { text, picture } }

impl Shape for Suggestion {
    const WANTED: &'static str = "text, or an object: a text and a picture";

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"anyOf": [Text::schema(parts), PicturedText::schema(parts)]})
    }

    fn stand_in() -> Self {
        Self { text: Text::stand_in(), picture: None }
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Text(_) => Self { text: Text::read(value, at, reading), picture: None },
            Value::Map(_) => {
                let PicturedText { text, picture } = PicturedText::read(value, at, reading);
                Self { text, picture }
            }
            other => reading.wrong_shape(at, &other),
        }
    }
}
