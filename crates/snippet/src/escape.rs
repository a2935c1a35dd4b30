//! Texts in HTML and in addresses.

use std::fmt::Write;

/// Escapes a text for HTML, between tags or in an attribute in double quotes.
pub(crate) fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text as the value of a parameter in an address.
pub(crate) fn encode_parameter(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The address of a file in a folder. Without a folder the file is beside the page.
pub(crate) fn address_in(folder: Option<&str>, file: &str) -> String {
    match folder {
        None => file.to_owned(),
        Some(folder) if folder.ends_with('/') => format!("{folder}{file}"),
        Some(folder) => format!("{folder}/{file}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_has_no_character_with_a_meaning_in_addresses() {
        assert_eq!(
            encode_parameter("https://a.org/?b=1&c=é #"),
            "https%3A%2F%2Fa.org%2F%3Fb%3D1%26c%3D%C3%A9%20%23"
        );
    }

    #[test]
    fn a_folder_may_end_with_a_slash() {
        assert_eq!(address_in(Some("https://a.org/q"), "x.js"), "https://a.org/q/x.js");
        assert_eq!(address_in(Some("/q/"), "x.js"), "/q/x.js");
        assert_eq!(address_in(None, "x.js"), "x.js");
    }
}
