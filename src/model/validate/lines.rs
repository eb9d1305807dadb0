//! Checks of lines.

use super::Findings;
use crate::model::{Calendar, Commune, Level, Line, Plan, Rounds};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for (index, line) in plan.lines.iter().enumerate() {
        let path = format!("/lines/{}", line.id);
        let before = plan.lines[..index].iter();
        if let Some(first) = line
            .level
            .and_then(|level| before.rev().find(|l| l.level == Some(level)))
        {
            findings.warning("level-twice", &format!("{path}/level"), std::slice::from_ref(&first.id));
        }
        numbers(line, &path, findings);
        units(plan, line, &path, findings);
        profile(line, &path, findings);
        appraisal(plan.calendar, line, &path, findings);
        recipe(plan, line, &path, findings);
        for (index, milestone) in line.milestones.iter().enumerate() {
            let at = format!("{path}/milestones/{index}/due");
            let due = findings.date(&at, &milestone.due);
            if due.is_some_and(|(year, month)| !plan.calendar.holds(year, month)) {
                findings.warning("due-outside-calendar", &at, std::slice::from_ref(&milestone.due));
            }
        }
    }
}

fn numbers(line: &Line, path: &str, findings: &mut Findings) {
    findings.not_negative(&format!("{path}/goal"), line.goal.value);
    findings.not_negative(&format!("{path}/weight"), line.weight.value);
    for (year, goal) in &line.goals {
        findings.not_negative(&format!("{path}/goals/{year}"), goal.value);
    }
    if let Some(certificate) = &line.certificate {
        let at = format!("{path}/certificate/validity");
        if findings.count(&at, certificate.validity.value) && certificate.validity.value < 1.0 {
            findings.error("duration-short", &at, &[certificate.validity.value.to_string()]);
        }
        findings.share(&format!("{path}/certificate/renewed"), certificate.renewed.value);
        if let Some(cost) = &certificate.cost {
            findings.not_negative(&format!("{path}/certificate/cost"), cost.value);
        }
    }
    for (name, figure) in [("last_year", &line.last_year), ("stock", &line.stock)] {
        if let Some(figure) = figure {
            findings.not_negative(&format!("{path}/{name}"), figure.value);
        }
    }
    findings.range(&format!("{path}/unit_cost"), &line.unit_cost);
    findings.range(&format!("{path}/average_cost"), &line.average_cost);
    let at_duration = format!("{path}/duration");
    if findings.count(&at_duration, line.duration.value) && line.duration.value < 1.0 {
        findings.error("duration-short", &at_duration, &[line.duration.value.to_string()]);
    }
}

/// Goal, units under way, start limit and candidates against each other.
fn units(plan: &Plan, line: &Line, path: &str, findings: &mut Findings) {
    let goal = line.goal.value;
    let starts = &line.starts_per_month;
    if findings.count(&format!("{path}/starts_per_month"), starts.value) && starts.value == 0.0 && goal > 0.0 {
        findings.warning("no-starts", &format!("{path}/starts_per_month"), &[goal.to_string()]);
    }
    if !findings.count(&format!("{path}/candidates"), line.candidates.value) {
        return;
    }
    let candidates = candidates(plan, line);
    if goal > candidates {
        let args = [goal.to_string(), candidates.to_string()];
        findings.warning("goal-above-candidates", &format!("{path}/goal"), &args);
    }
    if let Some(under_way) = &line.under_way {
        let at = format!("{path}/under_way");
        findings.share(&format!("{at}/work_left"), under_way.work_left.value);
        findings.share(&format!("{at}/money_left"), under_way.money_left.value);
        let units = under_way.units.value;
        if findings.count(&format!("{at}/units"), units) && units > candidates {
            let args = [units.to_string(), candidates.to_string()];
            findings.warning("under-way-above-candidates", &format!("{at}/units"), &args);
        }
    }
}

/// Units there are to choose from: for a line of communes those that may try, if the plan lists communes.
pub(super) fn candidates(plan: &Plan, line: &Line) -> f64 {
    match line.level {
        Some(level) if !plan.communes.is_empty() => {
            plan.communes.iter().filter(|c| may_try(plan, c, level)).count() as f64
        }
        _ => line.candidates.value,
    }
}

/// Whether a commune may work towards a level: it holds the one below, and a model commune-to-be has held it for an
/// earlier target year.
pub(super) fn may_try(plan: &Plan, commune: &Commune, level: Level) -> bool {
    let earlier = commune.target_year.is_none_or(|year| year < plan.calendar.start.year);
    commune.level == level.below() && (level != Level::Model || earlier)
}

fn profile(line: &Line, path: &str, findings: &mut Findings) {
    let path = format!("{path}/profile");
    let bad = |weight: &f64| !weight.is_finite() || *weight < 0.0;
    if let Some(part) = line.profile.iter().position(bad) {
        findings.error("profile-negative", &path, &[(part + 1).to_string()]);
    } else if !line.profile.is_empty() && line.profile.iter().sum::<f64>() == 0.0 {
        findings.error("profile-zero", &path, &[]);
    }
}

fn appraisal(calendar: Calendar, line: &Line, path: &str, findings: &mut Findings) {
    let path = format!("{path}/appraisal");
    let lag = line.appraisal.lag.value;
    let usable = findings.count(&format!("{path}/lag"), lag) && line.duration.value.is_finite();
    for (index, stage) in line.appraisal.stages.iter().enumerate() {
        let at = format!("{path}/stages/{index}/pass");
        let pass = stage.pass.value;
        if findings.finite(&at, pass) && !(pass > 0.0 && pass <= 1.0) {
            findings.error("pass-outside", &at, &[pass.to_string()]);
        }
    }
    let at = format!("{path}/rounds");
    if let Rounds::Months { months } = &line.appraisal.rounds {
        if months.is_empty() {
            findings.warning("rounds-empty", &at, &[]);
            return;
        }
        for &month in months {
            findings.month_of_year(&at, month);
        }
    }
    if usable && line.goal.value > 0.0 && !has_round_in_time(calendar, line) {
        let args = [line.duration.value.to_string(), lag.to_string()];
        findings.warning("no-round-in-time", &at, &args);
    }
}

/// Whether a unit started in the first month, or nearly finished when the plan starts, meets a round of the calendar.
fn has_round_in_time(calendar: Calendar, line: &Line) -> bool {
    let left = line
        .under_way
        .as_ref()
        .map_or(1.0, |u| u.work_left.value.clamp(0.0, 1.0));
    let work = (line.duration.value * left).max(1.0).ceil();
    let earliest = work - 1.0 + line.appraisal.lag.value;
    let months = calendar.months.min(Calendar::MAX_MONTHS);
    let is_round = |t: usize| match &line.appraisal.rounds {
        Rounds::EveryMonth => true,
        Rounds::Months { months } => {
            let month = calendar.month(t).month;
            // A January at the start decides for the year before the plan.
            months.contains(&month) && !(t == 0 && month == 1)
        }
    };
    (0..months).any(|t| t as f64 >= earliest && is_round(t))
}

fn recipe(plan: &Plan, line: &Line, path: &str, findings: &mut Findings) {
    let path = format!("{path}/recipe");
    let (mut most, mut least, mut usable) = (0.0, 0.0, true);
    for (id, share) in &line.recipe {
        let at = format!("{path}/{id}");
        if plan.source(id).is_none() {
            findings.warning("unknown-source", &at, std::slice::from_ref(id));
            continue;
        }
        let max = findings.share(&format!("{at}/max"), share.max);
        let min = findings.share(&format!("{at}/min"), share.min);
        usable &= max && min;
        if max && min && share.min > share.max {
            findings.error("share-order", &at, &[share.min.to_string(), share.max.to_string()]);
        }
        most += share.max;
        least += share.min;
    }
    // Sums of shares typed as percentages are not exact.
    const TOLERANCE: f64 = 1e-9;
    if !usable || line.unit_cost.likely == 0.0 {
        return;
    }
    if most < 1.0 - TOLERANCE {
        findings.warning("recipe-short", &path, &[most.to_string()]);
    }
    if least > 1.0 + TOLERANCE {
        findings.warning("recipe-over", &path, &[least.to_string()]);
    }
}
