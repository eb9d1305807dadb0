//! Titles and summaries of scenarios side by side.

use super::billions;
use crate::formats::number::percent;
use crate::model::Lang;
/// Title and summary of the small charts of scenarios: name, goals met and goals of each.
pub fn multiples(held: &[(&str, usize, usize)], lang: Lang) -> (String, String) {
    let best = held.iter().map(|(_, met, _)| *met).max().unwrap_or(0);
    let names: Vec<&str> = held
        .iter()
        .filter(|(_, met, _)| *met == best)
        .map(|(name, _, _)| *name)
        .collect();
    let (names, all) = (names.join(", "), held.first().map_or(0, |(_, _, all)| *all));
    let title = say!(lang;
        "Đạt nhiều nhất {best} trên {all} mục tiêu: {names}" | "Most targets held, {best} of {all}: {names}");
    let each: Vec<String> = held
        .iter()
        .map(|(name, met, all)| format!("{name} {met}/{all}"))
        .collect();
    let summary = say!(lang;
        "{title}. Mục tiêu đạt theo kịch bản: {each}." | "{title}. Targets held by scenario: {each}.",
        each = each.join(", "));
    (title, summary)
}

/// Title of the comparison of targets: the line that differs most, shares 0–1; `None` if nothing differs.
pub fn compare_title(widest: Option<(&str, f64, f64)>, lang: Lang) -> String {
    match widest {
        None => say!(lang; "Các kịch bản cho cùng kết quả" | "All scenarios give the same result"),
        Some((name, low, high)) => say!(lang;
            "{name} chênh nhất: {low} đến {high}" | "{name} differs most: {low} to {high}",
            low = percent(low, 0, lang), high = percent(high, 0, lang)),
    }
}

/// Summary of the comparison of targets: `met` are scenario names with goals met, of `targets`.
pub fn compare_summary(title: &str, met: &[(String, usize)], targets: usize, lang: Lang) -> String {
    let listed: Vec<String> = met.iter().map(|(name, met)| format!("{name} {met}")).collect();
    say!(lang;
        "{title}. Số mục tiêu đủ trên {targets}: {listed}." | "{title}. Goals reached of {targets}: {listed}.",
        listed = listed.join(", "))
}

/// Title of the comparison of money: scenario names with totals, least and most, in triệu đồng.
pub fn compare_money_title(least: (&str, f64), most: (&str, f64), lang: Lang) -> String {
    let (low, high) = (billions(least.1, lang), billions(most.1, lang));
    if low == high {
        say!(lang; "Các kịch bản có cùng số tiền, {low}" | "All scenarios have the same money, {low}")
    } else {
        say!(lang;
            "{least} ít tiền nhất, {low}; {most} nhiều nhất, {high}" | "{least} has least, {low}; {most} most, {high}",
            least = least.0, most = most.0)
    }
}

/// Summary of the comparison of money: scenario names and totals in triệu đồng.
pub fn compare_money_summary(title: &str, totals: &[(String, f64)], lang: Lang) -> String {
    let listed: Vec<String> = totals
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    say!(lang;
        "{title}. Tổng các nguồn: {listed}." | "{title}. All sources together: {listed}.",
        listed = listed.join(", "))
}
