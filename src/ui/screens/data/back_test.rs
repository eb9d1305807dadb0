//! The known year 2020 run by the same engine: how much of it the assumptions explain.

use super::band::Band;
use super::place::Section;
use super::{Here, Panel, here};
use crate::engine::{Backtest, resolve, run_backtest, simulate};
use crate::formats::number;
use crate::i18n::data::back_test_finding;
use crate::model::{Lang, Plan, samples};
use crate::ui::prelude::*;
use std::sync::Arc;

/// Name of the sample plan of the known year.
const SAMPLE: &str = "thach-ha-2020";

/// Reported results of 2020 beside the engine's, with and without the floods of that year.
#[component]
pub fn BackTestPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let floods = RwSignal::new(false);
    // The sample never changes; each side is computed once, when it is first looked at.
    let dry = Memo::new(|_| run(false));
    let wet = Memo::new(|_| run(true));
    let result = move || if floods.get() { wet.get() } else { dry.get() };
    view! {
        <Panel section=Section::BackTest unit=t.back_test_unit>
            <div class="in data-row no-print">
                <label class="check">
                    <input
                        type="checkbox"
                        data-test="data-back-test-floods"
                        data-value=move || floods.get().to_string()
                        prop:checked=floods
                        on:change=move |event| floods.set(event_target_checked(&event))
                    />
                    {t.with_floods}
                </label>
                <button type="button" class="btn" data-test="data-back-test-open" on:click=move |_| workspace.new_plan(Some(SAMPLE))>
                    {t.open_2020}
                </button>
            </div>
            {move || result().map(|result| {
                let plan = Arc::new(result.plan.clone());
                view! { <Result result lang/><Band plan/> }
            })}
            <p class="in mut sm">{t.back_test_hint}</p>
        </Panel>
    }
}

/// The sample plan and what the engine makes of it.
#[derive(Clone, PartialEq)]
struct BackTestRun {
    plan: Plan,
    backtest_result: Backtest,
}

fn run(floods: bool) -> Option<BackTestRun> {
    let mut plan = samples::by_name(SAMPLE)?;
    for event in plan.events.iter_mut().filter(|e| e.id == "floods") {
        event.on = floods;
    }
    let backtest_result = run_backtest(&plan, &simulate(&resolve(&plan, None)));
    Some(BackTestRun { plan, backtest_result })
}

#[component]
fn Result(result: BackTestRun, lang: Lang) -> impl IntoView {
    let t = here().t;
    let BackTestRun { plan, backtest_result } = result;
    let whole = |value: f64| number::number(value, 0, lang);
    let rows = backtest_result
        .lines
        .iter()
        .map(|line| {
            let name = plan.line(&line.id).map(|l| l.name.get(lang).to_owned()).unwrap_or_default();
            let ratio = if line.reported > 0.0 { line.computed / line.reported } else { 1.0 };
            let test = format!("data-back-test-{}", line.id);
            view! {
                <tr data-test=test.clone()>
                    <th scope="row">{name}</th>
                    <td class="num" data-test=format!("{test}-reported") data-value=line.reported.to_string()>{number::exact(line.reported, lang)}</td>
                    <td class="num" data-test=format!("{test}-computed") data-value=line.computed.to_string()>{number::count(line.computed, line.reported, lang)}</td>
                    <td class="num">{number::percent(ratio, 0, lang)}</td>
                    <td class="num">{whole(line.needed)}</td>
                    <td class="num">{whole(line.started)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="in" data-test="data-back-test-finding" data-value=backtest_result.paid_share.to_string()>{back_test_finding(&backtest_result, lang)}</p>
        <div class="scroll-x data-scroll">
            <table class="sheet data-table">
                <thead>
                    <tr>
                        <th scope="col">{t.line}</th>
                        <th scope="col" class="num">{t.result_2020}</th>
                        <th scope="col" class="num">{t.engine_result}</th>
                        <th scope="col" class="num">{t.reached}</th>
                        <th scope="col" class="num">{t.cost_of_result}</th>
                        <th scope="col" class="num">{t.cost_started}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t.in_all}</th>
                        <td></td>
                        <td></td>
                        <td class="num" data-test="data-back-test-score" data-value=backtest_result.score.to_string()>{number::percent(backtest_result.score, 1, lang)}</td>
                        <td class="num">{whole(backtest_result.needed)}</td>
                        <td class="num">{whole(backtest_result.lines.iter().map(|l| l.started).sum())}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn floods_never_raise_what_is_recognised_of_2020() {
        let (dry, wet) = (run(false).unwrap().backtest_result, run(true).unwrap().backtest_result);
        assert!(wet.score < dry.score, "{} {}", wet.score, dry.score);
        for (with, without) in wet.lines.iter().zip(&dry.lines) {
            assert!(with.computed <= without.computed + 1e-9, "{}", with.id);
        }
    }
}
