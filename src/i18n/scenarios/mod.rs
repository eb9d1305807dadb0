//! Screen *Kịch bản*.

mod describe;
mod figures;

pub use describe::{change, setting_name, setting_value, summary};
pub use figures::{
    difference, figure, group_name, metric_name, metric_unit, other_sources, sign_word, spoken_difference,
};

use crate::model::{Lang, Plan, Text};

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Scenarios {
    pub title: &'static str,
    pub base: &'static str,
    pub as_plan: &'static str,
    pub add: &'static str,
    pub from_preset: &'static str,
    pub presets: &'static str,
    pub rename: &'static str,
    pub name: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub delete: &'static str,
    pub last_one: &'static str,
    pub make_base: &'static str,
    pub show_overview: &'static str,
    pub reset: &'static str,
    pub reset_hint: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub move_hint: &'static str,
    pub compared_head: &'static str,
    pub base_always: &'static str,
    pub most_compared: &'static str,
    pub comparison: &'static str,
    pub too_few: &'static str,
    pub too_few_hint: &'static str,
    pub compare_all: &'static str,
    pub inputs_group: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub editing: &'static str,
    pub yes_same: &'static str,
}

/// Vietnamese.
pub const VI: Scenarios = Scenarios {
    title: "Kịch bản",
    base: "mốc so sánh",
    as_plan: "như kế hoạch",
    add: "Thêm kịch bản",
    from_preset: "Từ mẫu có sẵn…",
    presets: "Mẫu có sẵn",
    rename: "Đổi tên",
    name: "Tên kịch bản",
    note: "Ghi chú",
    note_hint: "Vì sao có kịch bản này, ai đề nghị…",
    delete: "Xóa",
    last_one: "Kế hoạch phải còn ít nhất một kịch bản",
    make_base: "Làm mốc",
    show_overview: "Xem ở Tổng quan",
    reset: "Đặt lại",
    reset_hint: "Bỏ mọi thay đổi, về như kế hoạch",
    move_up: "Lên",
    move_down: "Xuống",
    move_hint: "Kéo để đổi thứ tự, hoặc bấm mũi tên lên, xuống",
    compared_head: "mục tiêu hoặc chỉ số",
    base_always: "Mốc luôn có trong bảng so sánh",
    most_compared: "So sánh nhiều nhất sáu kịch bản: bỏ bớt một dấu chọn trước",
    comparison: "So sánh kịch bản",
    too_few: "Chưa có gì để so với mốc.",
    too_few_hint: "Chọn từ hai đến sáu kịch bản ở danh sách, hoặc thêm một kịch bản từ mẫu.",
    compare_all: "So sánh các kịch bản đầu",
    inputs_group: "Đầu vào khác nhau",
    on: "có",
    off: "không",
    editing: "đang sửa",
    yes_same: "bằng mốc",
};

/// English.
pub const EN: Scenarios = Scenarios {
    title: "Scenarios",
    base: "base",
    as_plan: "as in the plan",
    add: "Add a scenario",
    from_preset: "From a preset…",
    presets: "Presets",
    rename: "Rename",
    name: "Name of the scenario",
    note: "Note",
    note_hint: "Why this scenario is here, who asked for it…",
    delete: "Delete",
    last_one: "A plan keeps at least one scenario",
    make_base: "Make base",
    show_overview: "Show in Overview",
    reset: "Reset",
    reset_hint: "Drops every change: as in the plan again",
    move_up: "Up",
    move_down: "Down",
    move_hint: "Drag to change the order, or press arrow up, arrow down",
    compared_head: "target or figure",
    base_always: "The base is always in the comparison",
    most_compared: "At most six scenarios side by side: untick one first",
    comparison: "Comparison of scenarios",
    too_few: "Nothing to compare with the base yet.",
    too_few_hint: "Tick two to six scenarios in the list, or add one from a preset.",
    compare_all: "Compare the first scenarios",
    inputs_group: "Inputs that differ",
    on: "on",
    off: "off",
    editing: "being edited",
    yes_same: "same as the base",
};

/// How many of the scenarios are in the comparison.
pub fn compared_count(compared: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{compared} trong {all} đang so"),
        Lang::En => format!("{compared} of {all} compared"),
    }
}

/// Label of the button that duplicates.
pub fn duplicate(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Nhân đôi “{name}”"),
        Lang::En => format!("Duplicate “{name}”"),
    }
}

/// Label of a row's tick.
pub fn tick(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("So sánh {name}"),
        Lang::En => format!("Compare {name}"),
    }
}

/// Said after a scenario was deleted.
pub fn deleted(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa kịch bản “{name}”."),
        Lang::En => format!("Scenario “{name}” deleted."),
    }
}

/// Said after a scenario was put at another place (1-based) of the list.
pub fn moved(name: &str, place: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name}: vị trí {place} trong {all}"),
        Lang::En => format!("{name}: place {place} of {all}"),
    }
}

/// Name of an action on one scenario, for the button's accessible name.
pub fn action_on(action: &str, name: &str) -> String {
    format!("{action}: {name}")
}

/// A name for a new scenario: the first number that is not taken in either language.
pub fn new_name(plan: &Plan) -> Text {
    let taken = |vi: &str, en: &str| plan.scenarios.iter().any(|s| s.name.vi == vi || s.name.en == en);
    let mut n = plan.scenarios.len() + 1;
    loop {
        let (vi, en) = (format!("Kịch bản {n}"), format!("Scenario {n}"));
        if !taken(&vi, &en) {
            return Text::new(vi, en);
        }
        n += 1;
    }
}

/// A name for a copy.
pub fn copy_name(name: &Text) -> Text {
    let add = |wording: &str, suffix: &str| {
        if wording.is_empty() {
            String::new()
        } else {
            format!("{wording} {suffix}")
        }
    };
    Text::new(add(&name.vi, "(bản sao)"), add(&name.en, "(copy)"))
}

/// What a scenario is called where it has no name.
pub fn name_or_id<'a>(name: &'a Text, id: &'a str, lang: Lang) -> &'a str {
    let wording = name.get(lang).trim();
    if wording.is_empty() { id } else { wording }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::plan;

    #[test]
    fn a_new_scenario_never_takes_a_name_that_is_there() {
        let mut plan = plan();
        plan.scenarios[0].name = Text::new("Kịch bản 2", "");
        assert_eq!(new_name(&plan), Text::new("Kịch bản 3", "Scenario 3"));
    }

    #[test]
    fn a_copy_of_a_name_in_one_language_does_not_invent_the_other() {
        assert_eq!(copy_name(&"Như 2020".into()), Text::new("Như 2020 (bản sao)", ""));
    }

    #[test]
    fn a_scenario_without_a_name_is_called_by_its_id() {
        assert_eq!(name_or_id(&Text::new("  ", ""), "b", Lang::Vi), "b");
        assert_eq!(name_or_id(&Text::new("Lũ", ""), "b", Lang::En), "Lũ");
    }
}
