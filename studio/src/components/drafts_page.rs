//! The first page: drafts to go on with, and ways to begin one.

use js_sys::{Date, Math};
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};
use which_cause_quiz::JsonPath;

use super::app::{address_of, open_draft};
use crate::document::text_at;
use crate::drafts::{self, Draft, OpenError, StoreError};
use crate::examples::{EMPTY_QUIZ, EXAMPLES, Example};
use crate::files::read_text;

/// The list of drafts, the examples, and a place for files.
#[component]
pub(crate) fn DraftsPage() -> impl IntoView {
    let list = RwSignal::new(Vec::<Draft>::new());
    let error = RwSignal::new(None::<String>);
    let reload = move || {
        spawn_local(async move {
            match drafts::all().await {
                Ok(found) => list.set(found),
                Err(StoreError(reason)) => error.set(Some(no_storage(&reason))),
            }
        });
    };
    reload();
    let begin = move |file_name: String, text: String| {
        spawn_local(async move {
            error.set(begin_draft(file_name, text).await.err());
        });
    };
    let open = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            match read_text(&file).await {
                Ok(text) => begin(name, text),
                Err(reason) => error.set(Some(format!("{name}: {reason}"))),
            }
        });
    };
    let remove = move |id: String| {
        spawn_local(async move {
            error.set(drafts::delete(&id).await.err().map(|StoreError(reason)| no_storage(&reason)));
            reload();
        });
    };
    view! {
        <div
            class="drafts-page"
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                let file = event.data_transfer().and_then(|it| it.files()).and_then(|files| files.get(0));
                if let Some(file) = file {
                    open(file);
                }
            }
        >
            <header class="drafts-header">
                <h1>"The studio"</h1>
                <p>"Write a quiz that answers “which one is mine?”, try it, and see every problem. Nothing leaves this browser."</p>
            </header>
            <main class="drafts-main">
                <div role="alert">
                    {move || error.get().map(|text| view! { <p class="alert">{text}</p> })}
                </div>
                <Show when=move || list.with(|list| !list.is_empty())>
                    <section aria-labelledby="drafts">
                        <h2 id="drafts">"Your drafts"</h2>
                        <ul class="draft-list">
                            <For each=move || list.get() key=|draft| (draft.id.clone(), draft.changed_at.to_bits()) let(draft)>
                                <DraftItem draft on_remove=remove />
                            </For>
                        </ul>
                    </section>
                </Show>
                <section aria-labelledby="open">
                    <h2 id="open">"Open a file"</h2>
                    <p class="drop-zone">
                        <label class="file-button">
                            "Choose a quiz file"
                            <input
                                type="file"
                                accept=".json,application/json"
                                on:change:target=move |event| {
                                    let input: HtmlInputElement = event.target();
                                    if let Some(file) = input.files().and_then(|files| files.get(0)) {
                                        open(file);
                                    }
                                    // The same file can be chosen again.
                                    input.set_value("");
                                }
                            />
                        </label>
                        <span>" or drop it anywhere on this page."</span>
                    </p>
                </section>
                <section aria-labelledby="new">
                    <h2 id="new">"New from an example"</h2>
                    <ul class="example-list">
                        {EXAMPLES.iter().map(|example| view! { <ExampleItem example on_begin=begin /> }).collect_view()}
                        <li>
                            <button type="button" class="example" on:click=move |_| begin("quiz.json".to_owned(), EMPTY_QUIZ.to_owned())>
                                <strong>"An empty quiz"</strong>
                                " "
                                <span>"No causes and no questions. The studio says what is missing."</span>
                            </button>
                        </li>
                    </ul>
                </section>
            </main>
        </div>
    }
}

/// A draft in the list.
#[component]
fn DraftItem(
    /// The draft.
    draft: Draft,
    /// Called with its id to delete it.
    #[prop(into)]
    on_remove: UnsyncCallback<String>,
) -> impl IntoView {
    let title = if draft.title.is_empty() { "Without a title".to_owned() } else { draft.title.clone() };
    let changed = String::from(
        Date::new(&draft.changed_at.into()).to_locale_string("default", &js_sys::Object::new().into()),
    );
    let is_sure = RwSignal::new(false);
    let id = draft.id.clone();
    view! {
        <li class="draft">
            <a href=address_of(&draft.id)>{title.clone()}</a>
            <span class="quiet">{draft.file_name().to_owned()} " · changed " {changed}</span>
            <Show
                when=move || is_sure.get()
                fallback={
                    let title = title.clone();
                    move || view! {
                        <button type="button" class="small" aria-label=format!("Delete {title}") on:click=move |_| is_sure.set(true)>
                            "Delete"
                        </button>
                    }
                }
            >
                <span class="confirm">
                    "Delete it for good? "
                    <button type="button" class="small danger" on:click={
                        let id = id.clone();
                        move |_| on_remove.run(id.clone())
                    }>"Yes, delete"</button>
                    <button type="button" class="small" on:click=move |_| is_sure.set(false)>"Keep it"</button>
                </span>
            </Show>
        </li>
    }
}

/// An example to begin with.
#[component]
fn ExampleItem(
    /// The example.
    example: &'static Example,
    /// Called with the name and the text of its file.
    on_begin: impl Fn(String, String) + 'static,
) -> impl IntoView {
    let value = which_cause_quiz::Value::parse(example.text).ok();
    let title = value.as_ref().and_then(|value| text_at(value, &JsonPath::to_key("title")));
    view! {
        <li>
            <button
                type="button"
                class="example"
                on:click=move |_| on_begin(example.file_name.to_owned(), example.text.to_owned())
            >
                <strong>{title.unwrap_or_default().to_owned()}</strong>
                " "
                <span>{example.about}</span>
            </button>
        </li>
    }
}

/// Keeps a new draft and opens it. An error is in words.
async fn begin_draft(file_name: String, text: String) -> Result<(), String> {
    let now = Date::now();
    // Two drafts of one millisecond are as good as impossible, and the number keeps them apart.
    let id = format!("{now:.0}-{:.0}", Math::random() * 1e6);
    let draft = Draft::open(id, file_name.clone(), text, now)
        .map_err(|problem: OpenError| format!("{file_name}: {problem}"))?;
    drafts::save(&draft).await.map_err(|StoreError(reason)| no_storage(&reason))?;
    open_draft(&draft.id);
    Ok(())
}

fn no_storage(reason: &str) -> String {
    format!(
        "This browser keeps no drafts here, perhaps because the window is private or the disk is full ({reason})."
    )
}
