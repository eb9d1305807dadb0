//! Saving a chart as a picture.

use crate::app::{use_prefs, use_toasts, use_workspace};
use crate::charts::{ChartView, Footnote, picture};
use crate::formats::number::date_iso;
use crate::platform::{clock, picture as pictures};
use crate::ui::prelude::*;

/// Two buttons: PNG for a document, SVG for print. `drawing` gives the SVG of the chart library with its size, px.
#[component]
pub fn SaveButtons(view: Signal<ChartView>, drawing: Callback<(), Option<(String, f64, f64)>>) -> impl IntoView {
    let (prefs, workspace, toasts) = (use_prefs(), use_workspace(), use_toasts());
    let name = StoredValue::new(view.with_untracked(|v| v.name.clone()));
    let save = move |png: bool| {
        let (plan, lang) = (workspace.plan_untracked(), prefs.lang().get_untracked());
        let t = &prefs.t_untracked().charts;
        let scenario_id = workspace.scenario_id().get_untracked();
        let scenario = plan.scenario(&scenario_id).map_or("", |s| s.name.get(lang));
        let day = clock::iso_date();
        let note = Footnote {
            plan: format!("{}. {scenario}", plan.name.get(lang)),
            source: format!(
                "{}: {}. NTM Planner, {}",
                t.data_of,
                plan.data_source.get(lang),
                date_iso(&day)
            ),
        };
        let Some((svg, width, height)) = drawing.run(()) else {
            toasts.error(t.save_failed.to_owned());
            return;
        };
        let picture_text = view.with_untracked(|v| picture(v, &svg, width, height, &note));
        let file = format!("ntm-{}-{day}.{}", name.get_value(), if png { "png" } else { "svg" });
        if png {
            leptos::task::spawn_local(async move {
                if !pictures::save_png(&file, &picture_text.svg, picture_text.width, picture_text.height).await {
                    toasts.error(t.save_failed.to_owned());
                }
            });
        } else if !pictures::save_svg(&file, &picture_text.svg) {
            toasts.error(t.save_failed.to_owned());
        }
    };
    let button = move |ending: &'static str, png: bool| {
        view! {
            <button
                type="button"
                class="btn chart-b"
                data-test=format!("chart-{}-{}", name.get_value(), ending.to_lowercase())
                title=move || format!("{} ({ending})", prefs.t().charts.save)
                aria-label=move || format!("{} ({ending})", prefs.t().charts.save)
                disabled=move || view.with(|v| v.empty.is_some())
                on:click=move |_| save(png)
            >
                {ending}
            </button>
        }
    };
    view! {
        <div class="chart-save no-print">{button("PNG", true)} {button("SVG", false)}</div>
    }
}
