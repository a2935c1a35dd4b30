//! Finds invisible characters that have no use where they are.
//!
//! Some have a use: a soft hyphen marks where a long word can break, a zero-width joiner combines emojis, direction marks belong
//! in texts with several scripts.

use crate::decode::invisible::is_invisible;

/// The first invisible character of a text that has no use where it is.
pub(crate) fn useless_character(text: &str) -> Option<char> {
    let chars: Vec<char> = text.chars().collect();
    let has = |is: fn(char) -> bool| chars.iter().any(|c| is(*c));
    let (right_to_left, flag) = (has(is_right_to_left), has(|c| c == '\u{1f3f4}'));
    let is_useless = |i: usize| {
        let before = i.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(i + 1).copied();
        let beside = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        match chars[i] {
            // A soft hyphen, between two letters.
            '\u{ad}' => !beside(char::is_alphabetic),
            '\u{2060}' => before.is_none() || after.is_none(),
            // A break between words of Thai, Lao, Khmer and other scripts without spaces.
            '\u{200b}' => !beside(has_no_spaces),
            // A joiner or non-joiner, between letters of scripts that join them and inside an emoji.
            '\u{200c}' | '\u{200d}' => {
                !(beside(joins) || before.is_some_and(is_emoji) && after.is_some_and(is_emoji))
            }
            '\u{fe00}'..='\u{fe0f}' => before.is_none_or(char::is_whitespace),
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' => !right_to_left,
            '\u{e0020}'..='\u{e007f}' => !flag,
            '\u{180b}'..='\u{180f}' => !before.is_some_and(|c| matches!(c, '\u{1800}'..='\u{18af}')),
            c => is_invisible(c),
        }
    };
    (0..chars.len()).find(|i| is_useless(*i)).map(|i| chars[i])
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}')
}

/// Whether a character belongs to a script that joins letters: Arabic and its relatives, Mongolian, and scripts of South and
/// South-East Asia.
fn joins(c: char) -> bool {
    is_right_to_left(c)
        || matches!(c, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{a840}'..='\u{aaff}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invisible_character_is_found_only_where_it_has_no_use() {
        for fine in [
            "Muskel\u{ad}verspannung",
            "10\u{a0}kg, 5\u{202f}%",
            "می\u{200c}خواهم",
            "👩\u{200d}⚕️",
            "❤\u{fe0f}",
            "اتصل \u{2066}112\u{2069} الآن\u{200f}",
            "ไทย\u{200b}ไทย",
            "line\nline\ttab",
        ] {
            assert_eq!(useless_character(fine), None, "{fine}");
        }
        for (text, found) in [
            ("zero\u{200b}width", '\u{200b}'),
            ("join\u{200d}er", '\u{200d}'),
            ("left to right\u{200e}", '\u{200e}'),
            ("\u{ad}start", '\u{ad}'),
            ("filler \u{3164}", '\u{3164}'),
            ("tag\u{e0041}", '\u{e0041}'),
        ] {
            assert_eq!(useless_character(text), Some(found), "{text}");
        }
    }
}
