//! Long computations as the page asks for them, without a browser: the server, its messages, and what survives a crash.

mod jobs;
mod link;
mod sampled;

use ntm_planner::engine::sample::{Risk, Sampler};
use ntm_planner::model::{Amount, Plan, Scenario, samples};
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
    Request::Want(SampleRequest {
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

fn frontier(most: f64, halvings: u32, steps: usize) -> Task {
    Task::Frontier {
        most,
        halvings,
        steps,
        also: vec![],
        guards: None,
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
fn answers(server: &mut Server, mut now: f64) -> Vec<Reply> {
    let mut all = vec![];
    while let Some(wait) = server.wait(now) {
        now += wait.max(0.0);
        if let Some(answer) = server.advance(now, || true) {
            let heard: Reply = from_text(&to_text(&answer).unwrap()).unwrap();
            assert_eq!(heard, answer, "nothing is lost on the way");
            all.push(heard);
        }
        now += 1.0;
    }
    all
}

fn direct(plan: &Arc<Plan>, scenario: &Scenario, n: usize) -> Risk {
    let mut sampler = Sampler::new(plan.ground.clone(), Some(scenario), SEED).unwrap();
    sampler.advance(n);
    sampler.risk()
}

fn told(answers: &[Reply]) -> Vec<(String, u64, usize)> {
    let of = |answer: &Reply| match answer {
        Reply::Sampled { id, revision, risk, .. } => {
            Some((id.clone(), *revision, risk.as_ref().map_or(0, |r| r.samples)))
        }
        _ => None,
    };
    answers.iter().filter_map(of).collect()
}

fn end(answers: &[Reply]) -> &JobResult {
    match answers.last() {
        Some(Reply::Job(_, JobNews::Done(done))) => done,
        other => panic!("a job ends with its result, not with {other:?}"),
    }
}
