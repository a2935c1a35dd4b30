//! Converts between byte offsets in a text and lines and columns.

use std::ops::Range;

/// The line and the column of a byte offset, both from 1. The column counts characters.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset.min(text.len())];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

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
