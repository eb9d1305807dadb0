//! Files that cannot be used, and what was mended in those that can.

use super::{Message, bare_path_in_words};
use crate::formats::number::exact;
use crate::formats::{Refusal, RefusalKind, Repair, RepairKind};
use crate::model::Lang;

/// Why a file cannot be used, in words. Nothing that was open is lost by it.
pub fn refusal(refusal: &Refusal, lang: Lang) -> Message {
    let message = match &refusal.kind {
        RefusalKind::TooLarge { bytes, most } => message!(lang;
            "Tệp lớn {bytes} MB, giới hạn là {most} MB." | "The file has {bytes} MB, the limit is {most} MB.";
            "Kiểm tra xem có chọn nhầm tệp không: một kế hoạch thường dưới 1 MB."
                | "Check that it is the right file: a plan usually has less than 1 MB.",
            bytes = megabytes(*bytes, lang), most = most / (1024 * 1024)),
        RefusalKind::Empty => message!(lang;
            "Tệp trống." | "The file is empty.";
            "Xin người gửi xuất và gửi lại." | "Ask the sender to export and send it again."),
        RefusalKind::NotUtf8 { byte } => message!(lang;
            "Tệp không phải văn bản UTF-8 (hỏng từ byte {byte})."
                | "The file is not UTF-8 text (broken from byte {byte}).";
            "Chọn tệp .json do màn hình Chia sẻ xuất ra, hoặc lưu lại tệp với mã UTF-8."
                | "Choose a .json file exported on the Share screen, or save it again as UTF-8."),
        RefusalKind::NotJson { line, column } => message!(lang;
            "Tệp không đọc được ở dòng {line}, cột {column}."
                | "The file cannot be read at line {line}, column {column}.";
            "Chọn tệp .json do màn hình Chia sẻ xuất ra; nếu tệp đã sửa tay, sửa lại chỗ đó."
                | "Choose a .json file exported on the Share screen; if it was edited by hand, mend that place."),
        RefusalKind::Truncated { line, column } => message!(lang;
            "Tệp bị cắt ngang ở dòng {line}, cột {column}." | "The file breaks off at line {line}, column {column}.";
            "Xin người gửi gửi lại cả tệp." | "Ask the sender for the whole file."),
        RefusalKind::TooDeep { line, column } => message!(lang;
            "Tệp lồng quá sâu ở dòng {line}, cột {column}."
                | "The file is nested too deeply at line {line}, column {column}.";
            "Đây không phải tệp kế hoạch; chọn tệp khác." | "This is no plan file; choose another one."),
        RefusalKind::NumberOutOfRange { line, column } => message!(lang;
            "Có số quá lớn ở dòng {line}, cột {column}."
                | "A number at line {line}, column {column} is too large to be read.";
            "Sửa số đó trong tệp hoặc xuất lại tệp." | "Correct that number in the file or export it again."),
        RefusalKind::NotAPlan => message!(lang;
            "Tệp này không chứa kế hoạch NTM." | "The file holds no NTM plan.";
            "Chọn tệp .json do màn hình Chia sẻ xuất ra." | "Choose a .json file exported on the Share screen."),
        RefusalKind::OtherFormat { found } => message!(lang;
            "Tệp thuộc loại khác: {found}." | "The file is of another kind: {found}.";
            "Chọn tệp có loại “ntm-plan”." | "Choose a file of the kind “ntm-plan”."),
        RefusalKind::VersionInvalid { found } => message!(lang;
            "Phiên bản tệp không hợp lệ: {found}." | "The version of the file is not valid: {found}.";
            "Xuất lại tệp từ màn hình Chia sẻ." | "Export the file again on the Share screen."),
        RefusalKind::Missing { field } => message!(lang;
            "Thiếu mục “{field}”." | "The field “{field}” is missing.";
            "Điền mục này trong tệp hoặc xuất lại tệp." | "Fill it in or export the file again."),
        RefusalKind::WrongType { found } => message!(lang;
            "Giá trị {found} không đúng loại của mục này." | "The value {found} is not of the kind this field holds.";
            "Sửa giá trị trong tệp hoặc xuất lại tệp." | "Correct the value in the file or export it again."),
        RefusalKind::UnknownChoice { found } => message!(lang;
            "“{found}” không phải lựa chọn của mục này." | "“{found}” is none of the choices of this field.";
            "Sửa giá trị, hoặc mở tệp bằng phiên bản mới hơn của trang."
                | "Correct the value, or open the file with a newer version of the page."),
        RefusalKind::WrongLength { found } => message!(lang;
            "Danh sách này có {found} mục, không đúng số cần có."
                | "This list has {found} entries, not the number it needs.";
            "Sửa danh sách trong tệp; đường giải ngân cần 13 số."
                | "Correct the list in the file; a release curve needs 13 numbers."),
        RefusalKind::TooMany { found, most } => message!(lang;
            "Danh sách này có {found} mục, nhiều nhất là {most}."
                | "This list has {found} entries, the most is {most}.";
            "Bỏ bớt mục trong tệp." | "Remove entries from the file."),
        RefusalKind::NumberAbsurd { found } => message!(lang;
            "Số {found} lớn đến mức chỉ có thể do gõ nhầm."
                | "The number {found} is so large that it can only be a slip.";
            "Kiểm tra chữ số và đơn vị (triệu đồng) trong tệp." | "Check digits and unit (million VND) in the file."),
        RefusalKind::NotExportable => message!(lang;
            "Tệp viết ra không đọc lại được giống hệt nên chưa giao."
                | "What was written could not be read back the same, so it was not handed over.";
            "Kế hoạch vẫn còn. Sửa số không hợp lệ ở màn hình Số liệu rồi xuất lại."
                | "The plan is still there. Correct figures that are not valid on the Data screen and export again."),
    };
    Message {
        place: place(&refusal.path, lang),
        ..message
    }
}

/// Size as people read it, to a tenth.
fn megabytes(bytes: usize, lang: Lang) -> String {
    let size = bytes as f64 / (1024.0 * 1024.0);
    exact(format!("{size:.1}").parse().unwrap_or(size), lang)
}

/// What was mended in a file, in words, with its place.
pub fn repair(repair: &Repair, lang: Lang) -> Message {
    let what = match &repair.kind {
        RepairKind::BarePlan => say!(lang;
            "Tệp chỉ có kế hoạch, thiếu phần đầu ghi loại và phiên bản; vẫn đọc được."
                | "The file has the plan without the head that names its kind and version; it was read all the same."),
        RepairKind::ChangedOutside => say!(lang;
            "Nội dung đã được sửa ngoài trang này sau khi xuất; hãy kiểm tra lại số liệu."
                | "The contents were changed outside this page after the export; check the figures."),
        RepairKind::NewerVersion { file, page } => say!(lang;
            "Tệp do phiên bản mới hơn viết ({file}, trang này là {page}): xem được, không sửa được."
                | "A newer version wrote the file ({file}, this page has {page}): it can be looked at, not changed."),
        RepairKind::TextCleaned => say!(lang;
            "Đã bỏ ký tự điều khiển hoặc ký tự đảo chiều chữ."
                | "Control characters or characters that turn the writing direction were taken out."),
        RepairKind::TextCut { found, kept } => say!(lang;
            "Văn bản dài {found} ký tự đã cắt còn {kept}." | "A text of {found} characters was cut to {kept}.",
            found = exact(*found as f64, lang), kept = exact(*kept as f64, lang)),
        RepairKind::IdMade { id } => say!(lang;
            "Thiếu mã; đã đặt “{id}”." | "An id was missing; it is now “{id}”."),
        RepairKind::IdRenamed { id, new } => say!(lang;
            "Mã “{id}” dùng hai lần; mục sau đổi thành “{new}”."
                | "The id “{id}” came twice; the later one is now “{new}”."),
        RepairKind::ScenarioAdded { name } => say!(lang;
            "Không có kịch bản nào; đã thêm “{name}”." | "There was no scenario; “{name}” was added."),
        RepairKind::CalendarBounded { found, used } => say!(lang;
            "Thời gian {found} ngoài phạm vi, đã dùng {used}."
                | "The calendar's {found} is out of range; {used} is used."),
        RepairKind::WaitBounded { found, used } => say!(lang;
            "Số tháng nợ {found} ngoài phạm vi, đã dùng {used}."
                | "A wait of {found} months is out of range; {used} is used."),
        RepairKind::MoreRepairs { more } => say!(lang;
            "Còn {more} chỗ khác đã được sửa." | "{more} more places were mended."),
    };
    Message {
        what,
        place: place(&repair.path, lang),
        ..Message::default()
    }
}

/// Nothing for the file as a whole.
fn place(path: &str, lang: Lang) -> String {
    if path.is_empty() {
        String::new()
    } else {
        bare_path_in_words(path, lang)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::tests::assert_whole;
    use super::*;
    use crate::formats;

    #[test]
    fn every_refusal_is_a_sentence_and_a_remedy_in_both_languages() {
        for kind in [
            RefusalKind::TooLarge { bytes: 7, most: 7 },
            RefusalKind::Empty,
            RefusalKind::NotUtf8 { byte: 7 },
            RefusalKind::NotJson { line: 7, column: 7 },
            RefusalKind::Truncated { line: 7, column: 7 },
            RefusalKind::TooDeep { line: 7, column: 7 },
            RefusalKind::NumberOutOfRange { line: 7, column: 7 },
            RefusalKind::NotAPlan,
            RefusalKind::OtherFormat { found: "null".into() },
            RefusalKind::VersionInvalid { found: "null".into() },
            RefusalKind::Missing { field: "null".into() },
            RefusalKind::WrongType { found: "null".into() },
            RefusalKind::UnknownChoice { found: "null".into() },
            RefusalKind::WrongLength { found: 7 },
            RefusalKind::TooMany { found: 7, most: 7 },
            RefusalKind::NumberAbsurd { found: "null".into() },
            RefusalKind::NotExportable,
        ] {
            let path = String::new();
            let refused = Refusal { kind, path };
            assert_whole(|lang| refusal(&refused, lang));
        }
    }

    #[test]
    fn every_repair_is_a_sentence_in_both_languages() {
        for kind in [
            RepairKind::BarePlan,
            RepairKind::ChangedOutside,
            RepairKind::NewerVersion { file: 7, page: 7 },
            RepairKind::TextCleaned,
            RepairKind::TextCut { found: 7, kept: 7 },
            RepairKind::IdMade { id: "null".into() },
            RepairKind::IdRenamed {
                id: "null".into(),
                new: "null".into(),
            },
            RepairKind::ScenarioAdded { name: "null".into() },
            RepairKind::CalendarBounded {
                found: "null".into(),
                used: 7,
            },
            RepairKind::WaitBounded {
                found: "null".into(),
                used: 7,
            },
            RepairKind::MoreRepairs { more: 7 },
        ] {
            let path = "/plan/lines/3".to_owned();
            let mended = Repair { kind, path };
            assert_whole(|lang| Message {
                // A repair asks for nothing to be done.
                remedy: repair(&mended, lang).what,
                ..repair(&mended, lang)
            });
        }
    }

    #[test]
    fn a_bad_file_is_told_with_the_place_and_what_to_do() {
        let refused = formats::restore("{\"format\": \"ntm-plan\", \"version\": 1}").unwrap_err();
        let told = refusal(&refused, Lang::Vi);
        assert_eq!(told.place, "Kế hoạch");
        assert!(told.what.contains("plan") && !told.remedy.is_empty());
        let refused = formats::restore("{").unwrap_err();
        let told = refusal(&refused, Lang::En);
        assert!(told.place.is_empty() && told.what.contains("line 1"), "{told:?}");
    }
}
