//! Plans kept in IndexedDB: one record for each plan, and a place where unreadable records are set aside.
//!
//! Nothing is ever deleted here but on a person's word ([`Store::delete`]). A record that cannot be read moves to the
//! quarantine in one transaction, as it is.

use crate::model::Text;
use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Factory, KeyPath, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
    TransactionResult,
};
use js_sys::Reflect;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// Name of the database. On disk some browsers keep one store for all local pages, so it names this program.
pub const DATABASE: &str = "ntm-planner";

/// Version of the database's layout. 1: `plans`; 2: `quarantine` beside it.
pub const VERSION: u32 = 2;

const PLANS: &str = "plans";
const QUARANTINE: &str = "quarantine";

/// Why storage failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no storage, or it is denied.
    Unavailable,
    /// A newer version of the program has changed the layout.
    Newer,
    /// The disk or the browser's allowance is full.
    Quota,
    /// The browser or another tab closed the store.
    Closed,
    /// The record was changed by somebody else since it was read.
    Conflict,
    /// What was read back is not what was written.
    Mismatch,
    /// Anything else, by the browser's own name of it.
    Other(String),
}

impl StoreError {
    /// Stable code of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::Unavailable => "unavailable",
            StoreError::Newer => "newer",
            StoreError::Quota => "quota",
            StoreError::Closed => "closed",
            StoreError::Conflict => "conflict",
            StoreError::Mismatch => "mismatch",
            StoreError::Other(_) => "other",
        }
    }

    fn by_name(name: String) -> Self {
        match name.as_str() {
            "QuotaExceededError" => StoreError::Quota,
            "VersionError" => StoreError::Newer,
            "SecurityError" | "NotAllowedError" => StoreError::Unavailable,
            "InvalidStateError" | "AbortError" => StoreError::Closed,
            _ => StoreError::Other(name),
        }
    }
}

impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> Self {
        use idb::Error as E;
        let value: JsValue = match error {
            E::IndexedDbNotFound(_) => return StoreError::Unavailable,
            E::DomException(exception) => exception.into(),
            E::AddFailed(value)
            | E::DeleteFailed(value)
            | E::GetAllFailed(value)
            | E::GetFailed(value)
            | E::IndexedDbOpenFailed(value)
            | E::UpdateFailed(value)
            | E::TransactionOpenFailed(value)
            | E::TransactionCommitError(value)
            | E::ObjectStoreNotFound(value) => value,
            other => return StoreError::Other(other.to_string()),
        };
        StoreError::by_name(text_of(&value, "name"))
    }
}

/// What happens to an open store from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreEvent {
    /// Opening waits for a tab that holds an older layout.
    Blocked,
    /// A tab of a newer version asked for the store: it was given up.
    GivenUp,
}

/// A kept plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanRecord {
    /// Id of the plan; key of the record.
    pub id: String,
    /// The plan file.
    pub json: String,
    /// Name, so that lists need not read the file.
    pub name: Text,
    /// Last change, milliseconds since 1970.
    pub updated: f64,
    /// Grows by one with each write.
    pub revision: f64,
}

/// A record that could not be read, kept as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// Key in the quarantine.
    pub key: f64,
    /// When it was set aside, milliseconds since 1970.
    pub at: f64,
    /// Why, in the words of the reader.
    pub reason: String,
    /// Name, as far as it can be read.
    pub name: String,
    /// The text in it; the whole record as JSON if it holds no text.
    pub text: String,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredPlans {
    /// Records that look like plans.
    pub plans: Vec<PlanRecord>,
    /// Keys of records that do not.
    pub broken: Vec<String>,
    /// Records set aside earlier.
    pub set_aside: Vec<SetAside>,
}

/// An open store.
#[derive(Debug)]
pub struct Store {
    database: Database,
}

impl Drop for Store {
    fn drop(&mut self) {
        self.database.close();
    }
}

impl Store {
    /// Opens the store of a name ([`DATABASE`] but in tests), making or upgrading it first. `on_event` is told when
    /// opening has to wait, and when the store is given up later.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Newer`] mostly.
    pub async fn open(name: &str, on_event: impl Fn(StoreEvent) + Clone + 'static) -> Result<Self, StoreError> {
        let mut request = Factory::new()?.open(name, Some(VERSION))?;
        let waiting = on_event.clone();
        request.on_blocked(move |_| waiting(StoreEvent::Blocked));
        request.on_upgrade_needed(|event| {
            // A failure leaves a store missing; the abort that follows is the error of the request.
            let _ = upgrade(&event);
        });
        let mut database = request.await?;
        database.on_version_change(move |event| {
            if let Ok(database) = DatabaseEvent::database(&event) {
                database.close();
            }
            on_event(StoreEvent::GivenUp);
        });
        Ok(Self { database })
    }

    /// Everything that is kept.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn list(&self) -> Result<StoredPlans, StoreError> {
        let transaction = self.begin(TransactionMode::ReadOnly)?;
        let plans = transaction.object_store(PLANS)?;
        let raw = plans.get_all(None, None)?.await?;
        let aside = transaction.object_store(QUARANTINE)?.get_all(None, None)?.await?;
        let mut stored = StoredPlans::default();
        for value in raw {
            match serde_wasm_bindgen::from_value::<PlanRecord>(value.clone()) {
                Ok(record) => stored.plans.push(record),
                Err(_) => stored.broken.push(text_of(&value, "id")),
            }
        }
        stored.set_aside = aside.iter().map(set_aside_of).collect();
        Ok(stored)
    }

    /// The record of a plan.
    ///
    /// # Errors
    /// [`StoreError::Mismatch`] if there is something else under that id.
    pub async fn get(&self, id: &str) -> Result<Option<PlanRecord>, StoreError> {
        let transaction = self.begin(TransactionMode::ReadOnly)?;
        read(&transaction.object_store(PLANS)?, id).await
    }

    /// Writes a record and reads it back. With `look_first`, `revision` of the record must be more than what is kept:
    /// otherwise somebody else has written since. Without it the write is asked for at once, for the last moment
    /// before the page goes.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] and [`StoreError::Quota`] leave what was kept before; [`StoreError::Mismatch`] says that
    /// what is there now is not what was written.
    pub async fn save(&self, record: &PlanRecord, look_first: bool) -> Result<(), StoreError> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let plans = transaction.object_store(PLANS)?;
        if look_first
            && let Some(before) = plans.get(JsValue::from_str(&record.id))?.await?
            && serde_wasm_bindgen::from_value::<PlanRecord>(before).is_ok_and(|b| b.revision >= record.revision)
        {
            return Err(StoreError::Conflict);
        }
        let value = serde_wasm_bindgen::to_value(record).map_err(|e| StoreError::Other(e.to_string()))?;
        let write = plans.put(&value, None)?;
        let handle = plans.transaction();
        // Committed at once: a page that goes does not live to hear that the write was done.
        let done = transaction.commit()?.into_future();
        let write_result = write.await;
        let result = done.await;
        write_result?;
        check_commit(result?, &handle)?;
        match self.get(&record.id).await? {
            // A later write of the same plan is as good.
            Some(back) if back == *record || back.revision > record.revision => Ok(()),
            _ => Err(StoreError::Mismatch),
        }
    }

    /// Deletes the record of a plan.
    ///
    /// # Errors
    /// If the store refuses; the record is then still there.
    pub async fn delete(&self, id: &str) -> Result<(), StoreError> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        transaction.object_store(PLANS)?.delete(JsValue::from_str(id))?.await?;
        finish(transaction).await
    }

    /// Moves a record that cannot be read into the quarantine, as it is, in one transaction.
    ///
    /// # Errors
    /// If the store refuses; the record is then where it was.
    pub async fn set_aside(&self, id: &str, reason: &str, at: f64) -> Result<(), StoreError> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let plans = transaction.object_store(PLANS)?;
        let Some(record) = plans.get(JsValue::from_str(id))?.await? else {
            return Ok(());
        };
        let stored = js_sys::Object::new();
        for (key, value) in [("at", at.into()), ("reason", reason.into()), ("record", record)] {
            let _ = Reflect::set(&stored, &key.into(), &value);
        }
        transaction.object_store(QUARANTINE)?.add(&stored, None)?.await?;
        plans.delete(JsValue::from_str(id))?.await?;
        finish(transaction).await
    }

    fn begin(&self, mode: TransactionMode) -> Result<Transaction, StoreError> {
        Ok(self.database.transaction(&[PLANS, QUARANTINE], mode)?)
    }
}

async fn read(plans: &ObjectStore, id: &str) -> Result<Option<PlanRecord>, StoreError> {
    match plans.get(JsValue::from_str(id))?.await? {
        None => Ok(None),
        Some(value) => serde_wasm_bindgen::from_value(value)
            .map(Some)
            .map_err(|_| StoreError::Mismatch),
    }
}

/// Waits until a transaction is on disk: only then was anything written.
async fn finish(transaction: Transaction) -> Result<(), StoreError> {
    // Waiting uses the transaction up; the reason of an abort is asked of this second handle.
    let handle = transaction.object_store(PLANS)?.transaction();
    check_commit(transaction.await?, &handle)
}

fn check_commit(result: TransactionResult, handle: &Transaction) -> Result<(), StoreError> {
    if result.is_committed() {
        return Ok(());
    }
    Err(handle.error().map_or(StoreError::Closed, |error| {
        StoreError::by_name(text_of(&error.into(), "name"))
    }))
}

/// Makes what the layout of [`VERSION`] has and an older one lacks.
fn upgrade(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    let have = database.store_names();
    if !have.iter().any(|n| n == PLANS) {
        let mut by_id = ObjectStoreParams::new();
        by_id.key_path(Some(KeyPath::new_single("id")));
        database.create_object_store(PLANS, by_id)?;
    }
    if !have.iter().any(|n| n == QUARANTINE) {
        let mut by_number = ObjectStoreParams::new();
        by_number.auto_increment(true);
        by_number.key_path(Some(KeyPath::new_single("key")));
        database.create_object_store(QUARANTINE, by_number)?;
    }
    Ok(())
}

fn set_aside_of(value: &JsValue) -> SetAside {
    let number = |key: &str| {
        Reflect::get(value, &key.into())
            .ok()
            .and_then(|v| v.as_f64())
            .unwrap_or_default()
    };
    let record = Reflect::get(value, &"record".into()).unwrap_or(JsValue::UNDEFINED);
    let name = Reflect::get(&record, &"name".into()).unwrap_or(JsValue::UNDEFINED);
    let text = text_of(&record, "json");
    SetAside {
        key: number("key"),
        at: number("at"),
        reason: text_of(value, "reason"),
        name: serde_wasm_bindgen::from_value::<Text>(name)
            .map(|t| t.vi)
            .unwrap_or_default(),
        text: if text.is_empty() { as_json(&record) } else { text },
    }
}

/// A property that is text, or nothing.
fn text_of(value: &JsValue, key: &str) -> String {
    Reflect::get(value, &key.into())
        .ok()
        .and_then(|v| v.as_string())
        .unwrap_or_default()
}

fn as_json(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).map(String::from).unwrap_or_default()
}
