//! A small thing to try: a text, or a text with a picture.

use crate::decode::codec::codec;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::macros::json_object;
use crate::decode::schema::{Definitions, Schema};
use crate::file::picture::{Picture, SmallPicture};
use crate::file::rich_text::RichText;

json_object! {
    /// A text with an optional picture beside it.
    pub(crate) struct PicturedText, "a text and a picture" {
        /// The text.
        text: RichText,
        /// The id of a drawing that shows it, or a photo.
        picture: Option<SmallPicture>,
    }
}

/// A small thing to try. In a quiz file it is a text, or an object with a text and a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to do.
    pub text: RichText,
    /// A picture that shows it.
    pub picture: Option<Picture>,
}

codec! { Suggestion { text, picture } }

impl FromJson for Suggestion {
    const EXPECTED: &'static str = "text, or an object: a text and a picture";

    fn fallback() -> Self {
        Self { text: RichText::fallback(), picture: None }
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        serde_json::json!({"anyOf": [RichText::schema(definitions), PicturedText::schema(definitions)]})
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(_) => Self { text: RichText::from_json(value, path, diagnostics), picture: None },
            Value::Object(_) => {
                let PicturedText { text, picture } = PicturedText::from_json(value, path, diagnostics);
                Self { text, picture: picture.map(|it| it.0) }
            }
            other => diagnostics.wrong_type(path, &other),
        }
    }
}
