//! What an answer says, as sentences.

use crate::formats::number::{MoneyUnit, money_with_unit, month_label, number, signed};
use crate::model::{Lang, Plan, Text};
use crate::optimise::{Answer, Broken, SAME_SCORE};

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

/// Said where another scenario is shown than the answer is for.
pub fn for_scenario(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Câu trả lời này là cho kịch bản «{name}», không phải kịch bản đang xem."),
        Lang::En => format!("This answer is for the scenario “{name}”, not the one shown."),
    }
}

/// The button that puts an answer into its scenario, where another one is shown.
pub fn apply_into(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đưa vào kịch bản «{name}»"),
        Lang::En => format!("Put into the scenario “{name}”"),
    }
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

/// The answer in a sentence: its score against the plan as it is, and how sure it is that there is no better one. `now`:
/// score of the scenario as it is, with the targets of the question; where its limits alone change that, both are named.
/// `cheaper`: by how much what it starts costs less, triệu đồng.
pub fn headline(answer: &Answer, now: f64, cheaper: f64, unit: MoneyUnit, lang: Lang) -> String {
    let (score, more) = (points(answer.score, lang), answer.score - now);
    let proven = answer.progress.proven();
    let limited = (answer.before - now).abs() > SAME_SCORE;
    let found = match lang {
        _ if limited => beside_limits(answer, now, lang),
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
            "Với các giới hạn của câu hỏi, kế hoạch được {score} điểm, kém hiện nay {}.",
            points(-more, lang)
        ),
        Lang::En if more < -SAME_SCORE => format!(
            "Within the limits of the question the plan scores {score}, {} less than the plan as it is.",
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

/// A score where the limits of the question change that of the plan as it is: against both.
fn beside_limits(answer: &Answer, now: f64, lang: Lang) -> String {
    let told = |score: f64| points(score, lang);
    let against = |base: f64| {
        let more = answer.score - base;
        let by = told(more.abs());
        match lang {
            _ if more.abs() <= SAME_SCORE => match lang {
                Lang::Vi => "bằng nhau".to_owned(),
                Lang::En => "the same".to_owned(),
            },
            Lang::Vi if more > 0.0 => format!("hơn {by}"),
            Lang::Vi => format!("kém {by}"),
            Lang::En if more > 0.0 => format!("{by} more"),
            Lang::En => format!("{by} less"),
        }
    };
    let (score, own, limited) = (told(answer.score), told(now), told(answer.before));
    let (plain, within) = (against(now), against(answer.before));
    match lang {
        Lang::Vi => format!(
            "Kế hoạch này được {score} điểm, {plain} so với hiện nay ({own}). Giữ lịch hiện nay mà theo các giới hạn của câu hỏi thì được {limited}: kế hoạch này {within}."
        ),
        Lang::En => format!(
            "This plan scores {score}, {plain} against the plan as it is ({own}). The starts as they are within the limits of the question score {limited}: against that, {within}."
        ),
    }
}

/// A time as a figure: *2,9*; what is there at once took less than a tenth, not nothing.
pub fn seconds(time: f64, lang: Lang) -> String {
    if time < 0.05 {
        format!("<\u{a0}{}", number(0.1, 1, lang))
    } else {
        number(time, 1, lang)
    }
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
        (Broken::Commune(id), Lang::Vi) => format!("Xã {} không phải ứng viên.", super::commune(plan, id)),
        (Broken::Commune(id), Lang::En) => format!("{} is no candidate.", super::commune(plan, id)),
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

/// A change of points with its sign: *+0,11*.
pub fn signed_points(change: f64, lang: Lang) -> String {
    signed(change * 100.0, 2, lang)
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
        let said = headline(&answer(0.84, 0.912, 0.912), 0.84, 0.0, MoneyUnit::Million, Lang::Vi);
        assert!(
            said.contains("91,2 điểm, hơn hiện nay 7,2") && said.contains("Đã chứng minh"),
            "{said}"
        );
        let said = headline(&answer(0.84, 0.912, 0.92), 0.84, 0.0, MoneyUnit::Million, Lang::En);
        assert!(said.contains("up to 0.80 points more"), "{said}");
    }

    #[test]
    fn where_limits_of_the_question_cost_points_both_bases_are_named() {
        let said = headline(&answer(0.901, 0.943, 0.943), 0.97, 0.0, MoneyUnit::Million, Lang::Vi);
        assert!(said.contains("94,3 điểm, kém 2,7 so với hiện nay (97,0)"), "{said}");
        assert!(said.contains("thì được 90,1: kế hoạch này hơn 4,2"), "{said}");
    }

    #[test]
    fn an_answer_that_is_no_better_says_so() {
        let said = headline(&answer(0.84, 0.84, 0.9), 0.84, 0.0, MoneyUnit::Million, Lang::Vi);
        assert!(said.contains("Không tìm được kế hoạch nào hơn"), "{said}");
    }

    #[test]
    fn a_bound_is_never_shown_below_the_score() {
        assert_eq!(at_most(0.84011, Lang::Vi), "tối đa 84,1");
        assert_eq!(at_most(0.84, Lang::En), "at most 84.0");
    }
}
