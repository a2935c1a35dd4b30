//! Keeps the draft in the browser and checks its file, each time after the author has stopped typing.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use js_sys::Date;
use leptos::ev::pagehide;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::check::{Check, text_findings_of};
use crate::document::Document;
use crate::drafts::{self, Draft, Lock, Notice, StoreError};
use crate::editor::Editor;
use crate::photos::Photos;
use crate::saving::Saving;
use crate::translations::Translations;

/// How long after the last change the file is checked and kept.
const PAUSE: Duration = Duration::from_millis(60);

/// How long after that the findings about texts follow.
const PAUSE_FOR_TEXTS: Duration = Duration::from_millis(400);

/// Whether the browser has kept the last change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kept {
    Yes,
    NotYet,
    /// It is in this tab alone.
    InTab(StoreError),
}

/// Keeps and checks the draft of the editor that a component is in.
#[derive(Clone, Copy)]
pub(crate) struct DraftKeeper {
    editor: Editor,
    photos: Photos,
    saving: Saving,
    translations: Translations,
    notices: RwSignal<Vec<Notice>>,
    kept: RwSignal<Kept>,
    /// The draft as it was opened.
    draft: StoredValue<Draft>,
    /// The lock of the draft.
    lock: StoredValue<Option<Rc<Lock>>, LocalStorage>,
    /// The number of changes so far: the end of an older save says nothing of a newer change.
    changes: StoredValue<u32>,
    /// What follows the pause.
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl DraftKeeper {
    pub(crate) fn new(
        draft: Draft,
        lock: Option<Rc<Lock>>,
        kept: RwSignal<Kept>,
        notices: RwSignal<Vec<Notice>>,
        translations: Translations,
    ) -> Self {
        Self {
            editor: Editor::get(),
            photos: Photos::get(),
            saving: Saving::get(),
            translations,
            notices,
            kept,
            draft: StoredValue::new(draft),
            lock: StoredValue::new_local(lock),
            changes: StoredValue::new(0),
            timer: StoredValue::new(None),
        }
    }

    /// Checks the file and keeps the draft after each change. At the end of the editor, the last change is kept at once.
    pub(crate) fn follow(self) {
        Effect::watch(
            move || {
                self.editor.document.track();
                self.photos.list.track();
                self.saving.has_file.track();
                self.notices.track();
            },
            move |(), _, _| {
                self.kept.set(Kept::NotYet);
                self.changes.update_value(|changes| *changes += 1);
                self.stop_timer();
                self.start_timer(PAUSE, Self::check_and_keep);
            },
            false,
        );
        let hiding = window_event_listener(pagehide, move |_| self.keep_at_once());
        on_cleanup(move || {
            hiding.remove();
            self.keep_at_once();
        });
    }

    /// Checks the file, and keeps the draft. The findings about its texts take longer, and follow later.
    fn check_and_keep(self) {
        let findings = self.editor.check.with_untracked(|check| Arc::clone(&check.findings));
        let check = |document: &Document| Check::with_findings(document.value(), findings);
        self.editor.check.try_set(self.editor.document.with_untracked(check));
        self.keep();
        self.start_timer(PAUSE_FOR_TEXTS, Self::find_in_texts);
    }

    fn find_in_texts(self) {
        let findings = self.editor.document.try_with_untracked(|document| text_findings_of(document.value()));
        let Some(findings) = findings else { return };
        self.editor.check.try_maybe_update(|check| {
            let is_new = check.findings != findings;
            check.findings = findings;
            (is_new, ())
        });
        self.translations.find();
    }

    fn keep(self) {
        let changed = self.draft.try_with_value(|draft| {
            self.editor.document.try_with_untracked(|document| draft.with(document, Date::now()))
        });
        let (Some(Some(changed)), Some(number)) = (changed, self.changes.try_get_value()) else { return };
        let has_file = self.saving.has_file.get_untracked();
        let has_unsaved_photos = self.photos.beside_quiz_file().iter().any(|photo| !photo.has_file);
        let notices = self.notices.get_untracked();
        let changed = Draft { has_file, has_unsaved_photos, notices, ..changed };
        self.saving.is_changed.set(!changed.is_saved());
        let photos = self.photos.take_changed();
        // Held until the save has ended, even if the editor ends before.
        let lock = self.lock.try_get_value();
        spawn_local(async move {
            // Before its photos, which take longer: otherwise it would replace a later version that has no new photos.
            drafts::save(&changed).await;
            if let Some(photos) = photos {
                drafts::save_photos(&changed.id, &photos).await;
            }
            let saved = drafts::why_only_in_tab(&changed.id).map_or(Kept::Yes, Kept::InTab);
            if self.changes.try_get_value().is_none_or(|now| now == number) {
                self.kept.try_set(saved);
            }
            drop(lock);
        });
    }

    /// Keeps the draft without a pause, if its last change is not kept yet.
    fn keep_at_once(self) {
        self.stop_timer();
        if self.kept.try_get_untracked() == Some(Kept::NotYet) {
            self.keep();
        }
    }

    fn start_timer(self, pause: Duration, work: fn(Self)) {
        self.timer.set_value(set_timeout_with_handle(move || work(self), pause).ok());
    }

    fn stop_timer(self) {
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
    }
}
