//! The page that the quiz goes to: the settings for it, the HTML for it, and the files to put there. Nothing here knows the browser.
//!
//! The settings are a companion of the draft, so they are undone and kept like the quiz.

mod contrast;
mod element_manifest;
mod field_names;
mod form;
mod look;
mod names;
mod package;
mod settings;
mod snippet;

pub(crate) use contrast::{Pair, Rgb};
pub(crate) use element_manifest::{AttributeFormat, ElementManifest, PropertyFormat, PropertyKind};
pub(crate) use field_names::phrase_of_field;
pub(crate) use form::{AttributeField, AttributeGroup, problem_with_attribute, problem_with_folder};
pub(crate) use look::{Look, Mode};
pub(crate) use names::{drawings_file, translations_of};
pub(crate) use package::{Package, PackageFile, fitting_translation, pack};
pub(crate) use settings::{Destination, FILE_NAME, FOLDER_LABEL, PageSettings};
pub(crate) use snippet::{Paste, Snippet, WidgetBuild};
