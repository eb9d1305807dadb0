//! Checks of the plan as a whole: what it lacks, and what does not go together.

use super::{Check, Sentence};

/// By check: what was found, and what to do about it.
pub(super) const CHECKS: &[Check] = coded! {
    "no-sources":
        "Kế hoạch chưa có nguồn vốn nào." | "The plan has no source of money.";
        "Mở một kế hoạch mẫu hoặc nhập tệp có nguồn vốn." | "Open a sample plan or import a file with sources.",
    "no-lines":
        "Kế hoạch chưa có mục tiêu nào." | "The plan has no target.";
        "Mở một kế hoạch mẫu hoặc nhập tệp có mục tiêu." | "Open a sample plan or import a file with targets.",
    "no-scenarios":
        "Kế hoạch chưa có kịch bản nào." | "The plan has no scenario.";
        "Tạo kịch bản ở màn hình Kịch bản." | "Make one on the Scenarios screen.",
    "population-zero":
        "Dân số bằng 0 nên không tính được mức góp mỗi người." | "With a population of 0 nothing can be said per head.";
        "Nhập dân số của huyện." | "Type the population of the district.",
    "weights-zero":
        "Mọi trọng số bằng 0 nên không có điểm kế hoạch." | "All weights are 0, so there is no plan score.";
        "Cho ít nhất một mục tiêu trọng số lớn hơn 0." | "Give at least one target a weight above 0.",
    "recipe-short":
        "Các phần tối đa cộng lại chỉ {0%}: không đủ để trả hết chi phí."
            | "The largest shares add up to {0%} only: the cost cannot be paid in full.";
        "Tăng phần tối đa của các nguồn cho đủ 100 %." | "Raise the largest shares to 100 % in all.",
    "recipe-over":
        "Các phần tối thiểu cộng lại {0%}, quá chi phí." | "The smallest shares add up to {0%}, more than the cost.";
        "Giảm phần tối thiểu xuống không quá 100 %." | "Lower the smallest shares to at most 100 % in all.",
    "goal-above-candidates":
        "Chỉ tiêu {0#} nhưng chỉ có {1#} để chọn." | "The goal is {0#}, but there are only {1#} to choose from.";
        "Giảm chỉ tiêu hoặc bổ sung số có thể làm." | "Lower the goal or add candidates.",
    "under-way-above-candidates":
        "Đang làm dở {0#} nhưng chỉ có {1#} để chọn." | "{0#} are under way, but there are only {1#} in all.";
        "Sửa số đang làm dở hoặc số có thể làm." | "Correct the units under way or the candidates.",
    "no-starts":
        "Chỉ tiêu {0#} nhưng không tháng nào được khởi công." | "The goal is {0#}, but no unit may start in any month.";
        "Nhập số khởi công mỗi tháng từ 1 trở lên." | "Allow at least 1 start a month.",
    "rounds-empty":
        "Không có đợt công nhận nào trong năm." | "There is no recognition round in the year.";
        "Chọn ít nhất một tháng có đợt công nhận." | "Choose at least one month with a round.",
    "no-round-in-time":
        "Làm {0#} tháng và thẩm định {1#} tháng thì không kịp đợt công nhận nào trong kế hoạch."
            | "After {0#} months of work and {1#} of appraisal there is no recognition round left in the plan.";
        "Thêm đợt công nhận, rút ngắn thời gian làm hoặc kéo dài kế hoạch."
            | "Add a round, shorten the work or lengthen the plan.",
    "level-twice":
        "Mục tiêu “{0@line}” cũng đưa xã lên cùng cấp này." | "The target “{0@line}” leads communes to the same level.";
        "Chỉ giữ một mục tiêu cho mỗi cấp." | "Keep one target for each level.",
    "correlation-outside":
        "Tương quan {0#} nằm ngoài khoảng −1 đến 1." | "Correlation {0#} is not between −1 and 1.";
        "Nhập số từ −1 đến 1." | "Type a number from −1 to 1.",
    "correlation-impossible":
        "Các tương quan không thể cùng đúng; trái nhất là cặp “{0}” và “{1}”."
            | "These correlations cannot hold together; the pair “{0}” and “{1}” fits least.";
        "Sửa cặp này, hoặc đưa cả bộ về bộ khả dĩ gần nhất."
            | "Change this pair, or move all to the nearest possible ones.",
    "correlation-twice":
        "Cặp này đã có tương quan, hoặc là một đại lượng với chính nó."
            | "This pair has a correlation already, or is one thing with itself.";
        "Xóa dòng này trong tệp." | "Remove this entry from the file.",
};
