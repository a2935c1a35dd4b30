//! The shortcode of the WordPress plugin.

use crate::attributes::{Attributes, BOOLEAN_ATTRIBUTE};
use crate::escape::escape_html;

/// The attributes that the shortcode takes.
pub const SHORTCODE_ATTRIBUTES: [&str; 8] =
    ["quiz", "lang", "course", "region", "theme", "report", "remember", "start-label"];

/// The shortcode with these attributes.
#[must_use]
pub fn shortcode(attributes: &Attributes) -> String {
    let mut code = String::from("[which-cause");
    for name in SHORTCODE_ATTRIBUTES {
        match attributes.get(name) {
            Some(_) if name == BOOLEAN_ATTRIBUTE => code.extend([" ", name]),
            Some(value) => {
                // A bracket would end the shortcode.
                let value = escape_html(value).replace('[', "&#91;").replace(']', "&#93;");
                code.extend([" ", name, "=\"", &value, "\""]);
            }
            None => {}
        }
    }
    code.push(']');
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attributes_are_those_of_the_guide() {
        let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/wordpress.md"))
            .expect("a file");
        let (_, list) = guide.split_once("## Use the shortcode").expect("the section");
        let (_, list) = list.split_once("\n- ").expect("the list");
        let (list, _) = list.split_once("- `heading`").expect("the end of the list of attributes");
        let mut expected: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
        expected.sort_unstable();
        let mut known = SHORTCODE_ATTRIBUTES;
        known.sort_unstable();
        assert_eq!(expected, known);
    }

    #[test]
    fn a_value_cannot_end_the_shortcode() {
        let attributes = [("start-label", "Go] \"now\""), ("remember", ""), ("translations", "es")];
        assert_eq!(
            shortcode(&attributes.into_iter().collect()),
            "[which-cause remember start-label=\"Go&#93; &quot;now&quot;\"]"
        );
    }
}
