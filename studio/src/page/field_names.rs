//! The names of the settings for the page, as the names of edits contain them: "Change …".

use which_cause_quiz::{JsonPath, PathSegment};

use super::element_manifest::ElementManifest;
use super::form::AttributeField;
use super::look::Mode;
use super::settings::{FOLDER_LABEL, PageSettings};

/// The name of the field for a path of the file: "“Accent, dark”".
pub(crate) fn phrase_of_field(path: &JsonPath) -> String {
    if *path == PageSettings::destination_path() {
        return "where the quiz goes".to_owned();
    }
    if *path == PageSettings::folder_path() {
        return format!("“{FOLDER_LABEL}”");
    }
    let attribute =
        AttributeField::ALL.iter().find(|field| PageSettings::attribute_path(field.name) == *path);
    if let Some(field) = attribute {
        return format!("“{}”", field.label);
    }
    let Some(PathSegment::Key(name)) = path.segments().last() else { return path.to_string() };
    let property = ElementManifest::new().properties.into_iter().find(|property| property.name == *name);
    let mode = Mode::ALL.into_iter().find(|mode| mode.path(name) == *path);
    match (property, mode) {
        (Some(property), Some(mode)) if property.has_modes() => {
            format!("“{}, {}”", property.label(), mode.title().to_lowercase())
        }
        (Some(property), Some(_)) => format!("“{}”", property.label()),
        _ => path.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_the_name_of_its_form() {
        for (path, name) in [
            (PageSettings::destination_path(), "where the quiz goes"),
            (PageSettings::folder_path(), "“Address of the uploaded folder”"),
            (PageSettings::attribute_path("start-label"), "“Start button”"),
            (Mode::Dark.path("--which-cause-accent"), "“Accent, dark”"),
            (Mode::Light.path("--which-cause-radius"), "“Radius”"),
        ] {
            assert_eq!(phrase_of_field(&path), name);
        }
    }
}
