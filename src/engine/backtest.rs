//! How much of a known year the assumptions explain.

use super::{Inputs, Outcome, resolve};
use crate::model::{Ground, LineId};

/// Reported and computed result of one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineBacktest {
    /// Line.
    pub id: LineId,
    /// Reported result of the year: the plan's goal, units.
    pub reported: f64,
    /// What the engine recognises, expected value, units.
    pub computed: f64,
    /// Cost of the units the reported result needs: as many as are started for it, at the assumed unit cost, triệu đồng.
    pub needed: f64,
    /// Cost of the units the engine started, triệu đồng.
    pub started: f64,
}

/// A known year run by the same engine. Money in triệu đồng.
///
/// The share of other works was derived from this same year (cost of the units against money released), so that
/// `needed` is close to `free` is no proof; what the run adds is whether sources, months and rounds let it happen.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Released over the plan.
    pub released: f64,
    /// Of that, not held for other works.
    pub free: f64,
    /// Paid on units.
    pub paid: f64,
    /// Cost of the units the reported results need.
    pub needed: f64,
    /// `paid / released`: share of the year's money that the units explain; 0 without money.
    pub paid_share: f64,
    /// `needed / released`; 0 without money.
    pub needed_share: f64,
    /// Score of the run, 0–1: 1 if the engine reaches every reported result.
    pub score: f64,
    /// Result by line, shape `[line]`.
    pub lines: Vec<LineBacktest>,
}

/// Compares an outcome of a plan whose goals are known results (`thach-ha-2020`) with those results.
pub fn run_backtest(ground: &Ground, outcome: &Outcome) -> Backtest {
    let inputs = resolve(ground, None);
    let lines: Vec<_> = (0..outcome.lines.len().min(inputs.lines.len()))
        .map(|index| line(&inputs, outcome, index))
        .collect();
    let total = |of: fn(&super::SourceOutcome) -> f64| outcome.sources.iter().map(of).sum::<f64>();
    let released = total(|s| s.total_released());
    let paid = total(|s| s.total_paid());
    let needed = lines.iter().map(|l| l.needed).sum();
    let of_released = |money: f64| if released > 0.0 { money / released } else { 0.0 };
    Backtest {
        released,
        free: released - total(|s| s.total_other_works()),
        paid,
        needed,
        paid_share: of_released(paid),
        needed_share: of_released(needed),
        score: outcome.score,
        lines,
    }
}

fn line(inputs: &Inputs, outcome: &Outcome, index: usize) -> LineBacktest {
    let (input, result) = (&inputs.lines[index], &outcome.lines[index]);
    let under_way = input.under_way();
    let new = |units: f64| (units - under_way as f64).max(0.0) * input.cost;
    let before = input.carried.iter().filter(|c| c.under_way);
    let carried_in: f64 = before.map(|c| c.units as f64 * c.money_left).sum();
    // No more units could be needed than there were.
    let wanted = (result.wanted + under_way as f64).min(input.candidates as f64);
    LineBacktest {
        id: result.id.clone(),
        reported: result.goal,
        computed: result.total_recognised(),
        needed: new(wanted) + carried_in,
        started: new(result.total_started()) + carried_in,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::simulate;
    use crate::model::samples::by_name;

    #[test]
    fn the_results_of_2020_need_about_186_000_of_the_410_239_released() {
        let plan = by_name("thach-ha-2020").unwrap();
        let found = run_backtest(&plan, &simulate(&resolve(&plan, None)));
        assert_eq!(found.needed, 186_000.0);
        assert!((found.released - 410_239.0).abs() < 1.0, "{}", found.released);
        assert!((found.free - 0.46 * found.released).abs() < 1e-6);
        assert!((found.needed_share - 0.4534).abs() < 1e-4, "{}", found.needed_share);
    }

    #[test]
    fn what_is_paid_is_part_of_free_money_and_never_more_than_was_started() {
        let plan = by_name("thach-ha-2020").unwrap();
        let found = run_backtest(&plan, &simulate(&resolve(&plan, None)));
        let started: f64 = found.lines.iter().map(|l| l.started).sum();
        assert!(found.paid <= found.free + 1e-6);
        assert!(found.paid <= started + 1e-6, "{} of {started}", found.paid);
        assert!(started <= found.needed);
        assert!((found.paid_share - found.paid / found.released).abs() < 1e-12);
    }

    #[test]
    fn every_line_shows_the_reported_result_beside_the_computed_one() {
        let plan = by_name("thach-ha-2020").unwrap();
        let outcome = simulate(&resolve(&plan, None));
        let found = run_backtest(&plan, &outcome);
        for (line, result) in found.lines.iter().zip(&outcome.lines) {
            assert_eq!(Some(line.reported), plan.line(&line.id).map(|l| l.goal.value));
            assert_eq!(line.computed, result.total_recognised());
        }
        assert_eq!(found.lines.len(), 5);
    }

    #[test]
    fn a_year_without_money_explains_nothing() {
        let mut plan = by_name("thach-ha-2020").unwrap();
        plan.sources.iter_mut().for_each(|s| s.amount.value = 0.0);
        let found = run_backtest(&plan, &simulate(&resolve(&plan, None)));
        assert_eq!(
            (found.released, found.paid, found.paid_share, found.needed_share),
            (0.0, 0.0, 0.0, 0.0)
        );
    }
}
