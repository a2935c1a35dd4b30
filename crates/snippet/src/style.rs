//! The look: the widget's custom properties.

use std::fmt::Write;

/// A `<style>` that sets custom properties of the element; empty without any. A value that could end the rule or the style sheet, or
/// that swallows the rules after it, is left out.
#[must_use]
pub fn style_html<'a>(properties: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut rules = String::new();
    for (name, value) in properties {
        if !value.contains(['<', '{', '}', ';']) && is_complete_value(value) {
            _ = writeln!(rules, "    {name}: {value};");
        }
    }
    if rules.is_empty() { rules } else { format!("<style>\n  which-cause {{\n{rules}  }}\n</style>") }
}

/// Whether a value of CSS ends where its text ends. Browsers close brackets, quotes and comments that are still open at the end of a
/// value, but in a style sheet these swallow the rules after it. <https://www.w3.org/TR/css-syntax-3/#parsing>
///
/// Values with escapes, and addresses in `url()`, have rules of their own. They count as incomplete.
#[must_use]
pub fn is_complete_value(value: &str) -> bool {
    if value.contains(|c: char| c == '\\' || c.is_control())
        || value.contains("/*")
        || value.to_ascii_lowercase().contains("url(")
    {
        return false;
    }
    let mut open = Vec::new();
    for c in value.chars() {
        let last = open.last().copied();
        match (last, c) {
            // In quotes, only the same quote counts.
            (Some('"' | '\''), _) if last != Some(c) => {}
            (Some('"' | '\''), _) => {
                open.pop();
            }
            (_, '"' | '\'') => open.push(c),
            (_, '(') => open.push(')'),
            (_, '[') => open.push(']'),
            (_, ')' | ']') if last != Some(c) => return false,
            (_, ')' | ']') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_end_the_style_sheet() {
        let properties = [
            ("--which-cause-accent", "#123456"),
            ("--which-cause-font", "</style><script>alert(1)</script>"),
        ];
        assert_eq!(
            style_html(properties),
            "<style>\n  which-cause {\n    --which-cause-accent: #123456;\n  }\n</style>"
        );
        assert_eq!(style_html([("--which-cause-radius", "1px} body {display: none")]), "");
    }

    #[test]
    fn a_value_cannot_swallow_the_rules_after_it() {
        for value in [
            "calc(1px",
            "calc(1px])",
            "1px)",
            "red/*",
            "\"abc",
            "'abc",
            "\"abc'",
            "\"a\rb\"",
            "red\\",
            "\"a\\\"",
            "url( x\")\")",
        ] {
            assert!(!is_complete_value(value), "{value}");
            assert_eq!(style_html([("--which-cause-font", value)]), "", "{value}");
        }
        for value in
            ["light-dark(#123, rgb(1 2 3 / 50%))", "\"Gill Sans\", 'It(s', serif", "calc(1px + (2px))"]
        {
            assert!(is_complete_value(value), "{value}");
        }
    }
}
