//! What stands on a single line of a quiz file and has no placeholders: names, web addresses, telephone numbers.

use std::fmt;

use crate::decode::codec::compact_as_inside;
use crate::decode::from_json::{Reading, Shape};
use crate::decode::invisible::{is_blank, is_unfit};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::ProblemKind;

/// A plain line that is shown as it is: a name, a separator. 1 to 200 characters; no placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleLine(Box<str>);

impl SingleLine {
    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SingleLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Shape for SingleLine {
    const WANTED: &'static str = "text";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({
            "type": "string", "pattern": "\\S", "not": {"pattern": "[{}\\n\\t]"}, "maxLength": 200, "translate": true,
        })
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Text(text) => {
                let length = text.chars().count();
                let unfit = text.chars().find(|c| is_unfit(*c) || c.is_control());
                let kind = if length > 200 || is_blank(&text) {
                    ProblemKind::WrongLength { most: 200, found: length }
                } else if let Some(found) = unfit {
                    ProblemKind::UnfitCharacter { found }
                } else if text.contains(['{', '}']) {
                    ProblemKind::LoneBrace
                } else {
                    return Self(text.into());
                };
                reading.report(at, kind);
                Self::stand_in()
            }
            other => reading.wrong_shape(at, &other),
        }
    }
}

compact_as_inside! { SingleLine Link Address PhoneNumber }

/// An address on the web, `http` or `https`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(Box<str>);

impl Link {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Shape for Link {
    const WANTED: &'static str = "a web address";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "string", "pattern": "^https?://\\S+$", "maxLength": 2000})
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Text(text) if is_web_address(&text) => Self(text.into()),
            Value::Text(found) => {
                reading.report(at, ProblemKind::NotALink { found });
                Self::stand_in()
            }
            other => reading.wrong_shape(at, &other),
        }
    }
}

/// Whether a text is an `http` or `https` address with a host, and free of placeholders and control characters. The
/// browser reads the rest of it.
fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && text.len() <= 2_000
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_unfit(c))
}

/// An address on the web, `http` or `https`, or one relative to the file that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Box<str>);

impl Address {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads from the file that it stands in, and not from anywhere.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        is_relative(&self.0)
    }
}

impl Shape for Address {
    const WANTED: &'static str = "an address";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({
            "type": "string", "minLength": 1, "maxLength": 2000, "pattern": "^(https?://|[^:]*([/?#]|$))",
        })
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Text(text) if is_web_address(&text) || is_relative(&text) => Self(text.into()),
            Value::Text(found) => {
                reading.report(at, ProblemKind::NotAnAddress { found });
                Self::stand_in()
            }
            other => reading.wrong_shape(at, &other),
        }
    }
}

/// Whether a text is an address without a scheme, and free of placeholders and control characters.
fn is_relative(text: &str) -> bool {
    let scheme = text.split(['/', '?', '#']).next().is_some_and(|it| it.contains(':'));
    !text.is_empty()
        && !scheme
        && text.len() <= 2_000
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_unfit(c))
}

/// A telephone number that a `tel:` link can carry: 1 to 20 digits, a `+` before them if need be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber(Box<str>);

impl PhoneNumber {
    /// The number as it is dialled.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Shape for PhoneNumber {
    const WANTED: &'static str = "a telephone number, as text";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "string", "pattern": "^[+]?[0-9]{1,20}$"})
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Text(text) => {
                let digits = text.strip_prefix('+').unwrap_or(&text);
                if (1..=20).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
                    return Self(text.into());
                }
                reading.report(at, ProblemKind::NotANumber { found: text });
                Self::stand_in()
            }
            other => reading.wrong_shape(at, &other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        for good in ["https://example.org/", "http://localhost:8080/a?b#c", "https://[::1]/"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "HTTPS//x",
            "https://",
            "https:// x",
            "data:text/html,x",
            "course.html",
            "https://a\nb",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_relative_address_has_no_scheme() {
        for good in ["a.json", "../a.json?b:c", "/a/b:c.json", "//example.org/a.json", "./a"] {
            assert!(is_relative(good), "{good}");
        }
        for bad in
            ["", "data:application/json,{}", "javascript:a", "https://example.org/", "C:a.json", "a b", "a\n"]
        {
            assert!(!is_relative(bad), "{bad}");
        }
    }
}
