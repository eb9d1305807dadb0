//! Screen *Rủi ro*, and chances wherever they are shown.

mod more;
mod seek;
mod sentences;

pub use more::*;
pub use seek::{lever_name, lever_value, seek_sentence};
pub use sentences::*;

words! {
    pub struct RiskTexts {
        title = "Rủi ro" | "Risk",
        chance = "Khả năng đạt" | "Chance",
        chance_short = "Khả năng" | "Chance",
        computing = "đang tính" | "computing",
        on_page = "Trình duyệt này không tạo được luồng riêng, nên trang tự tính từng chút một."
            | "This browser makes no worker, so the page computes bit by bit itself.",
        joint = "Đạt tất cả, không nợ quá mức cho phép" | "All targets, debt within what is allowed",
        no_debt = "Không nợ quá mức cho phép" | "Debt within what is allowed",
        samples = "Số lần thử" | "Samples",
        side_by_side = "Khả năng đạt theo kịch bản" | "Chance by scenario",
        impossible = "Tương quan trong kế hoạch mâu thuẫn nhau, không tính được khả năng. Sửa ở màn hình Số liệu."
            | "The correlations of the plan contradict each other: no chance can be worked out. Mend them in Data.",
        fans = "Công nhận theo tháng, dải 10–90\u{a0}%" | "Recognised by month, 10–90\u{a0}% band",
        spreads = "Phân bố kết quả" | "Distribution of results",
        measure = "Kết quả xét" | "Result",
        score = "Điểm kế hoạch" | "Score of the plan",
        missing = "Tiền thiếu" | "Money missing",
        debt = "Nợ đọng cuối kỳ" | "Debt at the end",
        community = "Dân góp mỗi người" | "Contribution per head",
        key_median = "giữa (P50)" | "median (P50)",
        key_band = "dải P10–P90" | "band P10–P90",
        key_goal = "mục tiêu" | "goal",
        key_low = "một phần mười thấp nhất" | "lowest tenth",
        key_high = "một phần mười cao nhất" | "highest tenth",
        p10 = "P10" | "P10",
        p50 = "P50" | "P50",
        p90 = "P90" | "P90",
        from = "Từ" | "From",
        to = "Đến" | "To",
        share_of_samples = "% số lần thử" | "% of samples",
        million_a_head = "triệu đồng mỗi người" | "million VND a head",
        units = "đơn vị" | "units",
        input = "Yếu tố" | "Input",
        correlation = "Tương quan hạng" | "Rank correlation",
        nothing_varies = "Không yếu tố nào thay đổi: chưa đặt khoảng dao động ở màn hình Số liệu."
            | "Nothing varies: no spread is set in Data.",
        tornado_note = "Thanh đi từ trung bình kết quả khi yếu tố ở một phần mười thấp nhất đến khi ở một phần mười cao nhất."
            | "A bar runs from the mean result while the input is in its lowest tenth to that in its highest tenth.",
        seek = "Cần thêm gì để đạt" | "What it takes",
        seek_lever = "Thay đổi" | "Change",
        seek_aim = "Để đạt" | "To reach",
        seek_chance = "với khả năng ít nhất" | "with a chance of at least",
        seek_run = "Tìm" | "Search",
        seek_running = "Đang tìm…" | "Searching…",
        seek_apply = "Áp dụng vào kịch bản" | "Apply to the scenario",
        seek_old = "Kế hoạch đã đổi từ khi tìm. Hãy tìm lại." | "The plan has changed since. Search again.",
        all_money = "Mọi nguồn vốn" | "All sources",
        cost_level = "Mức chi phí" | "Cost level",
        source = "Nguồn" | "Source",
        pushed = "Số đưa vào làm" | "Units pushed",
        line_cost = "Chi phí" | "Cost",
    }
}
