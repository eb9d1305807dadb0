//! Sentences on replacing a criteria set, and on conditions that hold together.

use crate::i18n::agree;
use crate::model::Lang;
use crate::sheet::{CriteriaText, CriteriaTextError, MOST_CRITERIA};

sentences! {
    /// How many conditions hold together.
    pub fn conditions(count: usize; lang) = "{count} điều kiện" | "{count} conditions";
}

/// What replacing the set does: kept, new, gone, and what communes lose by it.
pub fn set_change(read: &CriteriaText, lang: Lang) -> String {
    let (kept, added, gone) = (read.kept, read.added, read.gone.len());
    let names: Vec<&str> = read.gone.iter().map(|n| n.get(lang)).collect();
    let names = if gone == 0 {
        String::new()
    } else {
        format!(" ({})", names.join(", "))
    };
    let (cells, communes) = read.lost;
    let lost = match cells {
        0 => say!(lang; "Không xã nào mất số đã điền." | "No commune loses what it has filled in."),
        _ => say!(lang;
            "{communes} xã mất {cells} ô đã điền; hoàn tác để lấy lại."
            | "{communes} {who} {cells} {what}; undo brings them back.",
            who = agree(communes, "commune loses", "communes lose"), what = agree(cells, "filled cell", "filled cells")),
    };
    say!(lang;
        "Giữ {kept} tiêu chí, thêm {added}, bỏ {gone}{names}. {lost}"
        | "{kept} {of} kept, {added} new, {gone} gone{names}. {lost}",
        of = agree(kept, "criterion", "criteria"))
}

/// Why a row of a set cannot be used.
pub fn set_error(error: &CriteriaTextError, lang: Lang) -> String {
    match error {
        CriteriaTextError::NoName(row) => say!(lang;
            "Dòng {row}: thiếu tên tiêu chí (cột thứ ba)."
            | "Row {row}: the name of the criterion is missing (third column)."),
        CriteriaTextError::Twice(row, code) => say!(lang;
            "Dòng {row}: mã “{code}” đã có ở dòng trên." | "Row {row}: the code “{code}” stands in an earlier row."),
        CriteriaTextError::TooMany => {
            say!(lang; "Nhiều hơn {MOST_CRITERIA} tiêu chí." | "More than {MOST_CRITERIA} criteria.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_one_and_many_are_said_in_good_grammar() {
        let read = |kept, added, gone: &[&str], lost| CriteriaText {
            kept,
            added,
            gone: gone.iter().map(|n| (*n).into()).collect(),
            lost,
            ..CriteriaText::default()
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
