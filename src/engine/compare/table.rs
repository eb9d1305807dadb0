//! Rows and cells of a comparison.

use super::column::{Column, Sign, guard_figure};
use super::metric::{Better, Group, Metric};

/// One figure of one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComparisonCell {
    /// The figure.
    pub value: f64,
    /// Figure less the base's; `None` in the base and where the base has no such figure.
    pub difference: Option<f64>,
    /// Mark beside it.
    pub sign: Option<Sign>,
}

/// One figure over all scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// What is compared.
    pub metric: Metric,
    /// Goal of a target.
    pub goal: Option<f64>,
    /// Which direction is better.
    pub better: Better,
    /// Shape `[scenario]`; `None` where the plan of a scenario has no such line or source.
    pub cells: Vec<Option<ComparisonCell>>,
}

/// Compares columns; the first is the base. Rows come group by group, lines and sources in the order of the plans.
pub fn compare(columns: &[Column<'_>]) -> Vec<ComparisonRow> {
    let mut metrics: Vec<Metric> = Vec::new();
    let lines = columns.iter().flat_map(|c| &c.ground.lines);
    add_new(&mut metrics, lines.map(|l| Metric::Recognised(l.id.clone())));
    metrics.extend([Metric::Met, Metric::Score, Metric::Missing]);
    let sources = columns.iter().flat_map(|c| &c.ground.sources);
    add_new(&mut metrics, sources.map(|s| Metric::Source(s.id.clone())));
    metrics.extend([
        Metric::AllSources,
        Metric::Debt,
        Metric::PeakWaiting,
        Metric::CommunityPerHead,
    ]);
    let others = ["commune-debt", "overcommitted"].map(Metric::Guard);
    let has_value = |metric: &Metric| columns.iter().any(|c| c.value(metric).is_some());
    metrics.extend(others.into_iter().filter(has_value));
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

fn row(metric: Metric, columns: &[Column<'_>]) -> ComparisonRow {
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
            Some(ComparisonCell {
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
                    .any(|c| c.ground.source(id).is_some_and(|s| s.from_residents)) =>
            {
                Better::Neither
            }
            _ => Better::More,
        },
        _ => Better::Less,
    };
    ComparisonRow {
        metric,
        goal,
        better,
        cells,
    }
}
