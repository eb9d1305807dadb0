//! Screen *Chia sẻ*.

use crate::formats::number::number;
use crate::model::Lang;

words! {
    pub struct Share {
        title = "Chia sẻ" | "Share",
        export = "Gửi kế hoạch đang mở" | "Send the open plan",
        export_button = "Xuất tệp JSON" | "Export JSON file",
        export_hint = "Một tệp chứa cả kế hoạch: số liệu, nguồn gốc từng số, mọi kịch bản. Gửi qua thư, Zalo hay USB; người nhận mở ở màn hình này và thấy đúng các con số ấy."
            | "One file holds the whole plan: figures, the origin of each, all scenarios. Send it by mail, messenger or USB stick; who gets it opens it on this screen and sees these very numbers.",
        export_failed = "Chưa xuất được tệp; kế hoạch vẫn nguyên trong trình duyệt."
            | "The file could not be made; the plan is safe in the browser.",
        export_blocked = "Trình duyệt không nhận tệp tải về. Hãy cho phép tải xuống ở trang này rồi thử lại."
            | "The browser did not take the file. Allow downloads on this page and try again.",
        checked = "Trước khi trao, tệp đã được đọc lại và so với kế hoạch: giống hệt."
            | "Before it was handed over, the file was read back and compared with the plan: identical.",
        import = "Nhận kế hoạch từ tệp" | "Receive a plan from a file",
        import_button = "Chọn tệp JSON…" | "Choose a JSON file…",
        import_hint = "Chọn tệp, hoặc kéo tệp thả vào bất cứ đâu trên màn hình này. Tệp được kiểm tra trước; không có gì bị thay khi chưa hỏi."
            | "Choose a file, or drop one anywhere on this screen. It is checked first; nothing is replaced without asking.",
        drop_here = "Thả tệp kế hoạch vào đây" | "Drop the plan file here",
        reading = "Đang đọc tệp…" | "Reading the file…",
        refused = "Không dùng được tệp này" | "This file cannot be used",
        refused_kept = "Kế hoạch đang mở và các kế hoạch đã lưu không đổi."
            | "The open plan and the plans kept here are unchanged.",
        unreadable = "Trình duyệt không đọc được tệp. Hãy chép tệp về máy rồi thử lại."
            | "The browser could not read the file. Copy it to this computer and try again.",
        not_text = "Tệp không phải văn bản UTF-8 nên không thể là tệp kế hoạch. Hãy chọn tệp .json do NTM Planner xuất ra."
            | "The file is not UTF-8 text, so it cannot be a plan. Choose a .json file that NTM Planner exported.",
        one_file = "Chỉ nhận từng tệp một: hãy thả lại một tệp." | "One file at a time: please drop a single file.",
        preview = "Tệp nhận được" | "The file received",
        written_by = "Bản tính toán" | "Engine",
        scenarios = "Kịch bản" | "Scenarios",
        size = "Cỡ" | "Size",
        saved = "Xuất ngày" | "Exported",
        repairs = "Đã sửa khi đọc" | "Repaired while reading",
        no_repairs = "Không phải sửa gì." | "Nothing had to be repaired.",
        newer = "Tệp do phiên bản mới hơn ghi: kế hoạch mở ra chỉ để xem; phần chưa biết được giữ nguyên khi xuất lại."
            | "The file was written by a newer version: the plan opens for reading only; what is not known here is kept for export.",
        against_open = "So với kế hoạch đang mở" | "Against the open plan",
        open_plan = "đang mở" | "open plan",
        this_file = "trong tệp" | "this file",
        difference = "chênh" | "difference",
        identical = "Tệp giống hệt kế hoạch đang mở." | "The file is identical to the open plan.",
        same_results = "Mọi kết quả bằng nhau." | "All results are equal.",
        figure = "chỉ số" | "figure",
        accept_new = "Mở thành kế hoạch mới" | "Open as a new plan",
        replace = "Thay kế hoạch đang mở" | "Replace the open plan",
        replace_hint = "Thay xong vẫn hoàn tác được." | "Replacing can be undone.",
        cancel = "Bỏ qua" | "Cancel",
        replaced = "Đã thay kế hoạch đang mở bằng tệp." | "The open plan was replaced by the file.",
        library = "Thư viện kế hoạch" | "Plan library",
        library_hint = "Các kế hoạch giữ trong trình duyệt này" | "Plans kept in this browser",
        library_empty = "Chưa lưu kế hoạch nào: kế hoạch mẫu đang mở sẽ được lưu khi có thay đổi đầu tiên."
            | "No plan kept yet: the sample that is open will be kept at its first change.",
        name = "Tên" | "Name",
        updated = "Sửa lần cuối" | "Last change",
        actions = "Việc" | "Actions",
        open = "Mở" | "Open",
        is_open = "đang mở" | "open",
        duplicate = "Nhân đôi" | "Duplicate",
        rename = "Đổi tên" | "Rename",
        delete = "Xóa" | "Delete",
        download = "Tải về" | "Download",
        broken = "không đọc được" | "unreadable",
        broken_hint = "Bản ghi này được để riêng, không bị xóa hay ghi đè. Tải về để giữ hoặc gửi người hỗ trợ."
            | "This record is set aside; it is never deleted or overwritten. Download it to keep it or to send it to who can help.",
        new_plan = "Kế hoạch mới" | "New plan",
        new_from = "Mới từ mẫu:" | "New from a sample:",
        storage = "Chỗ lưu" | "Storage",
        storage_unknown = "Trình duyệt không cho biết đang dùng bao nhiêu chỗ."
            | "The browser does not say how much room is used.",
        primary_copy = "Trình duyệt có thể xóa dữ liệu của nó, nên hãy coi tệp đã xuất là bản chính."
            | "A browser may clear its data: treat the exported file as the primary copy.",
        on_disk = "Trang đang chạy từ một tệp trên máy, không cần mạng."
            | "The page runs from a file on this computer, no network needed.",
        on_disk_firefox = "Firefox gắn kế hoạch với đúng chỗ để tệp: chuyển hay đổi tên tệp NTM Planner thì không thấy kế hoạch cũ nữa. Trước khi chuyển, hãy xuất tệp JSON."
            | "Firefox ties plans to the place of the file: move or rename the NTM Planner file and the old plans are out of sight. Export a JSON file before you move it.",
        on_disk_chromium = "Trình duyệt này giữ chung một kho cho mọi tệp HTML mở từ máy, nên kế hoạch vẫn còn khi chuyển tệp NTM Planner sang thư mục khác."
            | "This browser keeps one store for all HTML files opened from disk, so plans stay when the NTM Planner file moves to another folder.",
        about = "Về công cụ" | "About",
        about_text = "NTM Planner là phần mềm tự do, giấy phép MIT. Các số liệu mẫu lấy từ báo cáo hội nghị ngày 22/1/2021 của huyện Thạch Hà; giả định được ghi rõ cạnh từng số."
            | "NTM Planner is free software under the MIT licence. The sample figures come from the conference report of Thạch Hà district of 22/1/2021; assumptions are marked beside each number.",
        nothing_leaves = "Không có gì rời khỏi máy này: không máy chủ, không theo dõi, không tải gì từ mạng khi chạy."
            | "Nothing leaves this computer: no server, no tracking, nothing fetched from the network while it runs.",
        licences = "Giấy phép của các thư viện" | "Licences of the libraries",
        schema = "Mô tả định dạng tệp (JSON Schema)" | "Description of the file format (JSON Schema)",
        engine = "Bản tính toán" | "Engine",
    }
}

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

sentences! {
    /// Said of an exported file: name, size, start of its content hash.
    pub fn export_report(name: &str, bytes: usize, hash: &str; lang)
        = "Đã xuất {name} ({size}), mã băm {hash}…" | "{name} exported ({size}), content hash {hash}…",
        size = size(bytes as f64, lang), hash = hash.get(..12).unwrap_or(hash);

    /// Said of a file beyond the limit.
    pub fn size_refusal(bytes: f64, limit: f64; lang)
        = "Tệp {found} vượt quá giới hạn {most}. Tệp kế hoạch thường dưới 1 MB: hãy kiểm tra xem có chọn nhầm tệp không."
        | "The file has {found}, the limit is {most}. Plan files are usually below 1 MB: check that it is the right file.",
        found = size(bytes, lang), most = size(limit, lang);

    /// Use of the browser's room, bytes.
    pub fn storage_use(used: f64, quota: f64; lang)
        = "Đang dùng {used} trong khoảng {quota} trình duyệt dành cho trang này."
        | "{used} used of about {quota} that the browser allows this page.",
        used = size(used, lang), quota = size(quota, lang);

    /// Which scenarios are compared in the preview of a file.
    pub fn compared_scenarios(open: &str, file: &str; lang)
        = "kịch bản “{open}” với “{file}” trong tệp" | "scenario “{open}” with “{file}” of the file";
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
        assert!(export_report("a.json", 10, "0123456789abcdef", Lang::Vi).contains("0123456789ab…"));
        assert!(export_report("a.json", 10, "ab", Lang::Vi).contains("ab…"));
    }
}
