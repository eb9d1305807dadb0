//! Screen *Tổng quan*: its words, and its sentences as pure functions of an evaluation.

mod en;
mod finding;
mod fix;
#[cfg(test)]
mod fixture;
mod loss;
mod missing;
mod money;
mod reason;
mod spoken;
mod vi;

pub use en::EN;
pub use finding::{Finding, finding};
pub use fix::{event_sentence, fix_sentence};
pub use loss::{Cause, Loss, Weight, loss_of, losses};
pub use missing::{beyond_money, missing_words, refused_picks};
pub use money::{
    cheapest_step, left_sentence, left_split, lever_value, most_affected, next_step_sentence, per_head_formula,
    percent_of, read_as, reconciliation_line, short_unit, submitted, units_gained,
};
pub use reason::{Reason, reason};
pub use spoken::{spoken_reason, spoken_source};
pub use vi::VI;

/// Words of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Overview {
    pub title: &'static str,
    pub key_figures: &'static str,
    pub targets_held: &'static str,
    pub of: &'static str,
    pub score: &'static str,
    pub missing_money: &'static str,
    pub peak_waiting: &'static str,
    pub sources: &'static str,
    pub sources_unit: &'static str,
    pub key_spent: &'static str,
    pub key_other: &'static str,
    pub key_left: &'static str,
    pub key_reference: &'static str,
    pub left: &'static str,
    pub million: &'static str,
    pub billion: &'static str,
    pub percent_slider: &'static str,
    pub total: &'static str,
    pub total_formula: &'static str,
    pub shares: &'static str,
    pub assumptions: &'static str,
    pub other_works: &'static str,
    pub other_works_note: &'static str,
    pub cost_level: &'static str,
    pub cost_level_note: &'static str,
    pub cost_level_origin: &'static str,
    pub scenario_origin: &'static str,
    pub events: &'static str,
    pub discipline: &'static str,
    pub bridge: &'static str,
    pub pay_as_you_go: &'static str,
    pub arrears: &'static str,
    pub wait_months: &'static str,
    pub cap: &'static str,
    pub schedule: &'static str,
    pub even: &'static str,
    pub early: &'static str,
    pub by_month: &'static str,
    pub optimised: &'static str,
    pub targets: &'static str,
    pub head_recognised: &'static str,
    pub head_goal: &'static str,
    pub key_recognised: &'static str,
    pub key_submitted: &'static str,
    pub key_goal: &'static str,
    pub key_compared: &'static str,
    pub attainment: &'static str,
    pub by_month_head: &'static str,
    pub why: &'static str,
    pub from: &'static str,
    pub on_track: &'static str,
    pub at_risk: &'static str,
    pub off_track: &'static str,
    pub guard_good: &'static str,
    pub guard_attention: &'static str,
    pub guard_over: &'static str,
    pub money_chart: &'static str,
    pub chart_cash: &'static str,
    pub chart_recognised: &'static str,
    pub chart_sources: &'static str,
    pub chart_flow: &'static str,
    pub chart_causes: &'static str,
    pub worth: &'static str,
    pub worth_source: &'static str,
    pub worth_units: &'static str,
    pub worth_points: &'static str,
    pub worth_from: &'static str,
    pub worth_nothing: &'static str,
    pub worth_note: &'static str,
    pub debt: &'static str,
    pub debt_end: &'static str,
    pub debt_peak: &'static str,
    pub per_head: &'static str,
    pub per_head_rises: &'static str,
    pub per_head_same: &'static str,
    pub per_head_unknown: &'static str,
    pub per_head_formula: &'static str,
    pub fixes: &'static str,
    pub fixes_none: &'static str,
    pub fix_apply: &'static str,
    pub causes: &'static str,
    pub causes_none: &'static str,
    pub cause: &'static str,
    pub units: &'static str,
    pub points: &'static str,
    pub funnel: &'static str,
    pub wanted: &'static str,
    pub started: &'static str,
    pub finished: &'static str,
    pub submitted: &'static str,
    pub recognised: &'static str,
    pub in_progress: &'static str,
    pub money_by_source: &'static str,
    pub paid: &'static str,
    pub share: &'static str,
    pub no_money: &'static str,
    pub months: &'static str,
    pub month: &'static str,
    pub bills: &'static str,
    pub waiting: &'static str,
    pub unit_paid: &'static str,
    pub unit_paid_none: &'static str,
    pub priority: &'static str,
    pub priority_up: &'static str,
    pub priority_down: &'static str,
    pub pushed: &'static str,
    pub line_cost: &'static str,
    pub as_plan: &'static str,
    pub reset: &'static str,
    pub print_changes: &'static str,
    pub no_targets: &'static str,
    pub no_sources: &'static str,
}
