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
use crate::document::{Document, is_json_name};
use crate::photos::{Photo, WRONG_NAME, has_photo_name, photos_of_files};

/// The page to try the quiz on.
const PAGE: &str = "index.html";

/// The advice about a file that the package is without.
const PUT_BESIDE: &str = "put it beside the quiz file yourself";

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
        package.push_json(quiz_name.clone(), &document.to_text());
        for (file, language) in translations_of(document) {
            let text = document.files()[file].to_text();
            match fitting_translation(quiz, &text) {
                Ok(translation) => {
                    package.push_json(translation_name(&quiz_name, &language), &text);
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
            match photo_file(&address, photos) {
                // Two addresses can lead to one file.
                Ok(file) if self.files.contains(&file) => {}
                Ok(file) if !self.has(&file.path) => self.files.push(file),
                Ok(_) => self.left_out.push(format!("the photo {address}: {PUT_BESIDE}")),
                Err(why) => self.left_out.push(format!("the photo {address}: {why}")),
            }
        }
        self
    }

    fn add_drawings(&mut self, document: &Document) {
        match drawings_file(document) {
            // It is on another server.
            Some((address, _)) if address.contains("//") => {}
            Some((address, _)) if !is_json_name(address.rsplit('/').next().unwrap_or(address)) => {
                self.left_out.push(format!(
                    "the drawings file {address}: its name has to end in .json, and cannot begin with a period"
                ));
            }
            Some((address, Some(file))) if is_safe_path(address) && !self.has(address) => {
                self.push_json(address.to_owned(), &document.files()[file].to_text());
            }
            Some((address, _)) => self.left_out.push(format!("the drawings file {address}: {PUT_BESIDE}")),
            None => {}
        }
    }

    /// Adds the widget, the page to try the quiz on, and the page of the frame.
    ///
    /// `snippet` is for a page with all files beside it. `widget` has the files of a build.
    pub(crate) fn with_widget(mut self, snippet: &Snippet<'_>, widget: Vec<PackageFile>) -> Self {
        let title = snippet.title();
        let page = page_html(snippet.quiz, &title, &snippet.html());
        let paths: Vec<String> = widget.iter().map(|file| file.path.clone()).collect();
        self = self.beside_widget(&paths);
        self.push(PAGE.to_owned(), page);
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

    /// Leaves out each file that is called like a file or a folder of the widget, or like the page: these come from this site, and the
    /// quiz can be a stranger's.
    pub(crate) fn beside_widget(mut self, widget: &[String]) -> Self {
        fn first(path: &str) -> &str {
            path.split('/').next().unwrap_or(path)
        }
        let taken: Vec<&str> = widget.iter().map(|path| first(path)).chain([PAGE]).collect();
        let left_out = self
            .files
            .extract_if(.., |file| taken.iter().any(|name| name.eq_ignore_ascii_case(first(&file.path))));
        self.left_out.extend(left_out.map(|file| {
            format!(
                "{}: the widget has a file or a folder that is called {}; choose another name, and change the address in the quiz",
                file.path,
                first(&file.path)
            )
        }));
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

    /// Adds JSON. It has no `<`, with which the code of PHP and of server-side includes begins: a server may run a file for a part of its
    /// name, such as the language in `bread.php.json`.
    fn push_json(&mut self, path: String, text: &str) {
        // In JSON it is in texts only.
        self.push(path, text.replace('<', "\\u003c"));
    }

    fn push(&mut self, path: String, text: String) {
        self.files.push(PackageFile { path, bytes: text.into_bytes().into() });
    }

    /// Whether there is a file of this name. To some systems, large and small letters are the same.
    fn has(&self, path: &str) -> bool {
        self.files.iter().any(|file| file.path.eq_ignore_ascii_case(path))
    }
}

/// The file of the photo at an address.
///
/// # Errors
///
/// Returns advice if it cannot be packed.
fn photo_file(address: &str, photos: &[Photo]) -> Result<PackageFile, String> {
    if !has_photo_name(address) {
        return Err(WRONG_NAME.to_owned());
    }
    let photo = photos.iter().find(|photo| photo.address == address).ok_or(PUT_BESIDE)?;
    if let Some(problem) = photo.problem() {
        return Err(problem);
    }
    let path = photo.path().filter(|path| is_safe_path(path)).ok_or(PUT_BESIDE)?;
    Ok(PackageFile { path: path.to_owned(), bytes: Arc::clone(&photo.bytes) })
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

/// Whether a path stays in its folder, has only characters that every system takes, and no part that is hidden.
fn is_safe_path(path: &str) -> bool {
    let is_safe = |name: &str| {
        !name.is_empty()
            && !name.starts_with('.')
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
