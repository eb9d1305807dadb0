//! Plans of several years: words of their panel.

use crate::formats::number::{count, exact, percent};
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

/// What there is in all at the end of the plan, in the width of a mini caption.
pub fn in_all(stock: f64, goal: f64, lang: Lang) -> String {
    let stock = count(stock, goal, lang);
    match lang {
        Lang::Vi => format!("lũy kế {stock}"),
        Lang::En => format!("{stock} in all"),
    }
}
