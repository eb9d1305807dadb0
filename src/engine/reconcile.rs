//! Whether the reported figures agree with each other. Nothing is mended: gaps are shown as they are.

use crate::model::{Ground, Level};

/// What a comparison found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReconciliationKind {
    /// The figures agree, or nothing contradicts them.
    Holds,
    /// A stated figure differs from what its parts give.
    Gap,
    /// Nothing is proven wrong, but somebody should be asked.
    Question,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartOf {
    /// A reported figure, by [`crate::model::ReportedFigure::id`].
    Reported(&'static str),
    /// Number of communes of the plan that hold this level or a higher one.
    Communes(Level),
}

/// What is done with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Added.
    Add,
    /// Taken away.
    Subtract,
    /// Everything before is divided by it.
    Divide,
}

/// One part of the computed side, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconciliationPart {
    /// What it is.
    pub of: PartOf,
    /// What is done with it.
    pub operation: Operation,
    /// Its value, in its own unit.
    pub value: f64,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation {
    /// Stable name of the comparison, one of [`RECONCILIATIONS`].
    pub id: &'static str,
    /// What it found.
    pub kind: ReconciliationKind,
    /// Id of the stated figure, whose unit all sides have; `None` where only a figure of the year before follows.
    pub stated_figure: Option<&'static str>,
    /// The stated figure.
    pub stated: Option<f64>,
    /// What the parts give.
    pub computed: f64,
    /// `stated − computed`; 0 if nothing is stated.
    pub gap: f64,
    /// `gap / stated`; 0 if nothing is stated or it is 0.
    pub gap_share: f64,
    /// The computed side.
    pub parts: Vec<ReconciliationPart>,
}

/// Names of all comparisons, in the order of [`reconcile`]:
///
/// - `resources-sum`: total of resources = its six lines. Reported 442.307 against 422.037.
/// - `resources-with-sponsorship`: the same with the sponsorship added, as a question whether that explains a gap.
/// - `sponsorship-sum`: sponsorship = its two parts.
/// - `sponsorship-lines`: sponsorship against the lines it should be booked in, enterprises + other; a question if it is
///   more: it may be outside the total or counted twice.
/// - `criteria-average`: criteria a commune = criteria met / communes.
/// - `criteria-before`, `residential-before`, `gardens-before`, `ocop-before`, `income-before`: the figure of the year
///   before, which follows from total and increase; nothing is stated to compare it with.
/// - `ntm-total`, `advanced-total`: cumulative communes against the levels in the plan's list of communes.
/// - `advanced-repeated`: the same result said by two speakers.
pub const RECONCILIATIONS: &[&str] = &[
    "resources-sum",
    "resources-with-sponsorship",
    "sponsorship-sum",
    "sponsorship-lines",
    "criteria-average",
    "criteria-before",
    "residential-before",
    "gardens-before",
    "ocop-before",
    "income-before",
    "ntm-total",
    "advanced-total",
    "advanced-repeated",
];

const FUNDS: [&str; 6] = [
    "funds-state",
    "funds-integrated",
    "funds-credit",
    "funds-enterprises",
    "funds-community",
    "funds-other",
];

/// Compares the plan's reported figures with each other. A comparison with a missing figure is left out.
pub fn reconcile(ground: &Ground) -> Vec<Reconciliation> {
    RECONCILIATIONS.iter().filter_map(|id| compare(ground, id)).collect()
}

fn compare(ground: &Ground, id: &'static str) -> Option<Reconciliation> {
    use Operation::{Divide, Subtract};
    let sum = |ids: &[&'static str]| {
        ids.iter()
            .map(|id| reported_part(ground, id))
            .collect::<Option<Vec<_>>>()
    };
    let two = |first, operation, second| {
        Some(vec![
            reported_part(ground, first)?,
            ReconciliationPart {
                operation,
                ..reported_part(ground, second)?
            },
        ])
    };
    let build = |stated, parts| Reconciliation::new(ground, id, stated, parts);
    match id {
        "resources-sum" => build(Some("resources-total"), sum(&FUNDS)?),
        "resources-with-sponsorship" => {
            let with = [&FUNDS[..], &["sponsorship"]].concat();
            Some(build(Some("resources-total"), sum(&with)?)?.into_question())
        }
        "sponsorship-sum" => build(
            Some("sponsorship"),
            sum(&["sponsorship-assigned", "sponsorship-others"])?,
        ),
        "sponsorship-lines" => {
            let comparison = build(Some("sponsorship"), sum(&["funds-enterprises", "funds-other"])?)?;
            // Less than the lines it is booked in is as it should be.
            Some(if comparison.gap <= 0.0 {
                comparison.into_holding()
            } else {
                comparison.into_question()
            })
        }
        "criteria-average" => build(Some("criteria-per-commune"), two("criteria-met", Divide, "ntm-total")?),
        "criteria-before" => build(None, two("criteria-met", Subtract, "criteria-increase")?),
        "residential-before" => build(None, two("residential-total", Subtract, "residential-new")?),
        "gardens-before" => build(None, two("gardens-total", Subtract, "gardens-new")?),
        "ocop-before" => build(None, two("ocop-total", Subtract, "ocop-new")?),
        "income-before" => build(None, two("income", Subtract, "income-increase")?),
        "ntm-total" => build(
            Some("ntm-total"),
            commune_parts(ground, Level::Ntm, "ntm-total", "ntm-new")?,
        ),
        "advanced-total" => Some(
            build(
                Some("advanced-total"),
                commune_parts(ground, Level::Advanced, "advanced-total", "advanced-new")?,
            )?
            .into_question(),
        ),
        "advanced-repeated" => build(Some("advanced-new-director"), sum(&["advanced-new"])?),
        _ => None,
    }
}

impl Reconciliation {
    fn new(
        ground: &Ground,
        id: &'static str,
        stated_figure: Option<&'static str>,
        parts: Vec<ReconciliationPart>,
    ) -> Option<Self> {
        let stated = match stated_figure {
            Some(id) => Some(reported_part(ground, id)?.value),
            None => None,
        };
        let computed = parts.iter().fold(0.0, |sum, part| match part.operation {
            Operation::Add => sum + part.value,
            Operation::Subtract => sum - part.value,
            Operation::Divide => sum / part.value,
        });
        if !computed.is_finite() {
            return None;
        }
        let gap = stated.map_or(0.0, |stated| stated - computed);
        // A stock before its increase cannot have been negative.
        let holds = agree(gap, computed) && (stated.is_some() || computed >= 0.0);
        Some(Self {
            id,
            kind: if holds {
                ReconciliationKind::Holds
            } else {
                ReconciliationKind::Gap
            },
            stated_figure,
            stated,
            computed,
            gap,
            gap_share: stated.filter(|s| *s != 0.0).map_or(0.0, |s| gap / s),
            parts,
        })
    }

    /// A gap here proves nothing: it is a question.
    fn into_question(mut self) -> Self {
        if self.kind == ReconciliationKind::Gap {
            self.kind = ReconciliationKind::Question;
        }
        self
    }

    fn into_holding(mut self) -> Self {
        self.kind = ReconciliationKind::Holds;
        self
    }
}

/// Equal but for the rounding of decimal fractions.
fn agree(gap: f64, computed: f64) -> bool {
    gap.abs() <= 1e-9 * computed.abs().max(1.0)
}

fn reported_part(ground: &Ground, id: &'static str) -> Option<ReconciliationPart> {
    let value = ground.reported_figure(id)?.value.filter(|v| v.is_finite())?;
    Some(ReconciliationPart {
        of: PartOf::Reported(id),
        operation: Operation::Add,
        value,
    })
}

/// Communes at a level at the end of the year the total is about: the plan's list, and the year's new ones if the list
/// is from before that year.
fn commune_parts(ground: &Ground, level: Level, total: &str, new: &'static str) -> Option<Vec<ReconciliationPart>> {
    if ground.communes.is_empty() {
        return None;
    }
    let mut parts = vec![ReconciliationPart {
        of: PartOf::Communes(level),
        operation: Operation::Add,
        value: ground.communes.iter().filter(|c| c.level >= level).count() as f64,
    }];
    let period = &ground.reported_figure(total)?.period;
    let year: i32 = period.split('-').next()?.parse().ok()?;
    if ground.calendar.start.year <= year {
        parts.push(reported_part(ground, new)?);
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::{NAMES, by_name, default_plan};
    use ReconciliationKind::*;

    fn found(ground: &Ground, id: &str) -> Reconciliation {
        reconcile(ground).into_iter().find(|r| r.id == id).unwrap()
    }

    #[test]
    fn the_stated_total_exceeds_its_six_lines_by_20_270_which_is_4_58_percent() {
        for plan in NAMES.iter().filter_map(|name| by_name(name)) {
            let sum = found(&plan, "resources-sum");
            assert_eq!(
                (sum.stated, sum.computed, sum.gap),
                (Some(442_307.0), 422_037.0, 20_270.0)
            );
            assert_eq!((sum.kind, sum.parts.len()), (Gap, 6));
            assert_eq!((sum.gap_share * 10_000.0).round(), 458.0);
        }
    }

    #[test]
    fn sponsorship_does_not_close_the_gap_and_exceeds_the_lines_it_belongs_to() {
        let plan = default_plan();
        let with = found(&plan, "resources-with-sponsorship");
        assert_eq!((with.computed, with.gap, with.kind), (440_084.0, 2_223.0, Question));
        assert_eq!(found(&plan, "sponsorship-sum").kind, Holds);
        let lines = found(&plan, "sponsorship-lines");
        assert_eq!((lines.computed, lines.gap, lines.kind), (7_555.0, 10_492.0, Question));
    }

    #[test]
    fn sponsorship_below_the_lines_it_belongs_to_is_no_question() {
        let mut plan = default_plan();
        let figure = plan.reported.iter_mut().find(|f| f.id == "sponsorship").unwrap();
        figure.value = Some(5_000.0);
        assert_eq!(found(&plan, "sponsorship-lines").kind, Holds);
        assert_eq!(
            found(&plan, "sponsorship-sum").kind,
            Gap,
            "but now its own parts do not fit"
        );
    }

    #[test]
    fn totals_less_increases_give_the_stocks_of_2019() {
        let plan = default_plan();
        let before = [
            ("criteria-before", 416.0),
            ("residential-before", 80.0),
            ("gardens-before", 586.0),
            ("ocop-before", 5.0),
            ("income-before", 36.03),
        ];
        for (id, value) in before {
            let found = found(&plan, id);
            assert!((found.computed - value).abs() < 1e-9, "{id}: {}", found.computed);
            assert_eq!((found.kind, found.stated), (Holds, None), "{id}");
        }
        let average = found(&plan, "criteria-average");
        assert_eq!((average.kind, average.computed), (Holds, 20.0));
    }

    #[test]
    fn a_total_below_its_increase_is_a_gap() {
        let mut plan = default_plan();
        plan.reported.iter_mut().find(|f| f.id == "ocop-total").unwrap().value = Some(9.0);
        assert_eq!(found(&plan, "ocop-before").kind, Gap);
    }

    #[test]
    fn two_advanced_communes_are_reported_where_the_list_has_three() {
        for plan in NAMES.iter().filter_map(|name| by_name(name)) {
            let advanced = found(&plan, "advanced-total");
            assert_eq!((advanced.stated, advanced.computed), (Some(2.0), 3.0), "{}", plan.id);
            assert_eq!(advanced.kind, Question);
            assert_eq!(found(&plan, "ntm-total").kind, Holds, "{}", plan.id);
        }
    }

    #[test]
    fn every_comparison_is_made_and_one_with_a_missing_figure_is_left_out() {
        let mut plan = default_plan();
        let ids = |plan: &Ground| reconcile(plan).iter().map(|r| r.id).collect::<Vec<_>>();
        assert_eq!(ids(&plan), RECONCILIATIONS);
        plan.reported.retain(|f| f.id != "sponsorship");
        let left = ids(&plan);
        assert_eq!(left.len(), RECONCILIATIONS.len() - 3);
        assert!(left.contains(&"resources-sum"));
        plan.reported.clear();
        assert_eq!(ids(&plan), Vec::<&str>::new());
    }
}
