//! Titles, axes and summaries of charts.

mod money;
mod results;
mod scenarios;

use crate::formats::number::{MoneyUnit, money_with_unit, month_label};
use crate::model::{Lang, YearMonth};

pub use money::{
    CashFacts, UseOfMoney, cash_end_label, cash_summary, cash_title, flow_summary, flow_title, in_others,
    in_recognised, payer_summary, payer_title, use_summary, use_title, waiting_label,
};
pub use results::{
    CausesFacts, Recognition, causes_summary, causes_title, line_summary, line_title, recognition_summary,
    recognition_title, stock_summary,
};
pub use scenarios::{compare_money_summary, compare_money_title, compare_summary, compare_title, multiples};

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Charts {
    pub month: &'static str,
    pub start_of_plan: &'static str,
    pub line: &'static str,
    pub source: &'static str,
    pub scenario: &'static str,
    pub goal: &'static str,
    pub started: &'static str,
    pub submitted: &'static str,
    pub recognised: &'static str,
    pub added: &'static str,
    pub goals_so_far: &'static str,
    pub in_all: &'static str,
    pub needed: &'static str,
    pub released: &'static str,
    pub paid: &'static str,
    pub waiting: &'static str,
    pub other_works: &'static str,
    pub left: &'static str,
    pub total: &'static str,
    pub attainment: &'static str,
    pub money: &'static str,
    pub time: &'static str,
    pub capacity: &'static str,
    pub appraisal: &'static str,
    pub schedule: &'static str,
    pub percent_of_goal: &'static str,
    pub percent_of_goal_cumulative: &'static str,
    pub points: &'static str,
    pub billion_cumulative: &'static str,
    pub billion_a_year: &'static str,
    pub slowed: &'static str,
    pub show_table: &'static str,
    pub save: &'static str,
    pub save_failed: &'static str,
    pub data_of: &'static str,
    pub show_drawing: &'static str,
    pub walk_hint: &'static str,
    pub not_drawn: &'static str,
    pub no_lines: &'static str,
    pub no_goals: &'static str,
    pub no_sources: &'static str,
    pub nothing_compared: &'static str,
    pub nothing_paid: &'static str,
    pub nothing_due: &'static str,
    pub nothing_missed: &'static str,
}

/// Vietnamese.
pub const VI: Charts = Charts {
    month: "Tháng",
    start_of_plan: "Đầu kỳ",
    line: "Mục tiêu",
    source: "Nguồn",
    scenario: "Kịch bản",
    goal: "Mục tiêu",
    started: "Khởi công",
    submitted: "Trình",
    recognised: "Công nhận",
    added: "Thêm",
    goals_so_far: "Chỉ tiêu cộng dồn",
    in_all: "Lũy kế",
    needed: "Cần chi",
    released: "Đã về",
    paid: "Đã trả",
    waiting: "Chờ trả",
    other_works: "Việc khác",
    left: "Còn lại",
    total: "Tổng",
    attainment: "Công nhận so với mục tiêu",
    money: "Thiếu tiền",
    time: "Thiếu thời gian",
    capacity: "Thiếu năng lực",
    appraisal: "Thẩm định",
    schedule: "Lịch khởi công",
    percent_of_goal: "% mục tiêu",
    percent_of_goal_cumulative: "% mục tiêu, lũy kế",
    points: "điểm % mục tiêu",
    billion_cumulative: "tỷ đồng, lũy kế",
    billion_a_year: "tỷ đồng một năm",
    slowed: "Thi công chậm",
    show_table: "Bảng số",
    save: "Lưu hình",
    save_failed: "Trình duyệt không lưu được hình này. Hãy thử SVG, hoặc in màn hình này ra PDF.",
    data_of: "Số liệu",
    show_drawing: "Biểu đồ",
    walk_hint: "Phím mũi tên trái, phải: đọc từng số.",
    not_drawn: "Không vẽ được biểu đồ; số liệu ở bảng.",
    no_lines: "Kế hoạch chưa có mục tiêu nào.",
    no_goals: "Chưa mục tiêu nào có chỉ tiêu lớn hơn 0.",
    no_sources: "Kế hoạch chưa có nguồn vốn nào.",
    nothing_compared: "Chưa chọn kịch bản nào để so sánh.",
    nothing_paid: "Chưa có khoản chi nào.",
    nothing_due: "Chưa có việc nào cần trả tiền",
    nothing_missed: "Không mục tiêu nào hụt",
};

/// English.
pub const EN: Charts = Charts {
    month: "Month",
    start_of_plan: "Start of the plan",
    line: "Target",
    source: "Source",
    scenario: "Scenario",
    goal: "Goal",
    started: "Started",
    submitted: "Submitted",
    recognised: "Recognised",
    added: "Added",
    goals_so_far: "Goals so far",
    in_all: "In all",
    needed: "Needed",
    released: "Released",
    paid: "Paid",
    waiting: "Waiting bills",
    other_works: "Other works",
    left: "Left",
    total: "Total",
    attainment: "Recognised against goal",
    money: "Lack of money",
    time: "Lack of time",
    capacity: "Lack of capacity",
    appraisal: "Appraisal",
    schedule: "Schedule of starts",
    percent_of_goal: "% of goal",
    percent_of_goal_cumulative: "% of goal, cumulative",
    points: "points of attainment",
    billion_cumulative: "billion VND, cumulative",
    billion_a_year: "billion VND a year",
    slowed: "Work slowed",
    show_table: "Data table",
    save: "Save picture",
    save_failed: "The browser could not save this picture. Try SVG, or print this screen to PDF.",
    data_of: "Data",
    show_drawing: "Chart",
    walk_hint: "Left and right arrow keys read the figures one by one.",
    not_drawn: "The chart cannot be drawn; the figures are in the table.",
    no_lines: "The plan has no target yet.",
    no_goals: "No target has a goal above 0 yet.",
    no_sources: "The plan has no source of money yet.",
    nothing_compared: "No scenario is ticked for comparison yet.",
    nothing_paid: "Nothing is paid yet.",
    nothing_due: "Nothing has to be paid yet",
    nothing_missed: "No goal is missed",
};

/// A month of a plan that starts in `start`, in a sentence or a table: *T8*, next year *T1/22*; *Aug*, *Jan 2022*.
pub fn month(month: YearMonth, start: YearMonth, lang: Lang) -> String {
    match lang {
        _ if month.year == start.year => month_label(month, start, lang),
        Lang::Vi => format!("T{}", month_label(month, start, lang)),
        Lang::En => format!("{} {}", month_label(month, month, lang), month.year),
    }
}

/// A money amount in tỷ đồng with its unit. `amount` in triệu đồng.
fn billions(amount: f64, lang: Lang) -> String {
    money_with_unit(amount, MoneyUnit::Billion, lang)
}
