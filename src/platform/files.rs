//! Files handed to the person and taken from them.

use super::dom::Listener;
use super::{dom, timer};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, FileList, HtmlAnchorElement, Url};

/// How long the browser may take to fetch a handed-out file before its address is revoked, milliseconds.
const KEEP: u32 = 60_000;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than allowed; nothing was read.
    TooLarge {
        /// Size of the file, bytes.
        bytes: u64,
        /// Size up to which files are read, bytes.
        limit: u64,
    },
    /// Not UTF-8 text.
    NotText,
    /// The browser could not read it.
    Unreadable,
}

/// Hands a text to the person as a file; false if the browser refuses.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    try_download(name, mime, text).is_some()
}

fn try_download(name: &str, mime: &str, text: &str) -> Option<()> {
    hand_over(name, &text_blob(mime, text)?)
}

/// A text as a blob.
pub(super) fn text_blob(mime: &str, text: &str) -> Option<Blob> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let properties = BlobPropertyBag::new();
    properties.set_type(mime);
    Blob::new_with_str_sequence_and_options(&parts, &properties).ok()
}

/// Hands a blob to the person as a file.
pub(super) fn hand_over(name: &str, blob: &Blob) -> Option<()> {
    let document = dom::document()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    // Some browsers only follow links that are in the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    timer::detached(KEEP, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// Reads a file as UTF-8 text, a byte order mark aside. The size is checked before anything is read.
///
/// # Errors
/// Says why it could not be read.
pub async fn read_text(file: &File, limit: u64) -> Result<String, FileError> {
    // Sizes are whole numbers far below 2^53.
    let bytes = file.size() as u64;
    if bytes > limit {
        return Err(FileError::TooLarge { bytes, limit });
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| FileError::Unreadable)?;
    let text = String::from_utf8(js_sys::Uint8Array::new(&buffer).to_vec()).map_err(|_| FileError::NotText)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Takes files dropped anywhere on the page, which would otherwise leave for the file. `over` hears whether files are
/// held over the page; what else is dragged is left alone. It works until the returned listeners are dropped.
pub fn on_drop(over: impl Fn(bool) + Clone + 'static, take: impl Fn(FileList) + 'static) -> Vec<Listener> {
    let Some(window) = dom::window() else {
        return Vec::new();
    };
    // Entering and leaving parts of the page counts too: the depth says whether the pointer is inside.
    let depth = Rc::new(Cell::new(0_i32));
    let on = |name: &'static str, then: Box<dyn Fn(&DragEvent)>| {
        dom::listen(&window, name, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>().filter(|e| has_files(e)) {
                event.prevent_default();
                then(event);
            }
        })
    };
    let step = |by: i32| -> Box<dyn Fn(&DragEvent)> {
        let (depth, over) = (Rc::clone(&depth), over.clone());
        Box::new(move |_| {
            depth.set((depth.get() + by).max(0));
            over(depth.get() > 0);
        })
    };
    let (left, gone) = (Rc::clone(&depth), over.clone());
    vec![
        on("dragover", Box::new(|_| {})),
        on("dragenter", step(1)),
        on("dragleave", step(-1)),
        on(
            "drop",
            Box::new(move |event| {
                left.set(0);
                gone(false);
                if let Some(files) = event.data_transfer().and_then(|t| t.files()) {
                    take(files);
                }
            }),
        ),
    ]
}

fn has_files(event: &DragEvent) -> bool {
    let Some(transfer) = event.data_transfer() else {
        return false;
    };
    transfer.types().includes(&JsValue::from_str("Files"), 0)
}

/// The first file of a list.
pub fn first(list: Option<FileList>) -> Option<File> {
    list?.get(0)
}
