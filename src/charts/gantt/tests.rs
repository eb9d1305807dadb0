use super::*;
use crate::engine::evaluate;
use crate::formats::number::MoneyUnit;
use crate::model::samples::by_name;

fn with<T>(sample: &str, scenario: &str, read: impl Fn(&Scene, &Run) -> T) -> T {
    let plan = by_name(sample).unwrap();
    let scenario = plan.scenario(scenario);
    let evaluation = evaluate(&plan, scenario);
    let palette = Palette::css();
    let scene = Scene {
        plan: &plan,
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

fn drawing(sample: &str, scenario: &str) -> Gantt {
    with(sample, scenario, |scene, run| gantt(scene, run, &BTreeSet::new()))
}

#[test]
fn every_bar_of_the_run_has_a_row_and_every_line_is_named_once() {
    for scenario in ["as-2020", "floods", "state-minus-20"] {
        let (rows, bars) = with("thach-ha-2021", scenario, |scene, run| {
            (
                gantt(scene, run, &BTreeSet::new()).rows,
                timeline(&run.evaluation.inputs),
            )
        });
        let drawn: f64 = rows.iter().filter_map(|r| r.bar.as_ref()).map(|b| b.units).sum();
        assert!((drawn - bars.iter().map(|b| b.units).sum::<f64>()).abs() < 1e-9);
        let named = rows.iter().filter(|r| !r.name.is_empty() && !r.line.is_empty()).count();
        assert_eq!(named, 6, "{scenario}");
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
    let drawn = drawing("thach-ha-2021", "floods");
    let (svg, width, height) = gantt_svg(&drawn, &Palette::light());
    assert!(width > 800.0 && height > 20.0 * drawn.rows.len() as f64);
    for line in &by_name("thach-ha-2021").unwrap().lines {
        assert!(svg.contains(line.name.get(Lang::Vi)), "{}", line.id);
    }
    let bars = drawn.rows.iter().filter(|r| r.bar.is_some()).count();
    assert!(svg.matches("<rect").count() >= bars && bars > 6);
    assert!(!svg.contains("NaN"));
}

#[test]
fn communes_that_climb_to_the_next_level_say_so_and_are_not_named() {
    let mut plan = by_name("minh-hoa-5-nam").unwrap();
    let line = plan.lines.iter_mut().find(|l| l.id == "model-commune").unwrap();
    line.goals.insert(2024, line.goal.clone());
    let evaluation = evaluate(&plan, None);
    let palette = Palette::css();
    let scene = Scene {
        plan: &plan,
        lang: Lang::Vi,
        unit: MoneyUnit::Million,
        palette: &palette,
    };
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
    let drawn = gantt(&scene, &run, &BTreeSet::new());
    let climbing: Vec<_> = drawn
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
