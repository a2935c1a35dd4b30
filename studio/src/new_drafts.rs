//! New drafts: of files that an author opens or drops, of an import, or of a quiz of the studio.

use js_sys::{Date, Math};
use leptos::task::spawn_local;
use which_cause_quiz::JsonPath;

use crate::document::{File, text_at, with_free_names};
use crate::drafts::{self, Draft, Notice};
use crate::examples::Example;
use crate::files::{ChosenFile, Target, Targets};
use crate::opening::{self, FileToOpen, OpenedQuiz};
use crate::photos::{Photo, file_name_of, path_of};
use crate::widget_files::text_of_widget_file;

/// A quiz of the studio that the author has no file of yet.
pub(crate) fn quiz_of_studio(name: &str, text: &str) -> OpenedQuiz {
    OpenedQuiz::of(File::new(name, text).expect("the studio's own quizzes are JSON"))
}

/// An example with its drawings, which are among the files of the widget. If they cannot be fetched, the draft says that they are missing.
pub(crate) async fn quiz_of_example(example: &Example) -> OpenedQuiz {
    let mut quiz = quiz_of_studio(example.file_name, example.text);
    if let Some(name) = text_at(&quiz.files[0].value, &JsonPath::to_key("drawings"))
        && let Some(text) = text_of_widget_file(name).await
    {
        let drawings = File::new(name, text).ok();
        quiz.files.extend(drawings);
    }
    quiz
}

/// The drafts that were made of chosen files.
pub(crate) struct NewDrafts {
    /// Their ids.
    pub(crate) ids: Vec<String>,
    /// The files that were not opened, each with the reason. If there is one draft, it has them as a notice.
    pub(crate) not_opened: Vec<String>,
}

/// Begins a draft of each quiz among some files. `known` has the other drafts.
pub(crate) async fn begin_drafts(chosen: Vec<ChosenFile>, known: &[Draft]) -> NewDrafts {
    let (files, targets, mut not_opened) = readable_files(chosen);
    let mut opened = opening::open(files);
    not_opened.append(&mut opened.not_opened);
    let is_only_one = opened.quizzes.len() == 1;
    let mut ids = Vec::new();
    for quiz in opened.quizzes {
        let notice = if is_only_one { not_opened.clone() } else { Vec::new() };
        ids.push(begin_draft(quiz, &targets, notice, known).await.id);
    }
    NewDrafts { ids, not_opened }
}

/// The files that can be read, where each is saved, and why the others cannot be read. Two files of one name are saved where the author
/// chooses.
pub(crate) fn readable_files(chosen: Vec<ChosenFile>) -> (Vec<FileToOpen>, Targets, Vec<String>) {
    let mut files = Vec::new();
    let mut targets = Targets::default();
    let mut unread = Vec::new();
    for chosen in chosen {
        match chosen.into_parts() {
            Ok((file, target)) => {
                if files.iter().any(|other: &FileToOpen| other.name == file.name) {
                    targets.remove(&file.name);
                } else if let Some(target) = target {
                    targets.set(&file.name, target);
                }
                files.push(file);
            }
            Err(reason) => unread.push(reason),
        }
    }
    (files, targets, unread)
}

/// Where the files of a quiz and its photos are saved. A file of the studio or of a ZIP file has no place yet. A photo that was chosen
/// without its folder has only its name.
fn targets_of(quiz: &OpenedQuiz, targets: &Targets) -> Targets {
    if quiz.is_of_archive() {
        return Targets::default();
    }
    let names: Vec<&str> =
        quiz.files.iter().filter(|file| !file.is_new).map(|file| file.name.as_str()).collect();
    let mut own = targets.only(&names);
    for Photo { address, .. } in &quiz.photos {
        if let Some(target) = target_of_photo(address, targets) {
            own.set(address, target.clone());
        }
    }
    own
}

/// Where the photo at an address is saved.
pub(crate) fn target_of_photo<'t>(address: &str, targets: &'t Targets) -> Option<&'t Target> {
    let path = path_of(address).and_then(|path| targets.get(path));
    path.or_else(|| targets.get(file_name_of(address)))
}

/// Keeps a new draft. `targets` says where its files are saved, and may have other files. `known` has the other drafts.
pub(crate) async fn begin_draft(
    mut quiz: OpenedQuiz,
    targets: &Targets,
    not_opened: Vec<String>,
    known: &[Draft],
) -> Draft {
    quiz.files = with_free_names(quiz.files);
    let targets = targets_of(&quiz, targets);
    let now = Date::now();
    // Two drafts of one millisecond are as good as impossible, and the number keeps them apart.
    let id = format!("{now:.0}-{:.0}", Math::random() * 1e6);
    let mut draft = Draft { has_file: !quiz.files[0].is_new, ..Draft::new(id, &quiz.files, now) };
    let others: Vec<String> =
        known.iter().filter(|other| draft.is_of_the_same_file(other)).map(Draft::display_title).collect();
    let notices = [
        ("Not imported", quiz.left_out),
        ("Files that were not opened", not_opened),
        ("There is another draft of this file, which may have other changes", others),
    ];
    for (heading, items) in notices.into_iter().filter(|(_, items)| !items.is_empty()) {
        draft.notices.push(Notice { heading: heading.to_owned(), items });
    }
    if known.is_empty() {
        // The answer may take as long as an author thinks about it.
        spawn_local(drafts::ask_to_persist());
    }
    // If the browser does not keep it, it is in this tab, and the editor says so.
    drafts::save(&draft).await;
    drafts::save_targets(&draft.id, &targets).await;
    drafts::save_photos(&draft.id, &quiz.photos).await;
    draft
}
