//! The core in a terminal: a plan in, its outcome as one JSON object out.
//!
//! `evaluate PLAN [--scenario NAME] [--actuals FILE] [--samples N] [--seed S] [--write-plan] [--bound] [--write-lp FILE]
//! [--replay FILE]` where PLAN is a plan file or the name of a sample plan. `--actuals` reads actual figures as a plan
//! file holds them under `actuals`; without `months` all months that have a figure are closed, without `forecast` the
//! run goes on from them. `--samples` adds `risk`, from that many samples; `--bound` adds `bound`, the score that no
//! plan of starts can exceed; `--write-lp` writes the integer problem of the highest score in CPLEX LP format;
//! `--replay` runs starts and communes saved by the page (JSON: `starts`, shape `[month]` by line, and `communes`, month
//! by commune) instead of the scenario's own schedule. A file that cannot be used ends with exit code 1 and one line on
//! standard error: what is wrong, where, and what to do.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use ntm_planner::engine::{self, Evaluation, sample::Sampler};
use ntm_planner::formats::{self, Refusal, number::MoneyUnit};
use ntm_planner::i18n::{self, overview as words};
use ntm_planner::model::{Lang, Plan, Scenario, Shared, samples};
use ntm_planner::optimise::{self, PlannedStarts};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

/// Unit of money in sentences.
const UNIT: MoneyUnit = MoneyUnit::Million;

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
            "usage: evaluate PLAN [--scenario NAME] [--actuals FILE] [--samples N] [--seed S] [--write-plan] [--bound] \
             [--write-lp FILE] [--replay FILE]; sample plans: {}",
            samples::NAMES.join(", ")
        )
    };
    let (mut name, mut scenario, mut actuals, mut write_plan, mut bound) = (None, None, None, false, false);
    let (mut samples, mut seed) = (None, 1);
    let (mut write_lp, mut replay) = (None, None);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--scenario" => scenario = Some(args.next().ok_or_else(usage)?),
            "--actuals" => actuals = Some(args.next().ok_or_else(usage)?),
            "--samples" => samples = Some(number(args.next()).filter(|n| *n > 0).ok_or_else(usage)?),
            "--seed" => seed = number(args.next()).ok_or_else(usage)?,
            "--write-plan" => write_plan = true,
            "--bound" => bound = true,
            "--write-lp" => write_lp = Some(args.next().ok_or_else(usage)?),
            "--replay" => replay = Some(args.next().ok_or_else(usage)?),
            _ if name.is_none() && !arg.starts_with("--") => name = Some(arg),
            _ => return Err(usage()),
        }
    }
    let name = name.ok_or_else(usage)?;
    let mut plan = load(&name)?;
    if let Some(file) = actuals {
        plan = with_actuals(&plan, &file)?;
    }
    if write_plan {
        return formats::write(&plan, None).map_err(|refusal| refused(&name, &refusal));
    }
    let scenario = find_scenario(&plan, scenario.as_deref())?;
    let replayed = match replay {
        Some(file) => Some(with_starts_of(&plan, scenario, &file)?),
        None => None,
    };
    let scenario = replayed.as_ref().or(scenario);
    let evaluation = engine::evaluate(&plan, scenario);
    if let Some(file) = write_lp {
        let text = optimise::write_lp_file(&evaluation.inputs);
        std::fs::write(&file, text).map_err(|e| format!("--write-lp {file}: cannot be written ({e})"))?;
    }
    let mut report = formats::write_report(&plan, &evaluation);
    if let Some(members) = report.as_object_mut() {
        if bound {
            members.insert("bound".into(), json!(optimise::bound(&evaluation.inputs)));
        }
        members.insert("reasons".into(), reasons(&plan, &evaluation));
        members.insert("fixes".into(), fixes(&plan, scenario, &evaluation));
        if plan.actuals.months > 0 {
            let report = |lang| i18n::actuals::report(&plan, UNIT, lang);
            members.insert(
                "to_date".into(),
                json!({ "vi": report(Lang::Vi), "en": report(Lang::En) }),
            );
        }
        if let Some(samples) = samples {
            members.insert("risk".into(), risk(&plan, scenario, samples, seed)?);
        }
    }
    serde_json::to_string_pretty(&report).map_err(|e| e.to_string())
}

fn number(arg: Option<String>) -> Option<u64> {
    arg?.parse().ok()
}

/// Chances and percentiles of recognised units, from `samples` samples.
fn risk(plan: &Plan, scenario: Option<&Scenario>, samples: u64, seed: u64) -> Result<Value, String> {
    let sampler = Sampler::new(plan.ground.clone(), scenario, seed);
    let mut sampler = sampler.map_err(|pair| format!("correlations: {:?} and {:?} do not fit", pair.a, pair.b))?;
    sampler.advance(usize::try_from(samples).map_err(|e| e.to_string())?);
    Ok(formats::write_risk_report(&sampler.risk()))
}

/// The scenario with starts and communes read from a file.
fn with_starts_of(plan: &Plan, scenario: Option<&Scenario>, file: &str) -> Result<Scenario, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("--replay {file}: cannot be read ({e})"))?;
    let planned: PlannedStarts =
        serde_json::from_str(&text).map_err(|e| format!("--replay {file}: no starts of a plan ({e})"))?;
    if let Some(id) = planned.starts.keys().find(|id| plan.line(id).is_none()) {
        return Err(format!("--replay {file}: starts/{id}: no such line in the plan"));
    }
    let mut own = scenario.cloned().unwrap_or_default();
    own.overrides.schedule = Some(planned.schedule(&engine::resolve(plan, scenario)));
    Ok(own)
}

/// A sentence in both languages.
fn both(sentence: impl Fn(Lang) -> String) -> Value {
    json!({ "vi": sentence(Lang::Vi), "en": sentence(Lang::En) })
}

/// Why each target is missed or what its main risk is, and what more of each source does, by id.
fn reasons(plan: &Plan, evaluation: &Evaluation) -> Value {
    let lines = plan.lines.iter().enumerate().map(|(l, line)| {
        let sentence = |lang| words::spoken_reason(plan, evaluation, l, UNIT, lang);
        (line.id.clone(), both(sentence))
    });
    let sources = plan.sources.iter().enumerate().map(|(s, source)| {
        let sentence = |lang| words::spoken_source(plan, evaluation, s, UNIT, lang);
        (source.id.clone(), both(sentence))
    });
    json!({ "lines": lines.collect::<Map<_, _>>(), "sources": sources.collect::<Map<_, _>>() })
}

/// The cheapest single changes that make each missed target, by line id.
fn fixes(plan: &Plan, scenario: Option<&Scenario>, evaluation: &Evaluation) -> Value {
    let missed = plan.lines.iter().enumerate().zip(&evaluation.outcome.lines);
    let missed = missed.filter(|(_, outcome)| !outcome.is_met()).map(|((l, line), _)| {
        let found = engine::find_fixes(plan, scenario, evaluation, l);
        let told = found.iter().map(|fix| {
            let mut told = both(|lang| words::fix_sentence(plan, l, fix, UNIT, lang));
            told["money"] = json!(fix.money);
            told["score"] = json!(fix.score);
            told["loses"] = json!(fix.loses);
            told
        });
        (line.id.clone(), Value::Array(told.collect()))
    });
    Value::Object(missed.collect())
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

/// The plan with the actual figures of a file, both through the gate.
fn with_actuals(plan: &Plan, file: &str) -> Result<Plan, String> {
    let text =
        std::fs::read_to_string(file).map_err(|e| format!("{file}: cannot be read ({e}); give a file of figures"))?;
    let mut actuals: Value = serde_json::from_str(&text)
        .map_err(|e| format!("{file}: not JSON ({e}); write it as a plan file's actuals"))?;
    let rows = ["recognised", "started", "paid"]
        .into_iter()
        .filter_map(|kind| actuals.get(kind)?.as_object());
    let longest = rows
        .flat_map(|rows| rows.values())
        .filter_map(|row| row.as_array().map(Vec::len))
        .max();
    let Some(members) = actuals.as_object_mut() else {
        return Err(format!("{file}: no object; write it as a plan file's actuals"));
    };
    members.entry("months").or_insert(json!(longest.unwrap_or(0)));
    members.entry("forecast").or_insert(json!(true));
    let mut whole = serde_json::to_value(plan).map_err(|e| e.to_string())?;
    whole["actuals"] = actuals;
    formats::restore(&whole.to_string())
        .map(|restored| restored.plan)
        .map_err(|refusal| refused(file, &refusal))
}

/// One line: the file, the place inside it, what is wrong and what to do.
fn refused(name: &str, refusal: &Refusal) -> String {
    let message = i18n::messages::refusal(refusal, Lang::En);
    let place = if refusal.path.is_empty() { "file" } else { &refusal.path };
    format!("{name}: {place}: {} {}", message.what, message.remedy)
}

/// The scenario with this id or name; without one, the first.
fn find_scenario<'a>(plan: &'a Plan, wanted: Option<&str>) -> Result<Option<&'a Scenario>, String> {
    let Some(wanted) = wanted else {
        return Ok(plan.base());
    };
    let is_it = |s: &&Shared<Scenario>| s.id == wanted || s.name.vi == wanted || s.name.en == wanted;
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
        .map(|s| Some(&**s))
        .ok_or_else(|| format!("--scenario {wanted}: no such scenario; there are: {}", ids()))
}
