//! What a pointer and keys do to the bars: one set of handlers for the whole drawing.

use super::context::TimelineContext;
use super::moves::{Grip, Wish, schedule};
use crate::charts::gantt::{GanttBar, Row};
use crate::engine::{Evaluation, recognised_starts};
use crate::formats::number::{count, exact};
use crate::i18n::timeline as words;
use crate::model::Schedule;
use crate::platform::dom::{self, Frame};
use crate::platform::{focus, pointer};
use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

const BAR: &str = "[data-test=gantt-bar]";

/// What is held, and what was moved by keys last.
#[derive(Default)]
pub struct Hand {
    drag: Option<Drag>,
    key_move: Option<KeyMove>,
    /// Line of the bar pressed last, for a double click.
    pressed_line: Option<String>,
    /// Row whose bar gets the focus before the next paint.
    next: Option<usize>,
    frame: Option<Frame>,
}

/// A bar held by a pointer.
struct Drag {
    grip: Grip,
    before: Arc<Evaluation>,
    track: Element,
    /// Where on the track it was taken, 0–1.
    at: f64,
    /// Whether its right edge is held.
    edge: bool,
    rest: Wish,
    shown: Wish,
}

/// Units moved month by month with keys: others that they pass stay where they are.
#[derive(Clone)]
struct KeyMove {
    grip: Grip,
    at: usize,
    now: Schedule,
}

/// The row of the bar an event is about.
fn row_of(page: TimelineContext, bar: &Element) -> Option<(usize, Row, GanttBar)> {
    let own = || bar.get_attribute("data-row")?.parse::<usize>().ok();
    let index = page.hand.with_value(|h| h.next).or_else(own)?;
    let row = page.gantt.with_untracked(|g| g.rows.get(index).cloned())?;
    let bar = row.bar.clone()?;
    Some((index, row, bar))
}

fn grip(page: TimelineContext, row: &Row, bar: &GanttBar) -> Option<Grip> {
    let plan = page.work.plan_untracked();
    let run = page.work.evaluation().get_untracked();
    let scenario = page.work.scenario_id().get_untracked();
    let grip = Grip::new(&plan, &run, &scenario, &row.line, bar.start, bar.units as usize)?;
    Some(grip.of(row.commune.clone()))
}

/// A pointer goes down: on a bar it takes hold.
pub fn press(page: TimelineContext, event: &PointerEvent) {
    let bar = dom::closest(event.target(), BAR).filter(|_| event.button() == 0);
    let Some(bar) = bar else {
        page.hand.update_value(|h| h.pressed_line = None);
        return;
    };
    page.hand.update_value(|h| h.next = None);
    let Some((_, row, facts)) = row_of(page, &bar) else {
        return;
    };
    page.hand.update_value(|h| h.pressed_line = Some(row.line.clone()));
    let edge = dom::closest(event.target(), ".gh").is_some();
    let track = dom::closest(event.target(), ".gt-t");
    event.prevent_default();
    pointer::capture(event);
    if let Some(bar) = bar.dyn_ref::<web_sys::HtmlElement>() {
        let _ = bar.focus();
    }
    if facts.under_way {
        return;
    }
    let drag = track.and_then(|track| {
        let grip = grip(page, &row, &facts)?;
        let rest = if edge { grip.stretch(0) } else { grip.shift(0) };
        Some(Drag {
            at: pointer::across(&track, f64::from(event.client_x()))?,
            before: page.work.evaluation().get_untracked(),
            shown: rest,
            rest,
            grip,
            track,
            edge,
        })
    });
    page.hand.update_value(|h| {
        h.drag = drag;
        h.key_move = None;
    });
}

/// The pointer moves: whole months are previewed.
pub fn drag(page: TimelineContext, event: &PointerEvent) {
    let preview = page.hand.try_update_value(|h| {
        let drag = h.drag.as_mut()?;
        let at = pointer::across(&drag.track, f64::from(event.client_x()))?;
        let months = ((at - drag.at) * drag.grip.wanted.len() as f64).round() as i64;
        if drag.edge && months != 0 && !drag.grip.spreads() {
            h.drag = None;
            page.toasts.show(page.t_untracked().one_commune);
            return None;
        }
        let drag = h.drag.as_mut()?;
        let wish = if drag.edge {
            drag.grip.stretch(months)
        } else {
            drag.grip.shift(months)
        };
        if wish == drag.shown {
            return None;
        }
        drag.shown = wish;
        Some((wish != drag.rest).then(|| drag.grip.command(&drag.before, wish)))
    });
    match preview.flatten() {
        Some(Some(command)) => {
            page.work.preview(command);
            if page.work.read_only().get_untracked() {
                page.hand.update_value(|h| h.drag = None);
            }
        }
        Some(None) => page.work.cancel(),
        None => {}
    }
}

/// The pointer is released: what is previewed is kept if it changes something.
pub fn release(page: TimelineContext) {
    let drag = page.hand.try_update_value(|h| h.drag.take()).flatten();
    if let Some(drag) = drag.filter(|h| h.shown != h.rest) {
        settle(page, &drag.grip, &drag.before, drag.shown);
    }
}

/// The drag is given up.
pub fn give_up(page: TimelineContext) -> bool {
    let drag = page.hand.try_update_value(|h| h.drag.take()).flatten();
    if drag.is_some() {
        page.work.cancel();
        page.announcement.set(page.t_untracked().given_up.to_owned());
    }
    drag.is_some()
}

/// A click beside the bars: on a name or on a month.
pub fn click(page: TimelineContext, event: &MouseEvent) {
    if let Some(button) = dom::closest(event.target(), "[data-do]") {
        let line = button.get_attribute("data-line").unwrap_or_default();
        match button.get_attribute("data-do").as_deref() {
            Some("fold") => page.fold(&line),
            _ => page.open(&line),
        }
    } else if let Some(track) = dom::closest(event.target(), ".gt-t")
        && dom::closest(event.target(), "input,.gb").is_none()
        && let Some(at) = pointer::across(&track, f64::from(event.client_x()))
    {
        let months = page.gantt.with_untracked(|g| g.months.len());
        page.look_at(((at * months as f64).max(0.0) as usize).min(months.saturating_sub(1)));
    }
}

/// A double click on a bar opens the details of its line.
pub fn double_click(page: TimelineContext) {
    if let Some(line) = page.hand.with_value(|h| h.pressed_line.clone()) {
        page.open(&line);
    }
}

/// Keys on a bar.
pub fn key(page: TimelineContext, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    if event.key() == "Escape" {
        if give_up(page) {
            event.stop_propagation();
            event.prevent_default();
        }
        return;
    }
    let Some(bar) = dom::closest(event.target(), BAR) else {
        return;
    };
    let Some((_, row, facts)) = row_of(page, &bar) else {
        return;
    };
    let by = match event.key().as_str() {
        "ArrowLeft" => Some(-1),
        "ArrowRight" => Some(1),
        "Home" | "End" => None,
        "ArrowUp" | "ArrowDown" => {
            event.prevent_default();
            focus::step(BAR, if event.key() == "ArrowUp" { -1 } else { 1 });
            return;
        }
        "Enter" | " " => {
            event.prevent_default();
            page.open(&row.line);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let t = page.t_untracked();
    if facts.under_way {
        page.toasts.show(t.fixed);
        return;
    }
    let plan = page.work.plan_untracked();
    let before = page.work.evaluation().get_untracked();
    let Some(fresh) = grip(page, &row, &facts) else { return };
    let key_move = page.hand.with_value(|h| h.key_move.clone()).filter(|c| {
        c.grip.line == fresh.line
            && c.grip.commune == fresh.commune
            && c.grip.scenario == fresh.scenario
            && c.at == facts.start
            && c.now == *schedule(&plan, &fresh.scenario)
    });
    let (grip, wish) = match by {
        Some(_) if event.shift_key() && !fresh.spreads() => {
            page.toasts.show(t.one_commune);
            return;
        }
        Some(by) if event.shift_key() => {
            let wish = fresh.stretch(by);
            if wish == fresh.stretch(0) {
                page.toasts.show(if by > 0 { t.spread_most } else { t.spread_least });
                return;
            }
            (fresh, wish)
        }
        by => {
            let grip = key_move.map_or(fresh, |c| c.grip);
            let month = match by {
                Some(by) => usize::try_from(facts.start as i64 + by).unwrap_or(0).min(grip.end()),
                None => {
                    let line = before.inputs.lines.iter().find(|l| l.id == row.line);
                    let Some((first, last)) = line.and_then(|l| recognised_starts(l, facts.duration)) else {
                        page.toasts.show(t.none_in_time);
                        return;
                    };
                    if event.key() == "Home" { first } else { last }
                }
            };
            if month == facts.start {
                match by {
                    Some(-1) => page.toasts.show(t.first_already),
                    Some(_) => page.toasts.show(t.last_already),
                    None => page.announcement.set(facts.spoken),
                }
                return;
            }
            (grip, Wish::To(month))
        }
    };
    page.work.preview(grip.command(&before, wish));
    if page.work.read_only().get_untracked() {
        return;
    }
    if settle(page, &grip, &before, wish)
        && let Wish::To(at) = wish
    {
        let now = schedule(&page.work.plan_untracked(), &grip.scenario).clone();
        page.hand.update_value(|h| h.key_move = Some(KeyMove { grip, at, now }));
    }
}

/// Keeps what is previewed, or gives it up and says why it changes nothing. True if it is kept.
pub fn settle(page: TimelineContext, grip: &Grip, before: &Evaluation, wish: Wish) -> bool {
    let lang = page.prefs.lang().get_untracked();
    let after = page.work.evaluation().get_untracked();
    let (Wish::To(month) | Wish::Spread(month, _)) = wish;
    if let Some(why) = grip.useless(before, &after, wish) {
        page.work.cancel();
        page.toasts
            .show(words::explain_useless(why, &page.month_name(month), lang));
        focus_start(page, grip, grip.start);
        return false;
    }
    page.work.commit();
    page.hand.update_value(|h| h.key_move = None);
    let bar = focus_start(page, grip, month);
    if let (Wish::To(_), Some(bar)) = (wish, &bar)
        && bar.round.is_none()
        && bar.start == month
    {
        page.toasts.show(words::lateness_warning(&page.month_name(month), lang));
    }
    let line = after.outcome.lines.iter().find(|l| l.id == grip.line);
    let plan = page.work.plan_untracked();
    if let (Some(line), Some(of)) = (line, plan.line(&grip.line)) {
        let recognised = count(line.total_recognised(), line.goal, lang);
        let attainment_words = words::reach_sentence(of.name.get(lang), &recognised, &exact(line.goal, lang), lang);
        let spoken = bar.map(|b| format!("{}. ", b.spoken)).unwrap_or_default();
        page.announcement.set(format!("{spoken}{attainment_words}"));
    }
    true
}

/// Moves the focus, before the next paint, to the bar of a line that starts in this month, or to its first one.
fn focus_start(page: TimelineContext, grip: &Grip, month: usize) -> Option<GanttBar> {
    let bar_row = page.gantt.with_untracked(|g| {
        let same = |r: &Row| grip.commune.is_none() || r.commune == grip.commune;
        let own = |r: &&Row| r.line == grip.line && same(r) && r.bar.as_ref().is_some_and(|b| !b.under_way);
        let starts = |r: &Row| r.bar.as_ref().is_some_and(|b| b.start == month);
        let at = g.rows.iter().position(|r| own(&r) && starts(r));
        let index = at.or_else(|| g.rows.iter().position(|r| own(&r)))?;
        g.rows[index].bar.clone().map(|bar| (index, bar))
    });
    let (index, bar) = bar_row?;
    let frame = dom::before_paint(move || {
        dom::focus(&format!("[data-test=gantt-bar][data-row=\"{index}\"]"));
        // The finished call itself is let go of with the next one.
        let _ = page.hand.try_update_value(|h| h.next = None);
    });
    page.hand.update_value(|h| {
        h.next = Some(index);
        h.frame = frame;
    });
    Some(bar)
}
