//! One tab at a time works on a draft: it holds a Web Lock, which the browser releases when the tab closes or crashes.
//! <https://www.w3.org/TR/web-locks/>
//!
//! Another tab can ask it to release the lock. It does so when all its changes are kept.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel on which tabs ask for a draft, by its id.
const CHANNEL: &str = "which-cause-studio";

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

/// Asks the tab that works on a draft to release it.
pub(crate) fn ask_to_release(draft: &str) {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        _ = channel.post_message(&draft.into());
        channel.close();
    }
}

/// A listener for other tabs that ask for a draft. It ends when it is dropped.
pub(crate) struct ReleaseListener {
    channel: BroadcastChannel,
    _callback: Closure<dyn FnMut(MessageEvent)>,
}

impl ReleaseListener {
    /// Listens for the draft with an id. `None` in a browser without channels.
    pub(crate) fn new(draft: String, mut on_request: impl FnMut() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let callback = Closure::new(move |event: MessageEvent| {
            if event.data().as_string().as_ref() == Some(&draft) {
                on_request();
            }
        });
        channel.set_onmessage(Some(callback.as_ref().unchecked_ref()));
        Some(Self { channel, _callback: callback })
    }
}

impl Drop for ReleaseListener {
    fn drop(&mut self) {
        self.channel.close();
    }
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
