//! The first page: the list of drafts, and ways to begin a new one.

use std::future::{Future, ready};

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::JsonPath;

use super::app::open_draft;
use super::draft_item::DraftItem;
use super::import_section::ImportSection;
use super::open_section::OpenSection;
use crate::document::text_at;
use crate::drafts::{self, Draft, StoreError, hold_lock};
use crate::examples::{EMPTY_QUIZ, EXAMPLES, Example};
use crate::files::{ChosenFile, Targets, dropped_files};
use crate::focus::focus_on;
use crate::new_drafts::{begin_draft, begin_drafts, quiz_of_example, quiz_of_studio};
use crate::opening::OpenedQuiz;
use crate::photos::Photo;

/// The list of drafts, the choice of files, the examples and the import.
#[component]
pub(crate) fn DraftsPage() -> impl IntoView {
    let list = RwSignal::new(Vec::<Draft>::new());
    let errors = RwSignal::new(Vec::<String>::new());
    let no_storage = RwSignal::new(None::<StoreError>);
    let reload = move || {
        spawn_local(async move {
            let (found, error) = drafts::all().await;
            list.try_set(found);
            no_storage.try_set(error);
        });
    };
    reload();
    let is_beginning = StoredValue::new(false);
    let begin = move |quiz: OpenedQuiz| begin_when_ready(ready(quiz), list, is_beginning);
    let begin_example =
        move |example: &'static Example| begin_when_ready(quiz_of_example(example), list, is_beginning);
    let open = move |chosen: Vec<ChosenFile>| {
        spawn_local(async move {
            // The author may have left the page while the files were read.
            let Some(known) = list.try_get_untracked() else { return };
            let new = begin_drafts(chosen, &known).await;
            let is_shown = errors.try_set(new.not_opened).is_none();
            match new.ids.as_slice() {
                [draft] if is_shown => open_draft(draft),
                _ => reload(),
            }
        });
    };
    view! {
        <div
            class="drafts-page"
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                if let Some(data) = event.data_transfer() {
                    let files = dropped_files(&data);
                    spawn_local(async move { open(files.await) });
                }
            }
        >
            <header class="drafts-header">
                <h1>"The studio"</h1>
                <p>"Write a quiz that answers “which one is mine?”, try it, and see every problem. Nothing leaves this browser."</p>
            </header>
            <main class="drafts-main">
                <div role="alert">
                    <Show when=move || !errors.with(Vec::is_empty)>
                        <ul class="alert">
                            {move || errors.get().into_iter().map(|error| view! { <li>{error}</li> }).collect_view()}
                        </ul>
                    </Show>
                </div>
                {move || no_storage.get().map(|reason| view! { <p class="alert">{without_storage(&reason)}</p> })}
                <DraftList list on_change=move |()| reload() />
                <OpenSection on_open=open />
                <section aria-labelledby="new">
                    <h2 id="new">"New from an example"</h2>
                    <ul class="example-list">
                        {EXAMPLES.iter().map(|example| view! { <ExampleItem example on_begin=begin_example /> }).collect_view()}
                        <li>
                            <button
                                type="button"
                                class="example"
                                on:click=move |_| begin(quiz_of_studio("quiz.json", EMPTY_QUIZ))
                            >
                                <strong>"An empty quiz"</strong>
                                " "
                                <span>"No causes and no questions. The studio says what is missing."</span>
                            </button>
                        </li>
                    </ul>
                </section>
                <ImportSection on_import=begin />
            </main>
        </div>
    }
}

/// Begins a draft of a quiz when that has arrived, and opens it. The second click of a double click begins no other one.
fn begin_when_ready(
    quiz: impl Future<Output = OpenedQuiz> + 'static,
    list: RwSignal<Vec<Draft>>,
    is_beginning: StoredValue<bool>,
) {
    if is_beginning.get_value() {
        return;
    }
    is_beginning.set_value(true);
    spawn_local(async move {
        let quiz = quiz.await;
        // The author may have left the page.
        let Some(known) = list.try_get_untracked() else { return };
        let draft = begin_draft(quiz, &Targets::default(), Vec::new(), &known).await;
        open_draft(&draft.id);
    });
}

/// The drafts. One that is deleted can be taken back until the page is left.
#[component]
fn DraftList(
    /// The drafts.
    list: RwSignal<Vec<Draft>>,
    /// Called when a draft was deleted or taken back.
    #[prop(into)]
    on_change: UnsyncCallback<()>,
) -> impl IntoView {
    let deleted = RwSignal::new_local(None::<(Draft, Targets, Vec<Photo>)>);
    let failed = RwSignal::new(None::<String>);
    let delete = move |draft: Draft| {
        spawn_local(async move {
            failed.try_set(match delete_draft(&draft.id).await {
                Ok(Some(found)) => {
                    deleted.try_set(Some(found));
                    None
                }
                Ok(None) => None,
                Err(reason) => Some(reason),
            });
            on_change.run(());
            focus_on("undo-delete");
        });
    };
    let undo = move |_| {
        let Some((draft, targets, photos)) = deleted.get_untracked() else { return };
        spawn_local(async move {
            // If the browser does not keep it, it is in this tab, and the list says so.
            drafts::save(&draft).await;
            drafts::save_targets(&draft.id, &targets).await;
            drafts::save_photos(&draft.id, &photos).await;
            deleted.set(None);
            on_change.run(());
            focus_on("drafts");
        });
    };
    let is_one_of_several = move |draft: &Draft| {
        list.with_untracked(|list| list.iter().any(|other| draft.is_of_the_same_file(other)))
    };
    view! {
        <Show when=move || !list.with(Vec::is_empty) || deleted.with(Option::is_some)>
            <section aria-labelledby="drafts">
                <h2 id="drafts" tabindex="-1">"Your drafts"</h2>
                <div role="status">
                    {move || deleted.get().map(|(draft, ..)| view! {
                        <p class="deleted">
                            "Deleted “" {draft.display_title()} "”. "
                            <button type="button" class="small" id="undo-delete" on:click=undo>"Undo"</button>
                        </p>
                    })}
                    {move || failed.get().map(|reason| view! { <p class="alert">"The draft was not deleted: " {reason} "."</p> })}
                </div>
                <ul class="draft-list">
                    <For
                        each=move || list.get()
                        key=move |draft| (draft.id.clone(), draft.changed_at.to_bits(), is_one_of_several(draft))
                        let(draft)
                    >
                        <DraftItem is_one_of_several=is_one_of_several(&draft) draft on_delete=delete />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// Deletes a draft, and returns what was deleted: another tab may have changed it since the list was loaded. `None` if it is gone already.
///
/// # Errors
///
/// Returns the reason if another tab works on it, or if the browser does not delete it.
async fn delete_draft(id: &str) -> Result<Option<(Draft, Targets, Vec<Photo>)>, String> {
    let Some(_lock) = hold_lock(id).await else { return Err("it is open in another tab".to_owned()) };
    let Some(draft) = drafts::load(id).await.map_err(|reason| reason.to_string())? else { return Ok(None) };
    let (targets, photos) = (drafts::load_targets(id).await, drafts::load_photos(id).await);
    drafts::delete(id).await.map_err(|reason| reason.to_string())?;
    Ok(Some((draft, targets, photos)))
}

/// An example to begin with.
#[component]
fn ExampleItem(
    /// The example.
    example: &'static Example,
    /// Called with it.
    on_begin: impl Fn(&'static Example) + 'static,
) -> impl IntoView {
    let value = which_cause_quiz::Value::parse(example.text).ok();
    let title = value.as_ref().and_then(|value| text_at(value, &JsonPath::to_key("title")));
    view! {
        <li>
            <button type="button" class="example" on:click=move |_| on_begin(example)>
                <strong>{title.unwrap_or_default().to_owned()}</strong>
                " "
                <span>{example.about}</span>
            </button>
        </li>
    }
}

/// What the page says if the browser does not keep drafts.
fn without_storage(reason: &StoreError) -> String {
    format!(
        "Drafts are not kept here: {reason}. You can write all the same. Save each quiz as a file before you close this tab."
    )
}
