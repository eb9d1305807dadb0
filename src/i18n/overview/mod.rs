//! Screen *Tổng quan*: its words, and its sentences as pure functions of an evaluation.

mod finding;
mod fix;
#[cfg(test)]
mod fixture;
mod loss;
mod missing;
mod money;
mod reason;
mod spoken;

pub use finding::{Finding, finding};
pub use fix::{event_sentence, fix_sentence};
pub use loss::{Cause, Loss, Weight, loss_of, losses};
pub use missing::{beyond_money, missing_words, refused_picks};
pub use money::{
    cheapest_step, left_sentence, left_split, lever_value, most_affected, next_step_sentence, per_head_formula,
    percent_of, read_as, reconciliation_line, short_unit, submitted, units_gained,
};
pub use reason::{Reason, reason};
pub use spoken::{spoken_reason, spoken_source};

words! {
    pub struct Overview {
        title = "Tổng quan" | "Overview",
        key_figures = "Số chính" | "Key figures",
        targets_held = "Mục tiêu đạt" | "Targets held",
        of = "trên" | "of",
        joint_chance = "Khả năng đạt tất cả" | "Chance of all",
        score = "Điểm kế hoạch" | "Plan score",
        missing_money = "Thiếu để đạt tất cả" | "Missing for all",
        sources = "Nguồn vốn" | "Sources",
        sources_unit = "0–200\u{a0}% của" | "0–200\u{a0}% of",
        key_spent = "chi cho mục tiêu" | "spent on targets",
        key_other = "việc khác" | "other works",
        key_left = "còn lại" | "left",
        key_reference = "mức" | "level of",
        left = "còn" | "left",
        million = "triệu" | "million",
        billion = "tỷ" | "billion",
        percent_slider = "phần trăm so với" | "per cent of",
        total = "Tổng các nguồn" | "All sources",
        total_formula = "Tổng các nguồn của kịch bản đang xem" | "Sum of the sources in the scenario shown",
        shares = "Tỷ trọng các nguồn" | "Shares of the sources",
        assumptions = "Giả định chung" | "Assumptions",
        other_works = "Việc khác" | "Other works",
        other_works_note = "Phần tiền dành cho việc ngoài mục tiêu: đường, trường, trạm"
            | "Money for what is no target here: roads, schools, clinics",
        cost_level = "Mức chi phí" | "Cost level",
        cost_level_note = "Mọi đơn giá nhân với hệ số này" | "All unit costs times this factor",
        cost_level_origin = "Hệ số nhân vào mọi đơn giá" | "Factor on all unit costs",
        scenario_origin = "Đặt trong kịch bản đang xem" | "Set in the scenario shown",
        events = "Sự kiện" | "Events",
        discipline = "Kỷ luật chi" | "Payment rule",
        bridge = "Ứng trước, trả trong kỳ" | "Bridge, paid by the end",
        pay_as_you_go = "Có tiền mới làm" | "Pay as you go",
        arrears = "Cho nợ đến mức trần" | "Arrears up to a cap",
        wait_months = "chờ tháng" | "months",
        cap = "trần nợ" | "cap",
        schedule = "Lịch khởi công" | "Start schedule",
        even = "Rải đều" | "Spread evenly",
        early = "Làm sớm nhất" | "All early",
        by_month = "Theo từng tháng" | "Month by month",
        optimised = "Tối ưu" | "Optimised",
        targets = "Mục tiêu" | "Targets",
        head_recognised = "Công nhận" | "Recognised",
        head_goal = "trên mục tiêu" | "of goal",
        key_recognised = "công nhận" | "recognised",
        key_submitted = "trình" | "submitted",
        key_goal = "mục tiêu" | "goal",
        key_compared = "so sánh" | "compared",
        attainment = "Mức đạt" | "Attained",
        by_month_head = "Theo tháng, dải 10–90\u{a0}%" | "By month, 10–90\u{a0}% band",
        why = "Vì sao" | "Why",
        from = "từ" | "from",
        on_track = "Vững" | "On track",
        at_risk = "Bấp bênh" | "At risk",
        off_track = "Khó đạt" | "Off track",
        guard_good = "Tốt" | "Good",
        guard_attention = "Chú ý" | "Attention",
        guard_over = "Vượt" | "Over",
        money_chart = "Biểu đồ" | "Chart",
        chart_cash = "Dòng tiền" | "Cash",
        chart_recognised = "Công nhận" | "Recognised",
        chart_sources = "Nguồn vốn" | "Sources",
        chart_flow = "Dòng chảy" | "Flow",
        chart_causes = "Vì sao" | "Causes",
        worth = "Thêm 1 tỷ thì được" | "What 1 billion more buys",
        worth_source = "Nguồn" | "Source",
        worth_units = "thêm được" | "gain",
        worth_points = "điểm" | "points",
        worth_from = "từ" | "from",
        worth_nothing = "không thêm" | "nothing",
        worth_note = "Tính trên phần dành cho mục tiêu, sau việc khác." | "Of the part for targets, after other works.",
        debt = "Nợ đọng xây dựng" | "Construction arrears",
        debt_end = "cuối kỳ; đỉnh" | "at the end; peak",
        debt_peak = "ở" | "in",
        per_head = "Dân góp mỗi người" | "Villagers pay per head",
        per_head_rises = "Tăng" | "Rises",
        per_head_same = "Không tăng" | "No rise",
        per_head_unknown = "Chưa biết số dân" | "Population unknown",
        per_head_formula = "Phần dân góp đã chi (việc khác và mục tiêu) chia số dân"
            | "What villagers' money paid (other works and targets) by population",
        fixes = "Cách đạt mục tiêu, rẻ nhất trước" | "What would make the target, cheapest first",
        fixes_none = "Không thay đổi đơn lẻ nào đạt được mục tiêu này." | "No single change makes this target.",
        fix_apply = "Áp dụng" | "Apply",
        causes = "Mất vào đâu" | "What the loss is made of",
        causes_none = "Đạt mục tiêu, không mất gì." | "The goal is met, nothing is lost.",
        cause = "Nguyên nhân" | "Cause",
        units = "đơn vị" | "units",
        points = "% mức đạt" | "% of goal",
        funnel = "Từ muốn làm đến công nhận" | "From wanted to recognised",
        wanted = "Muốn làm" | "Wanted",
        started = "Khởi công" | "Started",
        finished = "Xong" | "Finished",
        submitted = "Trình" | "Submitted",
        recognised = "Công nhận" | "Recognised",
        in_progress = "Đang làm" | "Under way",
        money_by_source = "Tiền theo nguồn" | "Money by source",
        paid = "Đã chi" | "Paid",
        share = "Tỷ trọng" | "Share",
        no_money = "Không chi tiền nào." | "No money is paid.",
        months = "Theo tháng" | "By month",
        month = "Tháng" | "Month",
        bills = "Hóa đơn" | "Bills",
        waiting = "Chờ trả" | "Waiting",
        unit_paid = "Đã chi cho một đơn vị được công nhận" | "Paid per recognised unit",
        unit_paid_none = "Chưa có đơn vị nào được công nhận." | "No unit is recognised.",
        priority = "Thứ tự cấp vốn" | "Order of service",
        priority_up = "lên" | "up",
        priority_down = "xuống" | "down",
        pushed = "Số đơn vị đưa vào làm" | "Units pushed",
        line_cost = "Mức chi phí riêng" | "Cost level of this target",
        as_plan = "như kế hoạch" | "as the plan",
        reset = "Về như kế hoạch" | "Back to the plan",
        print_changes = "Khác kế hoạch" | "Differs from the plan",
        no_targets = "Kế hoạch chưa có mục tiêu nào. Thêm ở màn hình Số liệu."
            | "The plan has no targets yet. Add them on the Data screen.",
        no_sources = "Kế hoạch chưa có nguồn vốn nào. Thêm ở màn hình Số liệu."
            | "The plan has no sources yet. Add them on the Data screen.",
    }
}
