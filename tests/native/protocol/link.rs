//! What the page waits for, and what survives a crash.

use super::{answers, frontier, moved, plan, server, start, told, want};
use ntm_planner::model::Scenario;
use ntm_planner::protocol::*;

#[test]
fn an_answer_of_an_older_plan_is_dropped_and_one_that_still_holds_is_not() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let mut link = Link::default();
    link.pass(Request::Ground(plan.ground.clone()));
    link.pass(want(1, &[a, b], &[a, b]));
    link.pass(want(2, &[a, b], &[a]));
    let of = |s: &Scenario, revision| Reply::Sampled {
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
    link.pass(start(1, None, frontier(1.0, 1, 1)));
    let news = Reply::Job(1, JobNews::Frontier(vec![], 3));
    assert!(link.hear(&news));
    link.pass(Request::Drop(1));
    assert!(!link.hear(&news), "the job was dropped");
}

#[test]
fn after_a_crash_another_worker_gives_the_same_answers() {
    let plan = plan();
    let (a, b) = (&plan.scenarios[0], &plan.scenarios[1]);
    let now = moved(a, &plan, 0.4);
    let task = frontier(2.0, 2, 20);
    let requests = [
        Request::Ground(plan.ground.clone()),
        want(1, &[a, b], &[a, b]),
        start(1, Some(b), task),
        want(2, &[&now, b], &[&now]),
    ];
    let mut link = Link::default();
    let mut first = Server::default();
    for request in requests {
        first.take(link.pass(request).unwrap(), 0.0);
    }
    link.hear(&Reply::Ready);
    let crash = link.record_crash();
    assert_eq!(
        (crash.place, crash.failed.len(), crash.without_samples),
        (WorkPlace::Worker, 0, false)
    );
    let mut second = server(crash.requests);
    let whole = |heard: Vec<Reply>| -> Vec<Reply> {
        let last = |a: &Reply| matches!(a, Reply::Sampled { .. } | Reply::Job(_, JobNews::Done(_)));
        heard.into_iter().filter(last).collect()
    };
    assert_eq!(whole(answers(&mut second, 0.0)), whole(answers(&mut first, 0.0)));
}

#[test]
fn what_stops_two_workers_is_given_up_and_the_rest_goes_on() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let mut link = Link::default();
    link.pass(Request::Ground(plan.ground.clone()));
    link.pass(start(1, None, frontier(1.0, 1, 1)));
    link.hear(&Reply::Ready);
    assert_eq!(link.record_crash().failed, Vec::<u64>::new());
    link.pass(want(1, &[a], &[a]));
    link.hear(&Reply::Ready);
    let crash = link.record_crash();
    assert_eq!((crash.failed, crash.without_samples), (vec![1], false));
    link.hear(&Reply::Ready);
    let crash = link.record_crash();
    assert!(crash.without_samples && crash.place == WorkPlace::Worker);
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
    link.pass(Request::Ground(plan.ground.clone()));
    link.pass(want(1, &[a], &[a]));
    assert_eq!(link.record_crash().place, WorkPlace::Worker);
    let crash = link.record_crash();
    assert_eq!(crash.place, WorkPlace::Page);
    let heard = answers(&mut server(crash.requests), 0.0);
    assert_eq!(told(&heard), [(a.id.clone(), 1, FIRST), (a.id.clone(), 1, FULL)]);
}

#[test]
fn a_worker_that_hangs_is_started_again_and_one_that_speaks_or_rests_is_not() {
    let mut watch = Watch::default();
    assert_eq!(watch.look(true), Look::Again, "one silence is a machine that slept");
    watch.record_sign();
    assert_eq!(watch.look(true), Look::Again);
    assert_eq!(watch.look(true), Look::Again);
    assert_eq!(watch.look(false), Look::Rest, "nothing is owed");
    assert_eq!((watch.look(true), watch.look(true)), (Look::Again, Look::Hung));
}

#[test]
fn an_answer_is_owed_from_the_first_word_of_a_worker_until_all_is_told() {
    let plan = plan();
    let a = &plan.scenarios[0];
    let requests = [Request::Ground(plan.ground.clone()), want(1, &[a], &[a])];
    let mut link = Link::default();
    let mut server = Server::default();
    for request in requests {
        server.take(link.pass(request).unwrap(), 0.0);
    }
    assert!(!link.is_waiting(), "one that does not start is another matter");
    link.hear(&Reply::Ready);
    let heard = answers(&mut server, 0.0);
    for answer in &heard {
        assert!(link.is_waiting());
        link.hear(answer);
    }
    assert!(!link.is_waiting() && heard.len() == 2, "{heard:?}");
    // A job is owed until its last news, also in another worker.
    let task = frontier(1.0, 1, 1);
    server.take(link.pass(start(1, None, task)).unwrap(), 0.0);
    assert!(link.is_waiting());
    let crash = link.record_crash();
    assert_eq!((crash.failed.len(), crash.place), (0, WorkPlace::Worker));
    link.hear(&Reply::Ready);
    assert!(link.is_waiting());
    for answer in answers(&mut server, 0.0) {
        link.hear(&answer);
    }
    assert!(!link.is_waiting());
}
