//! Jobs asked for by messages.

use super::{answers, direct, end, frontier, plan, server, start, want};
use ntm_planner::engine::resolve;
use ntm_planner::engine::sample::{Aim, Effort, Indices, Input, Lever, Measure, Sampler, seek_goal};
use ntm_planner::model::samples;
use ntm_planner::optimise::{Frontier, Question, Search};
use ntm_planner::protocol::*;
use std::sync::Arc;

#[test]
fn a_search_by_messages_ends_with_the_answer_of_a_search() {
    let plan = plan();
    let scenario = plan.scenario("state-minus-20");
    let question = Question::default();
    let task = Task::Search {
        question: question.clone(),
        most_time: 1e9,
    };
    let mut server = server(vec![Request::Ground(plan.ground.clone()), start(3, scenario, task)]);
    let mut search = Search::new(&question.inputs(&plan, scenario));
    while !search.step(1).done {}
    let heard = answers(&mut server, 0.0);
    assert_eq!(
        end(&heard),
        &JobResult::Search(Box::new(search.answer()), SearchEnd::Complete)
    );
}

#[test]
fn a_search_ends_when_asked_to_or_when_its_time_is_up() {
    let plan = plan();
    let scenario = plan.scenario("state-minus-20");
    let begun = |most_time| {
        let task = Task::Search {
            question: Question::default(),
            most_time,
        };
        server(vec![Request::Ground(plan.ground.clone()), start(1, scenario, task)])
    };
    let mut asked = begun(1e9);
    asked.take(Request::Stop(1), 0.0);
    assert!(matches!(
        end(&answers(&mut asked, 0.0)),
        JobResult::Search(_, SearchEnd::Cancelled)
    ));
    let mut late = begun(-1.0);
    assert!(matches!(
        end(&answers(&mut late, 0.0)),
        JobResult::Search(_, SearchEnd::Time)
    ));
    let mut dropped = begun(1e9);
    dropped.take(Request::Drop(1), 0.0);
    assert_eq!(answers(&mut dropped, 0.0), []);
}

#[test]
fn a_frontier_by_messages_is_that_of_the_scenario() {
    let plan = plan();
    let scenario = &plan.scenarios[1];
    let task = frontier(2.0, 3, 50);
    let mut server = server(vec![
        Request::Ground(plan.ground.clone()),
        start(1, Some(scenario), task),
    ]);
    let mut frontier = Frontier::new(&resolve(&plan, Some(scenario)), 2.0, 3, 50);
    while frontier.step().is_some() {}
    assert_eq!(
        end(&answers(&mut server, 0.0)),
        &JobResult::Frontier(frontier.points().to_vec())
    );
}

#[test]
fn a_goal_seek_by_messages_finds_what_one_go_finds_and_tells_how_far_it_is() {
    let plan = plan();
    let effort = Effort {
        samples: 300,
        seed: SEED,
    };
    for (lever, aim) in [
        (Lever::Pushed("ocop".into()), Aim::LineChance("ocop".into(), 0.9)),
        (Lever::AllMoney, Aim::JointChance(0.99)),
        (Lever::AllMoney, Aim::All),
        (Lever::Source("nobody".into()), Aim::All),
    ] {
        let task = Task::Seek {
            lever: lever.clone(),
            aim: aim.clone(),
            effort,
        };
        let mut server = server(vec![Request::Ground(plan.ground.clone()), start(1, None, task)]);
        let heard = answers(&mut server, 0.0);
        let sought = seek_goal(&plan.ground, None, &lever, &aim, effort).unwrap();
        assert_eq!(end(&heard), &JobResult::Sought(Some(sought)));
        let parts: Vec<f64> = heard
            .iter()
            .filter_map(|a| match a {
                Reply::Job(_, JobNews::Part(part)) => Some(*part),
                _ => None,
            })
            .collect();
        assert!(parts.iter().all(|p| (0.0..1.0).contains(p)), "{parts:?}");
    }
}

#[test]
fn indices_by_messages_are_those_of_one_go() {
    let plan = plan();
    let task = Task::Indices {
        measure: Measure::Missing,
        pairs: 64,
        seed: 5,
    };
    let mut server = server(vec![Request::Ground(plan.ground.clone()), start(1, None, task)]);
    let mut indices = Indices::new(plan.ground.clone(), None, 5, Measure::Missing).unwrap();
    indices.advance(64);
    let all = indices.inputs().iter().cloned().zip(indices.first_order()).collect();
    assert_eq!(end(&answers(&mut server, 0.0)), &JobResult::Indices(all, 64));
}

#[test]
fn an_input_beside_a_result_by_messages_is_that_of_a_sampler() {
    let plan = plan();
    let scenario = &plan.scenarios[1];
    let mut sampler = Sampler::new(plan.ground.clone(), Some(scenario), 5).unwrap();
    sampler.advance(250);
    let third = sampler.inputs()[2].clone();
    for (input, place) in [
        (None, 0),
        (Some(third), 2),
        // What does not vary gives way to the first that does.
        (Some(Input::Event("nobody".into())), 0),
    ] {
        let task = Task::Cloud {
            input: input.clone(),
            measure: Measure::Missing,
            samples: 250,
            seed: 5,
        };
        let mut server = server(vec![
            Request::Ground(plan.ground.clone()),
            start(1, Some(scenario), task),
        ]);
        let heard = answers(&mut server, 0.0);
        let JobResult::Cloud(cloud) = end(&heard) else {
            panic!("{heard:?}")
        };
        assert_eq!(**cloud, sampler.cloud(input.as_ref(), Measure::Missing));
        assert_eq!(cloud.across, Some(place));
        let drawn: Vec<f64> = sampler.values_of(place).iter().map(|v| f64::from(*v)).collect();
        assert_eq!(
            (&cloud.values, &cloud.results),
            (&drawn, &sampler.results(Measure::Missing))
        );
    }
}

#[test]
fn the_known_year_is_sampled_on_its_own_plan_and_leaves_the_plan_of_the_page_as_it_is() {
    let plan = plan();
    let year = Arc::new(samples::by_name("thach-ha-2020").unwrap());
    let mut sampler = Sampler::new(year.ground.clone(), year.base(), SEED).unwrap();
    sampler.advance(450);
    let task = Task::KnownYear {
        plan: Arc::clone(&year),
        samples: 450,
        seed: SEED,
    };
    let a = &plan.scenarios[0];
    let mut server = server(vec![Request::Ground(plan.ground.clone()), start(1, None, task)]);
    assert_eq!(
        end(&answers(&mut server, 0.0)),
        &JobResult::KnownYear(Some(sampler.known_results()))
    );
    server.take(want(1, &[a], &[a]), 0.0);
    let Some(Reply::Sampled { risk: Some(risk), .. }) = server.advance(0.0, || false) else {
        panic!("samples")
    };
    assert_eq!(*risk, direct(&plan, a, FIRST));
}

#[test]
fn samples_that_a_job_draws_tell_how_far_they_are_and_end_when_asked_to() {
    let plan = plan();
    let begun = |task| {
        let mut server = server(vec![Request::Ground(plan.ground.clone()), start(1, None, task)]);
        // One step at a time, long enough apart for news.
        let Some(Reply::Job(1, JobNews::Part(part))) = server.advance(1_000.0, || true) else {
            panic!("news")
        };
        assert!(part > 0.0 && part < 0.1, "{part}");
        server.take(Request::Stop(1), 1_000.0);
        answers(&mut server, 1_000.0)
    };
    let heard = begun(Task::Cloud {
        input: None,
        measure: Measure::Score,
        samples: 5_000,
        seed: SEED,
    });
    let JobResult::Cloud(cloud) = end(&heard) else {
        panic!("{heard:?}")
    };
    assert!(
        !cloud.values.is_empty() && cloud.values.len() < 5_000,
        "those drawn so far"
    );
    let heard = begun(Task::KnownYear {
        plan: Arc::clone(&plan),
        samples: 5_000,
        seed: SEED,
    });
    assert_eq!(end(&heard), &JobResult::KnownYear(None));
}

#[test]
fn samples_go_before_jobs_and_jobs_take_turns() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let task = || Task::Indices {
        measure: Measure::Score,
        pairs: 40,
        seed: 1,
    };
    let mut server = server(vec![
        Request::Ground(plan.ground.clone()),
        start(1, None, task()),
        start(2, None, task()),
        want(1, &[a], &[a]),
    ]);
    let heard = answers(&mut server, 0.0);
    assert!(matches!(heard[0], Reply::Sampled { .. }));
    let ends: Vec<usize> = (1..=2)
        .map(|n| {
            heard
                .iter()
                .position(|h| matches!(h, Reply::Job(job, JobNews::Done(_)) if *job == n))
                .unwrap()
        })
        .collect();
    assert!(
        ends[1] == ends[0] + 1,
        "neither waits for the end of the other: {heard:?}"
    );
}
