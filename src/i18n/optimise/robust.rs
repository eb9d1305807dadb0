//! What a robust answer is sure of, as sentences.

use crate::formats::number::number;
use crate::model::Lang;
use crate::optimise::{QUANTILES, RobustAnswer, RobustMethod};

/// What a robust answer is sure of, and how it was found.
pub fn robust_sentence(answer: &RobustAnswer, lang: Lang) -> String {
    let share = |p: f64| format!("{}\u{a0}%", number(p * 100.0, 0, lang));
    let (targets, of) = (answer.targets, answer.of);
    let chance =
        |c: &crate::engine::sample::Chance| format!("{} ({}–{})", share(c.chance), share(c.low), share(c.high));
    let checked = match (&answer.chance, &answer.before) {
        (Some(own), Some(before)) => say!(lang;
            "Thử lại trên 1.000 mẫu khác: khả năng {own}; phương án trước đó {before}."
            | "On 1,000 other draws: chance {own}; of the plan before {before}.",
            own = chance(own), before = chance(before)),
        _ => String::new(),
    };
    let way = match answer.way {
        RobustMethod::Samples(draws) => {
            let most = match answer.at_most {
                Some(most) if most == targets => say!(lang;
                    "dù biết trước từng mẫu cũng không phương án nào đạt hơn {targets} mục tiêu như thế."
                    | "even knowing each draw in advance no plan makes more targets like that."),
                Some(most) => say!(lang;
                    "dù biết trước từng mẫu cũng không quá {most} mục tiêu: chưa chứng minh là tốt nhất."
                    | "even knowing each draw in advance no more than {most} could be made: not proven to be the best."),
                None => say!(lang; "chưa chứng minh là tốt nhất." | "not proven to be the best."),
            };
            say!(lang;
                "Tìm theo trung bình trên {draws} mẫu chung; {most}"
                | "Found by the average over {draws} common draws; {most}")
        }
        RobustMethod::Quantiles => say!(lang;
            "Không đủ thời gian để tìm trên mẫu: đây là phương án tốt nhất khi giá ở mức {costs} và tiền về ở mức {money} của phân bố."
            | "Not enough time for draws: the best plan with costs at their {costs} quantile and money at its {money} quantile.",
            costs = share(QUANTILES.0), money = share(QUANTILES.1)),
    };
    let asked = share(answer.asked);
    say!(lang;
        "Đạt ít nhất {targets} trong {of} mục tiêu với mức chắc {asked}. {checked} {way}"
        | "Makes at least {targets} of {of} targets, sure by {asked}. {checked} {way}")
}
