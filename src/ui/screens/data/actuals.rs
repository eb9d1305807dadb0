//! What really happened, month by month: typed or pasted, whether the run goes on from it, and the report to date.

use super::origin::{OriginMark, OriginTarget};
use super::place::Section;
use super::sheet::move_between_rows;
use super::{Here, Panel, here};
use crate::app::{use_prefs, use_toasts};
use crate::edit::Command;
use crate::formats::number;
use crate::i18n::{actuals as words, texts};
use crate::model::field::OriginField;
use crate::model::{ActualRow, LineId, SourceId};
use crate::platform::clipboard;
use crate::sheet::{actual_name, actual_rows, paste_actuals, read_figure};
use crate::ui::prelude::*;
use crate::ui::widgets::{Dialog, EditField, Rows, Select};

/// Errors of a paste that are listed; more are counted.
const LISTED: usize = 8;

/// The text to be pasted and where: row and month.
#[derive(Clone, Copy)]
struct Pasting {
    open: RwSignal<bool>,
    text: RwSignal<String>,
    from: RwSignal<(usize, usize)>,
}

/// Panel of what really happened in closed months.
#[component]
pub fn ActualsPanel() -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = &texts(lang).actuals;
    let plan = workspace.plan();
    let rows = Memo::new(move |_| plan.with(|p| actual_rows(p)));
    let months = Memo::new(move |_| plan.with(|p| month_names(p, lang)));
    let pasting = Pasting {
        open: RwSignal::new(false),
        text: RwSignal::new(String::new()),
        from: RwSignal::new((0, 0)),
    };
    provide_context(pasting);
    let group = move |of: fn(&ActualRow) -> bool| {
        move || {
            let all = rows.get().into_iter().enumerate();
            all.filter(|(_, row)| of(row)).collect::<Vec<_>>()
        }
    };
    let body = move |title: &'static str, of: fn(&ActualRow) -> bool| {
        view! {
            <tbody>
                <tr class="group"><th scope="rowgroup" colspan=move || (months.with(Vec::len) + 2).to_string()>{title}</th></tr>
                <Rows
                    each=group(of)
                    key=|(_, row)| format!("{row:?}")
                    children=move |(index, row)| view! { <Row index row months/> }
                />
            </tbody>
        }
    };
    view! {
        <Panel section=Section::Actuals>
            <Controls months/>
            <p class="in mut sm">{t.hint}</p>
            <div class="scroll-x data-scroll">
                <table
                    class="sheet data-table data-actuals"
                    data-test="data-actuals-table"
                    on:keydown=move_between_rows
                >
                    <thead>
                        <tr>
                            <th scope="col">{t.row}</th>
                            <th scope="col" class="num">{t.so_far}</th>
                            {move || months.get().into_iter().enumerate().map(|(month, name)| view! {
                                <th scope="col" class="num" class:closed=is_closed(here, month)>{name}</th>
                            }).collect_view()}
                        </tr>
                    </thead>
                    {body(t.recognised, |row| matches!(row, ActualRow::Recognised(_)))}
                    {body(t.started, |row| matches!(row, ActualRow::Started(_)))}
                    {body(t.paid, |row| matches!(row, ActualRow::Paid(_)))}
                </table>
            </div>
            <Report/>
            <PasteDialog months/>
        </Panel>
    }
}

/// Names of the months, shape `[month]`.
fn month_names(plan: &crate::model::Plan, lang: crate::model::Lang) -> Vec<String> {
    let calendar = plan.calendar;
    let name = |t| number::month_label(calendar.month(t), calendar.start, lang);
    (0..calendar.months).map(name).collect()
}

fn is_closed(here: Here, month: usize) -> Signal<bool> {
    let plan = here.workspace.plan();
    Memo::new(move |_| plan.with(|p| month < p.actuals.months)).into()
}

/// Which months are closed, whether the run is a forecast, and the button for pasting.
#[component]
fn Controls(months: Memo<Vec<String>>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = &texts(lang).actuals;
    let plan = workspace.plan();
    let pasting: Pasting = expect_context();
    let is_closed = Memo::new(move |_| plan.with(|p| p.actuals.months));
    let forecast = Memo::new(move |_| plan.with(|p| p.actuals.forecast));
    let choices = Signal::derive(move || {
        let mut choices = vec![("0".to_owned(), t.none_closed.to_owned())];
        choices.extend(
            months
                .get()
                .into_iter()
                .enumerate()
                .map(|(at, name)| ((at + 1).to_string(), name)),
        );
        choices
    });
    let close = Callback::new(move |value: String| {
        here.tell(Command::SetActualsMonths(value.parse().unwrap_or(0)));
    });
    view! {
        <div class="in data-row no-print">
            <span>{t.closed_until}</span>
            <Select
                class="data-select"
                disabled=workspace.read_only()
                label=t.closed_until
                test="data-actuals-months"
                choices
                value=Signal::derive(move || is_closed.get().to_string())
                on_choose=close
            />
            <label class="check" title=t.forecast_hint>
                <input
                    type="checkbox"
                    data-test="data-actuals-forecast"
                    data-value=move || forecast.get().to_string()
                    disabled=move || workspace.read_only().get() || is_closed.get() == 0
                    prop:checked=forecast
                    on:change=move |event| here.tell(Command::SetForecast(event_target_checked(&event)))
                />
                {t.forecast}
            </label>
            <button
                type="button"
                class="btn"
                data-test="data-actuals-paste"
                disabled=workspace.read_only()
                on:click=move |_| {
                    pasting.from.set((0, 0));
                    pasting.text.set(String::new());
                    pasting.open.set(true);
                }
            >
                {t.paste}
            </button>
            <OriginMark target=OriginTarget::Field(OriginField::Actuals) name="data-actuals".to_owned()/>
        </div>
    }
}

/// What a row's fields are called in `data-test`: `data-actuals-recognised-gardens-0`.
fn row_name(row: &ActualRow) -> String {
    let (kind, id): (&str, &LineId) = match row {
        ActualRow::Recognised(id) => ("recognised", id),
        ActualRow::Started(id) => ("started", id),
        ActualRow::Paid(id) => ("paid", id as &SourceId),
    };
    format!("data-actuals-{kind}-{id}")
}

#[component]
fn Row(index: usize, row: ActualRow, months: Memo<Vec<String>>) -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let plan = workspace.plan();
    let base = row_name(&row);
    let name = plan.with_untracked(|p| actual_name(p, &row, lang).to_owned());
    let sum_row = row.clone();
    let so_far = Memo::new(move |_| plan.with(|p| p.actuals.cumulative(&sum_row).and_then(|c| c.last().copied())));
    let cells = {
        let (row, name, base) = (row.clone(), name.clone(), base.clone());
        move || {
            let all = months.get().into_iter().enumerate();
            all.map(|(month, label)| {
                let label = format!("{name}, {label}");
                view! { <td><CellField row=row.clone() index month label test=format!("{base}-{month}")/></td> }
            })
            .collect_view()
        }
    };
    view! {
        <tr data-test=base.clone()>
            <th scope="row">{name}</th>
            <td
                class="num"
                data-test=format!("{base}-sum")
                data-value=move || so_far.get().map(|v| v.to_string())
            >
                {move || so_far.get().map(|v| number::exact((v * 1e6).round() / 1e6, lang))}
            </td>
            {cells}
        </tr>
    }
}

/// One figure; a pasted table opens the dialog with this cell as its corner.
#[component]
fn CellField(row: ActualRow, index: usize, month: usize, label: String, test: String) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let plan = workspace.plan();
    let pasting: Pasting = expect_context();
    let read = row.clone();
    let value = Memo::new(move |_| plan.with(|p| p.actuals.cell(&read, month)));
    let text = Signal::derive(move || value.get().map(|v| number::exact(v, lang)).unwrap_or_default());
    let raw = Signal::derive(move || value.get().map(|v| v.to_string()).unwrap_or_default());
    let commit = Callback::new(move |has_text: String| {
        let figure = match has_text.trim() {
            "" => None,
            text => Some(read_figure(&row, text, lang).map_err(|problem| words::problem(problem, lang))?),
        };
        here.ask(Command::SetActuals(vec![(row.clone(), month, figure)]))
    });
    view! {
        <span on:paste=move |event| {
            let event: web_sys::Event = event.into();
            if let Some(table_text) = clipboard::text(&event).filter(|t| t.trim_end().contains(['\t', '\n', '\r'])) {
                event.prevent_default();
                pasting.from.set((index, month));
                pasting.text.set(table_text);
                pasting.open.set(true);
            }
        }>
            <EditField text on_commit=commit label test raw disabled=workspace.read_only() class="short"/>
        </span>
    }
}

/// The dialog for pasting: what can be read, what cannot and why; nothing is pasted by half unless asked for.
#[component]
fn PasteDialog(months: Memo<Vec<String>>) -> impl IntoView {
    let Here { lang, .. } = here();
    let pasting: Pasting = expect_context();
    view! {
        <Dialog open=pasting.open title=texts(lang).actuals.paste.to_owned() test="data-actuals-dialog">
            <PasteForm months/>
        </Dialog>
    }
}

#[component]
fn PasteForm(months: Memo<Vec<String>>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = &texts(lang).actuals;
    let pasting: Pasting = expect_context();
    let plan = workspace.plan();
    let read = Memo::new(move |_| {
        let (text, from) = (pasting.text.get(), pasting.from.get());
        plan.with(|p| paste_actuals(p, from, &text, lang))
    });
    let from_choices = Signal::derive(move || {
        let all = months.get().into_iter().enumerate();
        all.map(|(at, name)| (at.to_string(), name)).collect::<Vec<_>>()
    });
    let apply = move |_| {
        here.tell(Command::SetActuals(read.with_untracked(|r| r.changes.clone())));
        pasting.open.set(false);
    };
    let has_text = move || pasting.text.with(|text| !text.trim().is_empty());
    let outcome = move || {
        read.with(|r| {
            let errors: Vec<String> = r
                .errors
                .iter()
                .take(LISTED)
                .map(|e| words::paste_error(e, lang))
                .collect();
            let more = r.errors.len().saturating_sub(LISTED);
            view! {
                <p role="status" data-test="data-actuals-summary" data-value=r.errors.len().to_string()>
                    {crate::i18n::communes::paste_summary(r.read, r.changes.len(), r.errors.len(), lang)}
                </p>
                <ul class="cm-errors" data-test="data-actuals-errors">
                    {errors.into_iter().map(|e| view! { <li>{e}</li> }).collect_view()}
                    {(more > 0).then(|| view! { <li>{crate::i18n::communes::more_errors(more, lang)}</li> })}
                </ul>
            }
        })
    };
    view! {
        <div class="dlg-body">
            <p class="sm">{t.paste_hint}</p>
            <p class="data-row">
                <span>{t.paste_from}</span>
                <Select
                    class="data-select"
                    disabled=workspace.read_only()
                    label=t.paste_from
                    test="data-actuals-from"
                    choices=from_choices
                    value=Signal::derive(move || pasting.from.get().1.to_string())
                    on_choose=Callback::new(move |value: String| pasting.from.update(|f| f.1 = value.parse().unwrap_or(0)))
                />
            </p>
            <textarea
                class="field"
                rows="6"
                autofocus=true
                spellcheck="false"
                aria-label=t.paste_label
                data-test="data-actuals-text"
                prop:value=move || pasting.text.get()
                on:input=move |event| pasting.text.set(event_target_value(&event))
            ></textarea>
            {move || has_text().then(outcome)}
            <div class="data-buttons">
                <button
                    type="button"
                    class="btn pri"
                    data-test="data-actuals-apply"
                    disabled=move || read.with(|r| !r.errors.is_empty() || r.changes.is_empty())
                    on:click=apply
                >
                    {t.paste_apply}
                </button>
                <Show when=move || read.with(|r| !r.errors.is_empty() && !r.changes.is_empty())>
                    <button type="button" class="btn" data-test="data-actuals-readable" on:click=apply>{t.paste_readable}</button>
                </Show>
            </div>
        </div>
    }
}

/// The report to date, with a button that copies it.
#[component]
fn Report() -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let (t, prefs, toasts) = (&texts(lang).actuals, use_prefs(), use_toasts());
    let plan = workspace.plan();
    let report = Memo::new(move |_| plan.with(|p| words::report(p, prefs.money_unit().get(), lang)));
    let copy = move |_| {
        let text = report.with_untracked(|r| r.join("\n"));
        let announce = move |done: bool| toasts.show(if done { t.copied } else { t.not_copied });
        clipboard::write(&text, announce);
    };
    view! {
        <h3>{t.report}</h3>
        <div class="in data-report" data-test="data-actuals-report">
            <Show
                when=move || report.with(|r| !r.is_empty())
                fallback=move || view! { <p class="mut">{t.nothing_yet}</p> }
            >
                {move || report.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <button type="button" class="btn no-print" data-test="data-actuals-copy" on:click=copy>{t.copy}</button>
            </Show>
        </div>
    }
}
