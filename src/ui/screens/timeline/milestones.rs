//! Dated steps: name, who answers for them, when they are due.

use super::context::TimelineContext;
use crate::edit::Command;
use crate::formats::number::{date_iso, parse_date};
use crate::i18n::messages::command_error;
use crate::model::{LineId, Milestone};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// The list of milestones of all lines.
#[component]
pub fn Milestones() -> impl IntoView {
    let page = TimelineContext::get();
    let steps = Memo::new(move |_| {
        page.work.plan().with(|p| {
            let lines = p.lines.iter();
            let each = lines.flat_map(|l| (0..l.milestones.len()).map(move |i| (l.id.clone(), i)));
            each.collect::<Vec<_>>()
        })
    });
    view! {
        <section class="panel tl-ms">
            <header><h2>{move || page.t().milestones}</h2></header>
            <ul>
                <For each=move || steps.get() key=|step| step.clone() children=move |(line, index)| view! { <Step line index/> }/>
            </ul>
            <p class="in mut sm" hidden=move || !steps.with(Vec::is_empty)>{move || page.t().no_milestones}</p>
        </section>
    }
}

#[component]
fn Step(line: LineId, index: usize) -> impl IntoView {
    let page = TimelineContext::get();
    let base = format!("milestone-{line}-{index}");
    let line = StoredValue::new(line);
    let step = Memo::new(move |_| {
        page.work.plan().with(|p| {
            let milestone = line.with_value(|id| p.line(id)?.milestones.get(index).cloned());
            milestone.unwrap_or_default()
        })
    });
    let put = move |change: &dyn Fn(&mut Milestone)| {
        let mut next = step.get_untracked();
        change(&mut next);
        if next != step.get_untracked() {
            page.work.dispatch(Command::SetMilestone(line.get_value(), index, next));
        }
        Ok(())
    };
    let name = Callback::new(move |entry: String| {
        let lang = page.prefs.lang().get_untracked();
        if entry.trim().is_empty() {
            let error = crate::edit::CommandError::OutOfRange(crate::model::Rule::Name);
            return Err(command_error(&error, lang).paragraph());
        }
        put(&|s| s.name.set(lang, entry.trim().to_owned()))
    });
    let owner = Callback::new(move |entry: String| put(&|s| s.owner = entry.trim().to_owned()));
    let due = Callback::new(move |entry: String| match parse_date(&entry) {
        Some(iso) => put(&|s| s.due = iso.clone()),
        None => Err(page.t_untracked().not_a_date.to_owned()),
    });
    let label = move |what: fn(TimelineContext) -> &'static str| {
        Signal::derive(move || format!("{} {}: {}", page.t().milestone, index + 1, what(page)))
    };
    let disabled = page.work.read_only();
    view! {
        <li>
            <EditField
                text=Signal::derive(move || step.with(|s| s.name.get(page.lang()).to_owned()))
                on_commit=name
                label=label(|p| p.t().milestone)
                test=format!("{base}-name")
                number=false
                disabled=disabled
            />
            <label>
                <span>{move || page.t().owner}</span>
                <EditField
                    text=Signal::derive(move || step.with(|s| s.owner.clone()))
                    on_commit=owner
                    label=label(|p| p.t().owner)
                    test=format!("{base}-owner")
                    number=false
                    disabled=disabled
                />
            </label>
            <label>
                <span>{move || page.t().due}</span>
                <EditField
                    text=Signal::derive(move || step.with(|s| date_iso(&s.due)))
                    on_commit=due
                    label=label(|p| p.t().due)
                    test=format!("{base}-due")
                    raw=Signal::derive(move || step.with(|s| s.due.clone()))
                    disabled=disabled
                />
            </label>
        </li>
    }
}
