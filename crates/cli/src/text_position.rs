//! Finds the bytes of lines, columns and characters in a text.

use std::ops::Range;

/// The byte offset of a line and a column, both from 1. The column counts characters.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut lines = text.split_inclusive('\n');
    let line_start: usize = lines.by_ref().take(line.saturating_sub(1)).map(str::len).sum();
    let before = lines.next().unwrap_or_default().chars().take(column.saturating_sub(1));
    line_start + before.map(char::len_utf8).sum::<usize>()
}

/// The bytes of the character at an offset.
pub(crate) fn char_span(text: &str, offset: usize) -> Range<usize> {
    let start = text.floor_char_boundary(offset);
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + length
}
