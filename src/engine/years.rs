//! Goals by year: which months decide for a year, when its units are wanted, and what each year attains.
//!
//! A January decides for the year before it. What a year recognises beyond its goal counts for later years, what it
//! misses is still to be made: attainment of a year is of all goals up to it.

use super::LineInputs;
use super::work::find_round;
use crate::model::Calendar;

/// The goal of one year inside the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct YearGoal {
    /// Year.
    pub year: i32,
    /// First month that decides for it.
    pub from: usize,
    /// Last month that decides for it.
    pub to: usize,
    /// Units to be added in the year.
    pub goal: f64,
}

/// What a year attains.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOutcome {
    /// Year.
    pub year: i32,
    /// Units to be added in the year.
    pub goal: f64,
    /// Recognised in its rounds, expected value (*thêm*).
    pub recognised: f64,
    /// Goals up to and with this year.
    pub cumulative_goal: f64,
    /// Recognised up to the end of its rounds.
    pub cumulative: f64,
    /// `min(1, cumulative / cumulative goal)`; 1 without a goal so far.
    pub attainment: f64,
}

/// The years that months of the calendar decide for, with the first and the last of these months.
pub(super) fn decision_years(calendar: &Calendar) -> Vec<(i32, usize, usize)> {
    let mut years: Vec<(i32, usize, usize)> = Vec::new();
    for t in 0..calendar.months {
        let month = calendar.month(t);
        // The January at the very beginning decides nothing of this plan.
        if t == 0 && month.month == 1 {
            continue;
        }
        let year = if month.month == 1 { month.year - 1 } else { month.year };
        match years.last_mut() {
            Some(last) if last.0 == year => last.2 = t,
            _ => years.push((year, t, t)),
        }
    }
    years
}

/// Years that months of the calendar decide for, in order: those that may have a goal.
pub fn goal_years(calendar: &Calendar) -> Vec<i32> {
    decision_years(calendar).into_iter().map(|(year, _, _)| year).collect()
}

/// Units wanted to start by month, shape `[month]`: `by_year` (shape `[year]` as `goals`) spread over the months whose
/// starts, at planned speed, reach a round of that year, by the k-th of K `round(n·k/K)`, halves up; `early`: all in the
/// first of them. A year that no start can reach wants its units in the first month.
pub(super) fn spread_by_year(
    goals: &[YearGoal],
    by_year: &[usize],
    duration: usize,
    lag: usize,
    rounds: &[bool],
    early: bool,
) -> Vec<usize> {
    let mut wanted = vec![0; rounds.len()];
    for (goal, &units) in goals.iter().zip(by_year) {
        let decided = |t: &usize| find_round(t + duration - 1, lag, rounds);
        let in_time = |t: &usize| decided(t).is_some_and(|r| (goal.from..=goal.to).contains(&r));
        let useful: Vec<usize> = (0..rounds.len()).filter(in_time).collect();
        if early || useful.is_empty() {
            wanted[useful.first().copied().unwrap_or(0)] += units;
            continue;
        }
        let count = useful.len();
        let by = |k: usize| (2 * units * k + count) / (2 * count);
        for (k, t) in useful.into_iter().enumerate() {
            wanted[t] += by(k + 1) - by(k);
        }
    }
    wanted
}

/// Units wanted by year, shape `[year]`: what goals up to a year need at the planned pass rate, less units under way,
/// less what earlier years want. `pushed`: so many in all, in the same proportions (all in the first year without a
/// goal).
pub(super) fn units_by_year(goals: &[YearGoal], pass: f64, under_way: usize, pushed: Option<usize>) -> Vec<usize> {
    let mut sum = 0.0;
    let by: Vec<usize> = goals
        .iter()
        .map(|g| {
            sum += g.goal;
            let needed = if pass > 0.0 { libm::ceil(sum / pass - 1e-9) } else { 0.0 };
            (needed.clamp(0.0, 1e6) as usize).saturating_sub(under_way)
        })
        .collect();
    let all = by.last().copied().unwrap_or(0);
    let by: Vec<usize> = match pushed {
        None => by,
        Some(pushed) if all == 0 => vec![pushed; by.len()],
        Some(pushed) => by.iter().map(|n| (2 * pushed * n + all) / (2 * all)).collect(),
    };
    let mut before = 0;
    by.into_iter()
        .map(|n| {
            let more = n.saturating_sub(before);
            before = before.max(n);
            more
        })
        .collect()
}

/// What each year attains of units recognised by month.
pub(super) fn year_outcomes(goals: &[YearGoal], recognised: &[f64]) -> Vec<YearOutcome> {
    let (mut goal, mut before) = (0.0, 0.0);
    let of = |g: &YearGoal| {
        goal += g.goal;
        let cumulative: f64 = recognised.iter().take(g.to + 1).sum();
        let added = cumulative - before;
        before = cumulative;
        YearOutcome {
            year: g.year,
            goal: g.goal,
            recognised: added,
            cumulative_goal: goal,
            cumulative,
            attainment: attain_goal(goal, cumulative),
        }
    };
    goals.iter().map(of).collect()
}

/// Part of a goal that is reached; 1 without one.
pub(super) fn attain_goal(goal: f64, recognised: f64) -> f64 {
    // A goal that is met but for rounding is met.
    if goal <= 0.0 || recognised >= goal * (1.0 - 1e-12) {
        1.0
    } else {
        recognised / goal
    }
}

/// Attainment of a line by units recognised by month: of its goal, or, with goals by year, the average of the years by
/// their goals.
pub(super) fn attain_goals(line: &LineInputs, recognised: &[f64]) -> f64 {
    if line.goals.is_empty() {
        return attain_goal(line.goal, recognised.iter().sum());
    }
    let years = year_outcomes(&line.goals, recognised);
    if years.iter().all(|y| y.goal <= 0.0 || y.attainment >= 1.0) {
        return 1.0;
    }
    years.iter().map(|y| y.goal * y.attainment).sum::<f64>() / line.goal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::YearMonth;

    fn goals(goals: &[f64], months: usize) -> Vec<YearGoal> {
        let calendar = Calendar {
            start: YearMonth { year: 2021, month: 1 },
            months,
        };
        let years = decision_years(&calendar).into_iter().zip(goals);
        years
            .map(|((year, from, to), goal)| YearGoal {
                year,
                from,
                to,
                goal: *goal,
            })
            .collect()
    }

    #[test]
    fn a_january_belongs_to_the_year_before_and_the_first_to_none() {
        let calendar = |month, months| Calendar {
            start: YearMonth { year: 2021, month },
            months,
        };
        assert_eq!(decision_years(&calendar(1, 13)), [(2021, 1, 12)]);
        assert_eq!(decision_years(&calendar(1, 25)), [(2021, 1, 12), (2022, 13, 24)]);
        assert_eq!(decision_years(&calendar(1, 60)).len(), 5);
        assert_eq!(decision_years(&calendar(7, 12)), [(2021, 0, 6), (2022, 7, 11)]);
        assert_eq!(decision_years(&calendar(1, 1)), []);
    }

    #[test]
    fn units_of_a_year_are_spread_over_the_starts_that_its_rounds_decide_on() {
        let goals = goals(&[12.0, 6.0], 25);
        let rounds: Vec<bool> = (0..25).map(|t| t > 0).collect();
        let wanted = spread_by_year(&goals, &[12, 6], 2, 0, &rounds, false);
        // Work of two months started from December on is decided on in January and later: the year's own January still
        // takes December's.
        assert_eq!(wanted[..12].iter().sum::<usize>(), 12);
        assert_eq!(wanted[..11].iter().sum::<usize>(), 11);
        assert_eq!(wanted.iter().sum::<usize>(), 18);
        assert_eq!(wanted[24], 0);
    }

    #[test]
    fn goals_of_later_years_need_only_what_earlier_ones_leave() {
        let goals = goals(&[8.0, 8.0], 25);
        // 8 / 0,7 = 11,4; 16 / 0,7 = 22,9.
        assert_eq!(units_by_year(&goals, 0.7, 0, None), [12, 11]);
        assert_eq!(units_by_year(&goals, 0.7, 13, None), [0, 10]);
        assert_eq!(units_by_year(&goals, 0.7, 0, Some(46)), [24, 22]);
        assert_eq!(units_by_year(&goals, 0.0, 0, None), [0, 0]);
    }

    #[test]
    fn a_year_attains_all_goals_up_to_it() {
        let goals = goals(&[2.0, 2.0], 25);
        let mut recognised = vec![0.0; 25];
        recognised[12] = 1.0;
        recognised[13] = 3.0;
        let years = year_outcomes(&goals, &recognised);
        assert_eq!((years[0].recognised, years[0].attainment), (1.0, 0.5));
        assert_eq!(
            (years[1].recognised, years[1].cumulative, years[1].attainment),
            (3.0, 4.0, 1.0)
        );
    }
}
