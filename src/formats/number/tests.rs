#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::YearMonth;
use proptest::prelude::*;

const VI: Lang = Lang::Vi;
const EN: Lang = Lang::En;

#[test]
fn groups_and_decimals_follow_the_language() {
    assert_eq!(number(1234567.5, 1, VI), "1.234.567,5");
    assert_eq!(number(1234567.5, 1, EN), "1,234,567.5");
    assert_eq!(number(999.0, 0, VI), "999");
    assert_eq!(number(1000.0, 0, VI), "1.000");
    assert_eq!(number(-1234.5, 2, EN), "−1,234.50");
    assert_eq!(number(0.25, 2, VI), "0,25");
    assert_eq!(number(1e15, 0, EN), "1,000,000,000,000,000");
    assert_eq!(number(0.000_04, 2, VI), "0,00");
}

#[test]
fn halves_round_away_from_zero_on_decimal_digits() {
    for (value, decimals, shown) in [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.5, 0, "−1"),
        (2.675, 2, "2,68"),
        (1.005, 2, "1,01"),
        (0.1 + 0.2, 1, "0,3"),
        (0.285, 2, "0,29"),
        (9.995, 2, "10,00"),
        (999.95, 1, "1.000,0"),
        (2.499_999_999_999_999_6, 0, "3"),
        (2.4999, 0, "2"),
        (0.05, 0, "0"),
        (0.05, 1, "0,1"),
        (99.5, 0, "100"),
    ] {
        assert_eq!(number(value, decimals, VI), shown, "{value} with {decimals} decimals");
    }
}

#[test]
fn a_zero_is_plain_and_has_no_sign() {
    assert_eq!(number(0.0, 2, VI), "0");
    assert_eq!(number(-0.0, 2, EN), "0");
    assert_eq!(number(-0.001, 2, VI), "0,00");
    assert_eq!(exact(-0.0, VI), "0");
    assert_eq!(number(f64::NAN, 0, VI), "–");
    assert_eq!(signed(f64::INFINITY, 0, VI), "–");
}

#[test]
fn a_difference_under_half_of_the_last_digit_is_equal() {
    assert_eq!(signed(0.04, 1, VI), "=");
    assert_eq!(signed(-0.04, 1, VI), "=");
    assert_eq!(signed(0.0, 0, VI), "=");
    assert_eq!(signed(0.05, 1, VI), "+0,1");
    assert_eq!(signed(-0.05, 1, EN), "−0.1");
    assert_eq!(signed_percent(0.0004, 1, VI), "=");
    assert_eq!(signed_percent(-0.2, 0, VI), "−20\u{a0}%");
    assert_eq!(signed_money(49.0, MoneyUnit::Billion, VI), "=");
    assert_eq!(signed_money(-43_552.0, MoneyUnit::Million, VI), "−43.552");
}

#[test]
fn shares_and_money_move_the_decimal_point_exactly() {
    assert_eq!(percent(0.285, 0, VI), "29\u{a0}%");
    assert_eq!(percent(0.8, 0, EN), "80\u{a0}%");
    assert_eq!(percent(0.0, 1, VI), "0\u{a0}%");
    assert_eq!(money(174_210.4, MoneyUnit::Million, VI), "174.210");
    assert_eq!(money(174_250.0, MoneyUnit::Billion, VI), "174,3");
    assert_eq!(money(174_250.0, MoneyUnit::Billion, EN), "174.3");
    assert_eq!(
        money_with_unit(174_210.0, MoneyUnit::Million, VI),
        "174.210\u{a0}triệu\u{a0}đồng"
    );
}

#[test]
fn expected_counts_keep_decimals_while_the_goal_is_small() {
    assert_eq!(count(1.64, 2.0, VI), "1,64");
    assert_eq!(count(2.0, 2.0, VI), "2,00");
    assert_eq!(count(0.0, 2.0, VI), "0");
    assert_eq!(count(24.6, 25.0, VI), "25");
    assert_eq!(count(5.0, 20.0, EN), "5");
}

#[test]
fn months_of_the_first_year_are_short_and_later_ones_carry_their_year() {
    let start = YearMonth { year: 2021, month: 1 };
    assert_eq!(month_label(start, start, VI), "T1");
    assert_eq!(month_label(start.plus(11), start, EN), "Dec");
    assert_eq!(month_label(start.plus(12), start, VI), "1/22");
    assert_eq!(month_label(start.plus(12), start, EN), "1/22");
    assert_eq!(date(2021, 1, 22), "22/1/2021");
    assert_eq!(date_iso("2021-01-22"), "22/1/2021");
    assert_eq!(date_iso("2020"), "2020");
    assert_eq!(date_iso("2020-09"), "9/2020");
    assert_eq!(date_iso("quý I"), "quý I");
}

#[test]
fn numbers_are_read_in_the_writing_of_the_language_only() {
    assert_eq!(parse_number("1.234", VI), Ok(1234.0));
    assert_eq!(parse_number("1.234", EN), Ok(1.234));
    assert_eq!(parse_number(" 1.234.567,5 ", VI), Ok(1_234_567.5));
    assert_eq!(parse_number("1 234\u{a0}567", VI), Ok(1_234_567.0));
    assert_eq!(parse_number("−12,5", VI), Ok(-12.5));
    assert_eq!(parse_number(",5", VI), Ok(0.5));
    assert_eq!(parse_number("5,", VI), Ok(5.0));
    for wrong in [
        "1.23.4", "12.34", "1.2345", "1..234", "1,2,3", "1.234.", ".123", "1. 234", "2.5", "1,234.5",
    ] {
        assert_eq!(parse_number(wrong, VI), Err(NumberError::Grouping), "{wrong}");
    }
    for wrong in ["abc", "1e5", "12 xã", "--1", "0x10", "NaN", "inf", "-", "%", ".", "١٢"] {
        assert_eq!(parse_number(wrong, VI), Err(NumberError::NotANumber), "{wrong}");
    }
    assert_eq!(parse_number(" \u{a0}", VI), Err(NumberError::Empty));
    assert_eq!(parse_number(&"9".repeat(400), VI), Err(NumberError::TooLarge));
    assert_eq!(parse_percent("54 %", VI), Ok(0.54));
    assert_eq!(parse_percent("7,3", VI), Ok(0.073));
}

fn amount(text: &str, lang: Lang) -> Result<f64, NumberError> {
    parse_amount(text, lang, 100_000.0, 217_762.5).map(|parsed| parsed.value)
}

#[test]
fn amounts_are_read_in_every_form_the_field_accepts() {
    for text in [
        "174210",
        "174.210",
        "174 210",
        "174,21 tỷ",
        "174,21tỷ đồng",
        "174,21 ty",
        "174,21 TỈ",
        "174.210 triệu",
        "174210 tr",
        "174.210 triệu đồng",
        "80%",
        "80 %",
        "-20%",
        "−20 %",
        "+74210",
        "+74,21 tỷ",
        "174.210.000.000 đồng",
    ] {
        assert_eq!(amount(text, VI), Ok(174_210.0), "{text}");
    }
    assert_eq!(amount("174.21 billion", EN), Ok(174_210.0));
    assert_eq!(amount("174,210 million VND", EN), Ok(174_210.0));
    assert_eq!(amount("-5000", VI), Ok(95_000.0));
    assert_eq!(amount("-100.001", VI), Err(NumberError::Negative));
    assert_eq!(amount("-120%", VI), Err(NumberError::Negative));
    assert_eq!(amount("5 mét", VI), Err(NumberError::NotANumber));
    assert_eq!(amount("1.23.4 tỷ", VI), Err(NumberError::Grouping));
    assert_eq!(amount("9999999999999 tỷ", VI), Err(NumberError::TooLarge));
    assert_eq!(parse_amount("80%", VI, 5.0, 0.0), Err(NumberError::NoReference));
    assert_eq!(parse_amount("5", VI, f64::NAN, 0.0).map(|p| p.value), Ok(5.0));
    assert_eq!(parse_amount("+5", VI, f64::NAN, 0.0), Err(NumberError::TooLarge));
}

#[test]
fn a_share_typed_in_either_way_says_which_share_it_is() {
    let how = |text| parse_amount(text, VI, 0.0, 1000.0).map(|p| p.how);
    assert_eq!(how("80%"), Ok(How::Share(0.8)));
    assert_eq!(how("-20%"), Ok(How::Share(0.8)));
    assert_eq!(how("+5 tỷ"), Ok(How::Change(5000.0)));
    assert_eq!(how("5 tỷ"), Ok(How::Amount));
}

#[test]
fn one_group_of_three_before_a_larger_unit_is_read_as_grouping_and_marked() {
    let read = parse_amount("3.150 tỷ", VI, 0.0, 1.0).unwrap();
    assert_eq!((read.value, read.ambiguous), (3_150_000.0, true));
    let read = parse_amount("3,150 billion", EN, 0.0, 1.0).unwrap();
    assert_eq!((read.value, read.ambiguous), (3_150_000.0, true));
    for clear in [
        "3,15 tỷ",
        "3.150",
        "3.150 triệu",
        "3.150.000 tỷ",
        "3.150,5 tỷ",
        "3150 tỷ",
    ] {
        assert!(!parse_amount(clear, VI, 0.0, 1.0).unwrap().ambiguous, "{clear}");
    }
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back_as_shown(value in -1e9f64..1e9, decimals in 0usize..5, vi: bool) {
        let lang = if vi { VI } else { EN };
        let read = parse_number(&number(value, decimals, lang), lang).unwrap();
        let step = 0.1f64.powi(decimals as i32);
        prop_assert!((read - value).abs() <= step * 0.5 + value.abs() * 1e-14, "{value} read as {read}");
        let again = parse_number(&number(read, decimals, lang), lang);
        prop_assert_eq!(again, Ok(read), "what was shown is shown the same again");
    }

    #[test]
    fn the_text_of_a_field_is_read_back_exactly(value in proptest::num::f64::NORMAL, vi: bool) {
        let lang = if vi { VI } else { EN };
        prop_assert_eq!(parse_number(&exact(value, lang), lang), Ok(value));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", vi: bool) {
        let lang = if vi { VI } else { EN };
        if let Ok(parsed) = parse_amount(&text, lang, 1.0, 2.0) {
            prop_assert!(parsed.value.is_finite() && parsed.value >= 0.0);
        }
        let _ = parse_number(&text, lang);
    }
}
