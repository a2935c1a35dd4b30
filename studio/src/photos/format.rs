//! The formats of image files, by their first bytes.

use which_cause_quiz::ProblemKind;

/// The format of an image that a browser shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhotoFormat {
    Jpeg,
    Png,
    WebP,
    Avif,
    Gif,
    Svg,
}

/// The photos that the browser's dialog shows.
pub(crate) const ACCEPT: &str = "image/webp,image/avif,image/jpeg,image/png";

/// The endings of image files, with those that the studio does not take.
const ENDINGS: [&str; 12] =
    ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg", "heic", "heif", "tif", "tiff", "bmp"];

/// The start of the content of an SVG file that is looked at.
const START_OF_SVG: usize = 1_000;

impl PhotoFormat {
    /// The format of a file. `None` if browsers do not show it.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ if brands(bytes).any(|brand| matches!(brand, b"avif" | b"avis")) => Some(Self::Avif),
            [b'G', b'I', b'F', b'8', ..] => Some(Self::Gif),
            _ => is_svg(bytes).then_some(Self::Svg),
        }
    }

    /// The media type of a file that can be a photo of a quiz. An SVG file has none: in a tab of its own, its scripts would run with the
    /// origin of the studio.
    pub(crate) fn media_type_of_photo(bytes: &[u8]) -> Option<&'static str> {
        match Self::of(bytes)? {
            Self::Jpeg => Some("image/jpeg"),
            Self::Png => Some("image/png"),
            Self::WebP => Some("image/webp"),
            Self::Avif => Some("image/avif"),
            Self::Gif | Self::Svg => None,
        }
    }

    /// The ending of the name of the file.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Avif => "avif",
            Self::Gif => "gif",
            Self::Svg => "svg",
        }
    }

    /// Why a file is not a photo of a quiz, although browsers show it. `None` if it is one.
    fn problem(self) -> Option<String> {
        match self {
            Self::Jpeg | Self::Png | Self::WebP | Self::Avif => None,
            Self::Gif => Some(not_a_photo("a GIF file")),
            Self::Svg => Some(not_a_photo("an SVG file")),
        }
    }

    /// The format of a file that can be a photo of a quiz.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if it cannot.
    pub(crate) fn of_photo(bytes: &[u8]) -> Result<Self, String> {
        let Some(format) = Self::of(bytes) else {
            let is_heic = brands(bytes).any(|brand| brand.starts_with(b"he"));
            return Err(not_a_photo(if is_heic { "an HEIC file" } else { "this file" }));
        };
        format.problem().map_or(Ok(format), Err)
    }
}

/// The formats that a file of the family of MPEG-4 is in, four bytes each: AVIF can be the first one or a later one. Empty for other files.
/// <https://aomediacodec.github.io/av1-avif/#brands>.
fn brands(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let size = match bytes {
        [a, b, c, d, b'f', b't', b'y', b'p', ..] => u32::from_be_bytes([*a, *b, *c, *d]),
        _ => 0,
    };
    let end = bytes.len().min(size as usize);
    bytes.get(8..end).unwrap_or_default().chunks(4)
}

/// The message that `which-cause check` has for such a file.
fn not_a_photo(found: &'static str) -> String {
    ProblemKind::NotAPhoto { found }.to_string()
}

/// Whether the name of a file is that of an image.
pub(crate) fn has_photo_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a file is XML whose first element is `svg`. Comments and a document type can come before it.
fn is_svg(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START_OF_SVG)]);
    start.trim_start_matches('\u{feff}').trim_start().starts_with('<') && start.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_the_first_bytes() {
        let svg = b"\n<?xml version=\"1.0\"?>\n<!-- A leaf -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        for (bytes, format) in [
            (&b"\xff\xd8\xff\xe0"[..], Some(PhotoFormat::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Some(PhotoFormat::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(PhotoFormat::WebP)),
            (b"RIFF\0\0\0\0WAVEfmt ", None),
            (b"\0\0\0\x20ftypavif", Some(PhotoFormat::Avif)),
            (b"\0\0\0\x20ftypmif1\0\0\0\0mif1miafavif", Some(PhotoFormat::Avif)),
            (b"\0\0\0\x10ftypmif1\0\0\0\0avif", None),
            (b"\0\0\0\x20ftypheic", None),
            (b"GIF89a", Some(PhotoFormat::Gif)),
            (svg, Some(PhotoFormat::Svg)),
            (b"<!doctype html><p>", None),
            (b"{\"text\": \"<svg\"}", None),
            (b"", None),
        ] {
            assert_eq!(PhotoFormat::of(bytes), format, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_file_that_is_not_a_photo_says_what_would_be_right() {
        assert_eq!(PhotoFormat::of_photo(b"\xff\xd8\xff\xe0"), Ok(PhotoFormat::Jpeg));
        for (bytes, what) in [
            (&b"GIF89a"[..], "a GIF file"),
            (b"<svg/>", "an SVG file"),
            (b"\0\0\0\x20ftypheic", "an HEIC file"),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heic", "an HEIC file"),
            (b"MZ", "this file"),
        ] {
            let problem = PhotoFormat::of_photo(bytes).expect_err(what);
            assert_eq!(
                problem,
                format!("{what} is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG")
            );
        }
    }

    #[test]
    fn only_a_photo_is_shown() {
        for (bytes, media_type) in [
            (&b"RIFF\0\0\0\0WEBPVP8 "[..], Some("image/webp")),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", None),
            (b"GIF89a", None),
        ] {
            assert_eq!(PhotoFormat::media_type_of_photo(bytes), media_type);
        }
    }

    #[test]
    fn an_image_is_known_by_its_ending() {
        assert!(has_photo_ending("leaf.JPG") && has_photo_ending("leaf.heic"));
        assert!(!has_photo_ending("jpg") && !has_photo_ending("quiz.json"));
    }
}
