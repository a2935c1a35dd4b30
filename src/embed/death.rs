//! What happens when the module panics: whoever stands between it and the elements is told, so that they can drop what
//! died with it.

use std::cell::OnceCell;
use std::panic;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static DIED: OnceCell<Function> = const { OnceCell::new() };
}

/// From now on, calls `died` with the message of a panic.
pub(super) fn tell(died: Function) {
    DIED.with(|it| {
        if it.set(died).is_ok() {
            panic::set_hook(Box::new(|panic| {
                let message = JsValue::from(panic.to_string());
                // Whatever is wrong with the listener, there is nobody left to tell.
                DIED.with(|it| it.get().map(|died| died.call1(&JsValue::NULL, &message)));
            }));
        }
    });
}

/// Panics where the element asks for it: in a press with `debug-panic="print"`, outside of one with the number of a
/// step. Only builds for debugging have this.
#[cfg(debug_assertions)]
pub(super) fn if_asked(options: &super::options::Options, told: crate::view::Told) {
    let asked = options.get("debug-panic").unwrap_or_default();
    let here = match told {
        crate::view::Told::Print => "print".to_owned(),
        crate::view::Told::Stepped(step, _) => step.to_string(),
        _ => return,
    };
    assert!(asked != here, "asked for by `debug-panic`");
}
