//! The first page: drafts to go on with, and ways to begin one.

use js_sys::{Date, Math};
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::JsonPath;

use super::app::open_draft;
use super::draft_item::{DraftItem, title_of};
use super::import_section::ImportSection;
use super::open_section::OpenSection;
use crate::document::{File, text_at};
use crate::drafts::{self, Draft, Notice, StoreError};
use crate::examples::{EMPTY_QUIZ, EXAMPLES, Example};
use crate::files::{ChosenFile, Target, Targets, dropped_files};
use crate::focus::focus_on;
use crate::opening::{self, FileToOpen, OpenedQuiz};
use crate::photos::{Photo, file_name_of, path_of};

/// The list of drafts, the examples, and a place for files.
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
    let begin = move |quiz: OpenedQuiz| {
        spawn_local(async move {
            let draft = begin_draft(quiz, &Targets::default(), Vec::new(), &list.get_untracked()).await;
            open_draft(&draft.id);
        });
    };
    let open = move |chosen: Vec<ChosenFile>| {
        spawn_local(async move {
            let found = begin_drafts(chosen, &list.get_untracked()).await;
            if let [draft] = found.drafts.as_slice() {
                return open_draft(draft);
            }
            errors.try_set(found.not_opened);
            reload();
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
                        {EXAMPLES.iter().map(|example| view! { <ExampleItem example on_begin=begin /> }).collect_view()}
                        <li>
                            <button
                                type="button"
                                class="example"
                                on:click=move |_| begin(new_quiz("quiz.json", EMPTY_QUIZ))
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
    let failed = RwSignal::new(None::<StoreError>);
    let delete = move |draft: Draft| {
        spawn_local(async move {
            let targets = drafts::load_targets(&draft.id).await;
            let photos = drafts::load_photos(&draft.id).await;
            match drafts::delete(&draft.id).await {
                Ok(()) => deleted.set(Some((draft, targets, photos))),
                Err(reason) => failed.set(Some(reason)),
            }
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
                            "Deleted “" {title_of(&draft)} "”. "
                            <button type="button" class="small" id="undo-delete" on:click=undo>"Undo"</button>
                        </p>
                    })}
                    {move || failed.get().map(|reason| view! { <p class="alert">"The draft was not deleted: " {reason.to_string()} "."</p> })}
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

/// An example to begin with.
#[component]
fn ExampleItem(
    /// The example.
    example: &'static Example,
    /// Called with its quiz.
    on_begin: impl Fn(OpenedQuiz) + 'static,
) -> impl IntoView {
    let value = which_cause_quiz::Value::parse(example.text).ok();
    let title = value.as_ref().and_then(|value| text_at(value, &JsonPath::to_key("title")));
    view! {
        <li>
            <button type="button" class="example" on:click=move |_| on_begin(new_quiz(example.file_name, example.text))>
                <strong>{title.unwrap_or_default().to_owned()}</strong>
                " "
                <span>{example.about}</span>
            </button>
        </li>
    }
}

/// A quiz of the studio that the author has no file of yet.
fn new_quiz(name: &str, text: &str) -> OpenedQuiz {
    let file = File::open(name, text).expect("the studio's own quizzes are JSON");
    OpenedQuiz { files: vec![file], photos: Vec::new(), is_import: true, left_out: Vec::new() }
}

/// What opening files led to.
struct Found {
    /// The ids of the new drafts.
    drafts: Vec<String>,
    /// The files that were not opened, with reasons. If there is one draft, it has them as a notice.
    not_opened: Vec<String>,
}

/// Begins a draft of each quiz among some files.
async fn begin_drafts(chosen: Vec<ChosenFile>, known: &[Draft]) -> Found {
    let (files, targets, mut unread) = split(chosen);
    let mut opening = opening::open(files);
    unread.append(&mut opening.not_opened);
    let is_only_one = opening.quizzes.len() == 1;
    let mut drafts = Vec::new();
    for quiz in opening.quizzes {
        let not_opened = if is_only_one { unread.clone() } else { Vec::new() };
        drafts.push(begin_draft(quiz, &targets, not_opened, known).await.id);
    }
    Found { drafts, not_opened: unread }
}

/// The files to sort, their places, and why others cannot be read.
pub(super) fn split(chosen: Vec<ChosenFile>) -> (Vec<FileToOpen>, Targets, Vec<String>) {
    let mut files = Vec::new();
    let mut targets = Targets::default();
    let mut unread = Vec::new();
    for chosen in chosen {
        match chosen.split() {
            Ok((file, target)) => {
                if let Some(target) = target {
                    targets.set(&file.name, target);
                }
                files.push(file);
            }
            Err(reason) => unread.push(reason),
        }
    }
    (files, targets, unread)
}

/// The places of the files of a quiz and of its photos. A photo that was chosen without its folder has only its name.
fn targets_of(quiz: &OpenedQuiz, targets: &Targets) -> Targets {
    let names: Vec<&str> = quiz.files.iter().map(|file| file.name.as_str()).collect();
    let mut own = targets.only(&names);
    for Photo { address, .. } in &quiz.photos {
        if let Some(target) = target_of_photo(address, targets) {
            own.set(address, target.clone());
        }
    }
    own
}

/// The place of the photo at an address.
pub(super) fn target_of_photo<'t>(address: &str, targets: &'t Targets) -> Option<&'t Target> {
    let path = path_of(address).and_then(|path| targets.get(path));
    path.or_else(|| targets.get(file_name_of(address)))
}

/// Keeps a new draft. `targets` has the places of its files, and may have others.
pub(super) async fn begin_draft(
    quiz: OpenedQuiz,
    targets: &Targets,
    not_opened: Vec<String>,
    known: &[Draft],
) -> Draft {
    let targets = if quiz.is_import { Targets::default() } else { targets_of(&quiz, targets) };
    let now = Date::now();
    // Two drafts of one millisecond are as good as impossible, and the number keeps them apart.
    let id = format!("{now:.0}-{:.0}", Math::random() * 1e6);
    let mut draft = Draft { has_file: !quiz.is_import, ..Draft::new(id, &quiz.files, now) };
    let others: Vec<String> =
        known.iter().filter(|other| draft.is_of_the_same_file(other)).map(title_of).collect();
    let notices = [
        ("Could not be taken over", quiz.left_out),
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

fn without_storage(reason: &StoreError) -> String {
    format!(
        "Drafts are not kept here: {reason}. You can write all the same. Save each quiz as a file before you close this tab."
    )
}
