//! Copies texts to the clipboard.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies a text. Returns whether the browser has done so.
pub(crate) async fn copy_text(text: &str) -> bool {
    let navigator = window().navigator();
    // A page without HTTPS has no clipboard.
    let has_clipboard = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
    has_clipboard && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Copies the text of a field. Where a page may not use the clipboard, the browser's own command copies it. Returns whether it is copied.
/// If not, the text is selected.
pub(crate) async fn copy_text_of(field: &HtmlTextAreaElement) -> bool {
    if copy_text(&field.value()).await {
        return true;
    }
    _ = field.focus();
    field.select();
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}
