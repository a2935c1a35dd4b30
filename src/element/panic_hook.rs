//! Tells JavaScript about a panic. A module that has panicked is not called again: JavaScript drops its widgets.

use std::cell::OnceCell;
use std::panic;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static LISTENER: OnceCell<Function> = const { OnceCell::new() };
}

/// Calls `listener` with the message of every panic from now on. The first listener stays.
pub(super) fn set(listener: Function) {
    LISTENER.with(|cell| {
        if cell.set(listener).is_ok() {
            panic::set_hook(Box::new(|panic| {
                let message = JsValue::from(panic.to_string());
                // A listener that throws changes nothing: the module is lost already.
                LISTENER.with(|cell| cell.get().map(|listener| listener.call1(&JsValue::NULL, &message)));
            }));
        }
    });
}

/// Panics where the element's `debug-panic` names this moment: `print`, or the number of a step. Debug builds only.
#[cfg(debug_assertions)]
pub(super) fn panic_if_asked(bridge: &super::host_bridge::HostBridge, moment: &str) {
    let asked = bridge.get("debug-panic").unwrap_or_default();
    assert!(asked != moment, "asked for by `debug-panic`");
}
