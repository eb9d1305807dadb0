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
    match &facts.settled {
        _ if facts.needed <= 0.0 => crate::i18n::texts(lang).charts.nothing_due.to_owned(),
        Some(month) => say!(lang;
            "Việc chạy trước tiền, {month} trả đủ" | "Work runs ahead of money, all paid by {month}"),
        None if facts.debt > 0.0 => say!(lang;
            "Việc chạy trước tiền, cuối kỳ nợ {debt}" | "Work runs ahead of money, {debt} owed at the end",
            debt = money_with_unit(facts.debt, facts.unit, lang)),
        None => say!(lang; "Tiền về kịp mọi tháng" | "Money arrives in time every month"),
    }
}

/// Summary of the chart of money by month.
pub fn cash_summary(facts: &CashFacts, lang: Lang) -> String {
    let title = cash_title(facts, lang);
    let (needed, released) = (billions(facts.needed, lang), billions(facts.released, lang));
    let totals = say!(lang;
        "Cả kỳ cần chi {needed}, tiền về cho mục tiêu {released}."
        | "Over the plan {needed} is needed and {released} is released for the targets.");
    if facts.peak <= 0.0 {
        return format!("{title}. {totals}");
    }
    let peak = money_with_unit(facts.peak, facts.unit, lang);
    let waiting = say!(lang;
        "Hóa đơn chờ trả nhiều nhất {peak} ở {peak_month}." | "Waiting bills peak at {peak} in {peak_month}.",
        peak_month = &facts.peak_month);
    format!("{title}. {totals} {waiting}")
}

sentences! {
    /// Label of the largest gap: *chờ 54.625*. `amount` in triệu đồng.
    pub fn waiting_label(amount: f64, unit: MoneyUnit; lang)
        = "chờ {amount}" | "waiting {amount}",
        amount = money(amount, unit, lang);

    /// Title of the chart of money by line: the largest payer. `total` in triệu đồng.
    pub fn payer_title(name: &str, share: f64, total: f64; lang)
        = "{name} trả {share} trong {total}" | "{name} pays {share} of {total}",
        share = percent(share, 0, lang), total = billions(total, lang);

    /// Title of the chart of the way of the money: how much of it is in recognised units. `total` in triệu đồng.
    pub fn flow_title(share: f64, total: f64; lang)
        = "{share} trong {total} thành kết quả được công nhận" | "{share} of {total} becomes recognised results",
        share = percent(share, 0, lang), total = billions(total, lang);

    /// Where money in recognised units ends.
    pub fn in_recognised(lang) = "Được công nhận" | "Recognised";

    /// Where the rest of the money ends.
    pub fn in_others(lang) = "Chưa được công nhận" | "Not recognised";

    /// Title of the chart of money by source.
    pub fn use_title(facts: &UseOfMoney; lang)
        = "{share} của {released} chi cho mục tiêu, còn {left}"
        | "{share} of {released} goes to the targets, {left} is left",
        share = percent(facts.paid / facts.released.max(f64::MIN_POSITIVE), 0, lang),
        released = billions(facts.released, lang),
        left = billions(facts.left, lang);

    /// Summary of the chart of money by source.
    pub fn use_summary(facts: &UseOfMoney; lang)
        = "{title}. Dành cho việc khác {other}." | "{title}. {other} is held for other works.",
        title = use_title(facts, lang), other = billions(facts.other_works, lang);
}

/// Label at the end of both curves: *162,0 cần, 162,1 về*. Amounts in triệu đồng, shown in tỷ.
pub fn cash_end_label(needed: f64, released: f64, lang: Lang) -> String {
    let shown = |amount| money(amount, MoneyUnit::Billion, lang);
    let (needed, released) = (shown(needed), shown(released));
    say!(lang; "{needed} cần, {released} về" | "{needed} needed, {released} released")
}

/// Summary of the chart of the way of the money: targets with money in units that are not recognised, triệu đồng.
pub fn flow_summary(title: &str, lost: &[(&str, f64)], lang: Lang) -> String {
    let listed: Vec<String> = lost
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    match lost.is_empty() {
        true => say!(lang; "{title}. Mọi đồng đã chi đều thành kết quả." | "{title}. All money paid is in results."),
        false => say!(lang;
            "{title}. Chưa thành kết quả: {listed}." | "{title}. Not in results: {listed}.",
            listed = listed.join(", ")),
    }
}

/// Summary of the chart of money by line: `parts` are names and amounts in triệu đồng, largest first.
pub fn payer_summary(title: &str, parts: &[(&str, f64)], lang: Lang) -> String {
    let listed: Vec<String> = parts
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    say!(lang; "{title}. Theo mục tiêu: {listed}." | "{title}. By target: {listed}.", listed = listed.join(", "))
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
