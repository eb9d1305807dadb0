//! The chart binding against the real chart bundle.

use ntm_planner::platform::echarts::{Chart, ChartError, Update};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element of some size, with the chart bundle in the page as the built page has it.
fn place() -> HtmlElement {
    if document().get_element_by_id("bundle").is_none() {
        let script = document().create_element("script").unwrap();
        script.set_id("bundle");
        script.set_text_content(Some(include_str!("../../build/echarts.js")));
        document().body().unwrap().append_child(&script).unwrap();
    }
    let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    element.set_attribute("style", "width:400px;height:200px").unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element
}

/// An option with one line for each name.
fn lines(names: &[&str]) -> String {
    let series: Vec<String> = names
        .iter()
        .map(|name| format!(r#"{{"type":"line","id":"{name}","name":"{name}","data":[1,2],"endLabel":{{"show":true,"formatter":"{name}"}}}}"#))
        .collect();
    format!(
        r#"{{"animation":false,"xAxis":{{"type":"category","data":["T1","T2"]}},"yAxis":{{}},"series":[{}]}}"#,
        series.join(",")
    )
}

fn count_drawn(element: &Element) -> String {
    element
        .query_selector("svg")
        .unwrap()
        .map(|svg| svg.outer_html())
        .unwrap_or_default()
}

#[wasm_bindgen_test]
fn a_chart_draws_its_series_and_drops_what_an_update_no_longer_names() {
    let element = place();
    let chart = Chart::new(&element).unwrap();
    chart.set(&lines(&["first", "second"]), Update::Replace).unwrap();
    let svg = chart.svg().unwrap();
    assert!(svg.contains("first") && svg.contains("second"));
    chart.set(&lines(&["first"]), Update::ReplaceSeries).unwrap();
    let svg = chart.svg().unwrap();
    assert!(svg.contains("first") && !svg.contains("second"));
}

#[wasm_bindgen_test]
fn a_chart_follows_the_size_of_its_element_when_told_to() {
    let element = place();
    let chart = Chart::new(&element).unwrap();
    chart.set(&lines(&["first"]), Update::Replace).unwrap();
    let width = || element.query_selector("svg").unwrap().unwrap().get_attribute("width");
    assert_eq!(width().as_deref(), Some("400"));
    element.set_attribute("style", "width:640px;height:200px").unwrap();
    chart.resize();
    assert_eq!(width().as_deref(), Some("640"));
    assert!(chart.svg().unwrap().contains("first"), "what was drawn is still there");
}

#[wasm_bindgen_test]
fn a_dropped_chart_leaves_nothing_in_its_element() {
    let element = place();
    let chart = Chart::new(&element).unwrap();
    chart.set(&lines(&["first"]), Update::Replace).unwrap();
    assert!(!count_drawn(&element).is_empty());
    drop(chart);
    assert_eq!(element.inner_html(), "");
}

#[wasm_bindgen_test]
fn names_with_markup_are_drawn_as_text() {
    let element = place();
    let chart = Chart::new(&element).unwrap();
    chart.set(&lines(&["<img src=x>"]), Update::Replace).unwrap();
    assert!(chart.svg().unwrap().contains("&lt;img"));
    assert!(element.query_selector("img").unwrap().is_none());
}

#[wasm_bindgen_test]
fn an_option_that_is_not_json_is_refused() {
    let chart = Chart::new(&place()).unwrap();
    assert_eq!(chart.set("{", Update::Replace), Err(ChartError::Option));
}
