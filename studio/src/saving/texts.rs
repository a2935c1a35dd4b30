//! The messages about files that the studio saved, or could not save.

use super::file_to_save::FileToSave;
use crate::files::HandleError;
use crate::photos::path_of;

/// The names of files in a sentence.
pub(super) fn names(files: &[FileToSave]) -> String {
    files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The advice about photos that were not saved beside the quiz file.
pub(super) fn put_beside(photos: &[String]) -> String {
    let paths: Vec<&str> = photos.iter().filter_map(|address| path_of(address)).collect();
    format!(" Put {} beside the quiz file.", paths.join(", "))
}

/// The message about a file that was not saved, with advice.
pub(crate) fn failure_text(name: &str, error: &HandleError) -> String {
    match error {
        HandleError::Canceled => format!("{name} was not saved."),
        HandleError::Denied => {
            format!(
                "{name} was not saved: the browser does not allow it. Press Save, and allow it when the browser asks."
            )
        }
        HandleError::Missing => {
            format!(
                "{name} was not saved: the file is no longer where it was. Press Save to choose a place for it."
            )
        }
        HandleError::Other(reason) => format!("{name} was not saved. The browser says: {reason}"),
    }
}
