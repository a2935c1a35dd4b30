//! The files of the widget, which are beside the studio.

use js_sys::{Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::page::WidgetBuild;

/// The folder of the widget's files, beside the studio's page.
const FOLDER: &str = "widget";

/// The list of the widget's files. `None` if this copy of the studio does not have them.
pub(crate) async fn widget_build() -> Option<WidgetBuild> {
    let list = fetch(&format!("{FOLDER}/files.json")).await.ok()?;
    serde_json::from_slice(&list).ok()
}

/// The content of one of the widget's files.
///
/// # Errors
///
/// Returns the reason as a sentence if the file cannot be fetched.
pub(crate) async fn widget_file(path: &str) -> Result<Vec<u8>, String> {
    fetch(&format!("{FOLDER}/{path}"))
        .await
        .map_err(|reason| format!("{FOLDER}/{path} cannot be fetched ({reason})"))
}

/// The text of the widget's file with a name, in any folder. `None` if it cannot be fetched.
pub(crate) async fn text_of_widget_file(name: &str) -> Option<String> {
    let files = widget_build().await?.files;
    let path = files.iter().find(|path| path.rsplit('/').next() == Some(name))?;
    String::from_utf8(widget_file(path).await.ok()?).ok()
}

async fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let error_text = |error: JsValue| {
        let message = Reflect::get(&error, &"message".into()).ok().and_then(|it| it.as_string());
        message.unwrap_or_else(|| "no answer".to_owned())
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(error_text)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(response.status().to_string());
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(error_text)?).await.map_err(error_text)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
