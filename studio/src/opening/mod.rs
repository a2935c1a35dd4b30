//! The quizzes in the files that an author opens together: each with its companions and photos, or a quiz that was made elsewhere.
//! Nothing here knows the page.

mod read_file;

use std::sync::Arc;

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
    pub(crate) source: Source,
}

/// Where a file comes from. Files of different sources can have the same name.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) enum Source {
    /// The author chose the file itself.
    #[default]
    Chosen,
    /// A dropped folder, by its number.
    Folder(usize),
    /// A folder in a ZIP file: the number of the ZIP file, and the path of the folder.
    Archive(usize, String),
}

/// How far apart two files are that have nothing in common.
const FAR: u8 = 2;

impl Source {
    /// How far apart two files are: 0 in one folder, and 1 in one ZIP file.
    fn distance(&self, other: &Self) -> u8 {
        match (self, other) {
            (Self::Folder(_) | Self::Archive(..), _) if self == other => 0,
            (Self::Archive(number, _), Self::Archive(other, _)) if number == other => 1,
            _ => FAR,
        }
    }
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
    /// A sentence for each part that could not be imported.
    pub(crate) left_out: Vec<String>,
    /// Where its quiz file and translations come from.
    sources: Vec<Source>,
}

impl OpenedQuiz {
    /// A quiz file without companions and photos.
    pub(crate) fn of(file: File) -> Self {
        Self { files: vec![file], photos: Vec::new(), left_out: Vec::new(), sources: Vec::new() }
    }

    /// Whether all its files come from a ZIP file.
    pub(crate) fn is_of_archive(&self) -> bool {
        !self.sources.is_empty() && self.sources.iter().all(|it| matches!(it, Source::Archive(..)))
    }

    /// How far its files are from one of this source.
    fn distance(&self, source: &Source) -> u8 {
        self.sources.iter().map(|own| own.distance(source)).min().unwrap_or(FAR)
    }
}

/// The quizzes in some files.
pub(crate) fn open(files: Vec<FileToOpen>) -> OpenedFiles {
    find_quizzes(files, None).0
}

/// The files that belong to the quiz of a draft, among files that were dropped on it; and the quizzes in the others.
pub(crate) fn open_for_draft(quiz_file: &File, files: Vec<FileToOpen>) -> (OpenedQuiz, OpenedFiles) {
    let (opened, draft) = find_quizzes(files, Some(OpenedQuiz::of(quiz_file.clone())));
    let mut draft = draft.expect("the quiz of the draft comes back");
    draft.files.remove(0);
    (draft, opened)
}

/// Whether a quiz is another version of that of a draft: it has the same id and language.
pub(crate) fn is_other_version(quiz_file: &File, quiz: &OpenedQuiz) -> bool {
    let is_same = |key: &str| text(quiz_file, key) == text(&quiz.files[0], key);
    !text(quiz_file, "id").is_empty() && is_same("id") && is_same("language")
}

/// The quizzes in some files. The quiz of a draft comes back with the files that belong to it, and to no quiz among these files.
fn find_quizzes(files: Vec<FileToOpen>, mut draft: Option<OpenedQuiz>) -> (OpenedFiles, Option<OpenedQuiz>) {
    let mut opened = OpenedFiles::default();
    let mut quizzes = Vec::new();
    let mut companions = Vec::new();
    let mut images = Vec::new();
    for (number, file) in files.into_iter().enumerate() {
        if is_image(&file) {
            images.push(file);
            continue;
        }
        let name = file.name.clone();
        match read_file(file, number, &mut opened, &mut images) {
            Ok(files) => {
                for (kind, file, source) in files {
                    if kind == Kind::Quiz { &mut quizzes } else { &mut companions }.push((file, source));
                }
            }
            Err(reason) => opened.not_opened.push(format!("{name}: {reason}")),
        }
    }
    // The original has no language before its extension, so its name is the shortest.
    quizzes.sort_by_key(|(file, _)| (is_marked_as_translation(&file.value), file.name.len()));
    let mut found: Vec<OpenedQuiz> = Vec::new();
    for (file, source) in quizzes {
        let originals = found.iter_mut().chain(draft.iter_mut()).filter(|quiz| is_translation(&file, quiz));
        match originals.min_by_key(|quiz| quiz.distance(&source)) {
            Some(quiz) => {
                quiz.files.push(file);
                quiz.sources.push(source);
            }
            None => found.push(OpenedQuiz { sources: vec![source], ..OpenedQuiz::of(file) }),
        }
    }
    for (file, source) in companions {
        match quiz_of(&file, &source, &mut found, draft.as_mut()) {
            Some(quiz) => quiz.files.push(file),
            None => opened.not_opened.push(format!("{}: open it together with its quiz file", file.name)),
        }
    }
    // A photo of a folder is that of its quiz. One that was chosen with its folder is the right one.
    images.sort_by_key(|image| (image.source == Source::Chosen, !image.name.contains('/')));
    for image in images {
        if let Err(reason) = add_photo(&image, found.iter_mut().chain(draft.iter_mut())) {
            opened.not_opened.push(format!("{}: {reason}", image.name));
        }
    }
    opened.quizzes.append(&mut found);
    (opened, draft)
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

/// Gives an image to each quiz that names it: by its path, or by its name if it was chosen without its folder. An image of a folder goes
/// to the quizzes of this folder alone.
fn add_photo<'q>(
    image: &FileToOpen,
    quizzes: impl Iterator<Item = &'q mut OpenedQuiz>,
) -> Result<(), String> {
    photos::check_file(&image.name, &image.bytes)?;
    let bytes: Arc<[u8]> = image.bytes.as_slice().into();
    let mut is_named = false;
    let is_its_quiz =
        |quiz: &&mut OpenedQuiz| image.source == Source::Chosen || quiz.distance(&image.source) == 0;
    for quiz in quizzes.filter(is_its_quiz) {
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
            quiz.photos.push(Photo { address, bytes: Arc::clone(&bytes), has_file: true });
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
    imported("quiz", from_table(text, "")?).map_err(|error| vec![error])
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

/// The quiz that a companion belongs to: the one that names it, or that it is named after, or the only one. Quizzes of its folder go
/// first, and then those of its ZIP file. The draft counts if no quiz was found beside the companion: each folder of a quiz can have a
/// `page.json`.
fn quiz_of<'q>(
    companion: &File,
    source: &Source,
    found: &'q mut [OpenedQuiz],
    draft: Option<&'q mut OpenedQuiz>,
) -> Option<&'q mut OpenedQuiz> {
    let names = |quiz: &&mut OpenedQuiz| {
        let address = quiz.files.first().map(|file| text(file, "drawings")).unwrap_or_default();
        address.rsplit('/').next() == Some(companion.name.as_str())
    };
    let is_namesake = |quiz: &&mut OpenedQuiz| {
        quiz.files.first().is_some_and(|file| {
            file.name
                .strip_suffix(".json")
                .is_some_and(|stem| companion.name.starts_with(&format!("{stem}.")))
        })
    };
    let is_only_one = found.len() <= 1;
    let mut quizzes: Vec<&mut OpenedQuiz> = found.iter_mut().chain(draft).collect();
    quizzes.sort_by_key(|quiz| quiz.distance(source));
    let nearest = quizzes.first()?.distance(source);
    let is_alone = if nearest == FAR {
        is_only_one
    } else {
        quizzes.iter().filter(|quiz| quiz.distance(source) == nearest).count() == 1
    };
    let index = quizzes.iter().position(names).or_else(|| quizzes.iter().position(is_namesake));
    let index = index.or(is_alone.then_some(0))?;
    Some(quizzes.swap_remove(index))
}

#[cfg(test)]
mod tests;
