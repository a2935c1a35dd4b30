//! Writes JSON as the quiz files of this project are written: a list or an object is on one line if it fits there.

use std::fmt::Write;

use crate::decode::json::Value;

/// The most characters of a line that has a whole list or object.
pub const MAX_LINE_WIDTH: usize = 110;

/// The spaces of each level.
const INDENT: usize = 2;

impl Value {
    /// The value as JSON, laid out as the quiz files of this project are, with a line break at the end.
    ///
    /// ```
    /// use which_cause_quiz::Value;
    ///
    /// let value = Value::parse(r#"{"choices":[1,2]}"#).expect("JSON");
    /// assert_eq!(value.to_json(), "{\n  \"choices\": [1, 2]\n}\n");
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = self.to_json_at(0, 0);
        text.push('\n');
        text
    }

    /// The same for a value in another one. Its lines begin after `indent` spaces, and `used` characters are before it on its first
    /// line.
    #[must_use]
    pub fn to_json_at(&self, indent: usize, used: usize) -> String {
        let mut text = String::new();
        write_value(self, indent, used, &mut text);
        text
    }
}

/// Writes a value. Before it, its line has `used` characters; its lines begin at `indent`.
fn write_value(value: &Value, indent: usize, used: usize, text: &mut String) {
    let inline = on_one_line(value);
    let is_scalar = !matches!(value, Value::Array(_) | Value::Object(_));
    // The comma after the value needs a place too. The file itself is never on one line.
    if is_scalar || indent > 0 && used + inline.chars().count() < MAX_LINE_WIDTH {
        return text.push_str(&inline);
    }
    let inner = " ".repeat(indent + INDENT);
    let outer = " ".repeat(indent);
    match value {
        Value::Object(entries) => {
            text.push('{');
            for (i, (key, value)) in entries.iter().enumerate() {
                let key = format!("{inner}{}: ", quoted(key));
                text.push_str(if i == 0 { "\n" } else { ",\n" });
                text.push_str(&key);
                write_value(value, indent + INDENT, key.chars().count(), text);
            }
            let _ = write!(text, "\n{outer}}}");
        }
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i == 0 { "\n" } else { ",\n" });
                text.push_str(&inner);
                write_value(item, indent + INDENT, inner.len(), text);
            }
            let _ = write!(text, "\n{outer}]");
        }
        _ => {}
    }
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(it) => it.to_string(),
        Value::Integer(it) => it.to_string(),
        Value::Float(it) => serde_json::json!(it).to_string(),
        Value::String(it) => quoted(it),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(on_one_line).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), on_one_line(value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    // An invisible character, such as a soft hyphen or a direction mark, is written so that an editor shows it.
    let json = serde_json::json!(text).to_string();
    let mut quoted = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{2069}')
        {
            let _ = write!(quoted, "\\u{:04x}", u32::from(c));
        } else {
            quoted.push(c);
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_on_one_line_and_the_json_stays_the_same() {
        let value = Value::parse(
            &serde_json::json!({
                "a": [1, 2.5, true, null, "x\u{ad}y \"quoted\""],
                "b": {"long": "x".repeat(60), "longer": "y".repeat(60)},
                "c": [],
            })
            .to_string(),
        )
        .expect("JSON");
        let text = value.to_json();
        assert_eq!(Value::parse(&text).expect("JSON"), value);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], r#"  "a": [1, 2.5, true, null, "x\u00ady \"quoted\""],"#);
        assert_eq!(lines[2], "  \"b\": {");
        assert!(lines[3].starts_with("    \"long\": \"xxx"), "{text}");
    }
}
