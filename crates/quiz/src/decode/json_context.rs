//! The part of a JSON text before a mistake: the brackets that are open, and the last text.

use std::ops::Range;

use crate::decode::text_position::line_and_column;

/// The part of a text before a place. Up to that place the text is right.
pub(crate) struct JsonContext {
    /// The brackets that are open, from the outermost in, each with its offset.
    pub(crate) open: Vec<(u8, usize)>,
    /// The opening quote of a text that is still open.
    pub(crate) open_text: Option<usize>,
    /// The last text that is closed, with its quotes.
    pub(crate) last_text: Range<usize>,
    /// The last byte that is not white space, or 0.
    pub(crate) last: u8,
    /// The offset after that byte.
    pub(crate) end: usize,
}

impl JsonContext {
    /// Looks through the text before a place.
    pub(crate) fn of(before: &str) -> Self {
        let (mut open, mut open_text, mut last_text, mut is_escaped) = (Vec::new(), None, 0..0, false);
        for (i, byte) in before.bytes().enumerate() {
            match (open_text, byte) {
                (Some(_), _) if is_escaped => is_escaped = false,
                (Some(_), b'\\') => is_escaped = true,
                (Some(start), b'"') => {
                    last_text = start..i + 1;
                    open_text = None;
                }
                (None, b'"') => open_text = Some(i),
                (None, b'{' | b'[') => open.push((byte, i)),
                (None, b'}' | b']') => _ = open.pop(),
                _ => {}
            }
        }
        let trimmed = before.trim_ascii_end().as_bytes();
        let last = trimmed.last().copied().unwrap_or_default();
        Self { open, open_text, last_text, last, end: trimmed.len() }
    }

    /// The innermost list or object that is open, in words, and the bracket that closes it.
    pub(crate) fn still_open(&self, json: &str) -> Option<(String, char)> {
        let (bracket, offset) = *self.open.last()?;
        let (what, closing) = if bracket == b'[' { ("list", ']') } else { ("object", '}') };
        let (line, _) = line_and_column(json, offset);
        Some((format!("the {what} that starts in line {line}"), closing))
    }
}
