use super::*;
use crate::engine::verdict::{GuardState, Verdict};
use crate::engine::{CommunityGuard, Evaluation, LineOutcome, MissingMoney, Outcome, resolve};
use crate::model::fixture::plan;
use crate::model::{Amount, Effect, Event, Figure, Overrides, Text};

fn evaluation(gardens: f64, ocop: f64) -> Evaluation {
    let line = |id: &str, recognised: f64| LineOutcome {
        id: id.into(),
        goal: 10.0,
        recognised: vec![0.0, recognised],
        attainment: (recognised / 10.0).min(1.0),
        ..LineOutcome::default()
    };
    Evaluation {
        inputs: resolve(&plan(), None),
        outcome: Outcome {
            months: 2,
            lines: vec![line("gardens", gardens), line("ocop", ocop)],
            score: (gardens.min(10.0) + ocop.min(10.0)) / 20.0,
            ..Outcome::default()
        },
        causes: vec![],
        worth: vec![],
        shortages: vec![],
        missing: MissingMoney {
            amount: 10.0 - ocop,
            ..MissingMoney::default()
        },
        community: CommunityGuard {
            population: 1000.0,
            per_head: 0.5,
            last_year: 0.5,
            total: 500.0,
        },
        guards: vec![],
    }
}

fn cell<'a>(rows: &'a [ComparisonRow], key: &str, column: usize) -> &'a ComparisonCell {
    let row = rows.iter().find(|r| r.metric.key() == key).unwrap();
    row.cells[column].as_ref().unwrap()
}

#[test]
fn differences_are_to_the_first_column_and_the_first_has_none() {
    let plan = plan();
    let (none, mut less) = (Overrides::default(), Overrides::default());
    less.amounts.insert("state".into(), Amount::Factor(0.8));
    let (a, b) = (evaluation(10.0, 8.0), evaluation(7.0, 8.0));
    let rows = compare(&[
        Column {
            ground: &plan,
            overrides: &none,
            evaluation: &a,
        },
        Column {
            ground: &plan,
            overrides: &less,
            evaluation: &b,
        },
    ]);
    assert!(rows.iter().all(|r| r.cells[0].unwrap().difference.is_none()));
    assert_eq!(cell(&rows, "line-gardens", 1).difference, Some(-3.0));
    assert_eq!(cell(&rows, "line-ocop", 1).difference, Some(0.0));
    assert_eq!(cell(&rows, "met", 1).difference, Some(-1.0));
    assert_eq!(cell(&rows, "source-state", 1).value, 800.0);
    assert_eq!(cell(&rows, "source-total", 1).difference, Some(-200.0));
    assert_eq!(
        cell(&rows, "line-gardens", 0).sign,
        Some(Sign::Target(Verdict::OnTrack))
    );
    assert_eq!(
        cell(&rows, "line-gardens", 1).sign,
        Some(Sign::Target(Verdict::OffTrack))
    );
    let groups: Vec<Group> = rows.iter().map(|r| r.metric.group()).collect();
    assert!(groups.is_sorted(), "rows come group by group");
}

#[test]
fn money_of_an_event_counts_only_where_the_event_is_on() {
    let mut plan = plan();
    plan.events.push(Event {
        id: "central".into(),
        name: Text::default(),
        note: Text::default(),
        months: vec![],
        chance: Figure::default(),
        on: false,
        effects: vec![Effect::Money {
            source: "state".into(),
            amount: 90.0,
            release: [1.0; 13],
        }],
    });
    let mut on = Overrides::default();
    on.events.insert("central".into(), true);
    let evaluation = evaluation(1.0, 1.0);
    let column = |overrides| Column {
        ground: &plan,
        overrides,
        evaluation: &evaluation,
    };
    let off = Overrides::default();
    let rows = compare(&[column(&off), column(&on)]);
    assert_eq!(cell(&rows, "source-state", 0).value, 1000.0);
    assert_eq!(cell(&rows, "source-state", 1).value, 1090.0);
    assert_eq!(cell(&rows, "source-total", 1).value, 1590.0);
}

#[test]
fn less_debt_is_good_news_and_less_money_is_bad_news() {
    assert_eq!(Better::Less.news(-1.0), News::Good);
    assert_eq!(Better::Less.news(1.0), News::Bad);
    assert_eq!(Better::More.news(-1.0), News::Bad);
    assert_eq!(Better::More.news(0.0), News::Neutral);
    assert_eq!(Better::Neither.news(5.0), News::Neutral);
    let plan = plan();
    let (overrides, result) = (Overrides::default(), evaluation(1.0, 1.0));
    let rows = compare(&[Column {
        ground: &plan,
        overrides: &overrides,
        evaluation: &result,
    }]);
    let better = |key: &str| rows.iter().find(|r| r.metric.key() == key).unwrap().better;
    assert_eq!(better("missing-money"), Better::Less);
    assert_eq!(better("debt"), Better::Less);
    assert_eq!(better("source-state"), Better::More);
    assert_eq!(better("source-community"), Better::Neither);
}

#[test]
fn bills_that_wait_are_marked_in_their_own_row_and_not_as_debt() {
    let plan = plan();
    let (overrides, mut result) = (Overrides::default(), evaluation(1.0, 1.0));
    result.outcome.peak_waiting = 5.0;
    let rows = compare(&[Column {
        ground: &plan,
        overrides: &overrides,
        evaluation: &result,
    }]);
    assert_eq!(cell(&rows, "debt", 0).sign, Some(Sign::Guard(GuardState::Good)));
    assert_eq!(
        cell(&rows, "peak-waiting", 0).sign,
        Some(Sign::Guard(GuardState::Attention))
    );
}

#[test]
fn a_line_that_only_one_plan_has_leaves_the_other_column_empty() {
    let (first, mut second) = (plan(), plan());
    second.lines.remove(1);
    let (a, mut b) = (evaluation(1.0, 1.0), evaluation(1.0, 1.0));
    b.outcome.lines.remove(1);
    let none = Overrides::default();
    let rows = compare(&[
        Column {
            ground: &second,
            overrides: &none,
            evaluation: &b,
        },
        Column {
            ground: &first,
            overrides: &none,
            evaluation: &a,
        },
    ]);
    let ocop = rows.iter().find(|r| r.metric.key() == "line-ocop").unwrap();
    assert_eq!(ocop.cells[0], None);
    assert_eq!(ocop.cells[1].unwrap().difference, None);
}
