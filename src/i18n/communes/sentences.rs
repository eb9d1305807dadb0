//! Sentences with numbers and names in them.

use super::Communes;
use crate::formats::number::{self, NBSP};
use crate::i18n::{messages, texts};
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
    match (level, lang) {
        (Level::None, Lang::Vi) => "chưa đạt chuẩn",
        (Level::None, Lang::En) => "below the standard",
        (Level::Ntm, Lang::Vi) => "đạt chuẩn NTM",
        (Level::Ntm, Lang::En) => "NTM standard",
        (Level::Advanced, Lang::Vi) => "nâng cao",
        (Level::Advanced, Lang::En) => "advanced",
        (Level::Model, Lang::Vi) => "kiểu mẫu",
        (Level::Model, Lang::En) => "model",
    }
}

/// `1 commune`, `3 communes`.
fn communes(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::Vi, _) => format!("{n}{NBSP}xã"),
        (Lang::En, 1) => format!("1{NBSP}commune"),
        (Lang::En, _) => format!("{n}{NBSP}communes"),
    }
}

fn months(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::Vi, _) => format!("{n}{NBSP}tháng"),
        (Lang::En, 1) => format!("1{NBSP}month"),
        (Lang::En, _) => format!("{n}{NBSP}months"),
    }
}

fn money(value: f64, lang: Lang) -> String {
    number::money_with_unit(value, number::MoneyUnit::Million, lang)
}

/// A tab: *Lên nâng cao: 18 xã*.
pub fn tab(to: Level, rows: usize, lang: Lang) -> String {
    let name = level(to, lang);
    match lang {
        Lang::Vi => format!("Lên {name}: {}", communes(rows, lang)),
        Lang::En => format!("To {name}: {}", communes(rows, lang)),
    }
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

/// Several cells are selected.
pub fn selected(cells: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{cells} ô được chọn"),
        Lang::En => format!("{cells} cells selected"),
    }
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
pub fn pushed(ranking: &Ranking, lang: Lang) -> String {
    let (n, g, late) = (ranking.pushed, ranking.needed(), ranking.in_time < ranking.pushed);
    let chance = chance(ranking.chance(), lang);
    let in_time = match (ranking.in_time, lang) {
        (0, Lang::Vi) => "không xã nào kịp đợt xét".to_owned(),
        (0, Lang::En) => "none reaches a round in time".to_owned(),
        (m, Lang::Vi) => format!("chỉ {m}{NBSP}xã khởi công được và kịp đợt xét"),
        (m, Lang::En) => {
            let start = if m == 1 {
                "starts and reaches"
            } else {
                "start and reach"
            };
            format!("only {m} {start} a round in time")
        }
    };
    match lang {
        _ if g == 0 => match lang {
            Lang::Vi => "Chỉ tiêu là 0 xã: không cần trình xã nào.".to_owned(),
            Lang::En => "The goal is 0 communes: none has to be pushed.".to_owned(),
        },
        Lang::Vi if late => {
            format!("Trình {n}{NBSP}xã để {g}{NBSP}xã đạt, {in_time}: khả năng ít nhất {g}{NBSP}xã đạt là {chance}.")
        }
        Lang::Vi => format!("Trình {n}{NBSP}xã để {g}{NBSP}xã đạt: khả năng ít nhất {g}{NBSP}xã đạt là {chance}."),
        Lang::En => {
            let are = if n == 1 { "is" } else { "are" };
            let pass = if g == 1 { "passes" } else { "pass" };
            let late = if late { format!("; {in_time}") } else { String::new() };
            format!(
                "{} {are} pushed so that {g} {pass}{late}: the chance of at least {g} is {chance}.",
                communes(n, lang)
            )
        }
    }
}

/// Why so many cannot be pushed.
pub fn too_many(candidates: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Chỉ có {candidates}{NBSP}xã dự kiến: nhập từ 0 đến {candidates}."),
        Lang::En => format!("There are {candidates} candidates: from 0 to {candidates}."),
    }
}

/// Communes that the plan itself may bring to the level below, as candidates of a later year; nothing without them.
pub fn climbing(ranking: &Ranking, lang: Lang) -> Option<String> {
    let group = ranking.climbing?;
    let (cost, months) = (money(group.cost, lang), months(group.months, lang));
    let most = communes(group.units, lang);
    Some(match lang {
        Lang::Vi => format!(
            "Thêm ứng viên sau khi đạt nâng cao: xã được công nhận nâng cao trong kế hoạch này có thể làm tiếp từ năm sau, nhiều nhất {most}, tính {cost} và {months} mỗi xã, không nêu tên."
        ),
        Lang::En => format!(
            "More candidates once advanced: a commune that this plan makes advanced can go on in a later year, at most {most}, at {cost} and {months} each, not named."
        ),
    })
}

/// Which communes the run starts, at what cost. `names` are those of the communes chosen by name.
pub fn chosen(ranking: &Ranking, names: &[&str], lang: Lang) -> String {
    let grouped = ranking.group.map_or(0, |g| g.started);
    let mut text = String::new();
    let short = ranking.pushed.saturating_sub(ranking.started);
    if ranking.started == 0 {
        return match lang {
            Lang::Vi => "Kịch bản này không khởi công xã nào.".to_owned(),
            Lang::En => "This scenario starts no commune.".to_owned(),
        };
    }
    if !names.is_empty() {
        let list = names.join(", ");
        text.push_str(&match lang {
            Lang::Vi => format!("Chọn {list}"),
            Lang::En => format!("Chosen: {list}"),
        });
    }
    if let Some(group) = ranking.group.filter(|_| grouped > 0) {
        let cost = money(group.cost, lang);
        let months = months(group.months, lang);
        let (first, of) = (communes(grouped, lang), group.units);
        let joint = if text.is_empty() { "" } else { "; " };
        text.push_str(joint);
        text.push_str(&match lang {
            Lang::Vi => format!(
                "{first} trong nhóm {of}{NBSP}xã chưa đủ số liệu, không nêu tên, tính bình quân {cost} và {months} mỗi xã"
            ),
            Lang::En => format!(
                "{first} of the group of {of} without full data, not named, at the average of {cost} and {months} each"
            ),
        });
    }
    if let Some(group) = ranking.climbing.filter(|g| g.started > 0) {
        let joint = if text.is_empty() { "" } else { "; " };
        text.push_str(joint);
        let some = communes(group.started, lang);
        text.push_str(&match lang {
            Lang::Vi => format!("{some} sau khi đạt nâng cao trong kế hoạch này, không nêu tên"),
            Lang::En => format!("{some} once advanced in this plan, not named"),
        });
    }
    let total = money(ranking.cost, lang);
    text.push_str(&match lang {
        Lang::Vi => format!(". Cộng {total}."),
        Lang::En => format!(". {total} in all."),
    });
    if short > 0 {
        text.push(' ');
        text.push_str(&match lang {
            Lang::Vi => format!(
                "Thiếu {} so với số cần trình: không đủ tiền hoặc không kịp.",
                communes(short, lang)
            ),
            Lang::En => format!(
                "{} short of what is pushed: for want of money or time.",
                communes(short, lang)
            ),
        });
    }
    text
}

/// Why a commune is chosen or not. `month` words a month of the plan.
pub fn standing(standing: Standing, ranked: Option<&Ranked>, month: &dyn Fn(usize) -> String, lang: Lang) -> String {
    let place = ranked.map_or(0, |r| r.place);
    match (standing, lang) {
        (Standing::Chosen { fixed, start, round }, _) => {
            let why = match (fixed, lang) {
                (true, Lang::Vi) => "Được chọn vì kịch bản chọn trước".to_owned(),
                (true, Lang::En) => "Chosen because the scenario fixes it in".to_owned(),
                (false, Lang::Vi) => format!("Được chọn: thứ {place} theo chi phí và số tháng"),
                (false, Lang::En) => format!("Chosen: number {place} by cost and months"),
            };
            let start = month(start);
            match (round.map(month), lang) {
                (Some(round), Lang::Vi) => format!("{why}; khởi công {start}, xét {round}."),
                (Some(round), Lang::En) => format!("{why}; starts {start}, decided {round}."),
                (None, Lang::Vi) => format!("{why}; khởi công {start}, không kịp đợt xét cuối."),
                (None, Lang::En) => format!("{why}; starts {start}, too late for the last round."),
            }
        }
        (Standing::Refused, Lang::Vi) => {
            "Kịch bản chọn trước nhưng không đủ tiền hoặc không còn tháng khởi công.".into()
        }
        (Standing::Refused, Lang::En) => "Fixed in, but money or months to start ran out.".into(),
        (Standing::Out, Lang::Vi) => "Kịch bản này loại xã ra.".into(),
        (Standing::Out, Lang::En) => "This scenario leaves it out.".into(),
        (Standing::NotNeeded { pushed }, Lang::Vi) => {
            format!(
                "Chưa đến lượt: đứng thứ {place}, kịch bản trình {}.",
                communes(pushed, lang)
            )
        }
        (Standing::NotNeeded { pushed }, Lang::En) => {
            format!("Not its turn: number {place}, the scenario pushes {pushed}.")
        }
        (Standing::NoRoom { pushed, started }, Lang::Vi) => format!(
            "Không khởi công: đứng thứ {place}; tiền, thời gian hoặc sức làm chỉ đủ {started} trong {pushed}{NBSP}xã cần trình."
        ),
        (Standing::NoRoom { pushed, started }, Lang::En) => {
            format!("Not started: number {place}; money, time or capacity reach for {started} of the {pushed} pushed.")
        }
        (Standing::NoData, Lang::Vi) => "Chưa đủ số liệu: tính trong nhóm theo mức bình quân, không nêu tên.".into(),
        (Standing::NoData, Lang::En) => "Data missing: counted in the group at the average, not named.".into(),
        (Standing::TooEarly, Lang::Vi) => {
            "Chưa là ứng viên: đạt cấp hiện tại cho năm không trước năm đầu của kế hoạch.".into()
        }
        (Standing::TooEarly, Lang::En) => {
            "Not a candidate yet: its present level counts for a year not before the plan's first.".into()
        }
        (Standing::NoLine, Lang::Vi) => "Kế hoạch không có chỉ tiêu cho cấp này.".into(),
        (Standing::NoLine, Lang::En) => "The plan has no target for this level.".into(),
    }
}

/// What a commune lacks to be counted with its own figures.
pub fn gaps(gaps: usize, lang: Lang) -> String {
    match (lang, gaps) {
        (Lang::Vi, _) => format!("thiếu {gaps}{NBSP}ô"),
        (Lang::En, 1) => format!("1{NBSP}cell missing"),
        (Lang::En, _) => format!("{gaps}{NBSP}cells missing"),
    }
}

/// Nothing is known of any commune: what that means and what to do.
pub fn empty(rows: usize, average: Option<(f64, usize)>, lang: Lang) -> String {
    let n = communes(rows, lang);
    let average = average.map(|(cost, m)| (money(cost, lang), months(m, lang)));
    match (average, lang) {
        (Some((cost, m)), Lang::Vi) => format!(
            "Chưa biết tiêu chí nào của {n}: đang tính bằng mức bình quân ({cost}, {m} mỗi xã). Gõ vào ô hoặc dán từ Excel: xã điền đủ được tính bằng số của mình."
        ),
        (Some((cost, m)), Lang::En) => format!(
            "No criterion of {n} is known yet: results use the average ({cost}, {m} each). Type into a cell or paste from Excel: a commune filled in counts with its own figures."
        ),
        (None, Lang::Vi) => format!("Chưa biết tiêu chí nào của {n}. Chọn một ô rồi gõ, hoặc dán bảng từ Excel."),
        (None, Lang::En) => format!("No criterion of {n} is known yet. Select a cell and type, or paste from Excel."),
    }
}

/// Why a text cannot be a cell, and what to type instead.
pub fn cell_error(error: CellError, text: &str, lang: Lang) -> String {
    let text: String = text.trim().chars().take(40).collect();
    match (error, lang) {
        (CellError::NoState, Lang::Vi) => {
            format!("“{text}” không phải trạng thái. Gõ đạt, đang làm, chưa, hoặc chi phí (5.500).")
        }
        (CellError::NoState, Lang::En) => {
            format!("“{text}” is no state. Type met, in progress, open, or a cost (5,500).")
        }
        (CellError::Cost(error), _) => {
            let said = messages::number_error(&error, lang).paragraph();
            match lang {
                Lang::Vi => format!("Chi phí trong “{text}”: {said}"),
                Lang::En => format!("Cost in “{text}”: {said}"),
            }
        }
        (CellError::Months, Lang::Vi) => format!("Số tháng trong “{text}” phải là số nguyên từ 0 đến 600."),
        (CellError::Months, Lang::En) => format!("Months in “{text}” must be a whole number, 0 to 600."),
    }
}

/// What is wrong with a part of a pasted table, with its place and what to do. `target` is the cell in words.
pub fn paste_error(error: &crate::sheet::PasteError, target: Option<&str>, lang: Lang) -> String {
    let (row, col) = (error.row, error.col);
    let text: String = error.text.trim().chars().take(40).collect();
    let place = match (lang, target) {
        (Lang::Vi, Some(target)) => format!("Dòng {row}, cột {col} ({target})"),
        (Lang::Vi, None) => format!("Dòng {row}, cột {col}"),
        (Lang::En, Some(target)) => format!("Row {row}, column {col} ({target})"),
        (Lang::En, None) => format!("Row {row}, column {col}"),
    };
    let what = match (error.problem, lang) {
        (PasteProblem::Cell(problem), _) => cell_error(problem, &error.text, lang),
        (PasteProblem::Commune, Lang::Vi) => {
            format!("không có xã “{text}” trong bảng này. Sửa tên như trong bảng, hoặc bỏ dòng này.")
        }
        (PasteProblem::Commune, Lang::En) => {
            format!("no commune of this table is called “{text}”. Write the name as it is here, or leave the row out.")
        }
        (PasteProblem::Criterion, Lang::Vi) => {
            format!("không có tiêu chí “{text}” trong bộ đang dùng. Sửa tên, bỏ cột này, hoặc thêm tiêu chí vào bộ.")
        }
        (PasteProblem::Criterion, Lang::En) => format!(
            "the set in use has no criterion “{text}”. Mend the name, leave the column out, or add it to the set."
        ),
        (PasteProblem::RowsBeyond { room }, Lang::Vi) => {
            format!("vùng dán dài hơn {room} dòng còn lại từ ô đang chọn. Chọn ô cao hơn hoặc bỏ bớt dòng.")
        }
        (PasteProblem::RowsBeyond { room }, Lang::En) => {
            format!("the block is longer than the {room} rows left from the selected cell. Start higher or drop rows.")
        }
        (PasteProblem::ColumnsBeyond { room }, Lang::Vi) => {
            format!("vùng dán rộng hơn {room} cột còn lại từ ô đang chọn. Chọn ô bên trái hơn hoặc bỏ bớt cột.")
        }
        (PasteProblem::ColumnsBeyond { room }, Lang::En) => format!(
            "the block is wider than the {room} columns left from the selected cell. Start further left or drop columns."
        ),
    };
    format!("{place}: {what}")
}

/// What a paste would do.
pub fn paste_summary(read: usize, changes: usize, errors: usize, lang: Lang) -> String {
    match (lang, errors) {
        (Lang::Vi, 0) => format!("Đọc được {read} ô, {changes} ô thay đổi."),
        (Lang::En, 0) => format!("Cells read: {read}, of which {changes} change."),
        (Lang::Vi, _) => format!("Đọc được {read} ô, {errors} chỗ chưa đọc được. Chưa dán gì."),
        (Lang::En, _) => format!("Cells read: {read}; places that cannot be read: {errors}. Nothing is pasted yet."),
    }
}

/// More errors than are listed.
pub fn more_errors(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {more} chỗ nữa"),
        Lang::En => format!("and {more} more"),
    }
}

/// The finding of the heat map: the criterion and the commune that cost most.
pub fn heat(criterion: &str, cost: f64, commune: &str, most: f64, lang: Lang) -> String {
    let (cost, most) = (money(cost, lang), money(most, lang));
    match lang {
        Lang::Vi => format!("Tốn nhất là {criterion}: {cost} ở tất cả các xã; xã tốn nhất là {commune}: {most}."),
        Lang::En => format!("{criterion} costs most: {cost} over all communes; {commune} is the dearest: {most}."),
    }
}

#[cfg(test)]
mod tests;
