use super::*;
use crate::engine::evaluate;
use crate::formats::number::MoneyUnit;
use crate::model::samples::by_name;
use crate::model::{Plan, Scenario};

/// Reads what is drawn of a plan under a scenario.
fn run_of<T>(plan: &Plan, scenario: Option<&Scenario>, read: impl Fn(&Scene, &Run) -> T) -> T {
    let evaluation = evaluate(plan, scenario);
    let palette = Palette::css();
    let scene = Scene {
        plan,
        lang: Lang::Vi,
        unit: MoneyUnit::Million,
        palette: &palette,
    };
    read(
        &scene,
        &Run {
            scenario,
            evaluation: &evaluation,
        },
    )
}

fn with<T>(sample: &str, scenario: &str, read: impl Fn(&Scene, &Run) -> T) -> T {
    let plan = by_name(sample).unwrap();
    run_of(&plan, plan.scenario(scenario), read)
}

fn drawing(sample: &str, scenario: &str) -> Gantt {
    with(sample, scenario, |scene, run| gantt(scene, run, &BTreeSet::new()))
}

#[test]
fn every_bar_of_the_run_has_a_row_and_every_line_is_named_once() {
    for scenario in ["as-2020", "floods", "state-minus-20"] {
        let (rows, bars) = with("thach-ha-2021", scenario, |scene, run| {
            (
                gantt(scene, run, &BTreeSet::new()).rows,
                crate::engine::lay_out_bars(&run.evaluation.inputs),
            )
        });
        let gantt_drawn: f64 = rows.iter().filter_map(|r| r.bar.as_ref()).map(|b| b.units).sum();
        assert!((gantt_drawn - bars.iter().map(|b| b.units).sum::<f64>()).abs() < 1e-9);
        let named_rows = rows.iter().filter(|r| !r.name.is_empty() && !r.line.is_empty()).count();
        assert_eq!(named_rows, 6, "{scenario}");
    }
}

#[test]
fn a_bar_without_a_round_is_marked_and_others_end_in_a_round() {
    for row in drawing("thach-ha-2021", "floods").rows {
        let Some(bar) = row.bar else { continue };
        let has = |kind| row.pieces.iter().any(|p| p.kind == kind);
        assert_eq!(has(PieceKind::Round), bar.round.is_some());
        assert_eq!(has(PieceKind::Never), bar.round.is_none());
    }
}

#[test]
fn communes_without_data_are_counted_and_never_named() {
    let plan = by_name("thach-ha-2021").unwrap();
    for row in drawing("thach-ha-2021", "as-2020").rows {
        assert!(row.commune.is_none());
        assert!(plan.communes.iter().all(|c| row.label != c.name));
    }
    assert!(
        drawing("minh-hoa-xa", "as-2020")
            .rows
            .iter()
            .any(|r| r.commune.is_some())
    );
}

#[test]
fn a_folded_line_has_one_row_with_all_its_units() {
    let folded = BTreeSet::from(["gardens".to_owned()]);
    let rows = with("thach-ha-2021", "as-2020", |scene, run| gantt(scene, run, &folded).rows);
    let gardens: Vec<_> = rows.iter().filter(|r| r.line == "gardens").collect();
    assert_eq!(gardens.len(), 1);
    assert_eq!(gardens[0].kind, RowKind::Folded);
}

#[test]
fn what_does_not_start_says_why() {
    let drawing = drawing("thach-ha-2021", "state-minus-20");
    let rows: Vec<_> = drawing.rows.iter().filter(|r| r.kind == RowKind::NotStarted).collect();
    for row in &rows {
        assert!(
            row.pieces
                .iter()
                .any(|p| p.kind == PieceKind::NotStarted && p.text.contains(": "))
        );
    }
    assert_eq!(rows.is_empty(), !drawing.finding.1.contains("Chưa mở được"));
}

#[test]
fn the_last_month_holds_the_totals_of_the_run_and_sources_add_up() {
    with("thach-ha-2021", "floods", |scene, run| {
        let state = month_state(scene, run, run.evaluation.outcome.months - 1);
        for (line, out) in state.lines.iter().zip(&run.evaluation.outcome.lines) {
            assert_eq!(line.progress.recognised, out.total_recognised());
        }
        for source in &state.sources {
            assert!((source.free - source.paid - source.left).abs() < 1e-6, "{}", source.id);
        }
        assert_eq!(state.waiting, run.evaluation.outcome.debt);
    });
}

#[test]
fn the_first_shortage_is_named_with_its_amount() {
    with("thach-ha-2021", "as-2020", |scene, run| {
        let cash = cash(scene, &run.evaluation.outcome);
        match cash.shortage {
            Some((t, amount)) => {
                assert!(cash.months[..t].iter().all(|m| m.waiting < 1e-3));
                assert_eq!(cash.months[t].waiting, amount);
                assert!(cash.sentence.is_some());
            }
            None => assert!(cash.months.iter().all(|m| m.waiting < 1e-3)),
        }
    });
}

#[test]
fn months_carry_their_year_and_dates_lie_inside_their_month() {
    assert_eq!(drawing("thach-ha-2021", "as-2020").months[0], "1/2021");
    let plan = by_name("thach-ha-2021").unwrap();
    let at = rows::place(&plan, "2021-03-16").unwrap();
    assert!((2.0..3.0).contains(&at));
    assert_eq!(rows::place(&plan, "2019-03-16"), None);
    assert_eq!(rows::place(&plan, ""), None);
}

#[test]
fn the_picture_names_every_line_and_draws_every_bar() {
    let gantt_drawn = drawing("thach-ha-2021", "floods");
    let (svg, width, height) = picture_of("floods");
    assert!(width > 800.0 && height > 20.0 * gantt_drawn.rows.len() as f64);
    for line in &by_name("thach-ha-2021").unwrap().lines {
        assert!(svg.contains(line.name.get(Lang::Vi)), "{}", line.id);
    }
    let bars = gantt_drawn.rows.iter().filter(|r| r.bar.is_some()).count();
    assert!(svg.matches("<rect").count() >= bars && bars > 6);
    assert!(!svg.contains("NaN"));
}

#[test]
fn communes_that_climb_to_the_next_level_say_so_and_are_not_named() {
    let mut plan = by_name("minh-hoa-5-nam").unwrap();
    let line = plan.lines.iter_mut().find(|l| l.id == "model-commune").unwrap();
    line.goals.insert(2024, line.goal.clone());
    let gantt_drawn = run_of(&plan, None, |scene, run| gantt(scene, run, &BTreeSet::new()));
    let climbing: Vec<_> = gantt_drawn
        .rows
        .iter()
        .filter(|r| r.label.ends_with("sau nâng cao"))
        .collect();
    assert!(!climbing.is_empty());
    assert!(
        climbing
            .iter()
            .all(|r| r.commune.is_none() && r.line == "model-commune")
    );
}

fn picture_of(scenario: &str) -> (String, f64, f64) {
    with("thach-ha-2021", scenario, |scene, run| {
        let words = &crate::i18n::texts(scene.lang).timeline;
        let gantt_drawn = gantt(scene, run, &BTreeSet::new());
        gantt_svg(
            &gantt_drawn,
            &cash(scene, &run.evaluation.outcome),
            words,
            &Palette::light(),
        )
    })
}

#[test]
fn a_recognition_stands_in_the_middle_of_its_month_in_the_picture() {
    let (svg, width, _) = picture_of("as-2020");
    let gantt_drawn = drawing("thach-ha-2021", "as-2020");
    let months = gantt_drawn.months.len() as f64;
    // The month grid of the picture, read from its own lines.
    let lines: Vec<f64> = svg
        .split("<path d=\"M")
        .skip(1)
        .take(months as usize)
        .map(|p| p.split(' ').next().unwrap().parse().unwrap())
        .collect();
    let month = lines[1] - lines[0];
    assert!((lines[0] + months * month - width).abs() < month / 4.0);
    let round = gantt_drawn.rows.iter().find_map(|r| r.bar.as_ref()?.round).unwrap();
    let middle = lines[0] + (round as f64 + 0.5) * month;
    let mark = format!("M{middle:.1} ");
    let marks: Vec<&str> = svg.split("<path d=\"").filter(|p| p.contains("m-5 0l5 -5")).collect();
    assert!(
        !marks.is_empty() && marks.iter().any(|p| p.starts_with(&mark)),
        "{marks:?}"
    );
}

#[test]
fn the_picture_holds_the_money_of_every_month_and_marks_the_shortage() {
    let short = ["as-2020", "floods", "state-minus-20"].into_iter().find(|scenario| {
        with("thach-ha-2021", scenario, |scene, run| {
            cash(scene, &run.evaluation.outcome).shortage.is_some()
        })
    });
    for scenario in ["as-2020", short.unwrap()] {
        let (svg, ..) = picture_of(scenario);
        let cash = with("thach-ha-2021", scenario, |scene, run| {
            cash(scene, &run.evaluation.outcome)
        });
        for month in &cash.months {
            for figure in &month.words {
                assert!(svg.contains(&format!("{figure}</text>")), "{figure} in {scenario}");
            }
        }
        assert_eq!(svg.contains("▲\u{a0}"), cash.shortage.is_some());
        assert_eq!(
            cash.sentence.as_ref().is_some_and(|s| svg.contains(s.as_str())),
            cash.shortage.is_some()
        );
    }
}

#[test]
fn no_text_of_the_picture_begins_or_ends_outside_it() {
    for scenario in ["as-2020", "floods", "state-minus-20"] {
        let (svg, width, _) = picture_of(scenario);
        for text in svg.split("<text ").skip(1) {
            let of = |name: &str| {
                text.split(&format!("{name}=\""))
                    .nth(1)
                    .unwrap()
                    .split('"')
                    .next()
                    .unwrap()
                    .to_owned()
            };
            let words = text.split('>').nth(1).unwrap().split('<').next().unwrap();
            let (x, wide): (f64, f64) = (of("x").parse().unwrap(), words.chars().count() as f64 * 5.5);
            let (from, to) = match of("text-anchor").as_str() {
                "end" => (x - wide, x),
                "middle" => (x - wide / 2.0, x + wide / 2.0),
                _ => (x, x + wide),
            };
            assert!(
                from > -1.0 && to < width + 1.0,
                "{words} {from}..{to} of {width}, {scenario}"
            );
        }
    }
}

#[test]
fn a_commune_is_decided_no_earlier_than_its_decision_is_dated() {
    let mut plan = by_name("minh-hoa-xa").unwrap();
    let phase_of = |plan: &Plan, id: &str| {
        let last = |scene: &Scene, run: &Run| month_state(scene, run, run.evaluation.outcome.months - 1);
        let communes = run_of(plan, None, last).communes;
        communes.iter().find(|c| c.id == id).map(|c| c.phase)
    };
    let decided_commune = plan
        .communes
        .iter()
        .map(|c| c.id.clone())
        .find(|id| phase_of(&plan, id) == Some(crate::engine::Phase::Decided))
        .unwrap();
    let commune = plan.communes.iter_mut().find(|c| c.id == decided_commune).unwrap();
    commune.decision_date = "2022-03-05".into();
    assert_eq!(phase_of(&plan, &decided_commune), Some(crate::engine::Phase::Waiting));
}

#[test]
fn a_milestone_outside_the_plan_is_counted_on_its_row() {
    let mut plan = by_name("thach-ha-2021").unwrap();
    let line = plan.lines.iter_mut().find(|l| !l.milestones.is_empty()).unwrap();
    line.milestones[0].due = "2020-12-15".into();
    let gantt_drawn = run_of(&plan, None, |scene, run| gantt(scene, run, &BTreeSet::new()));
    let row = gantt_drawn.rows.iter().find(|r| r.kind == RowKind::Milestones).unwrap();
    let note = row.pieces.iter().find(|p| p.kind == PieceKind::Note).unwrap();
    assert!(note.text.contains("1 mốc ngoài"), "{}", note.text);
}
