//! How good microlp is after how long: `ntm-microlp SECONDS FILE.lp` prints one JSON object: `status` (`optimal`, `limit`
//! or the error in its own words) and `course`, a list of `[seconds, score, bound]` at every change, `null` for what it does
//! not know. The file is read before the clock starts.
#![allow(clippy::print_stdout)]

mod lp;

use microlp::{Error, ResumeOptions, SolveOptions, SolveOutcome};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Between two looks at how far it is.
const SLICE: Duration = Duration::from_millis(100);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let seconds: f64 = args.next().ok_or("SECONDS")?.parse()?;
    let text = std::fs::read_to_string(args.next().ok_or("FILE")?)?;
    let problem = lp::read(&text)?;
    let clock = Instant::now();
    let mut options = SolveOptions::default();
    options.time_limit = Some(SLICE);
    let mut course: Vec<Value> = Vec::new();
    let mut last = (None, None);
    let mut step: Result<SolveOutcome, Error> = problem.solve_with(options);
    let status = loop {
        let outcome = match step {
            Ok(outcome) => outcome,
            Err(error) => break error.to_string(),
        };
        let optimal = outcome.is_optimal();
        let score = outcome.solution().map(|s| s.objective());
        let bound = if optimal { score } else { outcome.stats().best_bound };
        let now = clock.elapsed().as_secs_f64();
        if (score, bound) != last {
            last = (score, bound);
            course.push(json!([now, score, bound]));
        }
        if optimal {
            break "optimal".to_owned();
        }
        if now >= seconds {
            break "limit".to_owned();
        }
        let mut options = ResumeOptions::default();
        options.time_limit = Some(SLICE);
        step = outcome.resume_with(options);
    };
    println!(
        "{}",
        json!({ "status": status, "seconds": clock.elapsed().as_secs_f64(), "course": course })
    );
    Ok(())
}
