//! Drafts in the browser's `IndexedDB`.

use idb::{Database, Error, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::Draft;

const DATABASE: &str = "which-cause-studio";
const DRAFTS: &str = "drafts";
const VERSION: u32 = 1;

/// The browser does not keep drafts: storage is off or full. The text says what the browser says.
#[derive(Debug, Clone)]
pub(crate) struct StoreError(pub(crate) String);

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        Self(error.to_string())
    }
}

/// All drafts, the one that was changed last first.
pub(crate) async fn all() -> Result<Vec<Draft>, StoreError> {
    let (transaction, drafts) = open(TransactionMode::ReadOnly).await?;
    let values = drafts.get_all(None, None)?.await?;
    transaction.await?;
    let mut drafts: Vec<Draft> = values.iter().filter_map(parse).collect();
    drafts.sort_by(|a, b| b.changed_at.total_cmp(&a.changed_at));
    Ok(drafts)
}

/// The draft with an id, if there is one.
pub(crate) async fn load(id: &str) -> Result<Option<Draft>, StoreError> {
    let (transaction, drafts) = open(TransactionMode::ReadOnly).await?;
    let value = drafts.get(JsValue::from(id))?.await?;
    transaction.await?;
    Ok(value.as_ref().and_then(parse))
}

/// Keeps a draft in place of the one with the same id.
pub(crate) async fn save(draft: &Draft) -> Result<(), StoreError> {
    let (transaction, drafts) = open(TransactionMode::ReadWrite).await?;
    let text = serde_json::to_string(draft).expect("a draft has only texts and a number");
    drafts.put(&JsValue::from(text), Some(&JsValue::from(&draft.id)))?.await?;
    transaction.await?;
    Ok(())
}

/// Deletes the draft with an id.
pub(crate) async fn delete(id: &str) -> Result<(), StoreError> {
    let (transaction, drafts) = open(TransactionMode::ReadWrite).await?;
    drafts.delete(JsValue::from(id))?.await?;
    transaction.await?;
    Ok(())
}

async fn open(mode: TransactionMode) -> Result<(Transaction, ObjectStore), StoreError> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // A failure here ends the request with an error.
        if let Ok(database) = idb::DatabaseEvent::database(&event) {
            _ = database.create_object_store(DRAFTS, ObjectStoreParams::new());
        }
    });
    let database: Database = request.await?;
    let transaction = database.transaction(&[DRAFTS], mode)?;
    let drafts = transaction.object_store(DRAFTS)?;
    // The browser closes it when the transaction has ended.
    database.close();
    Ok((transaction, drafts))
}

fn parse(value: &JsValue) -> Option<Draft> {
    serde_json::from_str(&value.as_string()?).ok()
}
