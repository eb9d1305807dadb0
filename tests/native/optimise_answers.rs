//! What is told of a best plan beside it: reasons that are true, limits of the question among them, answers that start early.

use ntm_planner::engine::verdict::{GuardState, waiting_state};
use ntm_planner::engine::{Inputs, resolve, simulate};
use ntm_planner::model::*;
use ntm_planner::optimise::*;

const STEPS: usize = 1_000;

fn goals(inputs: &Inputs) -> Vec<usize> {
    (0..inputs.lines.len()).collect()
}

fn poor(factor: f64) -> Plan {
    let mut plan = samples::default_plan();
    plan.sources.iter_mut().for_each(|s| s.amount.value *= factor);
    plan
}

fn prices(inputs: &Inputs) -> Vec<Option<f64>> {
    inputs.sources.iter().map(|_| Some(1.0)).collect()
}

/// What is free for targets inside the calendar of a triệu đồng more a year.
fn free_of_a_raise(source: &ntm_planner::engine::SourceInputs) -> f64 {
    source.planned.iter().sum::<f64>() * (1.0 - source.other_works) / source.amount
}

/// Units started by the end of each month, all lines.
fn by_month(planned: &PlannedStarts, months: usize) -> Vec<u32> {
    let mut sum = 0;
    let started = |t: usize| -> u32 { planned.starts.values().filter_map(|s| s.get(t)).sum() };
    let step = |t: usize| {
        sum += started(t);
        sum
    };
    (0..months).map(step).collect()
}

#[test]
fn where_the_plan_as_it_is_scores_best_its_units_are_brought_forward() {
    let inputs = resolve(&samples::default_plan(), None);
    let as_it_is = PlannedStarts::of_outcome(&inputs, &simulate(&inputs));
    let answer = optimise(&inputs, STEPS);
    verify_answer(&inputs, &answer).unwrap();
    assert!((answer.score - answer.before).abs() < 1e-9, "a tie");
    let (now, early) = (
        by_month(&as_it_is, inputs.months),
        by_month(&answer.planned, inputs.months),
    );
    assert_eq!(now.last(), early.last(), "as many units");
    assert!(
        now.iter().zip(&early).all(|(now, early)| now <= early),
        "{now:?} {early:?}"
    );
    assert_ne!(now, early, "some start earlier");
}

#[test]
fn the_least_new_money_starts_as_early_as_it_pays() {
    let mut plan = samples::default_plan();
    plan.sources.iter_mut().for_each(|s| s.amount.value *= 3.0);
    let inputs = resolve(&plan, None);
    let least = find_least_money(&inputs, &goals(&inputs), &prices(&inputs)).unwrap();
    assert!(
        least.verified && least.proven && least.price == 0.0 && least.bound == 0.0,
        "{least:?}"
    );
    let total: u32 = least.planned.starts["advanced"].iter().sum();
    let first: u32 = least.planned.starts["advanced"][..2].iter().sum();
    assert_eq!(
        first, total,
        "money is there from the start: {:?}",
        least.planned.starts["advanced"]
    );
}

#[test]
fn the_least_new_money_is_never_below_its_bound_and_nothing_is_cheapest() {
    for factor in [0.4, 0.7, 1.0] {
        let mut plan = samples::by_name("minh-hoa-xa").unwrap();
        plan.sources.iter_mut().for_each(|s| s.amount.value *= factor);
        let inputs = resolve(&plan, None);
        let least = find_least_money(&inputs, &goals(&inputs), &prices(&inputs)).unwrap();
        assert!(least.bound <= least.price + 1e-9 && least.bound >= 0.0, "{least:?}");
        assert!(least.price > 0.0 || least.proven, "no money cannot be undercut");
    }
}

#[test]
fn the_least_new_money_keeps_least_numbers_and_caps() {
    let plan = poor(0.8);
    let question = Question {
        at_least: vec![FloorDemand {
            line: Some("ocop".into()),
            least: 16.0,
            ..FloorDemand::default()
        }],
        caps: vec![Cap {
            line: "gardens".into(),
            source: "community".into(),
            most: 1_000.0,
        }],
        ..Question::default()
    };
    let inputs = question.inputs(&plan, None);
    let least = find_least_money(&inputs, &goals(&inputs), &prices(&inputs)).unwrap();
    assert!(least.verified);
    assert_eq!(find_shortfalls(&inputs, &least.planned), vec![0.0]);
    let limits = Scenario {
        overrides: question.overrides(&plan, None),
        ..Scenario::default()
    };
    let applied = Scenario {
        overrides: least.apply_to(&plan, Some(&limits)),
        ..Scenario::default()
    };
    let run = simulate(&resolve(&plan, Some(&applied)));
    let line = run.lines.iter().position(|l| l.id == "gardens").unwrap();
    let source = run.sources.iter().find(|s| s.id == "community").unwrap();
    assert!(source.paid_to[line] <= 1_000.0 + 1e-6, "{}", source.paid_to[line]);
    assert_eq!(run.score, 1.0);
    let free = resolve(&plan, None);
    let without = find_least_money(&free, &goals(&free), &prices(&free)).unwrap();
    assert!(least.price > without.price, "{} against {}", least.price, without.price);
    // A number there cannot be is told.
    let mut too_many = question;
    too_many.at_least[0].least = 1_000.0;
    let inputs = too_many.inputs(&plan, None);
    let clash = find_least_money(&inputs, &goals(&inputs), &prices(&inputs)).unwrap_err();
    assert_eq!(clash, vec![Limit::AtLeast(0)]);
}

#[test]
fn what_is_to_be_asked_for_includes_what_other_works_take() {
    let plan = poor(0.8);
    let inputs = resolve(&plan, None);
    let least = find_least_money(&inputs, &goals(&inputs), &prices(&inputs)).unwrap();
    let raises = least.raises(&plan, None);
    for (s, (more, raise)) in least
        .more
        .iter()
        .zip(&raises)
        .enumerate()
        .filter(|(_, (m, _))| **m > 0.0)
    {
        let source = &inputs.sources[s];
        let free = free_of_a_raise(source);
        assert!(
            (raise * free - more).abs() <= 2.0,
            "{raise} of {}, free {more}",
            source.id
        );
    }
    assert!(raises.iter().sum::<f64>() > least.more.iter().sum::<f64>() * 1.5);
}

#[test]
fn what_villagers_may_be_asked_for_is_among_the_reasons() {
    let plan = samples::default_plan();
    let question = Question {
        community_per_head: Some(0.2),
        ..Question::default()
    };
    let inputs = question.inputs(&plan, None);
    let asked = QuestionLimits::new(&question, &plan, None);
    let answer = optimise(&inputs, STEPS);
    assert!(asked.limits_per_head() && answer.score < 1.0, "the cap costs points");
    let told = find_reliefs(&inputs, asked.clone(), &answer, STEPS);
    assert!(told.iter().any(|r| r.limit == Limit::PerHead), "{told:?}");
    let clash = find_clash(&inputs, &asked, &goals(&inputs), STEPS);
    assert!(clash.limits.contains(&Limit::PerHead), "{clash:?}");
    // Without the cap alone every target is made: the plan as it is does.
    let place = clash.limits.iter().position(|l| *l == Limit::PerHead).unwrap();
    assert!(clash.enough[place]);
}

#[test]
fn what_may_be_owed_is_among_the_reasons() {
    let plan = poor(0.8);
    let question = Question {
        arrears: Some(0.0),
        ..Question::default()
    };
    let inputs = question.inputs(&plan, None);
    let asked = QuestionLimits::new(&question, &plan, None);
    let answer = optimise(&inputs, STEPS);
    let told = find_reliefs(&inputs, asked.clone(), &answer, STEPS);
    assert!(told.iter().any(|r| r.limit == Limit::Arrears), "{told:?}");
    let clash = find_clash(&inputs, &asked, &goals(&inputs), STEPS);
    assert!(clash.limits.contains(&Limit::Arrears), "{clash:?}");
}

#[test]
fn where_a_step_of_money_gives_nothing_the_smallest_amount_that_does_is_told() {
    let plan = poor(0.8);
    let inputs = resolve(&plan, None);
    let answer = optimise(&inputs, STEPS);
    let told = find_reliefs(&inputs, QuestionLimits::default(), &answer, STEPS);
    let lump = |r: &&Relief| matches!(r.limit, Limit::Money(_)) && r.lump.is_some();
    let found = told.iter().find(lump).unwrap();
    let (Limit::Money(id), Some(amount)) = (&found.limit, found.lump) else {
        return;
    };
    assert!(amount > EXTRA_MONEY && amount <= 50.0 * EXTRA_MONEY);
    let with = |free: f64| {
        let mut plan = plan.clone();
        let source = inputs.sources.iter().find(|s| s.id == *id).unwrap();
        let share = free_of_a_raise(source);
        let own = plan.sources.iter_mut().find(|s| s.id == *id).unwrap();
        own.amount.value += free / share;
        optimise(&resolve(&plan, None), STEPS).score - answer.score
    };
    assert!(with(amount + 0.01) >= found.score - 1e-6, "{found:?}");
    // Where that is told to be proven, a grain less gives nothing, however long it is looked for.
    for relief in told.iter().filter(|r| r.lump.is_some()) {
        let grain = if relief.limit == Limit::PerHead {
            EXTRA_PER_HEAD
        } else {
            EXTRA_MONEY
        } / 10.0;
        let grains = relief.lump.unwrap() / grain;
        assert!((grains - grains.round()).abs() < 1e-6 && grains > 10.5, "{relief:?}");
    }
    if found.proven {
        assert!(with(amount - 101.0) < 1e-6, "less gives nothing: {found:?}");
    }
    // What one step gives comes first.
    assert!(told.is_sorted_by_key(|r| r.lump.is_some()));
}

#[test]
fn a_clash_says_which_limits_are_enough_alone() {
    let plan = poor(0.8);
    let inputs = resolve(&plan, None);
    let clash = find_clash(&inputs, &QuestionLimits::default(), &goals(&inputs), STEPS);
    assert_eq!(clash.limits.len(), clash.enough.len());
    let mut looked_at = 0;
    for (limit, enough) in clash.limits.iter().zip(&clash.enough) {
        let mut other = inputs.clone();
        let Limit::Goal(id) = limit else { continue };
        other
            .lines
            .iter_mut()
            .for_each(|l| l.weight = f64::from(u8::from(l.id != *id)));
        assert_eq!(*enough, optimise(&other, STEPS).score >= 1.0 - 1e-6, "without {id}");
        looked_at += 1;
    }
    assert!(looked_at > 0, "{clash:?}");
}

#[test]
fn no_debt_allowed_is_a_rule_without_debt() {
    let plan = poor(0.8);
    let none = Question {
        arrears: Some(0.0),
        ..Question::default()
    };
    let own = none.overrides(&plan, None);
    assert_eq!(own.discipline, Some(plan.discipline), "the plan's own rule has none");
    let scenario = Scenario {
        overrides: none.apply_starts(&plan, None, &optimise(&none.inputs(&plan, None), STEPS).planned),
        ..Scenario::default()
    };
    let inputs = resolve(&plan, Some(&scenario));
    let run = simulate(&inputs);
    assert!(run.debt < 1e-3);
    assert_ne!(waiting_state(&run, inputs.discipline), GuardState::Over);
    // Where some is allowed by the scenario, none is by the question.
    let owing = Scenario {
        overrides: Overrides {
            discipline: Some(Discipline::Arrears { cap: 5_000.0, wait: 2 }),
            ..Overrides::default()
        },
        ..Scenario::default()
    };
    let own = none.overrides(&plan, Some(&owing));
    assert_eq!(own.discipline, Some(Discipline::Bridge { wait: 2 }));
}

#[test]
fn why_a_commune_is_no_candidate_is_told_apart() {
    let plan = samples::default_plan();
    let mut own = Overrides::default();
    let id = plan.communes[0].id.clone();
    own.picks.insert(id.clone(), Pick::Out);
    assert_eq!(find_absence(&plan, &own, &id), Some(Absence::FixedOut));
    // Nothing is known of any commune of the default plan: by number only, or of a level that nothing leads on from.
    let told: Vec<_> = plan
        .communes
        .iter()
        .map(|c| find_absence(&plan, &Overrides::default(), &c.id))
        .collect();
    assert!(
        told.iter().all(Option::is_some) && told.contains(&Some(Absence::NoData)),
        "{told:?}"
    );
    let plan = samples::by_name("minh-hoa-xa").unwrap();
    let inputs = resolve(&plan, None);
    for commune in &plan.communes {
        let mut candidates = inputs.lines.iter().flat_map(|l| &l.communes);
        let is_candidate = candidates.any(|c| c.id.as_ref() == Some(&commune.id));
        let why = find_absence(&plan, &Overrides::default(), &commune.id);
        assert_eq!(is_candidate, why.is_none(), "{}: {why:?}", commune.name);
    }
}

#[test]
fn a_frontier_has_points_at_the_money_asked_about() {
    let inputs = resolve(&samples::default_plan(), None);
    let mut frontier = Frontier::new(&inputs, 2.0, 2, 50).with_factors(&[0.8, 1.0, f64::NAN]);
    while frontier.step().is_some() {}
    let factors: Vec<f64> = frontier.points().iter().map(|p| p.factor).collect();
    assert_eq!(factors, [0.0, 0.5, 0.8, 1.0, 1.5, 2.0]);
}

#[test]
fn nothing_is_looked_for_that_would_add_to_all_points() {
    let inputs = resolve(&poor(1.0), None);
    let answer = optimise(&inputs, STEPS);
    assert!((answer.score - 1.0).abs() < SAME_SCORE);
    let mut all = Reliefs::new(&inputs, QuestionLimits::default());
    assert!(!all.step(&inputs, &answer, STEPS) && all.reliefs().is_empty());
}
