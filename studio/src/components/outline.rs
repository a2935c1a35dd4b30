//! The outline: every part of the quiz, with its number of problems.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use crate::editor::Editor;
use crate::focus::field_id;
use crate::format::Kind;
use crate::place::{Group, List, Place};

/// The parts of the quiz, in the order in which an author writes them.
#[component]
pub(crate) fn Outline() -> impl IntoView {
    let group = |group: Group| view! { <OutlineEntry place=Place::Group(group) label=move || group.title().to_owned() /> };
    let [about, intro, rest @ ..] = Group::ALL;
    view! {
        <nav class="outline" aria-label="Parts of the quiz">
            <ul>{group(about)} {group(intro)}</ul>
            <OutlineList list=List::Screens />
            <OutlineList list=List::Questions />
            <ul>
                <OutlineEntry place=Place::Points label=move || "Points".to_owned() />
            </ul>
            <OutlineList list=List::Causes />
            <h2>"The rest"</h2>
            <ul>{rest.map(group)}</ul>
            <h2>"Your page"</h2>
            <ul>
                <OutlineEntry place=Place::Look label=move || "Colors and shape".to_owned() />
                <OutlineEntry place=Place::Page label=move || "Take it along".to_owned() />
            </ul>
        </nav>
    }
}

/// A list of the quiz: its items, and a button for a new one.
#[component]
fn OutlineList(
    /// The list.
    list: List,
) -> impl IntoView {
    let editor = Editor::get();
    let count = editor.count(list.path());
    let messages = Memo::new(move |_| editor.check.with(|check| check.messages_at(&list.path())));
    let add = move |_| {
        let Some(Kind::List(kind)) = editor.format().kind_at(&list.path()) else { return };
        editor.add_item(&list.path(), &kind, list.item_name());
        editor.place.set(Place::Item(list, count.get_untracked().saturating_sub(1)));
    };
    view! {
        <h2>{list.title()}</h2>
        <For each=move || messages.get() key=String::clone let(message)>
            <p class="problem">{message}</p>
        </For>
        <ul>
            <For each=move || 0..count.get() key=|index| *index let(index)>
                <OutlineEntry
                    place=Place::Item(list, index)
                    label={
                        let item = list.path().item(index);
                        let text = editor.text(item.key(if list == List::Causes { "label" } else { "text" }));
                        let id = editor.text(item.key("id"));
                        move || format!("{}. {}", index + 1, if text.with(String::is_empty) { id.get() } else { text.get() })
                    }
                />
            </For>
        </ul>
        <button type="button" class="small add" id=field_id(&list.path()) on:click=add>{format!("Add a {}", list.item_name())}</button>
    }
}

/// One part.
#[component]
fn OutlineEntry(
    /// The part.
    place: Place,
    /// Its name.
    label: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let editor = Editor::get();
    let problems = Memo::new(move |_| {
        editor.check.with(|check| check.messages(|path: &JsonPath| place.contains(path)).len())
    });
    view! {
        <li>
            <button
                type="button"
                class="outline-entry"
                aria-current=move || (editor.place.get() == place).then_some("true")
                on:click=move |_| editor.place.set(place)
            >
                <span class="outline-label">{label}</span>
                {move || match problems.get() {
                    0 => None,
                    count => Some(view! {
                        <span class="count">
                            {count} <span class="visually-hidden">{if count == 1 { " problem" } else { " problems" }}</span>
                        </span>
                    }),
                }}
            </button>
        </li>
    }
}
