//! The browser's dialogs for files that a page can save to. <https://wicg.github.io/file-system-access/>

use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FileSystemDirectoryHandle, FileSystemFileHandle};

use super::ChosenFile;
use super::handle::{HandleError, Target, Targets, file_in};
use crate::photos::path_of;

#[wasm_bindgen]
extern "C" {
    // `web-sys` has them only behind a flag of the compiler.
    #[wasm_bindgen(js_namespace = window, js_name = showOpenFilePicker, catch)]
    fn show_open_file_picker(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = window, js_name = showSaveFilePicker, catch)]
    fn show_save_file_picker(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = window, js_name = showDirectoryPicker, catch)]
    fn show_directory_picker(options: &Object) -> Result<Promise, JsValue>;
}

/// The name by which the browser remembers the folder that its dialogs begin in.
const DIALOG: &str = "which-cause-quiz";

/// Whether this browser lets a page save to files of the device.
pub(crate) fn can_save() -> bool {
    let has = |name: &str| Reflect::get(&window(), &name.into()).is_ok_and(|it| it.is_function());
    has("showOpenFilePicker") && has("showSaveFilePicker")
}

/// Lets the author choose files to open.
pub(crate) async fn pick_files() -> Result<Vec<ChosenFile>, HandleError> {
    let options = options(&[("multiple", JsValue::TRUE)]);
    let handles: Array = result_of(show_open_file_picker(&options)).await?.unchecked_into();
    let mut files = Vec::new();
    for handle in handles.iter() {
        files.push(Target::read(handle.unchecked_into()).await);
    }
    Ok(files)
}

/// Lets the author choose where to save a file.
pub(crate) async fn pick_file_to_save(name: &str) -> Result<Target, HandleError> {
    let accept = Object::new();
    _ = Reflect::set(&accept, &"application/json".into(), &Array::of1(&".json".into()));
    let kind = Object::new();
    _ = Reflect::set(&kind, &"description".into(), &"Quiz file".into());
    _ = Reflect::set(&kind, &"accept".into(), &accept);
    let options = options(&[("suggestedName", name.into()), ("types", Array::of1(&kind).into())]);
    let handle: FileSystemFileHandle = result_of(show_save_file_picker(&options)).await?.unchecked_into();
    Ok(Target::chosen(handle).await)
}

/// Lets the author choose a folder for files with these names.
pub(crate) async fn pick_folder(names: &[String]) -> Result<Targets, HandleError> {
    let options = options(&[("mode", "readwrite".into())]);
    let folder: FileSystemDirectoryHandle =
        result_of(show_directory_picker(&options)).await?.unchecked_into();
    let mut targets = Targets::default();
    for name in names {
        // The address of a photo can have a folder.
        let path = path_of(name).unwrap_or(name);
        targets.set(name, Target::unread(file_in(&folder, path, true).await?));
    }
    Ok(targets)
}

fn options(entries: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    _ = Reflect::set(&options, &"id".into(), &DIALOG.into());
    for (key, value) in entries {
        _ = Reflect::set(&options, &(*key).into(), value);
    }
    options
}

async fn result_of(promise: Result<Promise, JsValue>) -> Result<JsValue, HandleError> {
    let result = match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    result.map_err(|error| HandleError::of(&error))
}
