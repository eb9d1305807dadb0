//! What really happened: words of its panel, and the report *to date* as the office writes it.

use crate::formats::number::{MoneyUnit, money_with_unit, number, percent};
use crate::model::{ActualRow, Lang, Line, Plan};
use crate::sheet::{ActualError, ActualProblem};

/// Words of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Actuals {
    pub title: &'static str,
    pub hint: &'static str,
    pub closed_until: &'static str,
    pub none_closed: &'static str,
    pub forecast: &'static str,
    pub forecast_hint: &'static str,
    pub recognised: &'static str,
    pub started: &'static str,
    pub paid: &'static str,
    pub so_far: &'static str,
    pub row: &'static str,
    pub paste: &'static str,
    pub paste_hint: &'static str,
    pub paste_from: &'static str,
    pub paste_label: &'static str,
    pub paste_apply: &'static str,
    pub paste_readable: &'static str,
    pub report: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub nothing_yet: &'static str,
    pub actual: &'static str,
    pub actual_paid: &'static str,
}

/// Vietnamese.
pub const VI: Actuals = Actuals {
    title: "Thực hiện theo tháng",
    hint: "Ô trống: chưa có số, lần chạy lấy theo kế hoạch. Nhập số cho tháng sau thì các tháng trước đó được chốt.",
    closed_until: "Đã chốt đến hết tháng",
    none_closed: "chưa tháng nào",
    forecast: "Dự báo tiếp từ tháng sau",
    forecast_hint: "Các tháng đã chốt lấy số thực hiện; tiền đã trả là đã trả; phần còn lại chạy tiếp theo kế hoạch.",
    recognised: "Được công nhận trong tháng",
    started: "Khởi công trong tháng (không nhập: như kế hoạch)",
    paid: "Giải ngân trong tháng cho các mục tiêu, triệu đồng",
    so_far: "Đến nay",
    row: "Dòng",
    paste: "Dán từ Excel",
    paste_hint: "Dán bảng chép từ Excel: mỗi cột một tháng. Cột đầu có thể là tên mục tiêu hoặc tên nguồn.",
    paste_from: "Từ tháng",
    paste_label: "Bảng dán từ Excel",
    paste_apply: "Dán",
    paste_readable: "Dán phần đọc được",
    report: "Báo cáo tiến độ",
    copy: "Chép",
    copied: "Đã chép báo cáo.",
    not_copied: "Không chép được; hãy chọn chữ rồi nhấn Ctrl+C.",
    nothing_yet: "Chưa có số thực hiện của tháng nào.",
    actual: "thực hiện",
    actual_paid: "Đã giải ngân",
};

/// English.
pub const EN: Actuals = Actuals {
    title: "Actual figures by month",
    hint: "An empty cell was not entered: the run takes it as planned. A figure for a later month closes the months before it.",
    closed_until: "Closed to the end of",
    none_closed: "no month",
    forecast: "Forecast from the next month on",
    forecast_hint: "Closed months take the actual figures; money paid is paid; the rest goes on as planned.",
    recognised: "Recognised in the month",
    started: "Started in the month (empty: as planned)",
    paid: "Paid in the month for the targets, million VND",
    so_far: "So far",
    row: "Row",
    paste: "Paste from Excel",
    paste_hint: "Paste a table copied from Excel: a column for each month. The first column may hold names of targets or sources.",
    paste_from: "From month",
    paste_label: "Table pasted from Excel",
    paste_apply: "Paste",
    paste_readable: "Paste what can be read",
    report: "Progress report",
    copy: "Copy",
    copied: "Report copied.",
    not_copied: "Could not copy; select the text and press Ctrl+C.",
    nothing_yet: "No actual figure has been entered yet.",
    actual: "actual",
    actual_paid: "Paid so far",
};

/// Up to where figures are actual, where months are drawn: *Đã chốt đến hết T3*.
pub fn closed_until(month: &str, forecast: bool, lang: Lang) -> String {
    match (lang, forecast) {
        (Lang::Vi, true) => format!("Đã chốt đến hết {month}, sau đó là dự báo."),
        (Lang::Vi, false) => format!("Đã chốt đến hết {month}."),
        (Lang::En, true) => format!("Closed to the end of {month}, forecast after it."),
        (Lang::En, false) => format!("Closed to the end of {month}."),
    }
}

/// A count: whole, or two decimals.
fn count(value: f64, lang: Lang) -> String {
    let whole = (value - value.round()).abs() < 1e-9;
    number(value, if whole { 0 } else { 2 }, lang)
}

/// A share of the plan: whole per cent, or one decimal.
fn share(value: f64, lang: Lang) -> String {
    let hundredths = value * 100.0;
    let whole = (hundredths - hundredths.round()).abs() < 0.05;
    percent(value, if whole { 0 } else { 1 }, lang)
}

/// The report at the end of the last closed month, a sentence a line; empty without a closed month or a figure.
///
/// Only what was entered is told; targets without a figure are named at the end. Attainment is of the plan's goal,
/// *lũy kế* adds what there was when the plan began.
pub fn report(plan: &Plan, unit: MoneyUnit, lang: Lang) -> Vec<String> {
    let actuals = &plan.actuals;
    let Some(last) = actuals.months.min(plan.calendar.months).checked_sub(1) else {
        return vec![];
    };
    let month = plan.calendar.month(last);
    let mut told = Vec::new();
    let mut missing = Vec::new();
    for line in &plan.lines {
        let row = ActualRow::Recognised(line.id.clone());
        match actuals.cumulative(&row).and_then(|c| c.last().copied()) {
            Some(reached) => told.push(of_line(line, reached, lang)),
            None => missing.push(line.name.get(lang)),
        }
    }
    let paid: Vec<f64> = plan
        .sources
        .iter()
        .filter_map(|s| actuals.cumulative(&ActualRow::Paid(s.id.clone()))?.last().copied())
        .collect();
    if told.is_empty() && paid.is_empty() {
        return vec![];
    }
    let mut report = vec![match lang {
        Lang::Vi => format!("Đến hết tháng {}/{}:", month.month, month.year),
        Lang::En => format!("To the end of {}/{}:", month.month, month.year),
    }];
    report.extend(told);
    if !paid.is_empty() {
        let sum = money_with_unit(paid.iter().sum(), unit, lang);
        report.push(match lang {
            Lang::Vi => format!("Giải ngân cho các mục tiêu {sum}."),
            Lang::En => format!("Paid for the targets: {sum}."),
        });
    }
    if !missing.is_empty() {
        let names = missing.join(", ");
        report.push(match lang {
            Lang::Vi => format!("Chưa có số thực hiện: {names}."),
            Lang::En => format!("No actual figure yet: {names}."),
        });
    }
    report
}

fn of_line(line: &Line, reached: f64, lang: Lang) -> String {
    let (name, unit, goal) = (line.name.get(lang), line.unit.get(lang), line.goal.value);
    let n = count(reached, lang);
    let mut sentence = match (lang, goal > 0.0) {
        (Lang::Vi, true) => format!(
            "{name} đạt {n}/{} {unit}, bằng {} kế hoạch",
            count(goal, lang),
            share(reached / goal, lang)
        ),
        (Lang::Vi, false) => format!("{name} đạt {n} {unit}"),
        (Lang::En, true) => format!(
            "{name}: {n} of {} {unit}, {} of the plan",
            count(goal, lang),
            share(reached / goal, lang)
        ),
        (Lang::En, false) => format!("{name}: {n} {unit}"),
    };
    if let Some(stock) = &line.stock {
        let all = count(stock.value + reached, lang);
        sentence.push_str(&match lang {
            Lang::Vi => format!("; lũy kế {all} {unit}"),
            Lang::En => format!("; {all} {unit} in all"),
        });
    }
    sentence.push('.');
    sentence
}

/// What is wrong with a figure.
pub fn problem(problem: ActualProblem, lang: Lang) -> String {
    match (problem, lang) {
        (ActualProblem::Number, Lang::Vi) => "không phải một số. Nhập số, hoặc để trống.".into(),
        (ActualProblem::Number, Lang::En) => "not a number. Type one, or leave it empty.".into(),
        (ActualProblem::Range, Lang::Vi) => "nhỏ hơn 0 hoặc quá lớn. Nhập số từ 0 trở lên.".into(),
        (ActualProblem::Range, Lang::En) => "below 0 or too large. Type a number of 0 or more.".into(),
        (ActualProblem::Whole, Lang::Vi) => "số khởi công phải nguyên.".into(),
        (ActualProblem::Whole, Lang::En) => "units started are whole.".into(),
        (ActualProblem::NoMonth, Lang::Vi) => "dòng đầu không nói đây là tháng nào của kế hoạch.".into(),
        (ActualProblem::NoMonth, Lang::En) => "the first row does not say which month of the plan this is.".into(),
        (ActualProblem::Row, Lang::Vi) => "không có mục tiêu hay nguồn nào tên như vậy.".into(),
        (ActualProblem::Row, Lang::En) => "no target or source is called so.".into(),
        (ActualProblem::RowsBeyond { room }, Lang::Vi) => format!("vùng dán dài hơn {room} dòng còn lại."),
        (ActualProblem::RowsBeyond { room }, Lang::En) => format!("the block is longer than the {room} rows left."),
        (ActualProblem::MonthsBeyond { room }, Lang::Vi) => format!("vùng dán rộng hơn {room} tháng còn lại."),
        (ActualProblem::MonthsBeyond { room }, Lang::En) => format!("the block is wider than the {room} months left."),
    }
}

/// A place of a pasted table that cannot be used.
pub fn paste_error(error: &ActualError, lang: Lang) -> String {
    let text: String = error.text.trim().chars().take(40).collect();
    let (row, col, why) = (error.row, error.col, problem(error.problem, lang));
    match lang {
        Lang::Vi => format!("Dòng {row}, cột {col} “{text}”: {why}"),
        Lang::En => format!("Row {row}, column {col} “{text}”: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::default_plan;

    fn plan() -> Plan {
        let mut plan = default_plan();
        plan.actuals
            .set(&ActualRow::Recognised("residential".into()), 1, Some(5.0));
        plan.actuals
            .set(&ActualRow::Recognised("residential".into()), 2, Some(7.0));
        plan.actuals.set(&ActualRow::Paid("state".into()), 2, Some(1_234.0));
        plan.actuals.months = 3;
        plan
    }

    #[test]
    fn the_report_reads_as_the_office_writes_it() {
        let plan = plan();
        let told = report(&plan, MoneyUnit::Million, Lang::Vi);
        assert_eq!(told[0], "Đến hết tháng 3/2021:");
        let stock = plan
            .line("residential")
            .and_then(|l| l.stock.as_ref())
            .map_or(0.0, |s| s.value);
        let line = plan.line("residential").unwrap();
        let unit = line.unit.get(Lang::Vi);
        let expected = format!(
            "{} đạt 12/25 {unit}, bằng 48\u{a0}% kế hoạch; lũy kế {} {unit}.",
            line.name.get(Lang::Vi),
            number(stock + 12.0, 0, Lang::Vi)
        );
        assert_eq!(told[1], expected);
        assert!(told[2].contains("1.234"), "{}", told[2]);
        assert!(told[3].starts_with("Chưa có số thực hiện: "), "{}", told[3]);
    }

    #[test]
    fn without_a_closed_month_or_a_figure_there_is_nothing_to_report() {
        assert!(report(&default_plan(), MoneyUnit::Million, Lang::Vi).is_empty());
        let mut plan = plan();
        plan.actuals.months = 1;
        assert!(report(&plan, MoneyUnit::Million, Lang::En).is_empty());
    }
}
