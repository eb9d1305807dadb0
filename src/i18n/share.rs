//! Screen *Chia sẻ*.

use crate::formats::number::number;
use crate::model::Lang;

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Share {
    pub title: &'static str,
    pub export: &'static str,
    pub export_button: &'static str,
    pub export_hint: &'static str,
    pub export_failed: &'static str,
    pub export_blocked: &'static str,
    pub checked: &'static str,
    pub import: &'static str,
    pub import_button: &'static str,
    pub import_hint: &'static str,
    pub drop_here: &'static str,
    pub reading: &'static str,
    pub refused: &'static str,
    pub refused_kept: &'static str,
    pub unreadable: &'static str,
    pub not_text: &'static str,
    pub one_file: &'static str,
    pub preview: &'static str,
    pub written_by: &'static str,
    pub scenarios: &'static str,
    pub size: &'static str,
    pub saved: &'static str,
    pub repairs: &'static str,
    pub no_repairs: &'static str,
    pub newer: &'static str,
    pub against_open: &'static str,
    pub open_plan: &'static str,
    pub this_file: &'static str,
    pub difference: &'static str,
    pub identical: &'static str,
    pub same_results: &'static str,
    pub figure: &'static str,
    pub accept_new: &'static str,
    pub replace: &'static str,
    pub replace_hint: &'static str,
    pub cancel: &'static str,
    pub replaced: &'static str,
    pub library: &'static str,
    pub library_hint: &'static str,
    pub library_empty: &'static str,
    pub name: &'static str,
    pub updated: &'static str,
    pub actions: &'static str,
    pub open: &'static str,
    pub is_open: &'static str,
    pub duplicate: &'static str,
    pub rename: &'static str,
    pub delete: &'static str,
    pub download: &'static str,
    pub broken: &'static str,
    pub broken_hint: &'static str,
    pub new_plan: &'static str,
    pub new_from: &'static str,
    pub storage: &'static str,
    pub storage_unknown: &'static str,
    pub primary_copy: &'static str,
    pub on_disk: &'static str,
    pub on_disk_firefox: &'static str,
    pub on_disk_chromium: &'static str,
    pub about: &'static str,
    pub about_text: &'static str,
    pub nothing_leaves: &'static str,
    pub licences: &'static str,
    pub schema: &'static str,
    pub engine: &'static str,
}

/// Vietnamese.
pub const VI: Share = Share {
    title: "Chia sẻ",
    export: "Gửi kế hoạch đang mở",
    export_button: "Xuất tệp JSON",
    export_hint: "Một tệp chứa cả kế hoạch: số liệu, nguồn gốc từng số, mọi kịch bản. Gửi qua thư, Zalo hay USB; người nhận mở ở màn hình này và thấy đúng các con số ấy.",
    export_failed: "Chưa xuất được tệp; kế hoạch vẫn nguyên trong trình duyệt.",
    export_blocked: "Trình duyệt không nhận tệp tải về. Hãy cho phép tải xuống ở trang này rồi thử lại.",
    checked: "Trước khi trao, tệp đã được đọc lại và so với kế hoạch: giống hệt.",
    import: "Nhận kế hoạch từ tệp",
    import_button: "Chọn tệp JSON…",
    import_hint: "Chọn tệp, hoặc kéo tệp thả vào bất cứ đâu trên màn hình này. Tệp được kiểm tra trước; không có gì bị thay khi chưa hỏi.",
    drop_here: "Thả tệp kế hoạch vào đây",
    reading: "Đang đọc tệp…",
    refused: "Không dùng được tệp này",
    refused_kept: "Kế hoạch đang mở và các kế hoạch đã lưu không đổi.",
    unreadable: "Trình duyệt không đọc được tệp. Hãy chép tệp về máy rồi thử lại.",
    not_text: "Tệp không phải văn bản UTF-8 nên không thể là tệp kế hoạch. Hãy chọn tệp .json do NTM Planner xuất ra.",
    one_file: "Chỉ nhận từng tệp một: hãy thả lại một tệp.",
    preview: "Tệp nhận được",
    written_by: "Bản tính toán",
    scenarios: "Kịch bản",
    size: "Cỡ",
    saved: "Xuất ngày",
    repairs: "Đã sửa khi đọc",
    no_repairs: "Không phải sửa gì.",
    newer: "Tệp do phiên bản mới hơn ghi: kế hoạch mở ra chỉ để xem; phần chưa biết được giữ nguyên khi xuất lại.",
    against_open: "So với kế hoạch đang mở",
    open_plan: "đang mở",
    this_file: "trong tệp",
    difference: "chênh",
    identical: "Tệp giống hệt kế hoạch đang mở.",
    same_results: "Mọi kết quả bằng nhau.",
    figure: "chỉ số",
    accept_new: "Mở thành kế hoạch mới",
    replace: "Thay kế hoạch đang mở",
    replace_hint: "Thay xong vẫn hoàn tác được.",
    cancel: "Bỏ qua",
    replaced: "Đã thay kế hoạch đang mở bằng tệp.",
    library: "Thư viện kế hoạch",
    library_hint: "Các kế hoạch giữ trong trình duyệt này",
    library_empty: "Chưa lưu kế hoạch nào: kế hoạch mẫu đang mở sẽ được lưu khi có thay đổi đầu tiên.",
    name: "Tên",
    updated: "Sửa lần cuối",
    actions: "Việc",
    open: "Mở",
    is_open: "đang mở",
    duplicate: "Nhân đôi",
    rename: "Đổi tên",
    delete: "Xóa",
    download: "Tải về",
    broken: "không đọc được",
    broken_hint: "Bản ghi này được để riêng, không bị xóa hay ghi đè. Tải về để giữ hoặc gửi người hỗ trợ.",
    new_plan: "Kế hoạch mới",
    new_from: "Mới từ mẫu:",
    storage: "Chỗ lưu",
    storage_unknown: "Trình duyệt không cho biết đang dùng bao nhiêu chỗ.",
    primary_copy: "Trình duyệt có thể xóa dữ liệu của nó, nên hãy coi tệp đã xuất là bản chính.",
    on_disk: "Trang đang chạy từ một tệp trên máy, không cần mạng.",
    on_disk_firefox: "Firefox gắn kế hoạch với đúng chỗ để tệp: chuyển hay đổi tên tệp NTM Planner thì không thấy kế hoạch cũ nữa. Trước khi chuyển, hãy xuất tệp JSON.",
    on_disk_chromium: "Trình duyệt này giữ chung một kho cho mọi tệp HTML mở từ máy, nên kế hoạch vẫn còn khi chuyển tệp NTM Planner sang thư mục khác.",
    about: "Về công cụ",
    about_text: "NTM Planner là phần mềm tự do, giấy phép MIT. Các số liệu mẫu lấy từ báo cáo hội nghị ngày 22/1/2021 của huyện Thạch Hà; giả định được ghi rõ cạnh từng số.",
    nothing_leaves: "Không có gì rời khỏi máy này: không máy chủ, không theo dõi, không tải gì từ mạng khi chạy.",
    licences: "Giấy phép của các thư viện",
    schema: "Mô tả định dạng tệp (JSON Schema)",
    engine: "Bản tính toán",
};

/// English.
pub const EN: Share = Share {
    title: "Share",
    export: "Send the open plan",
    export_button: "Export JSON file",
    export_hint: "One file holds the whole plan: figures, the origin of each, all scenarios. Send it by mail, messenger or USB stick; who gets it opens it on this screen and sees these very numbers.",
    export_failed: "The file could not be made; the plan is safe in the browser.",
    export_blocked: "The browser did not take the file. Allow downloads on this page and try again.",
    checked: "Before it was handed over, the file was read back and compared with the plan: identical.",
    import: "Receive a plan from a file",
    import_button: "Choose a JSON file…",
    import_hint: "Choose a file, or drop one anywhere on this screen. It is checked first; nothing is replaced without asking.",
    drop_here: "Drop the plan file here",
    reading: "Reading the file…",
    refused: "This file cannot be used",
    refused_kept: "The open plan and the plans kept here are unchanged.",
    unreadable: "The browser could not read the file. Copy it to this computer and try again.",
    not_text: "The file is not UTF-8 text, so it cannot be a plan. Choose a .json file that NTM Planner exported.",
    one_file: "One file at a time: please drop a single file.",
    preview: "The file received",
    written_by: "Engine",
    scenarios: "Scenarios",
    size: "Size",
    saved: "Exported",
    repairs: "Repaired while reading",
    no_repairs: "Nothing had to be repaired.",
    newer: "The file was written by a newer version: the plan opens for reading only; what is not known here is kept for export.",
    against_open: "Against the open plan",
    open_plan: "open plan",
    this_file: "this file",
    difference: "difference",
    identical: "The file is identical to the open plan.",
    same_results: "All results are equal.",
    figure: "figure",
    accept_new: "Open as a new plan",
    replace: "Replace the open plan",
    replace_hint: "Replacing can be undone.",
    cancel: "Cancel",
    replaced: "The open plan was replaced by the file.",
    library: "Plan library",
    library_hint: "Plans kept in this browser",
    library_empty: "No plan kept yet: the sample that is open will be kept at its first change.",
    name: "Name",
    updated: "Last change",
    actions: "Actions",
    open: "Open",
    is_open: "open",
    duplicate: "Duplicate",
    rename: "Rename",
    delete: "Delete",
    download: "Download",
    broken: "unreadable",
    broken_hint: "This record is set aside; it is never deleted or overwritten. Download it to keep it or to send it to who can help.",
    new_plan: "New plan",
    new_from: "New from a sample:",
    storage: "Storage",
    storage_unknown: "The browser does not say how much room is used.",
    primary_copy: "A browser may clear its data: treat the exported file as the primary copy.",
    on_disk: "The page runs from a file on this computer, no network needed.",
    on_disk_firefox: "Firefox ties plans to the place of the file: move or rename the NTM Planner file and the old plans are out of sight. Export a JSON file before you move it.",
    on_disk_chromium: "This browser keeps one store for all HTML files opened from disk, so plans stay when the NTM Planner file moves to another folder.",
    about: "About",
    about_text: "NTM Planner is free software under the MIT licence. The sample figures come from the conference report of Thạch Hà district of 22/1/2021; assumptions are marked beside each number.",
    nothing_leaves: "Nothing leaves this computer: no server, no tracking, nothing fetched from the network while it runs.",
    licences: "Licences of the libraries",
    schema: "Description of the file format (JSON Schema)",
    engine: "Engine",
};

/// A size in bytes, in words of a reader: `812 B`, `41,2 KB`, `3,4 MB`, `1,2 GB`.
pub fn size(bytes: f64, lang: Lang) -> String {
    const STEP: f64 = 1024.0;
    let (value, unit) = match bytes {
        b if b < STEP => return format!("{}\u{a0}B", number(b.max(0.0), 0, lang)),
        b if b < STEP * STEP => (b / STEP, "KB"),
        b if b < STEP * STEP * STEP => (b / STEP / STEP, "MB"),
        b => (b / STEP / STEP / STEP, "GB"),
    };
    format!("{}\u{a0}{unit}", number(value, 1, lang))
}

/// Said of an exported file: name, size, start of its content hash.
pub fn exported(name: &str, bytes: usize, hash: &str, lang: Lang) -> String {
    let size = size(bytes as f64, lang);
    let hash = hash.get(..12).unwrap_or(hash);
    match lang {
        Lang::Vi => format!("Đã xuất {name} ({size}), mã băm {hash}…"),
        Lang::En => format!("{name} exported ({size}), content hash {hash}…"),
    }
}

/// Said of a file beyond the limit.
pub fn too_large(bytes: f64, limit: f64, lang: Lang) -> String {
    let (found, most) = (size(bytes, lang), size(limit, lang));
    match lang {
        Lang::Vi => format!(
            "Tệp {found} vượt quá giới hạn {most}. Tệp kế hoạch thường dưới 1 MB: hãy kiểm tra xem có chọn nhầm tệp không."
        ),
        Lang::En => format!(
            "The file has {found}, the limit is {most}. Plan files are usually below 1 MB: check that it is the right file."
        ),
    }
}

/// Use of the browser's room, bytes.
pub fn storage_use(used: f64, quota: f64, lang: Lang) -> String {
    let (used, quota) = (size(used, lang), size(quota, lang));
    match lang {
        Lang::Vi => format!("Đang dùng {used} trong khoảng {quota} trình duyệt dành cho trang này."),
        Lang::En => format!("{used} used of about {quota} that the browser allows this page."),
    }
}

/// Which scenarios are compared in the preview of a file.
pub fn compared_scenarios(open: &str, file: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("kịch bản “{open}” với “{file}” trong tệp"),
        Lang::En => format!("scenario “{open}” with “{file}” of the file"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_the_unit_a_reader_expects() {
        assert_eq!(size(812.0, Lang::Vi), "812\u{a0}B");
        assert_eq!(size(42_189.0, Lang::Vi), "41,2\u{a0}KB");
        assert_eq!(size(20.0 * 1024.0 * 1024.0, Lang::En), "20.0\u{a0}MB");
        assert_eq!(size(5e9, Lang::En), "4.7\u{a0}GB");
    }

    #[test]
    fn an_exported_file_is_told_with_a_short_hash_even_if_the_hash_is_odd() {
        assert!(exported("a.json", 10, "0123456789abcdef", Lang::Vi).contains("0123456789ab…"));
        assert!(exported("a.json", 10, "ab", Lang::Vi).contains("ab…"));
    }
}
