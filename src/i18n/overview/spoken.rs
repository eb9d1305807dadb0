//! Reasons in full sentences, to be read aloud: one or two for each target and each source of money.

use super::loss::{Cause, Loss, Weight, and, because, loss_of, uncapital, unit};
use super::money::most_affected;
use super::reason::About;
use crate::engine::{Evaluation, Tight, verdict::NO_MONEY};
use crate::formats::number::{MoneyUnit, count_decimals, exact, money_with_unit, month_name, number};
use crate::model::{Lang, Plan};
use crate::sort;

/// Why a target is missed, with the source that runs short and from which month, and what it would take; or what could
/// still go wrong where it is met.
pub fn spoken_reason(plan: &Plan, evaluation: &Evaluation, l: usize, money_unit: MoneyUnit, lang: Lang) -> String {
    let (Some(line), Some(outcome)) = (plan.lines.get(l), evaluation.outcome.lines.get(l)) else {
        return String::new();
    };
    let name = line.name.get(lang);
    if outcome.goal <= 0.0 {
        return say!(lang; "{name}: không đặt mục tiêu." | "{name}: no goal is set.");
    }
    let about = About {
        plan,
        evaluation,
        line,
        l,
        money_unit,
        lang,
        aloud: true,
    };
    let goal = exact(outcome.goal, lang);
    let of = unit(line, &goal, lang);
    match loss_of(evaluation, l) {
        None => {
            let head = say!(lang; "{name}: đạt mục tiêu {goal} {of}." | "{name}: the goal of {goal} {of} is met.");
            format!("{head} {}", about.remaining_risk()).trim_end().to_owned()
        }
        Some(loss) => {
            let recognised = write_loss(outcome.total_recognised(), outcome.goal, lang);
            let (lost, why) = (write_loss(loss.units, outcome.goal, lang), about.why(&loss));
            let head = say!(lang;
                "{name}: công nhận {recognised} trên mục tiêu {goal} {of}, hụt {lost}{why}."
                | "{name}: {recognised} of {goal} {of} recognised, {lost} short{why}.");
            format!("{head} {}", about.behind(&loss)).trim_end().to_owned()
        }
    }
}

/// A number of units: whole where it is, else with the decimals of its goal.
fn write_loss(units: f64, goal: f64, lang: Lang) -> String {
    let whole = (units - libm::round(units)).abs() < 1e-6;
    let small = usize::from(units < 0.95);
    number(units, if whole { 0 } else { count_decimals(goal).max(small) }, lang)
}

impl About<'_> {
    /// The end of *hụt 6* / *6 short*: the cause, or the causes with their parts, largest first.
    fn why(&self, loss: &Loss) -> String {
        if loss.weight != Weight::OneOfSeveral {
            return format!(" {}", because(loss.main, loss.weight, self.lang));
        }
        let goal = self.line.goal.value;
        let mut parts: Vec<(f64, Cause)> = Cause::ALL.map(|c| (loss.part(c), c)).into();
        parts.retain(|(units, _)| units.abs() >= 0.5 * libm::pow(10.0, -(count_decimals(goal) as f64)));
        sort::by(&mut parts, |a, b| b.0.abs().total_cmp(&a.0.abs()));
        let parts: Vec<String> = parts
            .iter()
            .map(|(units, cause)| {
                let why = because(*cause, Weight::Alone, self.lang);
                format!("{} {why}", write_loss(*units, goal, self.lang))
            })
            .collect();
        format!(": {}", and(&parts, self.lang))
    }

    /// What stands behind the largest cause, and what it would take.
    fn behind(&self, loss: &Loss) -> String {
        if loss.main != Cause::Money {
            return self.other_remedy(loss.main);
        }
        let short = self.short();
        let more = self.more_money();
        match (short, more) {
            (Some(short), Some(more)) => format!("{short} {more}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => self.other_remedy(Cause::Money),
        }
    }

    /// Which money runs short, and from which month.
    fn short(&self) -> Option<String> {
        let shortage = self.evaluation.shortages.get(self.l)?.as_ref()?;
        let (from, lang) = (self.month(shortage.from), self.lang);
        Some(match &shortage.tight {
            Tight::Sources(sources) => {
                let pays = self.evaluation.inputs.lines.get(self.l).map(|i| i.max_share.as_slice());
                let whose = name_sources(self.plan, sources, pays.unwrap_or_default(), lang);
                say!(lang;
                    "Từ {from}, tiền của {whose} không đủ để khởi công thêm."
                    | "From {from} on, money from {whose} is not enough for another start.")
            }
            Tight::Cash { by } => {
                let (until, later) = (self.month(*by), self.latest_source(*by));
                let later = later.map_or_else(String::new, |source| {
                    say!(lang;
                        "; tiền về sau đó nhiều nhất là {source}"
                        | "; the largest part of what comes later is {source}")
                });
                say!(lang;
                    "Từ {from}, tiền mọi nguồn về đến {until} không đủ trả cho việc khởi công thêm{later}."
                    | "From {from} on, what all sources bring by {until} does not pay for another start{later}.")
            }
            Tight::InHand => say!(lang;
                "Từ {from}, tiền có trong tay không đủ trả cho việc khởi công thêm."
                | "From {from} on, money in hand does not pay for another start."),
        })
    }

    /// The source that brings most free money after month `t`.
    fn latest_source(&self, t: usize) -> Option<String> {
        let after = |s: &crate::engine::SourceInputs| {
            let planned: f64 = s.planned.iter().skip(t + 1).sum();
            planned * (1.0 - s.other_works)
        };
        let sources = self.evaluation.inputs.sources.iter().enumerate();
        let most = sources
            .map(|(s, inputs)| (s, after(inputs)))
            .filter(|(_, m)| *m > NO_MONEY);
        let (s, _) = most.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        Some(uncapital(self.plan.sources.get(s)?.name.get(self.lang)))
    }
}

/// Names of sources: *ngân sách nhà nước và tín dụng*; *all sources together*; where they are all that may pay a line
/// (largest shares `pays`), that.
fn name_sources(plan: &Plan, sources: &[usize], pays: &[f64], lang: Lang) -> String {
    if sources.len() == plan.sources.len() && sources.len() > 1 {
        return say!(lang; "mọi nguồn gộp lại" | "all sources together");
    }
    let left_out = |s: &usize| pays.get(*s).is_some_and(|share| *share > 0.0) && !sources.contains(s);
    if sources.len() > 2 && !pays.is_empty() && !(0..pays.len()).any(|s| left_out(&s)) {
        return say!(lang; "mọi nguồn được chi cho mục tiêu này gộp lại" | "all sources that may pay for it together");
    }
    let names: Vec<String> = sources
        .iter()
        .filter_map(|s| plan.sources.get(*s))
        .map(|s| uncapital(s.name.get(lang)))
        .collect();
    and(&names, lang)
}

/// Whether a source runs short, from which month and for which targets, or what it leaves; then what more of it does.
pub fn spoken_source(plan: &Plan, evaluation: &Evaluation, s: usize, money_unit: MoneyUnit, lang: Lang) -> String {
    let (Some(source), Some(inputs)) = (plan.sources.get(s), evaluation.inputs.sources.get(s)) else {
        return String::new();
    };
    let name = source.name.get(lang);
    if inputs.planned.iter().sum::<f64>() <= NO_MONEY {
        return say!(lang;
            "{name}: không có tiền trong kế hoạch này. {evaluation}"
            | "{name}: brings no money in this plan. {evaluation}",
            evaluation = more_of(plan, evaluation, s, money_unit, lang));
    }
    let state = short_for(plan, evaluation, s, lang).unwrap_or_else(|| {
        let outcome = evaluation.outcome.sources.get(s);
        let left = outcome.map_or(0.0, |o| o.total_left());
        let paid = outcome.map_or(0.0, |o| o.total_paid());
        let money = |amount| money_with_unit(amount, money_unit, lang);
        match left > NO_MONEY {
            true => say!(lang;
                "chi {paid} cho mục tiêu, còn lại {left}" | "{paid} spent on targets, {left} left",
                paid = money(paid), left = money(left)),
            false => say!(lang; "chi hết {paid} cho mục tiêu" | "all of {paid} spent on targets", paid = money(paid)),
        }
    });
    format!("{name}: {state}. {}", more_of(plan, evaluation, s, money_unit, lang))
}

/// *thiếu từ tháng 4, nên không khởi công thêm được khu dân cư mẫu và vườn mẫu*.
fn short_for(plan: &Plan, evaluation: &Evaluation, s: usize, lang: Lang) -> Option<String> {
    let missed = evaluation.outcome.lines.iter().zip(&evaluation.shortages).enumerate();
    let short: Vec<(usize, usize)> = missed
        .filter(|(_, (line, _))| !line.is_met())
        .filter_map(|(l, (_, shortage))| match shortage {
            Some(shortage) => match &shortage.tight {
                Tight::Sources(sources) if sources.contains(&s) => Some((l, shortage.from)),
                _ => None,
            },
            None => None,
        })
        .collect();
    let from = short.iter().map(|(_, from)| *from).min()?;
    let calendar = &plan.calendar;
    let month = month_name(calendar.month(from), calendar.start, lang);
    let names: Vec<String> = short
        .iter()
        .filter_map(|(l, _)| plan.lines.get(*l))
        .map(|line| uncapital(line.name.get(lang)))
        .collect();
    let names = and(&names, lang);
    Some(say!(lang;
        "thiếu từ {month}, nên không khởi công thêm được cho {names}"
        | "short from {month} on, which stops further starts of {names}"))
}

/// What 1 tỷ đồng more does; where it does nothing, what the next step is, or that there is none.
fn more_of(plan: &Plan, evaluation: &Evaluation, s: usize, money_unit: MoneyUnit, lang: Lang) -> String {
    let worth = evaluation.worth.get(s);
    if let Some((l, units)) = worth.and_then(|w| most_affected(plan, &w.recognised)) {
        let gained = gain_phrase(plan, l, units, lang);
        return say!(lang; "Thêm 1 tỷ đồng thì {gained}." | "1 billion VND more {gained}.");
    }
    let step = worth.and_then(|w| w.next_step.as_ref());
    if let Some((step, (l, units))) = step.and_then(|n| Some((n, most_affected(plan, &n.recognised)?))) {
        let gained = gain_phrase(plan, l, units, lang);
        let amount = money_with_unit(libm::ceil(step.amount), money_unit, lang);
        return say!(lang;
            "Thêm 1 tỷ đồng chưa đổi gì, thêm {amount} thì {gained}."
            | "1 billion VND more changes nothing yet, {amount} {gained}.");
    }
    say!(lang; "Thêm đến 50 tỷ đồng không đổi kết quả." | "Up to 50 billion VND more changes nothing.")
}

/// *được thêm 4 vườn*, *mất 1 vườn*; *gives 1 more garden*, *costs 4 gardens*.
fn gain_phrase(plan: &Plan, l: usize, units: f64, lang: Lang) -> String {
    let Some(line) = plan.lines.get(l) else {
        return String::new();
    };
    let written = write_loss(units.abs(), line.goal.value, lang);
    let of = unit(line, &written, lang);
    match units > 0.0 {
        true => say!(lang; "được thêm {written} {of}" | "gives {written} more {of}"),
        false => say!(lang; "mất {written} {of}" | "costs {written} {of}"),
    }
}

#[cfg(test)]
mod tests;
