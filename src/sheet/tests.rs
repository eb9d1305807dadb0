mod properties;

use super::*;
use crate::edit::{Command, apply};
use crate::engine::evaluate;
use crate::model::{CriterionEntry, CriterionState, Lang, Level, Origin, Pick, Plan, samples};

fn illustration() -> Plan {
    samples::by_name("minh-hoa-xa").unwrap()
}

fn empty() -> Plan {
    samples::default_plan()
}

fn entry(state: CriterionState, cost: Option<f64>, months: Option<f64>, note: &str) -> CriterionEntry {
    CriterionEntry {
        state,
        cost,
        months,
        note: note.to_owned(),
        origin: Origin::default(),
    }
}

fn all(matrix: &CriteriaTable) -> Vec<usize> {
    (0..matrix.rows.len()).collect()
}

fn at(row: usize, col: usize) -> Selection {
    Selection::at(CellPlace { row, col })
}

fn whole(matrix: &CriteriaTable) -> CellSpan {
    CellSpan {
        top: 0,
        bottom: matrix.rows.len() - 1,
        left: 0,
        right: matrix.columns.len() - 1,
    }
}

fn read(text: &str, lang: Lang) -> Result<Option<CriterionEntry>, CellError> {
    read_cell(text, lang, None, Typing::Whole)
}

#[test]
fn states_are_read_in_words_letters_and_signs_of_both_languages() {
    use CriterionState::*;
    for (text, state) in [
        ("đạt", Met),
        ("Đạt", Met),
        ("ĐẠT ", Met),
        ("Đ", Met),
        ("x", Met),
        ("✓", Met),
        ("met", Met),
        ("đang làm", InProgress),
        ("Đang thực hiện", InProgress),
        ("in progress", InProgress),
        ("ĐL", InProgress),
        ("◐", InProgress),
        ("chưa", Open),
        ("Chưa đạt", Open),
        ("CĐ", Open),
        ("open", Open),
        ("○", Open),
    ] {
        assert_eq!(read(text, Lang::Vi), Ok(Some(entry(state, None, None, ""))), "{text}");
    }
    for text in ["", "  ", "?", "chưa biết", "Unknown"] {
        assert_eq!(read(text, Lang::Vi), Ok(None), "{text:?}");
    }
    let combining = "chu\u{31b}a đa\u{323}t";
    assert_eq!(read(combining, Lang::Vi), Ok(Some(entry(Open, None, None, ""))));
}

#[test]
fn cost_months_and_note_follow_the_state() {
    use CriterionState::*;
    let doing = |cost, months, note: &str| Ok(Some(entry(InProgress, cost, months, note)));
    assert_eq!(
        read("đang làm; 5.500; 6; chờ huyện; tháng 3", Lang::Vi),
        doing(Some(5500.0), Some(6.0), "chờ huyện; tháng 3")
    );
    assert_eq!(
        read("đang làm 5,5 tỷ / 6 tháng", Lang::Vi),
        doing(Some(5500.0), Some(6.0), "")
    );
    assert_eq!(
        read("in progress; 5,500; 6", Lang::En),
        doing(Some(5500.0), Some(6.0), "")
    );
    assert_eq!(read("L 2.900/8", Lang::Vi), doing(Some(2900.0), Some(8.0), ""));
    assert_eq!(read("đang làm;;6", Lang::Vi), doing(None, Some(6.0), ""));
    assert_eq!(
        read("2.900", Lang::Vi),
        Ok(Some(entry(Open, Some(2900.0), None, ""))),
        "a cost alone: not met yet"
    );
    assert_eq!(
        read("5,500.5", Lang::Vi),
        Ok(Some(entry(Open, Some(5500.5), None, ""))),
        "only English can be meant"
    );
    assert_eq!(read("2.900", Lang::En), Ok(Some(entry(Open, Some(2.9), None, ""))));
}

#[test]
fn nonsense_is_told_by_kind() {
    for text in ["nhiều", "gần xong", "đạtt", "<b>", "=1+1"] {
        assert_eq!(read(text, Lang::Vi), Err(CellError::NoState), "{text}");
    }
    assert!(matches!(read("chưa; nhiều", Lang::Vi), Err(CellError::Cost(_))));
    assert!(matches!(read("chưa; -5", Lang::Vi), Err(CellError::Cost(_))));
    assert_eq!(read("chưa; 5; nửa", Lang::Vi), Err(CellError::Months));
    assert_eq!(read("chưa; 5; 1,5", Lang::Vi), Err(CellError::Months));
}

#[test]
fn typing_over_a_cell_keeps_what_is_not_said() {
    use CriterionState::*;
    let old = entry(InProgress, Some(5500.0), Some(6.0), "chờ huyện");
    let typed = |text: &str| read_cell(text, Lang::Vi, Some(&old), Typing::Over).unwrap();
    assert_eq!(
        typed("7000"),
        Some(entry(InProgress, Some(7000.0), Some(6.0), "chờ huyện"))
    );
    assert_eq!(typed("chưa"), Some(entry(Open, Some(5500.0), Some(6.0), "chờ huyện")));
    assert_eq!(
        typed("8 tháng"),
        Some(entry(InProgress, Some(5500.0), Some(8.0), "chờ huyện"))
    );
    assert_eq!(
        typed("đạt"),
        Some(entry(Met, None, None, "chờ huyện")),
        "nothing is left to pay"
    );
    assert_eq!(typed(""), None);
}

#[test]
fn a_block_from_a_spreadsheet_goes_right_and_down_as_rows_are_shown() {
    let plan = empty();
    let matrix = CriteriaTable::new(&plan, Level::Advanced);
    assert_eq!((matrix.rows.len(), matrix.columns.len()), (18, 19));
    let shown = [5, 3];
    let pasted = paste(
        &matrix,
        &shown,
        at(0, 1),
        "đạt\tchưa 2.900/8\r\nđang làm\t\r\n",
        Lang::Vi,
    );
    assert_eq!(pasted.errors, vec![]);
    assert_eq!(pasted.read, 4);
    let ids: Vec<(&str, &str)> = pasted
        .changes
        .iter()
        .map(|(c, k, _)| (c.as_str(), k.as_str()))
        .collect();
    let (five, three) = (matrix.rows[5].id.as_str(), matrix.rows[3].id.as_str());
    let (second, third) = (matrix.columns[1].0.as_str(), matrix.columns[2].0.as_str());
    assert_eq!(
        ids,
        [(five, second), (five, third), (three, second)],
        "the blank cell was unknown already"
    );
    let after = apply(&plan, &Command::SetCriteria(pasted.changes)).unwrap();
    assert_eq!(CriteriaTable::new(&after, Level::Advanced).count_filled(), 3);
}

#[test]
fn a_table_with_names_goes_where_the_names_say() {
    let plan = empty();
    let matrix = CriteriaTable::new(&plan, Level::Advanced);
    let text = "STT\tXã\tThu nhập\tGiao thông\n1\tThạch Đài\tđạt\tchưa\n2\txã thach xuan\t\tđang làm; 5.500; 6\n";
    let pasted = paste(&matrix, &all(&matrix), at(9, 9), text, Lang::Vi);
    assert!(pasted.by_commune && pasted.by_criterion);
    assert_eq!(pasted.errors, vec![], "the number column stands before the names");
    let cells: Vec<(&str, &str)> = pasted
        .changes
        .iter()
        .map(|(c, k, _)| (c.as_str(), k.as_str()))
        .collect();
    assert_eq!(
        cells,
        [("18643", "income"), ("18643", "transport"), ("18658", "transport")]
    );

    let text = "Xã\tThu nhập\tSân bay\nThạch Đài\tđạt\tđạt\nHuyền Trang\tđạt\tđạt\nThạch Xuân\tvớ vẩn\t\n";
    let pasted = paste(&matrix, &all(&matrix), at(0, 0), text, Lang::Vi);
    let errors: Vec<(usize, usize, PasteProblem)> = pasted.errors.iter().map(|e| (e.row, e.col, e.problem)).collect();
    assert_eq!(
        errors,
        [
            (1, 3, PasteProblem::Criterion),
            (3, 1, PasteProblem::Commune),
            (4, 2, PasteProblem::Cell(CellError::NoState)),
        ]
    );
    assert_eq!(pasted.changes.len(), 1);
}

#[test]
fn a_block_that_sticks_out_and_cells_that_cannot_be_read_are_told_with_their_place() {
    let matrix = CriteriaTable::new(&empty(), Level::Advanced);
    let pasted = paste(&matrix, &all(&matrix), at(17, 18), "đạt\tđạt\nđạt\tđạt", Lang::Vi);
    let problems: Vec<PasteProblem> = pasted.errors.iter().map(|e| e.problem).collect();
    assert_eq!(
        problems,
        [
            PasteProblem::ColumnsBeyond { room: 1 },
            PasteProblem::RowsBeyond { room: 1 }
        ]
    );
    let pasted = paste(&matrix, &all(&matrix), at(2, 3), "đạt\tgì đó", Lang::Vi);
    assert_eq!(pasted.errors[0].target, Some((2, 4)));
    assert_eq!((pasted.errors[0].row, pasted.errors[0].col), (1, 2));
    assert_eq!(paste(&matrix, &[], at(0, 0), "đạt", Lang::Vi).changes, vec![]);
}

#[test]
fn one_cell_fills_a_range_and_fill_down_repeats_the_first_row() {
    let plan = illustration();
    let matrix = CriteriaTable::new(&plan, Level::Advanced);
    let shown = all(&matrix);
    let mut range = at(0, 0);
    range.focus = CellPlace { row: 2, col: 1 };
    let pasted = paste(&matrix, &shown, range, "chưa; 10; 2", Lang::Vi);
    assert_eq!((pasted.read, pasted.changes.len()), (6, 6));
    let after = apply(&plan, &Command::SetCriteria(fill_down(&matrix, &shown, range.span()))).unwrap();
    let filled = CriteriaTable::new(&after, Level::Advanced);
    for col in 0..2 {
        for row in 1..=2 {
            assert!(same_entry(filled.entry(row, col), matrix.entry(0, col)));
        }
    }
    let one = fill_down(&matrix, &shown, at(3, 1).span());
    assert!(
        one.iter().all(|(_, _, e)| same_entry(e.as_ref(), matrix.entry(2, 1))),
        "from the row above"
    );
    assert_eq!(fill_down(&matrix, &shown, at(0, 1).span()), vec![]);
    let cleared = apply(&plan, &Command::SetCriteria(clear(&matrix, &shown, whole(&matrix)))).unwrap();
    assert_eq!(CriteriaTable::new(&cleared, Level::Advanced).count_filled(), 0);
}

#[test]
fn a_copied_table_with_names_can_be_pasted_back_in_any_order() {
    let full = CriteriaTable::new(&illustration(), Level::Advanced);
    let order: Vec<usize> = all(&full).into_iter().rev().collect();
    let text = copy_all(&full, &order, "Xã", Lang::Vi);
    let plan = empty();
    let blank = CriteriaTable::new(&plan, Level::Advanced);
    let pasted = paste(&blank, &all(&blank), at(4, 4), &text, Lang::Vi);
    assert_eq!(pasted.errors, vec![]);
    let after = CriteriaTable::new(
        &apply(&plan, &Command::SetCriteria(pasted.changes)).unwrap(),
        Level::Advanced,
    );
    for (a, b) in after.rows.iter().zip(&full.rows) {
        assert!(
            a.cells
                .iter()
                .zip(&b.cells)
                .all(|(a, b)| same_entry(a.as_ref(), b.as_ref())),
            "{}",
            a.name
        );
    }
}

#[test]
fn a_number_with_decimals_typed_over_a_cell_is_read_as_the_cell_shows_it() {
    let old = read("chưa đạt; 8.900; 9; chờ vốn", Lang::Vi).unwrap().unwrap();
    let typed = |text: &str| {
        read_cell(text, Lang::Vi, Some(&old), Typing::Over)
            .unwrap()
            .unwrap()
            .cost
    };
    assert_eq!(typed("9,9"), Some(9_900.0));
    assert_eq!(typed("9.900"), Some(9_900.0));
    assert_eq!(typed("9,9 triệu"), Some(9.9));
    assert_eq!(typed("đang làm; 9,9"), Some(9.9));
    assert_eq!(
        (read_as("9,9", Lang::Vi), read_as("9.900", Lang::Vi)),
        (Some(9_900.0), None)
    );
}

#[test]
fn a_cost_alone_that_is_pasted_keeps_months_and_note() {
    let old = read("đang làm; 9.600; 8; chờ vốn", Lang::Vi).unwrap().unwrap();
    let new = read_cell("5500", Lang::Vi, Some(&old), Typing::Whole).unwrap().unwrap();
    assert_eq!((new.state, new.cost, new.months), (old.state, Some(5_500.0), Some(8.0)));
    assert_eq!(new.note, "chờ vốn");
    let whole = read_cell("chưa; 5500", Lang::Vi, Some(&old), Typing::Whole)
        .unwrap()
        .unwrap();
    assert_eq!(
        (whole.cost, whole.months, whole.note.as_str()),
        (Some(5_500.0), None, "")
    );
}

#[test]
fn the_chance_is_of_those_that_can_start_and_reach_a_round() {
    let mut plan = illustration();
    plan.scenarios[0].overrides.pushed.insert("advanced".into(), 7);
    let evaluation = evaluate(&plan, plan.base());
    let ranking = ranking(&plan, plan.base(), &evaluation, Level::Advanced);
    assert_eq!(ranking.pushed, 7);
    assert!(ranking.in_time < 7 && ranking.in_time <= ranking.started, "{ranking:?}");
    let chance = crate::engine::chance_of_at_least(ranking.needed(), &vec![ranking.pass; ranking.in_time]);
    assert_eq!(ranking.chance(), chance);
    for (lang, words) in [(Lang::Vi, "chỉ"), (Lang::En, "only")] {
        assert!(crate::i18n::communes::push_sentence(&ranking, lang).contains(words));
    }
}

#[test]
fn without_data_communes_are_a_counted_group_and_none_is_named() {
    let plan = empty();
    let evaluation = evaluate(&plan, plan.base());
    let ranking = ranking(&plan, plan.base(), &evaluation, Level::Advanced);
    assert_eq!(ranking.list, vec![]);
    let group = ranking.group.unwrap();
    assert_eq!((group.units, group.place), (18, 1));
    assert_eq!(group.started, ranking.started);
    assert_eq!((ranking.pushed, ranking.needed()), (3, 2));
    assert_eq!((ranking.chance() * 100.0).round(), 91.0);
    assert!(ranking.standings.iter().all(|(_, s)| *s == Standing::NoData));
}

#[test]
fn the_chosen_are_the_first_of_the_order_and_picks_come_before_all() {
    let mut plan = illustration();
    let last = "18574".to_owned();
    let out = "18643".to_owned();
    plan.scenarios[0].overrides.picks.insert(last.clone(), Pick::In);
    plan.scenarios[0].overrides.picks.insert(out.clone(), Pick::Out);
    let evaluation = evaluate(&plan, plan.base());
    let ranking = ranking(&plan, plan.base(), &evaluation, Level::Advanced);
    assert_eq!(ranking.list[0].id, last);
    assert_eq!(ranking.standing(&out), Some(Standing::Out));
    assert_eq!(ranking.order(&out), None);
    assert_eq!(ranking.list.len(), 17);
    let places: Vec<usize> = ranking.list.iter().map(|r| r.place).collect();
    assert_eq!(places, (1..=17).collect::<Vec<_>>());
    assert!(ranking.started > 0 && ranking.cost > 0.0);
}
