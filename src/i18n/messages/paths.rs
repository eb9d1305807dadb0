//! Places in a plan, in words: `/sources/state/release` → *Nguồn › Ngân sách nhà nước › Giải ngân*.

use super::Sentence;
use crate::engine::sample::Input;
use crate::i18n::risk::input_name;
use crate::model::{Factor, Lang, Plan, correlation_key};

/// Between the steps of a place.
const STEP: &str = " › ";

/// Words of fields and lists, by their name in the file.
const WORDS: &[(&str, Sentence)] = coded! {
    "format": "Loại tệp" | "File type",
    "version": "Phiên bản tệp" | "File version",
    "engine": "Phiên bản tính toán" | "Engine version",
    "hash": "Mã kiểm" | "Checksum",
    "plan": "Kế hoạch" | "Plan",
    "id": "Mã" | "Identifier",
    "name": "Tên" | "Name",
    "short": "Tên ngắn" | "Short name",
    "district": "Huyện" | "District",
    "illustration": "Số liệu minh họa" | "Illustration",
    "data_source": "Nguồn số liệu" | "Source of the figures",
    "calendar": "Thời gian" | "Calendar",
    "start": "Tháng đầu" | "First month",
    "year": "Năm" | "Year",
    "month": "Tháng" | "Month",
    "months": "Các tháng" | "Months",
    "population": "Dân số" | "Population",
    "correlations": "Tương quan" | "Correlations",
    "a": "Đại lượng thứ nhất" | "First of the pair",
    "b": "Đại lượng thứ hai" | "Second of the pair",
    "of": "Loại" | "Kind",
    "line": "Mục tiêu" | "Target",
    "sources": "Nguồn" | "Sources",
    "reference": "Năm trước" | "Last year",
    "amount": "Số vốn" | "Amount",
    "release": "Giải ngân" | "Release",
    "points": "Lũy kế cuối tháng" | "Month-end points",
    "other_works": "Dành cho việc khác" | "Other works",
    "realisation": "Mức thực hiện" | "Realisation",
    "carries_over": "Chuyển năm sau" | "Carries over",
    "from_residents": "Do dân góp" | "Paid by residents",
    "lines": "Mục tiêu" | "Targets",
    "unit": "Đơn vị tính" | "Unit",
    "level": "Cấp đạt" | "Level",
    "goal": "Chỉ tiêu" | "Goal",
    "goals": "Chỉ tiêu từng năm" | "Goals by year",
    "yearly": "Số vốn từng năm" | "Amounts by year",
    "certificate": "Giấy chứng nhận" | "Certificate",
    "validity": "Thời hạn" | "Validity",
    "renewed": "Tỷ lệ gia hạn" | "Share renewed",
    "weight": "Trọng số" | "Weight",
    "last_year": "Kết quả năm trước" | "Last year's result",
    "stock": "Lũy kế đầu kỳ" | "Cumulative at the start",
    "unit_cost": "Chi phí một đơn vị" | "Unit cost",
    "average_cost": "Hệ số chi phí bình quân" | "Average cost factor",
    "duration": "Số tháng làm" | "Months of work",
    "profile": "Nhịp chi" | "Spend profile",
    "starts_per_month": "Khởi công mỗi tháng" | "Starts a month",
    "candidates": "Số có thể làm" | "Candidates",
    "under_way": "Đang làm dở" | "Under way",
    "units": "Số đơn vị" | "Units",
    "work_left": "Việc còn lại" | "Work left",
    "money_left": "Tiền còn phải trả" | "Money left",
    "appraisal": "Thẩm định" | "Appraisal",
    "lag": "Thời gian thẩm định" | "Appraisal lag",
    "rounds": "Đợt công nhận" | "Recognition rounds",
    "stages": "Các khâu xét" | "Stages",
    "pass": "Tỷ lệ đạt" | "Pass rate",
    "recipe": "Cơ cấu vốn" | "Financing recipe",
    "max": "Tối đa" | "Most",
    "min": "Tối thiểu" | "Least",
    "milestones": "Mốc việc" | "Milestones",
    "owner": "Người phụ trách" | "Owner",
    "due": "Hạn" | "Due",
    "low": "Thấp" | "Low",
    "likely": "Thường gặp" | "Likely",
    "high": "Cao" | "High",
    "value": "Giá trị" | "Value",
    "origin": "Xuất xứ" | "Origin",
    "source": "Nguồn" | "Source",
    "date": "Ngày" | "Date",
    "formula": "Công thức" | "Formula",
    "note": "Ghi chú" | "Note",
    "replaced": "Giá trị trước khi sửa" | "Value before editing",
    "rounds_origin": "Xuất xứ của đợt công nhận" | "Origin of the rounds",
    "recipe_origin": "Xuất xứ của cơ cấu vốn" | "Origin of the recipe",
    "level_origin": "Xuất xứ của cấp đạt" | "Origin of the level",
    "priority": "Thứ tự ưu tiên" | "Order of service",
    "communes": "Xã" | "Communes",
    "merged_from": "Sáp nhập từ" | "Merged from",
    "coastal": "Ven biển" | "Coastal",
    "target_year": "Năm đạt" | "Target year",
    "decision_date": "Ngày quyết định" | "Decision date",
    "money_date": "Ngày nhận thưởng" | "Money date",
    "criteria": "Tiêu chí" | "Criteria",
    "criteria_sets": "Bộ tiêu chí" | "Criteria sets",
    "state": "Trạng thái" | "State",
    "cost": "Chi phí" | "Cost",
    "events": "Sự kiện" | "Events",
    "chance": "Khả năng" | "Chance",
    "on": "Bật" | "On",
    "effects": "Tác động" | "Effects",
    "factor": "Hệ số" | "Factor",
    "kind": "Loại" | "Kind",
    "discipline": "Kỷ luật chi" | "Money discipline",
    "wait": "Số tháng được chờ" | "Months a bill may wait",
    "cap": "Mức nợ tối đa" | "Largest debt",
    "schedule": "Lịch khởi công" | "Start schedule",
    "starts": "Số khởi công" | "Starts",
    "inputs_hash": "Mã đầu vào" | "Hash of the inputs",
    "scenarios": "Kịch bản" | "Scenarios",
    "overrides": "Phần khác kế hoạch" | "What differs",
    "amounts": "Số vốn" | "Amounts",
    "cost_level": "Mức chi phí" | "Cost level",
    "line_cost": "Mức chi phí theo mục tiêu" | "Cost level by target",
    "pushed": "Số đẩy làm" | "Units pushed",
    "caps": "Nguồn chi nhiều nhất" | "Caps on sources",
    "picks": "Xã được chọn" | "Commune picks",
    "commune_starts": "Tháng khởi công của xã" | "Starts of communes",
    "reported": "Số liệu báo cáo" | "Reported figures",
    "actuals": "Thực hiện" | "Actual",
    "recognised": "Đã công nhận" | "Recognised",
    "started": "Đã khởi công" | "Started",
    "paid": "Đã giải ngân" | "Paid",
    "forecast": "Dự báo" | "Forecast",
    "wording": "Nguyên văn" | "As written",
    "period": "Kỳ" | "Period",
    "accepted": "Cảnh báo đã chấp nhận" | "Accepted warnings",
    "last_contribution": "Dân góp năm trước" | "Last year's contributions",
    "work-speed": "Tốc độ làm" | "Work speed",
    "unit-cost": "Chi phí" | "Unit cost",
    "pass-rate": "Tỷ lệ đạt" | "Pass rate",
    "release-from": "Vốn về từ tháng" | "Money only from",
    "money": "Thêm vốn" | "More money",
    "vi": "tiếng Việt" | "Vietnamese",
    "en": "tiếng Anh" | "English",
};

/// Lists of things with a name at the top of a plan: what follows them in a path is an id.
const LISTS: &[&str] = &[
    "sources",
    "lines",
    "events",
    "communes",
    "criteria_sets",
    "scenarios",
    "reported",
    "priority",
    "correlations",
];

/// The list whose ids follow a field that is not a list of the plan itself.
fn keyed_by(field: &str) -> Option<&'static str> {
    match field {
        "recipe" | "amounts" | "paid" => Some("sources"),
        "starts" | "line_cost" | "caps" | "pushed" | "recognised" | "started" => Some("lines"),
        "events" => Some("events"),
        "picks" | "commune_starts" => Some("communes"),
        "criteria" => Some("criteria"),
        _ => None,
    }
}

/// A place of a plan in words, with the names the plan gives its sources, lines, communes…
///
/// `path` is JSON-pointer-like with ids in place of indices. An index is shown as a number counted from 1; what has
/// no word is shown as it is. An empty path is the plan as a whole.
pub fn path_in_words(path: &str, plan: &Plan, lang: Lang) -> String {
    words(path, Some(plan), lang)
}

/// The same without a plan, for files that could not be read into one.
pub fn bare_path_in_words(path: &str, lang: Lang) -> String {
    words(path, None, lang)
}

fn words(path: &str, plan: Option<&Plan>, lang: Lang) -> String {
    let segments: Vec<String> = path
        .split('/')
        .filter(|s| !s.is_empty())
        .map(|s| s.replace("~1", "/").replace("~0", "~"))
        .collect();
    if segments.is_empty() {
        return word("plan", lang).unwrap_or_default().to_owned();
    }
    // A file holds the plan under `plan`; that step says nothing.
    let skipped = usize::from(segments.len() > 1 && segments.first().is_some_and(|s| s == "plan"));
    let mut steps = Vec::with_capacity(segments.len());
    let mut list: Option<&str> = None;
    for (depth, segment) in segments.iter().skip(skipped).enumerate() {
        // `state` is both an id of a source and a field: after the name of a list it is an id.
        if let Some(list) = list.take() {
            let name = named(list, segment, plan, lang).or_else(|| ordinal(segment));
            steps.push(name.unwrap_or_else(|| segment.clone()));
            continue;
        }
        match word(segment, lang) {
            Some(word) => steps.push(word.to_owned()),
            None => steps.push(ordinal(segment).unwrap_or_else(|| segment.clone())),
        }
        list = match LISTS.iter().find(|list| **list == segment) {
            Some(name) if depth == 0 => Some(name),
            _ => keyed_by(segment),
        };
    }
    steps.join(STEP)
}

fn word(field: &str, lang: Lang) -> Option<&'static str> {
    let (_, word) = WORDS.iter().find(|(name, _)| *name == field)?;
    Some(word.get(lang))
}

/// An array index as people count, from 1.
fn ordinal(segment: &str) -> Option<String> {
    // What is large enough to be a year is one.
    let index = segment.parse::<usize>().ok().filter(|index| *index < 1900)?;
    Some((index + 1).to_string())
}

/// The name of the thing with this id, or of the thing at this index where no id matches. A commune's id is a number
/// and never an index.
fn named(list: &str, id: &str, plan: Option<&Plan>, lang: Lang) -> Option<String> {
    let plan = plan?;
    let at = id.parse::<usize>().ok();
    let text = match list {
        "sources" => plan.source(id).map(|s| &s.name),
        "lines" | "priority" => plan.line(id).map(|l| &l.name),
        "events" => plan.event(id).map(|e| &e.name),
        "scenarios" => plan.scenario(id).map(|s| &s.name),
        "reported" => plan.reported_figure(id).map(|r| &r.name),
        "criteria_sets" => plan.criteria_sets.iter().find(|s| s.id == id).map(|s| &s.name),
        "criteria" => plan
            .criteria_sets
            .iter()
            .flat_map(|s| &s.criteria)
            .find(|c| c.id == id)
            .map(|c| &c.name),
        "correlations" => return pair(plan, id, lang),
        "communes" => {
            let commune = plan.commune(id);
            return Some(commune.map_or_else(|| id.to_owned(), |c| c.name.clone()));
        }
        _ => None,
    };
    let text = text.or_else(|| match list {
        "sources" => plan.sources.get(at?).map(|s| &s.name),
        "lines" => plan.lines.get(at?).map(|l| &l.name),
        _ => None,
    })?;
    let name = text.get(lang);
    Some(if name.is_empty() {
        id.to_owned()
    } else {
        name.to_owned()
    })
}

/// The two averages of a pair.
fn pair(plan: &Plan, key: &str, lang: Lang) -> Option<String> {
    let c = plan.correlations.iter().find(|c| correlation_key(&c.a, &c.b) == key)?;
    let name = |f: &Factor| input_name(plan, &Input::Average(f.clone()), lang);
    Some(format!("{} × {}", name(&c.a), name(&c.b)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages_and_only_once() {
        for (at, (name, Sentence([vi, en]))) in WORDS.iter().enumerate() {
            assert!(!vi.is_empty() && !en.is_empty(), "{name}");
            assert!(!WORDS[..at].iter().any(|(other, _)| other == name), "{name} twice");
        }
    }

    #[test]
    fn a_place_is_told_in_words_even_without_a_plan() {
        assert_eq!(
            bare_path_in_words("/sources/state/release", Lang::Vi),
            "Nguồn › state › Giải ngân"
        );
        assert_eq!(bare_path_in_words("/lines/3/goal", Lang::En), "Targets › 4 › Goal");
        assert_eq!(
            bare_path_in_words("/plan/sources/state/amount", Lang::Vi),
            "Nguồn › state › Số vốn"
        );
        assert_eq!(bare_path_in_words("", Lang::Vi), "Kế hoạch");
        assert_eq!(bare_path_in_words("/plan", Lang::En), "Plan");
        assert_eq!(bare_path_in_words("/colour~1shade", Lang::Vi), "colour/shade");
    }
}
