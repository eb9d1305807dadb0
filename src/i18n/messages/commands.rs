//! Refused commands and numbers that cannot be read.

use super::Message;
use crate::edit::CommandError;
use crate::formats::number::NumberError;
use crate::model::Lang;
use crate::model::Rule;

/// Why a command was refused, in words.
pub fn command_error(error: &CommandError, lang: Lang) -> Message {
    match error {
        CommandError::NotFound(id) => message!(lang;
            "Không còn “{id}” trong kế hoạch." | "“{id}” is no longer in the plan.";
            "Có thể nó vừa bị xóa; hoàn tác để lấy lại." | "It may just have been deleted; undo to bring it back."),
        CommandError::OutOfRange(rule) => Message {
            what: say!(lang; "Giá trị nằm ngoài khoảng cho phép." | "The value is outside its range."),
            remedy: allowed(*rule, lang),
            ..Message::default()
        },
        CommandError::Duplicate(id) => message!(lang;
            "Mã “{id}” đã được dùng." | "The id “{id}” is taken.";
            "Chọn mã khác." | "Choose another one."),
        CommandError::LastScenario => message!(lang;
            "Không xóa được kịch bản cuối cùng." | "The last scenario cannot be deleted.";
            "Tạo kịch bản khác trước khi xóa kịch bản này." | "Make another one before deleting this one."),
        CommandError::TooMany(most) => message!(lang;
            "Đã đủ {most}, không thêm được nữa." | "There are {most} already, no more can be added.";
            "Xóa bớt trước khi thêm." | "Delete one before adding another."),
        CommandError::NoChange => message!(lang;
            "Không có gì thay đổi." | "Nothing changes.";
            "Nhập giá trị khác với giá trị đang có." | "Type a value other than the present one."),
    }
}

/// What a value has to be.
fn allowed(rule: Rule, lang: Lang) -> String {
    match rule {
        Rule::Finite => say!(lang; "Nhập một số không quá lớn." | "Type a number that is not too large."),
        Rule::NotNegative => say!(lang; "Nhập số từ 0 trở lên." | "Type a number of 0 or more."),
        Rule::Share => say!(lang; "Nhập từ 0 đến 100 %." | "Type 0 to 100 %."),
        Rule::Pass => say!(lang; "Nhập tỷ lệ trên 0 và không quá 100 %." | "Type a rate above 0 and at most 100 %."),
        Rule::Whole => say!(lang; "Nhập số nguyên từ 0 trở lên." | "Type a whole number of 0 or more."),
        Rule::OneOrMore => say!(lang; "Nhập số nguyên từ 1 trở lên." | "Type a whole number of 1 or more."),
        Rule::Order => say!(lang; "Giữ thấp ≤ thường gặp ≤ cao." | "Keep low ≤ likely ≤ high."),
        Rule::Month => say!(lang; "Chọn ít nhất một tháng, từ 1 đến 12." | "Choose at least one month, 1 to 12."),
        Rule::Calendar => say!(lang;
            "Kế hoạch dài 1–61 tháng, bắt đầu từ năm 1900 đến 2200."
            | "A plan has 1–61 months and starts in 1900–2200."),
        Rule::Profile => say!(lang;
            "Nhập tối đa 61 số từ 0 trở lên, không phải tất cả bằng 0."
            | "Type up to 61 numbers of 0 or more, not all of them 0."),
        Rule::Release => say!(lang;
            "Lũy kế phải từ 0 đến 100 % và không giảm: sửa các tháng sau trước nếu cần."
            | "Cumulative shares lie between 0 and 100 % and never fall: change later months first if needed."),
        Rule::Name => say!(lang; "Đặt tên bằng ít nhất một ngôn ngữ." | "Give a name in at least one language."),
        Rule::Id => say!(lang; "Đặt mã không để trống." | "Give an id that is not empty."),
        Rule::ClosedMonth => say!(lang;
            "Nhập số thực hiện của ít nhất một tháng trước." | "Enter actual figures of at least one month first."),
        Rule::Candidates => say!(lang;
            "Cộng mọi tháng, số xã không quá số xã có thể làm của mục tiêu này."
            | "Over all months, no more communes than this target has candidates."),
        Rule::GoalsByYear => say!(lang;
            "Chỉ tiêu này là tổng các năm: sửa chỉ tiêu từng năm."
            | "This goal is the sum of its years: change the goals of the years."),
        Rule::Correlation => say!(lang;
            "Nhập tương quan từ −1 đến 1 của hai đại lượng khác nhau."
            | "Type a correlation from −1 to 1 of two different things."),
        Rule::Note => say!(lang;
            "Ghi lý do chấp nhận, không để trống." | "Write down why it is accepted; the note may not be empty."),
    }
}

/// Why a typed text is not a number that can be used, in words.
pub fn number_error(error: &NumberError, lang: Lang) -> Message {
    match error {
        NumberError::Empty => message!(lang;
            "Chưa nhập số." | "Nothing was typed.";
            "Nhập một số, hoặc nhấn Esc để giữ giá trị cũ." | "Type a number, or press Esc to keep the old value."),
        NumberError::NotANumber => message!(lang;
            "Không đọc được thành số." | "This cannot be read as a number.";
            "Chỉ dùng chữ số, ví dụ 1.234,5." | "Use digits only, such as 1,234.5."),
        NumberError::Grouping => message!(lang;
            "Dấu chấm hoặc dấu phẩy đặt không đúng chỗ." | "A point or comma is out of place.";
            "Chấm tách từng ba chữ số, phẩy tách phần lẻ, ví dụ 1.234,5."
                | "Commas separate groups of three digits, a point the decimals, such as 1,234.5."),
        NumberError::Negative => message!(lang;
            "Kết quả nhỏ hơn 0." | "The result is below 0.";
            "Nhập số từ 0 trở lên." | "Type 0 or more."),
        NumberError::TooLarge => message!(lang;
            "Số quá lớn." | "The number is too large.";
            "Kiểm tra lại số chữ số và đơn vị." | "Check the digits and the unit."),
        NumberError::NoReference => message!(lang;
            "Không có số năm trước để tính phần trăm." | "There is no amount of last year to take a per cent of.";
            "Nhập số tiền, ví dụ 5.000." | "Type an amount, such as 5,000."),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_whole;
    use super::*;

    #[test]
    fn every_refusal_and_unreadable_number_has_a_sentence_and_a_remedy_in_both_languages() {
        let refusals = [
            CommandError::NotFound("floods".into()),
            CommandError::Duplicate("floods".into()),
            CommandError::LastScenario,
            CommandError::TooMany(20),
            CommandError::NoChange,
        ];
        for error in &refusals {
            assert_whole(|lang| command_error(error, lang));
        }
        for error in [
            NumberError::Empty,
            NumberError::NotANumber,
            NumberError::Grouping,
            NumberError::Negative,
            NumberError::TooLarge,
            NumberError::NoReference,
        ] {
            assert_whole(|lang| number_error(&error, lang));
        }
    }

    #[test]
    fn every_rule_says_what_a_value_has_to_be_in_both_languages() {
        let rules = [
            Rule::Finite,
            Rule::NotNegative,
            Rule::Share,
            Rule::Pass,
            Rule::Whole,
            Rule::OneOrMore,
            Rule::Order,
            Rule::Month,
            Rule::Calendar,
            Rule::Profile,
            Rule::Release,
            Rule::Name,
            Rule::Id,
            Rule::ClosedMonth,
            Rule::Candidates,
            Rule::GoalsByYear,
            Rule::Correlation,
            Rule::Note,
        ];
        let mut remedies = Vec::new();
        for rule in rules {
            assert_whole(|lang| command_error(&CommandError::OutOfRange(rule), lang));
            remedies.push(command_error(&CommandError::OutOfRange(rule), Lang::Vi).remedy);
        }
        remedies.sort();
        remedies.dedup();
        assert_eq!(remedies.len(), rules.len(), "two rules have one remedy");
    }

    #[test]
    fn a_refusal_names_what_it_is_about() {
        let message = command_error(&CommandError::NotFound("floods".into()), Lang::Vi);
        assert!(message.what.contains("floods"));
    }
}
