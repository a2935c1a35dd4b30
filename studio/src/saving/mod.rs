//! Saving the files of a draft: to where they were opened or saved last, to where the author chooses, or as downloads.

mod file_to_save;
mod texts;

pub(crate) use texts::failure_text;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::document::Document;
use crate::drafts::{self, Draft};
use crate::editor::Editor;
use crate::files::{HandleError, Target, Targets, can_save, pick_file_to_save, pick_folder};
use crate::photos::Photos;
use file_to_save::{Body, FileToSave};
use texts::{names, put_beside};

/// How a draft is saved. It is copied into the components that show it.
#[derive(Clone, Copy)]
pub(crate) struct Saving {
    editor: Editor,
    photos: Photos,
    /// The id of the draft.
    draft: StoredValue<String>,
    targets: RwSignal<Targets, LocalStorage>,
    /// Whether the author has a file of the draft.
    pub(crate) has_file: RwSignal<bool>,
    /// Whether something is not in that file yet. It is set a moment after the change.
    pub(crate) is_changed: RwSignal<bool>,
    /// The files that could not be saved, until the author has decided what to do.
    pub(crate) unsaved: RwSignal<Vec<UnsavedFile>>,
    is_busy: StoredValue<bool>,
}

/// A file that could not be saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnsavedFile {
    pub(crate) name: String,
    pub(crate) reason: Reason,
}

/// Why a file could not be saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reason {
    /// Another program has changed the file.
    ChangedElsewhere,
    /// The browser could not write it.
    Failed(HandleError),
}

/// What a save needs of the editor. The author may leave it while the browser asks or writes: all is saved, and what changes signals does
/// nothing then.
struct Save {
    /// The id of the draft.
    draft: String,
    files: Vec<FileToSave>,
    targets: Targets,
}

impl Save {
    /// The names of the files without a target.
    fn without_target(&self) -> Vec<String> {
        let new = self.files.iter().filter(|file| self.targets.get(&file.name).is_none());
        new.map(|file| file.name.clone()).collect()
    }
}

impl Saving {
    pub(crate) fn new(editor: Editor, photos: Photos, draft: &Draft, targets: Targets) -> Self {
        Self {
            editor,
            photos,
            draft: StoredValue::new(draft.id.clone()),
            targets: RwSignal::new_local(targets),
            has_file: RwSignal::new(draft.has_file),
            is_changed: RwSignal::new(!draft.is_saved()),
            unsaved: RwSignal::new(Vec::new()),
            is_busy: StoredValue::new(false),
        }
    }

    /// The saving that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The name of the quiz file on the device, if it was opened or saved there.
    pub(crate) fn file_name(self) -> Option<String> {
        let name = self.editor.document.with(|document| document.files()[Document::QUIZ].name.clone());
        self.targets.with(|targets| targets.get(&name).map(Target::name))
    }

    /// Keeps where a file of the draft is saved.
    pub(crate) fn set_target(self, name: &str, target: Target) {
        self.targets.update(|targets| targets.set(name, target));
        let (id, targets) = (self.draft.get_value(), self.targets.get_untracked());
        spawn_local(async move { drafts::save_targets(&id, &targets).await });
    }

    /// Saves all that has changed.
    pub(crate) fn save(self) {
        if self.is_busy.get_value() {
            return;
        }
        self.editor.end_typing();
        self.unsaved.set(Vec::new());
        if !can_save() {
            return self.download();
        }
        self.is_busy.set_value(true);
        let save = self.begin();
        spawn_local(async move {
            let message = self.save_to_files(save).await;
            self.editor.message.try_set(message);
            _ = self.is_busy.try_set_value(false);
        });
    }

    /// Saves the files that could not be saved, over the versions of other programs.
    pub(crate) fn overwrite(self) {
        let names: Vec<String> = self.unsaved.get_untracked().into_iter().map(|file| file.name).collect();
        self.unsaved.set(Vec::new());
        let mut save = self.begin();
        save.files.retain(|file| names.contains(&file.name));
        spawn_local(async move {
            let message = self.write(save, true).await;
            self.editor.message.try_set(message);
        });
    }

    /// Downloads the files that could not be saved, so that both versions are kept.
    pub(crate) fn keep_both(self) {
        let names: Vec<String> = self.unsaved.get_untracked().into_iter().map(|file| file.name).collect();
        self.unsaved.set(Vec::new());
        for file in self.files().iter().filter(|file| names.contains(&file.name)) {
            _ = file.download();
        }
        self.editor.message.set(format!("{} is among your downloads.", names.join(", ")));
    }

    fn begin(self) -> Save {
        Save { draft: self.draft.get_value(), files: self.files(), targets: self.targets.get_untracked() }
    }

    /// The files of the document, and then the photos that they name.
    fn files(self) -> Vec<FileToSave> {
        let photos = self.photos.beside_quiz_file().into_iter().map(|photo| FileToSave {
            name: photo.address.clone(),
            is_changed: !photo.has_file,
            body: Body::Photo(photo),
        });
        self.editor.document.with_untracked(|document| {
            let files = document.files().iter().enumerate().map(|(index, file)| FileToSave {
                name: file.name.clone(),
                body: Body::Text { index, text: file.to_text() },
                is_changed: file.is_unsaved(),
            });
            files.chain(photos).collect()
        })
    }

    /// Downloads what has changed, or the quiz file if nothing has.
    fn download(self) {
        let mut files = self.files();
        let is_first = !self.has_file.get_untracked();
        if is_first || files.iter().any(|file| file.is_changed) {
            files.retain(|file| is_first || file.is_changed);
        } else {
            files.truncate(1);
        }
        if !files.iter().all(FileToSave::download) {
            return self.editor.message.set("The browser did not save the file.".to_owned());
        }
        let photos: Vec<String> =
            files.iter().filter(|file| file.is_photo()).map(|file| file.name.clone()).collect();
        let mut message = format!("{} is among your downloads.", names(&files));
        if !photos.is_empty() {
            message.push_str(&put_beside(&photos));
        }
        self.editor.message.set(message);
        self.mark_saved(&files);
        self.has_file.set(true);
    }

    /// Saves all that has changed, and asks the author where to save new files. Returns a sentence about the result.
    async fn save_to_files(self, mut save: Save) -> String {
        let files = &save.files;
        let mut new = save.without_target();
        let is_photo = |name: &String| files.iter().any(|file| file.name == *name && file.is_photo());
        let mut left_beside = Vec::new();
        if new.iter().all(is_photo) {
            // The other files have a target. Photos that the author has beside them need none.
            new.retain(|name| files.iter().any(|file| file.name == *name && file.is_changed));
        }
        let photos: Vec<String> = new.iter().filter(|name| is_photo(name)).cloned().collect();
        match self.choose_targets(&new, &photos).await {
            Ok(chosen) => {
                self.targets.update(|targets| targets.extend(chosen.clone()));
                save.targets.extend(chosen);
            }
            Err(_) if photos.len() == new.len() => left_beside = std::mem::take(&mut new),
            Err(HandleError::Canceled) => return "Not saved, because no place was chosen.".to_owned(),
            Err(error) => return failure_text(new.first().map_or("", String::as_str), &error),
        }
        save.files.retain(|file| {
            (file.is_changed || new.contains(&file.name)) && !left_beside.contains(&file.name)
        });
        let mut message = if save.files.is_empty() {
            "Nothing has changed since the last save.".to_owned()
        } else {
            self.write(save, false).await
        };
        if !left_beside.is_empty() {
            // The author is told once.
            self.photos.mark_saved(&left_beside);
            message.push_str(&put_beside(&left_beside));
        }
        message
    }

    /// Lets the author choose where to save files: one file, or a folder for several and for photos.
    async fn choose_targets(self, names: &[String], photos: &[String]) -> Result<Targets, HandleError> {
        if !photos.is_empty() {
            self.editor
                .message
                .set(format!("Choose the folder for the quiz file and {}.", photos.join(", ")));
        }
        match names {
            [] => Ok(Targets::default()),
            [name] if photos.is_empty() => {
                let mut targets = Targets::default();
                targets.set(name, pick_file_to_save(name).await?);
                Ok(targets)
            }
            names => pick_folder(names).await,
        }
    }

    /// Writes files. One that another program has changed is only written with `overwrite`.
    async fn write(self, save: Save, overwrite: bool) -> String {
        let Save { draft, files, mut targets } = save;
        let mut saved = Vec::new();
        let mut unsaved = Vec::new();
        for file in files {
            let Some(mut target) = targets.get(&file.name).cloned() else { continue };
            match file.write_to(&mut target, overwrite).await {
                Ok(()) => {
                    targets.set(&file.name, target.clone());
                    self.targets.update(|targets| targets.set(&file.name, target));
                    saved.push(file);
                }
                Err(reason) => {
                    if reason == Reason::Failed(HandleError::Missing) {
                        targets.remove(&file.name);
                        self.targets.update(|targets| targets.remove(&file.name));
                    }
                    unsaved.push(UnsavedFile { name: file.name, reason });
                }
            }
        }
        self.mark_saved(&saved);
        if !saved.is_empty() {
            self.has_file.set(true);
        }
        // A file may have been dropped on the editor meanwhile.
        let targets = self.targets.try_get_untracked().unwrap_or(targets);
        drafts::save_targets(&draft, &targets).await;
        let message =
            if saved.is_empty() { "Not saved.".to_owned() } else { format!("Saved {}.", names(&saved)) };
        self.unsaved.set(unsaved);
        message
    }

    /// Marks files as saved, unless the author has changed them since.
    fn mark_saved(self, saved: &[FileToSave]) {
        self.editor.document.update(|document| {
            for file in saved {
                let Body::Text { index, text } = &file.body else { continue };
                let now = document.files().get(*index);
                if now.is_some_and(|now| now.name == file.name && now.to_text() == *text) {
                    document.mark_saved(*index);
                }
            }
        });
        let photos: Vec<String> =
            saved.iter().filter(|file| file.is_photo()).map(|file| file.name.clone()).collect();
        if !photos.is_empty() {
            self.photos.mark_saved(&photos);
        }
    }
}
