//! The choice of a translation by language tags.

/// The position of the tag that suits a language best, by the lookup of RFC 4647, section 3.4: the language loses its last
/// subtag until it equals one of the tags. Upper and lower case are the same.
///
/// ```
/// use which_cause_quiz::lookup_language;
///
/// assert_eq!(lookup_language("es-MX", &["en", "es"]), Some(1));
/// assert_eq!(lookup_language("fr", &["en", "es"]), None);
/// ```
#[must_use]
pub fn lookup_language(language: &str, tags: &[&str]) -> Option<usize> {
    let mut range = language;
    loop {
        if let Some(found) = tags.iter().position(|tag| tag.eq_ignore_ascii_case(range)) {
            return Some(found);
        }
        (range, _) = range.rsplit_once('-')?;
    }
}
