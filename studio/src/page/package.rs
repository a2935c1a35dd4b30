//! The ZIP file to publish: the quiz with its translations, drawings and photos, the widget, and a page to try it on.

use std::io::{Cursor, Write};
use std::sync::Arc;

use which_cause_quiz::{Quiz, lookup_language, read, translation_misfit};
use which_cause_snippet::{frame_page_html, page_html};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::names::{drawings_file, safe_name, translation_name, translations_of};
use super::settings::PageSettings;
use super::snippet::Snippet;
use crate::document::Document;
use crate::photos::{Photo, path_of, photos_of_files};

/// A file of the package.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PackageFile {
    /// Its path in the package, with `/`.
    pub(crate) path: String,
    pub(crate) bytes: Arc<[u8]>,
}

/// The files to publish.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// The name of the quiz file.
    pub(crate) quiz_name: String,
    /// The translations that fit.
    pub(crate) translations: Vec<Arc<Quiz>>,
    /// The quiz, its translations, its drawings and its photos.
    pub(crate) files: Vec<PackageFile>,
    /// Each file that is left out, with advice.
    pub(crate) left_out: Vec<String>,
}

impl Package {
    /// The files of a draft whose quiz is valid.
    pub(crate) fn of(document: &Document, quiz: &Quiz) -> Self {
        let quiz_name = safe_name(&document.files()[Document::QUIZ].name, quiz);
        let mut package = Self { quiz_name: quiz_name.clone(), ..Self::default() };
        package.push(quiz_name.clone(), document.to_text());
        for (file, language) in translations_of(document) {
            let text = document.files()[file].to_text();
            match fitting_translation(quiz, &text) {
                Ok(translation) => {
                    package.push(translation_name(&quiz_name, &language), text);
                    package.translations.push(translation);
                }
                Err(why) => package.left_out.push(format!("the translation into {language}: {why}")),
            }
        }
        package.add_drawings(document);
        package
    }

    /// Adds the photos that the files of the draft name, each at its address.
    pub(crate) fn with_photos(mut self, document: &Document, photos: &[Photo]) -> Self {
        for address in photos_of_files(document) {
            let path = path_of(&address).filter(|path| is_safe_path(path));
            let photo = photos.iter().find(|photo| photo.address == address);
            let file = path
                .zip(photo)
                .map(|(path, photo)| PackageFile { path: path.to_owned(), bytes: Arc::clone(&photo.bytes) });
            match file {
                // Two addresses can lead to one file.
                Some(file) if self.files.contains(&file) => {}
                Some(file) if !self.has(&file.path) => self.files.push(file),
                _ => self.left_out.push(format!("the photo {address}: put it beside the quiz file yourself")),
            }
        }
        self
    }

    fn add_drawings(&mut self, document: &Document) {
        match drawings_file(document) {
            Some((address, Some(file))) if is_safe_path(address) && !self.has(address) => {
                self.push(address.to_owned(), document.files()[file].to_text());
            }
            // It is on another server.
            Some((address, _)) if address.contains("//") => {}
            Some((address, _)) => self
                .left_out
                .push(format!("the drawings file {address}: put it beside the quiz file yourself")),
            None => {}
        }
    }

    /// Adds the widget, the page to try the quiz on, and the page of the frame.
    ///
    /// `snippet` is for a page with all files beside it. `widget` has the files of a build.
    pub(crate) fn with_widget(mut self, snippet: &Snippet<'_>, widget: Vec<PackageFile>) -> Self {
        let title = snippet.title();
        let page = page_html(snippet.quiz, &title, &snippet.html());
        self.push("index.html".to_owned(), page);
        for mut file in widget.into_iter().filter(|file| is_safe_path(&file.path)) {
            let text = String::from_utf8_lossy(&file.bytes);
            match file.path.as_str() {
                "frame.html" => {
                    if let Some(page) = frame_page_html(snippet.quiz, &title, &text, &snippet.element()) {
                        file.bytes = page.into_bytes().into();
                    }
                }
                "frame.css" => {
                    let look = snippet.style().replace("<style>", "").replace("</style>", "");
                    file.bytes = format!("{text}{look}").into_bytes().into();
                }
                _ => {}
            }
            if !self.has(&file.path) {
                self.files.push(file);
            }
        }
        self
    }

    /// The languages of the translations.
    pub(crate) fn languages(&self) -> Vec<String> {
        self.translations.iter().map(|quiz| quiz.language().to_string()).collect()
    }

    /// The quiz in the language around it: a translation, or the original.
    pub(crate) fn in_language<'q>(&'q self, original: &'q Quiz, language: Option<&str>) -> &'q Quiz {
        let languages = self.languages();
        let mut tags = vec![original.language().as_str()];
        tags.extend(languages.iter().map(String::as_str));
        let found = language.and_then(|language| lookup_language(language, &tags)).unwrap_or_default();
        found.checked_sub(1).map_or(original, |index| &self.translations[index])
    }

    /// The name of the ZIP file, and of the folder in it.
    pub(crate) fn folder(&self) -> &str {
        self.quiz_name.strip_suffix(".json").unwrap_or(&self.quiz_name)
    }

    fn push(&mut self, path: String, text: String) {
        self.files.push(PackageFile { path, bytes: text.into_bytes().into() });
    }

    /// Whether there is a file of this name. To some systems, large and small letters are the same.
    fn has(&self, path: &str) -> bool {
        self.files.iter().any(|file| file.path.eq_ignore_ascii_case(path))
    }
}

/// A translation that the widget shows for a quiz.
///
/// # Errors
///
/// Returns the reason as a sentence if the widget does not show it.
pub(crate) fn fitting_translation(quiz: &Quiz, text: &str) -> Result<Arc<Quiz>, String> {
    let translation = read(text).map_err(|problems| match problems.len() {
        1 => "it has a problem".to_owned(),
        count => format!("it has {count} problems"),
    })?;
    match translation_misfit(quiz, &translation) {
        Some(why) => Err(why),
        None => Ok(Arc::new(translation)),
    }
}

/// A ZIP file of a folder. The same files are the same bytes: their times are fixed.
///
/// # Errors
///
/// The files are too many or too large for a ZIP file.
pub(crate) fn pack(folder: &str, files: &[PackageFile]) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        zip.start_file(format!("{folder}/{}", file.path), options)?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Whether a path stays in its folder, and has only characters that every system takes.
fn is_safe_path(path: &str) -> bool {
    let is_safe = |name: &str| {
        !name.is_empty()
            && name != "."
            && name != ".."
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    path.split('/').all(is_safe)
}

impl PageSettings {
    /// The same settings for a page with all files beside it.
    pub(crate) fn beside(&self) -> Self {
        let mut settings = Self { folder: String::new(), ..self.clone() };
        settings.attributes.remove("quiz");
        settings.attributes.remove("translations");
        settings
    }
}

#[cfg(test)]
mod tests;
