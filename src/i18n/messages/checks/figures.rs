//! Checks of one figure, date or id on its own.

use super::{Check, Sentence};

/// By check: what was found, and what to do about it.
pub(super) const CHECKS: &[Check] = coded! {
    "not-finite":
        "Đây không phải là một con số." | "This is not a finite number.";
        "Nhập lại giá trị." | "Type the value again.",
    "negative":
        "{0#} nhỏ hơn 0." | "{0#} is below 0.";
        "Nhập số từ 0 trở lên." | "Type a number of 0 or more.",
    "not-share":
        "{0%} nằm ngoài khoảng 0–100 %." | "{0%} is outside 0–100 %.";
        "Nhập tỷ lệ từ 0 đến 100 %." | "Type a share between 0 and 100 %.",
    "not-whole":
        "{0#} không phải số nguyên." | "{0#} is not a whole number.";
        "Nhập số nguyên." | "Type a whole number.",
    "range-order":
        "Ba mức thấp {0#}, thường gặp {1#}, cao {2#} không tăng dần."
            | "Low {0#}, likely {1#} and high {2#} are not in rising order.";
        "Sửa để thấp ≤ thường gặp ≤ cao." | "Make it low ≤ likely ≤ high.",
    "release-outside":
        "Điểm {0} của đường giải ngân là {1%}, ngoài khoảng 0–100 %."
            | "Point {0} of the release curve is {1%}, outside 0–100 %.";
        "Nhập lũy kế từ 0 đến 100 %." | "Type a cumulative share between 0 and 100 %.",
    "release-decreasing":
        "Lũy kế giải ngân giảm ở điểm {0}: {1%} sau {2%}."
            | "The cumulative release falls at point {0}: {1%} after {2%}.";
        "Lũy kế chỉ có thể giữ nguyên hoặc tăng; sửa điểm này hoặc điểm trước."
            | "A cumulative share can only stay or grow; correct this point or the one before.",
    "duration-short":
        "Thời gian làm {0#} tháng là quá ngắn." | "{0#} months of work is too short.";
        "Nhập ít nhất 1 tháng." | "Type at least 1 month.",
    "pass-outside":
        "Tỷ lệ đạt {0%} không dùng được." | "A pass rate of {0%} cannot be used.";
        "Nhập tỷ lệ trên 0 và không quá 100 %." | "Type a rate above 0 and at most 100 %.",
    "share-order":
        "Phần tối thiểu {0%} lớn hơn phần tối đa {1%}." | "The smallest share {0%} is above the largest {1%}.";
        "Giảm phần tối thiểu hoặc tăng phần tối đa." | "Lower the smallest or raise the largest share.",
    "profile-negative":
        "Phần {0} của nhịp chi nhỏ hơn 0 hoặc không phải là số."
            | "Part {0} of the spend profile is below 0 or not a number.";
        "Nhập số từ 0 trở lên cho mỗi phần." | "Type 0 or more for each part.",
    "profile-zero":
        "Mọi phần của nhịp chi đều bằng 0." | "All parts of the spend profile are 0.";
        "Nhập ít nhất một phần lớn hơn 0, hoặc để trống để chi đều."
            | "Give one part more than 0, or leave it empty to spend evenly.",
    "month-outside":
        "Tháng {0} không có trong năm." | "There is no month {0} in a year.";
        "Chọn tháng từ 1 đến 12." | "Choose a month from 1 to 12.",
    "calendar-start":
        "Tháng đầu {0} không có trong năm." | "The first month {0} is not a month of the year.";
        "Chọn tháng từ 1 đến 12." | "Choose a month from 1 to 12.",
    "calendar-months":
        "Số tháng {0} không dùng được." | "A number of {0} months cannot be used.";
        "Nhập từ 1 đến {1} tháng." | "Type 1 to {1} months.",
    "duplicate-id":
        "Mã “{0}” dùng hai lần; chỉ mục đầu được tính." | "The id “{0}” is used twice; only the first counts.";
        "Đổi mã của một trong hai mục trong tệp." | "Change the id of one of the two in the file.",
    "empty-id":
        "Có một mục không có mã." | "One of these has no id.";
        "Đặt mã cho mục đó trong tệp." | "Give it an id in the file.",
};
