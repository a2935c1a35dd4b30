//! The editor of a draft: the outline, the form of the open part, and the preview beside it.

use std::rc::Rc;

use leptos::ev::{KeyboardEvent, beforeunload, keydown};
use leptos::prelude::*;

use super::dropped_files::{DropArea, DroppedFiles, DroppedFilesNotice};
use super::notices::Notices;
use super::panels::Panels;
use super::problem_list::ProblemList;
use super::toolbar::Toolbar;
use super::unsaved_files::UnsavedFiles;
use crate::analysis::Analysis;
use crate::check::Check;
use crate::document::Document;
use crate::document_signal::DocumentSignal;
use crate::draft_keeper::{DraftKeeper, Kept};
use crate::drafts::{Draft, Lock};
use crate::editor::Editor;
use crate::files::Targets;
use crate::focus::after_field;
use crate::page_file::PageFile;
use crate::part::{Group, Part};
use crate::photos::{Photo, Photos};
use crate::saving::Saving;
use crate::test_cases::TestRuns;
use crate::translations::Translations;

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
    /// The state of the last change.
    kept: RwSignal<Kept>,
) -> impl IntoView {
    let check = RwSignal::new(Check::of(document.value()));
    let analysis = Analysis::new(check);
    provide_context(analysis);
    let document = DocumentSignal::new(document);
    let photos = Photos::new(document, check, photos);
    provide_context(photos);
    let editor = Editor::new(document, check, photos, analysis.results, Part::Group(Group::About));
    provide_context(editor);
    provide_context(PageFile::new(editor));
    let translations = Translations::new(editor);
    provide_context(translations);
    provide_context(TestRuns::new(editor));
    let saving = Saving::new(editor, photos, &draft, targets);
    provide_context(saving);
    let notices = RwSignal::new(draft.notices.clone());
    let keeper = DraftKeeper::new(draft, lock, kept, notices, translations);
    keeper.follow();
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
                <UnsavedFiles />
                <DroppedFilesNotice outcomes=dropped />
                <Notices notices />
                <ProblemList />
            </div>
            <Panels />
        </DropArea>
    }
}

/// Ctrl+S, Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y, on a Mac with Cmd. They are for the whole draft, and not for one field.
fn save_or_undo_by_key(editor: Editor, saving: &Saving, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("s", false) => after_field(|| saving.save()),
        ("z", false) => after_field(|| editor.undo()),
        ("z", true) | ("y", false) => after_field(|| editor.redo()),
        _ => return,
    }
    event.prevent_default();
}
