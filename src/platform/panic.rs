//! What happens when the program stops: a panel that needs nothing of it (`window.ntmCrash`, plain JavaScript).

use js_sys::{Function, Reflect};
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue};

/// From now on a panic writes to the console and shows the panel.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show(info);
    }));
}

fn show(info: &PanicHookInfo<'_>) {
    let global = js_sys::global();
    let panel = Reflect::get(&global, &JsValue::from_str("ntmCrash"));
    if let Some(panel) = panel.ok().and_then(|p| p.dyn_into::<Function>().ok()) {
        let _ = panel.call1(&global, &JsValue::from_str(&info.to_string()));
    }
}
