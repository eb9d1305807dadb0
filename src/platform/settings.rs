//! Small choices kept in local storage. Where storage is denied the page works with the defaults.

use super::idb::PlanRecord;
use crate::formats::number::MoneyUnit;
use crate::model::Lang;
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

const PREFIX: &str = "ntm-planner.";

/// Name of what a page leaves behind when it goes.
const PARTING: &str = "parting";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// What a person looked at in one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanView {
    /// Id of the scenario shown; empty: the first.
    #[serde(rename = "shown")]
    pub scenario: String,
    /// Scenario compared with.
    pub base: String,
    /// Scenarios ticked for the comparison.
    #[serde(rename = "compared")]
    pub comparison: Vec<String>,
}

/// A choice with the name it is kept under.
pub trait Setting: Serialize + DeserializeOwned + Default {
    /// Name in storage.
    const KEY: &'static str;
}

impl Setting for Lang {
    const KEY: &'static str = "lang";
}

impl Setting for Theme {
    const KEY: &'static str = "theme";
}

impl Setting for MoneyUnit {
    const KEY: &'static str = "money-unit";
}

/// Id of the plan opened last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LastPlan(pub String);

impl Setting for LastPlan {
    const KEY: &'static str = "last-plan";
}

/// Sample, or empty plan, that is open and not yet edited: it is not kept, so its name is. Empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LastSample(pub String);

impl Setting for LastSample {
    const KEY: &'static str = "last-sample";
}

/// Whether the tour was dismissed for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TourDismissed(pub bool);

impl Setting for TourDismissed {
    const KEY: &'static str = "tour-dismissed";
}

/// Reads a choice; the default if there is none or it cannot be read.
pub fn read<S: Setting>() -> S {
    read_key(S::KEY)
}

/// Keeps a choice; false if storage refuses.
pub fn write<S: Setting>(value: &S) -> bool {
    write_key(S::KEY, value)
}

/// What was looked at in a plan.
pub fn read_view(plan: &str) -> PlanView {
    read_key(&format!("view.{plan}"))
}

/// Keeps what is looked at in a plan; false if storage refuses.
pub fn write_view(plan: &str, view: &PlanView) -> bool {
    write_key(&format!("view.{plan}"), view)
}

/// Forgets what was looked at in a plan.
pub fn forget_view(plan: &str) {
    if storage_allowed() {
        LocalStorage::delete(format!("{PREFIX}view.{plan}"));
    }
}

/// Keeps a record of a page that is about to go: unlike the store, this is written before the call returns. False if
/// it does not fit or storage refuses.
pub fn write_parting(record: &PlanRecord) -> bool {
    write_key(PARTING, &Some(record))
}

/// The record a page left behind when it went.
pub fn read_parting() -> Option<PlanRecord> {
    read_key(PARTING)
}

/// Forgets what a page left behind.
pub fn forget_parting() {
    if storage_allowed() {
        LocalStorage::delete(format!("{PREFIX}{PARTING}"));
    }
}

fn read_key<T: DeserializeOwned + Default>(key: &str) -> T {
    if !storage_allowed() {
        return T::default();
    }
    LocalStorage::get(format!("{PREFIX}{key}")).unwrap_or_default()
}

fn write_key<T: Serialize>(key: &str, value: &T) -> bool {
    storage_allowed() && LocalStorage::set(format!("{PREFIX}{key}"), value).is_ok()
}

/// Reading `localStorage` throws where storage is denied, and the storage crate would take that as fatal.
fn storage_allowed() -> bool {
    super::dom::window().is_some_and(|w| matches!(w.local_storage(), Ok(Some(_))))
}
