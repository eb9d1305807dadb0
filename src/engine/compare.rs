//! Results of several scenarios side by side, with differences to the first and what counts as better.

use super::Evaluation;
use super::verdict::{GuardState, Verdict, community_state, owed_state, waiting_state};
use crate::model::{Amount, Effect, LineId, Overrides, Plan, SourceId};

/// A figure that scenarios are compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Recognised units of a line, expected value.
    Recognised(LineId),
    /// Number of goals met.
    Met,
    /// Score, 0–1.
    Score,
    /// Money missing for all goals, triệu đồng.
    Missing,
    /// Money of a source in a budget year, money of events included, triệu đồng.
    Source(SourceId),
    /// The same over all sources, triệu đồng.
    AllSources,
    /// Unpaid after the last month, triệu đồng.
    Debt,
    /// Most bills waiting in a month, triệu đồng.
    PeakWaiting,
    /// Contribution of the villagers, triệu đồng a head.
    CommunityPerHead,
    /// Paid per recognised unit of a line, triệu đồng.
    UnitPaid(LineId),
    /// The number of another guard, one of [`crate::model::GUARDS`], triệu đồng.
    Guard(&'static str),
}

impl Metric {
    /// Stable name for scripts, unique in a comparison.
    pub fn key(&self) -> String {
        match self {
            Self::Recognised(id) => format!("line-{id}"),
            Self::Met => "met".into(),
            Self::Score => "score".into(),
            Self::Missing => "missing-money".into(),
            Self::Source(id) => format!("source-{id}"),
            Self::AllSources => "source-total".into(),
            Self::Debt => "debt".into(),
            Self::PeakWaiting => "peak-waiting".into(),
            Self::CommunityPerHead => "community-per-head".into(),
            Self::UnitPaid(id) => format!("unit-paid-{id}"),
            Self::Guard(name) => format!("guard-{name}"),
        }
    }

    /// Which group the figure belongs to.
    pub fn group(&self) -> Group {
        match self {
            Self::Recognised(_) => Group::Targets,
            Self::Met | Self::Score | Self::Missing => Group::Plan,
            Self::Source(_) | Self::AllSources => Group::Money,
            Self::Debt | Self::PeakWaiting | Self::CommunityPerHead | Self::Guard(_) => Group::Guards,
            Self::UnitPaid(_) => Group::UnitCosts,
        }
    }
}

/// Groups of figures, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Targets.
    Targets,
    /// The plan as a whole.
    Plan,
    /// Money by source.
    Money,
    /// The two guards.
    Guards,
    /// What a recognised unit has cost.
    UnitCosts,
}

/// Which direction of a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither: it is a choice.
    Neither,
}

/// Whether a difference is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Better than the base.
    Good,
    /// Worse than the base.
    Bad,
    /// Neither better nor worse.
    Neutral,
}

impl Better {
    /// Whether a difference is good news.
    pub fn news(self, difference: f64) -> News {
        let good = match self {
            Self::Neither => return News::Neutral,
            Self::More => difference > 0.0,
            Self::Less => difference < 0.0,
        };
        match (difference == 0.0, good) {
            (true, _) => News::Neutral,
            (_, true) => News::Good,
            _ => News::Bad,
        }
    }
}

/// A mark beside a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Verdict on a target.
    Target(Verdict),
    /// State of a guard.
    Guard(GuardState),
}

/// One figure of one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The figure.
    pub value: f64,
    /// Figure less the base's; `None` in the base and where the base has no such figure.
    pub difference: Option<f64>,
    /// Mark beside it.
    pub sign: Option<Sign>,
}

/// One figure over all scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is compared.
    pub metric: Metric,
    /// Goal of a target.
    pub goal: Option<f64>,
    /// Which direction is better.
    pub better: Better,
    /// Shape `[scenario]`; `None` where the plan of a scenario has no such line or source.
    pub cells: Vec<Option<Cell>>,
}

/// One column of a comparison. Columns may come from different plans.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The scenario.
    pub overrides: &'a Overrides,
    /// What came out.
    pub evaluation: &'a Evaluation,
}

/// Compares columns; the first is the base. Rows come group by group, lines and sources in the order of the plans.
pub fn compare(columns: &[Column<'_>]) -> Vec<Row> {
    let mut metrics: Vec<Metric> = Vec::new();
    let lines = columns.iter().flat_map(|c| &c.plan.lines);
    add_new(&mut metrics, lines.map(|l| Metric::Recognised(l.id.clone())));
    metrics.extend([Metric::Met, Metric::Score, Metric::Missing]);
    let sources = columns.iter().flat_map(|c| &c.plan.sources);
    add_new(&mut metrics, sources.map(|s| Metric::Source(s.id.clone())));
    metrics.extend([
        Metric::AllSources,
        Metric::Debt,
        Metric::PeakWaiting,
        Metric::CommunityPerHead,
    ]);
    let others = ["commune-debt", "overcommitted"].map(Metric::Guard);
    let told = |metric: &Metric| columns.iter().any(|c| c.value(metric).is_some());
    metrics.extend(others.into_iter().filter(told));
    let paid = columns.iter().flat_map(|c| &c.evaluation.outcome.lines);
    let paid = paid.filter(|l| l.cost_per_recognised().is_some_and(|cost| cost > 0.0));
    add_new(&mut metrics, paid.map(|l| Metric::UnitPaid(l.id.clone())));
    metrics.into_iter().map(|metric| row(metric, columns)).collect()
}

fn add_new(metrics: &mut Vec<Metric>, more: impl Iterator<Item = Metric>) {
    for metric in more {
        if !metrics.contains(&metric) {
            metrics.push(metric);
        }
    }
}

fn row(metric: Metric, columns: &[Column<'_>]) -> Row {
    let base = columns.first().and_then(|c| c.value(&metric));
    // What is used up and what is promised too much are two things: no difference is taken between them.
    let kind = |column: &Column<'_>| match &metric {
        Metric::Guard(name) => column.guard(name).is_some_and(|g| guard_figure(g).1),
        _ => false,
    };
    let alike = |column: &Column<'_>| columns.first().is_none_or(|base| !kind(base) && !kind(column));
    let cells = columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let value = column.value(&metric)?;
            Some(Cell {
                value,
                difference: base.filter(|_| index > 0 && alike(column)).map(|base| value - base),
                sign: column.sign(&metric),
            })
        })
        .collect();
    let goal = match &metric {
        Metric::Recognised(id) => columns
            .iter()
            .find_map(|c| c.evaluation.outcome.lines.iter().find(|l| &l.id == id))
            .map(|l| l.goal),
        _ => None,
    };
    let better = match metric.group() {
        Group::Targets => Better::More,
        Group::Plan if metric != Metric::Missing => Better::More,
        // More of the villagers' own money is no good news; of any other source it is.
        Group::Money => match &metric {
            Metric::Source(id)
                if columns
                    .iter()
                    .any(|c| c.plan.source(id).is_some_and(|s| s.from_residents)) =>
            {
                Better::Neither
            }
            _ => Better::More,
        },
        _ => Better::Less,
    };
    Row {
        metric,
        goal,
        better,
        cells,
    }
}

/// The figure of a guard as its own row tells it, and whether it is money that is used up: sources that promise
/// nothing too much may still be at their end, and then the amount at its end is told.
fn guard_figure(guard: &super::Guard) -> (f64, bool) {
    let tight = guard.rows.iter().find(|r| matches!(r.of, super::GuardRowOf::Tight(..)));
    match tight.and_then(|row| row.value) {
        Some(amount) if guard.value <= 0.0 => (amount, true),
        _ => (guard.value, false),
    }
}

impl Column<'_> {
    fn guard(&self, name: &str) -> Option<&super::Guard> {
        self.evaluation.guards.iter().find(|g| g.name == name)
    }

    fn value(&self, metric: &Metric) -> Option<f64> {
        let outcome = &self.evaluation.outcome;
        Some(match metric {
            Metric::Recognised(id) => outcome.lines.iter().find(|l| &l.id == id)?.total_recognised(),
            Metric::Met => outcome.met() as f64,
            Metric::Score => outcome.score,
            Metric::Missing => self.evaluation.missing.amount,
            Metric::Source(id) => money_of_year(self.plan, self.overrides, id)?,
            Metric::AllSources => {
                let sources = self.plan.sources.iter();
                sources
                    .filter_map(|s| money_of_year(self.plan, self.overrides, &s.id))
                    .sum()
            }
            Metric::Debt => outcome.debt,
            Metric::PeakWaiting => outcome.peak_waiting,
            Metric::CommunityPerHead if self.evaluation.community.population > 0.0 => {
                self.evaluation.community.per_head
            }
            Metric::CommunityPerHead => return None,
            Metric::UnitPaid(id) => outcome.lines.iter().find(|l| &l.id == id)?.cost_per_recognised()?,
            Metric::Guard(name) => guard_figure(self.guard(name)?).0,
        })
    }

    fn sign(&self, metric: &Metric) -> Option<Sign> {
        let outcome = &self.evaluation.outcome;
        match metric {
            Metric::Recognised(id) => {
                let line = outcome.lines.iter().find(|l| &l.id == id)?;
                Some(Sign::Target(Verdict::of(line)))
            }
            Metric::Debt => Some(Sign::Guard(owed_state(outcome))),
            Metric::PeakWaiting => {
                let discipline = self.evaluation.inputs.discipline;
                Some(Sign::Guard(waiting_state(outcome, discipline)))
            }
            Metric::CommunityPerHead => community_state(&self.evaluation.community).map(Sign::Guard),
            Metric::Guard(name) => self.guard(name)?.state.map(Sign::Guard),
            _ => None,
        }
    }
}

/// What a source brings in a budget year, triệu đồng: its amount and the money of events that are on; `None` if the
/// plan has no such source.
fn money_of_year(plan: &Plan, overrides: &Overrides, id: &str) -> Option<f64> {
    let source = plan.source(id)?;
    let amount = match overrides.amounts.get(id) {
        Some(Amount::Factor(factor)) => factor * source.reference.value,
        Some(Amount::Fixed(amount)) => *amount,
        None => source.amount.value,
    };
    Some(amount + event_money(plan, overrides, id))
}

/// Money that events which are on under `overrides` add to a source, triệu đồng.
pub fn event_money(plan: &Plan, overrides: &Overrides, id: &str) -> f64 {
    plan.events
        .iter()
        .filter(|e| overrides.events.get(&e.id).copied().unwrap_or(e.on))
        .flat_map(|e| &e.effects)
        .map(|effect| match effect {
            Effect::Money { source, amount, .. } if source == id => *amount,
            _ => 0.0,
        })
        .sum()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::engine::{CommunityGuard, LineOutcome, MissingMoney, Outcome, resolve};
    use crate::model::fixture::plan;
    use crate::model::{Event, Figure, Text};

    fn evaluation(gardens: f64, ocop: f64) -> Evaluation {
        let line = |id: &str, recognised: f64| LineOutcome {
            id: id.into(),
            goal: 10.0,
            recognised: vec![0.0, recognised],
            attainment: (recognised / 10.0).min(1.0),
            ..LineOutcome::default()
        };
        Evaluation {
            inputs: resolve(&plan(), None),
            outcome: Outcome {
                months: 2,
                lines: vec![line("gardens", gardens), line("ocop", ocop)],
                score: (gardens.min(10.0) + ocop.min(10.0)) / 20.0,
                ..Outcome::default()
            },
            causes: vec![],
            worth: vec![],
            shortages: vec![],
            missing: MissingMoney {
                amount: 10.0 - ocop,
                ..MissingMoney::default()
            },
            community: CommunityGuard {
                population: 1000.0,
                per_head: 0.5,
                last_year: 0.5,
                total: 500.0,
            },
            guards: vec![],
            issues: vec![],
        }
    }

    fn cell<'a>(rows: &'a [Row], key: &str, column: usize) -> &'a Cell {
        let row = rows.iter().find(|r| r.metric.key() == key).unwrap();
        row.cells[column].as_ref().unwrap()
    }

    #[test]
    fn differences_are_to_the_first_column_and_the_first_has_none() {
        let plan = plan();
        let (none, mut less) = (Overrides::default(), Overrides::default());
        less.amounts.insert("state".into(), Amount::Factor(0.8));
        let (a, b) = (evaluation(10.0, 8.0), evaluation(7.0, 8.0));
        let rows = compare(&[
            Column {
                plan: &plan,
                overrides: &none,
                evaluation: &a,
            },
            Column {
                plan: &plan,
                overrides: &less,
                evaluation: &b,
            },
        ]);
        assert!(rows.iter().all(|r| r.cells[0].unwrap().difference.is_none()));
        assert_eq!(cell(&rows, "line-gardens", 1).difference, Some(-3.0));
        assert_eq!(cell(&rows, "line-ocop", 1).difference, Some(0.0));
        assert_eq!(cell(&rows, "met", 1).difference, Some(-1.0));
        assert_eq!(cell(&rows, "source-state", 1).value, 800.0);
        assert_eq!(cell(&rows, "source-total", 1).difference, Some(-200.0));
        assert_eq!(
            cell(&rows, "line-gardens", 0).sign,
            Some(Sign::Target(Verdict::OnTrack))
        );
        assert_eq!(
            cell(&rows, "line-gardens", 1).sign,
            Some(Sign::Target(Verdict::OffTrack))
        );
        let groups: Vec<Group> = rows.iter().map(|r| r.metric.group()).collect();
        assert!(groups.is_sorted(), "rows come group by group");
    }

    #[test]
    fn money_of_an_event_counts_only_where_the_event_is_on() {
        let mut plan = plan();
        plan.events.push(Event {
            id: "central".into(),
            name: Text::default(),
            note: Text::default(),
            months: vec![],
            chance: Figure::default(),
            on: false,
            effects: vec![Effect::Money {
                source: "state".into(),
                amount: 90.0,
                release: [1.0; 13],
            }],
        });
        let mut on = Overrides::default();
        on.events.insert("central".into(), true);
        let evaluation = evaluation(1.0, 1.0);
        let column = |overrides| Column {
            plan: &plan,
            overrides,
            evaluation: &evaluation,
        };
        let off = Overrides::default();
        let rows = compare(&[column(&off), column(&on)]);
        assert_eq!(cell(&rows, "source-state", 0).value, 1000.0);
        assert_eq!(cell(&rows, "source-state", 1).value, 1090.0);
        assert_eq!(cell(&rows, "source-total", 1).value, 1590.0);
    }

    #[test]
    fn less_debt_is_good_news_and_less_money_is_bad_news() {
        assert_eq!(Better::Less.news(-1.0), News::Good);
        assert_eq!(Better::Less.news(1.0), News::Bad);
        assert_eq!(Better::More.news(-1.0), News::Bad);
        assert_eq!(Better::More.news(0.0), News::Neutral);
        assert_eq!(Better::Neither.news(5.0), News::Neutral);
        let plan = plan();
        let (overrides, result) = (Overrides::default(), evaluation(1.0, 1.0));
        let rows = compare(&[Column {
            plan: &plan,
            overrides: &overrides,
            evaluation: &result,
        }]);
        let better = |key: &str| rows.iter().find(|r| r.metric.key() == key).unwrap().better;
        assert_eq!(better("missing-money"), Better::Less);
        assert_eq!(better("debt"), Better::Less);
        assert_eq!(better("source-state"), Better::More);
        assert_eq!(better("source-community"), Better::Neither);
    }

    #[test]
    fn bills_that_wait_are_marked_in_their_own_row_and_not_as_debt() {
        let plan = plan();
        let (overrides, mut result) = (Overrides::default(), evaluation(1.0, 1.0));
        result.outcome.peak_waiting = 5.0;
        let rows = compare(&[Column {
            plan: &plan,
            overrides: &overrides,
            evaluation: &result,
        }]);
        assert_eq!(cell(&rows, "debt", 0).sign, Some(Sign::Guard(GuardState::Good)));
        assert_eq!(
            cell(&rows, "peak-waiting", 0).sign,
            Some(Sign::Guard(GuardState::Attention))
        );
    }

    #[test]
    fn a_line_that_only_one_plan_has_leaves_the_other_column_empty() {
        let (first, mut second) = (plan(), plan());
        second.lines.remove(1);
        let (a, mut b) = (evaluation(1.0, 1.0), evaluation(1.0, 1.0));
        b.outcome.lines.remove(1);
        let none = Overrides::default();
        let rows = compare(&[
            Column {
                plan: &second,
                overrides: &none,
                evaluation: &b,
            },
            Column {
                plan: &first,
                overrides: &none,
                evaluation: &a,
            },
        ]);
        let ocop = rows.iter().find(|r| r.metric.key() == "line-ocop").unwrap();
        assert_eq!(ocop.cells[0], None);
        assert_eq!(ocop.cells[1].unwrap().difference, None);
    }
}
