//! Names of files in addresses. An address writes a space as `%20`: <https://url.spec.whatwg.org/#percent-encoded-bytes>.

use std::fmt::Write;

/// A file name as an address. Only characters that mean nothing in an address stay as they are.
pub(crate) fn percent_encode(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '~') {
            address.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

/// The path in an address. A `%` without two hexadecimal digits stays as it is.
pub(crate) fn percent_decode(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let digits = others.get(..2).filter(|_| *first == b'%');
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        if let Some([Some(high), Some(low)]) = digits.map(|it| [it[0], it[1]].map(digit)) {
            bytes.push(16 * high + low);
            rest = &others[2..];
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_after_encoding_and_decoding() {
        for (name, address) in [
            ("my quiz.json", "my%20quiz.json"),
            ("früh.json", "früh.json"),
            ("100%?#:.json", "100%25%3F%23%3A.json"),
            ("a\u{2003}b", "a%E2%80%83b"),
        ] {
            assert_eq!(percent_encode(name), address);
            assert_eq!(percent_decode(address), name);
        }
    }

    #[test]
    fn what_is_not_encoded_stays_as_it_is() {
        for address in ["100%", "%4", "%zz.json", "%+1", "%é"] {
            assert_eq!(percent_decode(address), address);
        }
    }
}
