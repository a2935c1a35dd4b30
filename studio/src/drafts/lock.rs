//! One tab at a time works on a draft: it holds a Web Lock, which the browser releases when the tab closes or crashes.
//! <https://www.w3.org/TR/web-locks/>

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // `web-sys` has it only behind a flag of the compiler.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request(
        name: &str,
        options: &Object,
        callback: &Closure<dyn FnMut(JsValue) -> Promise>,
    ) -> Result<Promise, JsValue>;
}

/// A lock that is held until it is dropped.
pub(crate) struct Lock {
    release: js_sys::Function,
}

impl Drop for Lock {
    fn drop(&mut self) {
        _ = self.release.call0(&JsValue::NULL);
    }
}

/// The lock of a draft, if no other tab holds it.
pub(crate) async fn hold_lock(draft: &str) -> Option<Lock> {
    lock(draft, true).await
}

/// The lock of a draft, as soon as no other tab holds it.
pub(crate) async fn wait_for_lock(draft: &str) -> Option<Lock> {
    lock(draft, false).await
}

async fn lock(draft: &str, if_available: bool) -> Option<Lock> {
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &if_available.into()).ok()?;
    // The lock is held until the promise of the callback is settled.
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let release = release?;
    let name = format!("which-cause-studio-draft-{draft}");
    let granted = Promise::new(&mut |resolve, _| {
        let held = held.clone();
        let resolve_lock = resolve.clone();
        let callback = Closure::once(move |lock: JsValue| {
            _ = resolve_lock.call1(&JsValue::NULL, &lock);
            held
        });
        // A browser without locks, or a page that may not use them: every tab may work on the draft.
        if request(&name, &options, &callback).is_err() {
            _ = resolve.call1(&JsValue::NULL, &JsValue::TRUE);
        }
        callback.forget();
    });
    let lock = JsFuture::from(granted).await.ok()?;
    (!lock.is_null()).then_some(Lock { release })
}
