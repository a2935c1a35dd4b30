//! Texts of one line without placeholders: names, web addresses, telephone numbers.

use std::fmt;

use crate::decode::codec::codec_newtype;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::invisible::{is_blank, is_forbidden};
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// A line that is shown as it is: a name, a separator. 1 to 200 characters, no placeholders.
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

impl FromJson for SingleLine {
    const EXPECTED: &'static str = "text";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({
            "type": "string", "pattern": "\\S", "not": {"pattern": "[{}\\n\\t]"}, "maxLength": 200, "translate": true,
        })
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(text) => {
                let length = text.chars().count();
                let unfit = text.chars().find(|c| is_forbidden(*c) || c.is_control());
                let kind = if length > 200 || is_blank(&text) {
                    ProblemKind::WrongLength { most: 200, found: length }
                } else if let Some(found) = unfit {
                    ProblemKind::ForbiddenCharacter { found }
                } else if text.contains(['{', '}']) {
                    ProblemKind::UnmatchedBrace
                } else {
                    return Self(text.into());
                };
                diagnostics.report(path, kind);
                Self::fallback()
            }
            other => diagnostics.wrong_type(path, &other),
        }
    }
}

codec_newtype! { SingleLine Link Address PhoneNumber }

/// A web address, `http` or `https`. Up to 2,000 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(Box<str>);

impl Link {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromJson for Link {
    const EXPECTED: &'static str = "a web address";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({"type": "string", "pattern": "^https?://\\S+$", "maxLength": 2000})
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(text) if is_web_address(&text) => Self(text.into()),
            Value::String(found) => {
                diagnostics.report(path, ProblemKind::NotALink { found });
                Self::fallback()
            }
            other => diagnostics.wrong_type(path, &other),
        }
    }
}

/// Whether a text is an `http` or `https` address with a host, without spaces and control characters. The browser parses the
/// rest.
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && text.len() <= 2_000
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_forbidden(c))
}

/// A web address, `http` or `https`, or an address relative to the quiz file. Up to 2,000 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Box<str>);

impl Address {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the address is relative to the quiz file.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        is_relative(&self.0)
    }
}

impl FromJson for Address {
    const EXPECTED: &'static str = "an address";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({
            "type": "string", "minLength": 1, "maxLength": 2000, "pattern": "^(https?://|[^:]*([/?#]|$))",
        })
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(text) if is_web_address(&text) || is_relative(&text) => Self(text.into()),
            Value::String(found) => {
                diagnostics.report(path, ProblemKind::NotAnAddress { found });
                Self::fallback()
            }
            other => diagnostics.wrong_type(path, &other),
        }
    }
}

/// Whether a text is an address without a scheme, without spaces and control characters.
fn is_relative(text: &str) -> bool {
    let scheme = text.split(['/', '?', '#']).next().is_some_and(|it| it.contains(':'));
    !text.is_empty()
        && !scheme
        && text.len() <= 2_000
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_forbidden(c))
}

/// A telephone number for a `tel:` link: 1 to 20 digits, optionally after a `+`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber(Box<str>);

impl PhoneNumber {
    /// The number to dial.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromJson for PhoneNumber {
    const EXPECTED: &'static str = "a telephone number, as text";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({"type": "string", "pattern": "^[+]?[0-9]{1,20}$"})
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(text) => {
                let digits = text.strip_prefix('+').unwrap_or(&text);
                if (1..=20).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
                    return Self(text.into());
                }
                diagnostics.report(path, ProblemKind::NotAPhoneNumber { found: text });
                Self::fallback()
            }
            other => diagnostics.wrong_type(path, &other),
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
