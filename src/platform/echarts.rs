//! The chart library as the page loads it (`window.ntmEcharts`): made once, updated, resized, disposed of.

use crate::charts::{Format, Key, take_formats};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::HtmlElement;

/// Writes a number for a label or a tooltip.
type Writer = Closure<dyn Fn(JsValue) -> String>;

#[wasm_bindgen]
extern "C" {
    type Instance;

    #[wasm_bindgen(js_namespace = ntmEcharts, catch)]
    fn init(element: &JsValue, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = dispatchAction, catch)]
    fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = renderToSVGString, catch)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;
}

/// Why a chart could not be drawn. The text summary and the table beside it do not depend on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// The option is not JSON.
    Option,
    /// The chart library is missing or refused; its own words.
    Library(String),
}

/// What an update keeps of the option before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// Nothing: the chart shows exactly what the new option says.
    Replace,
    /// Everything but the series, which become exactly those of the new option.
    ReplaceSeries,
}

impl Update {
    fn options(self) -> &'static str {
        match self {
            Update::Replace => r#"{"notMerge":true}"#,
            Update::ReplaceSeries => r#"{"replaceMerge":["series"]}"#,
        }
    }
}

/// A chart in an element; it is disposed of when dropped.
pub struct Chart {
    instance: Instance,
    /// One function by format, kept as long as the chart may call it.
    writers: RefCell<BTreeMap<Format, Writer>>,
}

impl std::fmt::Debug for Chart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Chart")
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        let _ = self.instance.dispose();
    }
}

impl Chart {
    /// Makes a chart that draws SVG. Call it once the element is in the page and has a size.
    ///
    /// # Errors
    /// [`ChartError::Library`] if the chart library is not there.
    pub fn new(element: &HtmlElement) -> Result<Self, ChartError> {
        Self::made(element, r#"{"renderer":"svg"}"#)
    }

    /// The drawing of an option as SVG text of this width and height, px, with nothing in the page: whatever the page
    /// shows or hides, the drawing is the same.
    ///
    /// # Errors
    /// As [`Chart::show`].
    pub fn drawn(mut option: Value, width: f64, height: f64) -> Result<String, ChartError> {
        if let Value::Object(members) = &mut option {
            // A picture shows the end, not the way there.
            members.insert("animation".into(), false.into());
        }
        let how = format!(r#"{{"renderer":"svg","ssr":true,"width":{width},"height":{height}}}"#);
        let chart = Self::made(&JsValue::NULL, &how)?;
        chart.show(option, Update::Replace)?;
        chart.svg()
    }

    fn made(element: &JsValue, options: &str) -> Result<Self, ChartError> {
        let instance = init(element, &JsValue::NULL, &parse(options)?).map_err(library)?;
        Ok(Self {
            instance,
            writers: RefCell::default(),
        })
    }

    /// Shows an option, given as JSON.
    ///
    /// # Errors
    /// [`ChartError::Option`] if it is not JSON, [`ChartError::Library`] if the chart library refuses it.
    pub fn set(&self, option: &str, update: Update) -> Result<(), ChartError> {
        self.instance
            .set_option(&parse(option)?, &parse(update.options())?)
            .map_err(library)
    }

    /// Shows an option whose number formats are marked (see [`Format`]): each mark becomes a function.
    ///
    /// # Errors
    /// As [`Chart::set`].
    pub fn show(&self, mut option: Value, update: Update) -> Result<(), ChartError> {
        let formats = take_formats(&mut option);
        let options = parse(&option.to_string())?;
        for (path, format) in formats {
            let mut writers = self.writers.borrow_mut();
            let writer = writers.entry(format.clone()).or_insert_with(|| writer(format));
            put(&options, &path, writer.as_ref()).map_err(library)?;
        }
        self.instance
            .set_option(&options, &parse(update.options())?)
            .map_err(library)
    }

    /// Fits the chart to its element.
    pub fn resize(&self) {
        let _ = self.instance.resize();
    }

    /// Sends an action of the chart library (`highlight`, `showTip`…), given as JSON.
    ///
    /// # Errors
    /// As [`Chart::set`].
    pub fn act(&self, action: &str) -> Result<(), ChartError> {
        self.instance.dispatch_action(&parse(action)?).map_err(library)
    }

    /// The drawing as it stands on the page, as SVG text.
    ///
    /// # Errors
    /// [`ChartError::Library`] if the chart library refuses.
    pub fn svg(&self) -> Result<String, ChartError> {
        self.instance.render_to_svg_string().map_err(library)
    }
}

fn parse(json: &str) -> Result<JsValue, ChartError> {
    js_sys::JSON::parse(json).map_err(|_| ChartError::Option)
}

/// A number as the format writes it; anything else (a gap) as nothing.
fn writer(format: Format) -> Writer {
    Closure::new(move |value: JsValue| value.as_f64().map_or_else(String::new, |v| format.write(v)))
}

/// Puts a value at a place of an option.
fn put(root: &JsValue, path: &[Key], value: &JsValue) -> Result<(), JsValue> {
    let key = |key: &Key| match key {
        Key::Name(name) => JsValue::from_str(name),
        Key::Index(index) => JsValue::from_f64(f64::from(*index)),
    };
    let Some((last, way)) = path.split_last() else {
        return Ok(());
    };
    let mut target = root.clone();
    for step in way {
        target = js_sys::Reflect::get(&target, &key(step))?;
    }
    js_sys::Reflect::set(&target, &key(last), value).map(|_| ())
}

fn library(error: JsValue) -> ChartError {
    let words = match error.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => error.as_string().unwrap_or_default(),
    };
    ChartError::Library(words)
}
