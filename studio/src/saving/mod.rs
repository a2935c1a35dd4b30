//! Saving the files of a draft: to where they were opened or saved last, to where the author chooses, or as downloads.

mod file_to_save;
mod texts;

pub(crate) use texts::failure_text;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::document::Document;
use crate::drafts;
use crate::editor::Editor;
use crate::files::{HandleError, Target, Targets, can_save, pick_file_to_save, pick_folder};
use crate::photos::{Photos, path_of};
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

impl Saving {
    pub(crate) fn new(
        editor: Editor,
        photos: Photos,
        draft: String,
        targets: Targets,
        has_file: bool,
    ) -> Self {
        Self {
            editor,
            photos,
            draft: StoredValue::new(draft),
            targets: RwSignal::new_local(targets),
            has_file: RwSignal::new(has_file),
            is_changed: RwSignal::new(
                editor.document.with_untracked(|it| it.files().iter().any(crate::document::File::is_changed)),
            ),
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
        spawn_local(async move {
            let message = self.save_to_files().await;
            self.editor.message.try_set(message);
            _ = self.is_busy.try_set_value(false);
        });
    }

    /// Saves the files that could not be saved, over the versions of other programs.
    pub(crate) fn overwrite(self) {
        let names: Vec<String> = self.unsaved.get_untracked().into_iter().map(|file| file.name).collect();
        self.unsaved.set(Vec::new());
        spawn_local(async move {
            let files = self.files().into_iter().filter(|file| names.contains(&file.name)).collect();
            let message = self.write(files, true).await;
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

    /// The files of the document, and then the photos that they name.
    fn files(self) -> Vec<FileToSave> {
        let photos = self.photos.in_use().into_iter().filter(|photo| path_of(&photo.address).is_some());
        let photos = photos.map(|photo| FileToSave {
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
    async fn save_to_files(self) -> String {
        let mut files = self.files();
        let mut new = self.without_target(&files);
        let is_photo = |name: &String| files.iter().any(|file| file.name == *name && file.is_photo());
        let mut left_beside = Vec::new();
        if new.iter().all(is_photo) {
            // The other files have a target. Photos that the author has beside them need none.
            new.retain(|name| files.iter().any(|file| file.name == *name && file.is_changed));
        }
        let photos: Vec<String> = new.iter().filter(|name| is_photo(name)).cloned().collect();
        if let Err(error) = self.choose_targets(&new, &photos).await {
            match error {
                _ if photos.len() == new.len() => left_beside = std::mem::take(&mut new),
                HandleError::Canceled => return "Not saved, because no place was chosen.".to_owned(),
                error => return failure_text(new.first().map_or("", String::as_str), &error),
            }
        }
        files.retain(|file| {
            (file.is_changed || new.contains(&file.name)) && !left_beside.contains(&file.name)
        });
        let mut message = if files.is_empty() {
            "Nothing has changed since the last save.".to_owned()
        } else {
            self.write(files, false).await
        };
        if !left_beside.is_empty() {
            // The author is told once.
            self.photos.mark_saved(&left_beside);
            message.push_str(&put_beside(&left_beside));
        }
        message
    }

    /// The names of the files without a target.
    fn without_target(self, files: &[FileToSave]) -> Vec<String> {
        self.targets.with_untracked(|targets| {
            let new = files.iter().filter(|file| targets.get(&file.name).is_none());
            new.map(|file| file.name.clone()).collect()
        })
    }

    /// Lets the author choose where to save files: one file, or a folder for several and for photos.
    async fn choose_targets(self, names: &[String], photos: &[String]) -> Result<(), HandleError> {
        if !photos.is_empty() {
            self.editor
                .message
                .set(format!("Choose the folder for the quiz file and {}.", photos.join(", ")));
        }
        match names {
            [] => {}
            [name] if photos.is_empty() => {
                let target = pick_file_to_save(name).await?;
                self.targets.update(|targets| targets.set(name, target));
            }
            names => {
                let chosen = pick_folder(names).await?;
                self.targets.update(|targets| targets.extend(chosen));
            }
        }
        Ok(())
    }

    /// Writes files. One that another program has changed is only written with `overwrite`.
    async fn write(self, files: Vec<FileToSave>, overwrite: bool) -> String {
        let mut saved = Vec::new();
        let mut unsaved = Vec::new();
        for file in files {
            let target = self.targets.with_untracked(|targets| targets.get(&file.name).cloned());
            let Some(mut target) = target else { continue };
            match file.write_to(&mut target, overwrite).await {
                Ok(()) => {
                    self.targets.update(|targets| targets.set(&file.name, target));
                    saved.push(file);
                }
                Err(reason) => {
                    if reason == Reason::Failed(HandleError::Missing) {
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
        let (id, targets) = (self.draft.get_value(), self.targets.get_untracked());
        drafts::save_targets(&id, &targets).await;
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
