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

sentences! {
    /// Said where another scenario is shown than the answer is for.
    pub fn for_scenario(name: &str; lang)
        = "Câu trả lời này là cho kịch bản «{name}», không phải kịch bản đang xem."
        | "This answer is for the scenario “{name}”, not the one shown.";

    /// The button that puts an answer into its scenario, where another one is shown.
    pub fn apply_into(name: &str; lang) = "Đưa vào kịch bản «{name}»" | "Put into the scenario “{name}”";

    /// What the bound says, for a tooltip.
    pub fn bound_hint(lang)
        = "Không cách chọn và khởi công nào với số tiền này vượt được điểm này."
        | "No choice and no schedule of starts exceeds this score with this money.";
}

/// Points of score: *91,2*.
pub fn points(score: f64, lang: Lang) -> String {
    number(score * 100.0, 1, lang)
}

/// The bound beside the score: *tối đa 91,2*.
pub fn at_most(bound: f64, lang: Lang) -> String {
    // Rounded up, so that it is never below the score beside it.
    let shown = number(libm::ceil(bound * 1000.0 - 1e-6) / 10.0, 1, lang);
    say!(lang; "tối đa {shown}" | "at most {shown}")
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
    let found = if limited {
        beside_limits(answer, now, lang)
    } else if more > SAME_SCORE {
        say!(lang;
            "Kế hoạch này được {score} điểm, hơn hiện nay {more}."
            | "This plan scores {score}, {more} more than the plan as it is.",
            more = points(more, lang))
    } else if more < -SAME_SCORE {
        say!(lang;
            "Với các giới hạn của câu hỏi, kế hoạch được {score} điểm, kém hiện nay {points}."
            | "Within the limits of the question the plan scores {score}, {points} less than the plan as it is.",
            points = points(-more, lang))
    } else if cheaper > 0.5 {
        say!(lang;
            "Điểm không hơn được ({score}), nhưng cùng điểm thì tốn ít hơn {cheaper}."
            | "The score cannot be raised ({score}), but the same score costs {cheaper} less.",
            cheaper = money_with_unit(cheaper, unit, lang))
    } else {
        say!(lang;
            "Không tìm được kế hoạch nào hơn kế hoạch hiện nay ({score} điểm)."
            | "Nothing better than the plan as it is was found (score {score}).")
    };
    let sure = if proven {
        say!(lang; "Đã chứng minh: không kế hoạch nào nhiều điểm hơn." | "Proven: no plan has a higher score.")
    } else {
        say!(lang;
            "Chưa chứng minh là tốt nhất: có thể còn hơn được nhiều nhất {gap} điểm."
            | "Not proven best: there may be up to {gap} points more.",
            gap = gap(answer.progress.gap(), lang))
    };
    format!("{found} {sure}")
}

/// A score where the limits of the question change that of the plan as it is: against both.
fn beside_limits(answer: &Answer, now: f64, lang: Lang) -> String {
    let told = |score: f64| points(score, lang);
    let against = |base: f64| {
        let more = answer.score - base;
        let by = told(more.abs());
        if more.abs() <= SAME_SCORE {
            say!(lang; "bằng nhau" | "the same")
        } else if more > 0.0 {
            say!(lang; "hơn {by}" | "{by} more")
        } else {
            say!(lang; "kém {by}" | "{by} less")
        }
    };
    let (score, own, limited) = (told(answer.score), told(now), told(answer.before));
    let (plain, within) = (against(now), against(answer.before));
    say!(lang;
        "Kế hoạch này được {score} điểm, {plain} so với hiện nay ({own}). Giữ lịch hiện nay mà theo các giới hạn của câu hỏi thì được {limited}: kế hoạch này {within}."
        | "This plan scores {score}, {plain} against the plan as it is ({own}). The starts as they are within the limits of the question score {limited}: against that, {within}.")
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
pub fn cut_sentence(cancelled: bool, seconds: f64, lang: Lang) -> String {
    let seconds = number(seconds, 1, lang);
    match cancelled {
        true => say!(lang; "Đã dừng theo yêu cầu sau {seconds} giây." | "Stopped as asked after {seconds} seconds."),
        false => say!(lang; "Hết giờ sau {seconds} giây." | "Time was up after {seconds} seconds."),
    }
}

/// A rule that an answer breaks.
pub fn breach_sentence(plan: &Plan, rule: &Broken, lang: Lang) -> String {
    let line = |id: &str| super::line_name(plan, id, lang);
    let month = |t: usize| month_label(plan.calendar.month(t), plan.calendar.start, lang);
    let amount = |value: f64| money_with_unit(value, MoneyUnit::Million, lang);
    match rule {
        Broken::StartsPerMonth { line: id, month: t } => say!(lang;
            "{line}: quá số khởi công một tháng ở {month}." | "{line}: too many starts in {month}.",
            line = line(id), month = month(*t)),
        Broken::Candidates(id) => say!(lang;
            "{line}: nhiều hơn số có thể làm." | "{line}: more than there are.",
            line = line(id)),
        Broken::Commune(id) => say!(lang;
            "Xã {name} không phải ứng viên." | "{name} is no candidate.",
            name = super::commune(plan, id)),
        Broken::Money(short) => say!(lang;
            "Thiếu {short} không nguồn nào trả được." | "{short} that no source can pay.",
            short = amount(*short)),
        Broken::Waiting { month: t, by } => say!(lang;
            "Từ {month} hóa đơn chờ quá hạn {by}." | "From {month} bills of {by} wait too long.",
            month = month(*t), by = amount(*by)),
        Broken::Refused(id) => say!(lang;
            "{line}: mô phỏng khởi công khác." | "{line}: the run starts other units.",
            line = line(id)),
        Broken::Cap { line: l, source, by } => say!(lang;
            "{source} chi cho {line} quá mức {by}." | "{source} pays {by} too much to {line}.",
            source = super::source_name(plan, source, lang), line = line(l), by = amount(*by)),
        Broken::Floor { floor, told, run } => say!(lang;
            "Mức ít nhất thứ {nth}: báo thiếu {told}, mô phỏng thiếu {run}."
            | "Least number {nth}: told {told} short, as run {run}.",
            nth = floor + 1, told = number(*told, 2, lang), run = number(*run, 2, lang)),
        Broken::Score { told, run } => say!(lang;
            "Điểm báo {told}, mô phỏng {run}." | "Score told {told}, as run {run}.",
            told = number(told * 100.0, 4, lang), run = number(run * 100.0, 4, lang)),
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
