//! The look: the custom properties as the page has them.

use std::collections::BTreeMap;

use which_cause_quiz::JsonPath;

use super::contrast::Rgb;
use super::element_manifest::{ElementManifest, PropertyKind};
use super::settings::PageSettings;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Light,
    Dark,
}

impl Mode {
    pub(crate) const ALL: [Self; 2] = [Self::Light, Self::Dark];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The path of a custom property in the file of the page.
    pub(crate) fn path(self, property: &str) -> JsonPath {
        JsonPath::to_key(match self {
            Self::Light => "look",
            Self::Dark => "dark_look",
        })
        .key(property)
    }
}

/// The look of the widget: its own colors, replaced by those of the author.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Look {
    /// The colors by name, in light and in dark mode.
    colors: BTreeMap<String, [Rgb; 2]>,
    /// The custom properties that the author sets, as CSS.
    properties: Vec<(String, String)>,
}

impl Look {
    /// The look of a page. `color` reads a color of CSS. Values that are not valid are left out.
    pub(crate) fn new(settings: &PageSettings, color: impl Fn(&str) -> Option<Rgb>) -> Self {
        let mut look = Self { colors: BTreeMap::new(), properties: Vec::new() };
        let given = |values: &BTreeMap<String, String>, name: &str| {
            values.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        for property in ElementManifest::new().properties {
            let name = property.name.as_str();
            match &property.kind {
                PropertyKind::Color { light, dark } => {
                    let own = [light, dark];
                    let maps = [&settings.look, &settings.dark_look];
                    let mut rgb = own.map(|own| Rgb::from_hex(own).unwrap_or(Rgb([0; 3])));
                    let mut css = own.map(String::clone);
                    for (index, values) in maps.into_iter().enumerate() {
                        if let Some((value, valid)) =
                            given(values, name).and_then(|value| Some((value.clone(), color(&value)?)))
                        {
                            rgb[index] = valid;
                            css[index] = value;
                        }
                    }
                    if css.each_ref() != own {
                        let [light, dark] = css;
                        let value =
                            if light == dark { light } else { format!("light-dark({light}, {dark})") };
                        look.properties.push((name.to_owned(), value));
                    }
                    look.colors.insert(name.to_owned(), rgb);
                }
                PropertyKind::Length { .. } | PropertyKind::Font { .. } => {
                    if let Some(value) = given(&settings.look, name) {
                        look.properties.push((name.to_owned(), value));
                    }
                }
            }
        }
        look
    }

    /// A color in a mode.
    pub(super) fn color(&self, property: &str, mode: Mode) -> Rgb {
        let index = usize::from(mode == Mode::Dark);
        self.colors.get(property).map_or(Rgb([0; 3]), |colors| colors[index])
    }

    /// The custom properties that the author sets, with their values in CSS.
    pub(crate) fn properties(&self) -> impl Iterator<Item = (&str, &str)> {
        self.properties.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Leaves out the properties whose values the browser does not take.
    pub(crate) fn retain(&mut self, is_valid: impl Fn(&str, &str) -> bool) {
        self.properties.retain(|(name, value)| is_valid(name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(light: &[(&str, &str)], dark: &[(&str, &str)]) -> Vec<(String, String)> {
        let map = |entries: &[(&str, &str)]| {
            entries
                .iter()
                .map(|(name, value)| (format!("--which-cause-{name}"), (*value).to_owned()))
                .collect()
        };
        let settings = PageSettings { look: map(light), dark_look: map(dark), ..PageSettings::default() };
        Look::new(&settings, Rgb::from_hex).properties
    }

    fn property(name: &str, value: &str) -> (String, String) {
        (format!("--which-cause-{name}"), value.to_owned())
    }

    #[test]
    fn a_color_of_one_mode_leaves_the_other_mode_as_it_is() {
        assert_eq!(look(&[("accent", "#7a1fa2")], &[]), [property("accent", "light-dark(#7a1fa2, #76cfc1)")]);
        assert_eq!(look(&[], &[("accent", "#fff")]), [property("accent", "light-dark(#0b6e63, #fff)")]);
        assert_eq!(look(&[("accent", "#123")], &[("accent", "#123")]), [property("accent", "#123")]);
    }

    #[test]
    fn what_is_empty_or_no_color_is_left_out() {
        assert_eq!(look(&[("accent", " "), ("text", "brownish"), ("radius", "")], &[]), []);
        assert_eq!(look(&[("radius", " 2px ")], &[("radius", "9px")]), [property("radius", "2px")]);
    }
}
