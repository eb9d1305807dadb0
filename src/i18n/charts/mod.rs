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

words! {
    pub struct Charts {
        month = "Tháng" | "Month",
        start_of_plan = "Đầu kỳ" | "Start of the plan",
        line = "Mục tiêu" | "Target",
        source = "Nguồn" | "Source",
        scenario = "Kịch bản" | "Scenario",
        goal = "Mục tiêu" | "Goal",
        started = "Khởi công" | "Started",
        submitted = "Trình" | "Submitted",
        recognised = "Công nhận" | "Recognised",
        added = "Thêm" | "Added",
        goals_so_far = "Chỉ tiêu cộng dồn" | "Goals so far",
        in_all = "Lũy kế" | "In all",
        needed = "Cần chi" | "Needed",
        released = "Đã về" | "Released",
        paid = "Đã trả" | "Paid",
        waiting = "Chờ trả" | "Waiting bills",
        other_works = "Việc khác" | "Other works",
        left = "Còn lại" | "Left",
        total = "Tổng" | "Total",
        attainment = "Công nhận so với mục tiêu" | "Recognised against goal",
        money = "Thiếu tiền" | "Lack of money",
        time = "Thiếu thời gian" | "Lack of time",
        capacity = "Thiếu năng lực" | "Lack of capacity",
        appraisal = "Thẩm định" | "Appraisal",
        schedule = "Lịch khởi công" | "Schedule of starts",
        percent_of_goal = "% mục tiêu" | "% of goal",
        percent_of_goal_cumulative = "% mục tiêu, lũy kế" | "% of goal, cumulative",
        points = "điểm % mục tiêu" | "points of attainment",
        billion_cumulative = "tỷ đồng, lũy kế" | "billion VND, cumulative",
        billion_a_year = "tỷ đồng một năm" | "billion VND a year",
        slowed = "Thi công chậm" | "Work slowed",
        show_table = "Bảng số" | "Data table",
        save = "Lưu hình" | "Save picture",
        save_failed = "Trình duyệt không lưu được hình này. Hãy thử SVG, hoặc in màn hình này ra PDF."
            | "The browser could not save this picture. Try SVG, or print this screen to PDF.",
        data_of = "Số liệu" | "Data",
        show_drawing = "Biểu đồ" | "Chart",
        walk_hint = "Phím mũi tên trái, phải: đọc từng số." | "Left and right arrow keys read the figures one by one.",
        not_drawn = "Không vẽ được biểu đồ; số liệu ở bảng."
            | "The chart cannot be drawn; the figures are in the table.",
        no_lines = "Kế hoạch chưa có mục tiêu nào." | "The plan has no target yet.",
        no_goals = "Chưa mục tiêu nào có chỉ tiêu lớn hơn 0." | "No target has a goal above 0 yet.",
        no_sources = "Kế hoạch chưa có nguồn vốn nào." | "The plan has no source of money yet.",
        nothing_compared = "Chưa chọn kịch bản nào để so sánh." | "No scenario is ticked for comparison yet.",
        nothing_paid = "Chưa có khoản chi nào." | "Nothing is paid yet.",
        nothing_due = "Chưa có việc nào cần trả tiền" | "Nothing has to be paid yet",
        nothing_missed = "Không mục tiêu nào hụt" | "No goal is missed",
    }
}

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
