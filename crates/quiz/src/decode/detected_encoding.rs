//! The encodings and file types that a file may have in place of UTF-8.

use std::fmt;

/// What a file that is not UTF-8 seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DetectedEncoding {
    /// UTF-16 or UTF-32, with or without a byte order mark.
    Utf16,
    /// Compressed: gzip, Zstandard, ZIP.
    Packed(&'static str),
    /// Another type of file: a PDF, a picture.
    Binary(&'static str),
    /// UTF-8 that ends in the middle of a character.
    CutOff,
    /// Text in a one-byte encoding.
    OneByte {
        /// The first byte that is not UTF-8.
        byte: u8,
        /// Its character in windows-1252.
        character: char,
        /// Its line, from 1.
        line: usize,
        /// Its column, from 1, in characters.
        column: usize,
    },
}

/// The first bytes of other types of file, and what they mean.
pub(crate) const SIGNATURES: [(&[u8], DetectedEncoding); 9] = [
    (&[0xff, 0xfe], DetectedEncoding::Utf16),
    (&[0xfe, 0xff], DetectedEncoding::Utf16),
    (&[0x1f, 0x8b], DetectedEncoding::Packed("gzip")),
    (&[0x28, 0xb5, 0x2f, 0xfd], DetectedEncoding::Packed("Zstandard")),
    (b"PK\x03\x04", DetectedEncoding::Packed("ZIP, as the files of Word and other office programs are")),
    (b"%PDF-", DetectedEncoding::Binary("a PDF file")),
    (b"\x89PNG", DetectedEncoding::Binary("a picture")),
    (&[0xff, 0xd8, 0xff], DetectedEncoding::Binary("a picture")),
    (b"GIF8", DetectedEncoding::Binary("a picture")),
];

impl fmt::Display for DetectedEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not UTF-8: ")?;
        match self {
            Self::Utf16 => f.write_str("this seems to be UTF-16; save the file as UTF-8"),
            Self::Packed(how) => {
                write!(f, "this is compressed ({how}); unpack it, or save its text as a UTF-8 file")
            }
            Self::Binary(what) => write!(f, "this is {what}, not a text file in UTF-8"),
            Self::CutOff => f.write_str(
                "the file ends in the middle of a character, so its end is missing; download or save it again",
            ),
            Self::OneByte { byte, character, line, column } => write!(
                f,
                "byte {:02X} at line {line} column {column}; this seems to be windows-1252 (\"ANSI\", Latin-1), where \
                 this is `{character}`; save the file as UTF-8",
                u32::from(*byte)
            ),
        }
    }
}
