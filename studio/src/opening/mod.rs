//! The quizzes in the files that an author opens together: each with its companions and photos, or a quiz that was made elsewhere.
//! Nothing here knows the page.

mod read_file;

use which_cause_quiz::{JsonPath, Value, decode};

use crate::document::{File, get, text_at};
use crate::import::from_table;
use crate::photos::{self, Photo, PhotoFormat, file_name_of, has_photo_ending, named_photos, path_of};
use read_file::{Kind, imported, read_file};

/// A file to open.
#[derive(Debug)]
pub(crate) struct FileToOpen {
    /// Its name. A photo of a folder has its path in that folder.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The quizzes in files that were opened together.
#[derive(Debug, Default)]
pub(crate) struct OpenedFiles {
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
    /// Whether the author has a quiz file of it. A quiz that was made elsewhere has none yet.
    pub(crate) has_file: bool,
    /// A sentence for each part that could not be taken over.
    pub(crate) left_out: Vec<String>,
}

impl OpenedQuiz {
    /// A quiz file of the author, without companions and photos.
    pub(crate) fn of(file: File) -> Self {
        Self { files: vec![file], photos: Vec::new(), has_file: true, left_out: Vec::new() }
    }
}

/// The quizzes in some files.
pub(crate) fn open(files: Vec<FileToOpen>) -> OpenedFiles {
    find_quizzes(files, None).0
}

/// The files that belong to the quiz of a draft, among files that were dropped on it; and the quizzes in the others.
pub(crate) fn open_for_draft(quiz_file: &File, files: Vec<FileToOpen>) -> (OpenedQuiz, OpenedFiles) {
    let (mut opened, index) = find_quizzes(files, Some(OpenedQuiz::of(quiz_file.clone())));
    let mut draft = opened.quizzes.remove(index);
    draft.files.remove(0);
    (draft, opened)
}

/// The quizzes in some files, and the index of the first one that was not imported. With the quiz of a draft, that is the first one, and
/// it gets the files that belong to it.
fn find_quizzes(files: Vec<FileToOpen>, draft: Option<OpenedQuiz>) -> (OpenedFiles, usize) {
    let mut opened = OpenedFiles::default();
    let mut quizzes = Vec::new();
    let mut companions = Vec::new();
    let mut images = Vec::new();
    for file in files {
        if is_image(&file) {
            images.push(file);
            continue;
        }
        let name = file.name.clone();
        match read_file(file, &mut opened, &mut images) {
            Ok(files) => {
                for (kind, file) in files {
                    if kind == Kind::Quiz { quizzes.push(file) } else { companions.push(file) }
                }
            }
            Err(reason) => opened.not_opened.push(format!("{name}: {reason}")),
        }
    }
    // The original has no language before its extension, so its name is the shortest.
    quizzes.sort_by_key(|file| (is_marked_as_translation(&file.value), file.name.len()));
    let first = opened.quizzes.len();
    opened.quizzes.extend(draft);
    for file in quizzes {
        let original = opened.quizzes[first..].iter_mut().find(|quiz| is_translation(&file, quiz));
        match original {
            Some(quiz) => quiz.files.push(file),
            None => opened.quizzes.push(OpenedQuiz::of(file)),
        }
    }
    for file in companions {
        match quiz_of(&file, &opened.quizzes[first..]) {
            Some(index) => opened.quizzes[first + index].files.push(file),
            None => opened.not_opened.push(format!("{}: open it together with its quiz file", file.name)),
        }
    }
    // One that was chosen with its folder is the right one.
    images.sort_by_key(|image| !image.name.contains('/'));
    for image in images {
        if let Err(reason) = add_photo(&image, &mut opened.quizzes[first..]) {
            opened.not_opened.push(format!("{}: {reason}", image.name));
        }
    }
    (opened, first)
}

/// The paths of the photos that a quiz file or a translation names, from its own folder. Empty if the file is something else.
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
/// The problems, by row and column.
pub(crate) fn open_table(text: &str) -> Result<OpenedQuiz, Vec<String>> {
    Ok(imported("quiz.json", from_table(text, "")?))
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

    fn file_names(quiz: &OpenedQuiz) -> Vec<&str> {
        quiz.files.iter().map(|file| file.name.as_str()).collect()
    }

    fn names(opening: &OpenedFiles) -> Vec<Vec<&str>> {
        opening.quizzes.iter().map(file_names).collect()
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

    fn photos(opening: &OpenedFiles) -> Vec<(&str, &[u8])> {
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
        let draft = File::open("bread.json", BREAD).expect("JSON");
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
        assert_eq!(file_names(&own), ["brot.json", "bread.test-cases.json"]);
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
        assert!(!opening.quizzes[0].has_file);
        assert!(open_table("question,choice\n").is_err());
    }

    #[test]
    fn a_file_that_is_not_json_says_where() {
        let opening = open(chosen(&[("a.json", "{\n  \"id\": 1,,\n}"), ("b.json", "[]")]));
        assert!(opening.not_opened[0].starts_with("a.json: not JSON at line 2"), "{:?}", opening.not_opened);
        assert!(opening.not_opened[1].ends_with("in braces { }"), "{:?}", opening.not_opened);
    }
}
