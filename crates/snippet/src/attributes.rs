//! The attributes that the owner of a page writes.

use std::collections::BTreeMap;

/// The names of all attributes, in the order in which a snippet has them.
pub const ATTRIBUTES: [&str; 13] = [
    "quiz",
    "translations",
    "lang",
    "dir",
    "course",
    "region",
    "theme",
    "loading",
    "report",
    "remember",
    "start-label",
    "busy-label",
    "failed-label",
];

/// The attribute that has no value: it is there or not.
pub(crate) const BOOLEAN_ATTRIBUTE: &str = "remember";

/// The attributes that the owner of a page writes, by name. The others come from the quiz.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes(BTreeMap<String, String>);

impl Attributes {
    /// The value of an attribute. `None` if it is empty, unless the attribute has no value at all.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty() || name == BOOLEAN_ATTRIBUTE)
    }

    /// Sets an attribute. `None` removes it.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.0.insert(name.to_owned(), value.to_owned()),
            None => self.0.remove(name),
        };
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(entries: I) -> Self {
        Self(entries.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attributes_are_those_of_the_element() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../js/custom-elements.json");
        let manifest = std::fs::read_to_string(path).expect("the manifest of the element");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
        let attributes = manifest["modules"][0]["declarations"][0]["attributes"].as_array().expect("a list");
        let mut of_element: Vec<&str> = attributes.iter().filter_map(|it| it["name"].as_str()).collect();
        // Every element of HTML has it.
        of_element.push("dir");
        of_element.sort_unstable();
        let mut known = ATTRIBUTES;
        known.sort_unstable();
        assert_eq!(of_element, known);
    }
}
