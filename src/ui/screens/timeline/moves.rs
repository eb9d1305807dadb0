//! What a move asks for, and what came of it. Plain data, no view.

use crate::edit::Command;
use crate::engine::{Bar, Evaluation, lay_out_bars, move_starts, reschedule, spread_starts};
use crate::i18n::timeline::Useless;
use crate::model::{CommuneId, LineId, Overrides, Plan, ScenarioId, Schedule};

/// A line whose starts are being changed, as it was before.
#[derive(Clone, Debug, PartialEq)]
pub struct Grip {
    /// Id of the scenario that is changed.
    pub scenario: ScenarioId,
    /// Id of the line whose starts move.
    pub line: LineId,
    /// Month of the start held.
    pub start: usize,
    /// How many units of it.
    pub units: usize,
    /// The commune held, where it is known by name: it moves alone.
    pub commune: Option<CommuneId>,
    /// Starts wanted, shape `[month]`.
    pub wanted: Vec<usize>,
    schedule: Schedule,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The start held moves to this month.
    To(usize),
    /// All starts of the line spread over these months.
    Spread(usize, usize),
}

impl Grip {
    /// Takes hold of a start; `None` if the line is gone.
    pub fn new(plan: &Plan, run: &Evaluation, scenario: &str, line: &str, start: usize, units: usize) -> Option<Self> {
        let inputs = run.inputs.lines.iter().find(|l| l.id == line)?;
        Some(Self {
            scenario: scenario.to_owned(),
            line: line.to_owned(),
            start,
            units,
            commune: None,
            wanted: inputs.wanted.clone(),
            schedule: schedule(plan, scenario).clone(),
        })
    }

    /// The same, held by a commune known by name.
    pub fn of(self, commune: Option<CommuneId>) -> Self {
        Self { commune, ..self }
    }

    /// First and last month of the starts wanted.
    pub fn span(&self) -> (usize, usize) {
        let any = |n: &usize| *n > 0;
        let first = self.wanted.iter().position(any).unwrap_or(0);
        (first, self.wanted.iter().rposition(any).unwrap_or(first))
    }

    /// Last month of the plan.
    pub fn end(&self) -> usize {
        self.wanted.len().saturating_sub(1)
    }

    /// Whether the starts can be spread by this bar. A commune known by name is one start: spreading its line would move
    /// other communes, and may cost one of them its round.
    pub fn spreads(&self) -> bool {
        self.commune.is_none()
    }

    /// Where `months` more or less take the start.
    pub fn shift(&self, months: i64) -> Wish {
        Wish::To(step(self.start, months, 0, self.end()))
    }

    /// Where `months` more or less take the end of the starts.
    pub fn stretch(&self, months: i64) -> Wish {
        let (first, last) = self.span();
        Wish::Spread(first, step(last, months, first, self.end()))
    }

    /// The command that fulfils a wish.
    pub fn command(&self, run: &Evaluation, wish: Wish) -> Command {
        if let (Wish::To(month), Some(commune)) = (wish, &self.commune) {
            return Command::SetCommuneStart(self.scenario.clone(), commune.clone(), Some(month));
        }
        let starts = match wish {
            Wish::To(month) => move_starts(&self.wanted, self.start, month, self.units),
            Wish::Spread(first, last) => spread_starts(&self.wanted, first, last),
        };
        let schedule = reschedule(&run.inputs, &self.schedule, &self.line, starts);
        Command::SetSchedule(self.scenario.clone(), Some(schedule))
    }

    /// Why a wish that was fulfilled changed nothing; `None` if it changed something.
    pub fn useless(&self, before: &Evaluation, after: &Evaluation, wish: Wish) -> Option<Useless> {
        let l = before.inputs.lines.iter().position(|l| l.id == self.line)?;
        if bars(before, l) != bars(after, l) {
            return None;
        }
        let line = &before.inputs.lines[l];
        let line_outcome = before.outcome.lines.get(l)?;
        let full = |month: usize| {
            line_outcome
                .started
                .get(month)
                .is_some_and(|n| *n >= line.starts_per_month as f64)
        };
        let pace = Useless::Pace(line.starts_per_month);
        Some(match wish {
            Wish::To(month) if full(month) => pace,
            Wish::To(month) if month < self.start => Useless::Money,
            Wish::Spread(first, last) if (first..=last).any(full) => pace,
            _ => Useless::Order,
        })
    }
}

/// The schedule a scenario follows.
pub fn schedule<'a>(plan: &'a Plan, scenario: &str) -> &'a Schedule {
    let own = plan.scenario(scenario).and_then(|s| s.overrides.schedule.as_ref());
    own.unwrap_or(&plan.schedule)
}

/// The command that spreads one line evenly again; `None` if nobody set its starts by hand.
pub fn reset_line(plan: &Plan, scenario: &str, line: &str) -> Option<Command> {
    let now = &plan.scenario(scenario)?.overrides;
    let mut overrides = now.clone();
    if let Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } = schedule(plan, scenario)
        && starts.contains_key(line)
    {
        let mut starts = starts.clone();
        starts.remove(line);
        let even = starts.is_empty() && plan.schedule == Schedule::Even;
        overrides.schedule = (!even).then_some(match schedule(plan, scenario) {
            // The other lines keep the communes that were chosen; it no longer is the answer to any inputs.
            Schedule::Optimised { communes, .. } => Schedule::Optimised {
                starts,
                communes: communes.clone(),
                inputs_hash: String::new(),
            },
            _ => Schedule::ByMonth { starts },
        });
    }
    // Communes of the line start as the schedule wants again.
    if let Some(level) = plan.line(line).and_then(|l| l.level) {
        overrides.commune_starts.retain(|id, _| {
            let commune = plan.commune(id);
            commune.is_none_or(|c| c.level != level.below())
        });
    }
    plan_after(scenario, now, overrides)
}

/// The command that brings back the plan's own schedule; `None` if the scenario has no other.
pub fn reset_all(plan: &Plan, scenario: &str) -> Option<Command> {
    let now = &plan.scenario(scenario)?.overrides;
    let overrides = Overrides {
        schedule: None,
        commune_starts: Default::default(),
        ..now.clone()
    };
    plan_after(scenario, now, overrides)
}

/// One step to these overrides, if they are others.
fn plan_after(scenario: &str, now: &Overrides, overrides: Overrides) -> Option<Command> {
    (*now != overrides).then(|| Command::SetOverrides(scenario.to_owned(), Box::new(overrides)))
}

fn bars(run: &Evaluation, l: usize) -> Vec<Bar> {
    lay_out_bars(&run.inputs).into_iter().filter(|b| b.line == l).collect()
}

fn step(from: usize, by: i64, least: usize, most: usize) -> usize {
    usize::try_from(from as i64 + by)
        .unwrap_or(0)
        .clamp(least, most.max(least))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Session;
    use crate::engine::evaluate;
    use crate::model::samples::default_plan;

    fn run(plan: &Plan) -> Evaluation {
        evaluate(plan, plan.base())
    }

    fn line_outcome(run: &Evaluation, line: &str) -> Vec<f64> {
        run.outcome.lines.iter().find(|l| l.id == line).unwrap().started.clone()
    }

    fn grip(plan: &Plan, line: &str, start: usize) -> Grip {
        let run = run(plan);
        let units = line_outcome(&run, line)[start] as usize;
        Grip::new(plan, &run, &plan.scenarios[0].id, line, start, units).unwrap()
    }

    #[test]
    fn a_start_moves_with_its_units_and_goes_back_by_one_undo() {
        let mut session = Session::open(default_plan());
        let before = session.snapshot().plan.clone();
        let grip_held = grip(&before, "gardens", 0);
        let run_before = run(&before);
        session
            .apply(grip_held.command(&run_before, grip_held.shift(9)))
            .unwrap();
        let after = run(&session.snapshot().plan);
        assert_eq!(grip_held.useless(&run_before, &after, grip_held.shift(9)), None);
        assert_eq!(line_outcome(&after, "gardens")[0], 0.0);
        session.undo();
        assert_eq!(run(&session.snapshot().plan), run_before);
    }

    #[test]
    fn a_commune_known_by_name_moves_alone_and_goes_back_with_its_line() {
        let plan = crate::model::samples::by_name("minh-hoa-xa").unwrap();
        let mut session = Session::open(plan);
        let before = session.snapshot().plan.clone();
        let e = run(&before);
        let named_starts = |e: &Evaluation| -> Vec<(Option<String>, usize)> {
            let bars = lay_out_bars(&e.inputs).into_iter().filter(|b| b.commune.is_some());
            bars.map(|b| (b.commune, b.start)).collect()
        };
        let (id, start) = named_starts(&e).into_iter().next().unwrap();
        let line = e
            .outcome
            .communes
            .iter()
            .find(|c| c.id == id)
            .map(|c| e.outcome.lines[c.line].id.clone())
            .unwrap();
        let scenario = before.scenarios[0].id.clone();
        let grip_held = Grip::new(&before, &e, &scenario, &line, start, 1)
            .unwrap()
            .of(id.clone());
        session.apply(grip_held.command(&e, Wish::To(start + 2))).unwrap();
        let after = session.snapshot().plan.clone();
        let starts_after = named_starts(&run(&after));
        assert!(starts_after.contains(&(id.clone(), start + 2)), "{starts_after:?}");
        assert_eq!(
            before.scenarios[0].overrides.schedule,
            after.scenarios[0].overrides.schedule
        );
        session.apply(reset_line(&after, &scenario, &line).unwrap()).unwrap();
        assert_eq!(run(&session.snapshot().plan), e);
    }

    #[test]
    fn only_bars_of_units_that_are_alike_are_spread() {
        let grip_held = grip(&default_plan(), "gardens", 1);
        assert!(grip_held.clone().spreads());
        assert!(!grip_held.of(Some("18565".into())).spreads());
    }

    #[test]
    fn moves_and_stretches_stop_at_the_ends_of_the_plan() {
        let grip_held = grip(&default_plan(), "gardens", 1);
        assert_eq!(grip_held.shift(-5), Wish::To(0));
        assert_eq!(grip_held.shift(99), Wish::To(12));
        let (first, _) = grip_held.span();
        assert_eq!(grip_held.stretch(99), Wish::Spread(first, 12));
        assert_eq!(grip_held.stretch(-99), Wish::Spread(first, first));
    }

    #[test]
    fn a_line_reset_is_as_it_was_and_needs_something_to_reset() {
        let mut session = Session::open(default_plan());
        let plan = session.snapshot().plan.clone();
        let id = plan.scenarios[0].id.clone();
        assert_eq!(reset_line(&plan, &id, "gardens"), None);
        assert_eq!(reset_all(&plan, &id), None);
        let grip_held = grip(&plan, "gardens", 0);
        session
            .apply(grip_held.command(&run(&plan), Wish::Spread(2, 3)))
            .unwrap();
        let plan_after = session.snapshot().plan.clone();
        assert!(reset_all(&plan_after, &id).is_some());
        session.apply(reset_line(&plan_after, &id, "gardens").unwrap()).unwrap();
        assert_eq!(session.snapshot().plan.scenarios, plan.scenarios);
    }
}
