//! A small thing to try: a text, or a text and a picture.

use super::compact::compact;
use super::file::PicturedText;
use super::id::DrawingId;
use super::place::Place;
use super::shape::{Reading, Shape};
use super::text::Text;
use super::value::Value;

/// A small thing to try. In the file it is a text, or a [`PicturedText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTry {
    /// What to do.
    pub text: Text,
    /// The drawing that shows it.
    pub picture: Option<DrawingId>,
}

compact! { ToTry { text, picture } }

impl Shape for ToTry {
    const WANTED: &'static str = "text, or an object: a text and a picture";

    #[cfg(feature = "cli")]
    fn schema(parts: &mut super::schema::Parts) -> super::schema::Schema {
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
