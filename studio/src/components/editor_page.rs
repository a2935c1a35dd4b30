//! The editor of a draft: the outline, the form of the part in hand, and the preview beside it.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use js_sys::Date;
use leptos::ev::{KeyboardEvent, beforeunload, keydown, pagehide};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dropped_files::{DropArea, DroppedFiles, DroppedFilesNotice};
use super::notices::Notices;
use super::panels::Panels;
use super::problem_list::ProblemList;
use super::save_trouble::SaveTrouble;
use super::toolbar::Toolbar;
use crate::analysis::Analysis;
use crate::check::{Check, text_findings_of};
use crate::document::Document;
use crate::document_signal::DocumentSignal;
use crate::drafts::{self, Draft, Lock, Notice, StoreError};
use crate::editor::Editor;
use crate::files::Targets;
use crate::page_file::PageFile;
use crate::photos::{Photo, Photos};
use crate::place::{Group, Place};
use crate::saving::Saving;
use crate::test_cases::TestRuns;
use crate::translations::Translations;

/// How long the author has stopped typing when the file is checked and kept.
const PAUSE: Duration = Duration::from_millis(60);

/// How long after that the findings about texts follow.
const PAUSE_FOR_TEXTS: Duration = Duration::from_millis(400);

/// Whether the browser has kept the last change.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kept {
    Yes,
    NotYet,
    /// It is in this tab alone.
    InTab(StoreError),
}

/// The editor.
#[component]
pub(crate) fn EditorPage(
    /// The draft.
    draft: Draft,
    /// Its document.
    document: Document,
    /// Where its files are saved.
    targets: Targets,
    /// Its photos.
    photos: Vec<Photo>,
    /// The lock of the draft. It is held until the last change is kept.
    lock: Option<Rc<Lock>>,
    /// Whether the browser has kept the last change.
    kept: RwSignal<Kept>,
) -> impl IntoView {
    let check = RwSignal::new(Check::of(document.value()));
    let analysis = Analysis::new(check);
    provide_context(analysis);
    let document = DocumentSignal::new(document);
    let photos = Photos::new(document, check, photos);
    provide_context(photos);
    let editor = Editor::new(document, check, photos, analysis.results, Place::Group(Group::About));
    provide_context(editor);
    provide_context(PageFile::new(editor));
    let translations = Translations::new(editor);
    provide_context(translations);
    provide_context(TestRuns::new(editor));
    let saving = Saving::new(editor, photos, draft.id.clone(), targets, draft.has_file);
    provide_context(saving);
    let notices = RwSignal::new(draft.notices.clone());
    keep_and_check(editor, &saving, translations, notices, draft, lock, kept);
    let keys = window_event_listener(keydown, move |event| save_or_undo_by_key(editor, &saving, &event));
    let leaving = window_event_listener(beforeunload, move |event| {
        if kept.get_untracked() == Kept::NotYet {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        keys.remove();
        leaving.remove();
    });
    let dropped = DroppedFiles::default();
    view! {
        <DropArea outcomes=dropped>
            <Toolbar kept />
            <div class="editor-messages">
                <SaveTrouble />
                <DroppedFilesNotice outcomes=dropped />
                <Notices notices />
                <ProblemList />
            </div>
            <Panels />
        </DropArea>
    }
}

/// Checks the file and keeps the draft after each change, and at the end of the editor.
fn keep_and_check(
    editor: Editor,
    saving: &Saving,
    translations: Translations,
    notices: RwSignal<Vec<Notice>>,
    draft: Draft,
    lock: Option<Rc<Lock>>,
    kept: RwSignal<Kept>,
) {
    let photos = Photos::get();
    let work = StoredValue::new(None::<TimeoutHandle>);
    let (saving, lock) = (*saving, StoredValue::new_local(lock));
    // The number of changes so far: the end of an older save says nothing of a newer change.
    let changes = StoredValue::new(0_u32);
    let keep = move || {
        let changed = editor.document.try_with_untracked(|document| draft.with(document, Date::now()));
        let (Some(changed), Some(number)) = (changed, changes.try_get_value()) else { return };
        let has_file = saving.has_file.get_untracked();
        let changed = Draft { has_file, notices: notices.get_untracked(), ..changed };
        saving.is_changed.set(changed.files.iter().any(|file| file.current.is_some()));
        let photos = photos.take_changed();
        // Held until the save has ended, even if the editor ends before.
        let lock = lock.try_get_value();
        spawn_local(async move {
            if let Some(photos) = photos {
                drafts::save_photos(&changed.id, &photos).await;
            }
            drafts::save(&changed).await;
            let saved = drafts::why_only_in_tab(&changed.id).map_or(Kept::Yes, Kept::InTab);
            if changes.try_get_value().is_none_or(|now| now == number) {
                kept.try_set(saved);
            }
            drop(lock);
        });
    };
    let clear = move || {
        if let Some(Some(work)) = work.try_update_value(Option::take) {
            work.clear();
        }
    };
    let find_in_texts = move || {
        let findings = editor.document.try_with_untracked(|document| text_findings_of(document.value()));
        let Some(findings) = findings else { return };
        editor.check.try_maybe_update(|check| {
            let is_new = check.findings != findings;
            check.findings = findings;
            (is_new, ())
        });
        translations.find();
    };
    let work_later = {
        let keep = keep.clone();
        move || {
            let findings = editor.check.with_untracked(|check| Arc::clone(&check.findings));
            let check = |document: &Document| Check::with_findings(document.value(), findings);
            editor.check.try_set(editor.document.with_untracked(check));
            keep();
            work.set_value(set_timeout_with_handle(find_in_texts, PAUSE_FOR_TEXTS).ok());
        }
    };
    Effect::watch(
        move || {
            editor.document.track();
            photos.list.track();
            saving.has_file.track();
            notices.track();
        },
        move |(), _, _| {
            kept.set(Kept::NotYet);
            changes.update_value(|changes| *changes += 1);
            clear();
            work.set_value(set_timeout_with_handle(work_later.clone(), PAUSE).ok());
        },
        false,
    );
    let keep_at_once = move || {
        clear();
        if kept.try_get_untracked() == Some(Kept::NotYet) {
            keep();
        }
    };
    let hiding = window_event_listener(pagehide, {
        let keep_at_once = keep_at_once.clone();
        move |_| keep_at_once()
    });
    on_cleanup(move || {
        hiding.remove();
        keep_at_once();
    });
}

/// Ctrl+S, Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y, on a Mac with Cmd. They go over the whole file, and not over one field.
fn save_or_undo_by_key(editor: Editor, saving: &Saving, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("s", false) => saving.save(),
        ("z", false) => editor.undo(),
        ("z", true) | ("y", false) => editor.redo(),
        _ => return,
    }
    event.prevent_default();
}
