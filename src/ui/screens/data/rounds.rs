//! Months in which results are recognised.

use super::lines::Names;
use super::origin::{OriginMark, OriginTarget};
use super::{Here, here, place};
use crate::edit::Command;
use crate::formats::number::month_label;
use crate::model::field::OriginField;
use crate::model::{self, Lang, LineId, YearMonth};
use crate::sort;
use crate::ui::prelude::*;

/// A row of months for each line.
#[component]
pub fn Rounds(lines: Names) -> impl IntoView {
    let Here { lang, t, .. } = here();
    view! {
        <div class="scroll-x data-scroll">
            <table class="sheet data-table data-months">
                <thead>
                    <tr>
                        <th scope="col">{t.line}</th>
                        <th scope="col">{t.every_month}</th>
                        {(1..=12).map(|month| view! { <th scope="col">{month_of_year(month, lang)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{lines.into_iter().map(|(id, name)| view! { <RoundsRow id name/> }).collect_view()}</tbody>
            </table>
        </div>
        <p class="in mut sm">{t.january_hint}</p>
    }
}

/// Short name of a month of any year.
pub fn month_of_year(month: u8, lang: Lang) -> String {
    let month = YearMonth { year: 2001, month };
    month_label(month, month, lang)
}

#[component]
fn RoundsRow(id: LineId, name: String) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let read = id.clone();
    let rounds = Memo::new(move |_| plan.with(|p| p.line(&read).map(|l| l.appraisal.rounds.clone())));
    let read = id.clone();
    let old = Memo::new(move |_| {
        plan.with(|p| {
            p.line(&read)
                .and_then(|l| l.appraisal.rounds_replaced.as_ref())
                .map(|old| old.value.clone())
        })
    });
    let every = move || matches!(rounds.get(), Some(model::Rounds::EveryMonth));
    let has_round = move |month: u8| match rounds.get() {
        Some(model::Rounds::EveryMonth) => true,
        Some(model::Rounds::Months { months }) => months.contains(&month),
        None => false,
    };
    let base = place::element(&format!("/lines/{id}/appraisal/rounds"));
    let target = OriginTarget::Field(OriginField::Rounds(id.clone()));
    let reset = base.clone();
    let id = StoredValue::new(id);
    let set = move |rounds| here.tell(Command::SetRounds(id.get_value(), rounds));
    // From every month to chosen ones: all twelve stay chosen, none is lost by the click.
    let toggle_every = move |on: bool| {
        set(if on {
            model::Rounds::EveryMonth
        } else {
            model::Rounds::Months {
                months: (1..=12).collect(),
            }
        });
    };
    let toggle = move |month: u8| {
        let mut months: Vec<u8> = (1..=12).filter(|m| has_round(*m)).collect();
        match months.iter().position(|m| *m == month) {
            Some(at) => {
                months.remove(at);
            }
            None => months.push(month),
        }
        sort::by(&mut months, Ord::cmp);
        set(model::Rounds::Months { months });
    };
    let months = (1..=12u8)
        .map(|month| {
            view! {
                <td>
                    <button
                        type="button"
                        class="data-month"
                        aria-label=format!("{name}: {}", month_of_year(month, lang))
                        aria-pressed=move || has_round(month).to_string()
                        data-test=format!("{base}-{month}")
                        data-value=move || has_round(month).to_string()
                        disabled=workspace.read_only()
                        on:click=move |_| toggle(month)
                    >
                        {move || if has_round(month) { "◆" } else { "" }}
                    </button>
                </td>
            }
        })
        .collect_view();
    view! {
        <tr id=base.clone() data-test=base.clone()>
            <th scope="row">
                {name.clone()}" "<OriginMark target name=base.clone()/>
                {move || old.get().map(|old| {
                    let words = match &old {
                        model::Rounds::EveryMonth => t.every_month.to_owned(),
                        model::Rounds::Months { months } => {
                            months.iter().map(|m| month_of_year(*m, lang)).collect::<Vec<_>>().join(" ")
                        }
                    };
                    view! {
                        <button
                            type="button"
                            class="data-reset"
                            data-test=format!("{reset}-reset")
                            title=t.reset_hint
                            aria-label=format!("{}: {words}", t.reset_hint)
                            disabled=workspace.read_only()
                            on:click=move |_| set(old.clone())
                        >
                            <span aria-hidden="true">"↺ "</span>{words.clone()}
                        </button>
                    }
                })}
            </th>
            <td>
                <input
                    type="checkbox"
                    aria-label=format!("{name}: {}", t.every_month)
                    data-test=format!("{base}-every-month")
                    data-value=move || every().to_string()
                    disabled=workspace.read_only()
                    prop:checked=every
                    on:change=move |event| toggle_every(event_target_checked(&event))
                />
            </td>
            {months}
        </tr>
    }
}
