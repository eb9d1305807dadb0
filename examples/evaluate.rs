//! The core in a terminal: a plan in, its outcome as one JSON object out.
//!
//! `evaluate PLAN [--scenario NAME] [--write-plan]` where PLAN is a plan file or the name of a sample plan. A file that
//! cannot be used ends with exit code 1 and one line on standard error: what is wrong, where, and what to do.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use ntm_planner::engine::{self, Evaluation};
use ntm_planner::formats::{self, Refusal};
use ntm_planner::model::{Plan, Scenario, samples};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{}", message.replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<String, String> {
    let usage = || {
        format!(
            "usage: evaluate PLAN [--scenario NAME] [--write-plan]; samples: {}",
            samples::NAMES.join(", ")
        )
    };
    let (mut name, mut scenario, mut write_plan) = (None, None, false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--scenario" => scenario = Some(args.next().ok_or_else(usage)?),
            "--write-plan" => write_plan = true,
            _ if name.is_none() && !arg.starts_with("--") => name = Some(arg),
            _ => return Err(usage()),
        }
    }
    let name = name.ok_or_else(usage)?;
    let plan = load(&name)?;
    if write_plan {
        return formats::write(&plan, None).map_err(|refusal| refused(&name, &refusal));
    }
    let scenario = find_scenario(&plan, scenario.as_deref())?;
    let report = report(&engine::evaluate(&plan, scenario));
    serde_json::to_string_pretty(&report).map_err(|e| e.to_string())
}

fn load(name: &str) -> Result<Plan, String> {
    if let Some(plan) = samples::by_name(name) {
        return Ok(plan);
    }
    let bytes = std::fs::read(name).map_err(|e| {
        format!(
            "{name}: cannot be read ({e}); give a plan file or a sample: {}",
            samples::NAMES.join(", ")
        )
    })?;
    formats::restore_bytes(&bytes)
        .map(|restored| restored.plan)
        .map_err(|refusal| refused(name, &refusal))
}

/// One line: the file, the place inside it, what is wrong.
fn refused(name: &str, refusal: &Refusal) -> String {
    let place = if refusal.path.is_empty() { "file" } else { &refusal.path };
    format!("{name}: {place}: {} {}", refusal.code, refusal.args.join(" "))
}

/// The scenario with this id or name; without one, the first.
fn find_scenario<'a>(plan: &'a Plan, wanted: Option<&str>) -> Result<Option<&'a Scenario>, String> {
    let Some(wanted) = wanted else {
        return Ok(plan.scenarios.first());
    };
    let is_it = |s: &&Scenario| s.id == wanted || s.name.vi == wanted || s.name.en == wanted;
    let ids = || {
        plan.scenarios
            .iter()
            .map(|s| s.id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    plan.scenarios
        .iter()
        .find(is_it)
        .map(Some)
        .ok_or_else(|| format!("--scenario {wanted}: no such scenario; there are: {}", ids()))
}

fn report(evaluation: &Evaluation) -> Value {
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
        json!({
            "id": line.id,
            "goal": line.goal,
            "started": line.total_started(),
            "submitted": line.total_submitted(),
            "recognised": line.total_recognised(),
            "attainment": line.attainment,
            "causes": causes,
        })
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
        "engine": engine::ENGINE_VERSION,
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
