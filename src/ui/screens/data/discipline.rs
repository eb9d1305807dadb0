//! How the plan pays builders and when units start, before any scenario.

use super::origin::{OriginMark, OriginTarget};
use super::plan::whole_in;
use super::{Here, here};
use crate::app::use_toasts;
use crate::edit::Command;
use crate::formats::number;
use crate::i18n::messages;
use crate::model::Schedule;
use crate::model::field::OriginField;
use crate::ui::prelude::*;
use crate::ui::widgets::{DisciplineFields, EditField, Select};

fn fields() -> DisciplineFields {
    let here = here();
    let plan = here.workspace.plan();
    let now = Signal::derive(move || plan.with(|p| p.discipline));
    let change = Callback::new(move |discipline| here.ask(Command::SetPlanDiscipline(discipline)));
    DisciplineFields::new(now, now, change)
}

/// Choice of the discipline, with what it needs.
#[component]
pub fn DisciplineRows() -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let (fields, toasts) = (fields(), use_toasts());
    let (wait, cap) = (fields.wait(), fields.cap());
    let choose = Callback::new(move |kind: String| {
        // A refusal has no field to be shown at: it becomes a message of the page.
        if let Err(reason) = fields.set_kind(&kind) {
            toasts.error(reason);
        }
    });
    let choices = DisciplineFields::choices([t.bridge, t.pay_as_you_go, t.arrears]);
    let has_wait = Memo::new(move |_| wait.get().is_some());
    let has_cap = Memo::new(move |_| cap.get().is_some());
    view! {
        <div>
            <dt>{t.discipline}</dt>
            <dd>
                <Select
                    class="data-select"
                    label=t.discipline
                    test="data-discipline"
                    choices=Signal::stored(choices)
                    value=fields.kind()
                    on_choose=choose
                    disabled=workspace.read_only()
                />
                <OriginMark target=OriginTarget::Field(OriginField::Discipline) name="data-discipline".to_owned()/>
            </dd>
        </div>
        <Show when=move || has_wait.get()><WaitRow fields/></Show>
        <Show when=move || has_cap.get()><CapRow fields/></Show>
    }
}

#[component]
fn WaitRow(fields: DisciplineFields) -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let wait = fields.wait();
    let text = Signal::derive(move || wait.get().map(|w| w.to_string()).unwrap_or_default());
    let commit = Callback::new(move |entry: String| {
        let wait = whole_in(here, &entry, 0.0, DisciplineFields::MOST_WAIT)?;
        fields.set_wait(wait as usize)
    });
    view! {
        <div>
            <dt>{t.wait}</dt>
            <dd>
                <EditField
                    text
                    on_commit=commit
                    label=t.wait
                    test="data-discipline-wait"
                    disabled=workspace.read_only()
                    class="short"
                />
            </dd>
        </div>
    }
}

#[component]
fn CapRow(fields: DisciplineFields) -> impl IntoView {
    let Here { workspace, t, lang } = here();
    let cap = fields.cap();
    let text = Signal::derive(move || cap.get().map(|c| number::exact(c, lang)).unwrap_or_default());
    let raw = Signal::derive(move || cap.get().map(|c| c.to_string()).unwrap_or_default());
    let commit = Callback::new(move |entry: String| {
        let now = cap.get_untracked().unwrap_or(0.0);
        let amount = number::parse_amount(&entry, lang, now, now);
        fields.set_cap(amount.map_err(|e| messages::number_error(&e, lang).paragraph())?.value)
    });
    view! {
        <div>
            <dt>{t.cap}</dt>
            <dd>
                <EditField text on_commit=commit label=t.cap test="data-discipline-cap" raw disabled=workspace.read_only()/>
            </dd>
        </div>
    }
}

/// Choice of the start schedule. Starts given month by month or by an optimiser can be left for another schedule here,
/// but are not made here.
#[component]
pub fn ScheduleRow() -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let plan = workspace.plan();
    let kind = Memo::new(move |_| {
        let kind = plan.with(|p| match p.schedule {
            Schedule::Even => "even",
            Schedule::Early => "early",
            Schedule::ByMonth { .. } => "by-month",
            Schedule::Optimised { .. } => "optimised",
        });
        kind.to_owned()
    });
    let choices = Signal::derive(move || {
        let all = [
            ("even", t.even),
            ("early", t.early),
            ("by-month", t.by_month),
            ("optimised", t.optimised),
        ];
        let options = all
            .into_iter()
            .enumerate()
            .filter(|(at, (value, _))| *at < 2 || kind.with(|k| k == value));
        options
            .map(|(_, (value, word))| (value.to_owned(), word.to_owned()))
            .collect()
    });
    let choose = Callback::new(move |kind: String| match kind.as_str() {
        "even" => here.tell(Command::SetPlanSchedule(Schedule::Even)),
        "early" => here.tell(Command::SetPlanSchedule(Schedule::Early)),
        _ => {}
    });
    view! {
        <div>
            <dt>{t.schedule}</dt>
            <dd><Select class="data-select" disabled=workspace.read_only() label=t.schedule test="data-schedule" choices value=kind on_choose=choose/></dd>
        </div>
    }
}
