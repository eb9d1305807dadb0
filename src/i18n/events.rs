//! Words of the editor of events.

use crate::model::Lang;

/// Words of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Events {
    pub name: &'static str,
    pub note: &'static str,
    pub add: &'static str,
    pub new_event: &'static str,
    pub delete: &'static str,
    pub library: &'static str,
    pub from_library: &'static str,
    pub add_effect: &'static str,
    pub remove_effect: &'static str,
    pub kind: &'static str,
    pub work_speed: &'static str,
    pub unit_cost: &'static str,
    pub pass_rate: &'static str,
    pub amount: &'static str,
    pub release_from: &'static str,
    pub money: &'static str,
    pub hits_lines: &'static str,
    pub hits_sources: &'static str,
    pub hits_none: &'static str,
    pub booked_under: &'static str,
    pub evenly_from: &'static str,
    pub by_hand: &'static str,
    pub no_months: &'static str,
    pub from_first_month: &'static str,
}

const VI: Events = Events {
    name: "Tên sự kiện",
    note: "Ghi chú",
    add: "Thêm sự kiện",
    new_event: "Sự kiện mới",
    delete: "Xóa sự kiện",
    library: "Sự kiện mẫu",
    from_library: "Thêm từ thư viện",
    add_effect: "Thêm tác động",
    remove_effect: "Bỏ tác động",
    kind: "Loại tác động",
    work_speed: "Làm chậm lại",
    unit_cost: "Chi phí đổi",
    pass_rate: "Tỷ lệ đạt đổi",
    amount: "Vốn về ít đi",
    release_from: "Vốn về muộn",
    money: "Thêm vốn",
    hits_lines: "Mục tiêu chịu tác động",
    hits_sources: "Nguồn chịu tác động",
    hits_none: "chưa chọn, nên chưa tác động gì",
    booked_under: "Ghi vào nguồn",
    evenly_from: "Về đều từ tháng đến tháng 12",
    by_hand: "lịch riêng",
    no_months: "Không chọn tháng nào: làm chậm không tác động; chi phí, tỷ lệ đạt và vốn đổi cả kỳ.",
    from_first_month: "Làm chậm: trong các tháng đã chọn. Chi phí, tỷ lệ đạt và vốn về: từ tháng đầu đã chọn đến hết kỳ.",
};

const EN: Events = Events {
    name: "Name of the event",
    note: "Note",
    add: "Add an event",
    new_event: "New event",
    delete: "Delete the event",
    library: "Events of the library",
    from_library: "Add from the library",
    add_effect: "Add an effect",
    remove_effect: "Remove the effect",
    kind: "Kind of effect",
    work_speed: "Slower work",
    unit_cost: "Other unit cost",
    pass_rate: "Other pass rate",
    amount: "Less money",
    release_from: "Late money",
    money: "More money",
    hits_lines: "Targets hit",
    hits_sources: "Sources hit",
    hits_none: "none chosen yet, so nothing is hit",
    booked_under: "Booked under",
    evenly_from: "Evenly from a month to December",
    by_hand: "a curve of its own",
    no_months: "No month chosen: slower work has no effect; costs, pass rates and money change for the whole plan.",
    from_first_month: "Slower work: in the chosen months. Costs, pass rates and money: from the first chosen month to the end of the plan.",
};

/// The words in a language.
pub fn words(lang: Lang) -> &'static Events {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}
