//! Reads one chosen file: a file of the studio, a ZIP file of such files, or a quiz that was made elsewhere.

use std::collections::HashSet;

use which_cause_quiz::{Problem, ProblemKind, Value, decode};

use super::{FileToOpen, OpenedFiles, OpenedQuiz, Source};
use crate::document::File;
use crate::import::{
    Archive, ArchiveError, Imported, from_h5p, from_h5p_content, from_survey, from_table, is_h5p_content,
    is_h5p_package, is_survey,
};
use crate::page::PageSettings;
use crate::photos::{WRONG_NAME, has_photo_name, named_photos, path_in, path_of};

/// The error for a table that a spreadsheet program saved in another encoding.
const NOT_UTF8: &str =
    "this table is not UTF-8. Save it as “CSV UTF-8”, or copy its cells and paste them under Import";

/// The most quizzes, translations and companions in a ZIP file. Each quiz becomes a draft.
const MAX_FILES: usize = 100;

/// The most bytes of them together. In memory, JSON takes many times its size.
const MAX_BYTES_OF_FILES: usize = 8 << 20;

/// The kind of a JSON file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Quiz,
    /// It belongs to a quiz: drawings, test cases or the settings of a page.
    Companion,
}

/// Reads a file, and returns the files of the studio in it, each with its source. A quiz that was made elsewhere is complete, and goes to
/// `opened`. Photos of a ZIP file go to `images`. `number` tells ZIP files apart.
///
/// # Errors
///
/// Returns the reason as a sentence if the studio cannot open the file.
pub(super) fn read_file(
    file: FileToOpen,
    number: usize,
    opened: &mut OpenedFiles,
    images: &mut Vec<FileToOpen>,
) -> Result<Vec<(Kind, File, Source)>, String> {
    let FileToOpen { name, bytes, source } = file;
    if Archive::is_archive(&bytes) {
        let mut archive = Archive::open(bytes).map_err(|error| error.to_string())?;
        if is_h5p_package(&archive) {
            let stem = stem_of(&name);
            opened.quizzes.push(imported(stem, from_h5p(&mut archive, stem)?)?);
            return Ok(Vec::new());
        }
        return files_in(&mut archive, number, opened, images);
    }
    let Some(file) = read_text_file(&name, &bytes, opened)? else { return Ok(Vec::new()) };
    let kind = kind_of(&file)?;
    Ok(vec![(kind, file, source)])
}

/// Reads a JSON file, or a table. `None` if it is a quiz that was made elsewhere, which goes to `opened`.
///
/// # Errors
///
/// Returns the reason as a sentence if it is neither.
fn read_text_file(name: &str, bytes: &[u8], opened: &mut OpenedFiles) -> Result<Option<File>, String> {
    let stem = stem_of(name);
    let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_table = ["csv", "tsv", "tab", "txt"].contains(&extension.as_str());
    let text = decode(bytes).map_err(|problem| match problem.kind {
        ProblemKind::NotUtf8 { .. } if is_table => NOT_UTF8.to_owned(),
        _ => problem.to_string(),
    })?;
    let other = if is_table {
        Some(from_table(text, stem).map_err(|errors| errors.join(" "))?)
    } else {
        match serde_json::from_str(text) {
            Ok(json) if is_survey(&json) => Some(from_survey(&json, stem)?),
            Ok(json) if is_h5p_content(&json) => Some(from_h5p_content(&json, "", None, stem)?),
            _ => None,
        }
    };
    if let Some(other) = other {
        opened.quizzes.push(imported(stem, other)?);
        return Ok(None);
    }
    File::open(name, text).map(Some).map_err(|problem: Problem| problem.to_string())
}

fn stem_of(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

/// The files of the studio in an archive, such as the one that it packs itself, and the quizzes that were made elsewhere. Files that are
/// no quiz are skipped, such as those of the widget, and images that no file names.
fn files_in(
    archive: &mut Archive,
    number: usize,
    opened: &mut OpenedFiles,
    images: &mut Vec<FileToOpen>,
) -> Result<Vec<(Kind, File, Source)>, String> {
    let names = archive.names();
    if names.iter().any(|name| name == "[Content_Types].xml" || name == "mimetype") {
        return Err("this is a spreadsheet or a document. Save the table as CSV, or copy its cells and paste them under Import".to_owned());
    }
    let before = (opened.quizzes.len(), opened.not_opened.len());
    let mut files = Vec::new();
    let (mut count, mut bytes_of_files) = (0, 0);
    let mut photos = Vec::new();
    for path in names.iter().filter(|path| can_be_of_a_quiz(path)) {
        let bytes = archive.read(path).map_err(|error: ArchiveError| error.to_string())?.unwrap_or_default();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let file = match read_text_file(name, &bytes, opened) {
            Ok(Some(file)) => match kind_of(&file) {
                Ok(kind) => Some((kind, file)),
                Err(_) => continue,
            },
            // It is a quiz that was made elsewhere.
            Ok(None) => None,
            Err(reason) => {
                opened.not_opened.push(format!("{path}: {reason}"));
                continue;
            }
        };
        count += 1;
        bytes_of_files += bytes.len();
        if count > MAX_FILES || bytes_of_files > MAX_BYTES_OF_FILES {
            opened.quizzes.truncate(before.0);
            return Err(format!(
                "this ZIP file has more than {MAX_FILES} quizzes and translations, or more than {} MB of them; unpack it, and open the files that you need",
                MAX_BYTES_OF_FILES >> 20
            ));
        }
        let Some((kind, file)) = file else { continue };
        if kind == Kind::Quiz {
            photos.extend(named_photos(&file.value).into_iter().map(|address| (folder, address)));
        }
        files.push((kind, file, Source::Archive(number, folder.to_owned())));
    }
    let mut known = HashSet::new();
    for (folder, address) in photos {
        let photo = path_in(&address);
        let path = if folder.is_empty() { photo.to_owned() } else { format!("{folder}/{photo}") };
        // A draft can name a photo that is not there, and several files can name the same one.
        if names.binary_search(&path).is_err() || !known.insert(path.clone()) {
            continue;
        }
        if !has_photo_name(photo) {
            opened.not_opened.push(format!("{photo}: {WRONG_NAME}"));
        } else if path_of(photo).is_some() {
            let source = Source::Archive(number, folder.to_owned());
            match archive.read(&path) {
                Ok(bytes) => {
                    images.extend(bytes.map(|bytes| FileToOpen { name: photo.to_owned(), bytes, source }));
                }
                Err(error) => opened.not_opened.push(format!("{photo}: {error}")),
            }
        }
    }
    let has_quiz = files.iter().any(|(kind, _, _)| *kind == Kind::Quiz);
    if has_quiz || before != (opened.quizzes.len(), opened.not_opened.len()) {
        Ok(files)
    } else {
        Err("there is no quiz in this ZIP file".to_owned())
    }
}

/// Whether a file of an archive can be one of a quiz, or a table. Files that computers hide, such as those of macOS, cannot.
fn can_be_of_a_quiz(path: &str) -> bool {
    let is_hidden = path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    let path = path.to_ascii_lowercase();
    !is_hidden && [".json", ".csv", ".tsv"].iter().any(|ending| path.ends_with(ending))
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
pub(super) fn imported(stem: &str, imported: Imported) -> Result<OpenedQuiz, String> {
    let file = File::new(format!("{stem}.json"), imported.quiz.to_json())
        .map_err(|_| "the quiz would be larger than 1 MB, the most that a quiz file can have")?;
    Ok(OpenedQuiz { photos: imported.photos, left_out: imported.left_out, ..OpenedQuiz::of(file) })
}
