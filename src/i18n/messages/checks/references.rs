//! Checks of what names something else, and of communes with their criteria.

use super::{Check, Sentence};

/// By check: what was found, and what to do about it.
pub(super) const CHECKS: &[Check] = coded! {
    "unknown-source":
        "Nguồn “{0}” không có trong kế hoạch nên bị bỏ qua." | "The plan has no source “{0}”, so it is ignored.";
        "Xóa hoặc sửa mã nguồn này trong tệp." | "Remove or correct this id in the file.",
    "unknown-line":
        "Mục tiêu “{0}” không có trong kế hoạch nên bị bỏ qua." | "The plan has no target “{0}”, so it is ignored.";
        "Xóa hoặc sửa mã mục tiêu này trong tệp." | "Remove or correct this id in the file.",
    "unknown-event":
        "Sự kiện “{0}” không có trong kế hoạch nên bị bỏ qua." | "The plan has no event “{0}”, so it is ignored.";
        "Xóa hoặc sửa mã sự kiện này trong tệp." | "Remove or correct this id in the file.",
    "unknown-commune":
        "Xã mã “{0}” không có trong kế hoạch nên bị bỏ qua." | "The plan has no commune “{0}”, so it is ignored.";
        "Xóa hoặc sửa mã xã này trong tệp." | "Remove or correct this id in the file.",
    "unknown-criterion":
        "Tiêu chí “{0}” không có trong bộ tiêu chí của cấp tiếp theo."
            | "The criterion “{0}” is not in the set of the next level.";
        "Xóa tiêu chí này hoặc sửa cấp của xã." | "Remove the criterion or correct the commune's level.",
    "pick-not-candidate":
        "Xã {0} được chọn cố định nhưng không thuộc diện xét của mục tiêu nào."
            | "{0} is fixed in, but is not a candidate of any target.";
        "Bỏ chọn xã này hoặc sửa cấp của xã." | "Free the commune or correct its level.",
    "pushed-above-candidates":
        "Đẩy làm {0#} nhưng chỉ có {1#} để chọn." | "{0#} are pushed, but there are only {1#} to choose from.";
        "Giảm số đẩy làm trong kịch bản." | "Push fewer in the scenario.",
    "starts-beyond-calendar":
        "Lịch khởi công có {0} tháng, kế hoạch chỉ có {1}; phần thừa bị bỏ qua."
            | "Starts are given for {0} months, the plan has {1}; the rest is ignored.";
        "Kéo dài kế hoạch hoặc bỏ các tháng thừa." | "Lengthen the plan or drop the months.",
    "closed-beyond-calendar":
        "Đã chốt {0} tháng, kế hoạch chỉ có {1} tháng." | "{0} months are closed, the plan has {1}.";
        "Sửa số tháng đã chốt, hoặc kéo dài kế hoạch."
            | "Correct the number of closed months, or make the plan longer.",
    "event-without-months":
        "Sự kiện làm chậm công việc nhưng chưa có tháng nào." | "The event slows work, but acts in no month.";
        "Chọn các tháng sự kiện xảy ra." | "Choose the months in which it acts.",
    "model-needs-earlier-year":
        "Đạt nâng cao cho năm {0} nên chưa thể thành xã kiểu mẫu trong kế hoạch {1}."
            | "Advanced for {0}, so it cannot become a model commune in the plan of {1}.";
        "Kiểm tra lại năm đạt của xã." | "Check the commune's target year.",
    "date-malformed":
        "“{0}” không phải là ngày." | "“{0}” is not a date.";
        "Chọn ngày theo lịch, ví dụ 22/1/2021." | "Choose a day of the calendar, such as 22/1/2021.",
    "due-outside-calendar":
        "Thời hạn {0d} nằm ngoài kế hoạch nên không hiện ở Tiến độ."
            | "The date {0d} lies outside the plan, so it is not on the timeline.";
        "Sửa thời hạn vào trong các tháng của kế hoạch, hoặc xóa mốc."
            | "Choose a date within the months of the plan, or delete the milestone.",
    "money-before-decision":
        "Tiền thưởng về ngày {0d}, trước ngày quyết định {1d}." | "Reward money on {0d}, before the decision on {1d}.";
        "Kiểm tra lại hai ngày." | "Check both dates.",
    "target-year-missing":
        "Xã đã nâng cao nhưng chưa ghi đạt cho năm nào." | "Advanced, but not said for which year.";
        "Nhập năm đạt để xét xã kiểu mẫu." | "Type the target year: model communes need it.",
    "target-year-mismatch":
        "Năm đạt ghi {0}, theo ngày quyết định là {1} (quyết định đến hết 31/1 tính cho năm trước)."
            | "The target year is {0}; by the date of the decision it is {1} (up to 31 January: the year before).";
        "Kiểm tra năm đạt hoặc ngày quyết định." | "Check the target year or the date.",
    "criteria-incomplete":
        "{0} tiêu chí chưa xong thiếu chi phí hoặc số tháng, nên dùng chi phí và thời gian chung của mục tiêu."
            | "Criteria still to be done without cost or months: {0}; the target's own cost and duration are used.";
        "Điền chi phí và số tháng cho các tiêu chí đó." | "Fill in their cost and months.",
    "met-with-cost":
        "Tiêu chí “{0}” đã đạt mà còn chi phí {1#}." | "The criterion “{0}” is met, but still has a cost of {1#}.";
        "Xóa chi phí hoặc sửa trạng thái." | "Remove the cost or correct the state.",
    "set-twice":
        "Đã có bộ “{0}” cho cấp này; bộ đầu được dùng." | "The set “{0}” is of the same level; the first one is used.";
        "Giữ một bộ tiêu chí cho mỗi cấp." | "Keep one set for each level.",
    "event-no-effect":
        "Sự kiện chưa có tác động nào." | "The event has no effect.";
        "Thêm tác động hoặc xóa sự kiện." | "Give it an effect or delete it.",
};
