//! Names, months, population, and how the plan pays and starts before any scenario.

use super::discipline::{DisciplineRows, ScheduleRow};
use super::field::PlanField;
use super::origin::{OriginMark, OriginTarget};
use super::place::Section;
use super::structure::TextField;
use super::{Here, Panel, here};
use crate::edit::{Command, PlanText};
use crate::formats::number;
use crate::i18n::messages;
use crate::model::field::{Field, FigureField, OriginField};
use crate::model::{Calendar, Lang, YearMonth};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// The plan as a whole.
#[component]
pub fn PlanPanel() -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let illustration = Memo::new(move |_| workspace.plan().with(|p| p.illustration));
    view! {
        <Panel section=Section::Plan>
            <Show when=move || illustration.get()>
                <p class="in risk" data-test="data-illustration">"△ "{t.illustration}</p>
            </Show>
            <dl class="data-form">
                <NameRow in_lang=Lang::Vi label=t.name_vi/>
                <NameRow in_lang=Lang::En label=t.name_en/>
                <TextRow text=PlanText::District label=t.district test="data-district"/>
                <TextRow text=PlanText::DataSource label=t.data_source test="data-data-source"/>
                <CalendarRows/>
                <div>
                    <dt>{t.population}</dt>
                    <dd><PlanField of=Field::Figure(FigureField::Population)/></dd>
                </div>
                <DisciplineRows/>
                <ScheduleRow/>
            </dl>
            <super::contributions::Contributions/>
        </Panel>
    }
}

#[component]
fn NameRow(in_lang: Lang, label: &'static str) -> impl IntoView {
    let here = here();
    let plan = here.workspace.plan();
    let text = Signal::derive(move || {
        plan.with(|p| match in_lang {
            Lang::Vi => p.name.vi.clone(),
            Lang::En => p.name.en.clone(),
        })
    });
    let commit = Callback::new(move |entry: String| here.ask(Command::RenamePlan(in_lang, entry)));
    let test = match in_lang {
        Lang::Vi => "data-name-vi",
        Lang::En => "data-name-en",
    };
    view! {
        <div>
            <dt>{label}</dt>
            <dd class="wide">
                <EditField text on_commit=commit label test number=false disabled=here.workspace.read_only()/>
            </dd>
        </div>
    }
}

#[component]
fn TextRow(text: PlanText, label: &'static str, test: &'static str) -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let read = Signal::derive(move || {
        workspace.plan().with(|p| match text {
            PlanText::District => p.district.get(lang).to_owned(),
            PlanText::DataSource => p.data_source.get(lang).to_owned(),
        })
    });
    let command = Callback::new(move |entry: String| Command::SetPlanText(text, lang, entry));
    view! {
        <div>
            <dt>{label}</dt>
            <dd class="wide"><TextField text=read label test command/></dd>
        </div>
    }
}

/// Reads a whole number in a range, for fields that are not numbers of the plan.
pub fn whole_in(here: Here, text: &str, min: f64, max: f64) -> Result<f64, String> {
    let value = number::parse_number(text, here.lang).map_err(|e| messages::number_error(&e, here.lang).paragraph())?;
    if value.fract() == 0.0 && (min..=max).contains(&value) {
        Ok(value)
    } else {
        Err(crate::i18n::shell::number_range(min, max, true, false, here.lang))
    }
}

/// A field of the calendar: what it shows and how a typed number changes it.
#[component]
fn CalendarField(
    test: &'static str,
    label: &'static str,
    min: f64,
    max: f64,
    read: fn(Calendar) -> f64,
    write: fn(&mut Calendar, f64),
) -> impl IntoView {
    let here = here();
    let plan = here.workspace.plan();
    let text = Signal::derive(move || plan.with(|p| read(p.calendar).to_string()));
    let commit = Callback::new(move |entry: String| {
        let value = whole_in(here, &entry, min, max)?;
        let mut calendar = here.workspace.plan_untracked().calendar;
        write(&mut calendar, value);
        here.ask(Command::SetCalendar(calendar))
    });
    view! { <EditField text on_commit=commit label test disabled=here.workspace.read_only() class="short"/> }
}

#[component]
fn CalendarRows() -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let last = Memo::new(move |_| {
        let calendar = workspace.plan().with(|p| p.calendar);
        let YearMonth { year, month } = calendar.month(calendar.months.saturating_sub(1));
        format!("{month}/{year}")
    });
    view! {
        <div>
            <dt>{t.first_month}</dt>
            <dd>
                <CalendarField
                    test="data-calendar-start-month"
                    label=t.first_month_of
                    min=1.0
                    max=12.0
                    read=|c| f64::from(c.start.month)
                    write=|c, v| c.start.month = v as u8
                />
                "/"
                <CalendarField
                    test="data-calendar-start-year"
                    label=t.first_year_of
                    min=1900.0
                    max=2200.0
                    read=|c| f64::from(c.start.year)
                    write=|c, v| c.start.year = v as i32
                />
            </dd>
        </div>
        <div>
            <dt>{t.months}</dt>
            <dd>
                <CalendarField
                    test="data-calendar-months"
                    label=t.months
                    min=1.0
                    max=Calendar::MAX_MONTHS as f64
                    read=|c| c.months as f64
                    write=|c, v| c.months = v as usize
                />
                <span class="mut sm">{t.up_to}" "{last}</span>
                <OriginMark target=OriginTarget::Field(OriginField::Calendar) name="data-calendar".to_owned()/>
            </dd>
        </div>
    }
}
