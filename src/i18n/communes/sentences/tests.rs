use super::*;
use crate::engine::evaluate;
use crate::model::samples;
use crate::sheet::ranking;

fn of(sample: &str) -> Ranking {
    let plan = samples::by_name(sample).unwrap();
    let evaluation = evaluate(&plan, plan.base());
    ranking(&plan, plan.base(), &evaluation, Level::Advanced)
}

#[test]
fn the_chance_of_the_goal_is_said_in_both_languages() {
    let ranking = of("thach-ha-2021");
    assert_eq!(
        push_sentence(&ranking, Lang::Vi).replace(NBSP, " "),
        "Trình 3 xã để 2 xã đạt: khả năng ít nhất 2 xã đạt là 91 %."
    );
    assert_eq!(
        push_sentence(&ranking, Lang::En).replace(NBSP, " "),
        "3 communes are pushed so that 2 pass: the chance of at least 2 is 91 %."
    );
    let one = Ranking {
        goal: 1.0,
        pushed: 1,
        ..ranking.clone()
    };
    assert!(
        push_sentence(&one, Lang::En)
            .replace(NBSP, " ")
            .starts_with("1 commune is pushed so that 1 passes")
    );
    let none = Ranking { goal: 0.0, ..ranking };
    assert!(push_sentence(&none, Lang::En).starts_with("The goal is 0"));
}

#[test]
fn a_group_without_data_is_counted_and_not_named() {
    let ranking = of("thach-ha-2021");
    let said = choice_sentence(&ranking, &[], Lang::Vi).replace(NBSP, " ");
    assert!(
        said.starts_with("3 xã trong nhóm 18 xã chưa đủ số liệu, không nêu tên"),
        "{said}"
    );
    let named = choice_sentence(&of("minh-hoa-xa"), &["Thạch Đài", "Thạch Xuân"], Lang::En);
    assert!(named.starts_with("Chosen: Thạch Đài, Thạch Xuân. "), "{named}");
    let nothing = choice_sentence(&Ranking::default(), &[], Lang::En);
    assert_eq!(nothing, "This scenario starts no commune.");
}

#[test]
fn a_cell_is_told_with_what_is_left_to_do() {
    let mut entry = CriterionEntry {
        state: CriterionState::Open,
        cost: Some(5500.0),
        months: Some(1.0),
        ..CriterionEntry::default()
    };
    assert_eq!(
        cell(Some(&entry), Lang::En).replace(NBSP, " "),
        "Open, 5,500 million VND, 1 month"
    );
    entry.state = CriterionState::Met;
    assert_eq!(cell(Some(&entry), Lang::Vi), "Đạt");
    assert_eq!(cell(None, Lang::Vi), "Chưa biết");
}

#[test]
fn chances_near_the_ends_are_not_rounded_to_certainty() {
    assert_eq!(chance(0.0, Lang::Vi).replace(NBSP, " "), "0 %");
    assert_eq!(chance(0.001, Lang::Vi).replace(NBSP, " "), "< 1 %");
    assert_eq!(chance(0.999, Lang::Vi).replace(NBSP, " "), "> 99 %");
    assert_eq!(chance(1.0, Lang::Vi).replace(NBSP, " "), "100 %");
}
