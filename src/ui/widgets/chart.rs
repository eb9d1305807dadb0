//! A chart with all that belongs to it: finding, drawing, key, and the same figures as words and as a table.

use super::chart_parts::{ChartKey, ChartTable};
use crate::app::use_prefs;
use crate::charts::{ChartView, Scale};
use crate::platform::dom::{Frame, SizeWatch, before_paint, watch_size};
use crate::platform::echarts::{Chart as Drawing, Update as Merge};
use leptos::html;
use leptos::prelude::*;

/// The drawing and what keeps it up to date. One per chart on the page, from the first layout to the unmount.
#[derive(Default)]
struct Bound {
    drawing: Option<Drawing>,
    watch: Option<SizeWatch>,
    frame: Option<Frame>,
    /// End of the value axis that is drawn.
    scale: Option<Scale>,
    failed: bool,
}

/// A chart. `view` may change as often as a slider moves: drawing happens once before the next paint.
#[component]
pub fn Chart(
    /// What is shown.
    #[prop(into)]
    view: Signal<ChartView>,
    /// Whether something is being dragged: axes then grow, but do not shrink.
    #[prop(optional, into)]
    dragging: Signal<bool>,
    /// Leaves out the header, where the panel around it already says the finding.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let prefs = use_prefs();
    let name = view.with_untracked(|v| v.name);
    let node = NodeRef::<html::Div>::new();
    let table_open = RwSignal::new(false);
    let row = RwSignal::new(None::<usize>);
    let bound = bind(node, view, dragging);
    let empty = Memo::new(move |_| view.with(|v| v.empty.clone()));
    // Drawn at a size of its own after the table was in its place.
    Effect::watch(
        move || table_open.get(),
        move |_, _, _| request(bound, node, view, dragging),
        false,
    );
    let walk = move |event: leptos::ev::KeyboardEvent| {
        let rows = view.with_untracked(|v| v.table.rows.len());
        if let Some(next) = step(&event.key(), row.get_untracked(), rows) {
            event.prevent_default();
            row.set(next);
            point_at(bound, next);
        }
    };
    view! {
        <figure class="chart" class:bare=bare data-test=format!("chart-{name}")>
            <figcaption class="chart-h">
                <span class="chart-t">{move || view.with(|v| v.title.clone())}</span>
                <span class="unit">{move || view.with(|v| v.unit.clone())}</span>
                <button
                    type="button"
                    class="btn quiet chart-b no-print"
                    aria-pressed=move || table_open.get().to_string()
                    data-test=format!("chart-{name}-toggle")
                    on:click=move |_| table_open.update(|open| *open = !*open)
                >
                    {move || if table_open.get() { prefs.t().charts.show_drawing } else { prefs.t().charts.show_table }}
                </button>
            </figcaption>
            <ChartKey view=view/>
            <div
                class="chart-d"
                class:off=move || table_open.get() || empty.with(Option::is_some)
                node_ref=node
                role="img"
                tabindex="0"
                aria-label=move || view.with(|v| format!("{} {}", v.summary, prefs.t().charts.walk_hint))
                on:keydown=walk
                on:blur=move |_| row.set(None)
            ></div>
            <p class="chart-e mut" class:off=move || empty.with(Option::is_none)>{move || empty.get()}</p>
            <p class="vh" aria-live="polite">{move || row.get().and_then(|r| view.with(|v| v.readout(r)))}</p>
            <Show when=move || table_open.get()>
                <ChartTable view=view/>
            </Show>
        </figure>
    }
}

/// Makes the drawing once its element has a size, keeps it up to date, and lets go of it at the unmount.
fn bind(node: NodeRef<html::Div>, view: Signal<ChartView>, dragging: Signal<bool>) -> StoredValue<Bound, LocalStorage> {
    let bound = StoredValue::new_local(Bound::default());
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let watch = watch_size(&element, move || {
            // Called while the element is laid out; a chart made without a size would draw nothing.
            let sized = bound.try_update_value(|b| {
                if let Some(drawing) = &b.drawing {
                    drawing.resize();
                }
                b.drawing.is_none()
            });
            if sized == Some(true) {
                request(bound, node, view, dragging);
            }
        });
        bound.update_value(|b| b.watch = watch);
    });
    Effect::new(move |_| {
        view.track();
        dragging.track();
        request(bound, node, view, dragging);
    });
    on_cleanup(move || {
        let _ = bound.try_update_value(|b| *b = Bound::default());
    });
    bound
}

/// Draws before the next paint; several requests become one.
fn request(
    bound: StoredValue<Bound, LocalStorage>,
    node: NodeRef<html::Div>,
    view: Signal<ChartView>,
    dragging: Signal<bool>,
) {
    let _ = bound.try_update_value(|b| {
        if b.frame.is_none() {
            b.frame = before_paint(move || draw(bound, node, view, dragging));
        }
    });
}

fn draw(
    bound: StoredValue<Bound, LocalStorage>,
    node: NodeRef<html::Div>,
    view: Signal<ChartView>,
    dragging: Signal<bool>,
) {
    let element = node.try_get_untracked().flatten();
    let held = dragging.try_get_untracked().unwrap_or(false);
    let _ = bound.try_update_value(|b| {
        let done = b.frame.take();
        let Some(element) = element.filter(|e| e.client_width() > 0 && e.client_height() > 0) else {
            return done;
        };
        if b.drawing.is_none() && !b.failed {
            b.drawing = Drawing::new(&element).ok();
            b.failed = b.drawing.is_none();
        }
        let drawn = view.try_with_untracked(|v| {
            let scale = v.axis.as_ref().map(|axis| axis.scale.held(b.scale, held));
            b.scale = scale;
            v.empty.is_none().then(|| v.option_at(scale))
        });
        if let (Some(drawing), Some(Some(option))) = (&b.drawing, drawn) {
            b.failed = drawing.show(option, Merge::ReplaceSeries).is_err();
        }
        done
    });
}

/// The row an arrow key leads to; `None` if the key does not walk.
fn step(key: &str, row: Option<usize>, rows: usize) -> Option<Option<usize>> {
    let last = rows.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some(Some(row.map_or(0, |r| (r + 1).min(last)))),
        "ArrowLeft" | "ArrowUp" => Some(Some(row.map_or(last, |r| r.saturating_sub(1)))),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" if row.is_some() => Some(None),
        _ => None,
    }
}

/// Shows the tooltip of a row, where the drawing has one.
fn point_at(bound: StoredValue<Bound, LocalStorage>, row: Option<usize>) {
    let action = match row {
        Some(row) => format!(r#"{{"type":"showTip","seriesIndex":0,"dataIndex":{row}}}"#),
        None => r#"{"type":"hideTip"}"#.to_owned(),
    };
    bound.with_value(|b| {
        if let Some(drawing) = &b.drawing {
            let _ = drawing.act(&action);
        }
    });
}
