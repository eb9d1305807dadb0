//! How good the search of the page is after how long: `optimum SECONDS FOLDER PLAN.json…`, see `scripts/bench-optimum.mjs`.
//!
//! Writes the problem of each plan as text into the folder (`NAME.lp`, with the columns of starts in `NAME.columns` and the
//! search's plan after so many seconds as their values in `NAME.start`) and prints one JSON object a line: `name`, `exact`
//! (the problem is all there is), `before` (score of the plan as it is), `linear` (bound without a search) and `course`, a
//! list of `[seconds, score, bound]` at every change.
#![allow(clippy::print_stdout)]

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    native::run()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use ntm_planner::engine::resolve;
    use ntm_planner::formats::restore;
    use ntm_planner::optimise::{ExactProblem, Search, bound};
    use serde_json::json;
    use std::fs;
    use std::path::Path;
    use std::time::Instant;

    pub fn run() -> Result<(), Box<dyn std::error::Error>> {
        let mut args = std::env::args().skip(1);
        let seconds: f64 = args.next().ok_or("SECONDS")?.parse()?;
        let folder = args.next().ok_or("FOLDER")?;
        for path in args {
            let name = Path::new(&path).file_stem().and_then(|s| s.to_str()).ok_or("a name")?;
            let opened = restore(&fs::read_to_string(&path)?).map_err(|refusal| format!("{path}: {refusal:?}"))?;
            let inputs = resolve(&opened.plan, None);
            let clock = Instant::now();
            let linear = bound(&inputs);
            let mut search = Search::new(&inputs);
            let before = search.progress().score;
            let mut course = vec![(0.0, before, linear)];
            loop {
                let progress = search.step(1);
                let now = clock.elapsed().as_secs_f64();
                let last = course.last().copied().unwrap_or_default();
                if (last.1, last.2) != (progress.score, progress.bound) {
                    course.push((now, progress.score, progress.bound));
                }
                if progress.done || now >= seconds {
                    break;
                }
            }
            let answer = search.answer();
            let problem = ExactProblem::for_answer(&inputs, &answer);
            let write = |ending: &str, text: &str| fs::write(Path::new(&folder).join(format!("{name}.{ending}")), text);
            write("lp", problem.text())?;
            write("columns", &problem.names().collect::<Vec<_>>().join("\n"))?;
            write("start", &json!(problem.values(&answer.planned)).to_string())?;
            let course: Vec<_> = course.iter().map(|(t, s, b)| json!([t, s, b])).collect();
            println!(
                "{}",
                json!({ "name": name, "exact": problem.is_exact(), "before": before, "linear": linear, "course": course })
            );
        }
        Ok(())
    }
}
