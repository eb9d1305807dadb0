//! Titles, axes and summaries of charts.

use crate::{
    formats::number::{MoneyUnit, money, money_with_unit, month_label, number, percent},
    model::{Lang, YearMonth},
};

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Charts {
    pub month: &'static str,
    pub start_of_plan: &'static str,
    pub line: &'static str,
    pub source: &'static str,
    pub scenario: &'static str,
    pub goal: &'static str,
    pub started: &'static str,
    pub submitted: &'static str,
    pub recognised: &'static str,
    pub added: &'static str,
    pub goals_so_far: &'static str,
    pub in_all: &'static str,
    pub needed: &'static str,
    pub released: &'static str,
    pub paid: &'static str,
    pub waiting: &'static str,
    pub other_works: &'static str,
    pub left: &'static str,
    pub total: &'static str,
    pub attainment: &'static str,
    pub money: &'static str,
    pub time: &'static str,
    pub capacity: &'static str,
    pub appraisal: &'static str,
    pub schedule: &'static str,
    pub percent_of_goal: &'static str,
    pub percent_of_goal_cumulative: &'static str,
    pub points: &'static str,
    pub billion_cumulative: &'static str,
    pub billion_a_year: &'static str,
    pub slowed: &'static str,
    pub show_table: &'static str,
    pub save: &'static str,
    pub save_failed: &'static str,
    pub data_of: &'static str,
    pub show_drawing: &'static str,
    pub walk_hint: &'static str,
    pub not_drawn: &'static str,
    pub no_lines: &'static str,
    pub no_goals: &'static str,
    pub no_sources: &'static str,
    pub nothing_compared: &'static str,
    pub nothing_paid: &'static str,
    pub nothing_due: &'static str,
    pub nothing_missed: &'static str,
}

/// Vietnamese.
pub const VI: Charts = Charts {
    month: "Tháng",
    start_of_plan: "Đầu kỳ",
    line: "Mục tiêu",
    source: "Nguồn",
    scenario: "Kịch bản",
    goal: "Mục tiêu",
    started: "Khởi công",
    submitted: "Trình",
    recognised: "Công nhận",
    added: "Thêm",
    goals_so_far: "Chỉ tiêu cộng dồn",
    in_all: "Lũy kế",
    needed: "Cần chi",
    released: "Đã về",
    paid: "Đã trả",
    waiting: "Chờ trả",
    other_works: "Việc khác",
    left: "Còn lại",
    total: "Tổng",
    attainment: "Công nhận so với mục tiêu",
    money: "Thiếu tiền",
    time: "Thiếu thời gian",
    capacity: "Thiếu năng lực",
    appraisal: "Thẩm định",
    schedule: "Lịch khởi công",
    percent_of_goal: "% mục tiêu",
    percent_of_goal_cumulative: "% mục tiêu, lũy kế",
    points: "điểm % mục tiêu",
    billion_cumulative: "tỷ đồng, lũy kế",
    billion_a_year: "tỷ đồng một năm",
    slowed: "Thi công chậm",
    show_table: "Bảng số",
    save: "Lưu hình",
    save_failed: "Trình duyệt không lưu được hình này. Hãy thử SVG, hoặc in màn hình này ra PDF.",
    data_of: "Số liệu",
    show_drawing: "Biểu đồ",
    walk_hint: "Phím mũi tên trái, phải: đọc từng số.",
    not_drawn: "Không vẽ được biểu đồ; số liệu ở bảng.",
    no_lines: "Kế hoạch chưa có mục tiêu nào.",
    no_goals: "Chưa mục tiêu nào có chỉ tiêu lớn hơn 0.",
    no_sources: "Kế hoạch chưa có nguồn vốn nào.",
    nothing_compared: "Chưa chọn kịch bản nào để so sánh.",
    nothing_paid: "Chưa có khoản chi nào.",
    nothing_due: "Chưa có việc nào cần trả tiền",
    nothing_missed: "Không mục tiêu nào hụt",
};

/// English.
pub const EN: Charts = Charts {
    month: "Month",
    start_of_plan: "Start of the plan",
    line: "Target",
    source: "Source",
    scenario: "Scenario",
    goal: "Goal",
    started: "Started",
    submitted: "Submitted",
    recognised: "Recognised",
    added: "Added",
    goals_so_far: "Goals so far",
    in_all: "In all",
    needed: "Needed",
    released: "Released",
    paid: "Paid",
    waiting: "Waiting bills",
    other_works: "Other works",
    left: "Left",
    total: "Total",
    attainment: "Recognised against goal",
    money: "Lack of money",
    time: "Lack of time",
    capacity: "Lack of capacity",
    appraisal: "Appraisal",
    schedule: "Schedule of starts",
    percent_of_goal: "% of goal",
    percent_of_goal_cumulative: "% of goal, cumulative",
    points: "points of attainment",
    billion_cumulative: "billion VND, cumulative",
    billion_a_year: "billion VND a year",
    slowed: "Work slowed",
    show_table: "Data table",
    save: "Save picture",
    save_failed: "The browser could not save this picture. Try SVG, or print this screen to PDF.",
    data_of: "Data",
    show_drawing: "Chart",
    walk_hint: "Left and right arrow keys read the figures one by one.",
    not_drawn: "The chart cannot be drawn; the figures are in the table.",
    no_lines: "The plan has no target yet.",
    no_goals: "No target has a goal above 0 yet.",
    no_sources: "The plan has no source of money yet.",
    nothing_compared: "No scenario is ticked for comparison yet.",
    nothing_paid: "Nothing is paid yet.",
    nothing_due: "Nothing has to be paid yet",
    nothing_missed: "No goal is missed",
};

/// A month of a plan that starts in `start`, in a sentence or a table: *T8*, next year *T1/22*; *Aug*, *Jan 2022*.
pub fn month(month: YearMonth, start: YearMonth, lang: Lang) -> String {
    match lang {
        _ if month.year == start.year => month_label(month, start, lang),
        Lang::Vi => format!("T{}", month_label(month, start, lang)),
        Lang::En => format!("{} {}", month_label(month, month, lang), month.year),
    }
}

/// A money amount in tỷ đồng with its unit. `amount` in triệu đồng.
fn billions(amount: f64, lang: Lang) -> String {
    money_with_unit(amount, MoneyUnit::Billion, lang)
}

/// What the chart of recognition shows.
#[derive(Clone, Debug)]
pub struct Recognition<'a> {
    /// Targets with a goal above 0.
    pub targets: usize,
    /// How many of them are met.
    pub met: usize,
    /// Name and share (0–1) of the target furthest from its goal; `None` if all are met.
    pub furthest: Option<(&'a str, f64)>,
    /// First and last month with a recognition, as shown; `None` if nothing is recognised.
    pub months: Option<(String, String)>,
}

/// Title of the chart of recognition.
pub fn recognition_title(facts: &Recognition, lang: Lang) -> String {
    let Recognition { targets, met, .. } = *facts;
    match (lang, &facts.furthest) {
        (Lang::Vi, None) if targets == 1 => "Mục tiêu được công nhận đủ".to_owned(),
        (Lang::Vi, None) => format!("Cả {targets} mục tiêu được công nhận đủ"),
        (Lang::En, None) if targets == 1 => "The goal is reached".to_owned(),
        (Lang::En, None) => format!("All {targets} goals are reached"),
        (Lang::Vi, Some((name, share))) if targets == 1 => format!("{name} mới đạt {}", percent(*share, 0, lang)),
        (Lang::Vi, Some((name, share))) => {
            format!(
                "{met} trên {targets} mục tiêu đủ; {name} mới {}",
                percent(*share, 0, lang)
            )
        }
        (Lang::En, Some((name, share))) if targets == 1 => format!("{name} reaches {}", percent(*share, 0, lang)),
        (Lang::En, Some((name, share))) => {
            let verb = if met == 1 { "is" } else { "are" };
            format!(
                "{met} of {targets} goals {verb} reached; {name} at {}",
                percent(*share, 0, lang)
            )
        }
    }
}

/// Summary of the chart of recognition.
pub fn recognition_summary(facts: &Recognition, lang: Lang) -> String {
    let title = recognition_title(facts, lang);
    let months = match (lang, &facts.months) {
        (Lang::Vi, None) => "Chưa đơn vị nào được công nhận.".to_owned(),
        (Lang::En, None) => "Nothing is recognised.".to_owned(),
        (Lang::Vi, Some((first, last))) if first == last => format!("Mọi công nhận rơi vào {first}."),
        (Lang::En, Some((first, last))) if first == last => format!("All recognition falls in {first}."),
        (Lang::Vi, Some((first, last))) => format!("Công nhận từ {first} đến {last}."),
        (Lang::En, Some((first, last))) => format!("Recognition runs from {first} to {last}."),
    };
    format!("{title}. {months}")
}

/// Title of the chart of one line: *Vườn mẫu: 144 trên 200 vườn được công nhận*. Counts as shown.
pub fn line_title(name: &str, recognised: &str, goal: &str, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name}: {recognised} trên {goal} {unit} được công nhận"),
        Lang::En if unit.is_empty() => format!("{name}: {recognised} of {goal} recognised"),
        Lang::En => format!("{name}: {recognised} of {goal} recognised ({unit})"),
    }
}

/// Summary of the chart of one line. Counts as shown.
pub fn line_summary(title: &str, started: &str, submitted: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{title}. Khởi công {started}, trình {submitted}."),
        Lang::En => format!("{title}. {started} started, {submitted} submitted."),
    }
}

/// What there is in all at the end, apart from what is added.
pub fn stock_summary(in_all: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Lũy kế cuối kỳ {in_all}."),
        Lang::En => format!("{in_all} in all at the end."),
    }
}

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
        _ if facts.needed <= 0.0 => super::texts(lang).charts.nothing_due.to_owned(),
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

/// Title and summary of the small charts of scenarios: name, goals met and goals of each.
pub fn multiples(held: &[(&str, usize, usize)], lang: Lang) -> (String, String) {
    let best = held.iter().map(|(_, met, _)| *met).max().unwrap_or(0);
    let names: Vec<&str> = held
        .iter()
        .filter(|(_, met, _)| *met == best)
        .map(|(name, _, _)| *name)
        .collect();
    let (names, all) = (names.join(", "), held.first().map_or(0, |(_, _, all)| *all));
    let title = match lang {
        Lang::Vi => format!("Đạt nhiều nhất {best} trên {all} mục tiêu: {names}"),
        Lang::En => format!("Most targets held, {best} of {all}: {names}"),
    };
    let each: Vec<String> = held
        .iter()
        .map(|(name, met, all)| format!("{name} {met}/{all}"))
        .collect();
    let summary = match lang {
        Lang::Vi => format!("{title}. Mục tiêu đạt theo kịch bản: {}.", each.join(", ")),
        Lang::En => format!("{title}. Targets held by scenario: {}.", each.join(", ")),
    };
    (title, summary)
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

/// What the chart of causes shows.
#[derive(Clone, Copy, Debug)]
pub struct CausesFacts<'a> {
    /// Lines that miss their goal.
    pub missed: usize,
    /// Points of attainment lost over these lines, 0–100 each.
    pub lost: f64,
    /// The largest cause and its points.
    pub main: (&'a str, f64),
    /// The line that loses most and its points.
    pub worst: (&'a str, f64),
}

/// Title of the chart of causes.
pub fn causes_title(facts: &CausesFacts, lang: Lang) -> String {
    let (cause, points) = facts.main;
    let (points, lost) = (number(points, 0, lang), number(facts.lost, 0, lang));
    match lang {
        Lang::Vi => format!("{cause} lấy mất nhiều nhất: {points} trên {lost} điểm"),
        Lang::En => format!("{cause} costs most: {points} of {lost} points"),
    }
}

/// Summary of the chart of causes.
pub fn causes_summary(facts: &CausesFacts, lang: Lang) -> String {
    let title = causes_title(facts, lang);
    let (name, points) = (facts.worst.0, number(facts.worst.1, 1, lang));
    match (lang, facts.missed) {
        (Lang::Vi, missed) => format!("{title}. {missed} mục tiêu hụt; {name} hụt nhiều nhất, {points} điểm."),
        (Lang::En, 1) => format!("{title}. One goal is missed: {name}, by {points} points."),
        (Lang::En, missed) => format!("{title}. {missed} goals are missed; {name} by most, {points} points."),
    }
}

/// Title of the comparison of targets: the line that differs most, shares 0–1; `None` if nothing differs.
pub fn compare_title(widest: Option<(&str, f64, f64)>, lang: Lang) -> String {
    match (lang, widest) {
        (Lang::Vi, None) => "Các kịch bản cho cùng kết quả".to_owned(),
        (Lang::En, None) => "All scenarios give the same result".to_owned(),
        (Lang::Vi, Some((name, low, high))) => {
            format!(
                "{name} chênh nhất: {} đến {}",
                percent(low, 0, lang),
                percent(high, 0, lang)
            )
        }
        (Lang::En, Some((name, low, high))) => {
            format!(
                "{name} differs most: {} to {}",
                percent(low, 0, lang),
                percent(high, 0, lang)
            )
        }
    }
}

/// Summary of the comparison of targets: `met` are scenario names with goals met, of `targets`.
pub fn compare_summary(title: &str, met: &[(String, usize)], targets: usize, lang: Lang) -> String {
    let listed: Vec<String> = met.iter().map(|(name, met)| format!("{name} {met}")).collect();
    match lang {
        Lang::Vi => format!("{title}. Số mục tiêu đủ trên {targets}: {}.", listed.join(", ")),
        Lang::En => format!("{title}. Goals reached of {targets}: {}.", listed.join(", ")),
    }
}

/// Title of the comparison of money: scenario names with totals, least and most, in triệu đồng.
pub fn compare_money_title(least: (&str, f64), most: (&str, f64), lang: Lang) -> String {
    let (low, high) = (billions(least.1, lang), billions(most.1, lang));
    match lang {
        Lang::Vi if low == high => format!("Các kịch bản có cùng số tiền, {low}"),
        Lang::En if low == high => format!("All scenarios have the same money, {low}"),
        Lang::Vi => format!("{} ít tiền nhất, {low}; {} nhiều nhất, {high}", least.0, most.0),
        Lang::En => format!("{} has least, {low}; {} most, {high}", least.0, most.0),
    }
}

/// Summary of the comparison of money: scenario names and totals in triệu đồng.
pub fn compare_money_summary(title: &str, totals: &[(String, f64)], lang: Lang) -> String {
    let listed: Vec<String> = totals
        .iter()
        .map(|(name, amount)| format!("{name} {}", billions(*amount, lang)))
        .collect();
    match lang {
        Lang::Vi => format!("{title}. Tổng các nguồn: {}.", listed.join(", ")),
        Lang::En => format!("{title}. All sources together: {}.", listed.join(", ")),
    }
}
