//! The key and the table of a chart.

use crate::charts::{Cell, ChartView, KeyItem, KeyKind, Shape};
use crate::ui::prelude::*;

/// What colours and shapes mean. Labels may be written by people: they are text.
#[component]
pub(super) fn ChartKey(view: Signal<ChartView>) -> impl IntoView {
    let items = Memo::new(move |_| view.with(|v| v.key.clone()));
    view! {
        <ul class="chart-k" class:off=move || items.with(Vec::is_empty) aria-hidden="true">
            {move || items.get().into_iter().map(item).collect_view()}
        </ul>
    }
}

fn item(item: KeyItem) -> impl IntoView {
    let colour = item.colour;
    let sign = match item.kind {
        KeyKind::Marker(shape) => marker(shape, colour).into_any(),
        kind => {
            let (class, style) = match kind {
                KeyKind::Fill => ("fill", format!("background:{colour}")),
                KeyKind::Pattern(nth) => ("fill", format!("background:{}{colour}", pattern(nth))),
                KeyKind::Hatch => ("hatch", format!("--c:{colour}")),
                KeyKind::Outline => ("fill", format!("border:1px solid {colour}")),
                KeyKind::Dashed => ("line", format!("border-top:2px dashed {colour}")),
                KeyKind::Line | KeyKind::Marker(_) => ("line", format!("border-top:2.5px solid {colour}")),
            };
            view! { <i class=class style=style></i> }.into_any()
        }
    };
    view! { <li>{sign}{item.label}</li> }
}

/// The pattern of a source as layers of a background, as `charts::frame::pattern` draws it.
fn pattern(number: usize) -> &'static str {
    match number {
        1 => "repeating-linear-gradient(135deg,var(--panel) 0 1px,transparent 1px 4px),",
        2 => "radial-gradient(circle,var(--panel) 1px,transparent 1.2px) 0 0/4px 4px,",
        3 => "repeating-linear-gradient(90deg,var(--panel) 0 1px,transparent 1px 4px),",
        4 => "repeating-linear-gradient(45deg,var(--panel) 0 1px,transparent 1px 4px),",
        5 => "repeating-linear-gradient(0deg,var(--panel) 0 1px,transparent 1px 4px),",
        _ => "",
    }
}

fn marker(shape: Shape, colour: String) -> impl IntoView {
    let style = match shape {
        Shape::Ring => format!("fill:none;stroke-width:2;stroke:{colour}"),
        _ => format!("fill:{colour}"),
    };
    view! {
        <svg class="mk" viewBox="0 0 12 12" aria-hidden="true">
            <path d=shape.path() style=style/>
        </svg>
    }
}

/// The figures behind the drawing.
#[component]
pub(super) fn ChartTable(view: Signal<ChartView>) -> impl IntoView {
    let table = Memo::new(move |_| view.with(|v| v.table.clone()));
    let (name, lang) = (
        view.with_untracked(|v| v.name.clone()),
        Memo::new(move |_| view.with(|v| v.lang)),
    );
    view! {
        <div class="chart-s" tabindex="0" role="region" aria-label=move || view.with(|v| v.title.clone())>
            <table class="sheet" data-test=format!("chart-{name}-table")>
                <thead>
                    <tr>
                        {move || {
                            table.with(|t| {
                                t.columns
                                    .iter()
                                    .enumerate()
                                    .map(|(i, c)| view! { <th scope="col" class:num=move || { i > 0 }>{c.clone()}</th> })
                                    .collect_view()
                            })
                        }}
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let lang = lang.get();
                        table.with(|t| t.rows.iter().map(|cells| row(cells, lang)).collect_view())
                    }}
                </tbody>
            </table>
        </div>
    }
}

fn row(cells: &[Cell], lang: crate::model::Lang) -> impl IntoView + use<> {
    let head = cells.first().map(|c| c.show(lang)).unwrap_or_default();
    let rest = cells
        .iter()
        .skip(1)
        .map(|c| {
            let value = match c {
                Cell::Number { value, .. } => Some(value.to_string()),
                _ => None,
            };
            view! { <td class="num" data-value=value>{c.show(lang)}</td> }
        })
        .collect_view();
    view! { <tr><th scope="row">{head}</th>{rest}</tr> }
}
