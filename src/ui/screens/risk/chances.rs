//! Chance of each target and of all, for the compared scenarios side by side.

use crate::engine::sample::Chance;
use crate::engine::verdict::Verdict;
use crate::i18n::risk::{chance_words, interval_words};
use crate::ui::context::{ScreenContext, use_screen};
use crate::ui::prelude::*;
use crate::ui::screens::overview::verdict_kind;
use crate::ui::screens::scenarios::columns::columns;
use crate::ui::screens::scenarios::marker::Marker;
use crate::ui::widgets::verdict_glyph;

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum ChanceRow {
    Line(String),
    NoDebt,
    Joint,
}

/// Table of chances.
#[component]
pub fn Chances() -> impl IntoView {
    let page = use_screen();
    let compared = columns(page.work);
    // The scenario shown is always among them.
    let ids = Memo::new(move |_| {
        let (mut ids, shown) = (compared.get(), page.scenario_id());
        if !ids.contains(&shown) {
            ids.push(shown);
        }
        ids
    });
    let rows = Memo::new(move |_| {
        let plan = page.plan();
        let lines = plan.lines.iter().map(|l| ChanceRow::Line(l.id.clone()));
        lines.chain([ChanceRow::NoDebt, ChanceRow::Joint]).collect::<Vec<_>>()
    });
    let heads = move || {
        let head = |(place, id): (usize, String)| {
            let name = page.scenario_name(&id);
            let stale = page.risk_of(&id).is_none_or(|s| s.stale);
            let whole = name.clone();
            view! {
                <th scope="col" class="num" aria-busy=stale.to_string()>
                    <span class="rk-sc" title=whole><Marker place/>{name}</span>
                </th>
            }
        };
        ids.get().into_iter().enumerate().map(head).collect_view()
    };
    let body = move || {
        let ids = ids.get();
        let of = |row: ChanceRow| view! { <tr class:rk-all=row == ChanceRow::Joint><th scope="row">{row_name(page, &row)}</th>{ids.iter().map(|id| cell(page, &row, id)).collect_view()}</tr> };
        rows.get().into_iter().map(of).collect_view()
    };
    let samples = move || {
        let ids = ids.get();
        let cell = |id: &String| {
            let n = page.risk_of(id).map_or(0, |s| s.risk.samples);
            let words = crate::formats::number::number(n as f64, 0, page.lang());
            view! { <td class="num mut" data-test=format!("risk-{id}-samples") data-value=n.to_string()>{words}</td> }
        };
        ids.iter().map(cell).collect_view()
    };
    view! {
        <section class="panel rk-chances" data-test="risk-chances">
            <header><h2>{move || page.texts().risk.side_by_side}</h2></header>
            <div class="rk-scroll" tabindex="0" role="region" aria-label=move || page.texts().risk.side_by_side>
                <table class="sheet">
                    <thead><tr><th scope="col"><span class="vh">{move || page.prefs.t().charts.line}</span></th>{heads}</tr></thead>
                    <tbody>
                        {body}
                        <tr><th scope="row" class="mut">{move || page.texts().risk.samples}</th>{samples}</tr>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn row_name(page: ScreenContext, row: &ChanceRow) -> String {
    match row {
        ChanceRow::Line(id) => {
            let (plan, lang) = (page.plan(), page.lang());
            plan.line(id).map_or_else(String::new, |l| l.name.get(lang).to_owned())
        }
        ChanceRow::NoDebt => page.texts().risk.no_debt.to_owned(),
        ChanceRow::Joint => page.texts().risk.joint.to_owned(),
    }
}

fn cell(page: ScreenContext, row: &ChanceRow, scenario: &str) -> impl IntoView + use<> {
    let lang = page.lang();
    let sampled_risk = page.risk_of(scenario);
    let chance: Option<Chance> = sampled_risk.as_ref().and_then(|s| match row {
        ChanceRow::Line(id) => s.risk.lines.iter().find(|l| &l.id == id).map(|l| l.chance),
        ChanceRow::NoDebt => Some(s.risk.no_debt),
        ChanceRow::Joint => Some(s.risk.joint),
    });
    let name = match row {
        ChanceRow::Line(id) => id.as_str(),
        ChanceRow::NoDebt => "no-debt",
        ChanceRow::Joint => "joint",
    };
    let test = format!("risk-{scenario}-{name}");
    let stale = sampled_risk.as_ref().is_none_or(|s| s.stale);
    let samples = sampled_risk.as_ref().map_or(0, |s| s.risk.samples);
    let kind = chance.map(|c| verdict_kind(Verdict::of_chance(c.chance)));
    let title = chance.map_or_else(
        || page.texts().risk.computing.to_owned(),
        |c| interval_words(c, samples, lang),
    );
    view! {
        <td class="num" class:old=stale data-test=test data-value=chance.map(|c| c.chance.to_string()) title=title>
            <span class=kind.map(|k| format!("st {}", k.class()))>{kind.map(verdict_glyph)}</span>
            <b>{chance.map_or_else(|| "–".to_owned(), |c| chance_words(c.chance, lang))}</b>
        </td>
    }
}
