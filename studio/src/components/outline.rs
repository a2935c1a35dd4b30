//! The outline: every part of the quiz, with its number of problems.

use leptos::ev::KeyboardEvent;
use leptos::html::Nav;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::add_button::AddButton;
use super::field_frame::{Messages, messages_at};
use super::reorder::ReorderableList;
use super::translation_outline::TranslationOutline;
use crate::editor::Editor;
use crate::focus::field_id;
use crate::format::Kind;
use crate::part::{Group, List, Part};
use crate::photos::Photos;
use crate::test_cases::TestRuns;

/// The parts of the quiz, in the order in which an author writes them. The arrow keys go from part to part, Home and End to the first
/// and the last.
#[component]
pub(crate) fn Outline() -> impl IntoView {
    let editor = Editor::get();
    let group = |group: Group| view! { <OutlineEntry part=Part::Group(group) label=move || group.title().to_owned() /> };
    let [about, intro, rest @ ..] = Group::ALL;
    let outline = NodeRef::<Nav>::new();
    Effect::new(move |_| {
        editor.part.track();
        request_animation_frame(move || keep_in_view(outline));
    });
    view! {
        <nav class="outline" aria-label="Parts of the quiz" node_ref=outline on:keydown=move |event| go_by_key(outline, &event)>
            <ul>{group(about)} {group(intro)}</ul>
            <OutlineList list=List::Screens />
            <OutlineList list=List::Questions />
            <ul>
                <OutlineEntry part=Part::Points label=move || "Points".to_owned() />
                <OutlineEntry part=Part::Fairness label=move || "Fairness".to_owned() />
            </ul>
            <OutlineList list=List::Causes />
            <ul>
                <OutlineEntry part=Part::TestCases label=move || "Test cases".to_owned() note=passing() />
            </ul>
            <h2>"The rest"</h2>
            <ul>
                {rest.map(group)}
                <OutlineEntry part=Part::Photos label=move || "Photos".to_owned() note=photo_count() />
                <TranslationOutline />
            </ul>
            <h2>"Your page"</h2>
            <ul>
                <OutlineEntry part=Part::Look label=move || "Colors and shape".to_owned() />
                <OutlineEntry part=Part::Publish label=move || "Publish".to_owned() />
            </ul>
        </nav>
    }
}

/// How many test cases pass; empty if there are none, or if they cannot run.
fn passing() -> Signal<String> {
    let runs = TestRuns::get();
    Signal::derive(move || match runs.count() {
        (0, _) => String::new(),
        (all, 0) if runs.are_run() => format!("{all} of {all} pass"),
        (all, wrong) if runs.are_run() => format!("✗ {} of {all} pass", all - wrong),
        _ => "not run".to_owned(),
    })
}

/// How many photos the draft has; empty if there are none.
fn photo_count() -> Signal<String> {
    let photos = Photos::get();
    Signal::derive(move || match (photos.list.with(Vec::len), photos.missing.with(Vec::len)) {
        (0, 0) => String::new(),
        (count, 0) => count.to_string(),
        (_, missing) => format!("{missing} not here"),
    })
}

/// Scrolls the outline to the open part.
fn keep_in_view(outline: NodeRef<Nav>) {
    let Some(outline) = outline.try_get_untracked().flatten() else { return };
    if let Ok(Some(entry)) = outline.query_selector("[aria-current]") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        entry.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to another part by the arrow keys, Home and End.
fn go_by_key(outline: NodeRef<Nav>, event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(entries) = outline.get_untracked().and_then(|it| it.query_selector_all(".outline-entry").ok())
    else {
        return;
    };
    let entries =
        (0..entries.length()).filter_map(|index| entries.item(index)?.dyn_into::<HtmlElement>().ok());
    // Those of a closed list cannot take the focus.
    let entries: Vec<HtmlElement> = entries.filter(|entry| entry.offset_parent().is_some()).collect();
    let focused = document().active_element();
    let focused =
        entries.iter().position(|entry| focused.as_ref().is_some_and(|it| entry.is_same_node(Some(it))));
    let target = match (event.key().as_str(), focused) {
        ("ArrowUp", Some(at)) => at.checked_sub(1),
        ("ArrowDown", Some(at)) => Some(at + 1),
        ("Home", Some(_)) => Some(0),
        ("End", Some(_)) => entries.len().checked_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(entry) = target.and_then(|target| entries.get(target)) {
        _ = entry.focus();
    }
}

/// A list of the quiz: its items, and a button for a new one. It can be closed, to come to the next one sooner.
#[component]
fn OutlineList(
    /// The list.
    list: List,
) -> impl IntoView {
    let editor = Editor::get();
    let count = editor.count(list.path());
    let messages = messages_at(&list.path());
    let is_open = RwSignal::new(true);
    // The open part is never hidden.
    Effect::new(move |_| {
        if matches!(editor.part.get(), Part::Item(of, _) if of == list) {
            is_open.set(true);
        }
    });
    let add = move || {
        let Some(Kind::List(kind)) = editor.format().kind_at(&list.path()) else { return };
        editor.add_item(&list.path(), &kind);
        editor.part.set(Part::Item(list, count.get_untracked().saturating_sub(1)));
    };
    let on_move = move |from: usize, to: usize| {
        editor.move_item(&list.path(), from, to);
        if let Part::Item(of, index) = editor.part.get_untracked()
            && of == list
        {
            editor.part.set(Part::Item(list, index_after_move(index, from, to)));
        }
    };
    view! {
        <h2>
            <button
                type="button"
                class="outline-heading"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|it| *it = !*it)
            >
                {list.title()}
                " "
                <span class="outline-note">{move || count.get()}</span>
            </button>
        </h2>
        <div hidden=move || !is_open.get()>
            <Messages messages id=String::new() />
            <ReorderableList class="outline-items" on_move>
                <For each=move || 0..count.get() key=|index| *index let(index)>
                    <OutlineEntry
                        part=Part::Item(list, index)
                        label={
                            let item = list.path().item(index);
                            let text = editor.text(item.key(if list == List::Causes { "label" } else { "text" }));
                            let id = editor.text(item.key("id"));
                            move || format!("{}. {}", index + 1, if text.with(String::is_empty) { id.get() } else { text.get() })
                        }
                    />
                </For>
            </ReorderableList>
            <AddButton list=list.path() what=format!("a {}", list.item_name()) id=field_id(&list.path()) on_press=add />
        </div>
    }
}

/// The index of an item after another one, or the same, has moved.
fn index_after_move(index: usize, from: usize, to: usize) -> usize {
    if index == from {
        to
    } else if from < index && index <= to {
        index - 1
    } else if to <= index && index < from {
        index + 1
    } else {
        index
    }
}

/// One part.
#[component]
fn OutlineEntry(
    /// The part.
    part: Part,
    /// Its name.
    label: impl Fn() -> String + Send + Sync + 'static,
    /// More about its state; empty if there is nothing to say.
    #[prop(optional, into)]
    note: Signal<String>,
) -> impl IntoView {
    let editor = Editor::get();
    let problems = Memo::new(move |_| editor.problem_count(|path| part.contains(path)));
    let is_current = move || match (part, editor.part.get()) {
        (Part::TestCases, Part::TestCase(_)) => true,
        (part, current) => part == current,
    };
    view! {
        <li>
            <button
                type="button"
                class="outline-entry"
                aria-current=move || is_current().then_some("true")
                on:click=move |_| editor.part.set(part)
            >
                <span class="outline-label">{label}</span>
                {move || {
                    let note = note.get();
                    let is_wrong = note.starts_with('✗');
                    (!note.is_empty()).then(|| view! { <span class="outline-note" class:wrong=is_wrong>{note}</span> })
                }}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_part_is_the_same_after_a_move() {
        for (from, to) in [(0, 3), (3, 0), (1, 2), (2, 1), (2, 2)] {
            let mut items: Vec<usize> = (0..5).collect();
            let item = items.remove(from);
            items.insert(to, item);
            for (now, before) in items.into_iter().enumerate() {
                assert_eq!(index_after_move(before, from, to), now, "{from} to {to}");
            }
        }
    }
}
