use super::*;
use crate::model::samples::{by_name, default_plan};
use crate::model::*;
use std::collections::BTreeSet;

/// A way to break the default plan, the check that must notice, and where.
type Break = (&'static str, Severity, &'static str, fn(&mut Plan));

fn line<'a>(plan: &'a mut Plan, id: &str) -> &'a mut Line {
    plan.lines.iter_mut().find(|l| l.id == id).unwrap()
}

fn event<'a>(plan: &'a mut Plan, id: &str) -> &'a mut Event {
    plan.events.iter_mut().find(|e| e.id == id).unwrap()
}

fn overrides(plan: &mut Plan) -> &mut Overrides {
    &mut plan.scenarios[0].overrides
}

fn entry(state: CriterionState, cost: Option<f64>, months: Option<f64>) -> CriterionEntry {
    CriterionEntry {
        state,
        cost,
        months,
        ..CriterionEntry::default()
    }
}

fn under_way(units: f64) -> UnderWay {
    let figure = |value| Figure::assumption(value, Text::new("thử", "test"));
    UnderWay {
        units: figure(units),
        work_left: figure(0.5),
        money_left: figure(0.5),
    }
}

use Severity::{Error, Note, Warning};

#[rustfmt::skip]
const NUMBERS: &[Break] = &[
    ("not-finite", Error, "/sources/state/amount", |p| p.sources[0].amount.value = f64::NAN),
    ("not-finite", Error, "/sources/state/release", |p| p.sources[0].release.points[3] = f64::NAN),
    ("not-finite", Error, "/lines/ocop/unit_cost/high", |p| line(p, "ocop").unit_cost.high = f64::INFINITY),
    ("not-finite", Error, "/reported/resources-total/value", |p| {
        p.reported.iter_mut().find(|f| f.id == "resources-total").unwrap().value = Some(f64::NAN);
    }),
    ("negative", Error, "/sources/credit/reference", |p| p.sources[2].reference.value = -1.0),
    ("negative", Error, "/population", |p| p.population.value = -1.0),
    ("negative", Error, "/lines/ocop/goal", |p| line(p, "ocop").goal.value = -8.0),
    ("negative", Error, "/lines/ocop/weight", |p| line(p, "ocop").weight.value = -1.0),
    ("negative", Error, "/discipline/cap", |p| p.discipline = Discipline::Arrears { cap: -1.0, wait: 3 }),
    ("negative", Error, "/scenarios/as-2020/overrides/amounts/state", |p| {
        overrides(p).amounts.insert("state".into(), Amount::Factor(-0.2));
    }),
    ("negative", Error, "/scenarios/as-2020/overrides/cost_level", |p| overrides(p).cost_level = Some(-1.0)),
    ("not-share", Error, "/sources/state/other_works", |p| p.sources[0].other_works.value = 1.2),
    ("not-share", Error, "/scenarios/as-2020/overrides/other_works", |p| overrides(p).other_works = Some(-0.1)),
    ("not-share", Error, "/lines/ocop/recipe/state/max", |p| line(p, "ocop").recipe.get_mut("state").unwrap().max = 1.5),
    ("not-share", Error, "/lines/ocop/under_way/work_left", |p| {
        let mut units = under_way(1.0);
        units.work_left.value = 2.0;
        line(p, "ocop").under_way = Some(units);
    }),
    ("not-share", Error, "/events/floods/chance", |p| event(p, "floods").chance.value = 1.5),
    ("not-share", Error, "/events/floods/months/10/chance", |p| event(p, "floods").months[1].chance = -0.5),
    ("not-whole", Error, "/lines/ocop/starts_per_month", |p| line(p, "ocop").starts_per_month.value = 2.5),
    ("not-whole", Error, "/lines/ocop/candidates", |p| line(p, "ocop").candidates.value = 19.5),
    ("not-whole", Error, "/lines/ocop/duration", |p| line(p, "ocop").duration.value = 6.5),
    ("not-whole", Error, "/lines/ocop/appraisal/lag", |p| line(p, "ocop").appraisal.lag.value = 0.5),
    ("range-order", Error, "/lines/ocop/unit_cost", |p| line(p, "ocop").unit_cost.low = 400.0),
    ("range-order", Error, "/sources/state/realisation", |p| p.sources[0].realisation.high = 0.9),
    ("release-outside", Error, "/sources/state/release", |p| p.sources[0].release.points[12] = 1.1),
    ("release-decreasing", Error, "/sources/state/release", |p| p.sources[0].release.points[5] = 0.01),
    ("release-decreasing", Error, "/events/new-central-money/effects/money/release", |p| {
        if let Effect::Money { release, .. } = &mut event(p, "new-central-money").effects[0] {
            release[12] = 0.1;
        }
    }),
    ("duration-short", Error, "/lines/ocop/duration", |p| line(p, "ocop").duration.value = 0.0),
    ("pass-outside", Error, "/lines/ocop/appraisal/stages/1/pass", |p| line(p, "ocop").appraisal.stages[1].pass.value = 0.0),
    ("pass-outside", Error, "/lines/ocop/appraisal/stages/0/pass", |p| line(p, "ocop").appraisal.stages[0].pass.value = 1.2),
    ("share-order", Error, "/lines/ocop/recipe/state", |p| line(p, "ocop").recipe.get_mut("state").unwrap().min = 0.6),
    ("profile-negative", Error, "/lines/ocop/profile", |p| line(p, "ocop").profile = vec![1.0, -1.0]),
    ("profile-zero", Error, "/lines/ocop/profile", |p| line(p, "ocop").profile = vec![0.0, 0.0]),
    ("month-outside", Error, "/lines/ocop/appraisal/rounds", |p| {
        line(p, "ocop").appraisal.rounds = Rounds::Months { months: vec![12, 13] };
    }),
    ("month-outside", Error, "/events/floods/months", |p| event(p, "floods").months[0].month = 0),
    ("month-outside", Error, "/events/late-central-money/effects/release-from/month", |p| {
        if let Effect::ReleaseFrom { month, .. } = &mut event(p, "late-central-money").effects[0] {
            *month = 13;
        }
    }),
    ("calendar-start", Error, "/calendar/start", |p| p.calendar.start.month = 13),
    ("calendar-months", Error, "/calendar/months", |p| p.calendar.months = 62),
    ("calendar-months", Error, "/calendar/months", |p| p.calendar.months = 0),
];

fn correlate(plan: &mut Plan, pairs: &[(&str, &str, f64)]) {
    let factor = |id: &str| Factor::Realisation { source: id.into() };
    plan.correlations.extend(pairs.iter().map(|(a, b, value)| Correlation {
        a: factor(a),
        b: factor(b),
        value: Figure::assumption(*value, Text::default()),
    }));
}

#[rustfmt::skip]
const REFERENCES: &[Break] = &[
    ("duplicate-id", Error, "/sources/state", |p| p.sources[1].id = "state".into()),
    ("duplicate-id", Error, "/criteria_sets/advanced-2021/criteria/planning", |p| {
        p.criteria_sets[0].criteria[1].id = "planning".into();
    }),
    ("duplicate-id", Error, "/priority/ocop", |p| p.priority.push("ocop".into())),
    ("empty-id", Error, "/lines", |p| p.lines[0].id.clear()),
    ("correlation-outside", Error, "/correlations/0/value", |p| correlate(p, &[("state", "community", 1.5)])),
    ("correlation-impossible", Error, "/correlations", |p| {
        correlate(p, &[("state", "community", 0.9), ("state", "other", 0.9), ("community", "other", -0.9)]);
    }),
    ("correlation-twice", Warning, "/correlations/1", |p| {
        correlate(p, &[("state", "community", 0.2), ("community", "state", 0.3)]);
    }),
    ("unknown-source", Warning, "/correlations/0/b", |p| correlate(p, &[("state", "lottery", 0.5)])),
    ("unknown-source", Warning, "/lines/ocop/recipe/lottery", |p| {
        line(p, "ocop").recipe.insert("lottery".into(), Share { max: 1.0, min: 0.0 });
    }),
    ("unknown-source", Warning, "/scenarios/as-2020/overrides/amounts/lottery", |p| {
        overrides(p).amounts.insert("lottery".into(), Amount::Fixed(1.0));
    }),
    ("unknown-source", Warning, "/events/swine-fever/effects/amount/sources/lottery", |p| {
        event(p, "swine-fever").effects =
            vec![Effect::Amount { sources: vec!["lottery".into()], factor: 1.0 }];
    }),
    ("unknown-line", Warning, "/priority/roads", |p| p.priority.push("roads".into())),
    ("unknown-line", Warning, "/scenarios/as-2020/overrides/pushed/roads", |p| {
        overrides(p).pushed.insert("roads".into(), 1);
    }),
    ("unknown-line", Warning, "/scenarios/as-2020/overrides/priority/roads", |p| {
        overrides(p).priority = Some(vec!["roads".into()]);
    }),
    ("unknown-line", Warning, "/events/floods/effects/work-speed/lines/roads", |p| {
        event(p, "floods").effects = vec![Effect::WorkSpeed { lines: vec!["roads".into()], factor: 0.5 }];
    }),
    ("unknown-line", Warning, "/schedule/starts/roads", |p| {
        p.schedule = Schedule::ByMonth { starts: [("roads".to_owned(), vec![1])].into() };
    }),
    ("unknown-event", Warning, "/scenarios/as-2020/overrides/events/war", |p| {
        overrides(p).events.insert("war".into(), true);
    }),
    ("unknown-commune", Warning, "/scenarios/as-2020/overrides/picks/00000", |p| {
        overrides(p).picks.insert("00000".into(), Pick::In);
    }),
    ("unknown-criterion", Warning, "/communes/18643/criteria/happiness", |p| {
        p.communes[15].criteria.insert("happiness".into(), entry(CriterionState::Met, None, None));
    }),
];

#[rustfmt::skip]
const SENSE: &[Break] = &[
    ("no-sources", Warning, "/sources", |p| p.sources.clear()),
    ("no-lines", Warning, "/lines", |p| p.lines.clear()),
    ("no-scenarios", Warning, "/scenarios", |p| p.scenarios.clear()),
    ("population-zero", Warning, "/population", |p| p.population.value = 0.0),
    ("weights-zero", Warning, "/lines", |p| p.lines.iter_mut().for_each(|l| l.weight.value = 0.0)),
    ("recipe-short", Warning, "/lines/ocop/recipe", |p| line(p, "ocop").recipe.retain(|id, _| id == "state")),
    ("recipe-over", Warning, "/lines/ocop/recipe", |p| {
        line(p, "ocop").recipe.values_mut().for_each(|share| share.min = share.max);
    }),
    ("goal-above-candidates", Warning, "/lines/ocop/goal", |p| line(p, "ocop").goal.value = 21.0),
    ("goal-above-candidates", Warning, "/lines/model-commune/goal", |p| line(p, "model-commune").goal.value = 4.0),
    ("under-way-above-candidates", Warning, "/lines/ocop/under_way/units", |p| line(p, "ocop").under_way = Some(under_way(21.0))),
    ("no-starts", Warning, "/lines/ocop/starts_per_month", |p| line(p, "ocop").starts_per_month.value = 0.0),
    ("rounds-empty", Warning, "/lines/ocop/appraisal/rounds", |p| {
        line(p, "ocop").appraisal.rounds = Rounds::Months { months: vec![] };
    }),
    ("no-round-in-time", Warning, "/lines/ocop/appraisal/rounds", |p| line(p, "ocop").duration.value = 12.0),
    ("no-round-in-time", Warning, "/lines/ocop/appraisal/rounds", |p| {
        let line = line(p, "ocop");
        (line.duration.value, line.appraisal.lag.value) = (1.0, 0.0);
        line.appraisal.rounds = Rounds::Months { months: vec![1] };
        p.calendar.months = 12;
    }),
    ("level-twice", Warning, "/lines/model-commune/level", |p| line(p, "model-commune").level = Some(Level::Advanced)),
    ("pick-not-candidate", Warning, "/scenarios/as-2020/overrides/picks/18643", |p| {
        p.communes[15].level = Level::Model;
        overrides(p).picks.insert("18643".into(), Pick::In);
    }),
    ("pick-not-candidate", Warning, "/scenarios/as-2020/overrides/picks/18565", |p| {
        p.communes[0].target_year = Some(2021);
        overrides(p).picks.insert("18565".into(), Pick::In);
    }),
    ("pushed-above-candidates", Warning, "/scenarios/as-2020/overrides/pushed/advanced", |p| {
        overrides(p).pushed.insert("advanced".into(), 19);
    }),
    ("starts-beyond-calendar", Warning, "/scenarios/as-2020/overrides/schedule/starts/ocop", |p| {
        let starts = [("ocop".to_owned(), [vec![0; 13], vec![1]].concat())].into();
        overrides(p).schedule = Some(Schedule::ByMonth { starts });
    }),
    ("closed-beyond-calendar", Warning, "/actuals/months", |p| p.actuals.months = 14),
    ("event-without-months", Warning, "/events/floods/months", |p| event(p, "floods").months.clear()),
    ("model-needs-earlier-year", Warning, "/communes/18565/target_year", |p| {
        p.communes[0].decision_date.clear();
        p.communes[0].target_year = Some(2021);
    }),
    ("date-malformed", Warning, "/communes/18571/decision_date", |p| p.communes[1].decision_date = "15/01/2021".into()),
    ("date-malformed", Warning, "/communes/18571/money_date", |p| p.communes[1].money_date = "2021-02-29".into()),
    ("date-malformed", Warning, "/lines/schemes/milestones/0/due", |p| line(p, "schemes").milestones[0].due = "tháng 9".into()),
    ("due-outside-calendar", Warning, "/lines/schemes/milestones/0/due", |p| line(p, "schemes").milestones[0].due = "2020-12-15".into()),
    ("money-before-decision", Warning, "/communes/18571/money_date", |p| {
        p.communes[1].decision_date = "2021-03-05".into();
        p.communes[1].money_date = "2021-03-04".into();
    }),
    ("target-year-missing", Note, "/communes/18565/target_year", |p| p.communes[0].target_year = None),
    ("target-year-mismatch", Note, "/communes/18565/target_year", |p| p.communes[0].decision_date = "2021-02-01".into()),
    ("criteria-incomplete", Note, "/communes/18643/criteria", |p| {
        p.communes[15].criteria.insert("income".into(), entry(CriterionState::Open, Some(10.0), None));
    }),
    ("met-with-cost", Note, "/communes/18643/criteria/income", |p| {
        p.communes[15].criteria.insert("income".into(), entry(CriterionState::Met, Some(10.0), None));
    }),
    ("set-twice", Note, "/criteria_sets/model-2018", |p| p.criteria_sets[1].level = Level::Advanced),
    ("event-no-effect", Note, "/events/floods", |p| event(p, "floods").effects.clear()),
];

fn breaks() -> impl Iterator<Item = &'static Break> {
    [NUMBERS, REFERENCES, SENSE].into_iter().flatten()
}

#[test]
fn each_way_to_break_a_consistent_plan_is_noticed_at_its_place() {
    for (check, severity, path, damage) in breaks() {
        let mut plan = default_plan();
        damage(&mut plan);
        let issues = validate(&plan);
        let found = issues.iter().find(|i| i.check == *check && i.path == *path);
        let found = found.unwrap_or_else(|| panic!("{check} at {path} not in {issues:#?}"));
        assert_eq!(found.severity, *severity, "{check}");
    }
}

#[test]
fn every_check_is_listed_and_every_listed_check_can_fail() {
    let broken: BTreeSet<_> = breaks().map(|b| b.0).collect();
    let listed: BTreeSet<_> = CHECKS.iter().copied().collect();
    assert_eq!(broken, listed);
    assert_eq!(listed.len(), CHECKS.len(), "a name is listed twice");
}

#[test]
fn a_finding_names_only_listed_checks_and_a_single_number_is_reported_once() {
    let mut plan = default_plan();
    plan.sources[0].amount.value = -5.0;
    let issues = validate(&plan);
    assert_eq!(issues.len(), 1);
    assert_eq!(issues[0].args, ["-5"]);
    assert!(CHECKS.contains(&issues[0].check));
}

#[test]
fn the_order_of_arguments_is_as_documented() {
    let mut plan = default_plan();
    plan.sources[0].release.points[5] = 0.01;
    let args = &validate(&plan)[0].args;
    assert_eq!((args[0].as_str(), args[1].as_str()), ("6", "0.01"));
    assert!(args[2].starts_with("0.25"), "the value before: {}", args[2]);
}

#[test]
fn a_schedule_within_the_calendar_and_real_dates_are_fine() {
    let mut plan = default_plan();
    plan.schedule = Schedule::ByMonth {
        starts: [("ocop".to_owned(), [vec![1; 13], vec![0; 5]].concat())].into(),
    };
    plan.communes[1].money_date = "2020-02-29".into();
    assert_eq!(validate(&plan), vec![]);
}

#[test]
fn an_unfinished_plan_is_described_without_stopping() {
    let mut plan = default_plan();
    plan.sources.clear();
    plan.lines.clear();
    plan.communes.clear();
    plan.scenarios.clear();
    plan.priority.clear();
    plan.events.clear();
    let checks: Vec<_> = validate(&plan).iter().map(|i| i.check).collect();
    assert_eq!(checks, ["no-sources", "no-lines", "no-scenarios"]);
}

#[test]
fn the_back_test_and_the_illustration_have_no_finding() {
    for name in ["thach-ha-2020", "minh-hoa-xa"] {
        assert_eq!(validate(&by_name(name).unwrap()), vec![], "{name}");
    }
}
