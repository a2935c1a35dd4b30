//! The settings for the page: a JSON file beside the quiz.

use std::collections::BTreeMap;

use which_cause_quiz::{JsonPath, Value};

use crate::document::{Document, object_entries, text_at};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "page.json";

/// Its name beside a quiz whose own file is called so.
const OTHER_FILE_NAME: &str = "page-2.json";

/// The name of the field for the address of the widget's files.
pub(crate) const FOLDER_LABEL: &str = "Address of the uploaded folder";

/// Where the quiz goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A site whose pages can have scripts.
    #[default]
    Site,
    /// WordPress, with the plugin.
    WordPress,
    /// A site that allows a frame only.
    Frame,
}

impl Destination {
    pub(crate) const ALL: [Self; 3] = [Self::Site, Self::WordPress, Self::Frame];

    /// Its word in the file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::WordPress => "wordpress",
            Self::Frame => "frame",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Site => "A site of your own",
            Self::WordPress => "WordPress",
            Self::Frame => "A frame",
        }
    }

    pub(crate) fn help(self) -> &'static str {
        match self {
            Self::Site => "You can upload files, and pages may have scripts.",
            Self::WordPress => "You or somebody else can install a plugin.",
            Self::Frame => "The site removes scripts, and allows an iframe.",
        }
    }
}

/// The settings for the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PageSettings {
    pub(crate) destination: Destination,
    /// The address of the widget's files; empty if they are beside the page.
    pub(crate) folder: String,
    /// The attributes of the element, by name.
    pub(crate) attributes: BTreeMap<String, String>,
    /// The custom properties, by name. Colors are those of light mode.
    pub(crate) look: BTreeMap<String, String>,
    /// The colors of dark mode, by the name of the custom property.
    pub(crate) dark_look: BTreeMap<String, String>,
}

impl PageSettings {
    /// The path of the destination in the file.
    pub(crate) fn destination_path() -> JsonPath {
        JsonPath::to_key("destination")
    }

    /// The path of the folder in the file.
    pub(crate) fn folder_path() -> JsonPath {
        JsonPath::to_key("folder")
    }

    /// The path of an attribute in the file.
    pub(crate) fn attribute_path(name: &str) -> JsonPath {
        JsonPath::to_key("attributes").key(name)
    }

    /// Whether a file with this name has the settings.
    pub(crate) fn is_file_name(name: &str) -> bool {
        [FILE_NAME, OTHER_FILE_NAME].iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The index of the file in a document.
    pub(crate) fn file_in(document: &Document) -> Option<usize> {
        let companion = document.files().iter().skip(1).position(|file| Self::is_file_name(&file.name));
        companion.map(|index| index + 1)
    }

    /// The settings of a document. What the file does not have, or has in another form, is as the widget has it.
    pub(crate) fn of(document: &Document) -> Self {
        let Some(file) = Self::file_in(document) else { return Self::default() };
        let value = &document.files()[file].value;
        let word = text_at(value, &Self::destination_path()).unwrap_or_default();
        Self {
            destination: Destination::ALL.into_iter().find(|it| it.word() == word).unwrap_or_default(),
            folder: text_at(value, &Self::folder_path()).unwrap_or_default().to_owned(),
            attributes: texts(value, "attributes"),
            look: texts(value, "look"),
            dark_look: texts(value, "dark_look"),
        }
    }

    /// The value of an attribute, without space around it.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}

/// The texts of an object in the file.
fn texts(value: &Value, key: &str) -> BTreeMap<String, String> {
    let entries = object_entries(value, &JsonPath::to_key(key)).iter();
    entries
        .filter_map(|(name, value)| match value {
            Value::String(text) => Some((name.clone(), text.clone())),
            // An attribute without a value.
            Value::Bool(true) => Some((name.clone(), String::new())),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::File;

    fn settings(page: &str) -> PageSettings {
        let open = |name: &str, text: &str| File::open(name, text).expect("JSON");
        PageSettings::of(&Document::new(open("quiz.json", "{}"), [open(FILE_NAME, page)]))
    }

    #[test]
    fn a_quiz_that_is_called_like_the_file_has_one_too() {
        let mut document = Document::new(File::open("Page.json", "{}").expect("JSON"), []);
        assert_eq!(PageSettings::file_in(&document), None);
        document.add_file("Add", File::new(FILE_NAME, "{}").expect("JSON"));
        assert_eq!(PageSettings::file_in(&document), Some(1));
    }

    #[test]
    fn a_file_with_wrong_values_is_as_good_as_none() {
        let found =
            settings(r#"{"destination": "moon", "attributes": {"region": 1, "lang": "de"}, "look": [1]}"#);
        assert_eq!(found.attributes, BTreeMap::from([("lang".to_owned(), "de".to_owned())]));
        assert_eq!(PageSettings { attributes: BTreeMap::new(), ..found }, PageSettings::default());
    }

    #[test]
    fn the_settings_are_those_of_the_file() {
        let found = settings(
            r##"{"destination": "frame", "folder": "/w/", "attributes": {"remember": true}, "dark_look": {"--which-cause-text": "#fff"}}"##,
        );
        assert_eq!((found.destination, found.folder.as_str()), (Destination::Frame, "/w/"));
        assert_eq!(found.attributes["remember"], "");
        assert_eq!(found.dark_look["--which-cause-text"], "#fff");
    }
}
