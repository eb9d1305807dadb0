//! What really happened: words of its panel, and the report *to date* as the office writes it.

use crate::formats::number::{MoneyUnit, money_with_unit, number, percent};
use crate::model::{ActualRow, Lang, Line, Plan};
use crate::sheet::{ActualError, ActualProblem};

words! {
    pub struct Actuals {
        title = "Thực hiện theo tháng" | "Actual figures by month",
        hint = "Ô trống: chưa có số, lần chạy lấy theo kế hoạch. Nhập số cho tháng sau thì các tháng trước đó được chốt."
            | "An empty cell was not entered: the run takes it as planned. A figure for a later month closes the months before it.",
        closed_until = "Đã chốt đến hết tháng" | "Closed to the end of",
        none_closed = "chưa tháng nào" | "no month",
        forecast = "Dự báo tiếp từ tháng sau" | "Forecast from the next month on",
        forecast_hint = "Các tháng đã chốt lấy số thực hiện; tiền đã trả là đã trả; phần còn lại chạy tiếp theo kế hoạch."
            | "Closed months take the actual figures; money paid is paid; the rest goes on as planned.",
        recognised = "Được công nhận trong tháng" | "Recognised in the month",
        started = "Khởi công trong tháng (không nhập: như kế hoạch)" | "Started in the month (empty: as planned)",
        paid = "Giải ngân trong tháng cho các mục tiêu, triệu đồng" | "Paid in the month for the targets, million VND",
        so_far = "Đến nay" | "So far",
        row = "Dòng" | "Row",
        paste = "Dán từ Excel" | "Paste from Excel",
        paste_hint = "Dán bảng chép từ Excel: mỗi cột một tháng. Cột đầu có thể là tên mục tiêu hoặc tên nguồn."
            | "Paste a table copied from Excel: a column for each month. The first column may hold names of targets or sources.",
        paste_from = "Từ tháng" | "From month",
        paste_label = "Bảng dán từ Excel" | "Table pasted from Excel",
        paste_apply = "Dán" | "Paste",
        paste_readable = "Dán phần đọc được" | "Paste what can be read",
        report = "Báo cáo tiến độ" | "Progress report",
        copy = "Chép" | "Copy",
        copied = "Đã chép báo cáo." | "Report copied.",
        not_copied = "Không chép được; hãy chọn chữ rồi nhấn Ctrl+C."
            | "Could not copy; select the text and press Ctrl+C.",
        nothing_yet = "Chưa có số thực hiện của tháng nào." | "No actual figure has been entered yet.",
        actual = "thực hiện" | "actual",
        actual_paid = "Đã giải ngân" | "Paid so far",
    }
}

/// Up to where figures are actual, where months are drawn: *Đã chốt đến hết T3*.
pub fn closed_until(month: &str, forecast: bool, lang: Lang) -> String {
    match forecast {
        true => say!(lang;
            "Đã chốt đến hết {month}, sau đó là dự báo." | "Closed to the end of {month}, forecast after it."),
        false => say!(lang; "Đã chốt đến hết {month}." | "Closed to the end of {month}."),
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
    let mut report = vec![say!(lang;
        "Đến hết tháng {month}/{year}:" | "To the end of {month}/{year}:",
        month = month.month, year = month.year)];
    report.extend(told);
    if !paid.is_empty() {
        let sum = money_with_unit(paid.iter().sum(), unit, lang);
        report.push(say!(lang; "Giải ngân cho các mục tiêu {sum}." | "Paid for the targets: {sum}."));
    }
    if !missing.is_empty() {
        let names = missing.join(", ");
        report.push(say!(lang; "Chưa có số thực hiện: {names}." | "No actual figure yet: {names}."));
    }
    report
}

fn of_line(line: &Line, reached: f64, lang: Lang) -> String {
    let (name, unit, goal) = (line.name.get(lang), line.unit.get(lang), line.goal.value);
    let n = count(reached, lang);
    let mut sentence = match goal > 0.0 {
        true => say!(lang;
            "{name} đạt {n}/{goal} {unit}, bằng {share} kế hoạch" | "{name}: {n} of {goal} {unit}, {share} of the plan",
            goal = count(goal, lang), share = share(reached / goal, lang)),
        false => say!(lang; "{name} đạt {n} {unit}" | "{name}: {n} {unit}"),
    };
    if let Some(stock) = &line.stock {
        let all = count(stock.value + reached, lang);
        sentence.push_str(&say!(lang; "; lũy kế {all} {unit}" | "; {all} {unit} in all"));
    }
    sentence.push('.');
    sentence
}

/// What is wrong with a figure.
pub fn problem(problem: ActualProblem, lang: Lang) -> String {
    match problem {
        ActualProblem::Number => say!(lang;
            "không phải một số. Nhập số, hoặc để trống." | "not a number. Type one, or leave it empty."),
        ActualProblem::Range => say!(lang;
            "nhỏ hơn 0 hoặc quá lớn. Nhập số từ 0 trở lên." | "below 0 or too large. Type a number of 0 or more."),
        ActualProblem::Whole => say!(lang; "số khởi công phải nguyên." | "units started are whole."),
        ActualProblem::NoMonth => say!(lang;
            "dòng đầu không nói đây là tháng nào của kế hoạch."
            | "the first row does not say which month of the plan this is."),
        ActualProblem::Row => say!(lang;
            "không có mục tiêu hay nguồn nào tên như vậy." | "no target or source is called so."),
        ActualProblem::RowsBeyond { room } => say!(lang;
            "vùng dán dài hơn {room} dòng còn lại." | "the block is longer than the {room} rows left."),
        ActualProblem::MonthsBeyond { room } => say!(lang;
            "vùng dán rộng hơn {room} tháng còn lại." | "the block is wider than the {room} months left."),
    }
}

/// A place of a pasted table that cannot be used.
pub fn paste_error(error: &ActualError, lang: Lang) -> String {
    let text: String = error.text.trim().chars().take(40).collect();
    let (row, col, why) = (error.row, error.col, problem(error.problem, lang));
    say!(lang; "Dòng {row}, cột {col} “{text}”: {why}" | "Row {row}, column {col} “{text}”: {why}")
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
