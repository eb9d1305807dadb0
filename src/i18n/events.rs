//! Words of the editor of events.

use crate::i18n::Words;
use crate::model::Lang;

words! {
    pub struct Events {
        name = "Tên sự kiện" | "Name of the event",
        note = "Ghi chú" | "Note",
        add = "Thêm sự kiện" | "Add an event",
        new_event = "Sự kiện mới" | "New event",
        delete = "Xóa sự kiện" | "Delete the event",
        library = "Sự kiện mẫu" | "Events of the library",
        from_library = "Thêm từ thư viện" | "Add from the library",
        add_effect = "Thêm tác động" | "Add an effect",
        remove_effect = "Bỏ tác động" | "Remove the effect",
        kind = "Loại tác động" | "Kind of effect",
        work_speed = "Làm chậm lại" | "Slower work",
        unit_cost = "Chi phí đổi" | "Other unit cost",
        pass_rate = "Tỷ lệ đạt đổi" | "Other pass rate",
        amount = "Vốn về ít đi" | "Less money",
        release_from = "Vốn về muộn" | "Late money",
        money = "Thêm vốn" | "More money",
        hits_lines = "Mục tiêu chịu tác động" | "Targets hit",
        hits_sources = "Nguồn chịu tác động" | "Sources hit",
        hits_none = "chưa chọn, nên chưa tác động gì" | "none chosen yet, so nothing is hit",
        booked_under = "Ghi vào nguồn" | "Booked under",
        evenly_from = "Về đều từ tháng đến tháng 12" | "Evenly from a month to December",
        by_hand = "lịch riêng" | "a curve of its own",
        no_months = "Không chọn tháng nào: làm chậm không tác động; chi phí, tỷ lệ đạt và vốn đổi cả kỳ."
            | "No month chosen: slower work has no effect; costs, pass rates and money change for the whole plan.",
        from_first_month = "Làm chậm: trong các tháng đã chọn. Chi phí, tỷ lệ đạt và vốn về: từ tháng đầu đã chọn đến hết kỳ."
            | "Slower work: in the chosen months. Costs, pass rates and money: from the first chosen month to the end of the plan.",
    }
}

/// Words of the editor of events.
pub fn words(lang: Lang) -> &'static Events {
    Events::of(lang)
}
