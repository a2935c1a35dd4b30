//! Files and texts in and out of the page: the widget's files beside the studio, a ZIP file, the clipboard.

use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, Response, Url};

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

/// Saves bytes as a file among the downloads.
pub(crate) fn download_bytes(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
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
