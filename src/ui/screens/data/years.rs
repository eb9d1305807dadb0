//! Plans of several years: goals and amounts by year, how long certificates last, and what each year attains.

use super::place::Section;
use super::sheet::move_between_rows;
use super::{Here, Panel, here};
use crate::edit::Command;
use crate::engine::goal_years;
use crate::formats::number;
use crate::i18n::messages;
use crate::i18n::{texts, years as words};
use crate::model::{LineId, SourceId};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// Months a certificate is valid when nothing else was said: three years, as OCOP's.
const VALIDITY: f64 = 36.0;

/// Panel of goals and amounts by year, certificates and what they come to.
#[component]
pub fn YearsPanel() -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let t = &texts(lang).years;
    let plan = workspace.plan();
    let lines = Memo::new(move |_| {
        plan.with(|p| {
            p.lines
                .iter()
                .map(|l| (l.id.clone(), l.name.get(lang).to_owned()))
                .collect::<Vec<_>>()
        })
    });
    let sources = Memo::new(move |_| {
        plan.with(|p| {
            p.sources
                .iter()
                .map(|s| (s.id.clone(), s.name.get(lang).to_owned()))
                .collect::<Vec<_>>()
        })
    });
    let goal_years = Memo::new(move |_| plan.with(|p| goal_years(&p.calendar)));
    let money_years = Memo::new(move |_| {
        plan.with(|p| {
            (0..p.calendar.budget_years() as i32)
                .map(|n| p.calendar.start.year + n)
                .collect::<Vec<_>>()
        })
    });
    let heads = |years: Memo<Vec<i32>>| {
        move || {
            years
                .get()
                .into_iter()
                .map(|y| view! { <th scope="col" class="num">{y.to_string()}</th> })
                .collect_view()
        }
    };
    let goal_rows = move || {
        lines
            .get()
            .into_iter()
            .map(|(id, name)| view! { <GoalRow id name years=goal_years.get()/> })
            .collect_view()
    };
    let amount_rows = move || {
        sources
            .get()
            .into_iter()
            .map(|(id, name)| view! { <AmountRow id name years=money_years.get()/> })
            .collect_view()
    };
    view! {
        <Panel section=Section::Years>
            <p class="in mut sm">{t.hint}</p>
            <h3>{t.goals}<span class="unit">{t.goals_unit}</span></h3>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table" on:keydown=move_between_rows>
                    <thead>
                        <tr>
                            <th scope="col">{texts(lang).data.line}</th>
                            <th scope="col" class="num">{t.whole_plan}</th>
                            {heads(goal_years)}
                            <th scope="col" class="num">{t.validity}</th>
                            <th scope="col" class="num">{t.renewed}</th>
                            <th scope="col" class="num">{t.renewal_cost}</th>
                        </tr>
                    </thead>
                    <tbody>{goal_rows}</tbody>
                </table>
            </div>
            <h3>{t.amounts}</h3>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table" on:keydown=move_between_rows>
                    <thead>
                        <tr>
                            <th scope="col">{texts(lang).data.source}</th>
                            <th scope="col" class="num">{t.any_year}</th>
                            {heads(money_years)}
                            <th scope="col" class="num">{t.lost}</th>
                        </tr>
                    </thead>
                    <tbody>{amount_rows}</tbody>
                </table>
            </div>
            <h3>{t.results}</h3>
            <Results/>
            <Renewals/>
        </Panel>
    }
}

/// A field that may be empty: what it shows, and what a typed number or nothing does.
#[component]
fn Optional(
    value: Memo<Option<f64>>,
    label: String,
    test: String,
    #[prop(optional)] percent: bool,
    ask: Callback<Option<f64>, Result<(), String>>,
) -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let write = move |v: f64| {
        if percent {
            number::exact(v * 100.0, lang)
        } else {
            number::exact(v, lang)
        }
    };
    let text = Signal::derive(move || value.get().map(write).unwrap_or_default());
    let raw = Signal::derive(move || value.get().map(|v| v.to_string()).unwrap_or_default());
    let commit = Callback::new(move |entry: String| {
        if entry.trim().is_empty() {
            return ask.run(None);
        }
        let read = if percent {
            number::parse_percent(&entry, lang)
        } else {
            number::parse_number(&entry, lang)
        };
        ask.run(Some(read.map_err(|e| messages::number_error(&e, lang).paragraph())?))
    });
    view! { <EditField text on_commit=commit label test raw disabled=workspace.read_only() class="short"/> }
}

#[component]
fn GoalRow(id: LineId, name: String, years: Vec<i32>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = &texts(lang).years;
    let plan = workspace.plan();
    let base = format!("data-years-goal-{id}");
    let cells = years.into_iter().map(|year| {
        let (read, write) = (id.clone(), id.clone());
        let value = Memo::new(move |_| plan.with(|p| p.line(&read)?.goals.get(&year).map(|g| g.value)));
        let ask = Callback::new(move |goal| here.ask(Command::SetGoal(write.clone(), year, goal)));
        view! { <td><Optional value label=format!("{name}, {year}") test=format!("{base}-{year}") ask/></td> }
    });
    let cells = cells.collect_view();
    let whole = id.clone();
    let whole = Memo::new(move |_| plan.with(|p| p.line(&whole).map(|l| l.goal.value)));
    let read = id.clone();
    let certificate = Memo::new(move |_| {
        plan.with(|p| {
            let own = p.line(&read)?.certificate.as_ref()?;
            Some((
                own.validity.value,
                own.renewed.value,
                own.cost.as_ref().map(|c| c.value),
            ))
        })
    });
    let id = StoredValue::new(id);
    let ask = move |certificate| here.ask(Command::SetCertificate(id.get_value(), certificate));
    let now = move || certificate.get_untracked().unwrap_or((VALIDITY, 0.0, None));
    let months = Callback::new(move |months: Option<f64>| ask(months.map(|m| (m, now().1, now().2))));
    let set_share = Callback::new(move |share: Option<f64>| ask(share.map(|s| (now().0, s, now().2))));
    let cost = Callback::new(move |cost: Option<f64>| match (certificate.get_untracked(), cost) {
        // Nothing to take away.
        (None, None) => Ok(()),
        _ => ask(Some((now().0, now().1, cost))),
    });
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td class="num" data-test=format!("{base}-whole") data-value=move || whole.get().map(|v| v.to_string())>
                {move || whole.get().map(|v| number::exact(v, lang))}
            </td>
            {cells}
            <td>
                <Optional
                    value=Memo::new(move |_| certificate.get().map(|c| c.0))
                    label=format!("{name}: {}", t.validity)
                    test=format!("{base}-validity")
                    ask=months
                />
            </td>
            <td>
                <Optional
                    value=Memo::new(move |_| certificate.get().map(|c| c.1))
                    label=format!("{name}: {}", t.renewed)
                    test=format!("{base}-renewed")
                    percent=true
                    ask=set_share
                />
            </td>
            <td>
                <Optional
                    value=Memo::new(move |_| certificate.get().and_then(|c| c.2))
                    label=format!("{name}: {}", t.renewal_cost)
                    test=format!("{base}-renewal-cost")
                    ask=cost
                />
            </td>
        </tr>
    }
}

#[component]
fn AmountRow(id: SourceId, name: String, years: Vec<i32>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let plan = workspace.plan();
    let base = format!("data-years-amount-{id}");
    let cells = years.into_iter().map(|year| {
        let (read, write) = (id.clone(), id.clone());
        let value = Memo::new(move |_| plan.with(|p| p.source(&read)?.yearly.get(&year).map(|a| a.value)));
        let ask = Callback::new(move |amount| here.ask(Command::SetYearAmount(write.clone(), year, amount)));
        view! { <td><Optional value label=format!("{name}, {year}") test=format!("{base}-{year}") ask/></td> }
    });
    let cells = cells.collect_view();
    let own = id.clone();
    let any = Memo::new(move |_| plan.with(|p| p.source(&own).map(|s| s.amount.value)));
    let lapse_words = Memo::new(move |_| {
        let of = |s: &crate::engine::SourceOutcome| s.total_expired();
        workspace
            .evaluation()
            .with(|e| e.outcome.sources.iter().find(|s| s.id == id).map_or(0.0, of))
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">{move || any.get().map(|v| number::exact(v, lang))}</td>
            {cells}
            <td class="num" data-test=format!("{base}-lost") data-value=move || lapse_words.get().to_string()>
                {move || number::number(lapse_words.get(), 0, lang)}
            </td>
        </tr>
    }
}

/// What renewing certificates comes to, for targets where it costs money.
#[component]
fn Renewals() -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let renewal_words = move || {
        let (plan, evaluation) = (workspace.plan().get(), workspace.evaluation().get());
        let lines = plan.lines.iter().zip(&evaluation.outcome.lines);
        let of = |(of, line): (&crate::model::Line, &crate::engine::LineOutcome)| {
            let renewal_words = words::renewals(line, number::MoneyUnit::Million, lang)?;
            Some(view! {
                <p
                    class="in"
                    data-test=format!("data-years-renewals-{}", of.id)
                    data-value=line.total_not_renewed().to_string()
                >
                    {of.name.get(lang).to_owned()}": "{renewal_words}
                </p>
            })
        };
        lines.filter_map(of).collect_view()
    };
    view! { {renewal_words} }
}

/// What each year attains, for targets with goals by year: added apart from in all.
#[component]
fn Results() -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let t = &texts(lang).years;
    let rows = move || {
        let (plan, evaluation) = (workspace.plan().get(), workspace.evaluation().get());
        let lines = plan
            .lines
            .iter()
            .zip(&evaluation.outcome.lines)
            .zip(&evaluation.inputs.lines);
        let mut rows = Vec::new();
        for ((of, line), inputs) in lines {
            for (year, goal) in line.years.iter().zip(&inputs.goals) {
                let base = format!("data-years-result-{}-{}", of.id, year.year);
                let in_all = line.stock.get(goal.to).copied().unwrap_or(0.0);
                rows.push(view! {
                    <tr data-test=base.clone() data-value=year.attainment.to_string()>
                        <th scope="row">{of.name.get(lang).to_owned()}</th>
                        <td class="num">{year.year.to_string()}</td>
                        <td class="num" data-test=format!("{base}-added") data-value=year.recognised.to_string()>
                            {words::addition(year.recognised, year.goal, lang)}
                        </td>
                        <td class="num" data-test=format!("{base}-stock") data-value=in_all.to_string()>
                            {number::count(in_all, of.goal.value, lang)}
                        </td>
                        <td class="num">{words::attainment(year.attainment, lang)}</td>
                    </tr>
                });
            }
        }
        rows
    };
    let none = move || {
        workspace
            .evaluation()
            .with(|e| e.outcome.lines.iter().all(|l| l.years.is_empty()))
    };
    view! {
        <Show when=move || !none() fallback=move || view! { <p class="in mut">{t.no_years}</p> }>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table">
                    <thead>
                        <tr>
                            <th scope="col">{texts(lang).data.line}</th>
                            <th scope="col" class="num">{t.year}</th>
                            <th scope="col" class="num">{t.added}" / "{t.goal}</th>
                            <th scope="col" class="num">{t.in_all}</th>
                            <th scope="col" class="num">{t.attained}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Show>
    }
}
