//! Caps on what a source pays to a line, and least numbers: kept by runs, by the search and by its bound.

use crate::common::{Caps, arb_caps, arb_case, arb_plan, arb_small_plan};
use ntm_planner::engine::{Floor, Funding, Inputs, resolve, simulate};
use ntm_planner::model::*;
use ntm_planner::optimise::*;
use proptest::prelude::*;

/// What lines need at least from the sources of the worst set, less what it brings: written down anew from the
/// definition, cap by cap.
fn short(inputs: &Inputs, cost: &[f64]) -> f64 {
    let free: Vec<f64> = inputs
        .sources
        .iter()
        .map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
        .collect();
    let mut worst = 0.0_f64;
    for set in 0..1_u32 << free.len() {
        let outside = |s: &usize| set >> s & 1 == 0;
        let all: Vec<usize> = (0..free.len()).collect();
        let mut need = 0.0;
        for (line, cost) in inputs.lines.iter().zip(cost) {
            // Smallest shares of the set, and of sources outside what their cap keeps them from paying.
            let mut own = 0.0;
            let mut open = cost * (1.0 - line.min_share.iter().sum::<f64>());
            for s in &all {
                let least = line.min_share[*s] * cost;
                if outside(s) {
                    let most = (line.max_share[*s] * cost).min(line.cap(*s));
                    own += (least - most).max(0.0);
                    open -= (most - least).max(0.0);
                } else {
                    own += least;
                }
            }
            need += own + if open > 1e-9 * cost { open } else { 0.0 };
        }
        let brings: f64 = all.iter().filter(|s| !outside(s)).map(|s| free[*s]).sum();
        worst = worst.max(need - brings);
    }
    worst
}

fn capped(plan: &mut Plan, caps: Caps) -> Inputs {
    let scenario = Scenario {
        overrides: Overrides {
            caps,
            ..Overrides::default()
        },
        ..Scenario::default()
    };
    resolve(plan, Some(&scenario))
}

/// Few months, few units, no units under way.
fn arb_small() -> impl Strategy<Value = Inputs> {
    (arb_small_plan(), arb_caps(), any::<bool>())
        .prop_map(|(mut plan, caps, with)| capped(&mut plan, if with { caps } else { Caps::new() }))
}

/// What starts count for in the floors, by what a run recognises.
fn delivered(inputs: &Inputs, planned: &PlannedStarts) -> f64 {
    let run = replay(inputs, planned);
    let of = |floor: &Floor| {
        let units = floor.lines.iter().map(|l| {
            let recognised = run.lines[*l].recognised.iter().enumerate();
            let each = |(t, n): (usize, &f64)| {
                if floor.recognised {
                    *n
                } else {
                    n / inputs.lines[*l].pass_at(t)
                }
            };
            recognised.map(each).sum::<f64>()
        });
        units.sum::<f64>().min(floor.least)
    };
    inputs.floors.iter().map(of).sum()
}

/// The best of all ways to start: first what the floors ask for, then the score.
fn by_trying_all(inputs: &Inputs) -> (f64, f64) {
    fn go(inputs: &Inputs, columns: &[(usize, usize)], left: &mut [usize], planned: &mut PlannedStarts) -> (f64, f64) {
        let Some(((l, t), rest)) = columns.split_first() else {
            return (delivered(inputs, planned), replay(inputs, planned).score);
        };
        let id = &inputs.lines[*l].id;
        let before = left[*l];
        let mut best = (0.0, 0.0);
        for n in 0..=before.min(inputs.lines[*l].starts_per_month) {
            left[*l] = before - n;
            planned.starts.get_mut(id).unwrap()[*t] = n as u32;
            let own = go(inputs, rest, left, planned);
            if own.0 > best.0 + 1e-9 || (own.0 > best.0 - 1e-9 && own.1 > best.1) {
                best = own;
            }
        }
        left[*l] = before;
        planned.starts.get_mut(id).unwrap()[*t] = 0;
        best
    }
    let columns: Vec<(usize, usize)> = (0..inputs.lines.len())
        .flat_map(|l| (0..inputs.months).map(move |t| (l, t)))
        .collect();
    let mut planned = PlannedStarts::default();
    for line in &inputs.lines {
        planned.starts.insert(line.id.clone(), vec![0; inputs.months]);
    }
    let mut left: Vec<usize> = inputs.lines.iter().map(|l| l.alike_left()).collect();
    go(inputs, &columns, &mut left, &mut planned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_with_caps_say_what_a_maximum_flow_says(
        mut plan in arb_plan(), caps in arb_caps(), costs in prop::collection::vec(0_u32..40, 8),
    ) {
        plan.discipline = Discipline::default();
        let inputs = capped(&mut plan, caps);
        let cost: Vec<f64> = inputs.lines.iter().zip(costs).map(|(_, c)| f64::from(c) * 50.0).collect();
        let mut funding = Funding::new(&inputs);
        prop_assert!(inputs.rows.is_exact());
        for (l, cost) in cost.iter().enumerate() {
            funding.commit(l, *cost, 0, &vec![0.0; inputs.months], 1.0);
        }
        let rows = funding.gale_rows().map(|(limit, used)| used - limit).fold(0.0, f64::max);
        let own = short(&inputs, &cost);
        let purse: Vec<f64> = funding.free().to_vec();
        let paid = ntm_planner::engine::find_financing(&inputs, &purse, &cost);
        let unpaid = cost.iter().sum::<f64>() - paid.iter().flatten().sum::<f64>();
        prop_assert!((rows - unpaid).abs() < 1e-6, "rows {rows}, unpaid {unpaid}");
        prop_assert!((own - unpaid).abs() < 1e-6, "by definition {own}, unpaid {unpaid}");
        for (l, line) in inputs.lines.iter().enumerate() {
            for (s, paid) in paid[l].iter().enumerate() {
                prop_assert!(*paid <= line.cap(s) + 1e-9 && *paid <= line.max_share[s] * cost[l] + 1e-9);
            }
        }
    }

    #[test]
    fn runs_keep_their_caps_and_answers_pass_every_check((plan, mut scenario) in arb_case(), caps in arb_caps()) {
        let own = |id: &LineId| plan.line(id).is_some();
        scenario.overrides.caps = caps.into_iter().filter(|(l, _)| own(l)).collect();
        let inputs = resolve(&plan, Some(&scenario));
        let run = simulate(&inputs);
        for (l, line) in inputs.lines.iter().enumerate() {
            for (s, source) in run.sources.iter().enumerate() {
                prop_assert!(source.paid_to[l] <= line.cap(s) + 1e-6, "{} to {}", source.id, line.id);
            }
        }
        prop_assert!(bound(&inputs) >= run.score - 1e-9);
        if inputs.discipline != Discipline::PayAsYouGo {
            let answer = optimise(&inputs, 200);
            prop_assert!(bound(&inputs) >= answer.score - 1e-9);
            let checked = verify_answer(&inputs, &answer);
            prop_assert!(checked.is_ok(), "{:?}", checked.err());
        }
    }

    #[test]
    fn the_best_plan_under_caps_and_least_numbers_is_that_of_trying_all_starts(
        mut inputs in arb_small(), least in prop::collection::vec((1_u32..4, any::<bool>()), 0..3),
    ) {
        for (place, (units, recognised)) in least.into_iter().enumerate() {
            let lines = if place == 0 { vec![0] } else { (0..inputs.lines.len()).collect() };
            prop_assume!(!inputs.lines.is_empty());
            inputs.floors.push(Floor { lines, communes: None, least: f64::from(units), recognised });
        }
        prop_assume!(inputs.lines.iter().all(|l| l.pass > 0.0));
        let answer = optimise(&inputs, 20_000);
        let (most, best) = by_trying_all(&inputs);
        let got = delivered(&inputs, &answer.planned);
        prop_assert!((got - most).abs() < 1e-6, "{most} of the floors by trying all, {got}: {answer:?}");
        prop_assert!((answer.score - best).abs() < 2e-6, "{best} by trying all: {answer:?}");
        let asked: f64 = inputs.floors.iter().map(|f| f.least).sum();
        if got >= asked - 1e-9 {
            prop_assert!(bound(&inputs) >= best - 1e-9 && answer.short.iter().all(|s| *s == 0.0));
        } else {
            prop_assert!(answer.short.iter().any(|s| *s > 0.0));
        }
        prop_assert!(verify_answer(&inputs, &answer).is_ok());
    }
}

fn most_to(source: &str, line: &str, most: f64) -> Question {
    Question {
        caps: vec![Cap {
            line: line.into(),
            source: source.into(),
            most,
        }],
        ..Question::default()
    }
}

#[test]
fn a_cap_on_the_states_money_for_gardens_binds_is_told_and_is_kept_with_the_scenario() {
    let mut plan = samples::default_plan();
    plan.sources.iter_mut().for_each(|s| s.amount.value *= 0.8);
    let free = Question::default().inputs(&plan, None);
    let question = most_to("credit", "gardens", 100.0);
    let inputs = question.inputs(&plan, None);
    let (before, answer) = (optimise(&free, 500), optimise(&inputs, 500));
    assert!(answer.score <= before.score + 1e-9);
    let run = verify_answer(&inputs, &answer).unwrap();
    let gardens = inputs.lines.iter().position(|l| l.id == "gardens").unwrap();
    let credit = inputs.sources.iter().position(|s| s.id == "credit").unwrap();
    assert!(run.sources[credit].paid_to[gardens] <= 100.0 + 1e-6);
    let scenario = Scenario {
        overrides: question.apply_starts(&plan, None, &answer.planned),
        ..Scenario::default()
    };
    let text = serde_json::to_string(&scenario).unwrap();
    let again: Scenario = serde_json::from_str(&text).unwrap();
    let applied = resolve(&plan, Some(&again));
    assert!((simulate(&applied).score - answer.score).abs() < 1e-9);
    assert!(simulate(&applied).sources[credit].paid_to[gardens] <= 100.0 + 1e-6);
    // A cap of nothing on every source of a line lets none of it start.
    let none = Question {
        caps: plan
            .sources
            .iter()
            .map(|s| Cap {
                line: "gardens".into(),
                source: s.id.clone(),
                most: 0.0,
            })
            .collect(),
        ..Question::default()
    };
    let inputs = none.inputs(&samples::default_plan(), None);
    let answer = optimise(&inputs, 500);
    assert_eq!(answer.planned.starts["gardens"].iter().sum::<u32>(), 0);
    let told = find_reliefs(
        &most_to("state", "gardens", 0.0).inputs(&plan, None),
        QuestionLimits::default(),
        &optimise(&most_to("state", "gardens", 0.0).inputs(&plan, None), 300),
        300,
    );
    assert!(told.iter().all(|r| r.score > 0.0));
    let goals: Vec<usize> = (0..inputs.lines.len()).collect();
    let clash = find_clash(&inputs, &QuestionLimits::default(), &goals, 300).limits;
    assert!(
        clash
            .iter()
            .any(|l| matches!(l, Limit::Cap(line, _) if line == "gardens")),
        "{clash:?}"
    );
}

#[test]
fn coastal_communes_get_at_least_so_many_and_what_cannot_be_is_told() {
    let plan = samples::by_name("minh-hoa-xa").unwrap();
    let ask = |area: Area, least: f64| Question {
        at_least: vec![FloorDemand {
            area,
            least,
            ..FloorDemand::default()
        }],
        ..Question::default()
    };
    let count = |answer: &Answer| {
        let coastal = |id: &&CommuneId| plan.communes.iter().any(|c| c.id == **id && c.coastal);
        answer.planned.communes.keys().filter(coastal).count()
    };
    let poor = |question: &Question| times_money(&question.inputs(&plan, None), 0.6);
    let free = optimise(&poor(&Question::default()), 3_000);
    let asked = count(&free) + 1;
    let inputs = poor(&ask(Area::Coastal, asked as f64));
    let answer = optimise(&inputs, 3_000);
    verify_answer(&inputs, &answer).unwrap();
    assert_eq!(answer.short, vec![0.0]);
    assert!(count(&answer) >= asked && answer.score <= free.score + 1e-9);
    // More than there are: as many as can be, and the answer says how many are missing.
    let inputs = poor(&ask(Area::Coastal, 40.0));
    let answer = optimise(&inputs, 3_000);
    verify_answer(&inputs, &answer).unwrap();
    assert!(answer.short[0] > 0.0 && (answer.short[0] + count(&answer) as f64 - 40.0).abs() < 1e-6);
    let clash = find_clash(&inputs, &QuestionLimits::default(), &[], 500);
    assert!(clash.limits.contains(&Limit::AtLeast(0)));
    // A line's own number.
    let line = Question {
        at_least: vec![FloorDemand {
            line: Some("gardens".into()),
            least: 230.0,
            recognised: true,
            ..FloorDemand::default()
        }],
        ..Question::default()
    };
    let inputs = line.inputs(&plan, None);
    let answer = optimise(&inputs, 3_000);
    let run = verify_answer(&inputs, &answer).unwrap();
    let gardens = run.lines.iter().find(|l| l.id == "gardens").unwrap();
    assert!(answer.short == vec![0.0] && gardens.total_recognised() >= 230.0 - 1e-6);
}
