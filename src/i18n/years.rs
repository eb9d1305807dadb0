//! Plans of several years: words of their panel.

use crate::engine::LineOutcome;
use crate::formats::number::{MoneyUnit, count, exact, money_with_unit, number, percent};
use crate::model::Lang;

words! {
    pub struct Years {
        title = "Theo từng năm" | "By year",
        hint = "Ô trống: năm đó không có chỉ tiêu riêng, hoặc vốn như mọi năm. Quyết định trong tháng 1 tính cho năm trước. Phần năm trước chưa đạt được tính tiếp vào lũy kế năm sau."
            | "An empty cell: no goal of its own in that year, or money as in any year. A decision in January counts for the year before. What a year misses counts on in the next.",
        goals = "Chỉ tiêu thêm trong năm" | "Goal to be added in the year",
        goals_unit = "đơn vị" | "units",
        amounts = "Số vốn trong năm, triệu đồng" | "Amount of the year, million VND",
        whole_plan = "Cả kế hoạch" | "Whole plan",
        any_year = "Mọi năm" | "Any year",
        validity = "Giấy chứng nhận có hạn, tháng" | "Certificate valid, months",
        renewed = "Được gia hạn" | "Renewed",
        renewal_cost = "Chi gia hạn một giấy, triệu đồng" | "Cost of one renewal, million VND",
        results = "Kết quả từng năm" | "Results by year",
        year = "Năm" | "Year",
        added = "Thêm" | "Added",
        goal = "Chỉ tiêu thêm" | "Goal to add",
        in_all = "Lũy kế cuối năm" | "In all at the end",
        attained = "Đạt, so với chỉ tiêu cộng dồn" | "Reached, of the goals so far",
        lost = "Vốn hết hạn, không chuyển năm sau" | "Money lost, not carried over",
        no_years = "Chưa mục tiêu nào có chỉ tiêu từng năm." | "No target has goals by year yet.",
    }
}

/// *thêm 6,96 / 8*: what a year adds against its goal.
pub fn addition(recognised: f64, goal: f64, lang: Lang) -> String {
    format!("{} / {}", count(recognised, goal, lang), exact(goal, lang))
}

/// Attainment in whole per cent, never rounded up to 100 %.
pub fn attainment(attainment: f64, lang: Lang) -> String {
    percent(libm::floor(attainment * 100.0 + 1e-7) / 100.0, 0, lang)
}

/// What renewing certificates came to, where it costs money: how many, for how much, and how many lapse for want of it.
pub fn renewals(line: &LineOutcome, unit: MoneyUnit, lang: Lang) -> Option<String> {
    if line.renewals_wanted.iter().sum::<f64>() <= 0.0 {
        return None;
    }
    let (made, lapsed) = (line.total_renewed(), line.total_not_renewed());
    let money = money_with_unit(line.total_renewal_bills(), unit, lang);
    let units = |n: f64| number(n, if n < 10.0 { 1 } else { 0 }, lang);
    let made = say!(lang;
        "Gia hạn {made} giấy chứng nhận, hết {money}" | "{made} certificates renewed for {money}",
        made = units(made));
    Some(match lapsed > 0.0 {
        false => format!("{made}."),
        true => say!(lang;
            "{made}; {lapsed} giấy hết hạn vì thiếu tiền gia hạn."
            | "{made}; {lapsed} lapse because the money to renew them is short.",
            lapsed = units(lapsed)),
    })
}

sentences! {
    /// What there is in all at the end of the plan, in the width of a mini caption.
    pub fn in_all(stock: f64, goal: f64; lang) = "lũy kế {stock}" | "{stock} in all", stock = count(stock, goal, lang);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renewals_are_told_with_what_lapses_for_want_of_money_and_not_where_there_are_none() {
        let line = LineOutcome {
            renewals_wanted: vec![12.0, 3.5],
            renewed: vec![12.0, 1.0],
            renewal_bills: vec![120.0, 10.0],
            ..LineOutcome::default()
        };
        let told = renewals(&line, MoneyUnit::Million, Lang::Vi).unwrap();
        assert!(
            told.contains("13 giấy") && told.contains("130") && told.contains("2,5 giấy hết hạn"),
            "{told}"
        );
        let all = LineOutcome {
            renewed: vec![12.0, 3.5],
            ..line
        };
        let told = renewals(&all, MoneyUnit::Million, Lang::En).unwrap();
        assert!(told.starts_with("16 certificates") && !told.contains("lapse"), "{told}");
        assert_eq!(renewals(&LineOutcome::default(), MoneyUnit::Million, Lang::En), None);
    }
}
