//! Pictures: drawings, which the widget draws itself, and photos, which are image files.
//!
//! A photo has its size in the quiz file. So the widget keeps its place free before it has arrived, and nothing moves when it does.

use crate::decode::bounded::Bounded;
use crate::decode::codec::{Codec, Decoder, codec};
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::id::DrawingId;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::macros::json_object;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};
use crate::decode::single_line::Address;
use crate::file::template::Text;

/// A width or a height in pixels.
type Pixels = Bounded<1, 10_000>;

json_object! {
    /// A picture: a drawing or a photo, and a text.
    struct PictureFile, "a picture" {
        /// The id of a drawing.
        drawing: Option<DrawingId>,
        /// The address of a photo (WebP, AVIF, JPEG or PNG), relative to this file or on the web.
        photo: Option<Address>,
        /// The width of the photo, in pixels.
        width: Option<Pixels>,
        /// The height of the photo, in pixels.
        height: Option<Pixels>,
        /// What it shows, in one sentence.
        text: Text,
    }

    /// A photo, and a text.
    struct PhotoFile, "a photo" {
        /// The address of the photo (WebP, AVIF, JPEG or PNG), relative to this file or on the web.
        photo: Address,
        /// The width of the photo, in pixels.
        width: Pixels,
        /// The height of the photo, in pixels.
        height: Pixels,
        /// What it shows, in one sentence.
        text: Text,
    }

    /// A photo beside a text.
    struct SmallPhotoFile, "a photo" {
        /// The address of the photo (WebP, AVIF, JPEG or PNG), relative to this file or on the web.
        photo: Address,
        /// The width of the photo, in pixels.
        width: Pixels,
        /// The height of the photo, in pixels.
        height: Pixels,
        /// What it shows, in one sentence; left out if the text beside it says the same.
        text: Option<Text>,
    }
}

/// A picture with a text for readers who do not see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub source: PictureSource,
    /// The same in words. `None` only beside a text that says the same.
    pub text: Option<Text>,
}

/// A photo before the start, with a text for readers who do not see it. The host page has it, and that draws nothing.
#[derive(Debug, Clone)]
pub struct IntroPhoto {
    /// The photo.
    pub photo: Photo,
    /// The same in words.
    pub text: Text,
}

/// A picture beside a text. In a quiz file a drawing is its id, and a photo an object.
#[derive(Debug, Clone)]
pub(crate) struct SmallPicture(pub(crate) Picture);

/// What a picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureSource {
    /// A drawing of the drawings file.
    Drawing(DrawingId),
    /// An image file.
    Photo(Photo),
}

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The address of its file.
    pub address: Address,
    /// Its width in pixels, as the quiz file has it.
    pub width: Bounded<1, 10_000>,
    /// Its height in pixels.
    pub height: Bounded<1, 10_000>,
}

codec! {
    Picture { source, text }
    Photo { address, width, height }
}

impl Codec for PictureSource {
    fn encode(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Drawing(id) => {
                false.encode(bytes);
                id.encode(bytes);
            }
            Self::Photo(photo) => {
                true.encode(bytes);
                photo.encode(bytes);
            }
        }
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        if bool::decode(decoder) {
            Self::Photo(Photo::decode(decoder))
        } else {
            Self::Drawing(DrawingId::decode(decoder))
        }
    }
}

impl PictureSource {
    /// The drawing, if it is one.
    #[must_use]
    pub fn drawing(&self) -> Option<&DrawingId> {
        match self {
            Self::Drawing(id) => Some(id),
            Self::Photo(_) => None,
        }
    }

    /// The photo, if it is one.
    #[must_use]
    pub fn photo(&self) -> Option<&Photo> {
        match self {
            Self::Drawing(_) => None,
            Self::Photo(photo) => Some(photo),
        }
    }
}

impl FromJson for Picture {
    const EXPECTED: &'static str = "an object: a picture";

    fn fallback() -> Self {
        Self { source: PictureSource::Drawing(DrawingId::fallback()), text: None }
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        let mut schema = PictureFile::schema(definitions);
        schema["anyOf"] =
            serde_json::json!([{"required": ["drawing"]}, {"required": ["photo", "width", "height"]}]);
        schema
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        if !matches!(value, Value::Object(_)) {
            return diagnostics.wrong_type(path, &value);
        }
        let file = PictureFile::from_json(value, path, diagnostics);
        let source = match (file.drawing, file.photo) {
            (Some(_), Some(_)) => {
                let (expected, found) = ("one of them", "a `drawing` and a `photo`");
                diagnostics.report(path, ProblemKind::WrongType { expected, found });
                Self::fallback().source
            }
            (Some(drawing), None) => PictureSource::Drawing(drawing),
            (None, Some(address)) => {
                let mut pixels = |key, length: Option<Pixels>| {
                    length.unwrap_or_else(|| Pixels::missing(&path.key(key), diagnostics))
                };
                let (width, height) = (pixels("width", file.width), pixels("height", file.height));
                PictureSource::Photo(Photo { address, width, height })
            }
            (None, None) => {
                let expected = "the id of a drawing, or a `photo` in its place";
                diagnostics.report(&path.key("drawing"), ProblemKind::Missing { expected });
                Self::fallback().source
            }
        };
        Self { source, text: Some(file.text) }
    }
}

impl FromJson for IntroPhoto {
    const EXPECTED: &'static str = PhotoFile::EXPECTED;

    fn fallback() -> Self {
        Self::from(PhotoFile::fallback())
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        PhotoFile::schema(definitions)
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let has =
            |key| matches!(&value, Value::Object(entries) if entries.iter().any(|(name, _)| name == key));
        if has("drawing") && !has("photo") {
            let kind = ProblemKind::WrongType { expected: "a `photo`", found: "a `drawing`" };
            diagnostics.report(path, kind);
            return Self::fallback();
        }
        Self::from(PhotoFile::from_json(value, path, diagnostics))
    }
}

impl From<PhotoFile> for IntroPhoto {
    fn from(PhotoFile { photo: address, width, height, text }: PhotoFile) -> Self {
        Self { photo: Photo { address, width, height }, text }
    }
}

impl FromJson for SmallPicture {
    const EXPECTED: &'static str = "the id of a drawing, or an object: a photo";

    fn fallback() -> Self {
        Self(Picture::fallback())
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        serde_json::json!({"anyOf": [DrawingId::schema(definitions), SmallPhotoFile::schema(definitions)]})
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(_) => {
                let drawing = DrawingId::from_json(value, path, diagnostics);
                Self(Picture { source: PictureSource::Drawing(drawing), text: None })
            }
            Value::Object(_) => {
                let SmallPhotoFile { photo: address, width, height, text } =
                    SmallPhotoFile::from_json(value, path, diagnostics);
                Self(Picture { source: PictureSource::Photo(Photo { address, width, height }), text })
            }
            other => diagnostics.wrong_type(path, &other),
        }
    }
}
