//! Clicks that were not meant for the present screen, in an app of its own. (`js/app/stray-clicks.js` drops those of the custom element.)

use std::cell::Cell;

use leptos::prelude::StoredValue;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Node, UiEvent};

/// Milliseconds. Nobody has read a new screen in less time, and the second tap of a double tap comes within it.
const FIRST_MOMENT: f64 = 350.0;

const EVENTS: [&str; 4] = ["pointerdown", "pointercancel", "keydown", "click"];

#[wasm_bindgen]
extern "C" {
    type View;
    #[wasm_bindgen(method, getter)]
    fn performance(this: &View) -> Performance;

    type Performance;
    #[wasm_bindgen(method)]
    fn now(this: &Performance) -> f64;
}

/// The time by the clock of the events in a widget. Each document has a clock of its own, which begins with the document.
fn now(widget: &Element) -> f64 {
    let view = widget.owner_document().and_then(|document| document.default_view());
    view.map_or(f64::NAN, |view| view.unchecked_ref::<View>().performance().now())
}

/// Drops stray clicks in a widget, until the current reactive owner is cleaned up: the second click of a double click, and a click whose
/// press began in the first moment after the last press of a button, or after the widget appeared. The second click of a double click on Next
/// would land on the next screen, and could tick a warning sign there.
///
/// Clicks by keys and by assistive technology begin without a pointer and always count. (Most have no `detail`, but Firefox gives a
/// `detail` of 1 to the click of a link that Enter follows.)
pub(super) fn drop_stray_clicks(widget: &Element) {
    // Around the widget: of an element that listens to clicks, a screen reader says “clickable”.
    let root = widget.get_root_node();
    let listener = listener(widget.clone());
    for name in EVENTS {
        _ = root.add_event_listener_with_callback_and_bool(name, listener.as_ref().unchecked_ref(), true);
    }
    StoredValue::new_local(Listening { root, listener });
}

/// Listens until it is dropped.
struct Listening {
    root: Node,
    listener: Closure<dyn Fn(Event)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let listener = self.listener.as_ref().unchecked_ref();
        for name in EVENTS {
            _ = self.root.remove_event_listener_with_callback_and_bool(name, listener, true);
        }
    }
}

fn listener(widget: Element) -> Closure<dyn Fn(Event)> {
    // When a screen, or an error message that moves the content below it, last appeared: a button brings both.
    let changed_at = Cell::new(now(&widget));
    // When the pointer of the next click went down.
    let pressed_at = Cell::new(None);
    Closure::new(move |event: Event| match &*event.type_() {
        "pointerdown" => pressed_at.set(Some(event.time_stamp())),
        "click" => {
            let pressed_at = pressed_at.take();
            let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
            if !widget.contains(Some(&target)) {
                return;
            }
            let is_second = event.unchecked_ref::<UiEvent>().detail() > 1;
            let is_early = pressed_at.is_some_and(|pressed_at| pressed_at < changed_at.get() + FIRST_MOMENT);
            if is_second || is_early {
                event.prevent_default();
                event.stop_immediate_propagation();
            } else if target.closest("button").is_ok_and(|button| button.is_some()) {
                changed_at.set(event.time_stamp());
            }
        }
        _ => pressed_at.set(None),
    })
}
