//! Files of the author's device: opened by the picker or dropped, saved as a download.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use which_cause_quiz::decode;

/// The text of a file.
///
/// # Errors
///
/// The file cannot be read, is too large or is not UTF-8; in words.
pub(crate) async fn read_text(file: &File) -> Result<String, String> {
    let buffer =
        JsFuture::from(file.array_buffer()).await.map_err(|_| "the file cannot be read".to_owned())?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    decode(&bytes).map(str::to_owned).map_err(|problem| problem.to_string())
}

/// Saves a text as a file among the downloads.
pub(crate) fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
