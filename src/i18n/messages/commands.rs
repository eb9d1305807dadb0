//! Refused commands and numbers that cannot be read.

use super::{Fill, Message, Sentence};
use crate::edit::CommandError;
use crate::formats::number::NumberError;
use crate::model::Lang;

const fn s(vi: &'static str, en: &'static str) -> Sentence {
    Sentence { vi, en }
}

const NOT_FOUND: [Sentence; 2] = [
    s("Không còn “{0}” trong kế hoạch.", "“{0}” is no longer in the plan."),
    s(
        "Có thể nó vừa bị xóa; hoàn tác để lấy lại.",
        "It may just have been deleted; undo to bring it back.",
    ),
];
const OUT_OF_RANGE: [Sentence; 2] = [
    s("Giá trị nằm ngoài khoảng cho phép.", "The value is outside its range."),
    s(
        "Nhập giá trị trong khoảng của ô này.",
        "Type a value inside the range of the field.",
    ),
];
const DUPLICATE: [Sentence; 2] = [
    s("Mã “{0}” đã được dùng.", "The id “{0}” is taken."),
    s("Chọn mã khác.", "Choose another one."),
];
const LAST_SCENARIO: [Sentence; 2] = [
    s(
        "Không xóa được kịch bản cuối cùng.",
        "The last scenario cannot be deleted.",
    ),
    s(
        "Tạo kịch bản khác trước khi xóa kịch bản này.",
        "Make another one before deleting this one.",
    ),
];
const TOO_MANY: [Sentence; 2] = [
    s(
        "Đã đủ {0}, không thêm được nữa.",
        "There are {0} already, no more can be added.",
    ),
    s("Xóa bớt trước khi thêm.", "Delete one before adding another."),
];
const NO_CHANGE: [Sentence; 2] = [
    s("Không có gì thay đổi.", "Nothing changes."),
    s(
        "Nhập giá trị khác với giá trị đang có.",
        "Type a value other than the present one.",
    ),
];

/// What a value has to be, by the rule [`CommandError::OutOfRange`] names.
const RULES: &[(&str, Sentence)] = &[
    (
        "finite",
        s("Nhập một số không quá lớn.", "Type a number that is not too large."),
    ),
    (
        "not-negative",
        s("Nhập số từ 0 trở lên.", "Type a number of 0 or more."),
    ),
    ("share", s("Nhập từ 0 đến 100 %.", "Type 0 to 100 %.")),
    (
        "pass",
        s(
            "Nhập tỷ lệ trên 0 và không quá 100 %.",
            "Type a rate above 0 and at most 100 %.",
        ),
    ),
    (
        "whole",
        s("Nhập số nguyên từ 0 trở lên.", "Type a whole number of 0 or more."),
    ),
    (
        "one-or-more",
        s("Nhập số nguyên từ 1 trở lên.", "Type a whole number of 1 or more."),
    ),
    ("order", s("Giữ thấp ≤ thường gặp ≤ cao.", "Keep low ≤ likely ≤ high.")),
    (
        "share-order",
        s(
            "Giữ phần tối thiểu không quá phần tối đa.",
            "Keep the smallest share at most the largest.",
        ),
    ),
    (
        "month",
        s(
            "Chọn ít nhất một tháng, từ 1 đến 12.",
            "Choose at least one month, 1 to 12.",
        ),
    ),
    (
        "calendar",
        s(
            "Kế hoạch dài 1–61 tháng, bắt đầu từ năm 1900 đến 2200.",
            "A plan has 1–61 months and starts in 1900–2200.",
        ),
    ),
    (
        "profile",
        s(
            "Nhập tối đa 61 số từ 0 trở lên, không phải tất cả bằng 0.",
            "Type up to 61 numbers of 0 or more, not all of them 0.",
        ),
    ),
    (
        "release",
        s(
            "Lũy kế phải từ 0 đến 100 % và không giảm: sửa các tháng sau trước nếu cần.",
            "Cumulative shares lie between 0 and 100 % and never fall: change later months first if needed.",
        ),
    ),
    (
        "name",
        s(
            "Đặt tên bằng ít nhất một ngôn ngữ.",
            "Give a name in at least one language.",
        ),
    ),
    ("id", s("Đặt mã không để trống.", "Give an id that is not empty.")),
    (
        "closed-month",
        s(
            "Nhập số thực hiện của ít nhất một tháng trước.",
            "Enter actual figures of at least one month first.",
        ),
    ),
    (
        "candidates",
        s(
            "Cộng mọi tháng, số xã không quá số xã có thể làm của mục tiêu này.",
            "Over all months, no more communes than this target has candidates.",
        ),
    ),
    (
        "goals-by-year",
        s(
            "Chỉ tiêu này là tổng các năm: sửa chỉ tiêu từng năm.",
            "This goal is the sum of its years: change the goals of the years.",
        ),
    ),
    (
        "correlation",
        s(
            "Nhập tương quan từ −1 đến 1 của hai đại lượng khác nhau.",
            "Type a correlation from −1 to 1 of two different things.",
        ),
    ),
    (
        "note",
        s(
            "Ghi lý do chấp nhận, không để trống.",
            "Write down why it is accepted; the note may not be empty.",
        ),
    ),
];

/// Why a command was refused, in words.
pub fn command_error(error: &CommandError, lang: Lang) -> Message {
    let (sentences, args) = match error {
        CommandError::NotFound(id) => (NOT_FOUND, vec![id.clone()]),
        CommandError::OutOfRange(_) => (OUT_OF_RANGE, Vec::new()),
        CommandError::Duplicate(id) => (DUPLICATE, vec![id.clone()]),
        CommandError::LastScenario => (LAST_SCENARIO, Vec::new()),
        CommandError::TooMany(most) => (TOO_MANY, vec![most.to_string()]),
        CommandError::NoChange => (NO_CHANGE, Vec::new()),
    };
    let mut message = message(sentences, &args, lang);
    if let CommandError::OutOfRange(range) = error
        && let Some((_, allowed)) = RULES.iter().find(|(name, _)| name == range)
    {
        message.remedy = allowed.get(lang).to_owned();
    }
    message
}

/// Why a typed text is not a number that can be used, in words.
pub fn number_error(error: &NumberError, lang: Lang) -> Message {
    message(number_sentences(*error), &[], lang)
}

fn number_sentences(error: NumberError) -> [Sentence; 2] {
    match error {
        NumberError::Empty => [
            s("Chưa nhập số.", "Nothing was typed."),
            s(
                "Nhập một số, hoặc nhấn Esc để giữ giá trị cũ.",
                "Type a number, or press Esc to keep the old value.",
            ),
        ],
        NumberError::NotANumber => [
            s("Không đọc được thành số.", "This cannot be read as a number."),
            s("Chỉ dùng chữ số, ví dụ 1.234,5.", "Use digits only, such as 1,234.5."),
        ],
        NumberError::Grouping => [
            s(
                "Dấu chấm hoặc dấu phẩy đặt không đúng chỗ.",
                "A point or comma is out of place.",
            ),
            s(
                "Chấm tách từng ba chữ số, phẩy tách phần lẻ, ví dụ 1.234,5.",
                "Commas separate groups of three digits, a point the decimals, such as 1,234.5.",
            ),
        ],
        NumberError::Negative => [
            s("Kết quả nhỏ hơn 0.", "The result is below 0."),
            s("Nhập số từ 0 trở lên.", "Type 0 or more."),
        ],
        NumberError::TooLarge => [
            s("Số quá lớn.", "The number is too large."),
            s("Kiểm tra lại số chữ số và đơn vị.", "Check the digits and the unit."),
        ],
        NumberError::NoReference => [
            s(
                "Không có số năm trước để tính phần trăm.",
                "There is no amount of last year to take a per cent of.",
            ),
            s("Nhập số tiền, ví dụ 5.000.", "Type an amount, such as 5,000."),
        ],
    }
}

fn message([what, remedy]: [Sentence; 2], args: &[String], lang: Lang) -> Message {
    let fill = Fill { args, plan: None, lang };
    Message {
        what: fill.put(what.get(lang)),
        remedy: fill.put(remedy.get(lang)),
        place: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whole_in_both;
    use super::*;

    #[test]
    fn every_refusal_and_unreadable_number_has_a_sentence_and_a_remedy_in_both_languages() {
        let refusals = [NOT_FOUND, OUT_OF_RANGE, DUPLICATE, LAST_SCENARIO, TOO_MANY, NO_CHANGE];
        let numbers = [
            NumberError::Empty,
            NumberError::NotANumber,
            NumberError::Grouping,
            NumberError::Negative,
            NumberError::TooLarge,
            NumberError::NoReference,
        ]
        .map(number_sentences);
        for sentence in refusals.iter().chain(&numbers).flatten() {
            whole_in_both(sentence.en, sentence);
        }
    }

    #[test]
    fn every_rule_says_what_a_value_has_to_be_in_both_languages() {
        let told: Vec<&str> = RULES.iter().map(|(rule, _)| *rule).collect();
        assert_eq!(told, crate::edit::RULES);
        for (rule, sentence) in RULES {
            whole_in_both(rule, sentence);
            let message = command_error(&CommandError::OutOfRange(rule), Lang::Vi);
            assert_eq!(message.remedy, sentence.vi);
        }
    }

    #[test]
    fn a_refusal_names_what_it_is_about() {
        let told = command_error(&CommandError::NotFound("floods".into()), Lang::Vi);
        assert!(told.what.contains("floods"));
    }
}
