//! Samples asked for by messages.

use super::{answers, direct, moved, plan, server, start, told, want};
use ntm_planner::engine::sample::{Measure, Risk, Sampler};
use ntm_planner::model::samples;
use ntm_planner::protocol::*;
use std::sync::Arc;

#[test]
fn every_sample_plan_arrives_as_it_was_sent() {
    for name in samples::NAMES {
        let plan = Arc::new(samples::by_name(name).unwrap());
        let sent = Request::Ground(plan.ground.clone());
        let heard: Request = from_text(&to_text(&sent).unwrap()).unwrap();
        assert_eq!(heard, sent, "{name}");
    }
}

#[test]
fn samples_by_messages_are_those_of_a_sampler_to_the_last_digit() {
    let plan = plan();
    let scenario = &plan.scenarios[1];
    let mut server = server(vec![
        Request::Ground(plan.ground.clone()),
        want(7, &[scenario], &[scenario]),
    ]);
    let heard = answers(&mut server, 0.0);
    let risks: Vec<Risk> = heard
        .iter()
        .map(|a| match a {
            Reply::Sampled { risk: Some(risk), .. } => (**risk).clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(risks, [direct(&plan, scenario, FIRST), direct(&plan, scenario, FULL)]);
    assert!(matches!(heard[0], Reply::Sampled { whole: false, .. }));
    assert!(matches!(heard[1], Reply::Sampled { whole: true, .. }));
}

#[test]
fn every_scenario_gets_some_samples_before_any_gets_more_and_more_only_at_rest() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut server = server(vec![Request::Ground(plan.ground.clone()), want(1, &[a, b], &[a, b])]);
    for _ in 0..2 {
        server.advance(0.0, || false).unwrap();
    }
    assert_eq!(server.wait(0.0), Some(REST), "the hand may still move");
    assert_eq!(server.advance(REST - 1.0, || false), None);
    assert_eq!(
        told(&answers(&mut server, REST)),
        [(a.id.clone(), 1, FULL), (b.id.clone(), 1, FULL)]
    );
}

#[test]
fn a_newer_request_wins_over_samples_half_drawn() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut server = server(vec![Request::Ground(plan.ground.clone()), want(1, &[a, b], &[a, b])]);
    for _ in 0..5 {
        assert_eq!(server.advance(0.0, || true), None, "a slice ends when it is late");
    }
    let now = moved(a, &plan, 0.3);
    server.take(want(2, &[&now, b], &[&now]), 10.0);
    let first = server.advance(10.0, || false).unwrap();
    let Reply::Sampled { revision, risk, .. } = &first else {
        panic!("{first:?}")
    };
    assert_eq!(*revision, 2);
    assert_eq!(risk.as_deref(), Some(&direct(&plan, &now, FIRST)));
}

#[test]
fn what_did_not_change_is_not_drawn_again() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut server = server(vec![Request::Ground(plan.ground.clone()), want(1, &[a, b], &[a, b])]);
    answers(&mut server, 0.0);
    let now = moved(a, &plan, 0.3);
    server.take(want(2, &[&now, b], &[&now]), 9_000.0);
    let again = told(&answers(&mut server, 9_000.0));
    assert_eq!(again, [(a.id.clone(), 2, FIRST), (a.id.clone(), 2, FULL)]);
}

#[test]
fn another_ground_begins_anew() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let mut server = server(vec![Request::Ground(plan.ground.clone()), want(1, &[a], &[a])]);
    server.advance(0.0, || true);
    let mut other = samples::default_plan();
    other.lines[0].goal.value += 1.0;
    let other = Arc::new(other);
    server.take(Request::Ground(other.ground.clone()), 1.0);
    server.take(want(2, &[a], &[a]), 1.0);
    let Some(Reply::Sampled { risk: Some(risk), .. }) = server.advance(1.0, || false) else {
        panic!("samples")
    };
    assert_eq!(*risk, direct(&other, a, FIRST));
}

#[test]
fn influences_come_with_the_samples_or_after_them() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let mut server = server(vec![Request::Ground(plan.ground.clone()), want(1, &[a], &[a])]);
    server.advance(0.0, || false).unwrap();
    let ask = |measure| {
        Request::Want(SampleRequest {
            revision: 1,
            ids: vec![a.id.clone()],
            changed: vec![],
            influences: vec![(a.id.clone(), measure)],
        })
    };
    server.take(ask(Measure::Joint), 0.0);
    let mut sampler = Sampler::new(plan.ground.clone(), Some(a), SEED).unwrap();
    sampler.advance(FIRST);
    let Some(Reply::Sampled {
        influences,
        again: true,
        risk: None,
        ..
    }) = server.advance(0.0, || false)
    else {
        panic!("they are told by themselves")
    };
    let found: Vec<_> = influences[0].1.iter().map(|(_, i)| *i).collect();
    assert_eq!(
        (influences[0].0, found),
        (Measure::Joint, sampler.influences(Measure::Joint))
    );
    let Some(Reply::Sampled {
        influences,
        again: false,
        ..
    }) = server.advance(REST, || false)
    else {
        panic!("and with the next samples")
    };
    assert_eq!(influences.len(), 1);
}

#[test]
fn impossible_correlations_are_told_once() {
    use ntm_planner::model::{Correlation, Factor, Figure};
    let mut plan = samples::default_plan();
    let cost = |l: usize| Factor::Cost {
        line: plan.lines[l].id.clone(),
    };
    let pair = |a, b, value: f64| Correlation {
        a: cost(a),
        b: cost(b),
        value: Figure {
            value,
            ..Figure::default()
        },
    };
    plan.correlations = vec![pair(0, 1, 0.95), pair(1, 2, 0.95), pair(0, 2, -0.95)];
    let plan = Arc::new(plan);
    let a = &plan.scenarios[0];
    let task = Task::Indices {
        measure: Measure::Score,
        pairs: 10,
        seed: 1,
    };
    let mut server = server(vec![
        Request::Ground(plan.ground.clone()),
        want(1, &[a], &[a]),
        start(1, None, task),
    ]);
    let heard = answers(&mut server, 0.0);
    assert!(matches!(
        &heard[0],
        Reply::Sampled {
            risk: None,
            again: false,
            whole: true,
            ..
        }
    ));
    assert_eq!(heard[1..], [Reply::Job(1, JobNews::Done(JobResult::Impossible))]);
}
