//! Named checks of a plan. A half-filled plan is allowed: checks say what is wrong and where, they do not stop.

mod actuals;
mod communes;
mod correlations;
mod events;
mod findings;
mod lines;
mod plan;
mod scenarios;
mod sources;
#[cfg(test)]
mod tests;

use super::Plan;
use findings::Findings;
use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look.
    Note,
    /// The result is doubtful.
    Warning,
    /// The figure cannot be used; the engine replaces it as the check says.
    Error,
}

/// One finding of one check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    /// Stable name of the check, one of [`CHECKS`].
    pub check: &'static str,
    /// How bad.
    pub severity: Severity,
    /// JSON-pointer-like path with ids in place of array indices: `/sources/state/release`. Things without an id
    /// (stages, milestones) are counted from 0.
    pub path: String,
    /// Arguments of the sentence, in the order [`CHECKS`] gives. Numbers are plain, with a decimal point.
    pub args: Vec<String>,
}

/// Names of all checks. What they say and their arguments:
///
/// | check | severity | says | arguments |
/// |---|---|---|---|
/// | `not-finite` | error | not a finite number | – |
/// | `negative` | error | below 0 | value |
/// | `not-share` | error | not between 0 and 1 | value |
/// | `not-whole` | error | not a whole number | value |
/// | `range-order` | error | not low ≤ likely ≤ high | low, likely, high |
/// | `release-outside` | error | point of a release curve not between 0 and 1 | point 1–13, value |
/// | `release-decreasing` | error | point of a release curve below the one before | point 2–13, value, value before |
/// | `duration-short` | error | less than one month of work | value |
/// | `pass-outside` | error | pass rate not above 0 and at most 1 | value |
/// | `share-order` | error | smallest share of a recipe above the largest | smallest, largest |
/// | `profile-negative` | error | a weight of the spend profile is below 0 or not finite | part 1–n |
/// | `profile-zero` | error | all weights of the spend profile are 0 | – |
/// | `month-outside` | error | month of the year not 1–12 | month |
/// | `calendar-start` | error | first month not 1–12 | month |
/// | `calendar-months` | error | number of months not 1–61 | months, most |
/// | `duplicate-id` | error | an id is used twice in its list; the first counts | id |
/// | `empty-id` | error | an id is empty | – |
/// | `no-sources` | warning | no source of money | – |
/// | `no-lines` | warning | no target | – |
/// | `no-scenarios` | warning | no scenario | – |
/// | `population-zero` | warning | population 0: nothing can be said per head | – |
/// | `weights-zero` | warning | all weights are 0: no score | – |
/// | `recipe-short` | warning | largest shares add up to less than 1: the line cannot be financed | sum |
/// | `recipe-over` | warning | smallest shares add up to more than 1: the line cannot be financed | sum |
/// | `goal-above-candidates` | warning | more wanted than there are | goal, candidates |
/// | `under-way-above-candidates` | warning | more under way than there are | under way, candidates |
/// | `no-starts` | warning | goal, but no unit may start in any month | goal |
/// | `rounds-empty` | warning | no recognition round | – |
/// | `no-round-in-time` | warning | no round in the calendar after the shortest work and lag | months of work, lag |
/// | `level-twice` | warning | two lines lead communes to the same level | id of the first line |
/// | `correlation-outside` | error | a correlation not between −1 and 1; ignored | value |
/// | `correlation-impossible` | error | no random numbers can have these correlations: nothing is sampled | names of the pair that fits least |
/// | `correlation-twice` | warning | a pair named before, or one average with itself; the last counts | – |
/// | `unknown-source` | warning | names a source the plan does not have; ignored | id |
/// | `unknown-line` | warning | names a line the plan does not have; ignored | id |
/// | `unknown-event` | warning | names an event the plan does not have; ignored | id |
/// | `unknown-commune` | warning | names a commune the plan does not have; ignored | id |
/// | `unknown-criterion` | warning | commune has an entry for a criterion not in the set of its next level | criterion id |
/// | `pick-not-candidate` | warning | commune fixed in, but not a candidate of any line | name of the commune |
/// | `pushed-above-candidates` | warning | more pushed than there are | pushed, candidates |
/// | `starts-beyond-calendar` | warning | starts are given for months after the calendar; ignored | months given, months |
/// | `closed-beyond-calendar` | warning | more closed months than the plan has; the rest is ignored | closed months, months |
/// | `event-without-months` | warning | slows work, but has no month | – |
/// | `model-needs-earlier-year` | warning | advanced for this plan's year or later: cannot become a model commune in it | year, plan's year |
/// | `date-malformed` | warning | not a date YYYY-MM-DD | text |
/// | `due-outside-calendar` | warning | a milestone is due before or after the plan: it is on no drawing | date |
/// | `money-before-decision` | warning | reward money before the decision it is paid for | date of the money, date of the decision |
/// | `target-year-missing` | note | advanced, but not said since which target year | – |
/// | `target-year-mismatch` | note | decision date points to another target year (up to 31 January: the year before) | year, year by the date |
/// | `criteria-incomplete` | note | criteria still to be done lack cost or months, so the line's own are used | how many |
/// | `met-with-cost` | note | a met criterion still has a cost | criterion id, cost |
/// | `set-twice` | note | a second set for the same level; the first is used | id of the first set |
/// | `event-no-effect` | note | event without effect | – |
pub const CHECKS: &[&str] = &[
    "not-finite",
    "negative",
    "not-share",
    "not-whole",
    "range-order",
    "release-outside",
    "release-decreasing",
    "duration-short",
    "pass-outside",
    "share-order",
    "profile-negative",
    "profile-zero",
    "month-outside",
    "calendar-start",
    "calendar-months",
    "duplicate-id",
    "empty-id",
    "no-sources",
    "no-lines",
    "no-scenarios",
    "population-zero",
    "weights-zero",
    "recipe-short",
    "recipe-over",
    "goal-above-candidates",
    "under-way-above-candidates",
    "no-starts",
    "rounds-empty",
    "no-round-in-time",
    "level-twice",
    "correlation-outside",
    "correlation-impossible",
    "correlation-twice",
    "unknown-source",
    "unknown-line",
    "unknown-event",
    "unknown-commune",
    "unknown-criterion",
    "pick-not-candidate",
    "pushed-above-candidates",
    "starts-beyond-calendar",
    "closed-beyond-calendar",
    "event-without-months",
    "model-needs-earlier-year",
    "date-malformed",
    "due-outside-calendar",
    "money-before-decision",
    "target-year-missing",
    "target-year-mismatch",
    "criteria-incomplete",
    "met-with-cost",
    "set-twice",
    "event-no-effect",
];

/// Runs all checks, in plan order.
pub fn validate(plan: &Plan) -> Vec<Issue> {
    let mut findings = Findings::default();
    plan::check(plan, &mut findings);
    sources::check(plan, &mut findings);
    lines::check(plan, &mut findings);
    communes::check(plan, &mut findings);
    events::check(plan, &mut findings);
    correlations::check(plan, &mut findings);
    scenarios::check(plan, &mut findings);
    actuals::check(plan, &mut findings);
    findings.issues
}
