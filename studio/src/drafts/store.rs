//! Drafts in the browser's `IndexedDB`. Where the browser does not allow it, or has no room, drafts live in this tab.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use idb::{Database, Error, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Draft;
use crate::files::Targets;
use crate::photos::Photo;

const DATABASE: &str = "which-cause-studio";
const DRAFTS: &str = "drafts";
/// Where the files of each draft are saved.
const TARGETS: &str = "targets";
/// The photos of each draft.
const PHOTOS: &str = "photos";
const VERSION: u32 = 3;

thread_local! {
    /// The drafts that the browser does not keep, each with the reason.
    static IN_TAB: RefCell<BTreeMap<String, (Draft, StoreError)>> = const { RefCell::new(BTreeMap::new()) };
    /// The same for the photos of drafts.
    static PHOTOS_IN_TAB: RefCell<BTreeMap<String, (Vec<Photo>, StoreError)>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// Why the browser does not keep drafts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum StoreError {
    /// There is no room left.
    Full,
    /// Storage is off, as in some private windows.
    Denied,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "the disk is full, or the browser gives this page no more room",
            Self::Denied => {
                "the browser does not let this page keep data, perhaps because the window is private"
            }
        })
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        if error.to_string().contains("Quota") { Self::Full } else { Self::Denied }
    }
}

/// All drafts, the one that was changed last first. The browser's reason, if it keeps none.
pub(crate) async fn all() -> (Vec<Draft>, Option<StoreError>) {
    let (mut drafts, error) = match all_in_browser().await {
        Ok(drafts) => (drafts, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    IN_TAB.with_borrow(|in_tab| {
        drafts.retain(|draft| !in_tab.contains_key(&draft.id));
        drafts.extend(in_tab.values().map(|(draft, _)| draft.clone()));
    });
    drafts.sort_by(|a, b| b.changed_at.total_cmp(&a.changed_at));
    (drafts, error)
}

async fn all_in_browser() -> Result<Vec<Draft>, StoreError> {
    let (transaction, drafts) = open(DRAFTS, TransactionMode::ReadOnly).await?;
    let values = drafts.get_all(None, None)?.await?;
    transaction.await?;
    Ok(values.iter().filter_map(parse).collect())
}

/// The draft with an id, if there is one.
pub(crate) async fn load(id: &str) -> Result<Option<Draft>, StoreError> {
    if let Some(draft) = IN_TAB.with_borrow(|in_tab| in_tab.get(id).map(|(draft, _)| draft.clone())) {
        return Ok(Some(draft));
    }
    let (transaction, drafts) = open(DRAFTS, TransactionMode::ReadOnly).await?;
    let value = drafts.get(JsValue::from(id))?.await?;
    transaction.await?;
    Ok(value.as_ref().and_then(parse))
}

/// Keeps a draft. It replaces the one with the same id. If the browser does not keep it, it is in this tab: [`why_only_in_tab`] says
/// so.
pub(crate) async fn save(draft: &Draft) {
    let saved = save_in_browser(draft).await;
    IN_TAB.with_borrow_mut(|in_tab| match saved {
        Ok(()) => _ = in_tab.remove(&draft.id),
        Err(reason) => _ = in_tab.insert(draft.id.clone(), (draft.clone(), reason)),
    });
    // There may be room for its photos now.
    let waiting = PHOTOS_IN_TAB.with_borrow(|in_tab| in_tab.get(&draft.id).map(|(photos, _)| photos.clone()));
    if let Some(photos) = waiting {
        save_photos(&draft.id, &photos).await;
    }
}

async fn save_in_browser(draft: &Draft) -> Result<(), StoreError> {
    let (transaction, drafts) = open(DRAFTS, TransactionMode::ReadWrite).await?;
    let text = serde_json::to_string(draft).expect("a draft has only texts, numbers and flags");
    drafts.put(&JsValue::from(text), Some(&JsValue::from(&draft.id)))?.await?;
    transaction.await?;
    Ok(())
}

/// Whether closing this tab would lose work: a draft is only here, and not in a file either.
pub(crate) fn is_work_only_in_tab() -> bool {
    let is_unsaved = |photos: &[Photo]| photos.iter().any(|photo| !photo.has_file);
    IN_TAB.with_borrow(|in_tab| in_tab.values().any(|(draft, _)| !draft.is_saved()))
        || PHOTOS_IN_TAB.with_borrow(|in_tab| in_tab.values().any(|(photos, _)| is_unsaved(photos)))
}

/// Why the browser does not keep the latest version of a draft, or all its photos. `None` if it does.
pub(crate) fn why_only_in_tab(id: &str) -> Option<StoreError> {
    let of_draft = IN_TAB.with_borrow(|in_tab| in_tab.get(id).map(|(_, reason)| reason.clone()));
    of_draft.or_else(|| PHOTOS_IN_TAB.with_borrow(|in_tab| in_tab.get(id).map(|(_, reason)| reason.clone())))
}

/// Deletes the draft with an id.
pub(crate) async fn delete(id: &str) -> Result<(), StoreError> {
    PHOTOS_IN_TAB.with_borrow_mut(|in_tab| _ = in_tab.remove(id));
    if IN_TAB.with_borrow_mut(|in_tab| in_tab.remove(id)).is_some() {
        // An older version of it may be in the browser.
        _ = delete_in_browser(id).await;
        return Ok(());
    }
    delete_in_browser(id).await
}

async fn delete_in_browser(id: &str) -> Result<(), StoreError> {
    for store in [DRAFTS, TARGETS, PHOTOS] {
        let (transaction, store) = open(store, TransactionMode::ReadWrite).await?;
        store.delete(JsValue::from(id))?.await?;
        transaction.await?;
    }
    Ok(())
}

/// Where the files of a draft are saved. Empty if the browser did not keep it.
pub(crate) async fn load_targets(id: &str) -> Targets {
    let load = async {
        let (transaction, targets) = open(TARGETS, TransactionMode::ReadOnly).await?;
        let value = targets.get(JsValue::from(id))?.await?;
        transaction.await?;
        Ok::<_, StoreError>(value)
    };
    load.await.ok().flatten().map(|value| Targets::from_js(&value)).unwrap_or_default()
}

/// Keeps where the files of a draft are saved. If the browser does not keep it, the author chooses again.
pub(crate) async fn save_targets(id: &str, targets: &Targets) {
    let save = async {
        let (transaction, store) = open(TARGETS, TransactionMode::ReadWrite).await?;
        store.put(&targets.to_js(), Some(&JsValue::from(id)))?.await?;
        transaction.await?;
        Ok::<_, StoreError>(())
    };
    _ = save.await;
}

/// The photos of a draft. Empty if the browser did not keep them.
pub(crate) async fn load_photos(id: &str) -> Vec<Photo> {
    let in_tab = PHOTOS_IN_TAB.with_borrow(|in_tab| in_tab.get(id).map(|(photos, _)| photos.clone()));
    if let Some(photos) = in_tab {
        return photos;
    }
    let load = async {
        let (transaction, photos) = open(PHOTOS, TransactionMode::ReadOnly).await?;
        let value = photos.get(JsValue::from(id))?.await?;
        transaction.await?;
        Ok::<_, StoreError>(value)
    };
    load.await.ok().flatten().map(|value| photos_from_js(&value)).unwrap_or_default()
}

/// Keeps the photos of a draft. If the browser does not keep them, they are in this tab.
pub(crate) async fn save_photos(id: &str, photos: &[Photo]) {
    let save = async {
        let (transaction, store) = open(PHOTOS, TransactionMode::ReadWrite).await?;
        if photos.is_empty() {
            store.delete(JsValue::from(id))?.await?;
        } else {
            store.put(&photos_to_js(photos), Some(&JsValue::from(id)))?.await?;
        }
        transaction.await?;
        Ok::<_, StoreError>(())
    };
    let saved = save.await;
    PHOTOS_IN_TAB.with_borrow_mut(|in_tab| match saved {
        Err(reason) if !photos.is_empty() => _ = in_tab.insert(id.to_owned(), (photos.to_vec(), reason)),
        _ => _ = in_tab.remove(id),
    });
}

/// A value that a browser can keep.
fn photos_to_js(photos: &[Photo]) -> JsValue {
    let entry = |photo: &Photo| {
        let bytes = Uint8Array::from(&*photo.bytes);
        Array::of3(&JsValue::from(&photo.address), &bytes, &photo.has_file.into())
    };
    photos.iter().map(entry).collect::<Array>().into()
}

/// The photos that a browser kept.
fn photos_from_js(value: &JsValue) -> Vec<Photo> {
    let entry = |entry: JsValue| {
        let entry: Array = entry.dyn_into().ok()?;
        let bytes: Uint8Array = entry.get(1).dyn_into().ok()?;
        let (address, bytes) = (entry.get(0).as_string()?, bytes.to_vec().into());
        Some(Photo { address, bytes, has_file: entry.get(2).is_truthy() })
    };
    let entries = value.dyn_ref::<Array>().map(|entries| entries.iter().filter_map(entry).collect());
    entries.unwrap_or_default()
}

/// Asks the browser not to delete the drafts when the disk gets full. It may say no, and it may ask the author.
pub(crate) async fn ask_to_persist() {
    // In a page without https there is no storage manager.
    let storage = js_sys::Reflect::get(&window().navigator(), &"storage".into());
    if storage.is_ok_and(|it| !it.is_undefined())
        && let Ok(answer) = window().navigator().storage().persist()
    {
        _ = JsFuture::from(answer).await;
    }
}

async fn open(store: &str, mode: TransactionMode) -> Result<(Transaction, ObjectStore), StoreError> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // A failure here ends the request with an error.
        if let Ok(database) = idb::DatabaseEvent::database(&event) {
            let known = database.store_names();
            for store in
                [DRAFTS, TARGETS, PHOTOS].into_iter().filter(|store| !known.iter().any(|it| it == store))
            {
                _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    let database: Database = request.await?;
    let transaction = database.transaction(&[store], mode)?;
    let store = transaction.object_store(store)?;
    // The browser closes it when the transaction has ended.
    database.close();
    Ok((transaction, store))
}

fn parse(value: &JsValue) -> Option<Draft> {
    serde_json::from_str(&value.as_string()?).ok()
}
