//! Clicks that were not meant for the present screen.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Event, UiEvent};

use super::context::{Setup, after_rendering};

/// Milliseconds. Nobody has read a new screen in less time, and the second tap of a double tap comes within it.
const FIRST_MOMENT: f64 = 350.0;

const EVENTS: [&str; 4] = ["pointerdown", "pointercancel", "keydown", "click"];

#[wasm_bindgen]
extern "C" {
    /// The time by the clock of events.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Drops stray clicks in an element, before any other listener in it: the second click of a double click, and a click whose press began
/// before the first moment of the screen was over. The second click of a double click on Next would land on the next screen, and could
/// tick a warning sign there.
///
/// Clicks by keys and by assistive technology begin without a pointer and always count. (Most have no `detail`, but Firefox gives a
/// `detail` of 1 to the click of a link that Enter follows.)
///
/// `track_screen` tracks the signals that bring another screen, or an error message, which moves the content below it.
pub(super) fn drop_stray_clicks(track_screen: impl Fn() + Copy + 'static) -> Setup {
    Rc::new(move |element| {
        let changed_at = Rc::new(Cell::new(0.0));
        let listener = listener(Rc::clone(&changed_at)).into_js_value();
        for name in EVENTS {
            // The listeners end with the element.
            _ = element.add_event_listener_with_callback_and_bool(name, listener.unchecked_ref(), true);
        }
        after_rendering(Box::new(move || {
            track_screen();
            changed_at.set(now());
        }));
    })
}

/// Listens to presses and clicks of screens that appear at `changed_at`.
fn listener(changed_at: Rc<Cell<f64>>) -> Closure<dyn Fn(Event)> {
    // When the pointer of the next click went down.
    let pressed_at = Cell::new(None);
    Closure::new(move |event: Event| match &*event.type_() {
        "pointerdown" => pressed_at.set(Some(event.time_stamp())),
        "click" => {
            let is_second = event.unchecked_ref::<UiEvent>().detail() > 1;
            // A press that is held while the screen changes was meant for the old screen.
            let is_early =
                pressed_at.take().is_some_and(|pressed_at| pressed_at < changed_at.get() + FIRST_MOMENT);
            if is_second || is_early {
                event.prevent_default();
                event.stop_immediate_propagation();
            }
        }
        _ => pressed_at.set(None),
    })
}
