//! Pictures handed to the person: SVG as it is, PNG drawn from it.

use super::{dom, files};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Pixels of a PNG for each px of its drawing: sharp in print.
const SCALE: f64 = 2.0;

/// Hands over an SVG document; false if the browser refuses.
pub fn save_svg(name: &str, svg: &str) -> bool {
    files::download(name, "image/svg+xml", svg)
}

/// Draws an SVG document of `width` × `height` px as PNG and hands it over; false if the browser refuses.
pub async fn save_png(name: &str, svg: &str, width: f64, height: f64) -> bool {
    let Some(source) = files::text_blob("image/svg+xml;charset=utf-8", svg) else {
        return false;
    };
    let Ok(url) = Url::create_object_url_with_blob(&source) else {
        return false;
    };
    let bytes = png(&url, width, height).await;
    let _ = Url::revoke_object_url(&url);
    bytes.ok().and_then(|blob| files::hand_over(name, &blob)).is_some()
}

async fn png(url: &str, width: f64, height: f64) -> Result<Blob, JsValue> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let image: HtmlImageElement = document.create_element("img")?.dyn_into()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    // Pictures are a few thousand pixels wide at most.
    canvas.set_width((width * SCALE) as u32);
    canvas.set_height((height * SCALE) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * SCALE, height * SCALE)?;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob(done.unchecked_ref());
    });
    JsFuture::from(promise).await?.dyn_into()
}
