//! An evaluation as one JSON object, for scripts and for comparing results between versions and machines.

use crate::engine::sample::{Chance, Risk};
use crate::engine::verdict::GuardState;
use crate::engine::{ENGINE_VERSION, Evaluation, Guard, GuardRowOf};
use crate::model::{Plan, validate::validate};
use serde_json::{Map, Value, json};

/// The evaluation of a plan as JSON, with the findings of the plan's checks. Of a line that is missed, `money_helps` says whether more money would bring it nearer;
/// `cost_per_recognised` is `null` where nothing is recognised; `refused_picks` are communes fixed in that could not be
/// funded. Score 0–1, money in triệu đồng, causes in points of attainment 0–1, monthly columns of shape
/// `[month]` under `months`.
pub fn write_report(plan: &Plan, evaluation: &Evaluation) -> Value {
    let outcome = &evaluation.outcome;
    let by_line = |values: &[f64]| -> Map<String, Value> {
        outcome
            .lines
            .iter()
            .zip(values)
            .map(|(line, v)| (line.id.clone(), json!(v)))
            .collect()
    };
    let helps = &evaluation.missing.helps;
    let lines = outcome.lines.iter().zip(&evaluation.causes).zip(helps);
    let lines = lines.map(|((line, causes), helps)| {
        let causes: Map<String, Value> = causes
            .parts()
            .iter()
            .map(|(name, part)| ((*name).to_owned(), json!(part)))
            .collect();
        let mut entry = json!({
            "id": line.id,
            "goal": line.goal,
            "started": line.total_started(),
            "submitted": line.total_submitted(),
            "recognised": line.total_recognised(),
            "attainment": line.attainment,
            "causes": causes,
            "money_helps": (!line.is_met()).then_some(*helps),
            "cost_per_recognised": line.cost_per_recognised(),
        });
        if !line.years.is_empty() {
            let years = line.years.iter().map(|y| {
                json!({
                    "year": y.year,
                    "goal": y.goal,
                    "recognised": y.recognised,
                    "cumulative_goal": y.cumulative_goal,
                    "cumulative": y.cumulative,
                    "attainment": y.attainment,
                })
            });
            entry["years"] = Value::Array(years.collect());
            entry["stock"] = json!(line.stock.last());
        }
        if !line.renewals_wanted.is_empty() {
            entry["renewals"] = json!({
                "renewed": line.total_renewed(),
                "cost": line.total_renewal_bills(),
                "not_renewed": line.total_not_renewed(),
            });
        }
        entry
    });
    let sources = outcome.sources.iter().zip(&evaluation.worth).map(|(source, worth)| {
        let step = worth.next_step.as_ref();
        json!({
            "id": source.id,
            "released": source.total_released(),
            "other_works": source.total_other_works(),
            "paid": source.total_paid(),
            "left": source.total_left(),
            "worth_of_1000": {
                "score": worth.score,
                "recognised": by_line(&worth.recognised),
                "next_step": step.map(|s| json!({
                    "amount": s.amount,
                    "score": s.score,
                    "recognised": by_line(&s.recognised),
                })),
            },
        })
    });
    json!({
        "score": outcome.score,
        "debt": outcome.debt,
        "peak_waiting": outcome.peak_waiting,
        "community_per_head": evaluation.community.per_head,
        "missing_money": evaluation.missing.amount,
        "refused_picks": outcome.refused_picks,
        "lines": lines.collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
        "guards": evaluation.guards.iter().map(guard).collect::<Vec<_>>(),
        "issues": validate(plan),
        "engine": ENGINE_VERSION,
        "input_hash": evaluation.inputs.hash(),
        "months": months(evaluation),
    })
}

/// A guard with the numbers behind it.
fn guard(guard: &Guard) -> Value {
    let state = guard.state.map(|state| match state {
        GuardState::Good => "good",
        GuardState::Attention => "attention",
        GuardState::Over => "over",
    });
    let rows = guard.rows.iter().map(|row| {
        let of = match &row.of {
            GuardRowOf::Line(id) => json!({ "line": id }),
            GuardRowOf::Commune(line, id) => json!({ "line": line, "commune": id }),
            GuardRowOf::Source(id) => json!({ "source": id }),
            GuardRowOf::Tight(line, ids) => json!({ "line": line, "sources": ids }),
            GuardRowOf::Reported(id) => json!({ "reported": id }),
        };
        json!({ "of": of, "month": row.month, "value": row.value, "limit": row.limit })
    });
    json!({
        "name": guard.name,
        "state": state,
        "value": guard.value,
        "limit": guard.limit,
        "path": guard.path,
        "accepted": guard.accepted.as_ref().map(|(value, note)| json!({ "value": value, "note": note })),
        "open": guard.is_open(),
        "rows": rows.collect::<Vec<_>>(),
    })
}

/// Monthly columns by name: `line.gardens.recognised`, `source.state.released`, `waiting`.
fn months(evaluation: &Evaluation) -> Map<String, Value> {
    let mut columns = Map::new();
    for line in &evaluation.outcome.lines {
        for (name, column) in line.columns() {
            columns.insert(format!("line.{}.{name}", line.id), json!(column));
        }
    }
    for source in &evaluation.outcome.sources {
        for (name, column) in source.columns() {
            columns.insert(format!("source.{}.{name}", source.id), json!(column));
        }
    }
    columns.insert("waiting".into(), json!(evaluation.outcome.waiting));
    columns
}

/// What samples say as JSON: chances 0–1 with their 95 % interval, percentiles in units recognised over the plan.
pub fn write_risk_report(risk: &Risk) -> Value {
    let chance = |c: &Chance| json!({ "chance": c.chance, "low": c.low, "high": c.high });
    let lines = risk.lines.iter().map(|line| {
        json!({
            "id": line.id,
            "chance": line.chance.chance,
            "low": line.chance.low,
            "high": line.chance.high,
            "p10": line.p10,
            "p50": line.p50,
            "p90": line.p90,
        })
    });
    json!({
        "samples": risk.samples,
        "seed": risk.seed,
        "joint": chance(&risk.joint),
        "lines": lines.collect::<Vec<_>>(),
    })
}
