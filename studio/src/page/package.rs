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
mod tests {
    use super::*;
    use crate::document::File;
    use std::io::Read;
    use std::rc::Rc;
    use which_cause_quiz::{NumberFormat, PlainDigits};

    use crate::page::contrast::Rgb;
    use crate::page::look::Look;

    fn document(name: &str, change: impl Fn(&str) -> String) -> Document {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../quizzes");
        let file = |name: &str| std::fs::read_to_string(format!("{root}/{name}")).expect("a file");
        let open = |name: &str, text: String| File::open(name, text).expect("JSON");
        Document::new(
            open(name, change(&file("upper-back-knots.json"))),
            [
                open("anything.json", file("upper-back-knots.es.json")),
                open("upper-back-knots.drawings.json", file("upper-back-knots.drawings.json")),
                open("page.json", "{}".to_owned()),
            ],
        )
    }

    fn package(document: &Document) -> Package {
        Package::of(document, &read(&document.to_text()).expect("a quiz"))
    }

    fn paths(package: &Package) -> Vec<&str> {
        package.files.iter().map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn a_translation_has_the_name_that_the_widget_looks_for() {
        let package = package(&document("my knots.json", str::to_owned));
        assert_eq!(paths(&package), ["my-knots.json", "my-knots.es.json", "upper-back-knots.drawings.json"]);
        assert_eq!((package.languages(), &package.left_out), (vec!["es".to_owned()], &Vec::new()));
        let quiz = read(crate::examples::EXAMPLES[1].text).expect("a quiz");
        let language = |tag: Option<&str>| package.in_language(&quiz, tag).language().to_string();
        assert_eq!([language(None), language(Some("es-MX")), language(Some("fr"))], ["en", "es", "en"]);
    }

    #[test]
    fn files_that_are_not_packed_are_named() {
        let other =
            |text: &str| text.replace("\"upper-back-knots.drawings.json\"", "\"../secret/drawings.json\"");
        let package = package(&document("knots.json", other));
        assert_eq!(paths(&package), ["knots.json", "knots.es.json"]);
        assert_eq!(
            package.left_out,
            ["the drawings file ../secret/drawings.json: put it beside the quiz file yourself"]
        );
    }

    #[test]
    fn photos_are_at_their_addresses() {
        let lead = "\"intro\": {";
        let names = |addresses: &str| format!("{lead}\"_photos\": 1, \"pictures\": [{addresses}],");
        let addresses = r#"{"photo": "photos/leaf.webp?v=2"}, {"photo": "not-here.webp"}, {"photo": "../out.webp"}, {"photo": "https://a.org/b.webp"}"#;
        let plain = document("knots.json", str::to_owned);
        let quiz = read(&plain.to_text()).expect("a quiz");
        let document = document("knots.json", |text| text.replacen(lead, &names(addresses), 1));
        let photo = |address: &str| Photo {
            address: address.to_owned(),
            bytes: address.as_bytes().into(),
            has_file: true,
        };
        let photos = ["photos/leaf.webp?v=2", "../out.webp", "unused.webp"].map(photo);
        let package = Package::of(&plain, &quiz).with_photos(&document, &photos);
        assert_eq!(paths(&package)[3..], ["photos/leaf.webp"]);
        assert_eq!(&*package.files[3].bytes, b"photos/leaf.webp?v=2");
        let left_out = ["not-here.webp", "../out.webp"];
        assert_eq!(
            package.left_out,
            left_out.map(|address| format!("the photo {address}: put it beside the quiz file yourself"))
        );
    }

    #[test]
    fn the_zip_file_is_the_same_each_time_and_has_the_files() {
        let document = document("knots.json", str::to_owned);
        let quiz = read(&document.to_text()).expect("a quiz");
        let mut settings = PageSettings { folder: "https://a.org/".to_owned(), ..PageSettings::default() };
        settings.look.insert("--which-cause-radius".to_owned(), "2px".to_owned());
        let settings = settings.beside();
        let look = Look::new(&settings, Rgb::from_hex);
        let numbers: Rc<dyn NumberFormat> = Rc::new(PlainDigits);
        let frame = include_bytes!("../../../js/frame/frame.html").to_vec();
        let file = |path: &str, bytes: Vec<u8>| PackageFile { path: path.to_owned(), bytes: bytes.into() };
        let widget = vec![
            file("which-cause.js", b"1".to_vec()),
            file("frame.html", frame),
            file("frame.css", b"body {}\n".to_vec()),
            file("../evil.js", Vec::new()),
            file("KNOTS.json", Vec::new()),
        ];
        let pack_all = || {
            let package = package(&document);
            let languages = package.languages();
            let snippet = Snippet {
                quiz: &quiz,
                file_name: "knots.json",
                languages: &languages,
                settings: &settings,
                look: &look,
                build: None,
                numbers: &numbers,
            };
            let package = package.with_widget(&snippet, widget.clone());
            pack(package.folder(), &package.files).expect("a ZIP file")
        };
        let bytes = pack_all();
        assert_eq!(bytes, pack_all());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
        let mut names: Vec<String> =
            zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
        names.sort();
        assert_eq!(
            names,
            [
                "knots/frame.css",
                "knots/frame.html",
                "knots/index.html",
                "knots/knots.es.json",
                "knots/knots.json",
                "knots/upper-back-knots.drawings.json",
                "knots/which-cause.js",
            ]
        );
        let mut text = |name: &str| {
            let mut text = String::new();
            zip.by_name(name).expect("a file").read_to_string(&mut text).expect("a text");
            text
        };
        assert_eq!(text("knots/knots.json"), document.to_text());
        let page = text("knots/index.html");
        assert!(page.contains("<script type=\"module\" src=\"which-cause.js\">"), "{page}");
        assert!(page.contains("<which-cause quiz=\"knots.json\" translations=\"es\""), "{page}");
        assert!(text("knots/frame.html").contains("<which-cause quiz=\"knots.json\""));
        assert!(text("knots/frame.css").contains("--which-cause-radius: 2px;"));
    }
}
