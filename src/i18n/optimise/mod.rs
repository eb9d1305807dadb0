//! Screen *Tối ưu*: its words, and its sentences as pure functions.

mod answer;
mod communes;
mod exact;
mod frontier;
mod least;
mod limits;
mod question;
mod robust;

pub use answer::*;
pub use communes::*;
pub use exact::*;
pub use frontier::*;
pub use least::*;
pub use limits::*;
pub use question::*;
pub use robust::*;

words! {
    pub struct Optimise {
        title = "Tối ưu" | "Best plan",
        question = "Câu hỏi" | "Question",
        most = "Nhiều mục tiêu nhất với số tiền này" | "Most targets for this money",
        least = "Ít tiền thêm nhất để đủ mục tiêu" | "Least new money for the targets",
        targets = "Mục tiêu tính đến" | "Targets that count",
        no_targets = "Chọn ít nhất một mục tiêu." | "Tick at least one target.",
        limits = "Giới hạn thêm" | "Further limits",
        per_head = "Dân góp nhiều nhất mỗi người một năm" | "Villagers asked for at most, a head and year",
        arrears = "Nợ được phép cuối kỳ" | "Debt allowed at the end",
        million = "triệu đồng" | "million VND",
        as_scenario = "như kịch bản" | "as in the scenario",
        no_limit = "để trống: không giới hạn thêm" | "empty: no further limit",
        communes = "Xã chọn sẵn" | "Communes fixed",
        no_communes = "Chưa xã nào có số liệu riêng; xã được tính theo số lượng."
            | "No commune has data of its own; communes count by number.",
        pick_free = "để máy chọn" | "left to the search",
        pick_in = "phải có" | "must be in",
        pick_out = "không lấy" | "must be out",
        prices = "Giá của một đồng xin thêm" | "Price of a đồng asked for",
        prices_note = "Nguồn giá cao bị xin sau cùng; bỏ dấu thì không xin. Tiền dân góp tính gấp đôi."
            | "A source with a high price is asked last; unticked, not at all. Villagers' money counts twice.",
        start = "Tìm kế hoạch tốt nhất" | "Find the best plan",
        cancel = "Dừng, lấy kế hoạch tốt nhất đến lúc này" | "Stop with the best so far",
        progress = "Tìm kiếm" | "Search",
        incumbent = "Tốt nhất đến nay" | "Best so far",
        bound = "Không thể hơn" | "No plan exceeds",
        gap = "Khoảng cách" | "Gap",
        time = "Thời gian" | "Time",
        points = "điểm" | "points",
        seconds = "giây" | "seconds",
        proven = "đã chứng minh" | "proven",
        not_asked = "Chưa hỏi gì. Kế hoạch đang xem giữ nguyên cho đến khi áp dụng câu trả lời."
            | "Nothing asked yet. The plan stays as it is until an answer is applied.",
        answer = "Câu trả lời" | "Answer",
        apply_new = "Thêm thành kịch bản mới" | "Add as a new scenario",
        apply_here = "Đưa vào kịch bản này" | "Put into this scenario",
        stale = "Kế hoạch đã đổi từ khi tìm: câu trả lời này là cho số liệu cũ."
            | "The plan has changed since: this answer is for the figures before.",
        other_question = "Câu hỏi đã sửa từ khi tìm: câu trả lời này là cho câu hỏi trước. Bấm tìm lại để có câu trả lời mới."
            | "The question has changed since: this answer is for the one before. Search again for a new one.",
        no_goals = "Các mục tiêu đã chọn chưa có chỉ tiêu: điền chỉ tiêu ở màn hình Số liệu rồi hãy tìm."
            | "The ticked targets have no goals yet: fill them in on the screen Data, then search.",
        applied = "Đã thêm kịch bản. Hoàn tác được bằng Ctrl+Z." | "Scenario added. Ctrl+Z undoes it.",
        applied_here = "Đã đưa vào kịch bản. Hoàn tác được bằng Ctrl+Z." | "Put into the scenario. Ctrl+Z undoes it.",
        difference = "Khác gì so với hiện nay" | "Difference to the plan as it is",
        line = "Mục tiêu" | "Target",
        goal = "Chỉ tiêu" | "Goal",
        now = "Hiện nay" | "Now",
        best = "Tối ưu" | "Best",
        change = "Chênh" | "Change",
        score = "Điểm kế hoạch" | "Plan score",
        cost = "Chi cho việc khởi công, triệu đồng" | "Cost of what starts, million VND",
        debt = "Nợ cuối kỳ, triệu đồng" | "Debt at the end, million VND",
        schedule = "Lịch khởi công" | "Starts by month",
        total = "Cộng" | "Total",
        chosen = "Xã được chọn" | "Communes chosen",
        reliefs = "Nới một giới hạn thì được gì" | "What relaxing one limit gives",
        reliefs_none = "Nới riêng từng giới hạn một bậc không thêm điểm."
            | "No single limit, relaxed by one step, adds to the score.",
        reliefs_more = "Đang tính tiếp…" | "Still computing…",
        clash = "Vì sao không đủ mọi mục tiêu" | "Why not every target is made",
        clash_none = "Trong thời gian tính, chưa chỉ ra được nhóm giới hạn nào."
            | "No set of limits was found in the time given.",
        why_not = "Vì sao không chọn xã này?" | "Why not this commune?",
        why_not_pick = "chọn một xã" | "pick a commune",
        source = "Nguồn" | "Source",
        more_money = "Thêm cho mục tiêu, triệu đồng" | "New for targets, million VND",
        more_title = "Tiền phải xin thêm theo nguồn" | "New money by source",
        frontier_hand = "Tính cho kịch bản đang xem; kịch bản khác có thể có giả định khác."
            | "For the scenario shown; others may rest on other assumptions.",
        not_verified = "Kiểm tra lại không khớp: câu trả lời này không dùng được."
            | "The check disagrees: this answer cannot be used.",
        verified = "Đã kiểm tra lại bằng mô phỏng." | "Checked again by simulation.",
        chosen_targets = "Điểm và giới hạn ở trên chỉ tính các mục tiêu đã chọn."
            | "Score and bound above are of the ticked targets alone.",
        edited_since = "đã sửa sau khi tối ưu" | "edited since optimised",
        refused = "Không khởi công được dù phải có:" | "Fixed in, but cannot start:",
        limits_binding = "Không tiền nào đủ, vì:" | "No money is enough, because of:",
        frontier_unit = "điểm kế hoạch" | "plan score",
        frontier_money = "Tiền so với hiện nay" | "Money against now",
        frontier_amount = "Tiền cho mục tiêu" | "Money for targets",
        frontier_score = "Kế hoạch tốt nhất" | "Best plan",
        frontier_bound = "Giới hạn trên" | "Upper bound",
        frontier_empty = "Đang tính đường tiền và điểm…" | "Computing money against score…",
        caps = "Nguồn chi nhiều nhất cho từng mục tiêu" | "What a source pays to a target at most",
        cap_add = "Thêm mức chi nhiều nhất" | "Add a cap",
        floors = "Ít nhất phải có" | "At least so many",
        floor_add = "Thêm mức ít nhất" | "Add a least number",
        floors_note = "Đếm đơn vị khởi công kịp một đợt xét. Xã chưa có số liệu riêng chỉ đếm theo số lượng, không tính cho một vùng."
            | "Counts units that start in time for a round. Communes without figures of their own count by number only, not for an area.",
        all_commune_lines = "mọi mục tiêu cấp xã" | "all targets of communes",
        area = "Vùng" | "Area",
        area_all = "tất cả" | "all",
        area_coastal = "xã ven biển" | "coastal communes",
        area_merged = "xã sáp nhập" | "merged communes",
        area_chosen = "xã tự chọn" | "chosen communes",
        measure = "Đếm gì" | "What counts",
        put_up = "được đưa ra xét" | "put up to a round",
        recognised_expected = "được công nhận (kỳ vọng)" | "recognised (expected)",
        number_least = "Ít nhất" | "At least",
        most_paid = "Nhiều nhất" | "At most",
        remove = "Bỏ dòng" | "Remove the row",
        short = "Không giữ được:" | "Cannot be kept:",
        frontier_guarded = "Tốt nhất khi giữ mức dân góp và nợ" | "Best plan within the guards",
        chance = "Chắc ít nhất (%)" | "Sure by at least (%)",
        chance_note = "để trống: tính theo giá trị khả dĩ nhất; có số: tìm phương án đạt nhiều mục tiêu nhất với mức chắc đó"
            | "empty: likely values; with a number: the plan that makes the most targets that surely",
        financing = "Ai trả cho mục tiêu nào, triệu đồng" | "Who pays for which target, million VND",
        financing_months = "xem theo tháng" | "by month",
        financing_total = "Mọi mục tiêu" | "All targets",
        raise = "Phải xin tăng, triệu đồng một năm" | "To be asked for, million VND a year",
        raise_note = "Phải xin nhiều hơn phần cho mục tiêu, vì công trình khác giữ một phần của mỗi nguồn."
            | "More has to be asked for than what targets take, as other works take a part of each source.",
        sure_targets = "Mục tiêu đạt chắc" | "Targets made surely",
        targets_unit = "mục tiêu" | "targets",
        edited_shown = "Kịch bản này đã sửa sau khi tối ưu: lịch khởi công tìm được là cho số liệu cũ."
            | "This scenario was edited since it was optimised: its starts were found for the figures before.",
        frontier_distance = "Thấp hơn đường tốt nhất" | "Below the best plan",
    }
}
