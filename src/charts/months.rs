//! Labels of months and the spans in which work is slowed.

use super::{Run, Scene};
use crate::{
    i18n,
    model::{Effect, Lang},
};

/// Labels under the months of an axis, shape `[month]`; empty where there is no room: *T1*, *2*, … *12*, *1/22*.
pub(super) fn axis_labels(scene: &Scene) -> Vec<String> {
    let calendar = scene.plan.calendar;
    let months = calendar.months;
    let label = |t: usize| {
        let month = calendar.month(t);
        match months {
            _ if t == 0 => i18n::charts::month(month, calendar.start, scene.lang),
            0..=14 if month.year != calendar.start.year => {
                format!("{}/{:02}", month.month, month.year.rem_euclid(100))
            }
            0..=14 if scene.lang == Lang::En => i18n::charts::month(month, calendar.start, scene.lang),
            0..=14 => month.month.to_string(),
            _ if month.month == 1 => month.year.to_string(),
            15..=30 if month.month % 3 == 1 => month.month.to_string(),
            _ => String::new(),
        }
    };
    (0..months).map(label).collect()
}

/// Names of months, shape `[month]`: *T8*, *T1/22*.
pub(super) fn names(scene: &Scene) -> Vec<String> {
    let calendar = scene.plan.calendar;
    let name = |t| i18n::charts::month(calendar.month(t), calendar.start, scene.lang);
    (0..calendar.months).map(name).collect()
}

/// Names of the points of a cumulative curve: the start of the plan, then the ends of its months, shape `[0..=month]`.
pub(super) fn points(scene: &Scene) -> Vec<String> {
    let mut points = vec![scene.texts().start_of_plan.to_owned()];
    points.extend(names(scene));
    points
}

/// Months in which work of a line is slowed or stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// First month of the span, 0-based.
    pub from: usize,
    /// Last month of the span, 0-based and inclusive.
    pub to: usize,
    /// Names of the events that act in these months.
    pub name: String,
}

/// The spans in which work is slowed, in order.
pub(super) fn slowed(scene: &Scene, run: &Run) -> Vec<Span> {
    let calendar = scene.plan.calendar;
    let slow = |t: usize| {
        let speeds = run.evaluation.inputs.lines.iter().filter_map(|line| line.speed.get(t));
        speeds.into_iter().any(|speed| *speed < 1.0)
    };
    let mut spans: Vec<Span> = Vec::new();
    for t in (0..calendar.months).filter(|t| slow(*t)) {
        match spans.last_mut() {
            Some(span) if span.to + 1 == t => span.to = t,
            _ => spans.push(Span {
                from: t,
                to: t,
                name: String::new(),
            }),
        }
    }
    for span in &mut spans {
        span.name = event_names(scene, run, span.from, span.to);
    }
    spans
}

/// Names of the events that are on and slow work in one of the months, or a general word.
fn event_names(scene: &Scene, run: &Run, from: usize, to: usize) -> String {
    let slows = |effect: &Effect| matches!(effect, Effect::WorkSpeed { .. });
    let acts = |month: u8| (from..=to).any(|t| scene.plan.calendar.month(t).month == month);
    let mut names = Vec::new();
    for event in &scene.plan.events {
        if run.is_on(event) && event.effects.iter().any(slows) && event.months.iter().any(|m| acts(m.month)) {
            names.push(event.name.get(scene.lang));
        }
    }
    if names.is_empty() {
        scene.texts().slowed.to_owned()
    } else {
        names.join(", ")
    }
}
