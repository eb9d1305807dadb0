//! The core in a terminal: a plan in, its outcome as one JSON object out.
//!
//! `evaluate PLAN [--scenario NAME] [--write-plan]` where PLAN is a plan file or the name of a sample plan. A file that
//! cannot be used ends with exit code 1 and one line on standard error: what is wrong, where, and what to do.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use ntm_planner::engine;
use ntm_planner::formats::{self, Refusal};
use ntm_planner::model::{Plan, Scenario, samples};
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
    let report = formats::report(&engine::evaluate(&plan, scenario));
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
