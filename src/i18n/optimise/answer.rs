//! What an answer says, as sentences.

use crate::formats::number::{MoneyUnit, money_with_unit, month_label, number, signed};
use crate::model::{Lang, Plan, Text};
use crate::optimise::{Answer, Broken, QUANTILES, RobustAnswer, SAME_SCORE, Way, WhyNot};

/// Name of a scenario made of an answer for this one.
pub fn new_name(of: &Text) -> Text {
    let named = |head: &str, name: &str| {
        if name.is_empty() {
            String::new()
        } else {
            format!("{head}: {name}")
        }
    };
    Text::new(named("Tối ưu", &of.vi), named("Best plan", &of.en))
}

/// Points of score: *91,2*.
pub fn points(score: f64, lang: Lang) -> String {
    number(score * 100.0, 1, lang)
}

/// The bound beside the score: *tối đa 91,2*.
pub fn at_most(bound: f64, lang: Lang) -> String {
    // Rounded up, so that it is never below the score beside it.
    let shown = number(libm::ceil(bound * 1000.0 - 1e-6) / 10.0, 1, lang);
    match lang {
        Lang::Vi => format!("tối đa {shown}"),
        Lang::En => format!("at most {shown}"),
    }
}

/// What the bound says, for a tooltip.
pub fn bound_hint(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Không cách chọn và khởi công nào với số tiền này vượt được điểm này.",
        Lang::En => "No choice and no schedule of starts exceeds this score with this money.",
    }
}

/// A gap in points: two decimals, so that a small one is not shown as none.
pub fn gap(gap: f64, lang: Lang) -> String {
    let shown = if gap <= SAME_SCORE {
        0.0
    } else {
        (gap * 100.0).max(0.01)
    };
    number(shown, 2, lang)
}

/// The answer in a sentence: its score against the plan as it was, and how sure it is that there is no better one.
/// `cheaper`: by how much what it starts costs less, triệu đồng.
pub fn headline(answer: &Answer, cheaper: f64, unit: MoneyUnit, lang: Lang) -> String {
    let (score, more) = (points(answer.score, lang), answer.score - answer.before);
    let proven = answer.progress.proven();
    let found = match lang {
        Lang::Vi if more > SAME_SCORE => {
            format!("Kế hoạch này được {score} điểm, hơn hiện nay {}.", points(more, lang))
        }
        Lang::En if more > SAME_SCORE => {
            format!(
                "This plan scores {score}, {} more than the plan as it is.",
                points(more, lang)
            )
        }
        Lang::Vi if more < -SAME_SCORE => format!(
            "Với các xã phải có, kế hoạch được {score} điểm, kém hiện nay {}.",
            points(-more, lang)
        ),
        Lang::En if more < -SAME_SCORE => format!(
            "With the communes that must be in, the plan scores {score}, {} less than the plan as it is.",
            points(-more, lang)
        ),
        Lang::Vi if cheaper > 0.5 => format!(
            "Điểm không hơn được ({score}), nhưng cùng điểm thì tốn ít hơn {}.",
            money_with_unit(cheaper, unit, lang)
        ),
        Lang::En if cheaper > 0.5 => format!(
            "The score cannot be raised ({score}), but the same score costs {} less.",
            money_with_unit(cheaper, unit, lang)
        ),
        Lang::Vi => format!("Không tìm được kế hoạch nào hơn kế hoạch hiện nay ({score} điểm)."),
        Lang::En => format!("Nothing better than the plan as it is was found (score {score})."),
    };
    let sure = match lang {
        Lang::Vi if proven => "Đã chứng minh: không kế hoạch nào nhiều điểm hơn.".to_owned(),
        Lang::En if proven => "Proven: no plan has a higher score.".to_owned(),
        Lang::Vi => format!(
            "Chưa chứng minh là tốt nhất: có thể còn hơn được nhiều nhất {} điểm.",
            gap(answer.progress.gap(), lang)
        ),
        Lang::En => format!(
            "Not proven best: there may be up to {} points more.",
            gap(answer.progress.gap(), lang)
        ),
    };
    format!("{found} {sure}")
}

/// Said when the search was ended before its end.
pub fn cut_short(cancelled: bool, seconds: f64, lang: Lang) -> String {
    let seconds = number(seconds, 1, lang);
    match (lang, cancelled) {
        (Lang::Vi, true) => format!("Đã dừng theo yêu cầu sau {seconds} giây."),
        (Lang::En, true) => format!("Stopped as asked after {seconds} seconds."),
        (Lang::Vi, false) => format!("Hết giờ sau {seconds} giây."),
        (Lang::En, false) => format!("Time was up after {seconds} seconds."),
    }
}

/// A rule that an answer breaks.
pub fn broken(plan: &Plan, rule: &Broken, lang: Lang) -> String {
    let line = |id: &str| super::line_name(plan, id, lang);
    let month = |t: usize| month_label(plan.calendar.month(t), plan.calendar.start, lang);
    let amount = |value: f64| money_with_unit(value, MoneyUnit::Million, lang);
    match (rule, lang) {
        (Broken::StartsPerMonth { line: id, month: t }, Lang::Vi) => {
            format!("{}: quá số khởi công một tháng ở {}.", line(id), month(*t))
        }
        (Broken::StartsPerMonth { line: id, month: t }, Lang::En) => {
            format!("{}: too many starts in {}.", line(id), month(*t))
        }
        (Broken::Candidates(id), Lang::Vi) => format!("{}: nhiều hơn số có thể làm.", line(id)),
        (Broken::Candidates(id), Lang::En) => format!("{}: more than there are.", line(id)),
        (Broken::Commune(id), Lang::Vi) => format!("Xã {} không phải ứng viên.", commune(plan, id)),
        (Broken::Commune(id), Lang::En) => format!("{} is no candidate.", commune(plan, id)),
        (Broken::Money(short), Lang::Vi) => format!("Thiếu {} không nguồn nào trả được.", amount(*short)),
        (Broken::Money(short), Lang::En) => format!("{} that no source can pay.", amount(*short)),
        (Broken::Waiting { month: t, by }, Lang::Vi) => {
            format!("Từ {} hóa đơn chờ quá hạn {}.", month(*t), amount(*by))
        }
        (Broken::Waiting { month: t, by }, Lang::En) => {
            format!("From {} bills of {} wait too long.", month(*t), amount(*by))
        }
        (Broken::Refused(id), Lang::Vi) => format!("{}: mô phỏng khởi công khác.", line(id)),
        (Broken::Refused(id), Lang::En) => format!("{}: the run starts other units.", line(id)),
        (Broken::Cap { line: l, source, by }, Lang::Vi) => {
            let source = super::source_name(plan, source, lang);
            format!("{source} chi cho {} quá mức {}.", line(l), amount(*by))
        }
        (Broken::Cap { line: l, source, by }, Lang::En) => {
            let source = super::source_name(plan, source, lang);
            format!("{source} pays {} too much to {}.", amount(*by), line(l))
        }
        (Broken::Floor { floor, told, run }, Lang::Vi) => format!(
            "Mức ít nhất thứ {}: báo thiếu {}, mô phỏng thiếu {}.",
            floor + 1,
            number(*told, 2, lang),
            number(*run, 2, lang)
        ),
        (Broken::Floor { floor, told, run }, Lang::En) => format!(
            "Least number {}: told {} short, as run {}.",
            floor + 1,
            number(*told, 2, lang),
            number(*run, 2, lang)
        ),
        (Broken::Score { told, run }, Lang::Vi) => format!(
            "Điểm báo {}, mô phỏng {}.",
            number(told * 100.0, 4, lang),
            number(run * 100.0, 4, lang)
        ),
        (Broken::Score { told, run }, Lang::En) => format!(
            "Score told {}, as run {}.",
            number(told * 100.0, 4, lang),
            number(run * 100.0, 4, lang)
        ),
    }
}

/// Name of a commune.
pub fn commune(plan: &Plan, id: &str) -> String {
    let found = plan.communes.iter().find(|c| c.id == id);
    found.map_or_else(|| id.to_owned(), |c| c.name.clone())
}

/// Why a commune is not in the answer.
pub fn why_not(plan: &Plan, id: &str, why: &WhyNot, unit: MoneyUnit, lang: Lang) -> String {
    let name = commune(plan, id);
    let unproven = |proven: bool| match lang {
        _ if proven => "",
        Lang::Vi => " (chưa chứng minh)",
        Lang::En => " (not proven)",
    };
    match (why, lang) {
        (WhyNot::Chosen { month }, _) => {
            let month = month_label(plan.calendar.month(*month), plan.calendar.start, lang);
            match lang {
                Lang::Vi => format!("{name} được chọn, khởi công {month}."),
                Lang::En => format!("{name} is chosen and starts in {month}."),
            }
        }
        (WhyNot::NotACandidate, Lang::Vi) => {
            format!("{name} không phải ứng viên: bị loại, ở mức khác, hoặc chưa có số liệu.")
        }
        (WhyNot::NotACandidate, Lang::En) => {
            format!("{name} is no candidate: fixed out, of another level, or without data.")
        }
        (WhyNot::TooLate, Lang::Vi) => format!("{name} không kịp đợt công nhận nào."),
        (WhyNot::TooLate, Lang::En) => format!("{name} is too late for every round of recognition."),
        (WhyNot::CannotBeFunded, Lang::Vi) => format!("Tiền không đủ để {name} khởi công."),
        (WhyNot::CannotBeFunded, Lang::En) => format!("There is not the money to start {name}."),
        (WhyNot::Score { loss, proven }, Lang::Vi) => {
            format!(
                "Lấy {name} thì điểm cao nhất giảm {}{}.",
                gap(*loss, lang),
                unproven(*proven)
            )
        }
        (WhyNot::Score { loss, proven }, Lang::En) => {
            format!(
                "With {name} the best score is lower by {}{}.",
                gap(*loss, lang),
                unproven(*proven)
            )
        }
        (WhyNot::Money { more }, Lang::Vi) if *more > 0.5 => {
            format!(
                "Lấy {name} thì cùng điểm nhưng tốn thêm {}.",
                money_with_unit(*more, unit, lang)
            )
        }
        (WhyNot::Money { more }, Lang::En) if *more > 0.5 => {
            format!(
                "With {name} the score is the same and costs {} more.",
                money_with_unit(*more, unit, lang)
            )
        }
        (WhyNot::Money { .. }, Lang::Vi) => format!("Lấy {name} cũng được: cùng điểm, không tốn hơn."),
        (WhyNot::Money { .. }, Lang::En) => format!("{name} would do as well: same score, no more money."),
    }
}

/// The least new money in a sentence. `total`: triệu đồng.
pub fn least_headline(total: f64, proven: bool, verified: bool, unit: MoneyUnit, lang: Lang) -> String {
    let amount = money_with_unit(total, unit, lang);
    let found = match lang {
        Lang::Vi if total <= 0.5 => "Không cần thêm tiền: chỉ cần lịch khởi công này.".to_owned(),
        Lang::En if total <= 0.5 => "No new money is needed, only these starts.".to_owned(),
        Lang::Vi => format!("Cần thêm {amount} tiền cho mục tiêu."),
        Lang::En => format!("{amount} of new money for targets is needed."),
    };
    let sure = match (lang, verified, proven) {
        (Lang::Vi, false, _) => "Nhưng mô phỏng không đạt đủ các mục tiêu.",
        (Lang::En, false, _) => "But the run does not make every target.",
        (Lang::Vi, true, true) => "Đã chứng minh là rẻ nhất.",
        (Lang::En, true, true) => "Proven cheapest.",
        (Lang::Vi, true, false) => "Chưa chứng minh là rẻ nhất.",
        (Lang::En, true, false) => "Not proven cheapest.",
    };
    format!("{found} {sure}")
}

/// A change of points with its sign: *+0,11*.
pub fn signed_points(change: f64, lang: Lang) -> String {
    signed(change * 100.0, 2, lang)
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimise::Progress;

    fn answer(before: f64, score: f64, bound: f64) -> Answer {
        Answer {
            planned: Default::default(),
            score,
            cost: 0.0,
            before,
            progress: Progress {
                steps: 1,
                score,
                bound,
                open: 0,
                done: true,
            },
            refused: vec![],
            short: vec![],
        }
    }

    #[test]
    fn an_answer_says_how_much_better_it_is_and_whether_that_is_proven() {
        let said = headline(&answer(0.84, 0.912, 0.912), 0.0, MoneyUnit::Million, Lang::Vi);
        assert!(
            said.contains("91,2 điểm, hơn hiện nay 7,2") && said.contains("Đã chứng minh"),
            "{said}"
        );
        let said = headline(&answer(0.84, 0.912, 0.92), 0.0, MoneyUnit::Million, Lang::En);
        assert!(said.contains("up to 0.80 points more"), "{said}");
    }

    #[test]
    fn an_answer_that_is_no_better_says_so() {
        let said = headline(&answer(0.84, 0.84, 0.9), 0.0, MoneyUnit::Million, Lang::Vi);
        assert!(said.contains("Không tìm được kế hoạch nào hơn"), "{said}");
    }

    #[test]
    fn a_bound_is_never_shown_below_the_score() {
        assert_eq!(at_most(0.84011, Lang::Vi), "tối đa 84,1");
        assert_eq!(at_most(0.84, Lang::En), "at most 84.0");
    }
}
