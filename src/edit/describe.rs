//! What a scenario sets, and where scenarios differ: codes with values, worded by [`crate::i18n::scenarios`].

use crate::model::*;
use std::collections::BTreeMap;

/// One thing a scenario can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingKey {
    /// Amount of a source.
    Amount(SourceId),
    /// Share held for other works.
    OtherWorks,
    /// Cost level of all lines.
    CostLevel,
    /// Cost level of one line.
    LineCost(LineId),
    /// Units pushed on a line.
    Pushed(LineId),
    /// An event.
    Event(EventId),
    /// How builders are paid.
    Discipline,
    /// When units are wanted to start.
    Schedule,
    /// Communes fixed in or out.
    Picks,
    /// Communes with a month of their own.
    CommuneStarts,
    /// What sources pay to lines at most.
    Caps,
    /// Order of service.
    Priority,
}

/// What a setting is, in the plan or under a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    /// Money of a budget year, triệu đồng, and its share of last year's (`None` if last year brought nothing).
    Amount {
        /// Triệu đồng.
        amount: f64,
        /// Times last year's amount.
        factor: Option<f64>,
    },
    /// Smallest and largest share over the sources, 0–1; equal under a scenario that sets the share.
    Shares {
        /// Smallest.
        low: f64,
        /// Largest.
        high: f64,
    },
    /// A factor; 1 changes nothing.
    Factor(f64),
    /// Units; `None`: as many as the goal needs.
    Units(Option<u32>),
    /// On or off.
    Switch(bool),
    /// How builders are paid.
    Discipline(Discipline),
    /// When units are wanted to start.
    Schedule(Schedule),
    /// Communes fixed in and fixed out.
    Picks {
        /// Fixed in, in id order.
        fixed_in: Vec<CommuneId>,
        /// Fixed out, in id order.
        fixed_out: Vec<CommuneId>,
    },
    /// Communes with the month they start in, in id order.
    CommuneStarts(Vec<(CommuneId, usize)>),
    /// What sources pay to lines at most, in id order, triệu đồng.
    Caps(Vec<(LineId, SourceId, f64)>),
    /// Lines in order of service; lines of the plan that are not named follow in plan order.
    Priority(Vec<LineId>),
}

impl SettingValue {
    /// Whether two values are the same for a reader: amounts and factors within rounding, an amount typed and the
    /// same amount as a factor alike.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Amount { amount: a, .. }, Self::Amount { amount: b, .. }) => close(*a, *b),
            (Self::Shares { low: a, high: b }, Self::Shares { low: c, high: d }) => close(*a, *c) && close(*b, *d),
            (Self::Factor(a), Self::Factor(b)) => close(*a, *b),
            _ => self == other,
        }
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// A setting with the value it has.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// What is set.
    pub key: SettingKey,
    /// To what.
    pub value: SettingValue,
}

/// Everything a scenario of this plan can set, in the order it is told: money, costs, units, events, rules.
pub fn setting_keys(plan: &Plan) -> Vec<SettingKey> {
    let mut keys: Vec<SettingKey> = plan.sources.iter().map(|s| SettingKey::Amount(s.id.clone())).collect();
    keys.push(SettingKey::OtherWorks);
    keys.push(SettingKey::CostLevel);
    keys.extend(plan.lines.iter().map(|l| SettingKey::LineCost(l.id.clone())));
    keys.extend(plan.lines.iter().map(|l| SettingKey::Pushed(l.id.clone())));
    keys.extend(plan.events.iter().map(|e| SettingKey::Event(e.id.clone())));
    keys.extend([
        SettingKey::Discipline,
        SettingKey::Schedule,
        SettingKey::Picks,
        SettingKey::CommuneStarts,
        SettingKey::Caps,
        SettingKey::Priority,
    ]);
    keys
}

/// The value of a setting under `overrides` (the default overrides give the plan's own).
///
/// A key that the plan does not know has the value of "nothing set".
pub fn setting(plan: &Plan, overrides: &Overrides, key: &SettingKey) -> SettingValue {
    match key {
        SettingKey::Amount(id) => amount(plan, overrides, id),
        SettingKey::OtherWorks => other_works(plan, overrides),
        SettingKey::CostLevel => SettingValue::Factor(overrides.cost_level.unwrap_or(1.0)),
        SettingKey::LineCost(id) => SettingValue::Factor(overrides.line_cost.get(id).copied().unwrap_or(1.0)),
        SettingKey::Pushed(id) => SettingValue::Units(overrides.pushed.get(id).copied()),
        SettingKey::Event(id) => {
            let planned = plan.event(id).is_some_and(|e| e.on);
            SettingValue::Switch(overrides.events.get(id).copied().unwrap_or(planned))
        }
        SettingKey::Discipline => SettingValue::Discipline(overrides.discipline.unwrap_or(plan.discipline)),
        SettingKey::Schedule => {
            SettingValue::Schedule(overrides.schedule.clone().unwrap_or_else(|| plan.schedule.clone()))
        }
        SettingKey::Picks => picks(overrides),
        SettingKey::CommuneStarts => {
            let starts = overrides.commune_starts.iter();
            SettingValue::CommuneStarts(starts.map(|(id, t)| (id.clone(), *t)).collect())
        }
        SettingKey::Caps => {
            let each = |(line, own): (&LineId, &BTreeMap<SourceId, f64>)| -> Vec<_> {
                own.iter().map(|(s, most)| (line.clone(), s.clone(), *most)).collect()
            };
            SettingValue::Caps(overrides.caps.iter().flat_map(each).collect())
        }
        SettingKey::Priority => {
            let named = overrides.priority.as_ref().unwrap_or(&plan.priority);
            SettingValue::Priority(whole_order(plan, named))
        }
    }
}

/// What a scenario changes against its plan; overrides that repeat the plan's own value are no change.
pub fn changes(plan: &Plan, overrides: &Overrides) -> Vec<Setting> {
    let unchanged = Overrides::default();
    setting_keys(plan)
        .into_iter()
        .filter_map(|key| {
            let value = setting(plan, overrides, &key);
            (!value.same(&setting(plan, &unchanged, &key))).then_some(Setting { key, value })
        })
        .collect()
}

/// The settings in which scenarios differ from each other, with the value of each, shape `[difference][scenario]`.
pub fn differing_settings(plan: &Plan, scenarios: &[&Overrides]) -> Vec<(SettingKey, Vec<SettingValue>)> {
    setting_keys(plan)
        .into_iter()
        .filter_map(|key| {
            let values: Vec<SettingValue> = scenarios.iter().map(|o| setting(plan, o, &key)).collect();
            let all_same = values.windows(2).all(|pair| pair[0].same(&pair[1]));
            (!all_same).then_some((key, values))
        })
        .collect()
}

fn amount(plan: &Plan, overrides: &Overrides, id: &str) -> SettingValue {
    let (reference, planned) = plan
        .source(id)
        .map_or((0.0, 0.0), |s| (s.reference.value, s.amount.value));
    let (amount, exact) = match overrides.amounts.get(id) {
        Some(Amount::Factor(factor)) => (factor * reference, Some(*factor)),
        Some(Amount::Fixed(amount)) => (*amount, None),
        None => (planned, None),
    };
    let factor = (reference > 0.0).then(|| exact.unwrap_or(amount / reference));
    SettingValue::Amount { amount, factor }
}

fn other_works(plan: &Plan, overrides: &Overrides) -> SettingValue {
    let (low, high) = match overrides.other_works {
        Some(share) => (share, share),
        None => plan
            .sources
            .iter()
            .map(|s| s.other_works.value)
            .fold(None, |range, share| match range {
                None => Some((share, share)),
                Some((low, high)) => Some((share.min(low), share.max(high))),
            })
            .unwrap_or((0.0, 0.0)),
    };
    SettingValue::Shares { low, high }
}

fn picks(overrides: &Overrides) -> SettingValue {
    let of = |wanted: Pick| -> Vec<CommuneId> {
        overrides
            .picks
            .iter()
            .filter(|(_, pick)| **pick == wanted)
            .map(|(id, _)| id.clone())
            .collect()
    };
    SettingValue::Picks {
        fixed_in: of(Pick::In),
        fixed_out: of(Pick::Out),
    }
}

fn whole_order(plan: &Plan, named: &[LineId]) -> Vec<LineId> {
    let mut order: Vec<LineId> = Vec::with_capacity(plan.lines.len());
    let known = named.iter().filter(|id| plan.line(id).is_some());
    for id in known.chain(plan.lines.iter().map(|l| &l.id)) {
        if !order.contains(id) {
            order.push(id.clone());
        }
    }
    order
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::fixture::plan;

    fn keys(plan: &Plan, overrides: &Overrides) -> Vec<SettingKey> {
        changes(plan, overrides).into_iter().map(|c| c.key).collect()
    }

    #[test]
    fn a_scenario_that_repeats_the_plan_changes_nothing() {
        let plan = plan();
        let mut same = Overrides {
            other_works: Some(0.5),
            cost_level: Some(1.0),
            discipline: Some(plan.discipline),
            schedule: Some(plan.schedule.clone()),
            priority: Some(vec!["gardens".into()]),
            ..Overrides::default()
        };
        same.amounts.insert("state".into(), Amount::Factor(1.0));
        same.amounts.insert("community".into(), Amount::Fixed(500.0));
        same.events.insert("floods".into(), false);
        same.picks.insert("18565".into(), Pick::Free);
        assert_eq!(changes(&plan, &same), vec![]);
        assert_eq!(changes(&plan, &Overrides::default()), vec![]);
    }

    #[test]
    fn every_kind_of_override_is_told_once_and_in_order() {
        let plan = plan();
        let mut all = Overrides {
            other_works: Some(0.4),
            cost_level: Some(1.1),
            discipline: Some(Discipline::PayAsYouGo),
            schedule: Some(Schedule::Early),
            priority: Some(vec!["ocop".into(), "gardens".into()]),
            ..Overrides::default()
        };
        all.amounts.insert("state".into(), Amount::Factor(0.8));
        all.line_cost.insert("gardens".into(), 1.2);
        all.pushed.insert("ocop".into(), 12);
        all.events.insert("floods".into(), true);
        all.picks.insert("18565".into(), Pick::In);
        assert_eq!(
            keys(&plan, &all),
            vec![
                SettingKey::Amount("state".into()),
                SettingKey::OtherWorks,
                SettingKey::CostLevel,
                SettingKey::LineCost("gardens".into()),
                SettingKey::Pushed("ocop".into()),
                SettingKey::Event("floods".into()),
                SettingKey::Discipline,
                SettingKey::Schedule,
                SettingKey::Picks,
                SettingKey::Priority,
            ]
        );
    }

    #[test]
    fn an_override_of_something_the_plan_no_longer_has_is_not_told() {
        let plan = plan();
        let mut stale = Overrides::default();
        stale.amounts.insert("gone".into(), Amount::Factor(0.5));
        stale.events.insert("gone".into(), true);
        stale.pushed.insert("gone".into(), 3);
        assert_eq!(changes(&plan, &stale), vec![]);
    }

    #[test]
    fn a_typed_amount_and_the_same_factor_are_no_difference() {
        let plan = plan();
        let with = |amount| {
            let mut overrides = Overrides::default();
            overrides.amounts.insert("state".into(), amount);
            overrides
        };
        let (factor, typed, other) = (
            with(Amount::Factor(0.8)),
            with(Amount::Fixed(800.0)),
            with(Amount::Fixed(801.0)),
        );
        assert_eq!(differing_settings(&plan, &[&factor, &typed]), vec![]);
        let rows = differing_settings(&plan, &[&factor, &typed, &other]);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].1.len(), 3);
    }

    #[test]
    fn a_source_that_brought_nothing_last_year_has_no_share() {
        let mut plan = plan();
        plan.sources[0].reference.value = 0.0;
        let mut overrides = Overrides::default();
        overrides.amounts.insert("state".into(), Amount::Fixed(700.0));
        let told = changes(&plan, &overrides);
        assert_eq!(
            told[0].value,
            SettingValue::Amount {
                amount: 700.0,
                factor: None
            }
        );
    }
}
