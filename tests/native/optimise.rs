//! The best plan: bounds that hold, answers that are what they say.

use crate::common::{self, arb_case, arb_small_plan};
use ntm_planner::engine::{Inputs, resolve, simulate};
use ntm_planner::model::*;
use ntm_planner::optimise::*;
use proptest::prelude::*;

/// All money of a plan times a factor.
fn with_money(plan: &Plan, factor: f64) -> Inputs {
    let mut plan = plan.clone();
    for source in &mut plan.sources {
        source.amount.value *= factor;
    }
    resolve(&plan, None)
}

/// Steps that are enough for every plan of these tests.
const ENOUGH: usize = 20_000;

#[test]
fn the_default_plan_is_proven_best_with_less_money_too() {
    // The integer optima and linear bounds are those of another solver given the same problems as text.
    let plan = samples::default_plan();
    for (factor, best, highest) in [
        (1.0, 1.0, 1.0),
        (0.8, 0.956_666_67, 0.991_337_34),
        (0.55, 0.84, 0.865_530_61),
        (0.3, 0.711_666_67, 0.737_383_65),
        (0.15, 0.636_666_67, 0.644_486_16),
    ] {
        let inputs = with_money(&plan, factor);
        let answer = optimise(&inputs, 200);
        assert!((bound(&inputs) - highest).abs() < 1e-7, "{factor}");
        assert!((answer.score - best).abs() < 1e-7, "{factor}: {answer:?}");
        assert!(answer.progress.done && answer.progress.proven(), "{factor}");
        verify(&inputs, &answer.planned, answer.score).unwrap();
    }
}

#[test]
fn communes_are_chosen_by_name_and_start_when_the_answer_says() {
    let plan = samples::by_name("minh-hoa-xa").unwrap();
    let question = Question::default();
    let inputs = times_money(&question.inputs(&plan, None), 0.8);
    let answer = optimise(&inputs, ENOUGH);
    let outcome = verify(&inputs, &answer.planned, answer.score).unwrap();
    assert!((answer.score - 0.98).abs() < 1e-7 && answer.progress.proven());
    let run: std::collections::BTreeMap<_, _> = outcome
        .communes
        .iter()
        .filter_map(|c| Some((c.id.clone()?, c.start as u32)))
        .collect();
    assert_eq!(run, answer.planned.communes);
    for id in answer.planned.communes.keys() {
        let chosen = explain_commune(&inputs, &answer, id, 500);
        assert!(matches!(chosen, WhyNot::Chosen { .. }));
    }
    let mut named = inputs
        .lines
        .iter()
        .flat_map(|l| &l.communes)
        .filter_map(|c| c.id.clone());
    let left_out = named.find(|id| !answer.planned.communes.contains_key(id)).unwrap();
    let reason = explain_commune(&inputs, &answer, &left_out, 2_000);
    assert!(matches!(
        reason,
        WhyNot::Score { .. } | WhyNot::Money { .. } | WhyNot::TooLate | WhyNot::CannotBeFunded
    ));
}

#[test]
fn an_answer_applied_is_the_same_run_and_knows_when_inputs_change() {
    let mut plan = samples::by_name("minh-hoa-xa").unwrap();
    let question = Question {
        community_per_head: Some(0.5),
        ..Question::default()
    };
    let inputs = question.inputs(&plan, None);
    let answer = optimise(&inputs, ENOUGH);
    let scenario = Scenario {
        overrides: question.apply_starts(&plan, None, &answer.planned),
        ..Scenario::default()
    };
    let text = serde_json::to_string(&scenario).unwrap();
    let scenario: Scenario = serde_json::from_str(&text).unwrap();
    let applied = resolve(&plan, Some(&scenario));
    assert_eq!(applied, with_starts(&inputs, &answer.planned));
    let outcome = simulate(&applied);
    assert!((outcome.score - answer.score).abs() < 1e-9);
    let villagers = ntm_planner::engine::measure_community(&plan, &outcome);
    assert!(villagers.per_head <= 0.5 + 1e-9, "{villagers:?}");
    let schedule = scenario.overrides.schedule.as_ref().unwrap();
    assert!(!is_edited_since(&applied, schedule));
    plan.lines[0].unit_cost.likely += 1.0;
    plan.lines[1].unit_cost.likely += 1.0;
    assert!(is_edited_since(&resolve(&plan, Some(&scenario)), schedule));
}

#[test]
fn without_money_candidates_or_goals_there_is_still_an_answer() {
    let full = samples::default_plan();
    let answer_of = |plan: &Plan| {
        let inputs = resolve(plan, None);
        let answer = optimise(&inputs, ENOUGH);
        verify(&inputs, &answer.planned, answer.score).unwrap();
        assert!(answer.progress.proven() && bound(&inputs) >= answer.score - 1e-9);
        answer.score
    };
    let mut plan = full.clone();
    plan.sources.iter_mut().for_each(|s| s.amount.value = 0.0);
    assert!((answer_of(&plan) - 1.0 / 6.0).abs() < 1e-9, "schemes cost nothing");
    let mut plan = full.clone();
    plan.lines.iter_mut().for_each(|l| l.candidates.value = 0.0);
    plan.communes.clear();
    assert_eq!(answer_of(&plan), 0.0);
    let mut plan = full.clone();
    plan.lines.iter_mut().for_each(|l| l.goal.value = 0.0);
    assert_eq!(answer_of(&plan), 1.0);
    let mut plan = full.clone();
    plan.lines.iter_mut().for_each(|l| l.goal.value = 5_000.0);
    assert!(answer_of(&plan) < 0.2);
    let mut plan = full.clone();
    plan.lines.iter_mut().for_each(|l| l.unit_cost = common::range(1_000.0));
    answer_of(&plan);
    plan.lines.clear();
    plan.sources.clear();
    assert_eq!(answer_of(&plan), 0.0);
}

#[test]
fn reasons_and_clashes_of_the_default_plan_with_less_money() {
    let inputs = with_money(&samples::default_plan(), 0.55);
    let answer = optimise(&inputs, 500);
    let reliefs = find_reliefs(&inputs, QuestionLimits::default(), &answer, 500);
    assert!(!reliefs.is_empty() && reliefs.iter().all(|r| r.score > 0.0));
    let goals: Vec<usize> = (0..inputs.lines.len()).collect();
    let asked = QuestionLimits::default();
    let clash = find_clash(&inputs, &asked, &goals, 500).limits;
    assert!(clash.iter().any(|l| matches!(l, Limit::Money(_))) && clash.iter().any(|l| matches!(l, Limit::Goal(_))));
    let whole = with_money(&samples::default_plan(), 1.0);
    assert!(
        ntm_planner::optimise::find_clash(&whole, &asked, &goals, 500)
            .limits
            .is_empty()
    );
}

#[test]
fn the_least_new_money_makes_the_targets_and_a_little_less_does_not() {
    let plan = samples::default_plan();
    let inputs = with_money(&plan, 0.8);
    let goals: Vec<usize> = (0..inputs.lines.len()).collect();
    let prices: Vec<Option<f64>> = inputs.sources.iter().map(|_| Some(1.0)).collect();
    let least = find_least_money(&inputs, &goals, &prices).unwrap();
    assert!(least.verified && least.proven && least.price > 0.0, "{least:?}");
    let mut poorer = inputs.clone();
    for (s, more) in least.more.iter().enumerate() {
        let source = &mut poorer.sources[s];
        let mut before = 0.0;
        for (t, c) in source.curve.clone().iter().enumerate() {
            source.planned[t] += 0.999 * more / (1.0 - source.other_works) * (c - before);
            before = *c;
        }
    }
    assert!(optimise(&poorer, ENOUGH).score < 1.0);
    // In the plan itself, by amounts of a year.
    let mut plan = plan;
    plan.sources.iter_mut().for_each(|s| s.amount.value *= 0.8);
    let scenario = Scenario {
        overrides: least.apply_to(&plan, None),
        ..Scenario::default()
    };
    assert_eq!(simulate(&resolve(&plan, Some(&scenario))).score, 1.0);
    assert!(find_least_money(&inputs, &goals, &vec![None; prices.len()]).is_err());
}

#[test]
fn the_frontier_rises_with_money_and_stays_under_its_bound() {
    let mut frontier = Frontier::new(&resolve(&samples::default_plan(), None), 2.0, 4, 300);
    while frontier.step().is_some() {}
    assert_eq!(frontier.points().len(), 17);
    for pair in frontier.points().windows(2) {
        assert!(pair[0].factor < pair[1].factor && pair[0].score <= pair[1].score && pair[0].bound <= pair[1].bound);
    }
    assert!(frontier.points().iter().all(|p| p.bound >= p.score));
}

#[test]
fn with_a_guard_on_the_villagers_the_frontier_is_that_of_asking_them_for_less() {
    let inputs = resolve(&samples::default_plan(), None);
    let villagers = |inputs: &Inputs| -> f64 {
        let own = inputs.sources.iter().filter(|s| s.from_residents);
        own.map(|s| s.planned.iter().sum::<f64>()).sum()
    };
    let heads = inputs.population * inputs.years.len() as f64;
    // As much a head as they give of all money there is: what is more than 100 % of it is not asked for.
    let guard = villagers(&inputs) / heads;
    let of = |guard: Option<f64>| {
        let mut frontier = Frontier::new(&inputs, 2.0, 3, 300).with_guards(guard);
        while frontier.step().is_some() {}
        frontier.points().to_vec()
    };
    let (free, guarded, none) = (of(None), of(Some(guard)), of(Some(0.0)));
    for ((free, guarded), none) in free.iter().zip(&guarded).zip(&none) {
        assert!(guarded.score <= free.score + SAME_SCORE && none.score <= guarded.score + SAME_SCORE);
        assert!(none.money <= guarded.money && (free.factor > 1.0 || guarded.money == free.money));
        // By the same search on inputs in which they are asked for less.
        let mut less = times_money(&inputs, guarded.factor);
        for source in less
            .sources
            .iter_mut()
            .filter(|s| s.from_residents && guarded.factor > 1.0)
        {
            source
                .planned
                .iter_mut()
                .chain(&mut source.released)
                .for_each(|m| *m /= guarded.factor);
        }
        let best = optimise(&less, 300).score;
        assert!(
            (best - guarded.score).abs() < 2.0 * SAME_SCORE || best < guarded.score,
            "{}",
            guarded.factor
        );
    }
    assert!(free.iter().zip(&none).any(|(free, none)| none.money < free.money - 1.0));
}

/// The highest score of all ways to start at most so many units of each line, run by the engine.
fn by_trying_all(inputs: &Inputs) -> f64 {
    let columns: Vec<(usize, usize)> = (0..inputs.lines.len())
        .flat_map(|l| (0..inputs.months).map(move |t| (l, t)))
        .collect();
    let mut planned = PlannedStarts::default();
    for line in &inputs.lines {
        planned.starts.insert(line.id.clone(), vec![0; inputs.months]);
    }
    fn go(inputs: &Inputs, columns: &[(usize, usize)], left: &mut [usize], planned: &mut PlannedStarts) -> f64 {
        let Some(((l, t), rest)) = columns.split_first() else {
            return replay(inputs, planned).score;
        };
        let id = &inputs.lines[*l].id;
        let before = left[*l];
        let mut best = 0.0_f64;
        for n in 0..=before.min(inputs.lines[*l].starts_per_month) {
            left[*l] = before - n;
            planned.starts.get_mut(id).unwrap()[*t] = n as u32;
            best = best.max(go(inputs, rest, left, planned));
        }
        left[*l] = before;
        planned.starts.get_mut(id).unwrap()[*t] = 0;
        best
    }
    let mut left: Vec<usize> = inputs.lines.iter().map(|l| l.alike_left()).collect();
    go(inputs, &columns, &mut left, &mut planned)
}

/// The plan with certificates of all lines, renewed for so much each.
fn with_renewals(plan: &Plan, stock: u32, validity: u32, cost: u32) -> Plan {
    let mut plan = plan.clone();
    for line in &mut plan.lines {
        line.stock = Some(common::fig(f64::from(stock)));
        line.certificate = Some(Certificate {
            validity: common::fig(f64::from(validity)),
            renewed: common::fig(0.75),
            cost: Some(common::fig(f64::from(cost))),
        });
    }
    plan
}

/// Plans of at most three months and few units.
fn arb_small() -> impl Strategy<Value = Inputs> {
    arb_small_plan().prop_map(|plan| resolve(&plan, None))
}

/// The same across a January in which money expires.
fn arb_expiring() -> impl Strategy<Value = Inputs> {
    let carries = prop::collection::vec(prop::bool::weighted(0.4), 4);
    (arb_small_plan(), carries, 10_u8..=12).prop_map(|(mut plan, carries, month)| {
        plan.calendar = Calendar {
            start: YearMonth { year: 2021, month },
            months: 3 + usize::from(12 - month).min(1),
        };
        for (source, carries) in plan.sources.iter_mut().zip(carries) {
            source.carries_over = carries;
        }
        resolve(&plan, None)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_bound_is_never_below_the_best_plan_nor_that_below_the_plan_as_it_is((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        let now = simulate(&inputs).score;
        let highest = bound(&inputs);
        let answer = optimise(&inputs, 400);
        let fixed = inputs.lines.iter().flat_map(|l| &l.communes).any(|c| c.pick == Pick::In);
        prop_assert!(highest >= now - 1e-9, "bound {highest} below the run's {now}");
        prop_assert!(highest >= answer.score - 1e-9, "bound {highest} below {answer:?}");
        prop_assert!(answer.score >= now - 2.0 * SAME_SCORE || fixed, "{answer:?} below {now}");
    }

    #[test]
    fn the_best_plan_is_that_of_trying_all_starts(inputs in arb_small()) {
        let answer = optimise(&inputs, ENOUGH);
        let best = by_trying_all(&inputs);
        prop_assert!((answer.score - best).abs() < 2e-6, "{best} by trying all: {answer:?}");
        prop_assert!(answer.progress.done && answer.progress.bound >= best - 1e-9);
    }

    #[test]
    fn where_money_expires_the_best_plan_is_that_of_trying_all_starts_too(inputs in arb_expiring()) {
        let answer = optimise(&inputs, ENOUGH);
        let best = by_trying_all(&inputs);
        prop_assert!((answer.score - best).abs() < 2e-6, "{best} by trying all: {answer:?}");
        prop_assert!(answer.progress.done && answer.progress.proven(), "{answer:?}");
        prop_assert!(bound(&inputs) >= best - 1e-9);
    }

    #[test]
    fn renewals_leave_the_bound_above_the_best_plan_and_that_above_the_plan_as_it_is(
        (plan, scenario) in arb_case(), stock in 0_u32..30, validity in 1_u32..40, cost in 1_u32..80,
    ) {
        let inputs = resolve(&with_renewals(&plan, stock, validity, cost), Some(&scenario));
        let now = simulate(&inputs).score;
        let answer = optimise(&inputs, 400);
        let fixed = inputs.lines.iter().flat_map(|l| &l.communes).any(|c| c.pick == Pick::In);
        prop_assert!(bound(&inputs) >= now - 1e-9 && bound(&inputs) >= answer.score - 1e-9, "{answer:?}");
        prop_assert!(answer.score >= now - 2.0 * SAME_SCORE || fixed, "{answer:?} below {now}");
        if inputs.discipline != Discipline::PayAsYouGo {
            prop_assert!(verify(&inputs, &answer.planned, answer.score).is_ok());
        }
    }

    #[test]
    fn with_renewals_of_the_stock_the_best_plan_is_that_of_trying_all_starts(
        plan in arb_small_plan(), stock in 1_u32..9, validity in 4_u32..9, cost in 1_u32..200,
    ) {
        let inputs = resolve(&with_renewals(&plan, stock, validity, cost), None);
        let answer = optimise(&inputs, ENOUGH);
        let best = by_trying_all(&inputs);
        prop_assert!((answer.score - best).abs() < 2e-6, "{best} by trying all: {answer:?}");
        prop_assert!(answer.progress.done && answer.progress.bound >= best - 1e-9);
    }

    #[test]
    fn more_money_never_lowers_the_best_plan_or_its_bound((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        prop_assume!(inputs.discipline != Discipline::PayAsYouGo);
        prop_assume!(inputs.lines.iter().flat_map(|l| &l.communes).all(|c| c.pick != Pick::In));
        let (less, more) = (times_money(&inputs, 0.6), times_money(&inputs, 1.3));
        prop_assert!(bound(&less) <= bound(&more) + 1e-9);
        // Each month is decided by itself where money expires: steps take longer.
        let steps = if inputs.expiry.is_empty() { ENOUGH } else { 300 };
        let (less, more) = (optimise(&less, steps), optimise(&more, steps));
        if less.progress.done && more.progress.done {
            prop_assert!(less.score <= more.score + SAME_SCORE, "{less:?} with less, {more:?} with more");
        }
    }

    #[test]
    fn money_of_any_size_has_the_same_answer((plan, scenario) in arb_case(), power in -6_i32..20) {
        let inputs = resolve(&plan, Some(&scenario));
        let k = 2.0_f64.powi(power);
        let mut scaled = times_money(&inputs, k);
        for line in &mut scaled.lines {
            line.cost *= k;
            line.carried.iter_mut().for_each(|c| c.money_left *= k);
            line.communes.iter_mut().for_each(|c| c.cost *= k);
        }
        if let Discipline::Arrears { cap, .. } = &mut scaled.discipline {
            *cap *= k;
        }
        prop_assert_eq!(bound(&inputs), bound(&scaled));
        let (one, other) = (optimise(&inputs, 300), optimise(&scaled, 300));
        prop_assert_eq!(one.planned, other.planned);
        prop_assert_eq!(one.progress, other.progress);
    }

    #[test]
    fn slices_of_a_search_give_the_answer_of_one_piece((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        let mut search = Search::new(&inputs);
        let mut before = search.progress();
        for _ in 0..60 {
            let now = search.step(5);
            prop_assert!(now.score >= before.score - 1e-9 || before.steps == 0);
            before = now;
        }
        prop_assert_eq!(search.answer(), optimise(&inputs, 300));
    }

    #[test]
    fn answers_pass_every_check((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        prop_assume!(inputs.discipline != Discipline::PayAsYouGo);
        let answer = optimise(&inputs, 400);
        prop_assert!(verify(&inputs, &answer.planned, answer.score).is_ok(), "{:?}", verify(&inputs, &answer.planned, answer.score).err());
    }
}

/// The plan of an answer as the columns of another solver, told back with the score that it claims.
fn told_back(problem: &ExactProblem, answer: &Answer) -> Vec<f64> {
    problem.values(&answer.planned)
}

#[test]
fn what_another_solver_says_is_read_checked_and_run() {
    for name in ["thach-ha-2021", "minh-hoa-xa"] {
        let inputs = times_money(&resolve(&samples::by_name(name).unwrap(), None), 0.7);
        let answer = optimise(&inputs, 2_000);
        let problem = ExactProblem::new(&inputs, &answer.refused);
        assert!(problem.is_exact());
        assert!(problem.names().all(|name| problem.text().contains(name)));
        let (planned, outcome) = problem
            .read_starts(&told_back(&problem, &answer), answer.score)
            .unwrap();
        assert!((outcome.score - answer.score).abs() < 1e-9, "{name}");
        assert_eq!(planned.communes.len(), answer.planned.communes.len());
        // No better than what is known: nothing changes.
        let same = problem.better(&answer, &told_back(&problem, &answer), answer.score);
        assert_eq!(same, Ok(None));
    }
}

#[test]
fn a_better_plan_of_another_solver_takes_the_place_of_the_answer() {
    let plan = samples::by_name("minh-hoa-xa").unwrap();
    let inputs = times_money(&resolve(&plan, None), 0.7);
    let (known, best) = (optimise(&inputs, 0), optimise(&inputs, 2_000));
    assert!(best.score > known.score + SAME_SCORE);
    let problem = ExactProblem::new(&inputs, &known.refused);
    let (better, outcome) = problem
        .better(&known, &told_back(&problem, &best), best.score)
        .unwrap()
        .unwrap();
    assert!((better.score - best.score).abs() < 1e-9 && better.before == known.before);
    assert_eq!(verify(&inputs, &better.planned, better.score), Ok(outcome));
    // A bound closes the gap, and never goes below what is attained.
    let mut proven = better.progress;
    assert_eq!(accept_bound(&mut proven, best.score - 1e-6), Ok(()));
    assert!(proven.proven() && proven.bound >= proven.score);
}

#[test]
fn a_bound_below_the_score_of_a_plan_that_runs_is_refused() {
    let answer = optimise(&resolve(&samples::default_plan(), None), 50);
    let mut told = answer.progress;
    let (bound, score) = (answer.score - 1e-3, answer.score);
    assert_eq!(
        accept_bound(&mut told, bound),
        Err(Disagreement::Bound { bound, score })
    );
    assert_eq!(told, answer.progress);
}

#[test]
fn an_answer_that_is_not_what_it_says_is_refused() {
    let inputs = times_money(&resolve(&samples::default_plan(), None), 0.7);
    let answer = optimise(&inputs, 200);
    let problem = ExactProblem::new(&inputs, &[]);
    let values = told_back(&problem, &answer);
    let claims_more = problem.better(&answer, &values, answer.score + 1e-4);
    assert!(matches!(claims_more, Err(Disagreement::Broken(rules)) if matches!(rules[..], [Broken::Score { .. }])));
    assert_eq!(
        problem.better(&answer, &values[1..], answer.score),
        Err(Disagreement::Length)
    );
    let mut half = values.clone();
    half[0] += 0.5;
    assert!(matches!(
        problem.better(&answer, &half, answer.score),
        Err(Disagreement::Fraction(..))
    ));
    // More starts than there is money for.
    let much: Vec<f64> = values.iter().map(|n| n + 40.0).collect();
    assert!(matches!(
        problem.better(&answer, &much, 1.0),
        Err(Disagreement::Broken(_))
    ));
}

#[test]
fn communes_fixed_in_must_start_in_the_problem_of_another_solver() {
    let plan = samples::by_name("minh-hoa-xa").unwrap();
    let id = plan.communes[0].id.clone();
    let question = Question {
        fixed_in: vec![id.clone()],
        ..Question::default()
    };
    let inputs = question.inputs(&plan, None);
    assert!(ExactProblem::new(&inputs, &[]).text().contains(" must"));
    assert!(!ExactProblem::new(&inputs, &[id]).text().contains(" must"));
}

#[test]
fn payments_are_in_the_problem_where_money_is_paid_as_work_goes() {
    let mut plan = samples::default_plan();
    assert!(!ExactProblem::new(&resolve(&plan, None), &[]).text().contains(" cash"));
    plan.discipline = Discipline::PayAsYouGo;
    let problem = ExactProblem::new(&resolve(&plan, None), &[]);
    assert!(problem.text().contains(" cash0_") && !problem.is_exact());
}

/// A plan of five years and sixty communes that all differ, with this share of the money that all would take.
fn five_years(seed: u64, share: f64) -> Inputs {
    let mut plan = samples::by_name("minh-hoa-xa").unwrap();
    plan.calendar.months = 60;
    let mut inputs = resolve(&plan, None);
    let mut state = seed;
    let mut random = |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let mut cost = 0.0;
    for line in &mut inputs.lines {
        if let Some(one) = line.communes.first().cloned() {
            line.communes = (0..60)
                .map(|c| ntm_planner::engine::Candidate {
                    id: Some(format!("{}-{c}", line.id)),
                    units: 1,
                    cost: 5_000.0 + random(40_000) as f64,
                    duration: 6 + random(18) as usize,
                    pick: Pick::Free,
                    start: None,
                    after: None,
                    ..one.clone()
                })
                .collect();
            (line.candidates, line.goal, line.starts_per_month) = (60, 30.0, 2);
            cost += line.communes.iter().map(|c| c.cost).sum::<f64>() / 1.5;
        } else {
            cost += line.cost * line.goal;
        }
    }
    let money: f64 = inputs
        .sources
        .iter()
        .map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
        .sum();
    times_money(&inputs, share * cost / money)
}

#[test]
#[ignore = "measures"]
fn plans_of_five_years_and_sixty_communes() {
    for (seed, share) in (1..=4).flat_map(|seed| [0.55, 0.3].map(|share| (seed, share))) {
        let inputs = five_years(seed, share);
        let clock = std::time::Instant::now();
        let highest = bound(&inputs);
        let first = clock.elapsed().as_secs_f64() * 1e3;
        let clock = std::time::Instant::now();
        let mut search = Search::new(&inputs);
        println!(
            "{seed} {share}: bound {highest:.6} in {first:.1} ms, run {:.6}",
            search.progress().score
        );
        for steps in [1, 20, 200] {
            let p = search.step(steps);
            println!(
                "  {:.0} ms: {p:?} gap {:.6}",
                clock.elapsed().as_secs_f64() * 1e3,
                p.gap()
            );
        }
        verify(&inputs, &search.answer().planned, search.answer().score).unwrap();
    }
}

#[test]
fn where_rows_do_not_say_all_there_is_no_start_more_or_moved_runs_better() {
    let mut plan = samples::default_plan();
    plan.discipline = Discipline::PayAsYouGo;
    let inputs = times_money(&resolve(&plan, None), 0.15);
    let answer = optimise(&inputs, 5_000);
    assert!(answer.progress.done && answer.score > answer.before + SAME_SCORE);
    let runs_to = |planned: &PlannedStarts| replay(&inputs, planned).score;
    let months = inputs.closed..inputs.months;
    for line in &inputs.lines {
        for to in months.clone() {
            let mut more = answer.planned.clone();
            more.starts.get_mut(&line.id).unwrap()[to] += 1;
            assert!(runs_to(&more) <= answer.score + SAME_SCORE, "{} more in {to}", line.id);
            for from in months.clone().filter(|from| answer.planned.starts[&line.id][*from] > 0) {
                let mut moved = more.clone();
                moved.starts.get_mut(&line.id).unwrap()[from] -= 1;
                let score = runs_to(&moved);
                assert!(
                    score <= answer.score + SAME_SCORE,
                    "{} from {from} to {to}: {score}",
                    line.id
                );
            }
        }
    }
}
