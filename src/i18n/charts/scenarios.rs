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
    let title = match lang {
        Lang::Vi => format!("Đạt nhiều nhất {best} trên {all} mục tiêu: {names}"),
        Lang::En => format!("Most targets held, {best} of {all}: {names}"),
    };
    let each: Vec<String> = held
        .iter()
        .map(|(name, met, all)| format!("{name} {met}/{all}"))
        .collect();
    let summary = match lang {
        Lang::Vi => format!("{title}. Mục tiêu đạt theo kịch bản: {}.", each.join(", ")),
        Lang::En => format!("{title}. Targets held by scenario: {}.", each.join(", ")),
    };
    (title, summary)
}

/// Title of the comparison of targets: the line that differs most, shares 0–1; `None` if nothing differs.
pub fn compare_title(widest: Option<(&str, f64, f64)>, lang: Lang) -> String {
    match (lang, widest) {
        (Lang::Vi, None) => "Các kịch bản cho cùng kết quả".to_owned(),
        (Lang::En, None) => "All scenarios give the same result".to_owned(),
        (Lang::Vi, Some((name, low, high))) => {
            format!(
                "{name} chênh nhất: {} đến {}",
                percent(low, 0, lang),
                percent(high, 0, lang)
            )
        }
        (Lang::En, Some((name, low, high))) => {
            format!(
                "{name} differs most: {} to {}",
                percent(low, 0, lang),
                percent(high, 0, lang)
            )
        }
    }
}

/// Summary of the comparison of targets: `met` are scenario names with goals met, of `targets`.
pub fn compare_summary(title: &str, met: &[(String, usize)], targets: usize, lang: Lang) -> String {
    let listed: Vec<String> = met.iter().map(|(name, met)| format!("{name} {met}")).collect();
    match lang {
        Lang::Vi => format!("{title}. Số mục tiêu đủ trên {targets}: {}.", listed.join(", ")),
        Lang::En => format!("{title}. Goals reached of {targets}: {}.", listed.join(", ")),
    }
}

/// Title of the comparison of money: scenario names with totals, least and most, in triệu đồng.
pub fn compare_money_title(least: (&str, f64), most: (&str, f64), lang: Lang) -> String {
    let (low, high) = (billions(least.1, lang), billions(most.1, lang));
    match lang {
        Lang::Vi if low == high => format!("Các kịch bản có cùng số tiền, {low}"),
        Lang::En if low == high => format!("All scenarios have the same money, {low}"),
        Lang::Vi => format!("{} ít tiền nhất, {low}; {} nhiều nhất, {high}", least.0, most.0),
        Lang::En => format!("{} has least, {low}; {} most, {high}", least.0, most.0),
    }
}

/// Summary of the comparison of money: scenario names and totals in triệu đồng.
pub fn compare_money_summary(title: &str, totals: &[(String, f64)], lang: Lang) -> String {
    let listed: Vec<String> = totals
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    match lang {
        Lang::Vi => format!("{title}. Tổng các nguồn: {}.", listed.join(", ")),
        Lang::En => format!("{title}. All sources together: {}.", listed.join(", ")),
    }
}
