//! Decodes the text of a file. The command and the parser both start here, so that they read every file the same way.
//!
//! JSON must be UTF-8 (RFC 8259, section 8.1). A byte order mark is skipped, as browsers do.

use crate::decode::detected_encoding::{DetectedEncoding, SIGNATURES};
use crate::decode::json::MAX_FILE_BYTES;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};

/// The text in the bytes of a file, without a byte order mark.
///
/// # Errors
///
/// The file is larger than [`MAX_FILE_BYTES`], or it is not UTF-8. Then the problem says what the file seems to be.
pub fn decode(bytes: &[u8]) -> Result<&str, Problem> {
    let problem = |kind| Problem::at(&PathRef::Root, kind);
    let not_utf8 = |seems| problem(ProblemKind::NotUtf8 { seems });
    if let Some((_, seems)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(not_utf8(*seems));
    }
    // JSON starts with an ASCII character, which has a zero byte beside it in UTF-16 and UTF-32.
    let zero = |i: usize| bytes.get(i) == Some(&0);
    if zero(0) || zero(1) {
        return Err(not_utf8(DetectedEncoding::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() > MAX_FILE_BYTES {
        return Err(problem(ProblemKind::TooLarge));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, rest) = bytes.split_at(error.valid_up_to());
        if error.error_len().is_none() {
            return not_utf8(DetectedEncoding::CutOff);
        }
        let byte = rest.first().copied().unwrap_or_default();
        let line_start = before.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
        // Each byte except a continuation byte starts a character.
        let starts_character = |it: &&u8| **it & 0xc0 != 0x80;
        not_utf8(DetectedEncoding::OneByte {
            byte,
            character: windows_1252(byte),
            line: before.split(|it| *it == b'\n').count(),
            column: before.iter().skip(line_start).filter(starts_character).count() + 1,
        })
    })
}

/// The characters of windows-1252 from 0x80 to 0x9F, by the WHATWG Encoding Standard
/// (<https://encoding.spec.whatwg.org/#legacy-single-byte-encodings>). All others are those of Latin-1.
const FROM_0X80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character of a byte in windows-1252.
pub(crate) fn windows_1252(byte: u8) -> char {
    let named = usize::from(byte).checked_sub(0x80).and_then(|it| FROM_0X80.get(it));
    named.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(bytes).map(str::to_owned).map_or_else(|problem| problem.to_string(), |text| panic!("{text}"))
    }

    #[test]
    fn the_problem_names_the_encoding_or_type_of_a_file_that_is_not_utf_8() {
        let json = "{\"title\": \"Grüße\"}";
        let units = |to: fn(u16) -> [u8; 2]| json.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let utf32: Vec<u8> = json.chars().flat_map(|it| u32::from(it).to_le_bytes()).collect();
        let utf32_be: Vec<u8> = json.chars().flat_map(|it| u32::from(it).to_be_bytes()).collect();
        for (bytes, seems) in [
            (units(u16::to_le_bytes), "UTF-16"),
            (units(u16::to_be_bytes), "UTF-16"),
            ([&[0xff, 0xfe], units(u16::to_le_bytes).as_slice()].concat(), "UTF-16"),
            ([&[0xfe, 0xff], units(u16::to_be_bytes).as_slice()].concat(), "UTF-16"),
            (utf32, "UTF-16"),
            (utf32_be, "UTF-16"),
            (b"\x1f\x8b\x08\0\0".to_vec(), "gzip"),
            (b"PK\x03\x04\x14".to_vec(), "ZIP"),
            (b"%PDF-1.7 \xe2\xe3".to_vec(), "a PDF file"),
            (b"{\"title\": \"Gr\xfc\xdfe\"}".to_vec(), "byte FC at line 1 column 14"),
            (b"{\n \"\x93hi\x94\"}".to_vec(), "where this is `\u{201c}`"),
            (json.as_bytes()[..14].to_vec(), "ends in the middle of a character"),
        ] {
            let message = message(&bytes);
            assert!(message.contains(seems) && message.starts_with("not UTF-8"), "{message}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(decode(b"\xef\xbb\xbf{}"), Ok("{}"));
        assert_eq!(decode(b""), Ok(""));
        assert_eq!(decode("é".as_bytes()), Ok("é"));
    }
}
