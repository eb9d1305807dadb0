//! An evaluation as one JSON object, for scripts and for comparing results between versions and machines.

use crate::engine::{ENGINE_VERSION, Evaluation};
use serde_json::{Map, Value, json};

/// The evaluation as JSON: score 0–1, money in triệu đồng, causes in points of attainment 0–1, monthly columns of shape
/// `[month]` under `months`.
pub fn report(evaluation: &Evaluation) -> Value {
    let outcome = &evaluation.outcome;
    let by_line = |values: &[f64]| -> Map<String, Value> {
        outcome
            .lines
            .iter()
            .zip(values)
            .map(|(line, v)| (line.id.clone(), json!(v)))
            .collect()
    };
    let lines = outcome.lines.iter().zip(&evaluation.causes).map(|(line, causes)| {
        let causes: Map<String, Value> = causes
            .parts()
            .iter()
            .map(|(name, part)| ((*name).to_owned(), json!(part)))
            .collect();
        let mut told = json!({
            "id": line.id,
            "goal": line.goal,
            "started": line.total_started(),
            "submitted": line.total_submitted(),
            "recognised": line.total_recognised(),
            "attainment": line.attainment,
            "causes": causes,
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
            told["years"] = Value::Array(years.collect());
            told["stock"] = json!(line.stock.last());
        }
        told
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
        "lines": lines.collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
        "issues": evaluation.issues,
        "engine": ENGINE_VERSION,
        "input_hash": evaluation.inputs.hash(),
        "months": months(evaluation),
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
