//! The width of a word, and the width of its column on a narrow phone.
//!
//! The phone is 320 CSS pixels wide, the width in WCAG 2.2, 1.4.10 Reflow
//! (<https://www.w3.org/WAI/WCAG22/Understanding/reflow.html>). The page and the card take 16 px on each side, and the card
//! has a border, so 254 px are left for a text. Widths are in em of the text's size. The widths of characters are those of
//! Arial, rounded to a few classes: of the sans-serif typefaces on phones and computers it is the widest.

use crate::decode::json_path::{JsonPath, PathSegment};

/// The column of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// A heading, up to 23 px high, or the label of a bar.
    Heading,
    /// The text of a choice, beside its control: 197 px, at 16 px.
    Choice,
    /// Any other text, perhaps in a list: 230 px, at 16 px.
    Text,
}

impl Column {
    /// The column of the text at a path in the quiz file.
    pub(crate) fn of(path: &JsonPath) -> Self {
        let keys = path.segments().iter().filter_map(|segment| match segment {
            PathSegment::Key(key) => Some(key.as_str()),
            PathSegment::Item(_) => None,
        });
        match keys.collect::<Vec<_>>().as_slice() {
            [.., "choices", "text"] | [.., "scale", "low" | "high", "text"] => Self::Choice,
            [.., "title" | "heading" | "label" | "short_label" | "article_name"]
            | ["screens" | "questions", "text"] => Self::Heading,
            _ => Self::Text,
        }
    }

    /// The width, in em.
    pub(crate) fn width(self) -> f64 {
        match self {
            Self::Heading => 11.0,
            Self::Choice => 12.3,
            Self::Text => 14.4,
        }
    }
}

/// The words of a text that are wider than the column, with their widths in em. A word ends where a line can break: at a space,
/// after a hyphen, at a soft hyphen, and between characters of scripts without spaces.
pub(crate) fn too_wide(text: &str, column: Column) -> Vec<(&str, f64)> {
    let breaks = |c: char| {
        c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
            || matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}' | '\u{2013}' | '\u{2014}' | '/')
            || matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
                | '\u{2e80}'..='\u{d7ff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
    };
    text.split(breaks).map(|word| (word, width(word))).filter(|(_, width)| *width > column.width()).collect()
}

/// The width of a word, in em.
fn width(word: &str) -> f64 {
    word.chars().map(glyph).sum()
}

fn glyph(c: char) -> f64 {
    match c {
        'i' | 'í' | 'ì' | 'î' | 'ï' | 'j' | 'l' | 'I' | 'f' | 't' | '.' | ',' | ':' | ';' | '!' | '\''
        | '|' => 0.28,
        'r' | '(' | ')' | '[' | ']' | '"' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' => 0.85,
        c if c.is_uppercase() => 0.7,
        // Combining marks take no width.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' => 0.0,
        _ => 0.556,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        too_wide(text, Column::Heading).iter().map(|it| it.0).collect()
    }

    #[test]
    fn a_long_compound_is_too_wide_unless_it_marks_where_it_can_break() {
        assert_eq!(words("Die Schultergürtelmuskulaturverspannung"), ["Schultergürtelmuskulaturverspannung"]);
        for fine in [
            "Schultergürtel\u{ad}muskulatur\u{ad}verspannung",
            "Schultergürtel-Muskulatur-Verspannung",
            "Muskelverspannungen",
            "背中のこりの原因を調べるためのいくつかの簡単な質問に答えてください",
            "one two three four five six seven eight nine ten",
        ] {
            assert_eq!(words(fine), [] as [&str; 0], "{fine}");
        }
        assert_eq!(words("aaaaaaaaaa\u{a0}bbbbbbbbbbbb").len(), 1);
    }

    #[test]
    fn a_choice_and_a_paragraph_have_more_room_than_a_heading() {
        let word = "Nahrungsergänzungsmitteln";
        let fits = |column| too_wide(word, column).is_empty();
        assert_eq!([Column::Heading, Column::Choice, Column::Text].map(fits), [false, false, true]);
    }
}
