//! Into and out of the page: the files of the widget beside the studio, and the clipboard.

use js_sys::{Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement, Response};

use crate::page::WidgetBuild;

/// The folder of the widget's files beside the studio.
const WIDGET: &str = "widget";

/// The list of the widget's files. `None` if this copy of the studio does not have them.
pub(crate) async fn widget_build() -> Option<WidgetBuild> {
    let list = fetch(&format!("{WIDGET}/files.json")).await.ok()?;
    serde_json::from_slice(&list).ok()
}

/// The content of one of the widget's files.
///
/// # Errors
///
/// The file cannot be fetched; in words.
pub(crate) async fn widget_file(path: &str) -> Result<Vec<u8>, String> {
    fetch(&format!("{WIDGET}/{path}"))
        .await
        .map_err(|reason| format!("{WIDGET}/{path} cannot be fetched ({reason})"))
}

async fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let in_words = |error: JsValue| {
        let message = Reflect::get(&error, &"message".into()).ok().and_then(|it| it.as_string());
        message.unwrap_or_else(|| "no answer".to_owned())
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(in_words)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(response.status().to_string());
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(in_words)?).await.map_err(in_words)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Copies the text of a field, by the clipboard or, where a page may not use it, by the browser's own command. Returns whether it is
/// copied. If not, it is selected.
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
