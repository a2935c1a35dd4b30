//! The form of the element's attributes: where each is, its name for the author, and the problems with a value.

use which_cause_quiz::is_language;

use super::element_manifest::AttributeFormat;

/// The values that an address can have.
const ADDRESS: &str = "an address that begins with https:// or http://, or one relative to the page";

/// A group of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AttributeGroup {
    /// The widget as readers see it.
    Readers,
    /// The behavior in the page.
    Page,
    /// The words around the Start button.
    Labels,
    /// Where the files are.
    Files,
}

/// Where an attribute is in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AttributeField {
    pub(crate) name: &'static str,
    pub(crate) group: AttributeGroup,
    /// Its name for the author.
    pub(crate) label: &'static str,
}

impl AttributeGroup {
    pub(crate) const ALL: [Self; 4] = [Self::Readers, Self::Page, Self::Labels, Self::Files];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Readers => "For your readers",
            Self::Page => "In your page",
            Self::Labels => "Around the Start button",
            Self::Files => "Files",
        }
    }

    /// Its fields, in their order.
    pub(crate) fn fields(self) -> impl Iterator<Item = AttributeField> {
        AttributeField::ALL.into_iter().filter(move |field| field.group == self)
    }
}

impl AttributeField {
    /// All fields. A test compares them with the element's manifest.
    pub(crate) const ALL: [Self; 12] = [
        field("region", AttributeGroup::Readers, "Region of most readers"),
        field("course", AttributeGroup::Readers, "Course page"),
        field("lang", AttributeGroup::Readers, "Language around the quiz"),
        field("theme", AttributeGroup::Page, "Light or dark"),
        field("loading", AttributeGroup::Page, "When the quiz is fetched"),
        field("remember", AttributeGroup::Page, "Remember answers in the tab"),
        field("report", AttributeGroup::Page, "What events carry"),
        field("start-label", AttributeGroup::Labels, "Start button"),
        field("busy-label", AttributeGroup::Labels, "While the quiz is loading"),
        field("failed-label", AttributeGroup::Labels, "If the quiz cannot start"),
        field("quiz", AttributeGroup::Files, "Address of the quiz file"),
        field("translations", AttributeGroup::Files, "Translations"),
    ];
}

const fn field(name: &'static str, group: AttributeGroup, label: &'static str) -> AttributeField {
    AttributeField { name, group, label }
}

/// The problem with the value of an attribute. An empty value is the same as none.
pub(crate) fn problem_with_attribute(format: &AttributeFormat, value: &str) -> Option<String> {
    let value = value.trim();
    if value.is_empty() || format.is_flag {
        return None;
    }
    let (is_valid, expected) = match format.name.as_str() {
        "region" => (is_region(value), "two letters, like GB or US".to_owned()),
        "course" | "quiz" => (is_web_address(value), ADDRESS.to_owned()),
        "lang" => (is_language(value), "a language tag, like en-GB or es".to_owned()),
        "translations" => (
            value.split_whitespace().all(is_language),
            "language tags with spaces between them, like es pt-BR".to_owned(),
        ),
        _ if format.values.is_empty() => return None,
        _ => (format.values.iter().any(|known| known == value), format.values.join(", ")),
    };
    (!is_valid).then(|| format!("has to be {expected}"))
}

/// The problem with the address of the folder with the files.
pub(crate) fn problem_with_folder(address: &str) -> Option<String> {
    (!is_web_address(address.trim())).then(|| format!("has to be {ADDRESS}"))
}

/// Whether a text is an address of the web, or one that is relative to the page.
pub(super) fn is_web_address(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(before, _)| before).filter(|it| !it.contains(['/', '?', '#']));
    let is_of_the_web =
        scheme.is_none_or(|it| it.eq_ignore_ascii_case("https") || it.eq_ignore_ascii_case("http"));
    is_of_the_web && !text.contains(|c: char| c.is_control() || c == ' ')
}

fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::super::element_manifest::ElementManifest;
    use super::*;

    #[test]
    fn every_attribute_of_the_element_has_a_field() {
        let mut of_element: Vec<String> =
            ElementManifest::new().attributes.into_iter().map(|it| it.name).collect();
        let mut fields: Vec<&str> = AttributeField::ALL.iter().map(|field| field.name).collect();
        of_element.sort();
        fields.sort_unstable();
        assert_eq!(of_element, fields);
        let in_groups: usize = AttributeGroup::ALL.iter().map(|group| group.fields().count()).sum();
        assert_eq!(in_groups, fields.len());
    }

    #[test]
    fn a_wrong_value_says_what_would_be_right() {
        let manifest = ElementManifest::new();
        let problem = |name: &str, value: &str| {
            let format = manifest.attributes.iter().find(|it| it.name == name).expect("an attribute");
            problem_with_attribute(format, value)
        };
        for (name, right, wrong) in [
            ("region", "gb", "United Kingdom"),
            ("course", "/course/?a=1", "javascript:alert(1)"),
            ("quiz", "quizzes/bread.json", "data:text/plain,{}"),
            ("lang", "pt-BR", "Português!"),
            ("translations", "es pt-BR", "es, pt"),
            ("theme", "dark", "night"),
        ] {
            assert_eq!(problem(name, right), None, "{name}");
            assert!(problem(name, wrong).is_some_and(|it| it.starts_with("has to be ")), "{name}");
            assert_eq!(problem(name, " "), None, "{name}");
        }
    }
}
