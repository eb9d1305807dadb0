//! Problems for another solver to judge, with what this one says: `judge FOLDER CASES`, see `optimum.test.mjs`.
//!
//! Writes the integer problem of each plan into the folder (`NAME.lp`) and prints one JSON object a line: `name`, `linear`
//! (bound without a search), `score` and `bound` of the answer, `done` (the search has ended), `proven` (nothing is better),
//! `now` (score of the plan as it is), `fixed` (communes are fixed in, so that the answer may be below `now`) and `years`
//! (goals are by year), `climbs` (communes climb to the next level inside the plan) and `exact` (the problem is all there is; otherwise no plan breaks its rows, but the engine may run one
//! that keeps them with a lower score). The plans are the samples with all of their money and with too little, and generated
//! ones, the same every time: so many that are exact, and up to a quarter as many that are not.
//!
//! Where the folder has an answer to a problem (`NAME.json`: `score` and `values` of the columns of starts), `run` is besides
//! what that plan scores in the engine, or why it is not taken.
#![allow(clippy::print_stdout)]

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[path = "../common/mod.rs"]
mod common;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    native::run()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::common::arb_case;
    use ntm_planner::engine::{Inputs, resolve, simulate};
    use ntm_planner::model::{Pick, samples};
    use ntm_planner::optimise::{ExactProblem, bound, optimise, times_money};
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    use serde_json::json;
    use std::fs;
    use std::path::Path;

    const SAMPLES: [&str; 3] = ["thach-ha-2021", "minh-hoa-xa", "minh-hoa-5-nam"];
    /// Percentages of the money of the samples.
    const SHARES: [u32; 5] = [100, 80, 55, 30, 15];
    /// Steps of the search: enough to end it on most plans.
    const STEPS: usize = 3_000;
    /// Generated plans are looked through up to so many times as many as are wanted.
    const MOST_TRIES: usize = 10;
    /// Of so many exact problems one that is not is written.
    const FEWER: usize = 4;

    /// The answer of the other solver.
    #[derive(serde::Deserialize)]
    struct Judged {
        score: f64,
        values: Vec<f64>,
    }

    pub fn run() -> Result<(), Box<dyn std::error::Error>> {
        let mut args = std::env::args().skip(1);
        let folder = args.next().ok_or("FOLDER")?;
        let cases: usize = args.next().ok_or("CASES")?.parse()?;
        for name in SAMPLES {
            let plan = samples::by_name(name).ok_or(name)?;
            for share in SHARES {
                let inputs = times_money(&resolve(&plan, None), f64::from(share) / 100.0);
                tell(&folder, &format!("{name}-{share}"), &inputs, true)?;
            }
        }
        // The seed is fixed, whatever the environment asks of other tests: what is judged is always the same.
        let mut runner = TestRunner::deterministic();
        let (mut exact, mut others) = (0, 0);
        for index in 0..MOST_TRIES * cases {
            if exact == cases {
                break;
            }
            let (plan, scenario) = arb_case()
                .new_tree(&mut runner)
                .map_err(|reason| reason.to_string())?
                .current();
            let inputs = resolve(&plan, Some(&scenario));
            match tell(&folder, &format!("case-{index}"), &inputs, others < cases / FEWER)? {
                true => exact += 1,
                false => others += 1,
            }
        }
        Ok(())
    }

    /// Writes and prints a plan's problem, if it is exact or others are wanted; returns whether it is exact.
    fn tell(folder: &str, name: &str, inputs: &Inputs, others: bool) -> Result<bool, Box<dyn std::error::Error>> {
        let exact = ExactProblem::new(inputs, &[]).is_exact();
        if !exact && !others {
            return Ok(false);
        }
        let answer = optimise(inputs, STEPS);
        let problem = ExactProblem::for_answer(inputs, &answer);
        fs::write(Path::new(folder).join(format!("{name}.lp")), problem.text())?;
        let communes = inputs.lines.iter().flat_map(|l| &l.communes);
        let mut told = json!({
            "name": name,
            "linear": bound(inputs),
            "score": answer.score,
            "bound": answer.progress.bound,
            "done": answer.progress.done,
            "proven": answer.progress.proven(),
            "now": simulate(inputs).score,
            "fixed": communes.clone().any(|c| c.pick == Pick::In),
            "exact": exact,
            "climbs": communes.clone().any(|c| c.after.is_some()),
            "years": inputs.lines.iter().any(|line| !line.goals.is_empty()),
        });
        if let Ok(text) = fs::read_to_string(Path::new(folder).join(format!("{name}.json"))) {
            let judged: Judged = serde_json::from_str(&text)?;
            told["run"] = match problem.read_starts(&judged.values, judged.score) {
                Ok((_, outcome)) => json!(outcome.score),
                Err(why) => json!(format!("{why:?}")),
            };
        }
        println!("{told}");
        Ok(exact)
    }
}
