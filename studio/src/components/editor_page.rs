//! The editor of a draft: the outline, the form of the part in hand, and the preview beside it.

use std::time::Duration;

use js_sys::Date;
use leptos::ev::{DragEvent, KeyboardEvent, beforeunload, keydown};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::panels::Panels;
use super::problem_list::ProblemList;
use super::toolbar::Toolbar;
use crate::check::Check;
use crate::document::Document;
use crate::drafts::{self, Draft, StoreError};
use crate::editor::Editor;
use crate::place::{Group, Place};
use crate::test_cases::TestRuns;
use crate::translations::Translations;

/// How long the author has stopped typing when the file is checked and kept.
const PAUSE: Duration = Duration::from_millis(60);

/// Whether the browser has kept the last change.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kept {
    Yes,
    NotYet,
    Failed(String),
}

/// The editor.
#[component]
pub(crate) fn EditorPage(
    /// The draft.
    draft: Draft,
    /// Its document.
    document: Document,
) -> impl IntoView {
    let editor = Editor::new(document, Place::Group(Group::About));
    provide_context(editor);
    provide_context(Translations::new(editor));
    provide_context(TestRuns::new(editor));
    let kept = keep_and_check(editor, draft.clone());
    let keys = window_event_listener(keydown, move |event| undo_by_key(editor, &event));
    let leaving = window_event_listener(beforeunload, move |event| {
        if kept.get_untracked() != Kept::Yes {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        keys.remove();
        leaving.remove();
    });
    view! {
        // A dropped file would open in place of the studio.
        <div
            class="editor"
            on:dragover=|event: DragEvent| event.prevent_default()
            on:drop=|event: DragEvent| event.prevent_default()
        >
            <Toolbar file_name=draft.file_name().to_owned() kept />
            <ProblemList />
            <Panels />
        </div>
    }
}

/// Checks the file and keeps the draft after each change, and at the end of the editor.
fn keep_and_check(editor: Editor, draft: Draft) -> RwSignal<Kept> {
    let kept = RwSignal::new(Kept::Yes);
    let work = StoredValue::new(None::<TimeoutHandle>);
    let keep = move || {
        let changed = editor.document.try_with_untracked(|document| draft.with(document, Date::now()));
        let Some(changed) = changed else { return };
        spawn_local(async move {
            let saved = match drafts::save(&changed).await {
                Ok(()) => Kept::Yes,
                Err(StoreError(reason)) => Kept::Failed(reason),
            };
            kept.try_set(saved);
        });
    };
    let work_later = {
        let keep = keep.clone();
        move || {
            editor.check.try_set(editor.document.with_untracked(|document| Check::of(document.value())));
            keep();
        }
    };
    let clear = move || {
        if let Some(Some(work)) = work.try_get_value() {
            work.clear();
        }
    };
    Effect::watch(
        move || editor.document.track(),
        move |(), _, _| {
            kept.set(Kept::NotYet);
            clear();
            work.set_value(set_timeout_with_handle(work_later.clone(), PAUSE).ok());
        },
        false,
    );
    on_cleanup(move || {
        clear();
        if kept.try_get_untracked() == Some(Kept::NotYet) {
            keep();
        }
    });
    kept
}

/// Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y, on a Mac with Cmd. They go over the whole file, and not over one field.
fn undo_by_key(editor: Editor, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => editor.undo(),
        ("z", true) | ("y", false) => editor.redo(),
        _ => return,
    }
    event.prevent_default();
}
