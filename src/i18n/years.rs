//! Plans of several years: words of their panel.

use crate::engine::LineOutcome;
use crate::formats::number::{MoneyUnit, count, exact, money_with_unit, number, percent};
use crate::model::Lang;

/// Words of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Years {
    pub title: &'static str,
    pub hint: &'static str,
    pub goals: &'static str,
    pub goals_unit: &'static str,
    pub amounts: &'static str,
    pub whole_plan: &'static str,
    pub any_year: &'static str,
    pub validity: &'static str,
    pub renewed: &'static str,
    pub renewal_cost: &'static str,
    pub results: &'static str,
    pub year: &'static str,
    pub added: &'static str,
    pub goal: &'static str,
    pub in_all: &'static str,
    pub attained: &'static str,
    pub lost: &'static str,
    pub no_years: &'static str,
}

/// Vietnamese.
pub const VI: Years = Years {
    title: "Theo từng năm",
    hint: "Ô trống: năm đó không có chỉ tiêu riêng, hoặc vốn như mọi năm. Quyết định trong tháng 1 tính cho năm trước. Phần năm trước chưa đạt được tính tiếp vào lũy kế năm sau.",
    goals: "Chỉ tiêu thêm trong năm",
    goals_unit: "đơn vị",
    amounts: "Số vốn trong năm, triệu đồng",
    whole_plan: "Cả kế hoạch",
    any_year: "Mọi năm",
    validity: "Giấy chứng nhận có hạn, tháng",
    renewed: "Được gia hạn",
    renewal_cost: "Chi gia hạn một giấy, triệu đồng",
    results: "Kết quả từng năm",
    year: "Năm",
    added: "Thêm",
    goal: "Chỉ tiêu thêm",
    in_all: "Lũy kế cuối năm",
    attained: "Đạt, so với chỉ tiêu cộng dồn",
    lost: "Vốn hết hạn, không chuyển năm sau",
    no_years: "Chưa mục tiêu nào có chỉ tiêu từng năm.",
};

/// English.
pub const EN: Years = Years {
    title: "By year",
    hint: "An empty cell: no goal of its own in that year, or money as in any year. A decision in January counts for the year before. What a year misses counts on in the next.",
    goals: "Goal to be added in the year",
    goals_unit: "units",
    amounts: "Amount of the year, million VND",
    whole_plan: "Whole plan",
    any_year: "Any year",
    validity: "Certificate valid, months",
    renewed: "Renewed",
    renewal_cost: "Cost of one renewal, million VND",
    results: "Results by year",
    year: "Year",
    added: "Added",
    goal: "Goal to add",
    in_all: "In all at the end",
    attained: "Reached, of the goals so far",
    lost: "Money lost, not carried over",
    no_years: "No target has goals by year yet.",
};

/// *thêm 6,96 / 8*: what a year adds against its goal.
pub fn added(recognised: f64, goal: f64, lang: Lang) -> String {
    format!("{} / {}", count(recognised, goal, lang), exact(goal, lang))
}

/// Attainment in whole per cent, never rounded up to 100 %.
pub fn attained(attainment: f64, lang: Lang) -> String {
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
    let made = match lang {
        Lang::Vi => format!("Gia hạn {} giấy chứng nhận, hết {money}", units(made)),
        Lang::En => format!("{} certificates renewed for {money}", units(made)),
    };
    Some(match (lapsed > 0.0, lang) {
        (false, _) => format!("{made}."),
        (true, Lang::Vi) => format!("{made}; {} giấy hết hạn vì thiếu tiền gia hạn.", units(lapsed)),
        (true, Lang::En) => format!(
            "{made}; {} lapse because the money to renew them is short.",
            units(lapsed)
        ),
    })
}

/// What there is in all at the end of the plan, in the width of a mini caption.
pub fn in_all(stock: f64, goal: f64, lang: Lang) -> String {
    let stock = count(stock, goal, lang);
    match lang {
        Lang::Vi => format!("lũy kế {stock}"),
        Lang::En => format!("{stock} in all"),
    }
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
