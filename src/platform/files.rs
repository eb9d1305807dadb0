//! Files handed to the person and taken from them.

use super::{dom, timer};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

/// How long the browser may take to fetch a handed-out file before its address is revoked, milliseconds.
const KEEP: u32 = 60_000;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than allowed; nothing was read.
    TooLarge {
        /// Size, bytes.
        bytes: u64,
        /// Limit, bytes.
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

/// The first file of a list.
pub fn first(list: Option<FileList>) -> Option<File> {
    list?.get(0)
}
