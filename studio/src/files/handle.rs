//! Files on the device that a page can save to, if its author allows it. <https://fs.spec.whatwg.org/>

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions,
    FileSystemGetFileOptions, FileSystemWritableFileStream,
};

use super::ChosenFile;
use crate::opening::Source;

#[wasm_bindgen]
extern "C" {
    /// The permission of a handle. `web-sys` has it only behind a flag of the compiler.
    type PermissionHandle;
    #[wasm_bindgen(method, structural, js_name = queryPermission, catch)]
    fn query_permission(this: &PermissionHandle, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, structural, js_name = requestPermission, catch)]
    fn request_permission(this: &PermissionHandle, options: &Object) -> Result<Promise, JsValue>;
}

/// Why a file cannot be opened or saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum HandleError {
    /// The author closed the dialog of the browser.
    Canceled,
    /// The author, or the browser, does not allow it.
    Denied,
    /// The file is no longer where it was.
    Missing,
    /// Anything else, in the words of the browser.
    Other(String),
}

impl HandleError {
    pub(super) fn of(error: &JsValue) -> Self {
        let Some(error) = error.dyn_ref::<DomException>() else { return Self::Other(format!("{error:?}")) };
        match error.name().as_str() {
            "AbortError" => Self::Canceled,
            "NotAllowedError" | "SecurityError" => Self::Denied,
            "NotFoundError" => Self::Missing,
            _ => Self::Other(error.message()),
        }
    }
}

/// What to write into a file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Content<'a> {
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// Where a file is saved.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    handle: FileSystemFileHandle,
    /// When the file was changed last, as far as the studio knows. `None` for a file that the studio has not read.
    modified: Option<f64>,
}

impl Target {
    /// A file that the author has just chosen to save to.
    pub(super) async fn chosen(handle: FileSystemFileHandle) -> Self {
        let modified = file_of(&handle).await.ok().map(|file| file.last_modified());
        Self { handle, modified }
    }

    /// A file that the studio has not read. It may have another content.
    pub(super) fn unread(handle: FileSystemFileHandle) -> Self {
        Self { handle, modified: None }
    }

    /// Reads the file of a handle.
    pub(super) async fn read(handle: FileSystemFileHandle) -> ChosenFile {
        match file_of(&handle).await {
            Ok(file) => {
                let target = Self { handle, modified: Some(file.last_modified()) };
                ChosenFile { target: Some(target), ..ChosenFile::read(file).await }
            }
            Err(_) => ChosenFile {
                name: handle.name(),
                bytes: Err("the file cannot be read".to_owned()),
                target: None,
                source: Source::Chosen,
            },
        }
    }

    /// The name of the file on the device.
    pub(crate) fn name(&self) -> String {
        self.handle.name()
    }

    /// Whether another program has changed the file since it was opened or saved here.
    pub(crate) async fn is_changed_elsewhere(&self) -> Result<bool, HandleError> {
        let file = file_of(&self.handle).await?;
        Ok(match self.modified {
            // Whole milliseconds.
            Some(modified) => (file.last_modified() - modified).abs() >= 1.0,
            None => file.size() > 0.0,
        })
    }

    /// Asks the author for the permission to save, unless it was given.
    pub(crate) async fn ask_permission(&self) -> Result<(), HandleError> {
        let options = Object::new();
        _ = Reflect::set(&options, &"mode".into(), &"readwrite".into());
        let handle = self.handle.unchecked_ref::<PermissionHandle>();
        for ask in [PermissionHandle::query_permission, PermissionHandle::request_permission] {
            // A browser without this method asks by itself.
            let Ok(answer) = ask(handle, &options) else { return Ok(()) };
            if JsFuture::from(answer).await.map_err(|error| HandleError::of(&error))? == "granted" {
                return Ok(());
            }
        }
        Err(HandleError::Denied)
    }

    /// Whether the file has exactly these bytes.
    pub(crate) async fn has_bytes(&self, bytes: &[u8]) -> bool {
        let Ok(file) = file_of(&self.handle).await else { return false };
        super::read_bytes(&file).await.is_ok_and(|found| found == bytes)
    }

    /// Saves a text or bytes. The file is replaced when all of it is written, so that a failure leaves the old one.
    pub(crate) async fn write(&mut self, content: Content<'_>) -> Result<(), HandleError> {
        let write = async {
            let stream: FileSystemWritableFileStream =
                JsFuture::from(self.handle.create_writable()).await?.unchecked_into();
            let write = match content {
                Content::Text(text) => stream.write_with_str(text),
                Content::Bytes(bytes) => stream.write_with_js_u8_array(&Uint8Array::from(bytes)),
            };
            let written = JsFuture::from(write?).await;
            if let Err(error) = written {
                _ = JsFuture::from(stream.abort()).await;
                return Err(error);
            }
            JsFuture::from(stream.close()).await
        };
        write.await.map_err(|error| HandleError::of(&error))?;
        self.modified = file_of(&self.handle).await.ok().map(|file| file.last_modified());
        Ok(())
    }
}

/// The handle of a file in a folder, by its path with `/`. With `create`, what is not there is made.
pub(super) async fn file_in(
    folder: &FileSystemDirectoryHandle,
    path: &str,
    create: bool,
) -> Result<FileSystemFileHandle, HandleError> {
    let find = async {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mut folder = folder.clone();
        for name in folders.split('/').filter(|name| !name.is_empty()) {
            let options = FileSystemGetDirectoryOptions::new();
            options.set_create(create);
            let inner = folder.get_directory_handle_with_options(name, &options);
            folder = JsFuture::from(inner).await?.unchecked_into();
        }
        let options = FileSystemGetFileOptions::new();
        options.set_create(create);
        JsFuture::from(folder.get_file_handle_with_options(name, &options)).await
    };
    find.await.map(JsCast::unchecked_into).map_err(|error| HandleError::of(&error))
}

async fn file_of(handle: &FileSystemFileHandle) -> Result<File, HandleError> {
    let file = JsFuture::from(handle.get_file()).await.map_err(|error| HandleError::of(&error))?;
    Ok(file.unchecked_into())
}

/// Where the files of a draft are saved, by their names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Targets(Vec<(String, Target)>);

impl Targets {
    pub(crate) fn get(&self, name: &str) -> Option<&Target> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, target)| target)
    }

    pub(crate) fn set(&mut self, name: &str, target: Target) {
        self.remove(name);
        self.0.push((name.to_owned(), target));
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// Those of the files with these names.
    pub(crate) fn only(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(name, _)| names.contains(&name.as_str())).cloned().collect())
    }

    /// Adds others.
    pub(crate) fn extend(&mut self, others: Self) {
        others.0.into_iter().for_each(|(name, target)| self.set(&name, target));
    }

    /// A value that a browser can keep, with the handles themselves.
    pub(crate) fn to_js(&self) -> JsValue {
        let entry = |(name, target): &(String, Target)| {
            let modified = target.modified.map_or(JsValue::NULL, JsValue::from);
            Array::of3(&name.into(), &target.handle, &modified)
        };
        self.0.iter().map(entry).collect::<Array>().into()
    }

    /// The targets that a browser kept.
    pub(crate) fn from_js(value: &JsValue) -> Self {
        let entry = |entry: JsValue| {
            let entry: Array = entry.dyn_into().ok()?;
            let handle: FileSystemFileHandle = entry.get(1).dyn_into().ok()?;
            Some((entry.get(0).as_string()?, Target { handle, modified: entry.get(2).as_f64() }))
        };
        let entries = value.dyn_ref::<Array>().map(|entries| entries.iter().filter_map(entry).collect());
        Self(entries.unwrap_or_default())
    }
}
