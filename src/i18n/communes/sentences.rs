//! Sentences with numbers and names in them.

use super::Communes;
use crate::formats::number::{self, NBSP};
use crate::i18n::{agree, messages, texts};
use crate::model::{CriterionEntry, CriterionState, Lang, Level};
use crate::sheet::{CellError, PasteProblem, Ranked, Ranking, Standing};

/// Word of a state.
pub fn state(state: CriterionState, lang: Lang) -> &'static str {
    let t: &Communes = &texts(lang).communes;
    match state {
        CriterionState::Met => t.met,
        CriterionState::InProgress => t.doing,
        CriterionState::Open => t.open,
        CriterionState::Unknown => t.unknown,
    }
}

/// Name of a level as something to reach.
pub fn level(level: Level, lang: Lang) -> &'static str {
    match level {
        Level::None => word!(lang; "chưa đạt chuẩn" | "below the standard"),
        Level::Ntm => word!(lang; "đạt chuẩn NTM" | "NTM standard"),
        Level::Advanced => word!(lang; "nâng cao" | "advanced"),
        Level::Model => word!(lang; "kiểu mẫu" | "model"),
    }
}

fn money(value: f64, lang: Lang) -> String {
    number::money_with_unit(value, number::MoneyUnit::Million, lang)
}

sentences! {
    /// `1 commune`, `3 communes`.
    fn communes(n: usize; lang) = "{n}{NBSP}xã" | "{n}{NBSP}{of}", of = agree(n, "commune", "communes");

    fn months(n: usize; lang) = "{n}{NBSP}tháng" | "{n}{NBSP}{of}", of = agree(n, "month", "months");

    /// What a commune lacks to be counted with its own figures.
    pub fn gaps(gaps: usize; lang)
        = "thiếu {gaps}{NBSP}ô" | "{gaps}{NBSP}{of} missing", of = agree(gaps, "cell", "cells");

    /// A tab: *Lên nâng cao: 18 xã*.
    pub fn tab(to: Level, rows: usize; lang)
        = "Lên {name}: {rows}" | "To {name}: {rows}",
        rows = communes(rows, lang), name = level(to, lang);

    /// Several cells are selected.
    pub fn selection_count(cells: usize; lang) = "{cells} ô được chọn" | "{cells} cells selected";

    /// Why so many cannot be pushed.
    pub fn too_many(candidates: usize; lang)
        = "Chỉ có {candidates}{NBSP}xã dự kiến: nhập từ 0 đến {candidates}."
        | "There are {candidates} candidates: from 0 to {candidates}.";

    /// More errors than are listed.
    pub fn more_errors(more: usize; lang) = "và {more} chỗ nữa" | "and {more} more";

    /// The finding of the heat map: the criterion and the commune that cost most.
    pub fn heat_finding(criterion: &str, cost: f64, commune: &str, most: f64; lang)
        = "Tốn nhất là {criterion}: {cost} ở tất cả các xã; xã tốn nhất là {commune}: {most}."
        | "{criterion} costs most: {cost} over all communes; {commune} is the dearest: {most}.",
        cost = money(cost, lang), most = money(most, lang);
}

/// A cell for who does not see it: state, cost, months, note.
pub fn cell(entry: Option<&CriterionEntry>, lang: Lang) -> String {
    let Some(entry) = entry else {
        return state(CriterionState::Unknown, lang).to_owned();
    };
    let mut said = state(entry.state, lang).to_owned();
    let to_do = matches!(entry.state, CriterionState::Open | CriterionState::InProgress);
    if let Some(cost) = entry.cost.filter(|_| to_do) {
        said.push_str(", ");
        said.push_str(&money(cost, lang));
    }
    if let Some(m) = entry.months.filter(|_| to_do) {
        said.push_str(", ");
        said.push_str(&months(m.max(0.0) as usize, lang));
    }
    if !entry.note.is_empty() {
        said.push_str("; ");
        said.push_str(&entry.note);
    }
    said
}

/// What a chance is called: whole per cent, `< 1 %` and `> 99 %` near the ends.
pub fn chance(value: f64, lang: Lang) -> String {
    if value > 0.0 && value < 0.01 {
        format!("<{NBSP}1{NBSP}%")
    } else if value < 1.0 && value > 0.99 {
        format!(">{NBSP}99{NBSP}%")
    } else {
        number::percent(value, 0, lang)
    }
}

/// How many are pushed so that the goal passes, and the chance of it.
pub fn push_sentence(ranking: &Ranking, lang: Lang) -> String {
    let (n, g) = (ranking.pushed, ranking.needed());
    let chance = chance(ranking.chance(), lang);
    let late = match ranking.in_time {
        m if m >= n => String::new(),
        0 => say!(lang; ", không xã nào kịp đợt xét" | "; none reaches a round in time"),
        m => say!(lang;
            ", chỉ {m}{NBSP}xã khởi công được và kịp đợt xét" | "; only {m} {start} a round in time",
            start = agree(m, "starts and reaches", "start and reach")),
    };
    if g == 0 {
        return say!(lang;
            "Chỉ tiêu là 0 xã: không cần trình xã nào." | "The goal is 0 communes: none has to be pushed.");
    }
    say!(lang;
        "Trình {n}{NBSP}xã để {g}{NBSP}xã đạt{late}: khả năng ít nhất {g}{NBSP}xã đạt là {chance}."
        | "{some} {are} pushed so that {g} {pass}{late}: the chance of at least {g} is {chance}.",
        some = communes(n, lang), are = agree(n, "is", "are"), pass = agree(g, "passes", "pass"))
}

/// Communes that the plan itself may bring to the level below, as candidates of a later year; nothing without them.
pub fn climbing_sentence(ranking: &Ranking, lang: Lang) -> Option<String> {
    let group = ranking.climbing?;
    let (cost, months) = (money(group.cost, lang), months(group.months, lang));
    let most = communes(group.units, lang);
    Some(say!(lang;
        "Thêm ứng viên sau khi đạt nâng cao: xã được công nhận nâng cao trong kế hoạch này có thể làm tiếp từ năm sau, nhiều nhất {most}, tính {cost} và {months} mỗi xã, không nêu tên."
        | "More candidates once advanced: a commune that this plan makes advanced can go on in a later year, at most {most}, at {cost} and {months} each, not named."))
}

/// Which communes the run starts, at what cost. `names` are those of the communes chosen by name.
pub fn choice_sentence(ranking: &Ranking, names: &[&str], lang: Lang) -> String {
    let grouped = ranking.group.map_or(0, |g| g.started);
    let mut text = String::new();
    let short = ranking.pushed.saturating_sub(ranking.started);
    if ranking.started == 0 {
        return say!(lang; "Kịch bản này không khởi công xã nào." | "This scenario starts no commune.");
    }
    if !names.is_empty() {
        let list = names.join(", ");
        text.push_str(&say!(lang; "Chọn {list}" | "Chosen: {list}"));
    }
    if let Some(group) = ranking.group.filter(|_| grouped > 0) {
        let cost = money(group.cost, lang);
        let months = months(group.months, lang);
        let (first, of) = (communes(grouped, lang), group.units);
        let joint = if text.is_empty() { "" } else { "; " };
        text.push_str(joint);
        text.push_str(&say!(lang;
            "{first} trong nhóm {of}{NBSP}xã chưa đủ số liệu, không nêu tên, tính bình quân {cost} và {months} mỗi xã"
            | "{first} of the group of {of} without full data, not named, at the average of {cost} and {months} each"));
    }
    if let Some(group) = ranking.climbing.filter(|g| g.started > 0) {
        let joint = if text.is_empty() { "" } else { "; " };
        text.push_str(joint);
        let some = communes(group.started, lang);
        text.push_str(&say!(lang;
            "{some} sau khi đạt nâng cao trong kế hoạch này, không nêu tên"
            | "{some} once advanced in this plan, not named"));
    }
    let total = money(ranking.cost, lang);
    text.push_str(&say!(lang; ". Cộng {total}." | ". {total} in all."));
    if short > 0 {
        text.push(' ');
        text.push_str(&say!(lang;
            "Thiếu {short} so với số cần trình: không đủ tiền hoặc không kịp."
            | "{short} short of what is pushed: for want of money or time.",
            short = communes(short, lang)));
    }
    text
}

/// Why a commune is chosen or not. `month` words a month of the plan.
pub fn standing_sentence(
    standing: Standing,
    ranked: Option<&Ranked>,
    month: &dyn Fn(usize) -> String,
    lang: Lang,
) -> String {
    let place = ranked.map_or(0, |r| r.place);
    match standing {
        Standing::Chosen { fixed, start, round } => {
            let why = match fixed {
                true => say!(lang; "Được chọn vì kịch bản chọn trước" | "Chosen because the scenario fixes it in"),
                false => say!(lang;
                    "Được chọn: thứ {place} theo chi phí và số tháng" | "Chosen: number {place} by cost and months"),
            };
            let start = month(start);
            match round.map(month) {
                Some(round) => say!(lang;
                    "{why}; khởi công {start}, xét {round}." | "{why}; starts {start}, decided {round}."),
                None => say!(lang;
                    "{why}; khởi công {start}, không kịp đợt xét cuối."
                    | "{why}; starts {start}, too late for the last round."),
            }
        }
        Standing::Refused => say!(lang;
            "Kịch bản chọn trước nhưng không đủ tiền hoặc không còn tháng khởi công."
            | "Fixed in, but money or months to start ran out."),
        Standing::Out => say!(lang; "Kịch bản này loại xã ra." | "This scenario leaves it out."),
        Standing::NotNeeded { pushed } => say!(lang;
            "Chưa đến lượt: đứng thứ {place}, kịch bản trình {some}."
            | "Not its turn: number {place}, the scenario pushes {pushed}.",
            some = communes(pushed, lang)),
        Standing::NoRoom { pushed, started } => say!(lang;
            "Không khởi công: đứng thứ {place}; tiền, thời gian hoặc sức làm chỉ đủ {started} trong {pushed}{NBSP}xã cần trình."
            | "Not started: number {place}; money, time or capacity reach for {started} of the {pushed} pushed."),
        Standing::NoData => say!(lang;
            "Chưa đủ số liệu: tính trong nhóm theo mức bình quân, không nêu tên."
            | "Data missing: counted in the group at the average, not named."),
        Standing::TooEarly => say!(lang;
            "Chưa là ứng viên: đạt cấp hiện tại cho năm không trước năm đầu của kế hoạch."
            | "Not a candidate yet: its present level counts for a year not before the plan's first."),
        Standing::NoLine => say!(lang;
            "Kế hoạch không có chỉ tiêu cho cấp này." | "The plan has no target for this level."),
    }
}

/// Nothing is known of any commune: what that means and what to do.
pub fn empty_hint(rows: usize, average: Option<(f64, usize)>, lang: Lang) -> String {
    let n = communes(rows, lang);
    let average = average.map(|(cost, m)| (money(cost, lang), months(m, lang)));
    match average {
        Some((cost, m)) => say!(lang;
            "Chưa biết tiêu chí nào của {n}: đang tính bằng mức bình quân ({cost}, {m} mỗi xã). Gõ vào ô hoặc dán từ Excel: xã điền đủ được tính bằng số của mình."
            | "No criterion of {n} is known yet: results use the average ({cost}, {m} each). Type into a cell or paste from Excel: a commune filled in counts with its own figures."),
        None => say!(lang;
            "Chưa biết tiêu chí nào của {n}. Chọn một ô rồi gõ, hoặc dán bảng từ Excel."
            | "No criterion of {n} is known yet. Select a cell and type, or paste from Excel."),
    }
}

/// Why a text cannot be a cell, and what to type instead.
pub fn cell_error(error: CellError, text: &str, lang: Lang) -> String {
    let text: String = text.trim().chars().take(40).collect();
    match error {
        CellError::NoState => say!(lang;
            "“{text}” không phải trạng thái. Gõ đạt, đang làm, chưa, hoặc chi phí (5.500)."
            | "“{text}” is no state. Type met, in progress, open, or a cost (5,500)."),
        CellError::Cost(error) => {
            let said = messages::number_error(&error, lang).paragraph();
            say!(lang; "Chi phí trong “{text}”: {said}" | "Cost in “{text}”: {said}")
        }
        CellError::Months => say!(lang;
            "Số tháng trong “{text}” phải là số nguyên từ 0 đến 600."
            | "Months in “{text}” must be a whole number, 0 to 600."),
    }
}

/// What is wrong with a part of a pasted table, with its place and what to do. `target` is the cell in words.
pub fn paste_error(error: &crate::sheet::PasteError, target: Option<&str>, lang: Lang) -> String {
    let (row, col) = (error.row, error.col);
    let text: String = error.text.trim().chars().take(40).collect();
    let place = match target {
        Some(target) => say!(lang; "Dòng {row}, cột {col} ({target})" | "Row {row}, column {col} ({target})"),
        None => say!(lang; "Dòng {row}, cột {col}" | "Row {row}, column {col}"),
    };
    let what = match error.problem {
        PasteProblem::Cell(problem) => cell_error(problem, &error.text, lang),
        PasteProblem::Commune => say!(lang;
            "không có xã “{text}” trong bảng này. Sửa tên như trong bảng, hoặc bỏ dòng này."
            | "no commune of this table is called “{text}”. Write the name as it is here, or leave the row out."),
        PasteProblem::Criterion => say!(lang;
            "không có tiêu chí “{text}” trong bộ đang dùng. Sửa tên, bỏ cột này, hoặc thêm tiêu chí vào bộ."
            | "the set in use has no criterion “{text}”. Mend the name, leave the column out, or add it to the set."),
        PasteProblem::RowsBeyond { room } => say!(lang;
            "vùng dán dài hơn {room} dòng còn lại từ ô đang chọn. Chọn ô cao hơn hoặc bỏ bớt dòng."
            | "the block is longer than the {room} rows left from the selected cell. Start higher or drop rows."),
        PasteProblem::ColumnsBeyond { room } => say!(lang;
            "vùng dán rộng hơn {room} cột còn lại từ ô đang chọn. Chọn ô bên trái hơn hoặc bỏ bớt cột."
            | "the block is wider than the {room} columns left from the selected cell. Start further left or drop columns."),
    };
    format!("{place}: {what}")
}

/// What a paste would do.
pub fn paste_summary(read: usize, changes: usize, errors: usize, lang: Lang) -> String {
    match errors {
        0 => say!(lang; "Đọc được {read} ô, {changes} ô thay đổi." | "Cells read: {read}, of which {changes} change."),
        _ => say!(lang;
            "Đọc được {read} ô, {errors} chỗ chưa đọc được. Chưa dán gì."
            | "Cells read: {read}; places that cannot be read: {errors}. Nothing is pasted yet."),
    }
}

#[cfg(test)]
mod tests;
