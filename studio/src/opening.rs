//! What the files are that an author opens together: quizzes with their companions and photos, or quizzes that were made elsewhere.
//! Nothing here knows the page.

use which_cause_quiz::{JsonPath, Problem, Value, decode};

use crate::document::{File, get, text_at};
use crate::import::{
    Archive, ArchiveError, Imported, from_h5p, from_h5p_content, from_survey, from_table, is_h5p_content,
    is_h5p_package, is_survey,
};
use crate::photos::{self, Photo, PhotoFormat, file_name_of, has_photo_ending, named_photos, path_of};

/// A file as it was chosen.
#[derive(Debug)]
pub(crate) struct FileToOpen {
    /// Its name. A photo of a folder has its path in that folder.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What was found in the chosen files.
#[derive(Debug, Default)]
pub(crate) struct Opening {
    pub(crate) quizzes: Vec<OpenedQuiz>,
    /// The files that were not opened, each with the reason.
    pub(crate) not_opened: Vec<String>,
}

/// A quiz to make a draft of.
#[derive(Debug)]
pub(crate) struct OpenedQuiz {
    /// The quiz file, and then its companions.
    pub(crate) files: Vec<File>,
    /// The photos that these files name, as far as they were chosen too.
    pub(crate) photos: Vec<Photo>,
    /// Whether it was made elsewhere, so that the author has no file of it yet.
    pub(crate) is_import: bool,
    /// What could not be taken over.
    pub(crate) left_out: Vec<String>,
}

/// What a JSON file is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Quiz,
    /// It belongs to a quiz: drawings, test cases or the settings of a page.
    Companion,
}

/// Sorts chosen files.
pub(crate) fn open(chosen: Vec<FileToOpen>) -> Opening {
    open_beside(None, chosen).0
}

/// Sorts files that were dropped on a draft with these files: what belongs to its quiz, and the rest.
pub(crate) fn open_for_draft(files: &[File], chosen: Vec<FileToOpen>) -> (OpenedQuiz, Opening) {
    let draft = OpenedQuiz {
        files: files.iter().take(1).cloned().collect(),
        photos: Vec::new(),
        is_import: false,
        left_out: Vec::new(),
    };
    let (mut opening, place) = open_beside(Some(draft), chosen);
    let mut draft = opening.quizzes.remove(place);
    draft.files.remove(0);
    (draft, opening)
}

/// Sorts chosen files. Returns also the place of the first quiz that is none of another program. With a draft, that is its quiz, which
/// gets what belongs to it.
fn open_beside(draft: Option<OpenedQuiz>, chosen: Vec<FileToOpen>) -> (Opening, usize) {
    let mut opening = Opening::default();
    let mut quizzes = Vec::new();
    let mut companions = Vec::new();
    let mut images = Vec::new();
    for file in chosen {
        if is_image(&file) {
            images.push(file);
            continue;
        }
        let name = file.name.clone();
        match sort(file, &mut opening, &mut images) {
            Ok(files) => {
                for (kind, file) in files {
                    if kind == Kind::Quiz { quizzes.push(file) } else { companions.push(file) }
                }
            }
            Err(reason) => opening.not_opened.push(format!("{name}: {reason}")),
        }
    }
    // The original has no language before its extension, so its name is the shortest.
    quizzes.sort_by_key(|file| (is_marked_as_translation(&file.value), file.name.len()));
    let first_own = opening.quizzes.len();
    opening.quizzes.extend(draft);
    for file in quizzes {
        let original = opening.quizzes[first_own..].iter_mut().find(|quiz| is_translation(&file, quiz));
        match original {
            Some(quiz) => quiz.files.push(file),
            None => {
                opening.quizzes.push(OpenedQuiz {
                    files: vec![file],
                    photos: Vec::new(),
                    is_import: false,
                    left_out: Vec::new(),
                });
            }
        }
    }
    for file in companions {
        match quiz_of(&file, &opening.quizzes[first_own..]) {
            Some(index) => opening.quizzes[first_own + index].files.push(file),
            None => opening.not_opened.push(format!("{}: open it together with its quiz file", file.name)),
        }
    }
    // One that was chosen with its folder is the right one.
    images.sort_by_key(|image| !image.name.contains('/'));
    for image in images {
        if let Err(reason) = add_photo(&image, &mut opening.quizzes[first_own..]) {
            opening.not_opened.push(format!("{}: {reason}", image.name));
        }
    }
    (opening, first_own)
}

/// The paths of the photos that a quiz file or a translation names, from its own folder. None if the file is something else.
pub(crate) fn photo_paths(bytes: &[u8]) -> Vec<String> {
    let file = decode(bytes).ok().and_then(|text| Value::parse(text).ok());
    let addresses = file.map(|file| named_photos(&file)).unwrap_or_default();
    addresses.iter().filter_map(|address| path_of(address)).map(str::to_owned).collect()
}

/// Whether a file is an image, or is called so.
fn is_image(file: &FileToOpen) -> bool {
    PhotoFormat::of(&file.bytes).is_some() || has_photo_ending(&file.name)
}

/// Gives an image to each quiz that names it: by its path, or by its name if it was chosen without its folder.
fn add_photo(image: &FileToOpen, quizzes: &mut [OpenedQuiz]) -> Result<(), String> {
    if PhotoFormat::of(&image.bytes).is_none() {
        PhotoFormat::of_photo(&image.bytes)?;
    }
    let mut is_named = false;
    for quiz in quizzes {
        let has_folder = image.name.contains('/');
        let is_it = |address: &String| {
            path_of(address) == Some(&image.name) || (!has_folder && file_name_of(address) == image.name)
        };
        let named = quiz.files.iter().flat_map(|file| named_photos(&file.value));
        let mut named: Vec<String> = named.filter(is_it).collect();
        named.sort();
        named.dedup();
        for address in named {
            is_named = true;
            if quiz.photos.iter().any(|photo| photo.address == address) {
                continue;
            }
            photos::check_room(image.bytes.len(), quiz.photos.iter().map(|it| it.bytes.len()).sum())?;
            quiz.photos.push(Photo { address, bytes: image.bytes.as_slice().into(), has_file: true });
        }
    }
    if is_named {
        Ok(())
    } else {
        Err("no quiz here names this photo; choose it in the field of a photo".to_owned())
    }
}

/// The quiz of a pasted table.
///
/// # Errors
///
/// What is wrong, by row and column.
pub(crate) fn open_table(text: &str) -> Result<OpenedQuiz, Vec<String>> {
    Ok(imported("quiz.json", from_table(text, "")?))
}

/// Sorts one file. A quiz that was made elsewhere is complete, and goes to the opening. Photos of a ZIP file go to the images.
fn sort(
    file: FileToOpen,
    opening: &mut Opening,
    images: &mut Vec<FileToOpen>,
) -> Result<Vec<(Kind, File)>, String> {
    let stem = file.name.split('.').next().unwrap_or_default().to_owned();
    let quiz_name = format!("{stem}.json");
    if Archive::is_archive(&file.bytes) {
        let mut archive = Archive::open(file.bytes).map_err(|error| error.to_string())?;
        if is_h5p_package(&archive) {
            opening.quizzes.push(imported(&quiz_name, from_h5p(&mut archive, &stem)?));
            return Ok(Vec::new());
        }
        return files_in(&mut archive, images, &mut opening.not_opened);
    }
    let text = decode(&file.bytes).map_err(|problem| problem.to_string())?;
    let extension = file.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if ["csv", "tsv", "tab", "txt"].contains(&extension.as_str()) {
        let table = from_table(text, &stem).map_err(|errors| errors.join(" "))?;
        opening.quizzes.push(imported(&quiz_name, table));
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
            opening.quizzes.push(imported(&quiz_name, other));
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
            let place = if folder.is_empty() { photo.clone() } else { format!("{folder}/{photo}") };
            match archive.read(&place) {
                Ok(Some(bytes)) => images.push(FileToOpen { name: photo, bytes }),
                // It is not there: the draft says so.
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

fn kind_of(file: &File) -> Result<Kind, String> {
    let Value::Object(entries) = &file.value else {
        return Err("this is not a quiz file: a quiz file is one JSON object, in braces { }".to_owned());
    };
    let has = |key: &str| entries.iter().any(|(known, _)| known == key);
    if has("questions") || has("causes") || has("intro") {
        Ok(Kind::Quiz)
    } else if has("drawings") || has("test_cases") || file.name == "page.json" {
        Ok(Kind::Companion)
    } else {
        Err("this is not a quiz file: it has no questions and no causes".to_owned())
    }
}

fn text(file: &File, key: &str) -> String {
    text_at(&file.value, &JsonPath::to_key(key)).unwrap_or_default().to_owned()
}

/// Whether a file has what only translations have.
fn is_marked_as_translation(value: &Value) -> bool {
    ["originals", "untranslated"].iter().any(|key| get(value, &JsonPath::to_key(key)).is_some())
}

/// Whether a quiz file is the quiz in a language that it does not have yet.
fn is_translation(file: &File, quiz: &OpenedQuiz) -> bool {
    let is_same_quiz = quiz.files.first().is_some_and(|original| text(original, "id") == text(file, "id"));
    is_same_quiz
        && !text(file, "id").is_empty()
        && quiz.files.iter().all(|it| text(it, "language") != text(file, "language"))
}

/// The quiz that a companion belongs to: the one that names it, or that it is named after, or the only one.
fn quiz_of(companion: &File, quizzes: &[OpenedQuiz]) -> Option<usize> {
    let names = |quiz: &OpenedQuiz| {
        let address = quiz.files.first().map(|file| text(file, "drawings")).unwrap_or_default();
        address.rsplit('/').next() == Some(companion.name.as_str())
    };
    let is_namesake = |quiz: &OpenedQuiz| {
        quiz.files.first().is_some_and(|file| {
            file.name
                .strip_suffix(".json")
                .is_some_and(|stem| companion.name.starts_with(&format!("{stem}.")))
        })
    };
    let found = quizzes.iter().position(names).or_else(|| quizzes.iter().position(is_namesake));
    found.or_else(|| (!quizzes.is_empty()).then_some(0))
}

fn imported(name: &str, imported: Imported) -> OpenedQuiz {
    let file = File::open(name, imported.quiz.to_json()).expect("the engine writes JSON");
    OpenedQuiz { files: vec![file], photos: imported.photos, is_import: true, left_out: imported.left_out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{EXAMPLE_TABLE, packed};

    fn chosen(files: &[(&str, &str)]) -> Vec<FileToOpen> {
        let file = |(name, text): &(&str, &str)| FileToOpen {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        files.iter().map(file).collect()
    }

    fn names(opening: &Opening) -> Vec<Vec<&str>> {
        let of = |quiz: &OpenedQuiz| -> Vec<usize> { (0..quiz.files.len()).collect() };
        opening
            .quizzes
            .iter()
            .map(|quiz| of(quiz).into_iter().map(|at| quiz.files[at].name.as_str()).collect())
            .collect()
    }

    const BREAD: &str = r#"{"id": "bread", "language": "en", "questions": []}"#;
    const BROT: &str = r#"{"id": "bread", "language": "de", "questions": [], "originals": {}}"#;

    #[test]
    fn companions_go_to_their_quiz() {
        let plant =
            r#"{"id": "plant", "language": "en", "causes": [], "drawings": "pictures/leaf.drawings.json"}"#;
        let opening = open(chosen(&[
            ("bread.de.json", BROT),
            ("bread.test-cases.json", r#"{"test_cases": []}"#),
            ("leaf.drawings.json", r#"{"format": 1, "drawings": {}}"#),
            ("bread.json", BREAD),
            ("plant.json", plant),
            ("package.json", r#"{"name": "x"}"#),
            ("photo.jpg", "\u{fffd}"),
        ]));
        assert_eq!(
            names(&opening),
            [
                vec!["bread.json", "bread.de.json", "bread.test-cases.json"],
                vec!["plant.json", "leaf.drawings.json"]
            ]
        );
        assert_eq!(
            opening.not_opened[0],
            "package.json: this is not a quiz file: it has no questions and no causes"
        );
        assert_eq!(
            opening.not_opened[1],
            "photo.jpg: this file is no photo that all browsers show; save it as WebP, AVIF, JPEG or PNG"
        );
    }

    const WITH_PHOTOS: &str = r#"{"id": "bread", "language": "en", "questions": [
        {"picture": {"photo": "photos/crumb.png"}}, {"picture": {"photo": "./crust.png?v=2"}}]}"#;

    fn photos(opening: &Opening) -> Vec<(&str, &[u8])> {
        let photos = opening.quizzes.iter().flat_map(|quiz| &quiz.photos);
        photos.map(|photo| (&*photo.address, &photo.bytes[4..])).collect()
    }

    #[test]
    fn photos_go_to_the_quiz_that_names_them() {
        let file = |name: &str, bytes: &[u8]| FileToOpen { name: name.to_owned(), bytes: bytes.to_vec() };
        let opening = open(vec![
            file("crumb.png", b"\x89PNG crumb"),
            file("bread.json", WITH_PHOTOS.as_bytes()),
            file("crust.png", b"\x89PNG crust"),
            file("knife.png", b"\x89PNG knife"),
            file("photos/knife.png", b"\x89PNG knife"),
        ]);
        assert_eq!(photos(&opening), [("photos/crumb.png", &b" crumb"[..]), ("./crust.png?v=2", b" crust")]);
        assert_eq!(
            opening.not_opened,
            ["photos/knife.png", "knife.png"].map(|name| format!(
                "{name}: no quiz here names this photo; choose it in the field of a photo"
            ))
        );
        assert_eq!(photo_paths(WITH_PHOTOS.as_bytes()), ["photos/crumb.png", "crust.png"]);
        assert_eq!(photo_paths(b"{"), [""; 0]);
    }

    #[test]
    fn a_photo_that_is_too_large_is_named_and_the_quiz_is_opened() {
        let mut bytes = b"\x89PNG".to_vec();
        bytes.resize(photos::MAX_BYTES + 1, 0);
        let mut files = chosen(&[("bread.json", WITH_PHOTOS)]);
        files.push(FileToOpen { name: "photos/crumb.png".to_owned(), bytes });
        let opening = open(files);
        assert_eq!(opening.quizzes.len(), 1);
        assert!(
            opening.not_opened[0]
                .starts_with("photos/crumb.png: this file has 9 MB, and a photo can have 8 MB"),
            "{:?}",
            opening.not_opened
        );
    }

    #[test]
    fn an_archive_has_the_photos_beside_its_quiz_file() {
        let bytes = packed(&[
            ("quiz/bread.json", WITH_PHOTOS.as_bytes()),
            ("quiz/photos/crumb.png", b"\x89PNG crumb"),
            ("quiz/knife.png", b"\x89PNG knife"),
            ("crust.png", b"\x89PNG elsewhere"),
        ]);
        let opening = open(vec![FileToOpen { name: "bread.zip".to_owned(), bytes }]);
        assert_eq!(photos(&opening), [("photos/crumb.png", &b" crumb"[..])]);
        assert_eq!(opening.not_opened, [""; 0]);
    }

    #[test]
    fn files_for_a_draft_are_told_from_other_quizzes() {
        let draft = [File::open("bread.json", BREAD).expect("JSON")];
        let plant = r#"{"id": "plant", "language": "en", "causes": []}"#;
        let (own, rest) = open_for_draft(
            &draft,
            chosen(&[
                ("plant.json", plant),
                ("plant.test-cases.json", r#"{"test_cases": []}"#),
                ("brot.json", BROT),
                ("bread.test-cases.json", r#"{"test_cases": []}"#),
                ("table.csv", EXAMPLE_TABLE),
            ]),
        );
        let own: Vec<&str> = own.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(own, ["brot.json", "bread.test-cases.json"]);
        assert_eq!(names(&rest), [vec!["table.json"], vec!["plant.json", "plant.test-cases.json"]]);
    }

    #[test]
    fn a_second_file_in_the_same_language_is_a_quiz_of_its_own() {
        let opening = open(chosen(&[("bread (1).json", BREAD), ("bread.json", BREAD)]));
        assert_eq!(names(&opening), [["bread.json"], ["bread (1).json"]]);
    }

    #[test]
    fn a_companion_alone_says_that_it_needs_its_quiz() {
        let opening = open(chosen(&[("a.drawings.json", r#"{"drawings": {}}"#)]));
        assert_eq!(opening.not_opened, ["a.drawings.json: open it together with its quiz file"]);
    }

    #[test]
    fn an_archive_of_the_studio_is_opened_without_the_widget() {
        let bytes = packed(&[
            ("quiz/bread.json", BREAD.as_bytes()),
            ("quiz/bread.de.json", BROT.as_bytes()),
            ("widget/files.json", b"[]"),
            ("index.html", b"<!doctype html>"),
        ]);
        let opening = open(vec![FileToOpen { name: "bread.zip".to_owned(), bytes }]);
        assert_eq!(names(&opening), [["bread.json", "bread.de.json"]]);
        assert_eq!(opening.not_opened, [""; 0]);
        let bytes = packed(&[("[Content_Types].xml", b"")]);
        let opening = open(vec![FileToOpen { name: "table.xlsx".to_owned(), bytes }]);
        assert!(
            opening.not_opened[0].starts_with("table.xlsx: this is a spreadsheet"),
            "{:?}",
            opening.not_opened
        );
    }

    #[test]
    fn a_table_becomes_a_quiz_that_has_no_file_yet() {
        let opening = open(chosen(&[("plant.csv", EXAMPLE_TABLE)]));
        assert_eq!(names(&opening), [["plant.json"]]);
        assert!(opening.quizzes[0].is_import);
        assert!(open_table("question,choice\n").is_err());
    }

    #[test]
    fn a_file_that_is_not_json_says_where() {
        let opening = open(chosen(&[("a.json", "{\n  \"id\": 1,,\n}"), ("b.json", "[]")]));
        assert!(opening.not_opened[0].starts_with("a.json: not JSON at line 2"), "{:?}", opening.not_opened);
        assert!(opening.not_opened[1].ends_with("in braces { }"), "{:?}", opening.not_opened);
    }
}
