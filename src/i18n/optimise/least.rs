//! What the least new money is, as a sentence.

use crate::formats::number::{MoneyUnit, money_with_unit};
use crate::model::Lang;
use crate::optimise::Least;

/// The least new money in a sentence, with what has to be asked for as other works take part of it. `total`: what is
/// free of it, `raise`: all of it (a year, if `by_year`), triệu đồng.
pub fn least_headline(least: &Least, raise: f64, by_year: bool, unit: MoneyUnit, lang: Lang) -> String {
    let total: f64 = least.more.iter().sum();
    let amount = |value: f64| money_with_unit(value, unit, lang);
    let found = if total <= 0.5 {
        say!(lang; "Không cần thêm tiền: chỉ cần lịch khởi công này." | "No new money is needed, only these starts.")
    } else {
        let yearly = if by_year {
            word!(lang; " mỗi năm" | " a year")
        } else {
            ""
        };
        say!(lang;
            "Cần thêm {more} tiền cho mục tiêu; phải xin tăng {raise}{yearly}, vì công trình khác giữ một phần của mỗi nguồn."
            | "{more} of new money for targets is needed; {raise} has to be asked for{yearly}, as other works take a part of each source.",
            more = amount(total), raise = amount(raise))
    };
    let sure = match (least.verified, least.proven) {
        (false, _) => say!(lang;
            "Nhưng mô phỏng không giữ đủ các mục tiêu và mức ít nhất."
            | "But the run does not keep every target and least number."),
        (true, true) if total <= 0.5 => say!(lang; "Không thể ít hơn." | "It cannot be less."),
        (true, true) => say!(lang; "Đã chứng minh là rẻ nhất." | "Proven cheapest."),
        (true, false) => say!(lang;
            "Chưa chứng minh là rẻ nhất: tính theo giá, cách này {price}, không cách nào dưới {bound}."
            | "Not proven cheapest: at its prices this is {price}, and nothing is below {bound}.",
            price = amount(least.price), bound = amount(least.bound)),
    };
    format!("{found} {sure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_without_new_money_cannot_be_cheaper() {
        let mut least = Least {
            more: vec![0.0, 0.0],
            price: 0.0,
            bound: 0.0,
            planned: Default::default(),
            verified: true,
            proven: true,
        };
        let said = |least: &Least| least_headline(least, 24_056.0, false, MoneyUnit::Million, Lang::Vi);
        assert!(said(&least).contains("Không thể ít hơn") && !said(&least).contains("Chưa chứng minh"));
        least.more[0] = 10_623.0;
        (least.proven, least.price, least.bound) = (false, 10_623.0, 9_000.0);
        let told = said(&least);
        for part in ["10.623", "24.056", "không cách nào dưới 9.000"] {
            assert!(told.contains(part), "{part}: {told}");
        }
    }
}
