//! `examples/evaluate.rs` as people run it: what it prints, and how it refuses.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program beside the test programs: cargo builds examples before it runs tests.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let folder = own.parent().and_then(Path::parent).unwrap();
    folder
        .join("examples")
        .join(format!("evaluate{}", std::env::consts::EXE_SUFFIX))
}

fn run(args: &[&str]) -> Output {
    Command::new(program()).args(args).output().unwrap()
}

fn report(args: &[&str]) -> Value {
    let output = run(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A file of this test alone, gone when it is dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("ntm-evaluate-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn prints_every_figure_that_is_promised() {
    let report = report(&["thach-ha-2021", "--scenario", "state-minus-20"]);
    for key in [
        "score",
        "debt",
        "peak_waiting",
        "community_per_head",
        "lines",
        "sources",
        "issues",
        "engine",
        "input_hash",
        "months",
    ] {
        assert!(report.get(key).is_some(), "{key} is missing");
    }
    let lines = report["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 6);
    for line in lines {
        for key in [
            "id",
            "goal",
            "started",
            "submitted",
            "recognised",
            "attainment",
            "causes",
        ] {
            assert!(line.get(key).is_some(), "a line lacks {key}");
        }
        for cause in ["money", "time", "capacity", "appraisal", "schedule"] {
            assert!(line["causes"][cause].is_number(), "a line lacks the cause {cause}");
        }
    }
    for source in report["sources"].as_array().unwrap() {
        for key in ["id", "released", "other_works", "paid", "left"] {
            assert!(source.get(key).is_some(), "a source lacks {key}");
        }
        for key in ["score", "recognised", "next_step"] {
            assert!(source["worth_of_1000"].get(key).is_some(), "worth lacks {key}");
        }
    }
    let months = report["months"].as_object().unwrap();
    assert!(
        months
            .values()
            .all(|column| column.as_array().is_some_and(|c| c.len() == 13))
    );
}

#[test]
fn causes_and_attainment_add_up_to_one_in_what_is_printed() {
    let report = report(&["thach-ha-2020"]);
    for line in report["lines"].as_array().unwrap() {
        let parts: f64 = line["causes"]
            .as_object()
            .unwrap()
            .values()
            .map(|v| v.as_f64().unwrap())
            .sum();
        let attainment = line["attainment"].as_f64().unwrap();
        assert!((parts + attainment - 1.0).abs() < 1e-9, "{line}");
    }
}

#[test]
fn a_scenario_is_found_by_id_and_by_either_name() {
    let by_id = report(&["thach-ha-2021", "--scenario", "state-minus-20"]);
    let plan = report(&["thach-ha-2021", "--write-plan"]);
    let scenarios = plan["plan"]["scenarios"].as_array().unwrap();
    let wanted = scenarios.iter().find(|s| s["id"] == "state-minus-20").unwrap();
    for lang in ["vi", "en"] {
        let name = wanted["name"][lang].as_str().unwrap();
        assert_eq!(report(&["thach-ha-2021", "--scenario", name]), by_id);
    }
    let output = run(&["thach-ha-2021", "--scenario", "none such"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("state-minus-20"));
}

#[test]
fn a_written_plan_read_back_gives_the_same_figures() {
    let output = run(&["minh-hoa-xa", "--write-plan"]);
    assert!(output.status.success());
    let file = Scratch::new("plan.json", &output.stdout);
    assert_eq!(report(&[file.path()]), report(&["minh-hoa-xa"]));
}

#[test]
fn a_bad_file_ends_with_one_line_that_names_the_place_and_the_remedy() {
    let mut plan = report(&["thach-ha-2021", "--write-plan"]);
    plan["plan"]["sources"][0]["amount"]["value"] = Value::from("nhiều");
    let bad = Scratch::new("bad.json", plan.to_string().as_bytes());
    let cut = Scratch::new("cut.json", b"{\"format\": \"ntm-pl");
    for (file, place) in [(&bad, "/plan/sources/state/amount"), (&cut, "file")] {
        let output = run(&[file.path()]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(message.trim_end().lines().count(), 1, "{message}");
        assert!(message.contains(place), "{message}");
        assert!(
            message.split_whitespace().count() > 8,
            "no sentence with a remedy: {message}"
        );
    }
    let missing = run(&["no-such-file.json"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("thach-ha-2021"));
}
