//! How much room the browser gives this page, and which rules of a browser hold for pages opened from disk.

use super::{dom, location};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

/// Room used and allowed, bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Used by this page (on disk: by all local pages that share its store).
    pub used: f64,
    /// Allowed, as the browser guesses.
    pub quota: f64,
}

/// Asks the browser for the room; `None` where it does not say.
pub async fn room() -> Option<Room> {
    let storage = dom::window()?.navigator().storage();
    // Absent in insecure contexts of some browsers, whatever the type says.
    if storage.is_undefined() {
        return None;
    }
    let answer = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = answer.unchecked_into();
    Some(Room {
        used: estimate.get_usage()?,
        quota: estimate.get_quota()?,
    })
}

/// What a page opened from disk has to know of its browser's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskStore {
    /// The page comes from a host.
    Hosted,
    /// One store for each place of the file.
    PerFile,
    /// One store for all local files.
    Shared,
}

/// Where the page runs and how the browser keeps what it stores there.
pub fn disk_store() -> DiskStore {
    if !location::is_file() {
        return DiskStore::Hosted;
    }
    let agent = dom::window()
        .and_then(|w| w.navigator().user_agent().ok())
        .unwrap_or_default();
    if agent.contains("Firefox/") {
        DiskStore::PerFile
    } else {
        DiskStore::Shared
    }
}
