//! The answer against the scenario as it was, line by line.

use crate::app::{SearchResult, use_optimiser, use_prefs, use_workspace};
use crate::engine::Outcome;
use crate::engine::compare::Better;
use crate::formats::number::{count, money, number, signed, signed_money};
use crate::i18n::optimise as words;
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;
use crate::ui::widgets::{Delta, judge_difference};

/// A row: name, goal, as it is, as answered, the difference and whether more is better.
struct Row {
    name: String,
    goal: String,
    now: String,
    best: String,
    change: String,
    test: String,
    value: f64,
    difference: f64,
    better: Better,
}

fn outcome(result: &SearchResult) -> Option<&Outcome> {
    match (&result.most, &result.least) {
        (Some(most), _) => most.outcome.as_ref().ok(),
        (None, Some(least)) => least.run.as_ref().map(|(_, outcome)| outcome),
        (None, None) => None,
    }
}

fn rows(result: &SearchResult, plan: &Plan, lang: Lang) -> Vec<Row> {
    let Some(after) = outcome(result) else { return vec![] };
    let before = &result.before;
    let of_line = |(old, new): (&crate::engine::LineOutcome, &crate::engine::LineOutcome)| {
        let (now, best) = (old.total_recognised(), new.total_recognised());
        let decimals = crate::formats::number::count_decimals(new.goal);
        Row {
            name: words::line_name(plan, &new.id, lang),
            goal: number(new.goal, 0, lang),
            now: count(now, new.goal, lang),
            best: count(best, new.goal, lang),
            change: signed(best - now, decimals, lang),
            test: format!("optimise-line-{}", new.id),
            value: best,
            difference: best - now,
            better: Better::More,
        }
    };
    let mut rows: Vec<Row> = before.lines.iter().zip(&after.lines).map(of_line).collect();
    let unit = crate::formats::number::MoneyUnit::Million;
    let t = &crate::i18n::texts(lang).optimise;
    let cost = |o: &Outcome| o.needed().iter().sum::<f64>();
    let amounts = [
        ("cost", t.cost, cost(before), cost(after)),
        ("debt", t.debt, before.debt, after.debt),
    ];
    rows.extend(amounts.map(|(test, name, now, best)| Row {
        name: name.to_owned(),
        goal: String::new(),
        now: money(now, unit, lang),
        best: money(best, unit, lang),
        change: signed_money(best - now, unit, lang),
        test: format!("optimise-{test}"),
        value: best,
        difference: best - now,
        better: Better::Less,
    }));
    let (now, best) = (result.score(before), result.score(after));
    rows.push(Row {
        name: t.score.to_owned(),
        goal: String::new(),
        now: words::points(now, lang),
        best: words::points(best, lang),
        change: signed((best - now) * 100.0, 1, lang),
        test: "optimise-score".to_owned(),
        value: best,
        difference: best - now,
        better: Better::More,
    });
    rows
}

/// The table of differences.
#[component]
pub fn Difference() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let body = move || {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        let rows = optimiser.result().with(|f| f.as_ref().map(|f| rows(f, &plan, lang)));
        let row = |r: Row| {
            view! {
                <tr>
                    <th scope="row">{r.name}</th>
                    <td class="num">{r.goal}</td>
                    <td class="num">{r.now}</td>
                    <td class="num" data-test=r.test data-value=r.value.to_string()>{r.best}</td>
                    <td class="num"><Delta text=r.change news=judge_difference(r.better, r.difference)/></td>
                </tr>
            }
        };
        rows.unwrap_or_default().into_iter().map(row).collect_view()
    };
    view! {
        <section class="panel" aria-labelledby="op-diff-title">
            <header><h2 id="op-diff-title">{move || t().difference}</h2></header>
            <div class="scroll-x" tabindex="0" role="region" aria-labelledby="op-diff-title">
                <table class="sheet" data-test="optimise-difference">
                    <thead><tr>
                        <th scope="col">{move || t().line}</th>
                        <th scope="col" class="num">{move || t().goal}</th>
                        <th scope="col" class="num">{move || t().now}</th>
                        <th scope="col" class="num">{move || t().best}</th>
                        <th scope="col" class="num">{move || t().change}</th>
                    </tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
}
