//! Indices, points, and ways over several levers in words.

use super::{chance_words, interval_words};
use super::{lever_name, lever_value};
use crate::engine::sample::{Change, Input, Lever, Price, Unreached, Way};
use crate::formats::number::{MoneyUnit, NBSP, money_with_unit, number, signed};
use crate::model::{Factor, Lang, Plan};

/// Texts of this part.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct More {
    pub first_order: &'static str,
    pub half_width: &'static str,
    pub sobol_run: &'static str,
    pub sobol_hint: &'static str,
    pub cancel: &'static str,
    pub scatter: &'static str,
    pub input: &'static str,
    pub mean: &'static str,
    pub least: &'static str,
    pub most: &'static str,
    pub every_way: &'static str,
    /// Instead of a chance: the goal is to be reached at likely values.
    pub no_chance: &'static str,
    pub start_month: &'static str,
    pub ways: &'static str,
    pub ways_hint: &'static str,
    pub no_way: &'static str,
    pub not_reached: &'static str,
    pub apply: &'static str,
    pub cancelled: &'static str,
}

const VI: More = More {
    first_order: "Chỉ số Sobol bậc nhất",
    half_width: "± (khoảng 95\u{a0}%)",
    sobol_run: "Tính chỉ số Sobol",
    sobol_hint: "S: phần biến động của kết quả mà riêng yếu tố đó giải thích được.",
    cancel: "Dừng",
    scatter: "Từng lần thử",
    input: "Yếu tố",
    mean: "Trung bình",
    least: "Nhỏ nhất",
    most: "Lớn nhất",
    every_way: "Mọi cách, xếp theo chi phí",
    no_chance: "không xét, ở mức thường gặp",
    start_month: "Khởi công cùng tháng",
    ways: "Các cách đạt, rẻ trước",
    ways_hint: "Chi phí: tiền thêm, phần việc thêm và phần phải tiết giảm. Cách phối hợp là cách tốt tìm được, chưa chứng minh là rẻ nhất.",
    no_way: "Không cách nào đạt.",
    not_reached: "Không đạt được, dù đến",
    apply: "Áp dụng",
    cancelled: "Đã dừng; đây là những gì tìm được đến lúc đó.",
};

const EN: More = More {
    first_order: "First-order Sobol index",
    half_width: "± (95\u{a0}% interval)",
    sobol_run: "Work out Sobol indices",
    sobol_hint: "S: the share of the variance of the result that the input explains alone.",
    cancel: "Stop",
    scatter: "Sample by sample",
    input: "Input",
    mean: "Mean",
    least: "Smallest",
    most: "Largest",
    every_way: "Every way, ranked by cost",
    no_chance: "none asked: at likely values",
    start_month: "All start in one month",
    ways: "Ways that reach it, cheapest first",
    ways_hint: "Cost: money added, works added and savings to be found. Combinations are good ways found, not proven the cheapest.",
    no_way: "Nothing reaches it.",
    not_reached: "Not reachable, even with",
    apply: "Apply",
    cancelled: "Stopped; this is what was found until then.",
};

/// Texts of this part.
pub fn more(lang: Lang) -> &'static More {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Unit of an input.
pub fn input_unit(input: &Input, lang: Lang) -> &'static str {
    match (input, lang) {
        (Input::Average(Factor::Realisation { .. }), Lang::Vi) => "% kế hoạch",
        (Input::Average(Factor::Realisation { .. }), Lang::En) => "% of the plan",
        (Input::Average(Factor::Cost { .. }), Lang::Vi) => "lần mức dự kiến",
        (Input::Average(Factor::Cost { .. }), Lang::En) => "times the planned cost",
        (Input::Event(_), Lang::Vi) => "0: không, 1: có",
        (Input::Event(_), Lang::En) => "0: no, 1: yes",
        (Input::Passes(_), Lang::Vi) => "đơn vị sẽ đạt",
        (Input::Passes(_), Lang::En) => "units that would pass",
    }
}

/// What a scatter shows.
pub fn scatter_title(input: &str, result: &str, correlation: f64, lang: Lang) -> String {
    let r = signed(correlation, 2, lang);
    match (lang, correlation.abs()) {
        (Lang::Vi, 0.0..0.1) => format!("{result} hầu như không theo {input} (tương quan hạng {r})"),
        (Lang::Vi, _) => format!("{result} theo {input}: tương quan hạng {r}"),
        (Lang::En, 0.0..0.1) => format!("{result} hardly goes with {input} (rank correlation {r})"),
        (Lang::En, _) => format!("{result} against {input}: rank correlation {r}"),
    }
}

/// The same for those who cannot see it; `ends`: mean result in the lowest and in the highest tenth of the input.
pub fn scatter_summary(title: &str, samples: usize, ends: Option<(f64, f64)>, unit: &str, lang: Lang) -> String {
    let n = number(samples as f64, 0, lang);
    let Some((low, high)) = ends else {
        return title.to_owned();
    };
    let (low, high) = (number(low, 1, lang), number(high, 1, lang));
    match lang {
        Lang::Vi => format!(
            "{title}. {n} lần thử. Kết quả trung bình từ {low} ở một phần mười thấp nhất đến {high} ở một phần mười cao nhất ({unit})."
        ),
        Lang::En => format!(
            "{title}. {n} samples. The mean result goes from {low} in the lowest tenth to {high} in the highest ({unit})."
        ),
    }
}

/// How far a computation is.
pub fn progress_words(progress: f64, lang: Lang) -> String {
    let done = number(progress * 100.0, 0, lang);
    match lang {
        Lang::Vi => format!("Đang tính, {done}{NBSP}%"),
        Lang::En => format!("Working, {done}{NBSP}%"),
    }
}

/// Levers moved: *Số đưa vào làm: OCOP từ 12 đến 15; Mọi nguồn vốn từ 100 % đến 104 %*.
pub fn changes_sentence(plan: &Plan, changes: &[Change], unit: MoneyUnit, lang: Lang) -> String {
    let of = |c: &Change| {
        let name = lever_name(plan, &c.lever, lang);
        let write = |value: f64| lever_value(&c.lever, value, unit, lang);
        if let Lever::StartMonth(_) = c.lever {
            let month = plan.calendar.month(c.to.max(0.0) as usize);
            return format!("{}: {name}, {}/{}", more(lang).start_month, month.month, month.year);
        }
        match lang {
            Lang::Vi => format!("{name} từ {} đến {}", write(c.from), write(c.to)),
            Lang::En => format!("{name} from {} to {}", write(c.from), write(c.to)),
        }
    };
    let parts: Vec<String> = changes.iter().map(of).collect();
    if parts.is_empty() {
        return match lang {
            Lang::Vi => "Đã đạt, không cần thay đổi".to_owned(),
            Lang::En => "Reached already, nothing to change".to_owned(),
        };
    }
    parts.join("; ")
}

/// What a way costs, by part.
pub fn price_words(price: Price, unit: MoneyUnit, lang: Lang) -> String {
    let names = match lang {
        Lang::Vi => ["tiền thêm", "việc thêm", "tiết giảm"],
        Lang::En => ["money added", "works added", "savings"],
    };
    let parts: Vec<String> = [price.money, price.works, price.savings]
        .into_iter()
        .zip(names)
        .filter(|(amount, _)| *amount > 0.5)
        .map(|(amount, name)| format!("{name} {}", money_with_unit(amount, unit, lang)))
        .collect();
    match (parts.is_empty(), lang) {
        (true, Lang::Vi) => "không tốn thêm".to_owned(),
        (true, Lang::En) => "no cost".to_owned(),
        _ => parts.join(" + "),
    }
}

/// The chance a way leads to; nothing for an aim in the plain run.
pub fn way_chance(way: &Way, samples: usize, lang: Lang) -> Option<(String, String)> {
    let chance = way.chance?;
    Some((chance_words(chance.chance, lang), interval_words(chance, samples, lang)))
}

/// What does not reach the aim, and the chance there.
pub fn unreached_sentence(plan: &Plan, found: &Unreached, unit: MoneyUnit, lang: Lang) -> String {
    let ends: Vec<String> = found
        .changes
        .iter()
        .map(|c| {
            let name = lever_name(plan, &c.lever, lang);
            match c.lever {
                Lever::StartMonth(_) => {
                    let month = plan.calendar.month(c.to.max(0.0) as usize);
                    format!("{}: {name}, {}/{}", more(lang).start_month, month.month, month.year)
                }
                _ => format!("{name} {}", lever_value(&c.lever, c.to, unit, lang)),
            }
        })
        .collect();
    let chance = found.chance.map(|c| match lang {
        Lang::Vi => format!(": khả năng khi đó {}", chance_words(c.chance, lang)),
        Lang::En => format!(": the chance there is {}", chance_words(c.chance, lang)),
    });
    format!("{}{}", ends.join("; "), chance.unwrap_or_default())
}
