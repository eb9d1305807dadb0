//! Titles and summaries of money: by month, by payer, by target, its way.

use super::billions;
use crate::formats::number::{MoneyUnit, money, money_with_unit, percent};
use crate::model::Lang;
/// What the chart of money by month shows. Amounts in triệu đồng.
#[derive(Clone, Debug)]
pub struct CashFacts {
    /// All bills of the plan.
    pub needed: f64,
    /// All free money.
    pub released: f64,
    /// Largest amount of waiting bills.
    pub peak: f64,
    /// Its month, as shown.
    pub peak_month: String,
    /// Unpaid after the last month.
    pub debt: f64,
    /// From which month on nothing waits any more, as shown; `None` if there is debt or nothing ever waits.
    pub settled: Option<String>,
    /// Unit of the page.
    pub unit: MoneyUnit,
}

/// Title of the chart of money by month.
pub fn cash_title(facts: &CashFacts, lang: Lang) -> String {
    match (lang, &facts.settled) {
        _ if facts.needed <= 0.0 => crate::i18n::texts(lang).charts.nothing_due.to_owned(),
        (Lang::Vi, Some(month)) => format!("Việc chạy trước tiền, {month} trả đủ"),
        (Lang::En, Some(month)) => format!("Work runs ahead of money, all paid by {month}"),
        (Lang::Vi, None) if facts.debt > 0.0 => {
            format!(
                "Việc chạy trước tiền, cuối kỳ nợ {}",
                money_with_unit(facts.debt, facts.unit, lang)
            )
        }
        (Lang::En, None) if facts.debt > 0.0 => {
            format!(
                "Work runs ahead of money, {} owed at the end",
                money_with_unit(facts.debt, facts.unit, lang)
            )
        }
        (Lang::Vi, None) => "Tiền về kịp mọi tháng".to_owned(),
        (Lang::En, None) => "Money arrives in time every month".to_owned(),
    }
}

/// Summary of the chart of money by month.
pub fn cash_summary(facts: &CashFacts, lang: Lang) -> String {
    let title = cash_title(facts, lang);
    let (needed, released) = (billions(facts.needed, lang), billions(facts.released, lang));
    let totals = match lang {
        Lang::Vi => format!("Cả kỳ cần chi {needed}, tiền về cho mục tiêu {released}."),
        Lang::En => format!("Over the plan {needed} is needed and {released} is released for the targets."),
    };
    if facts.peak <= 0.0 {
        return format!("{title}. {totals}");
    }
    let peak = money_with_unit(facts.peak, facts.unit, lang);
    let waiting = match lang {
        Lang::Vi => format!("Hóa đơn chờ trả nhiều nhất {peak} ở {}.", facts.peak_month),
        Lang::En => format!("Waiting bills peak at {peak} in {}.", facts.peak_month),
    };
    format!("{title}. {totals} {waiting}")
}

/// Label of the largest gap: *chờ 54.625*. `amount` in triệu đồng.
pub fn waiting_label(amount: f64, unit: MoneyUnit, lang: Lang) -> String {
    let amount = money(amount, unit, lang);
    match lang {
        Lang::Vi => format!("chờ {amount}"),
        Lang::En => format!("waiting {amount}"),
    }
}

/// Label at the end of both curves: *162,0 cần, 162,1 về*. Amounts in triệu đồng, shown in tỷ.
pub fn cash_end_label(needed: f64, released: f64, lang: Lang) -> String {
    let shown = |amount| money(amount, MoneyUnit::Billion, lang);
    let (needed, released) = (shown(needed), shown(released));
    match lang {
        Lang::Vi => format!("{needed} cần, {released} về"),
        Lang::En => format!("{needed} needed, {released} released"),
    }
}

/// Title of the chart of money by line: the largest payer. `total` in triệu đồng.
pub fn payer_title(name: &str, share: f64, total: f64, lang: Lang) -> String {
    let (share, total) = (percent(share, 0, lang), billions(total, lang));
    match lang {
        Lang::Vi => format!("{name} trả {share} trong {total}"),
        Lang::En => format!("{name} pays {share} of {total}"),
    }
}

/// Title of the chart of the way of the money: how much of it is in recognised units. `total` in triệu đồng.
pub fn flow_title(share: f64, total: f64, lang: Lang) -> String {
    let (share, total) = (percent(share, 0, lang), billions(total, lang));
    match lang {
        Lang::Vi => format!("{share} trong {total} thành kết quả được công nhận"),
        Lang::En => format!("{share} of {total} becomes recognised results"),
    }
}

/// Summary of the chart of the way of the money: targets with money in units that are not recognised, triệu đồng.
pub fn flow_summary(title: &str, lost: &[(&str, f64)], lang: Lang) -> String {
    let listed: Vec<String> = lost
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    match (lost.is_empty(), lang) {
        (true, Lang::Vi) => format!("{title}. Mọi đồng đã chi đều thành kết quả."),
        (true, Lang::En) => format!("{title}. All money paid is in results."),
        (false, Lang::Vi) => format!("{title}. Chưa thành kết quả: {}.", listed.join(", ")),
        (false, Lang::En) => format!("{title}. Not in results: {}.", listed.join(", ")),
    }
}

/// Where money in recognised units ends.
pub fn in_recognised(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Được công nhận",
        Lang::En => "Recognised",
    }
}

/// Where the rest of the money ends.
pub fn in_others(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Chưa được công nhận",
        Lang::En => "Not recognised",
    }
}

/// Summary of the chart of money by line: `parts` are names and amounts in triệu đồng, largest first.
pub fn payer_summary(title: &str, parts: &[(&str, f64)], lang: Lang) -> String {
    let listed: Vec<String> = parts
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    match lang {
        Lang::Vi => format!("{title}. Theo mục tiêu: {}.", listed.join(", ")),
        Lang::En => format!("{title}. By target: {}.", listed.join(", ")),
    }
}

/// Where the released money goes. Amounts in triệu đồng.
#[derive(Clone, Copy, Debug)]
pub struct UseOfMoney {
    /// Released over the plan.
    pub released: f64,
    /// Paid for targets.
    pub paid: f64,
    /// Held for other works.
    pub other_works: f64,
    /// Left at the end.
    pub left: f64,
}

/// Title of the chart of money by source.
pub fn use_title(facts: &UseOfMoney, lang: Lang) -> String {
    let share = percent(facts.paid / facts.released.max(f64::MIN_POSITIVE), 0, lang);
    let (released, left) = (billions(facts.released, lang), billions(facts.left, lang));
    match lang {
        Lang::Vi => format!("{share} của {released} chi cho mục tiêu, còn {left}"),
        Lang::En => format!("{share} of {released} goes to the targets, {left} is left"),
    }
}

/// Summary of the chart of money by source.
pub fn use_summary(facts: &UseOfMoney, lang: Lang) -> String {
    let title = use_title(facts, lang);
    let other = billions(facts.other_works, lang);
    match lang {
        Lang::Vi => format!("{title}. Dành cho việc khác {other}."),
        Lang::En => format!("{title}. {other} is held for other works."),
    }
}
