//! Files of the author's device: chosen or dropped, saved to where they were opened, or as a download.

mod dropped;
mod handle;
mod picker;

pub(crate) use dropped::dropped_files;
pub(crate) use handle::{Content, HandleError, Target, Targets};
pub(crate) use picker::{can_save, pick_file_to_save, pick_files, pick_folder};

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, Url};
use which_cause_quiz::decode;

use crate::opening::{FileToOpen, Source};

/// The most bytes of a file that is read. An H5P package with videos can be large; a quiz file is far below.
const MAX_BYTES: f64 = 256.0 * 1024.0 * 1024.0;

/// A file that an author chose, and where to save it.
pub(crate) struct ChosenFile {
    pub(crate) name: String,
    /// Its bytes, or why it cannot be read.
    pub(crate) bytes: Result<Vec<u8>, String>,
    /// Where to save it, if the browser lets a page do that.
    pub(crate) target: Option<Target>,
    pub(crate) source: Source,
}

impl ChosenFile {
    /// Reads a file.
    pub(crate) async fn read(file: File) -> Self {
        Self { name: file.name(), bytes: read_bytes(&file).await, target: None, source: Source::Chosen }
    }

    /// The file to open, and where to save it. Or why it cannot be read.
    pub(crate) fn into_parts(self) -> Result<(FileToOpen, Option<Target>), String> {
        let Self { name, bytes, target, source } = self;
        match bytes {
            Ok(bytes) => Ok((FileToOpen { name, bytes, source }, target)),
            Err(reason) => Err(format!("{name}: {reason}")),
        }
    }
}

/// The bytes of a file.
///
/// # Errors
///
/// Returns the reason as a sentence if the file cannot be read or is too large.
pub(crate) async fn read_bytes(file: &File) -> Result<Vec<u8>, String> {
    if file.size() > MAX_BYTES {
        return Err("this file has more than 256 MB, which is too large for a quiz".to_owned());
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| "the file cannot be read; it may have been moved".to_owned())?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The text of a file.
///
/// # Errors
///
/// Returns the reason as a sentence if the file cannot be read, is too large or is not UTF-8.
pub(crate) async fn read_text(file: &File) -> Result<String, String> {
    let buffer =
        JsFuture::from(file.array_buffer()).await.map_err(|_| "the file cannot be read".to_owned())?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    decode(&bytes).map(str::to_owned).map_err(|problem| problem.to_string())
}

/// Saves bytes as a file among the downloads.
pub(crate) fn download(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
