//! Sentences on replacing a criteria set, and on conditions that hold together.

use crate::model::Lang;
use crate::sheet::{MOST_CRITERIA, ReadSet, SetError};

/// How many conditions hold together.
pub fn conditions(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{count} điều kiện"),
        Lang::En => format!("{count} conditions"),
    }
}

/// What replacing the set does: kept, new, gone, and what communes lose by it.
pub fn set_change(read: &ReadSet, lang: Lang) -> String {
    let (kept, added, gone) = (read.kept, read.added, read.gone.len());
    let names: Vec<&str> = read.gone.iter().map(|n| n.get(lang)).collect();
    let names = if gone == 0 {
        String::new()
    } else {
        format!(" ({})", names.join(", "))
    };
    let (cells, communes) = read.lost;
    match lang {
        Lang::Vi => {
            let lost = match cells {
                0 => "Không xã nào mất số đã điền.".to_owned(),
                _ => format!("{communes} xã mất {cells} ô đã điền; hoàn tác để lấy lại."),
            };
            format!("Giữ {kept} tiêu chí, thêm {added}, bỏ {gone}{names}. {lost}")
        }
        Lang::En => {
            let s = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
            let lost = match cells {
                0 => "No commune loses what it has filled in.".to_owned(),
                _ => format!(
                    "{} {} {}; undo brings them back.",
                    s(communes, "commune", "communes"),
                    if communes == 1 { "loses" } else { "lose" },
                    s(cells, "filled cell", "filled cells")
                ),
            };
            format!(
                "{} kept, {added} new, {gone} gone{names}. {lost}",
                s(kept, "criterion", "criteria")
            )
        }
    }
}

/// Why a row of a set cannot be used.
pub fn set_error(error: &SetError, lang: Lang) -> String {
    match (error, lang) {
        (SetError::NoName(row), Lang::Vi) => format!("Dòng {row}: thiếu tên tiêu chí (cột thứ ba)."),
        (SetError::NoName(row), Lang::En) => format!("Row {row}: the name of the criterion is missing (third column)."),
        (SetError::Twice(row, code), Lang::Vi) => format!("Dòng {row}: mã “{code}” đã có ở dòng trên."),
        (SetError::Twice(row, code), Lang::En) => format!("Row {row}: the code “{code}” stands in an earlier row."),
        (SetError::TooMany, Lang::Vi) => format!("Nhiều hơn {MOST_CRITERIA} tiêu chí."),
        (SetError::TooMany, Lang::En) => format!("More than {MOST_CRITERIA} criteria."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_one_and_many_are_said_in_good_grammar() {
        let read = |kept, added, gone: &[&str], lost| ReadSet {
            kept,
            added,
            gone: gone.iter().map(|n| (*n).into()).collect(),
            lost,
            ..ReadSet::default()
        };
        assert_eq!(
            set_change(&read(19, 0, &[], (0, 0)), Lang::En),
            "19 criteria kept, 0 new, 0 gone. No commune loses what it has filled in."
        );
        assert_eq!(
            set_change(&read(1, 2, &["Y tế"], (1, 1)), Lang::En),
            "1 criterion kept, 2 new, 1 gone (Y tế). 1 commune loses 1 filled cell; undo brings them back."
        );
        assert_eq!(
            set_change(&read(2, 1, &["Điện", "Y tế"], (30, 15)), Lang::Vi),
            "Giữ 2 tiêu chí, thêm 1, bỏ 2 (Điện, Y tế). 15 xã mất 30 ô đã điền; hoàn tác để lấy lại."
        );
    }
}
