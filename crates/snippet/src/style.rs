//! The look: the widget's custom properties.

use std::fmt::Write;

/// A `<style>` that sets custom properties of the element; empty without any. A value that could end the rule or the style sheet is
/// left out.
#[must_use]
pub fn style_html<'a>(properties: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut rules = String::new();
    for (name, value) in properties {
        if !value.contains(['<', '{', '}', ';', '\n']) {
            _ = writeln!(rules, "    {name}: {value};");
        }
    }
    if rules.is_empty() { rules } else { format!("<style>\n  which-cause {{\n{rules}  }}\n</style>") }
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
}
