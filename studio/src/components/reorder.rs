//! A list whose items an author moves by dragging, by buttons, or with Alt and an arrow key.

use std::time::Duration;

use leptos::context::Provider;
use leptos::ev::KeyboardEvent;
use leptos::html::Ol;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::sortable::make_draggable;

/// The class of the buttons that move an item.
const MOVE_BUTTON: &str = "move";

/// Selects the elements of an item that can have the focus.
const CONTROLS: &str = "button, input, textarea, select";

/// A list whose items can be moved. Each item is an `<li>`.
#[component]
pub(crate) fn ReorderableList(
    /// The class of the list.
    class: &'static str,
    /// The selector of the part of an item by which it is dragged. Without one, it is dragged anywhere.
    #[prop(optional)]
    handle: Option<&'static str>,
    /// Called with the index of an item before and after.
    on_move: impl Fn(usize, usize) + Copy + Send + Sync + 'static,
    /// The items.
    children: Children,
) -> impl IntoView {
    let list = NodeRef::<Ol>::new();
    let reorder = Reorder { list, on_move: Callback::new(move |(from, to)| on_move(from, to)) };
    let draggable = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            let dropped = move |from, to| reorder.drop_item(from, to);
            draggable.set_value(make_draggable(&list, handle, dropped));
        }
    });
    view! {
        <ol class=class node_ref=list on:keydown=move |event| reorder.move_by_key(&event)>
            <Provider value=reorder>{children()}</Provider>
        </ol>
    }
}

/// The actions of the list around an item.
#[derive(Clone, Copy)]
struct Reorder {
    list: NodeRef<Ol>,
    on_move: Callback<(usize, usize)>,
}

impl Reorder {
    /// Moves an item. The focus goes to its control with this number, once the items are rendered anew.
    fn move_item(self, from: usize, to: usize, control: usize) {
        self.on_move.run((from, to));
        let focus = move || {
            let controls = self.items().get(to).map(controls_of).unwrap_or_default();
            if let Some(control) = controls.get(control).or_else(|| controls.first()) {
                _ = control.focus();
            }
        };
        set_timeout(focus, Duration::from_millis(30));
    }

    /// Moves an item after a drag. The focus goes to its buttons for moving, or to its first control.
    fn drop_item(self, from: usize, to: usize) {
        let items = self.items();
        let controls = items.get(from).map(controls_of).unwrap_or_default();
        let button = controls.iter().position(|control| control.class_list().contains(MOVE_BUTTON));
        self.move_item(from, to, button.unwrap_or_default());
    }

    /// The items of the list.
    fn items(self) -> Vec<Element> {
        let Some(list) = self.list.try_get_untracked().flatten() else { return Vec::new() };
        let items = list.children();
        (0..items.length()).filter_map(|index| items.item(index)).collect()
    }

    /// The number of the control that has the focus, among those of an item.
    fn focused_control(self, index: usize) -> Option<usize> {
        let focused = document().active_element()?;
        let controls = self.items().get(index).map(controls_of)?;
        controls.iter().position(|control| control.is_same_node(Some(&focused)))
    }

    /// Alt and an arrow key move the item that has the focus. In a field, these keys are the field's.
    fn move_by_key(self, event: &KeyboardEvent) {
        let is_down = match event.key().as_str() {
            "ArrowUp" => false,
            "ArrowDown" => true,
            _ => return,
        };
        let Some(focused) = document().active_element().filter(|it| it.local_name() == "button") else {
            return;
        };
        if !event.alt_key() {
            return;
        }
        // An item of a list in this list is moved there.
        event.stop_propagation();
        event.prevent_default();
        let items = self.items();
        let Some(from) = items.iter().position(|item| item.contains(Some(&focused))) else { return };
        let to = if is_down { Some(from + 1) } else { from.checked_sub(1) };
        if let Some(to) = to.filter(|to| *to < items.len()) {
            self.move_item(from, to, self.focused_control(from).unwrap_or_default());
        }
    }
}

/// The elements of an item that can have the focus, in order.
fn controls_of(item: &Element) -> Vec<HtmlElement> {
    let Ok(found) = item.query_selector_all(CONTROLS) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The buttons that move an item of a [`ReorderableList`] up and down.
#[component]
pub(crate) fn MoveButtons(
    /// The name of the item.
    #[prop(into)]
    title: Signal<String>,
    /// Its index.
    index: usize,
    /// How many items the list has.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let reorder: Reorder = expect_context();
    let move_to = move |to: usize| {
        reorder.move_item(index, to, reorder.focused_control(index).unwrap_or_default());
    };
    view! {
        <button
            type="button"
            class="icon move"
            aria-label=move || format!("Move {} up", title.get())
            aria-disabled=(index == 0).to_string()
            on:click=move |_| {
                if index > 0 {
                    move_to(index - 1);
                }
            }
        >
            "↑"
        </button>
        <button
            type="button"
            class="icon move"
            aria-label=move || format!("Move {} down", title.get())
            aria-disabled=move || (index + 1 >= count.get()).to_string()
            on:click=move |_| {
                if index + 1 < count.get_untracked() {
                    move_to(index + 1);
                }
            }
        >
            "↓"
        </button>
    }
}
