//! Who pays for what if the answer is carried out: lines by source, each opened by month.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::engine::Payments;
use crate::formats::number::{MoneyUnit, money, month_label};
use crate::i18n::optimise as words;
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;

/// Money below this is nothing: half of the last digit shown, triệu đồng.
const NOTHING: f64 = 0.5;

/// A row that can be opened: of a line, or of all (`None`).
type Of = Option<usize>;

/// What sources pay by month for a row, shape `[source][month]`.
fn by_month(payments: &Payments, plan: &Plan, of: Of) -> Vec<Vec<f64>> {
    let lines: Vec<usize> = of.map_or_else(|| (0..plan.lines.len()).collect(), |l| vec![l]);
    let source = |s: usize| {
        let mut sum = vec![0.0; plan.calendar.months];
        for l in &lines {
            let paid = payments.by_month(*l, s);
            sum.iter_mut().zip(paid).for_each(|(sum, paid)| *sum += paid);
        }
        sum
    };
    (0..plan.sources.len()).map(source).collect()
}

/// A cell of money; none is left empty.
fn cell(value: f64, test: Option<String>, lang: Lang) -> impl IntoView + use<> {
    let cell_words = (value > NOTHING).then(|| money(value, MoneyUnit::Million, lang));
    view! { <td class="num" data-test=test data-value=value.to_string()>{cell_words}</td> }
}

/// Table of what each source pays to each target if the answer is carried out.
#[component]
pub fn Financing() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let payments = Memo::new(move |_| optimiser.result().with(|f| f.as_ref()?.payments()));
    let open_sources = RwSignal::new(Vec::<Of>::new());
    // Sources that pay nothing have no column.
    let columns = Memo::new(move |_| -> Vec<usize> {
        let plan = workspace.plan().get();
        payments.with(|p| {
            let Some(p) = p else { return vec![] };
            let pays = |s: &usize| (0..plan.lines.len()).any(|l| p.total(l, *s) > NOTHING);
            (0..plan.sources.len()).filter(pays).collect()
        })
    });
    let head = move || {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        let named_columns = columns
            .get()
            .into_iter()
            .filter_map(|s| plan.sources.get(s).map(|s| s.id.clone()));
        let names: Vec<String> = named_columns.map(|id| words::source_name(&plan, &id, lang)).collect();
        let cells = names.into_iter().chain([t().total.to_owned()]);
        cells
            .map(|name| view! { <th scope="col" class="num">{name}</th> })
            .collect_view()
    };
    let row = move |of: Of| {
        let own = Memo::new(move |_| {
            let plan = workspace.plan().get();
            payments.with(|p| p.as_ref().map(|p| by_month(p, &plan, of)).unwrap_or_default())
        });
        let id = move || {
            let line = of.and_then(|l| workspace.plan().with(|p| p.lines.get(l).map(|l| l.id.clone())));
            line.unwrap_or_else(|| "all".to_owned())
        };
        let name = move || match of {
            Some(_) => workspace
                .plan()
                .with(|p| words::line_name(p, &id(), prefs.lang().get())),
            None => t().financing_total.to_owned(),
        };
        // What costs nothing has no months to show.
        let pays = Memo::new(move |_| own.with(|own| own.iter().flatten().sum::<f64>() > NOTHING));
        let is_open = move || open_sources.with(|o| o.contains(&of));
        let toggle = move |_: leptos::ev::MouseEvent| {
            open_sources.update(|o| {
                let known_columns = o.len();
                o.retain(|other| *other != of);
                if o.len() == known_columns {
                    o.push(of);
                }
            });
        };
        let sums = move || {
            let lang = prefs.lang().get();
            let plan = workspace.plan().get();
            own.with(|own| {
                let sum = |s: &usize| own.get(*s).map_or(0.0, |months| months.iter().sum::<f64>());
                let test = |s: &usize| plan.sources.get(*s).map(|s| format!("optimise-pay-{}-{}", id(), s.id));
                let columns = columns.get();
                let cells: Vec<_> = columns.iter().map(|s| cell(sum(s), test(s), lang)).collect();
                let all: f64 = columns.iter().map(sum).sum();
                // A sum is never left empty.
                let cell_words = money(all, MoneyUnit::Million, lang);
                let test = format!("optimise-pay-{}", id());
                (
                    cells,
                    view! { <td class="num" data-test=test data-value=all.to_string()>{cell_words}</td> },
                )
            })
        };
        let months = move || {
            let lang = prefs.lang().get();
            let calendar = workspace.plan().with(|p| p.calendar);
            own.with(|own| {
                let columns = columns.get();
                let of_month = |t: usize| {
                    let paid = |s: &usize| own.get(*s).and_then(|m| m.get(t)).copied().unwrap_or(0.0);
                    let all: f64 = columns.iter().map(paid).sum();
                    let cells: Vec<_> = columns.iter().map(|s| cell(paid(s), None, lang)).collect();
                    (all > NOTHING).then(|| {
                        view! {
                            <tr class="op-month" data-test=format!("optimise-pay-{}-{t}", id())>
                                <th scope="row">{month_label(calendar.month(t), calendar.start, lang)}</th>
                                {cells}
                                {cell(all, None, lang)}
                            </tr>
                        }
                    })
                };
                (0..calendar.months).filter_map(of_month).collect_view()
            })
        };
        view! {
            <tr class:op-all=of.is_none()>
                <th scope="row">
                    <Show when=move || pays.get() fallback=move || view! { <span class="op-shut">{name}</span> }>
                        <button
                            type="button"
                            class="btn quiet op-open"
                            data-test=move || format!("optimise-pay-{}-open", id())
                            aria-expanded=move || is_open().to_string()
                            title=move || t().financing_months
                            on:click=toggle
                        >
                            <span aria-hidden="true">{move || if is_open() { "▾" } else { "▸" }}</span>
                            {name}
                        </button>
                    </Show>
                </th>
                {sums}
            </tr>
            {move || is_open().then(months)}
        }
    };
    let body = move || {
        let lines = workspace.plan().with(|p| p.lines.len());
        (0..lines).map(Some).chain([None]).map(row).collect_view()
    };
    view! {
        <Show when=move || payments.with(Option::is_some)>
            <section class="panel" aria-labelledby="op-pay-title">
                <header><h2 id="op-pay-title">{move || t().financing}</h2></header>
                <div class="scroll-x" tabindex="0" role="region" aria-labelledby="op-pay-title">
                    <table class="sheet op-pay" data-test="optimise-financing">
                        <thead><tr><th scope="col">{move || t().line}</th>{head}</tr></thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}
