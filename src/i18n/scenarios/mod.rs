//! Screen *Kịch bản*.

mod describe;
mod figures;

pub use describe::{change, setting_name, setting_value, summary};
pub use figures::{
    difference, figure, group_name, metric_name, metric_unit, other_sources, sign_word, spoken_difference,
};

use crate::model::{Lang, Plan, Text};

words! {
    pub struct Scenarios {
        title = "Kịch bản" | "Scenarios",
        base = "mốc so sánh" | "base",
        as_plan = "như kế hoạch" | "as in the plan",
        add = "Thêm kịch bản" | "Add a scenario",
        from_preset = "Từ mẫu có sẵn…" | "From a preset…",
        presets = "Mẫu có sẵn" | "Presets",
        rename = "Đổi tên" | "Rename",
        name = "Tên kịch bản" | "Name of the scenario",
        note = "Ghi chú" | "Note",
        note_hint = "Vì sao có kịch bản này, ai đề nghị…" | "Why this scenario is here, who asked for it…",
        delete = "Xóa" | "Delete",
        last_one = "Kế hoạch phải còn ít nhất một kịch bản" | "A plan keeps at least one scenario",
        make_base = "Làm mốc" | "Make base",
        show_overview = "Xem ở Tổng quan" | "Show in Overview",
        reset = "Đặt lại" | "Reset",
        reset_hint = "Bỏ mọi thay đổi, về như kế hoạch" | "Drops every change: as in the plan again",
        move_up = "Lên" | "Up",
        move_down = "Xuống" | "Down",
        move_hint = "Kéo để đổi thứ tự, hoặc bấm mũi tên lên, xuống"
            | "Drag to change the order, or press arrow up, arrow down",
        compared_head = "mục tiêu hoặc chỉ số" | "target or figure",
        base_always = "Mốc luôn có trong bảng so sánh" | "The base is always in the comparison",
        most_compared = "So sánh nhiều nhất sáu kịch bản: bỏ bớt một dấu chọn trước"
            | "At most six scenarios side by side: untick one first",
        comparison = "So sánh kịch bản" | "Comparison of scenarios",
        too_few = "Chưa có gì để so với mốc." | "Nothing to compare with the base yet.",
        too_few_hint = "Chọn từ hai đến sáu kịch bản ở danh sách, hoặc thêm một kịch bản từ mẫu."
            | "Tick two to six scenarios in the list, or add one from a preset.",
        compare_all = "So sánh các kịch bản đầu" | "Compare the first scenarios",
        inputs_group = "Đầu vào khác nhau" | "Inputs that differ",
        on = "có" | "on",
        off = "không" | "off",
        editing = "đang sửa" | "being edited",
        yes_same = "bằng mốc" | "same as the base",
    }
}

sentences! {
    /// How many of the scenarios are in the comparison.
    pub fn compared_count(compared: usize, all: usize; lang)
        = "{compared} trong {all} đang so" | "{compared} of {all} compared";

    /// Label of the button that duplicates.
    pub fn duplicate_label(name: &str; lang) = "Nhân đôi “{name}”" | "Duplicate “{name}”";

    /// Label of a row's tick.
    pub fn tick_label(name: &str; lang) = "So sánh {name}" | "Compare {name}";

    /// Said after a scenario was deleted.
    pub fn deletion(name: &str; lang) = "Đã xóa kịch bản “{name}”." | "Scenario “{name}” deleted.";

    /// Said after a scenario was put at another place (1-based) of the list.
    pub fn move_report(name: &str, place: usize, all: usize; lang)
        = "{name}: vị trí {place} trong {all}" | "{name}: place {place} of {all}";
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
