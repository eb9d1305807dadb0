//! How the plan pays builders and when units start, before any scenario.

use super::origin::{OriginMark, OriginTarget};
use super::plan::whole_in;
use super::select::{Select, fixed};
use super::{Here, here};
use crate::edit::{Command, OriginField};
use crate::formats::number;
use crate::i18n::messages;
use crate::model::{Calendar, Discipline, Schedule};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// Most months a bill may wait, as the field accepts it.
const MOST_WAIT: f64 = Calendar::MAX_MONTHS as f64;
/// Months a bill may wait when a discipline with waiting is chosen anew: the default of the model.
const WAIT: usize = 3;

fn wait(discipline: Discipline) -> Option<usize> {
    match discipline {
        Discipline::Bridge { wait } | Discipline::Arrears { wait, .. } => Some(wait),
        Discipline::PayAsYouGo => None,
    }
}

fn cap(discipline: Discipline) -> Option<f64> {
    match discipline {
        Discipline::Arrears { cap, .. } => Some(cap),
        _ => None,
    }
}

/// Choice of the discipline, with what it needs.
#[component]
pub fn DisciplineRows() -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let plan = workspace.plan();
    let discipline = Memo::new(move |_| plan.with(|p| p.discipline));
    let kind = Signal::derive(move || {
        let kind = match discipline.get() {
            Discipline::Bridge { .. } => "bridge",
            Discipline::PayAsYouGo => "pay-as-you-go",
            Discipline::Arrears { .. } => "arrears",
        };
        kind.to_owned()
    });
    let choose = Callback::new(move |kind: String| {
        let wait = wait(discipline.get_untracked()).unwrap_or(WAIT);
        here.tell(Command::SetPlanDiscipline(match kind.as_str() {
            "pay-as-you-go" => Discipline::PayAsYouGo,
            "arrears" => Discipline::Arrears { cap: 0.0, wait },
            _ => Discipline::Bridge { wait },
        }));
    });
    let choices = fixed(&[
        ("bridge", t.bridge),
        ("pay-as-you-go", t.pay_as_you_go),
        ("arrears", t.arrears),
    ]);
    let has_wait = Memo::new(move |_| wait(discipline.get()).is_some());
    let has_cap = Memo::new(move |_| cap(discipline.get()).is_some());
    view! {
        <div>
            <dt>{t.discipline}</dt>
            <dd>
                <Select label=t.discipline test="data-discipline" choices value=kind on_choose=choose/>
                <OriginMark target=OriginTarget::Field(OriginField::Discipline) name="data-discipline".to_owned()/>
            </dd>
        </div>
        <Show when=move || has_wait.get()><WaitRow discipline/></Show>
        <Show when=move || has_cap.get()><CapRow discipline/></Show>
    }
}

#[component]
fn WaitRow(discipline: Memo<Discipline>) -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let text = Signal::derive(move || wait(discipline.get()).map(|w| w.to_string()).unwrap_or_default());
    let commit = Callback::new(move |typed: String| {
        let wait = whole_in(here, &typed, 0.0, MOST_WAIT)? as usize;
        here.ask(Command::SetPlanDiscipline(match discipline.get_untracked() {
            Discipline::Arrears { cap, .. } => Discipline::Arrears { cap, wait },
            _ => Discipline::Bridge { wait },
        }))
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
fn CapRow(discipline: Memo<Discipline>) -> impl IntoView {
    let here = here();
    let Here { workspace, t, lang } = here;
    let text = Signal::derive(move || {
        cap(discipline.get())
            .map(|c| number::exact(c, lang))
            .unwrap_or_default()
    });
    let raw = Signal::derive(move || cap(discipline.get()).map(|c| c.to_string()).unwrap_or_default());
    let commit = Callback::new(move |typed: String| {
        let discipline = discipline.get_untracked();
        let now = cap(discipline).unwrap_or(0.0);
        let read = number::parse_amount(&typed, lang, now, now);
        let cap = read.map_err(|e| messages::number_error(&e, lang).paragraph())?.value;
        let wait = wait(discipline).unwrap_or(WAIT);
        here.ask(Command::SetPlanDiscipline(Discipline::Arrears { cap, wait }))
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
        let offered = all
            .into_iter()
            .enumerate()
            .filter(|(at, (value, _))| *at < 2 || kind.with(|k| k == value));
        offered
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
            <dd><Select label=t.schedule test="data-schedule" choices value=kind on_choose=choose/></dd>
        </div>
    }
}
