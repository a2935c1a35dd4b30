//! Reads one chosen file: a file of the studio, a ZIP file of such files, or a quiz that was made elsewhere.

use which_cause_quiz::{Problem, ProblemKind, Value, decode};

use super::{FileToOpen, OpenedFiles, OpenedQuiz, photo_paths};
use crate::document::File;
use crate::import::{
    Archive, ArchiveError, Imported, from_h5p, from_h5p_content, from_survey, from_table, is_h5p_content,
    is_h5p_package, is_survey,
};
use crate::page::PageSettings;

/// The error for a table that a spreadsheet program saved in another encoding.
const NOT_UTF8: &str =
    "this table is not UTF-8. Save it as “CSV UTF-8”, or copy its cells and paste them under Import";

/// The kind of a JSON file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Quiz,
    /// It belongs to a quiz: drawings, test cases or the settings of a page.
    Companion,
}

/// Reads a file, and returns the files of the studio in it. A quiz that was made elsewhere is complete, and goes to `opened`. Photos of a
/// ZIP file go to `images`.
///
/// # Errors
///
/// Returns the reason as a sentence if the studio cannot open the file.
pub(super) fn read_file(
    file: FileToOpen,
    opened: &mut OpenedFiles,
    images: &mut Vec<FileToOpen>,
) -> Result<Vec<(Kind, File)>, String> {
    let stem = file.name.split('.').next().unwrap_or_default().to_owned();
    let quiz_name = format!("{stem}.json");
    if Archive::is_archive(&file.bytes) {
        let mut archive = Archive::open(file.bytes).map_err(|error| error.to_string())?;
        if is_h5p_package(&archive) {
            opened.quizzes.push(imported(&quiz_name, from_h5p(&mut archive, &stem)?)?);
            return Ok(Vec::new());
        }
        return files_in(&mut archive, images, &mut opened.not_opened);
    }
    let extension = file.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_table = ["csv", "tsv", "tab", "txt"].contains(&extension.as_str());
    let text = decode(&file.bytes).map_err(|problem| match problem.kind {
        ProblemKind::NotUtf8 { .. } if is_table => NOT_UTF8.to_owned(),
        _ => problem.to_string(),
    })?;
    if is_table {
        let table = from_table(text, &stem).map_err(|errors| errors.join(" "))?;
        opened.quizzes.push(imported(&quiz_name, table)?);
        return Ok(Vec::new());
    }
    if let Ok(json) = serde_json::from_str(text) {
        let other = if is_survey(&json) {
            Some(from_survey(&json, &stem)?)
        } else if is_h5p_content(&json) {
            Some(from_h5p_content(&json, "", None, &stem)?)
        } else {
            None
        };
        if let Some(other) = other {
            opened.quizzes.push(imported(&quiz_name, other)?);
            return Ok(Vec::new());
        }
    }
    let file = File::open(file.name, text).map_err(|problem: Problem| problem.to_string())?;
    let kind = kind_of(&file)?;
    Ok(vec![(kind, file)])
}

/// The files of the studio in an archive, such as the one that it packs itself. The files of the widget are passed over, and images that
/// no file names.
fn files_in(
    archive: &mut Archive,
    images: &mut Vec<FileToOpen>,
    not_opened: &mut Vec<String>,
) -> Result<Vec<(Kind, File)>, String> {
    let names = archive.names();
    if names.iter().any(|name| name == "[Content_Types].xml" || name == "mimetype") {
        return Err("this is a spreadsheet or a document. Save the table as CSV, or copy its cells and paste them under Import".to_owned());
    }
    let mut files = Vec::new();
    for path in names.iter().filter(|path| path.to_ascii_lowercase().ends_with(".json")) {
        let bytes = archive.read(path).map_err(|error: ArchiveError| error.to_string())?.unwrap_or_default();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        for photo in photo_paths(&bytes) {
            let path_in_archive = if folder.is_empty() { photo.clone() } else { format!("{folder}/{photo}") };
            match archive.read(&path_in_archive) {
                Ok(Some(bytes)) => images.push(FileToOpen { name: photo, bytes }),
                // The draft names a photo that is not there.
                Ok(None) => {}
                Err(error) => not_opened.push(format!("{photo}: {error}")),
            }
        }
        if let Ok(text) = decode(&bytes)
            && let Ok(file) = File::open(name, text)
            && let Ok(kind) = kind_of(&file)
        {
            files.push((kind, file));
        }
    }
    if files.iter().any(|(kind, _)| *kind == Kind::Quiz) {
        Ok(files)
    } else {
        Err("there is no quiz in this ZIP file".to_owned())
    }
}

/// The kind of a JSON file, by its keys.
fn kind_of(file: &File) -> Result<Kind, String> {
    let Value::Object(entries) = &file.value else {
        return Err("this is not a quiz file: a quiz file is one JSON object, in braces { }".to_owned());
    };
    let has = |key: &str| entries.iter().any(|(known, _)| known == key);
    if has("questions") || has("causes") || has("intro") {
        Ok(Kind::Quiz)
    } else if has("drawings") || has("test_cases") || PageSettings::is_file_name(&file.name) {
        Ok(Kind::Companion)
    } else {
        Err("this is not a quiz file: it has no questions and no causes".to_owned())
    }
}

/// The quiz of an import, which the author has no file of yet.
///
/// # Errors
///
/// Returns the reason as a sentence if its file would be too large.
pub(super) fn imported(name: &str, imported: Imported) -> Result<OpenedQuiz, String> {
    let file = File::new(name, imported.quiz.to_json())
        .map_err(|_| "the quiz would be larger than 1 MB, the most that a quiz file can have")?;
    Ok(OpenedQuiz { photos: imported.photos, left_out: imported.left_out, ..OpenedQuiz::of(file) })
}
