//! Small plans for tests: built by hand or generated.
#![allow(dead_code, clippy::unwrap_used)]

use ntm_planner::model::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A figure without a story.
pub fn fig(value: f64) -> Figure {
    Figure {
        value,
        ..Figure::default()
    }
}

/// A range around its likely value.
pub fn range(likely: f64) -> Range {
    Range::new(likely, likely, likely, Origin::default())
}

/// A source that brings `amount` along `points`.
pub fn source(id: &str, amount: f64, points: [f64; RELEASE_POINTS]) -> Source {
    Source {
        id: id.into(),
        name: id.into(),
        short: Text::default(),
        reference: fig(amount),
        amount: fig(amount),
        yearly: Default::default(),
        release: ReleaseCurve {
            points,
            origin: Origin::default(),
            replaced: None,
        },
        other_works: fig(0.0),
        realisation: range(1.0),
        carries_over: true,
        from_residents: false,
    }
}

/// All money in the first month.
pub const AT_ONCE: [f64; RELEASE_POINTS] = [1.0; RELEASE_POINTS];

/// A line that any listed source may pay in full, recognised every month, all units passing.
pub fn line(id: &str, goal: f64, cost: f64, duration: f64, payers: &[&str]) -> Line {
    Line {
        id: id.into(),
        name: id.into(),
        unit: "unit".into(),
        level: None,
        goal: fig(goal),
        weight: fig(1.0),
        last_year: None,
        stock: None,
        goals: Default::default(),
        certificate: None,
        unit_cost: range(cost),
        average_cost: range(1.0),
        duration: fig(duration),
        profile: vec![],
        profile_origin: None,
        starts_per_month: fig(100.0),
        candidates: fig(1000.0),
        under_way: None,
        appraisal: Appraisal {
            lag: fig(0.0),
            rounds: Rounds::EveryMonth,
            rounds_origin: Origin::default(),
            rounds_replaced: None,
            stages: vec![],
        },
        recipe: payers
            .iter()
            .map(|p| ((*p).to_owned(), Share { max: 1.0, min: 0.0 }))
            .collect(),
        recipe_origin: Origin::default(),
        recipe_replaced: None,
        milestones: vec![],
    }
}

/// A plan of 2021 with 13 months.
pub fn plan(sources: Vec<Source>, lines: Vec<Line>) -> Plan {
    let ground = Ground {
        id: "test".into(),
        name: "test".into(),
        district: Text::default(),
        illustration: false,
        data_source: Text::default(),
        calendar: Calendar {
            start: YearMonth { year: 2021, month: 1 },
            months: 13,
        },
        population: fig(1000.0),
        priority: lines.iter().map(|l| l.id.clone()).collect(),
        sources,
        lines,
        communes: vec![],
        criteria_sets: vec![],
        events: vec![],
        correlations: vec![],
        discipline: Discipline::default(),
        schedule: Schedule::Even,
        origins: PlanOrigins::default(),
        reported: vec![],
        actuals: Actuals::default(),
        accepted: vec![],
        last_contribution: LastContribution::default(),
        unknown: BTreeMap::new(),
    };
    Plan::new(
        ground,
        vec![Scenario {
            id: "base".into(),
            name: "base".into(),
            ..Scenario::default()
        }],
    )
}

fn arb_points() -> impl Strategy<Value = [f64; RELEASE_POINTS]> {
    prop::collection::vec(0_u32..5, RELEASE_POINTS).prop_map(|steps| {
        let total: u32 = steps.iter().sum::<u32>().max(1);
        let mut sum = 0;
        let points: Vec<f64> = steps
            .iter()
            .map(|s| {
                sum += s;
                f64::from(sum) / f64::from(total)
            })
            .collect();
        points.try_into().unwrap()
    })
}

fn arb_source(index: usize) -> impl Strategy<Value = Source> {
    (0_u32..40, arb_points(), 0_u32..7).prop_map(move |(amount, points, other)| Source {
        other_works: fig(f64::from(other) * 0.125),
        ..source(&format!("s{index}"), f64::from(amount) * 100.0, points)
    })
}

prop_compose! {
    fn arb_line(index: usize, sources: usize)(
        goal in 0_u32..9,
        cost in prop_oneof![Just(0_u32), 1_u32..800],
        duration in 1_u32..9,
        lag in 0_u32..3,
        kappa in 1_u32..5,
        candidates in 0_u32..12,
        pass in prop_oneof![Just(1.0), Just(0.82), Just(0.5)],
        months in prop_oneof![Just(vec![]), prop::collection::btree_set(1_u8..=12, 1..4).prop_map(|s| s.into_iter().collect::<Vec<_>>())],
        max in prop::collection::vec(0_u32..=20, sources),
        min in prop::collection::vec(prop_oneof![4 => Just(0_u32), 1 => 0_u32..4], sources),
        under_way in prop_oneof![4 => Just((0_u32, 0_u32, 0_u32)), 1 => (1_u32..3, 0_u32..=4, 0_u32..=4)],
        profile in prop_oneof![Just(vec![]), prop::collection::vec((1_u32..4).prop_map(f64::from), 1..4)],
    ) -> Line {
        let mut line = line(&format!("l{index}"), f64::from(goal), f64::from(cost), f64::from(duration), &[]);
        line.starts_per_month = fig(f64::from(kappa));
        line.candidates = fig(f64::from(candidates));
        line.profile = profile;
        line.appraisal.lag = fig(f64::from(lag));
        line.appraisal.rounds = if months.is_empty() { Rounds::EveryMonth } else { Rounds::Months { months } };
        if pass < 1.0 {
            line.appraisal.stages = vec![Stage { name: "council".into(), pass: fig(pass) }];
        }
        for (s, (max, min)) in max.iter().zip(&min).enumerate() {
            let max = f64::from(*max) * 0.05;
            line.recipe.insert(format!("s{s}"), Share { max, min: (f64::from(*min) * 0.05).min(max) });
        }
        let (units, work, money) = under_way;
        if units > 0 {
            line.under_way = Some(UnderWay {
                units: fig(f64::from(units.min(candidates))),
                work_left: fig(f64::from(work) * 0.25),
                money_left: fig(f64::from(money) * 0.25),
            });
        }
        line
    }
}

fn arb_discipline() -> impl Strategy<Value = Discipline> {
    prop_oneof![
        3 => (0_usize..5).prop_map(|wait| Discipline::Bridge { wait }),
        2 => Just(Discipline::PayAsYouGo),
        1 => (0_u32..2000, 0_usize..5).prop_map(|(cap, wait)| Discipline::Arrears { cap: f64::from(cap), wait }),
    ]
}

fn arb_floods() -> impl Strategy<Value = Vec<Event>> {
    (any::<bool>(), 0_u32..=4).prop_map(|(on, quarters)| {
        vec![Event {
            id: "floods".into(),
            name: "floods".into(),
            note: Text::default(),
            months: vec![
                EventMonth { month: 5, chance: 1.0 },
                EventMonth { month: 10, chance: 1.0 },
            ],
            chance: fig(0.5),
            on,
            effects: vec![Effect::WorkSpeed {
                lines: vec!["l0".into(), "l1".into()],
                factor: f64::from(quarters) * 0.25,
            }],
        }]
    })
}

/// Plans with 1–4 sources and 1–4 lines, all rules in play, money between nothing and plenty.
pub fn arb_plan() -> impl Strategy<Value = Plan> {
    (1_usize..=4, 1_usize..=4, 1_usize..=26).prop_flat_map(|(sources, lines, months)| {
        let all_sources: Vec<_> = (0..sources).map(arb_source).collect();
        let all_lines: Vec<_> = (0..lines).map(|l| arb_line(l, sources)).collect();
        (all_sources, all_lines, arb_discipline(), any::<bool>(), arb_floods()).prop_map(
            move |(sources, lines, discipline, early, events)| {
                let mut plan = plan(sources, lines);
                plan.calendar = Calendar {
                    start: YearMonth { year: 2021, month: 1 },
                    months,
                };
                plan.discipline = discipline;
                plan.schedule = if early { Schedule::Early } else { Schedule::Even };
                plan.events = events;
                plan
            },
        )
    })
}

fn arb_entry() -> impl Strategy<Value = Option<CriterionEntry>> {
    let state = prop_oneof![
        1 => Just(CriterionState::Met),
        3 => Just(CriterionState::InProgress),
        3 => Just(CriterionState::Open),
        1 => Just(CriterionState::Unknown),
    ];
    let entry = (
        state,
        prop::option::weighted(0.9, 0_u32..500),
        prop::option::weighted(0.9, 0_u32..9),
    )
        .prop_map(|(state, cost, months)| CriterionEntry {
            state,
            cost: cost.map(f64::from),
            months: months.map(f64::from),
            ..CriterionEntry::default()
        });
    prop::option::weighted(0.85, entry)
}

fn arb_commune(index: usize) -> impl Strategy<Value = Commune> {
    let level = prop_oneof![4 => Just(Level::Ntm), 2 => Just(Level::Advanced), 1 => Just(Level::None)];
    (level, prop::option::of(2019_i32..2022), arb_entry(), arb_entry()).prop_map(move |(level, year, one, two)| {
        let name = format!("c{index}");
        Commune {
            target_year: year,
            criteria: [("k1", one), ("k2", two)]
                .into_iter()
                .filter_map(|(id, entry)| entry.map(|e| (id.to_owned(), e)))
                .collect(),
            ..Commune::new(name.clone(), name, level)
        }
    })
}

fn criteria_set(level: Level) -> CriteriaSet {
    let criterion = |id: &str| Criterion {
        id: id.into(),
        name: id.into(),
        group: Default::default(),
    };
    CriteriaSet {
        id: format!("{level:?}"),
        level,
        name: "set".into(),
        origin: Origin::default(),
        criteria: vec![criterion("k1"), criterion("k2")],
    }
}

fn arb_effect(lines: usize, sources: usize) -> impl Strategy<Value = Effect> {
    let hit = move |prefix: &'static str, count: usize| {
        prop::collection::btree_set(0..count, 1..=count)
            .prop_map(move |set| set.into_iter().map(|i| format!("{prefix}{i}")).collect::<Vec<_>>())
    };
    prop_oneof![
        (hit("l", lines), 0_u32..=4).prop_map(|(lines, q)| Effect::WorkSpeed {
            lines,
            factor: f64::from(q) * 0.25
        }),
        (hit("l", lines), 2_u32..7).prop_map(|(lines, q)| Effect::UnitCost {
            lines,
            factor: f64::from(q) * 0.25
        }),
        (hit("s", sources), 0_u32..6).prop_map(|(sources, q)| Effect::Amount {
            sources,
            factor: f64::from(q) * 0.25
        }),
        (hit("s", sources), 1_u8..=12).prop_map(|(sources, month)| Effect::ReleaseFrom { sources, month }),
        (hit("l", lines), 1_u32..6).prop_map(|(lines, q)| Effect::PassRate {
            lines,
            factor: f64::from(q) * 0.25
        }),
        (0..sources, 0_u32..20, arb_points()).prop_map(|(s, amount, release)| Effect::Money {
            source: format!("s{s}"),
            amount: f64::from(amount) * 100.0,
            release,
        }),
    ]
}

fn arb_event(index: usize, lines: usize, sources: usize) -> impl Strategy<Value = Event> {
    (
        prop::collection::btree_set(1_u8..=12, 0..4),
        any::<bool>(),
        prop::collection::vec(arb_effect(lines, sources), 1..3),
    )
        .prop_map(move |(months, on, effects)| Event {
            id: format!("e{index}"),
            name: "event".into(),
            note: Text::default(),
            months: months
                .into_iter()
                .map(|month| EventMonth { month, chance: 1.0 })
                .collect(),
            chance: fig(0.5),
            on,
            effects,
        })
}

fn arb_schedule(lines: usize) -> impl Strategy<Value = Schedule> {
    let starts = prop::collection::btree_map(
        (0..lines).prop_map(|l| format!("l{l}")),
        prop::collection::vec(0_u32..3, 0..20),
        0..=lines,
    );
    prop_oneof![
        3 => Just(Schedule::Even),
        2 => Just(Schedule::Early),
        1 => starts.prop_map(|starts| Schedule::ByMonth { starts }),
    ]
}

prop_compose! {
    fn arb_overrides(lines: usize, sources: usize)(
        amounts in prop::collection::btree_map(
            (0..sources).prop_map(|s| format!("s{s}")),
            prop_oneof![
                (0_u32..8).prop_map(|q| Amount::Factor(f64::from(q) * 0.25)),
                (0_u32..40).prop_map(|a| Amount::Fixed(f64::from(a) * 100.0)),
            ],
            0..=sources,
        ),
        other_works in prop::option::weighted(0.3, (0_u32..9).prop_map(|q| f64::from(q) * 0.125)),
        cost_level in prop::option::weighted(0.3, (2_u32..7).prop_map(|q| f64::from(q) * 0.25)),
        line_cost in prop::collection::btree_map(
            (0..lines).prop_map(|l| format!("l{l}")), (0_u32..7).prop_map(|q| f64::from(q) * 0.25), 0..2),
        pushed in prop::collection::btree_map((0..lines).prop_map(|l| format!("l{l}")), 0_u32..9, 0..2),
        events in prop::collection::btree_map((0_usize..3).prop_map(|e| format!("e{e}")), any::<bool>(), 0..3),
        discipline in prop::option::weighted(0.3, arb_discipline()),
        schedule in prop::option::weighted(0.3, arb_schedule(lines)),
        picks in prop::collection::btree_map(
            (0_usize..6).prop_map(|c| format!("c{c}")),
            prop_oneof![3 => Just(Pick::In), 1 => Just(Pick::Out), 1 => Just(Pick::Free)],
            0..4,
        ),
        commune_starts in prop::collection::btree_map((0_usize..6).prop_map(|c| format!("c{c}")), 0_usize..14, 0..3),
        priority in prop::option::weighted(0.3, Just((0..lines).map(|l| format!("l{l}")).collect::<Vec<_>>()).prop_shuffle()),
    ) -> Overrides {
        Overrides { amounts, other_works, cost_level, line_cost, pushed, events, discipline, schedule, picks, commune_starts, priority, caps: Default::default() }
    }
}

/// Figures of some years, mostly of none.
fn arb_years(most: u32) -> impl Strategy<Value = BTreeMap<i32, Figure>> {
    let figures = prop::collection::btree_map(2021_i32..2027, (0..most).prop_map(|n| fig(f64::from(n))), 1..5);
    prop_oneof![2 => Just(BTreeMap::new()), 1 => figures]
}

/// Likely values of factors on averages, mostly 1.
fn arb_likely() -> impl Strategy<Value = f64> {
    prop_oneof![3 => Just(1.0), 1 => 0.5..1.5_f64]
}

/// Plans with communes, up to five budget years from any month, events of all kinds, and a scenario that overrides
/// anything.
pub fn arb_case() -> impl Strategy<Value = (Plan, Scenario)> {
    (
        arb_plan(),
        prop_oneof![2 => 1_usize..=14, 1 => 15_usize..=61],
        prop_oneof![2 => Just(1_u8), 1 => 1_u8..=12],
    )
        .prop_flat_map(|(plan, months, first)| {
            let (lines, sources) = (plan.lines.len(), plan.sources.len());
            let events: Vec<_> = (0..3).map(|e| arb_event(e, lines, sources)).collect();
            let communes: Vec<_> = (0..6).map(arb_commune).collect();
            (
                Just(plan),
                prop_oneof![Just(vec![]), communes.prop_map(|c| c)],
                events,
                arb_schedule(lines),
                arb_overrides(lines, sources),
                prop::collection::vec(0_u32..4, lines),
                prop::collection::vec(prop::bool::weighted(0.6), sources),
                prop::collection::vec(arb_years(6), lines),
                prop::collection::vec(arb_years(30), sources),
                (
                    prop::collection::vec(arb_likely(), lines),
                    prop::collection::vec(arb_likely(), sources),
                ),
            )
                .prop_map(
                    move |(plan, communes, events, schedule, overrides, weights, carries, goals, yearly, likely)| {
                        let mut plan = plan;
                        plan.communes = communes;
                        plan.events = events;
                        plan.schedule = schedule;
                        plan.criteria_sets = vec![criteria_set(Level::Advanced), criteria_set(Level::Model)];
                        plan.calendar = Calendar {
                            start: YearMonth {
                                year: 2021,
                                month: first,
                            },
                            months,
                        };
                        for ((source, carries_over), yearly) in plan.sources.iter_mut().zip(carries).zip(yearly) {
                            source.carries_over = carries_over;
                            source.yearly = yearly.into_iter().map(|(y, f)| (y, fig(f.value * 100.0))).collect();
                        }
                        for (line, goals) in plan.lines.iter_mut().zip(goals) {
                            line.goals = goals;
                        }
                        for (line, likely) in plan.lines.iter_mut().zip(likely.0) {
                            line.average_cost = range(likely);
                        }
                        for (source, likely) in plan.sources.iter_mut().zip(likely.1) {
                            source.realisation = range(likely);
                        }
                        for (line, weight) in plan.lines.iter_mut().zip(weights) {
                            line.weight = fig(f64::from(weight) * 0.5);
                        }
                        // The first lines are those of communes; they differ in level, as no commune works towards two.
                        for (line, level) in plan.lines.iter_mut().zip([Level::Advanced, Level::Model]) {
                            line.level = Some(level);
                        }
                        let scenario = Scenario {
                            id: "case".into(),
                            overrides,
                            ..Scenario::default()
                        };
                        (plan, scenario)
                    },
                )
        })
}

/// The same case with one payer for each line, who may pay all.
pub fn with_single_payers((mut plan, scenario): (Plan, Scenario)) -> (Plan, Scenario) {
    let sources = plan.sources.len();
    for (l, line) in plan.lines.iter_mut().enumerate() {
        let payer = format!("s{}", (l + line.recipe.len()) % sources);
        line.recipe = [(payer, Share { max: 1.0, min: 0.0 })].into();
    }
    (plan, scenario)
}

/// Plans small enough to try every plan of starts: at most three months and lines, few units, none under way.
pub fn arb_small_plan() -> impl Strategy<Value = Plan> {
    (arb_plan(), 1_usize..=3, prop::collection::vec((0_u32..3, 1_u8..4), 4)).prop_map(|(mut plan, months, sizes)| {
        plan.calendar.months = months;
        plan.lines.truncate(3);
        let ids: Vec<LineId> = plan.lines.iter().map(|l| l.id.clone()).collect();
        plan.priority.retain(|id| ids.contains(id));
        for (line, (candidates, duration)) in plan.lines.iter_mut().zip(sizes) {
            line.candidates.value = f64::from(candidates);
            line.duration.value = f64::from(duration);
            line.under_way = None;
            line.appraisal.rounds = Rounds::EveryMonth;
            line.appraisal.lag.value = 0.0;
        }
        if plan.discipline == Discipline::PayAsYouGo {
            plan.discipline = Discipline::default();
        }
        plan
    })
}

/// Most that sources pay to lines.
pub type Caps = BTreeMap<LineId, BTreeMap<SourceId, f64>>;

/// At most six caps.
pub fn arb_caps() -> impl Strategy<Value = Caps> {
    let own = prop::collection::btree_map(
        (0_usize..4).prop_map(|s| format!("s{s}")),
        (0_u32..20).prop_map(|a| f64::from(a) * 50.0),
        1..3,
    );
    prop::collection::btree_map((0_usize..3).prop_map(|l| format!("l{l}")), own, 1..3)
}
