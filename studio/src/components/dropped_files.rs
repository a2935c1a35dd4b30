//! Files that an author drops on an open draft, with the outcome for each.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::address_of;
use crate::additions::{Addition, addition};
use crate::document::{Document, File};
use crate::drafts::{self, Draft};
use crate::editor::Editor;
use crate::files::{ChosenFile, Targets, dropped_files};
use crate::focus::focus_on;
use crate::new_drafts::{begin_draft, readable_files, target_of_photo};
use crate::opening;
use crate::photos::{Photo, Photos};
use crate::saving::Saving;

/// The outcome for a file: a sentence, and the draft that was made of it.
#[derive(Debug, Clone, PartialEq)]
struct Outcome {
    text: String,
    draft: Option<Draft>,
}

impl Outcome {
    fn new(text: String) -> Self {
        Self { text, draft: None }
    }
}

/// The area of the editor. Files that are dropped anywhere on it go to the draft, or become drafts of their own.
#[component]
pub(crate) fn DropArea(
    /// The form, the outline and the preview.
    children: Children,
    /// The outcomes for the files that were dropped last.
    outcomes: DroppedFiles,
) -> impl IntoView {
    let (editor, saving, photos) = (Editor::get(), Saving::get(), Photos::get());
    view! {
        // Without a listener, a dropped file would open in place of the studio.
        <div
            class="editor"
            on:dragover=|event: DragEvent| event.prevent_default()
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                let Some(data) = event.data_transfer() else { return };
                let files = dropped_files(&data);
                spawn_local(async move {
                    let chosen = files.await;
                    if !chosen.is_empty() {
                        let found = take(editor, &saving, &photos, chosen).await;
                        outcomes.0.try_set(found);
                    }
                });
            }
        >
            {children()}
        </div>
    }
}

/// The outcomes for the files that were dropped last.
#[derive(Clone, Copy, Default)]
pub(crate) struct DroppedFiles(RwSignal<Vec<Outcome>>);

/// The list of the outcomes, until it is dismissed.
#[component]
pub(crate) fn DroppedFilesNotice(
    /// The outcomes for the files.
    outcomes: DroppedFiles,
) -> impl IntoView {
    let DroppedFiles(outcomes) = outcomes;
    let dismiss = move |_| {
        outcomes.set(Vec::new());
        focus_on("part");
    };
    let items = move || {
        let items = outcomes.get().into_iter().map(|Outcome { text, draft }| {
            let link = draft
                .map(|draft| view! { <a href=address_of(&draft.id)>"Open " {draft.display_title()}</a> });
            view! { <li>{text} " " {link}</li> }
        });
        items.collect_view()
    };
    view! {
        <div role="status">
            <Show when=move || !outcomes.with(Vec::is_empty)>
                <section class="notice" aria-label="Dropped files">
                    <ul>{items}</ul>
                    <button type="button" class="small" aria-label="Dismiss: dropped files" on:click=dismiss>"Dismiss"</button>
                </section>
            </Show>
        </div>
    }
}

/// Adds the files that belong to the draft, and makes drafts of other quizzes.
async fn take(editor: Editor, saving: &Saving, photos: &Photos, chosen: Vec<ChosenFile>) -> Vec<Outcome> {
    let (files, targets, unread) = readable_files(chosen);
    // The author may have left the editor while the files were read.
    let quiz_file = editor.document.try_with_untracked(|document| document.files()[Document::QUIZ].clone());
    let Some(quiz_file) = quiz_file else { return Vec::new() };
    let (own, others) = opening::open_for_draft(&quiz_file, files);
    let mut outcomes: Vec<Outcome> =
        own.files.into_iter().map(|file| add(editor, saving, file, &targets)).collect();
    outcomes.extend(own.photos.into_iter().map(|photo| add_photo(photos, saving, photo, &targets)));
    if !others.quizzes.is_empty() {
        let (known, _) = drafts::all().await;
        for quiz in others.quizzes {
            let name = quiz.files[0].name.clone();
            let is = if opening::is_other_version(&quiz_file, &quiz) {
                "is another version of this quiz"
            } else {
                "does not belong to this quiz"
            };
            let draft = begin_draft(quiz, &targets, Vec::new(), &known).await;
            outcomes.push(Outcome {
                text: format!("{name} {is}. It is a draft of its own."),
                draft: Some(draft),
            });
        }
    }
    let refused = unread.into_iter().chain(others.not_opened);
    outcomes.extend(refused.map(|why| Outcome::new(format!("{why}."))));
    outcomes
}

/// Adds a file to the draft, in one edit that can be undone.
fn add(editor: Editor, saving: &Saving, file: File, targets: &Targets) -> Outcome {
    let name = file.name.clone();
    let added = editor.document.with_untracked(|document| addition(document, file));
    Outcome::new(match added {
        Err(why) => format!("{name} was not added: {why}."),
        Ok(Addition::New(file)) => {
            let own_name = file.name.clone();
            editor.add_file(file);
            if own_name != name {
                return Outcome::new(format!("{name} was added to this draft as {own_name}."));
            }
            if let Some(target) = targets.get(&name) {
                saving.set_target(&name, target.clone());
            }
            format!("{name} was added to this draft.")
        }
        Ok(Addition::Replacement { index, content }) => {
            let own_name = editor.document.with_untracked(|document| document.files()[index].name.clone());
            editor.replace_content(index, content);
            format!("{own_name} of this draft now has the content of {name}. Undo takes it back.")
        }
    })
}

/// Adds a photo that the quiz names.
fn add_photo(photos: &Photos, saving: &Saving, photo: Photo, targets: &Targets) -> Outcome {
    let address = photo.address.clone();
    if let Err(why) = photos.put(photo) {
        return Outcome::new(format!("{address} was not added: {why}."));
    }
    if let Some(target) = target_of_photo(&address, targets) {
        saving.set_target(&address, target.clone());
    }
    Outcome::new(format!("{address} was added to this draft."))
}
