//! What a robust answer is sure of, as sentences.

use crate::formats::number::number;
use crate::model::Lang;
use crate::optimise::{QUANTILES, RobustAnswer, Way};

/// What a robust answer is sure of, and how it was found.
pub fn robust(answer: &RobustAnswer, lang: Lang) -> String {
    let share = |p: f64| format!("{}\u{a0}%", number(p * 100.0, 0, lang));
    let (targets, of) = (answer.targets, answer.of);
    let chance =
        |c: &crate::engine::sample::Chance| format!("{} ({}–{})", share(c.chance), share(c.low), share(c.high));
    let checked = match (&answer.chance, &answer.before, lang) {
        (Some(own), Some(before), Lang::Vi) => format!(
            "Thử lại trên 1.000 mẫu khác: khả năng {}; phương án trước đó {}.",
            chance(own),
            chance(before)
        ),
        (Some(own), Some(before), Lang::En) => format!(
            "On 1,000 other draws: chance {}; of the plan before {}.",
            chance(own),
            chance(before)
        ),
        _ => String::new(),
    };
    let way = match (answer.way, lang) {
        (Way::Samples(draws), Lang::Vi) => {
            let most = match answer.at_most {
                Some(most) if most == targets => {
                    format!("dù biết trước từng mẫu cũng không phương án nào đạt hơn {targets} mục tiêu như thế.")
                }
                Some(most) => {
                    format!("dù biết trước từng mẫu cũng không quá {most} mục tiêu: chưa chứng minh là tốt nhất.")
                }
                None => "chưa chứng minh là tốt nhất.".to_owned(),
            };
            format!("Tìm theo trung bình trên {draws} mẫu chung; {most}")
        }
        (Way::Samples(draws), Lang::En) => {
            let most = match answer.at_most {
                Some(most) if most == targets => {
                    "even knowing each draw in advance no plan makes more targets like that.".to_owned()
                }
                Some(most) => format!(
                    "even knowing each draw in advance no more than {most} could be made: not proven to be the best."
                ),
                None => "not proven to be the best.".to_owned(),
            };
            format!("Found by the average over {draws} common draws; {most}")
        }
        (Way::Quantiles, Lang::Vi) => format!(
            "Không đủ thời gian để tìm trên mẫu: đây là phương án tốt nhất khi giá ở mức {} và tiền về ở mức {} của phân bố.",
            share(QUANTILES.0),
            share(QUANTILES.1)
        ),
        (Way::Quantiles, Lang::En) => format!(
            "Not enough time for draws: the best plan with costs at their {} quantile and money at its {} quantile.",
            share(QUANTILES.0),
            share(QUANTILES.1)
        ),
    };
    let asked = share(answer.asked);
    match lang {
        Lang::Vi => format!("Đạt ít nhất {targets} trong {of} mục tiêu với mức chắc {asked}. {checked} {way}"),
        Lang::En => format!("Makes at least {targets} of {of} targets, sure by {asked}. {checked} {way}"),
    }
}
