//! The element's attributes and custom properties, from its manifest. A new one has a field in the studio without a change here.

use serde_json::Value;

/// The manifest of the element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ElementManifest {
    pub(crate) attributes: Vec<AttributeFormat>,
    pub(crate) properties: Vec<PropertyFormat>,
}

/// An attribute of the element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AttributeFormat {
    pub(crate) name: String,
    /// What it is for.
    pub(crate) help: String,
    /// Its values, if there is a fixed list of them. The first is the default.
    pub(crate) values: Vec<String>,
    /// Whether it is there or not, without a value.
    pub(crate) is_flag: bool,
}

/// A custom property of the element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PropertyFormat {
    pub(crate) name: String,
    /// What it is for.
    pub(crate) help: String,
    pub(crate) kind: PropertyKind,
}

/// What a custom property takes, with the widget's own values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PropertyKind {
    /// A color in light and in dark mode.
    Color { light: String, dark: String },
    /// A length.
    Length { default: String },
    /// A typeface.
    Font { default: String },
}

impl ElementManifest {
    /// The manifest of this version.
    pub(crate) fn new() -> Self {
        let manifest: Value = serde_json::from_str(include_str!("../../../js/custom-elements.json"))
            .expect("the manifest is JSON: a test reads it");
        let element = &manifest["modules"][0]["declarations"][0];
        Self {
            attributes: items(&element["attributes"]).map(AttributeFormat::of).collect(),
            properties: items(&element["cssProperties"]).map(PropertyFormat::of).collect(),
        }
    }

    /// A custom property by its name.
    #[cfg(test)]
    pub(crate) fn property(&self, name: &str) -> &PropertyFormat {
        self.properties.iter().find(|property| property.name == name).expect("a property")
    }
}

impl AttributeFormat {
    fn of(attribute: &Value) -> Self {
        let kind = text(&attribute["type"]["text"]);
        Self {
            name: text(&attribute["name"]),
            help: help(attribute),
            values: kind.split('\'').skip(1).step_by(2).map(str::to_owned).collect(),
            is_flag: kind == "boolean",
        }
    }
}

impl PropertyFormat {
    fn of(property: &Value) -> Self {
        let default = text(&property["default"]);
        let kind = match property["syntax"].as_str() {
            Some("<color>") => {
                let both = default.strip_prefix("light-dark(").and_then(|it| it.strip_suffix(')'));
                let (light, dark) =
                    both.and_then(|both| both.split_once(", ")).unwrap_or((&default, &default));
                PropertyKind::Color { light: light.to_owned(), dark: dark.to_owned() }
            }
            Some("<length>") => PropertyKind::Length { default },
            _ => PropertyKind::Font { default },
        };
        Self { name: text(&property["name"]), help: help(property), kind }
    }

    /// Whether it has a value for light and one for dark mode.
    pub(crate) fn has_modes(&self) -> bool {
        matches!(self.kind, PropertyKind::Color { .. })
    }

    /// Its name for the author: "Accent text".
    pub(crate) fn label(&self) -> String {
        crate::format::label(&self.name.replacen("--which-cause-", "", 1).replace('-', "_"))
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

fn help(item: &Value) -> String {
    text(&item["description"]).replace('`', "")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_has_attributes_with_values_and_properties_with_defaults() {
        let manifest = ElementManifest::new();
        let theme = manifest.attributes.iter().find(|it| it.name == "theme").expect("theme");
        assert_eq!(theme.values, ["auto", "light", "dark"]);
        assert!(manifest.attributes.iter().any(|it| it.name == "remember" && it.is_flag));
        let accent = manifest.property("--which-cause-accent");
        assert_eq!(
            accent.kind,
            PropertyKind::Color { light: "#0b6e63".to_owned(), dark: "#76cfc1".to_owned() }
        );
        assert_eq!(manifest.property("--which-cause-accent-text").label(), "Accent text");
        let radius = manifest.property("--which-cause-radius");
        assert_eq!(radius.kind, PropertyKind::Length { default: "12px".to_owned() });
    }
}
