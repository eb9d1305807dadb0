//! Long computations as the page asks for them, without a browser: the server, its messages, and what survives a crash.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ntm_planner::engine::resolve;
use ntm_planner::engine::sample::{Aim, Effort, Indices, Lever, Measure, Risk, Sampler, goal_seek};
use ntm_planner::model::{Amount, Plan, Scenario, samples};
use ntm_planner::optimise::{Frontier, Question, Search};
use ntm_planner::protocol::*;
use std::sync::Arc;

fn plan() -> Arc<Plan> {
    Arc::new(samples::default_plan())
}

fn moved(scenario: &Scenario, plan: &Plan, factor: f64) -> Scenario {
    let mut own = scenario.clone();
    let source = plan.sources[0].id.clone();
    own.overrides.amounts.insert(source, Amount::Factor(factor));
    own
}

fn want(revision: u64, scenarios: &[&Scenario], changed: &[&Scenario]) -> Request {
    Request::Want(Want {
        revision,
        ids: scenarios.iter().map(|s| s.id.clone()).collect(),
        changed: changed.iter().map(|s| (s.id.clone(), Some((*s).clone()))).collect(),
        influences: vec![],
    })
}

fn start(job: u64, scenario: Option<&Scenario>, task: Task) -> Request {
    Request::Start {
        job,
        scenario: scenario.cloned().map(Box::new),
        task: Box::new(task),
    }
}

/// A server that has heard these requests, each through its text as in a browser.
fn server(requests: Vec<Request>) -> Server {
    let mut server = Server::default();
    for request in requests {
        server.take(from_text(&to_text(&request).unwrap()).unwrap(), 0.0);
    }
    server
}

/// All answers until nothing is left to do, each through its text; slices are as short as they can be.
fn answers(server: &mut Server, mut now: f64) -> Vec<Answer> {
    let mut all = vec![];
    while let Some(wait) = server.wait(now) {
        now += wait.max(0.0);
        if let Some(answer) = server.advance(now, || true) {
            let heard: Answer = from_text(&to_text(&answer).unwrap()).unwrap();
            assert_eq!(heard, answer, "nothing is lost on the way");
            all.push(heard);
        }
        now += 1.0;
    }
    all
}

fn direct(plan: &Arc<Plan>, scenario: &Scenario, n: usize) -> Risk {
    let mut sampler = Sampler::new(Arc::clone(plan), Some(scenario), SEED).unwrap();
    sampler.advance(n);
    sampler.risk()
}

fn told(answers: &[Answer]) -> Vec<(String, u64, usize)> {
    let of = |answer: &Answer| match answer {
        Answer::Sampled { id, revision, risk, .. } => {
            Some((id.clone(), *revision, risk.as_ref().map_or(0, |r| r.samples)))
        }
        _ => None,
    };
    answers.iter().filter_map(of).collect()
}

fn end(answers: &[Answer]) -> &Done {
    match answers.last() {
        Some(Answer::Job(_, News::Done(done))) => done,
        other => panic!("a job ends with its result, not with {other:?}"),
    }
}

#[test]
fn every_sample_plan_arrives_as_it_was_sent() {
    for name in samples::NAMES {
        let plan = Arc::new(samples::by_name(name).unwrap());
        let sent = Request::Ground(Arc::clone(&plan));
        let heard: Request = from_text(&to_text(&sent).unwrap()).unwrap();
        assert_eq!(heard, sent, "{name}");
    }
}

#[test]
fn samples_by_messages_are_those_of_a_sampler_to_the_last_digit() {
    let plan = plan();
    let scenario = &plan.scenarios[1];
    let mut server = server(vec![
        Request::Ground(Arc::clone(&plan)),
        want(7, &[scenario], &[scenario]),
    ]);
    let heard = answers(&mut server, 0.0);
    let risks: Vec<Risk> = heard
        .iter()
        .map(|a| match a {
            Answer::Sampled { risk: Some(risk), .. } => (**risk).clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(risks, [direct(&plan, scenario, FIRST), direct(&plan, scenario, FULL)]);
    assert!(matches!(heard[0], Answer::Sampled { whole: false, .. }));
    assert!(matches!(heard[1], Answer::Sampled { whole: true, .. }));
}

#[test]
fn every_scenario_gets_some_samples_before_any_gets_more_and_more_only_at_rest() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), want(1, &[a, b], &[a, b])]);
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
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), want(1, &[a, b], &[a, b])]);
    for _ in 0..5 {
        assert_eq!(server.advance(0.0, || true), None, "a slice ends when it is late");
    }
    let now = moved(a, &plan, 0.3);
    server.take(want(2, &[&now, b], &[&now]), 10.0);
    let first = server.advance(10.0, || false).unwrap();
    let Answer::Sampled { revision, risk, .. } = &first else {
        panic!("{first:?}")
    };
    assert_eq!(*revision, 2);
    assert_eq!(risk.as_deref(), Some(&direct(&plan, &now, FIRST)));
}

#[test]
fn what_did_not_change_is_not_drawn_again() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), want(1, &[a, b], &[a, b])]);
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
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), want(1, &[a], &[a])]);
    server.advance(0.0, || true);
    let mut other = samples::default_plan();
    other.lines[0].goal.value += 1.0;
    let other = Arc::new(other);
    server.take(Request::Ground(Arc::clone(&other)), 1.0);
    server.take(want(2, &[a], &[a]), 1.0);
    let Some(Answer::Sampled { risk: Some(risk), .. }) = server.advance(1.0, || false) else {
        panic!("samples")
    };
    assert_eq!(*risk, direct(&other, a, FIRST));
}

#[test]
fn influences_come_with_the_samples_or_after_them() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), want(1, &[a], &[a])]);
    server.advance(0.0, || false).unwrap();
    let ask = |measure| {
        Request::Want(Want {
            revision: 1,
            ids: vec![a.id.clone()],
            changed: vec![],
            influences: vec![(a.id.clone(), measure)],
        })
    };
    server.take(ask(Measure::Joint), 0.0);
    let mut sampler = Sampler::new(Arc::clone(&plan), Some(a), SEED).unwrap();
    sampler.advance(FIRST);
    let Some(Answer::Sampled {
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
    let Some(Answer::Sampled {
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
        Request::Ground(Arc::clone(&plan)),
        want(1, &[a], &[a]),
        start(1, None, task),
    ]);
    let heard = answers(&mut server, 0.0);
    assert!(matches!(
        &heard[0],
        Answer::Sampled {
            risk: None,
            again: false,
            whole: true,
            ..
        }
    ));
    assert_eq!(heard[1..], [Answer::Job(1, News::Done(Done::Impossible))]);
}

#[test]
fn a_search_by_messages_ends_with_the_answer_of_a_search() {
    let plan = plan();
    let scenario = plan.scenarios.iter().find(|s| s.id == "state-minus-20");
    let question = Question::default();
    let task = Task::Search {
        question: question.clone(),
        most_time: 1e9,
    };
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), start(3, scenario, task)]);
    let mut search = Search::new(&question.inputs(&plan, scenario));
    while !search.step(1).done {}
    let heard = answers(&mut server, 0.0);
    assert_eq!(end(&heard), &Done::Search(Box::new(search.answer()), Ended::Complete));
}

#[test]
fn a_search_ends_when_asked_to_or_when_its_time_is_up() {
    let plan = plan();
    let scenario = plan.scenarios.iter().find(|s| s.id == "state-minus-20");
    let begun = |most_time| {
        let task = Task::Search {
            question: Question::default(),
            most_time,
        };
        server(vec![Request::Ground(Arc::clone(&plan)), start(1, scenario, task)])
    };
    let mut asked = begun(1e9);
    asked.take(Request::Stop(1), 0.0);
    assert!(matches!(
        end(&answers(&mut asked, 0.0)),
        Done::Search(_, Ended::Cancelled)
    ));
    let mut late = begun(-1.0);
    assert!(matches!(end(&answers(&mut late, 0.0)), Done::Search(_, Ended::Time)));
    let mut dropped = begun(1e9);
    dropped.take(Request::Drop(1), 0.0);
    assert_eq!(answers(&mut dropped, 0.0), []);
}

#[test]
fn a_frontier_by_messages_is_that_of_the_scenario() {
    let plan = plan();
    let scenario = &plan.scenarios[1];
    let task = Task::Frontier {
        most: 2.0,
        halvings: 3,
        steps: 50,
        also: vec![],
        guards: None,
    };
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), start(1, Some(scenario), task)]);
    let mut frontier = Frontier::new(&resolve(&plan, Some(scenario)), 2.0, 3, 50);
    while frontier.step().is_some() {}
    assert_eq!(
        end(&answers(&mut server, 0.0)),
        &Done::Frontier(frontier.points().to_vec())
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
        let mut server = server(vec![Request::Ground(Arc::clone(&plan)), start(1, None, task)]);
        let heard = answers(&mut server, 0.0);
        let sought = goal_seek(&plan, None, &lever, &aim, effort).unwrap();
        assert_eq!(end(&heard), &Done::Sought(Some(sought)));
        let parts: Vec<f64> = heard
            .iter()
            .filter_map(|a| match a {
                Answer::Job(_, News::Part(part)) => Some(*part),
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
    let mut server = server(vec![Request::Ground(Arc::clone(&plan)), start(1, None, task)]);
    let mut indices = Indices::new(Arc::clone(&plan), None, 5, Measure::Missing).unwrap();
    indices.advance(64);
    let all = indices.inputs().iter().cloned().zip(indices.first_order()).collect();
    assert_eq!(end(&answers(&mut server, 0.0)), &Done::Indices(all, 64));
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
        Request::Ground(Arc::clone(&plan)),
        start(1, None, task()),
        start(2, None, task()),
        want(1, &[a], &[a]),
    ]);
    let heard = answers(&mut server, 0.0);
    assert!(matches!(heard[0], Answer::Sampled { .. }));
    let ends: Vec<usize> = (1..=2)
        .map(|n| {
            heard
                .iter()
                .position(|h| matches!(h, Answer::Job(job, News::Done(_)) if *job == n))
                .unwrap()
        })
        .collect();
    assert!(
        ends[1] == ends[0] + 1,
        "neither waits for the end of the other: {heard:?}"
    );
}

#[test]
fn an_answer_of_an_older_plan_is_dropped_and_one_that_still_holds_is_not() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut link = Link::default();
    link.pass(Request::Ground(Arc::clone(&plan)));
    link.pass(want(1, &[a, b], &[a, b]));
    link.pass(want(2, &[a, b], &[a]));
    let of = |s: &Scenario, revision| Answer::Sampled {
        id: s.id.clone(),
        revision,
        risk: None,
        influences: vec![],
        again: false,
        whole: true,
    };
    assert!(!link.hear(&of(a, 1)), "it has moved since");
    assert!(link.hear(&of(b, 1)) && link.hear(&of(a, 2)));
    link.pass(want(3, &[b], &[]));
    assert!(!link.hear(&of(a, 2)), "nobody looks at it");
    link.pass(start(
        1,
        None,
        Task::Frontier {
            most: 1.0,
            halvings: 1,
            steps: 1,
            also: vec![],
            guards: None,
        },
    ));
    let news = Answer::Job(1, News::Frontier(vec![], 3));
    assert!(link.hear(&news));
    link.pass(Request::Drop(1));
    assert!(!link.hear(&news), "the job was dropped");
}

#[test]
fn after_a_crash_another_worker_gives_the_same_answers() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let now = moved(a, &plan, 0.4);
    let task = Task::Frontier {
        most: 2.0,
        halvings: 2,
        steps: 20,
        also: vec![],
        guards: None,
    };
    let requests = [
        Request::Ground(Arc::clone(&plan)),
        want(1, &[a, b], &[a, b]),
        start(1, Some(b), task),
        want(2, &[&now, b], &[&now]),
    ];
    let mut link = Link::default();
    let mut first = Server::default();
    for request in requests {
        first.take(link.pass(request).unwrap(), 0.0);
    }
    link.hear(&Answer::Ready);
    let crash = link.crashed();
    assert_eq!(
        (crash.place, crash.failed.len(), crash.without_samples),
        (Place::Worker, 0, false)
    );
    let mut second = server(crash.requests);
    let whole = |heard: Vec<Answer>| -> Vec<Answer> {
        let last = |a: &Answer| matches!(a, Answer::Sampled { .. } | Answer::Job(_, News::Done(_)));
        heard.into_iter().filter(last).collect()
    };
    assert_eq!(whole(answers(&mut second, 0.0)), whole(answers(&mut first, 0.0)));
}

#[test]
fn what_stops_two_workers_is_given_up_and_the_rest_goes_on() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let mut link = Link::default();
    link.pass(Request::Ground(Arc::clone(&plan)));
    link.pass(start(
        1,
        None,
        Task::Frontier {
            most: 1.0,
            halvings: 1,
            steps: 1,
            also: vec![],
            guards: None,
        },
    ));
    link.hear(&Answer::Ready);
    assert_eq!(link.crashed().failed, Vec::<u64>::new());
    link.pass(want(1, &[a], &[a]));
    link.hear(&Answer::Ready);
    let crash = link.crashed();
    assert_eq!((crash.failed, crash.without_samples), (vec![1], false));
    link.hear(&Answer::Ready);
    let crash = link.crashed();
    assert!(crash.without_samples && crash.place == Place::Worker);
    assert!(
        !crash.requests.iter().any(|r| matches!(r, Request::Want(_))),
        "not tried a third time"
    );
    assert_eq!(
        link.pass(want(1, &[a], &[])),
        None,
        "nor when more of the same is asked"
    );
    let b = moved(a, &plan, 0.5);
    let Some(Request::Want(again)) = link.pass(want(2, &[&b], &[&b])) else {
        panic!("a change is tried")
    };
    assert_eq!(again.changed, [(b.id.clone(), Some(b))]);
}

#[test]
fn where_no_worker_ever_answers_the_page_computes_by_itself() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let mut link = Link::default();
    link.pass(Request::Ground(Arc::clone(&plan)));
    link.pass(want(1, &[a], &[a]));
    assert_eq!(link.crashed().place, Place::Worker);
    let crash = link.crashed();
    assert_eq!(crash.place, Place::Page);
    let heard = answers(&mut server(crash.requests), 0.0);
    assert_eq!(told(&heard), [(a.id.clone(), 1, FIRST), (a.id.clone(), 1, FULL)]);
}

#[test]
fn a_worker_that_hangs_is_started_again_and_one_that_speaks_or_rests_is_not() {
    let mut watch = Watch::default();
    assert_eq!(watch.look(true), Look::Again, "one silence is a machine that slept");
    watch.heard();
    assert_eq!(watch.look(true), Look::Again);
    assert_eq!(watch.look(true), Look::Again);
    assert_eq!(watch.look(false), Look::Rest, "nothing is owed");
    assert_eq!((watch.look(true), watch.look(true)), (Look::Again, Look::Hung));
}

#[test]
fn an_answer_is_owed_from_the_first_word_of_a_worker_until_all_is_told() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let requests = [Request::Ground(Arc::clone(&plan)), want(1, &[a], &[a])];
    let mut link = Link::default();
    let mut server = Server::default();
    for request in requests {
        server.take(link.pass(request).unwrap(), 0.0);
    }
    assert!(!link.is_waiting(), "one that does not start is another matter");
    link.hear(&Answer::Ready);
    let heard = answers(&mut server, 0.0);
    for answer in &heard {
        assert!(link.is_waiting());
        link.hear(answer);
    }
    assert!(!link.is_waiting() && heard.len() == 2, "{heard:?}");
    // A job is owed until its last news, also in another worker.
    let task = Task::Frontier {
        most: 1.0,
        halvings: 1,
        steps: 1,
        guards: None,
        also: vec![],
    };
    server.take(link.pass(start(1, None, task)).unwrap(), 0.0);
    assert!(link.is_waiting());
    let crash = link.crashed();
    assert_eq!((crash.failed.len(), crash.place), (0, Place::Worker));
    link.hear(&Answer::Ready);
    assert!(link.is_waiting());
    for answer in answers(&mut server, 0.0) {
        link.hear(&answer);
    }
    assert!(!link.is_waiting());
}
