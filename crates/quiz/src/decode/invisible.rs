//! Invisible characters: zero-width characters, direction marks, control characters.

/// Whether a character is invisible. Spaces of any width are not.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t' | '\r')
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a text has only spaces and invisible characters.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether a character is invisible and no text needs it: a control character, a byte order mark, or an embedding or
/// override of direction. Isolates are allowed (<https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates>).
pub(crate) fn is_forbidden(c: char) -> bool {
    let layout = matches!(c, '\n' | '\t');
    c.is_control() && !layout || matches!(c, '\u{feff}' | '\u{202a}'..='\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_invisible_characters_is_blank() {
        for blank in
            ["", " ", "\u{200b}", "\u{200d}\u{ad} \u{2060}", "\u{2800}", "\u{3164}\u{a0}", "\u{fe0f}"]
        {
            assert!(is_blank(blank), "{blank:?}");
        }
        for seen in ["a", "\u{200b}.", "👍"] {
            assert!(!is_blank(seen), "{seen:?}");
        }
    }
}
