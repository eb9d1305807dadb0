//! Frame of the page.

use crate::edit::CommandError;
use crate::model::Lang;

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Shell {
    pub title: &'static str,
    pub screens: &'static str,
    pub read_only_tab: &'static str,
    pub read_only_newer: &'static str,
}

/// Vietnamese.
pub const VI: Shell = Shell {
    title: "Kế hoạch NTM",
    screens: "Màn hình",
    read_only_tab: "Kế hoạch đang mở ở thẻ khác, ở đây chỉ xem được.",
    read_only_newer: "Kế hoạch do phiên bản mới hơn ghi, ở đây chỉ xem được.",
};

/// English.
pub const EN: Shell = Shell {
    title: "NTM Planner",
    screens: "Screens",
    read_only_tab: "The plan is open in another tab; here it can only be read.",
    read_only_newer: "The plan was written by a newer version; here it can only be read.",
};

/// Why a change was refused.
pub fn refused(error: &CommandError, lang: Lang) -> String {
    match (error, lang) {
        (CommandError::NotFound(what), Lang::Vi) => format!("Không tìm thấy “{what}”; kế hoạch giữ nguyên."),
        (CommandError::NotFound(what), Lang::En) => format!("There is no “{what}”; the plan is unchanged."),
        (CommandError::OutOfRange(what), Lang::Vi) => format!("Giá trị ngoài phạm vi ({what}); kế hoạch giữ nguyên."),
        (CommandError::OutOfRange(what), Lang::En) => format!("Value out of range ({what}); the plan is unchanged."),
        (CommandError::Duplicate(what), Lang::Vi) => format!("Mã “{what}” đã có; kế hoạch giữ nguyên."),
        (CommandError::Duplicate(what), Lang::En) => format!("“{what}” is taken; the plan is unchanged."),
        (CommandError::LastScenario, Lang::Vi) => "Không xóa được kịch bản cuối cùng.".to_owned(),
        (CommandError::LastScenario, Lang::En) => "The last scenario cannot be deleted.".to_owned(),
        (CommandError::NoChange, Lang::Vi) => "Không có gì thay đổi.".to_owned(),
        (CommandError::NoChange, Lang::En) => "Nothing changes.".to_owned(),
    }
}
