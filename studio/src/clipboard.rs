//! Copies texts to the clipboard.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies the text of a field. Where a page may not use the clipboard, the browser's own command copies it. Returns whether it is copied.
/// If not, the text is selected.
pub(crate) async fn copy_text_of(field: &HtmlTextAreaElement) -> bool {
    let navigator = window().navigator();
    // A page without HTTPS has no clipboard.
    let has_clipboard = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
    if has_clipboard && JsFuture::from(navigator.clipboard().write_text(&field.value())).await.is_ok() {
        return true;
    }
    _ = field.focus();
    field.select();
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}
