//! New identifiers from the random source of the browser.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// A new identifier of 128 random bits: `p-` and 32 hexadecimal digits.
pub fn new_id() -> String {
    let bytes = crypto_bytes().unwrap_or_else(fallback_bytes);
    let mut id = String::from("p-");
    for byte in bytes {
        id.push_str(&format!("{byte:02x}"));
    }
    id
}

fn crypto_bytes() -> Option<[u8; 16]> {
    let crypto = Reflect::get(&js_sys::global(), &JsValue::from_str("crypto")).ok()?;
    let fill: Function = Reflect::get(&crypto, &JsValue::from_str("getRandomValues"))
        .ok()?
        .dyn_into()
        .ok()?;
    let array = Uint8Array::new_with_length(16);
    fill.call1(&crypto, &array).ok()?;
    let mut bytes = [0; 16];
    array.copy_to(&mut bytes);
    Some(bytes)
}

/// Enough to tell plans of one browser apart where the good source is missing.
fn fallback_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&js_sys::Date::now().to_bits().to_be_bytes());
    bytes[8..].copy_from_slice(&js_sys::Math::random().to_bits().to_be_bytes());
    bytes
}
