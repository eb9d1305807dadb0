//! A chart with all that belongs to it: finding, drawing, key, and the same figures as words and as a table.

use super::chart_parts::{ChartKey, ChartTable};
use super::chart_save::SaveButtons;
use crate::app::use_prefs;
use crate::charts::{ChartView, Scale};
use crate::platform::dom::{Frame, SizeWatch, before_paint, watch_size};
use crate::platform::echarts::{Chart as Drawing, Update as Merge};
use crate::ui::prelude::*;
use leptos::html;

/// The drawing and what keeps it up to date. One per chart on the page, from the first layout to the unmount.
#[derive(Default)]
struct Bound {
    drawing: Option<Drawing>,
    watch: Option<SizeWatch>,
    frame: Option<Frame>,
    /// End of the value axis that is drawn.
    scale: Option<Scale>,
}

/// What a chart on the page consists of; all handles.
#[derive(Clone, Copy)]
struct Parts {
    bound: StoredValue<Bound, LocalStorage>,
    node: NodeRef<html::Div>,
    view: Signal<ChartView>,
    dragging: Signal<bool>,
    /// The chart library is missing or refused: the table stands in for the drawing.
    failed: RwSignal<bool>,
}

/// A chart. `view` may change as often as a slider moves: drawing happens once before the next paint.
#[component]
pub fn Chart(
    /// What is shown; read several times a change, so a memo.
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
    let name = view.with_untracked(|v| v.name.clone());
    let node = NodeRef::<html::Div>::new();
    let is_asked = RwSignal::new(false);
    let row = RwSignal::new(None::<usize>);
    let parts = Parts {
        bound: StoredValue::new_local(Bound::default()),
        node,
        view,
        dragging,
        failed: RwSignal::new(false),
    };
    parts.bind();
    let table_open = Memo::new(move |_| is_asked.get() || parts.failed.get());
    let empty = Memo::new(move |_| view.with(|v| v.empty.clone()));
    // Drawn at a size of its own after the table was in its place.
    Effect::watch(move || table_open.get(), move |_, _, _| parts.request(), false);
    let walk = move |event: leptos::ev::KeyboardEvent| {
        let rows = view.with_untracked(|v| v.table.rows.len());
        if let Some(next) = step(&event.key(), row.get_untracked(), rows) {
            event.prevent_default();
            row.set(next);
            let first = view.with_untracked(|v| v.first);
            parts.point_at(next.map(|row| row + first));
        }
    };
    let leave = move |_| {
        let is_gone = row.try_set(None).is_some();
        if !is_gone {
            parts.point_at(None);
        }
    };
    view! {
        <figure class="chart" class:bare=bare data-test=format!("chart-{name}")>
            <figcaption class="chart-h">
                <span class="chart-t" title=move || view.with(|v| v.title.clone())>{move || view.with(|v| v.title.clone())}</span>
                <span class="unit">{move || view.with(|v| v.unit.clone())}</span>
                <button
                    type="button"
                    class="btn quiet chart-b no-print"
                    aria-pressed=move || table_open.get().to_string()
                    disabled=move || parts.failed.get()
                    data-test=format!("chart-{name}-toggle")
                    on:click=move |_| is_asked.update(|open| *open = !*open)
                >
                    {move || if table_open.get() { prefs.t().charts.show_drawing } else { prefs.t().charts.show_table }}
                </button>
            </figcaption>
            <ChartKey view=view/>
            <SaveButtons view drawing=Callback::new(move |()| parts.svg())/>
            <div
                class="chart-d"
                class:off=move || table_open.get() || empty.with(Option::is_some)
                node_ref=node
                role="img"
                tabindex="0"
                aria-label=move || view.with(|v| format!("{} {}", v.summary, prefs.t().charts.walk_hint))
                on:keydown=walk
                on:blur=leave
            ></div>
            <p class="chart-e mut" class:off=move || empty.with(Option::is_none)>{move || empty.get()}</p>
            <p class="chart-e mut" class:off=move || !parts.failed.get()>{move || prefs.t().charts.not_drawn}</p>
            <p class="vh" aria-live="polite">{move || row.get().and_then(|r| view.with(|v| v.readout(r)))}</p>
            <Show when=move || table_open.get()>
                <ChartTable view=view/>
            </Show>
        </figure>
    }
}

impl Parts {
    /// Makes the drawing once its element has a size, keeps it up to date, and lets go of it at the unmount.
    fn bind(self) {
        let Parts {
            bound,
            node,
            view,
            dragging,
            ..
        } = self;
        Effect::new(move |_| {
            let Some(element) = node.get() else { return };
            let watch = watch_size(&element, move || {
                // Called while the element is laid out; a chart made without a size would draw nothing.
                let waits = bound.try_update_value(|b| match &b.drawing {
                    Some(drawing) => {
                        drawing.resize();
                        false
                    }
                    None => true,
                });
                if waits == Some(true) {
                    self.request();
                }
            });
            bound.update_value(|b| b.watch = watch);
        });
        Effect::new(move |_| {
            view.track();
            dragging.track();
            self.request();
        });
        on_cleanup(move || {
            let _ = bound.try_update_value(|b| *b = Bound::default());
        });
    }

    /// Draws before the next paint; several requests become one.
    fn request(self) {
        let _ = self.bound.try_update_value(|b| {
            if b.frame.is_none() {
                b.frame = before_paint(move || self.draw());
            }
        });
    }

    /// The drawing for a picture as SVG with its size, px: drawn anew at a size of its own, so that it does not depend
    /// on what the page shows just now. `None` if the chart library is missing or refuses.
    fn svg(self) -> Option<(String, f64, f64)> {
        let (option, (width, height)) = self.view.with_untracked(|view| {
            let scale = view.axis.as_ref().map(|axis| axis.scale);
            (view.option_at(scale), view.picture_size())
        });
        let svg = Drawing::drawn(option, width, height).ok()?;
        Some((svg, width, height))
    }

    fn draw(self) {
        let element = self.node.try_get_untracked().flatten();
        let is_held = self.dragging.try_get_untracked().unwrap_or(false);
        let is_drawn = self.bound.try_update_value(|b| {
            // The finished call is let go of only after it has returned.
            let done = b.frame.take();
            let element = element.filter(|e| e.client_width() > 0 && e.client_height() > 0);
            (done, element.map(|element| self.draw_in(b, &element, is_held)))
        });
        if let Some((_done, Some(false))) = is_drawn {
            let _ = self.failed.try_set(true);
        }
    }

    /// Draws into an element that has a size; false if the chart library is missing or refuses.
    fn draw_in(self, bound: &mut Bound, element: &web_sys::HtmlElement, is_held: bool) -> bool {
        let option = self.view.try_with_untracked(|view| {
            let scale = view.axis.as_ref().map(|axis| axis.scale.held(bound.scale, is_held));
            bound.scale = scale;
            let how = if view.names_at_ends() {
                Merge::Replace
            } else {
                Merge::ReplaceSeries
            };
            view.empty.is_none().then(|| (view.option_at(scale), how))
        });
        let Some(Some((option, how))) = option else { return true };
        if bound.drawing.is_none() {
            bound.drawing = Drawing::new(element).ok();
        }
        let option_shown = bound.drawing.as_ref().map(|drawing| drawing.show(option, how));
        matches!(option_shown, Some(Ok(())))
    }

    /// Shows the tooltip of a point, where the drawing has one.
    fn point_at(self, point: Option<usize>) {
        let action = match point {
            Some(point) => format!(r#"{{"type":"showTip","seriesIndex":0,"dataIndex":{point}}}"#),
            None => r#"{"type":"hideTip"}"#.to_owned(),
        };
        // The chart loses the focus once more when it is taken away.
        let _ = self.bound.try_with_value(|b| {
            if let Some(drawing) = &b.drawing {
                let _ = drawing.act(&action);
            }
        });
    }
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
