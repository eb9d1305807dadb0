//! Screen *Tiến độ*: its words, and its sentences as pure functions.

mod sentences;

pub use sentences::*;

words! {
    pub struct Timeline {
        title = "Tiến độ" | "Timeline",
        gantt = "Tiến độ từng đợt theo tháng" | "Timeline of starts by month",
        key_work = "đang làm" | "work",
        key_slowed = "bị chậm lại" | "slowed",
        key_waiting = "thẩm định, chờ đợt" | "appraisal, waiting",
        key_round = "đợt công nhận" | "recognition round",
        key_never = "không kịp đợt nào" | "reaches no round",
        key_not_started = "chưa mở được" | "not started",
        hint = "Kéo thanh để dời khởi công, kéo mép phải để rải dài ra. Phím: ← → dời một tháng, Shift+← → rải, Home, End sớm nhất, muộn nhất còn kịp, Enter xem chi tiết."
            | "Drag a bar to move its start, its right edge to spread further. Keys: ← → one month, Shift+← → spread, Home, End earliest, latest in time, Enter details.",
        as_planned = "Về như kế hoạch" | "As planned",
        as_planned_hint = "Bỏ mọi lịch đặt tay trong kịch bản này: khởi công lại theo kế hoạch"
            | "Drops every start set by hand in this scenario: starts follow the plan again",
        expand = "Mở các đợt" | "Show the starts",
        collapse = "Gộp các đợt" | "Fold the starts",
        milestones_row = "Mốc thời hạn" | "Milestones",
        under_way = "Làm dở từ trước" | "Under way before",
        never = "không kịp đợt nào" | "reaches no round",
        not_started = "Chưa mở được" | "Not started",
        cash = "Tiền theo tháng" | "Money by month",
        cash_need = "cần chi" | "needed",
        cash_free = "tiền về cho mục tiêu" | "released for targets",
        cash_waiting = "chờ trả cuối tháng" | "unpaid at month's end",
        billion = "tỷ đồng" | "billion VND",
        no_shortage = "Tháng nào cũng đủ tiền trả." | "Every month can pay its bills.",
        table = "Bảng số" | "Table",
        cursor = "Tháng đang xem" | "Month looked at",
        cursor_hint = "Bấm vào một tháng, hoặc dùng ← → trên thanh này" | "Click a month, or use ← → on this slider",
        line = "Mục tiêu" | "Target",
        month = "Tháng" | "Month",
        started = "Khởi công" | "Started",
        in_progress = "Đang làm" | "At work",
        waiting_round = "Chờ đợt" | "Waiting",
        recognised = "Công nhận" | "Recognised",
        source = "Nguồn vốn" | "Source",
        free = "Về cho mục tiêu" | "For targets",
        paid = "Đã chi" | "Paid",
        left = "Còn" | "Left",
        total = "Tổng" | "Total",
        waiting = "Hóa đơn chờ trả" | "Bills waiting",
        milestones = "Mốc thời hạn" | "Milestones",
        milestone = "Mốc" | "Milestone",
        no_milestones = "Chưa có mốc nào. Thêm ở màn hình Số liệu." | "No milestones yet. Add them in Data.",
        owner = "Người chịu trách nhiệm" | "Who answers for it",
        due = "Thời hạn" | "Due",
        not_a_date = "Viết ngày như 22/1/2021" | "Write a date like 22/1/2021",
        starts = "Các đợt" | "Starts",
        units = "Số lượng" | "Units",
        start = "Khởi công" | "Start",
        finish = "Xong" | "Finished",
        appraised = "Thẩm định xong" | "Appraised",
        round = "Công nhận" | "Recognised",
        target_year = "Năm mục tiêu" | "Target year",
        decision_date = "Ngày quyết định" | "Decision date",
        money_date = "Ngày tiền thưởng về" | "Reward money date",
        spread = "Rải khởi công" | "Spread the starts",
        from_month = "từ tháng" | "from",
        to_month = "đến tháng" | "to",
        spread_now = "Rải đều trong các tháng này" | "Spread evenly over these months",
        reset_line = "Rải đều như kế hoạch" | "Evenly, as planned",
        no_lines = "Kế hoạch chưa có mục tiêu nào, nên chưa có gì để xếp theo tháng."
            | "The plan has no targets yet, so there is nothing to lay out by month.",
        no_goals = "Không mục tiêu nào cần làm thêm: các mục tiêu đều bằng 0."
            | "No target needs work: every goal is 0.",
        no_money = "Chưa mở được đơn vị nào: tiền về không đủ cho một đơn vị. Thêm nguồn vốn ở Tổng quan."
            | "Nothing can start: the money that comes does not pay for one unit. Raise a source in Overview.",
        to_data = "Đến Số liệu" | "Go to Data",
        to_overview = "Đến Tổng quan" | "Go to Overview",
        fixed = "Phần làm dở từ trước đã khởi công, không dời được."
            | "Work under way before the plan has started already; it cannot be moved.",
        first_already = "Đã ở tháng đầu của kế hoạch." | "Already in the first month of the plan.",
        last_already = "Đã ở tháng cuối của kế hoạch." | "Already in the last month of the plan.",
        none_in_time = "Khởi công tháng nào cũng không kịp đợt công nhận."
            | "Whenever it starts, it reaches no recognition round.",
        spread_most = "Đã rải đến tháng cuối của kế hoạch." | "Already spread to the last month of the plan.",
        spread_least = "Đã dồn vào một tháng." | "Already all in one month.",
        one_commune = "Thanh này là một xã: không rải ra được. Kéo giữa thanh để dời khởi công; số tháng làm sửa ở màn hình Xã."
            | "This bar is one commune: there is nothing to spread. Drag its middle to move the start; its months of work are set in Communes.",
        as_planned_already = "Khởi công đã đúng như kế hoạch." | "Starts are as planned already.",
        given_up = "Thôi, giữ như cũ." | "Given up, as before.",
        reset_done = "Khởi công đã về như kế hoạch." | "Starts are as planned again.",
    }
}
