//! Files and folders that an author drops on the page.

use std::future::Future;
use std::pin::Pin;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryHandle, FileSystemEntry,
    FileSystemFileEntry, FileSystemFlags, FileSystemHandle, FileSystemHandleKind,
};

use super::ChosenFile;
use super::handle::{Target, file_in};
use crate::opening::{Source, photo_paths};

/// The most files of a dropped folder that are read. A folder of an author has far fewer.
const MAX_FILES: usize = 200;

#[wasm_bindgen]
extern "C" {
    type HandleItem;
    // `web-sys` has it only behind a flag of the compiler.
    #[wasm_bindgen(method, structural, js_name = getAsFileSystemHandle, catch)]
    fn get_as_file_system_handle(this: &HandleItem) -> Result<Promise, JsValue>;
}

/// What was dropped: the browser lets it go when the event ends, so it is taken before.
enum Item {
    /// A promise of a handle, with which the file can be saved, and the file alone in case there is none.
    Handle(Promise, Option<File>),
    Entry(FileSystemEntry),
    File(File),
}

/// The dropped files, and those in dropped folders. It must be called in the event itself.
pub(crate) fn dropped_files(data: &DataTransfer) -> impl Future<Output = Vec<ChosenFile>> + use<> {
    let items = data.items();
    let items: Vec<Item> = (0..items.length())
        .filter_map(|index| {
            let item = items.get(index)?;
            if item.kind() != "file" {
                return None;
            }
            if let Ok(handle) = item.unchecked_ref::<HandleItem>().get_as_file_system_handle() {
                return Some(Item::Handle(handle, item.get_as_file().ok().flatten()));
            }
            let entry = item.webkit_get_as_entry().ok().flatten().map(Item::Entry);
            entry.or_else(|| item.get_as_file().ok().flatten().map(Item::File))
        })
        .collect();
    async move {
        let mut files = Vec::new();
        for (number, item) in items.into_iter().enumerate() {
            match item {
                Item::Handle(handle, file) => match (JsFuture::from(handle).await, file) {
                    (Ok(handle), _) if handle.is_object() => {
                        read_handle(handle.unchecked_into(), number, &mut files).await;
                    }
                    (_, Some(file)) => files.push(ChosenFile::read(file).await),
                    _ => {}
                },
                Item::Entry(entry) => read_entry(entry, number, &mut files).await,
                Item::File(file) => files.push(ChosenFile::read(file).await),
            }
        }
        files
    }
}

/// Whether a file of a folder could be one of a quiz. Photos are read if such a file names them.
fn is_of_a_quiz(name: &str) -> bool {
    !name.starts_with('.') && name.to_ascii_lowercase().ends_with(".json")
}

/// The paths of the photos that some files of a folder name.
fn photos_of(files: &[ChosenFile]) -> Vec<String> {
    let texts = files.iter().filter_map(|file| file.bytes.as_deref().ok());
    let mut paths: Vec<String> = texts.flat_map(photo_paths).collect();
    paths.sort();
    paths.dedup();
    paths.truncate(MAX_FILES);
    paths
}

/// Reads a file, or the files of the folder `number` itself with the photos that they name. Other files in its folders are skipped: they belong
/// to something else.
async fn read_handle(handle: FileSystemHandle, number: usize, files: &mut Vec<ChosenFile>) {
    if handle.kind() == FileSystemHandleKind::File {
        return files.push(Target::read(handle.unchecked_into()).await);
    }
    let folder: FileSystemDirectoryHandle = handle.unchecked_into();
    let first = files.len();
    let values = folder.values();
    while let Ok(next) = values.next() {
        let Ok(step) = JsFuture::from(next).await else { break };
        let Ok(value) = Reflect::get(&step, &"value".into()) else { break };
        if value.is_undefined() || files.len() >= MAX_FILES {
            break;
        }
        let handle: FileSystemHandle = value.unchecked_into();
        if handle.kind() == FileSystemHandleKind::File && is_of_a_quiz(&handle.name()) {
            files.push(Target::read(handle.unchecked_into()).await);
        }
    }
    for path in photos_of(&files[first..]) {
        // One that is not there is named in the draft.
        if let Ok(handle) = file_in(&folder, &path, false).await {
            files.push(ChosenFile { name: path, ..Target::read(handle).await });
        }
    }
    set_folder(&mut files[first..], number);
}

fn set_folder(files: &mut [ChosenFile], number: usize) {
    for file in files {
        file.source = Source::Folder(number);
    }
}

/// The same in browsers that have no handles of dropped files.
async fn read_entry(entry: FileSystemEntry, number: usize, files: &mut Vec<ChosenFile>) {
    if entry.is_file() {
        return read_file_entry(entry, files).await;
    }
    let folder: FileSystemDirectoryEntry = entry.unchecked_into();
    let first = files.len();
    let reader = folder.create_reader();
    // The reader gives some entries each time, and none at the end.
    loop {
        let read = promise(|resolve, reject| {
            _ = reader.read_entries_with_callback_and_callback(resolve, reject);
        });
        let Ok(entries) = read.await else { break };
        let entries: Array = entries.unchecked_into();
        if entries.length() == 0 {
            break;
        }
        for entry in entries.iter() {
            let entry: FileSystemEntry = entry.unchecked_into();
            if files.len() < MAX_FILES && entry.is_file() && is_of_a_quiz(&entry.name()) {
                read_file_entry(entry, files).await;
            }
        }
    }
    for path in photos_of(&files[first..]) {
        let options = FileSystemFlags::new();
        let find = promise(|resolve, reject| {
            folder.get_file_with_path_and_options_and_callback_and_callback(
                Some(&path),
                &options,
                resolve,
                reject,
            );
        });
        if let Ok(entry) = find.await {
            let index = files.len();
            read_file_entry(entry.unchecked_into(), files).await;
            if let Some(photo) = files.get_mut(index) {
                photo.name = path;
            }
        }
    }
    set_folder(&mut files[first..], number);
}

async fn read_file_entry(entry: FileSystemEntry, files: &mut Vec<ChosenFile>) {
    let entry: FileSystemFileEntry = entry.unchecked_into();
    let file = promise(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject)).await;
    if let Ok(file) = file {
        files.push(ChosenFile::read(file.unchecked_into()).await);
    }
}

/// A promise for an interface with callbacks.
fn promise(
    mut call: impl FnMut(&js_sys::Function, &js_sys::Function),
) -> Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> {
    let promise = Promise::new(&mut |resolve, reject| call(&resolve, &reject));
    Box::pin(JsFuture::from(promise))
}
