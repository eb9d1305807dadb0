//! Indices, points, and ways over several levers in words.

use super::{chance_words, interval_words};
use super::{lever_name, lever_value};
use crate::engine::sample::{Input, Lever, LeverChange, Price, UnreachedLever, Way};
use crate::formats::number::{MoneyUnit, NBSP, money_with_unit, number, signed};
use crate::i18n::Words;
use crate::model::{Factor, Lang, Plan};

words! {
    pub struct More {
        first_order = "Chỉ số Sobol bậc nhất" | "First-order Sobol index",
        half_width = "± (khoảng 95\u{a0}%)" | "± (95\u{a0}% interval)",
        sobol_run = "Tính chỉ số Sobol" | "Work out Sobol indices",
        sobol_hint = "S: phần biến động của kết quả mà riêng yếu tố đó giải thích được."
            | "S: the share of the variance of the result that the input explains alone.",
        cancel = "Dừng" | "Stop",
        scatter = "Từng lần thử" | "Sample by sample",
        input = "Yếu tố" | "Input",
        mean = "Trung bình" | "Mean",
        least = "Nhỏ nhất" | "Smallest",
        most = "Lớn nhất" | "Largest",
        every_way = "Mọi cách, xếp theo chi phí" | "Every way, ranked by cost",
        /// Instead of a chance: the goal is to be reached at likely values.
        no_chance = "không xét, ở mức thường gặp" | "none asked: at likely values",
        start_month = "Khởi công cùng tháng" | "All start in one month",
        ways = "Các cách đạt, rẻ trước" | "Ways that reach it, cheapest first",
        ways_hint = "Chi phí: tiền thêm, phần việc thêm và phần phải tiết giảm. Cách phối hợp là cách tốt tìm được, chưa chứng minh là rẻ nhất."
            | "Cost: money added, works added and savings to be found. Combinations are good ways found, not proven the cheapest.",
        no_way = "Không cách nào đạt." | "Nothing reaches it.",
        not_reached = "Không đạt được, dù đến" | "Not reachable, even with",
        apply = "Áp dụng" | "Apply",
        cancelled = "Đã dừng; đây là những gì tìm được đến lúc đó." | "Stopped; this is what was found until then.",
    }
}

/// Words of indices, samples and ways.
pub fn more(lang: Lang) -> &'static More {
    More::of(lang)
}

/// Unit of an input.
pub fn input_unit(input: &Input, lang: Lang) -> &'static str {
    match input {
        Input::Average(Factor::Realisation { .. }) => word!(lang; "% kế hoạch" | "% of the plan"),
        Input::Average(Factor::Cost { .. }) => word!(lang; "lần mức dự kiến" | "times the planned cost"),
        Input::Event(_) => word!(lang; "0: không, 1: có" | "0: no, 1: yes"),
        Input::Passes(_) => word!(lang; "đơn vị sẽ đạt" | "units that would pass"),
    }
}

/// What a scatter shows.
pub fn scatter_title(input: &str, result: &str, correlation: f64, lang: Lang) -> String {
    let r = signed(correlation, 2, lang);
    match correlation.abs() {
        0.0..0.1 => say!(lang;
            "{result} hầu như không theo {input} (tương quan hạng {r})"
            | "{result} hardly goes with {input} (rank correlation {r})"),
        _ => say!(lang;
            "{result} theo {input}: tương quan hạng {r}" | "{result} against {input}: rank correlation {r}"),
    }
}

/// The same for those who cannot see it; `ends`: mean result in the lowest and in the highest tenth of the input.
pub fn scatter_summary(title: &str, samples: usize, ends: Option<(f64, f64)>, unit: &str, lang: Lang) -> String {
    let n = number(samples as f64, 0, lang);
    let Some((low, high)) = ends else {
        return title.to_owned();
    };
    let (low, high) = (number(low, 1, lang), number(high, 1, lang));
    say!(lang;
        "{title}. {n} lần thử. Kết quả trung bình từ {low} ở một phần mười thấp nhất đến {high} ở một phần mười cao nhất ({unit})."
        | "{title}. {n} samples. The mean result goes from {low} in the lowest tenth to {high} in the highest ({unit}).")
}

sentences! {
    /// How far a computation is.
    pub fn progress_words(progress: f64; lang)
        = "Đang tính, {done}{NBSP}%" | "Working, {done}{NBSP}%",
        done = number(progress * 100.0, 0, lang);
}

/// Levers moved: *Số đưa vào làm: OCOP từ 12 đến 15; Mọi nguồn vốn từ 100 % đến 104 %*.
pub fn changes_sentence(plan: &Plan, changes: &[LeverChange], unit: MoneyUnit, lang: Lang) -> String {
    let of = |c: &LeverChange| {
        let name = lever_name(plan, &c.lever, lang);
        let write = |value: f64| lever_value(&c.lever, value, unit, lang);
        if let Lever::StartMonth(_) = c.lever {
            let month = plan.calendar.month(c.to.max(0.0) as usize);
            return format!("{}: {name}, {}/{}", more(lang).start_month, month.month, month.year);
        }
        say!(lang; "{name} từ {from} đến {to}" | "{name} from {from} to {to}", from = write(c.from), to = write(c.to))
    };
    let parts: Vec<String> = changes.iter().map(of).collect();
    if parts.is_empty() {
        return say!(lang; "Đã đạt, không cần thay đổi" | "Reached already, nothing to change");
    }
    parts.join("; ")
}

/// What a way costs, by part.
pub fn price_words(price: Price, unit: MoneyUnit, lang: Lang) -> String {
    let names = word!(lang; ["tiền thêm", "việc thêm", "tiết giảm"] | ["money added", "works added", "savings"]);
    let parts: Vec<String> = [price.money, price.works, price.savings]
        .into_iter()
        .zip(names)
        .filter(|(amount, _)| *amount > 0.5)
        .map(|(amount, name)| format!("{name} {}", money_with_unit(amount, unit, lang)))
        .collect();
    match parts.is_empty() {
        true => say!(lang; "không tốn thêm" | "no cost"),
        _ => parts.join(" + "),
    }
}

/// The chance a way leads to; nothing for an aim in the plain run.
pub fn way_chance(way: &Way, samples: usize, lang: Lang) -> Option<(String, String)> {
    let chance = way.chance?;
    Some((chance_words(chance.chance, lang), interval_words(chance, samples, lang)))
}

/// What does not reach the aim, and the chance there.
pub fn unreached_sentence(plan: &Plan, found: &UnreachedLever, unit: MoneyUnit, lang: Lang) -> String {
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
    let chance = found.chance.map(|c| {
        say!(lang;
            ": khả năng khi đó {chance}" | ": the chance there is {chance}",
            chance = chance_words(c.chance, lang))
    });
    format!("{}{}", ends.join("; "), chance.unwrap_or_default())
}
