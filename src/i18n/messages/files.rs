//! Files that cannot be used, and what was mended in those that can.

use super::{Fill, Message, Sentence, bare_path_in_words};
use crate::formats::{Refusal, Repair};
use crate::model::Lang;

/// By code: why a file cannot be used, and what to do.
const REFUSALS: &[(&str, Sentence, Sentence)] = coded! {
    "too-large":
        "Tệp lớn {0#} MB, giới hạn là {1} MB." | "The file has {0#} MB, the limit is {1} MB.";
        "Kiểm tra xem có chọn nhầm tệp không: một kế hoạch thường dưới 1 MB."
            | "Check that it is the right file: a plan usually has less than 1 MB.",
    "empty":
        "Tệp trống." | "The file is empty.";
        "Xin người gửi xuất và gửi lại." | "Ask the sender to export and send it again.",
    "not-utf8":
        "Tệp không phải văn bản UTF-8 (hỏng từ byte {0})." | "The file is not UTF-8 text (broken from byte {0}).";
        "Chọn tệp .json do màn hình Chia sẻ xuất ra, hoặc lưu lại tệp với mã UTF-8."
            | "Choose a .json file exported on the Share screen, or save it again as UTF-8.",
    "not-json":
        "Tệp không đọc được ở dòng {0}, cột {1}." | "The file cannot be read at line {0}, column {1}.";
        "Chọn tệp .json do màn hình Chia sẻ xuất ra; nếu tệp đã sửa tay, sửa lại chỗ đó."
            | "Choose a .json file exported on the Share screen; if it was edited by hand, mend that place.",
    "truncated":
        "Tệp bị cắt ngang ở dòng {0}, cột {1}." | "The file breaks off at line {0}, column {1}.";
        "Xin người gửi gửi lại cả tệp." | "Ask the sender for the whole file.",
    "too-deep":
        "Tệp lồng quá sâu ở dòng {0}, cột {1}." | "The file is nested too deeply at line {0}, column {1}.";
        "Đây không phải tệp kế hoạch; chọn tệp khác." | "This is no plan file; choose another one.",
    "number-out-of-range":
        "Có số quá lớn ở dòng {0}, cột {1}." | "A number at line {0}, column {1} is too large to be read.";
        "Sửa số đó trong tệp hoặc xuất lại tệp." | "Correct that number in the file or export it again.",
    "not-a-plan":
        "Tệp này không chứa kế hoạch NTM." | "The file holds no NTM plan.";
        "Chọn tệp .json do màn hình Chia sẻ xuất ra." | "Choose a .json file exported on the Share screen.",
    "other-format":
        "Tệp thuộc loại khác: {0}." | "The file is of another kind: {0}.";
        "Chọn tệp có loại “ntm-plan”." | "Choose a file of the kind “ntm-plan”.",
    "version-invalid":
        "Phiên bản tệp không hợp lệ: {0}." | "The version of the file is not valid: {0}.";
        "Xuất lại tệp từ màn hình Chia sẻ." | "Export the file again on the Share screen.",
    "missing":
        "Thiếu mục “{0}”." | "The field “{0}” is missing.";
        "Điền mục này trong tệp hoặc xuất lại tệp." | "Fill it in or export the file again.",
    "wrong-type":
        "Giá trị {0} không đúng loại của mục này." | "The value {0} is not of the kind this field holds.";
        "Sửa giá trị trong tệp hoặc xuất lại tệp." | "Correct the value in the file or export it again.",
    "unknown-choice":
        "“{0}” không phải lựa chọn của mục này." | "“{0}” is none of the choices of this field.";
        "Sửa giá trị, hoặc mở tệp bằng phiên bản mới hơn của trang."
            | "Correct the value, or open the file with a newer version of the page.",
    "wrong-length":
        "Danh sách này có {0} mục, không đúng số cần có." | "This list has {0} entries, not the number it needs.";
        "Sửa danh sách trong tệp; đường giải ngân cần 13 số."
            | "Correct the list in the file; a release curve needs 13 numbers.",
    "too-many":
        "Danh sách này có {0} mục, nhiều nhất là {1}." | "This list has {0} entries, the most is {1}.";
        "Bỏ bớt mục trong tệp." | "Remove entries from the file.",
    "number-absurd":
        "Số {0} lớn đến mức chỉ có thể do gõ nhầm." | "The number {0} is so large that it can only be a slip.";
        "Kiểm tra chữ số và đơn vị (triệu đồng) trong tệp." | "Check digits and unit (million VND) in the file.",
    "not-exportable":
        "Tệp viết ra không đọc lại được giống hệt nên chưa giao."
            | "What was written could not be read back the same, so it was not handed over.";
        "Kế hoạch vẫn còn. Sửa số không hợp lệ ở màn hình Số liệu rồi xuất lại."
            | "The plan is still there. Correct figures that are not valid on the Data screen and export again.",
};

/// By code: what was mended.
const REPAIRS: &[(&str, Sentence)] = coded! {
    "bare-plan":
        "Tệp chỉ có kế hoạch, thiếu phần đầu ghi loại và phiên bản; vẫn đọc được."
            | "The file has the plan without the head that names its kind and version; it was read all the same.",
    "changed-outside":
        "Nội dung đã được sửa ngoài trang này sau khi xuất; hãy kiểm tra lại số liệu."
            | "The contents were changed outside this page after the export; check the figures.",
    "newer-version":
        "Tệp do phiên bản mới hơn viết ({0}, trang này là {1}): xem được, không sửa được."
            | "A newer version wrote the file ({0}, this page has {1}): it can be looked at, not changed.",
    "text-cleaned":
        "Đã bỏ ký tự điều khiển hoặc ký tự đảo chiều chữ."
            | "Control characters or characters that turn the writing direction were taken out.",
    "text-cut": "Văn bản dài {0#} ký tự đã cắt còn {1#}." | "A text of {0#} characters was cut to {1#}.",
    "id-made": "Thiếu mã; đã đặt “{0}”." | "An id was missing; it is now “{0}”.",
    "id-renamed":
        "Mã “{0}” dùng hai lần; mục sau đổi thành “{1}”." | "The id “{0}” came twice; the later one is now “{1}”.",
    "scenario-added": "Không có kịch bản nào; đã thêm “{0}”." | "There was no scenario; “{0}” was added.",
    "calendar-bounded":
        "Thời gian {0} ngoài phạm vi, đã dùng {1}." | "The calendar's {0} is out of range; {1} is used.",
    "wait-bounded":
        "Số tháng nợ {0} ngoài phạm vi, đã dùng {1}." | "A wait of {0} months is out of range; {1} is used.",
    "more-repairs": "Còn {0} chỗ khác đã được sửa." | "{0} more places were mended.",
};

/// Why a file cannot be used, in words. Nothing that was open is lost by it.
pub fn refusal(refusal: &Refusal, lang: Lang) -> Message {
    let fill = Fill {
        args: &refusal.args,
        plan: None,
        lang,
    };
    let place = place(&refusal.path, lang);
    match REFUSALS.iter().find(|(code, _, _)| *code == refusal.code) {
        Some((_, what, remedy)) => Message {
            what: fill.put(what.get(lang)),
            remedy: fill.put(remedy.get(lang)),
            place,
        },
        None => Message {
            what: refusal.code.to_owned(),
            remedy: String::new(),
            place,
        },
    }
}

/// What was mended in a file, in words, with its place.
pub fn repair(repair: &Repair, lang: Lang) -> Message {
    let fill = Fill {
        args: &repair.args,
        plan: None,
        lang,
    };
    let sentence = REPAIRS.iter().find(|(code, _)| *code == repair.code);
    Message {
        what: sentence.map_or_else(|| repair.code.to_owned(), |(_, what)| fill.put(what.get(lang))),
        remedy: String::new(),
        place: place(&repair.path, lang),
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
    use super::super::tests::whole_in_both;
    use super::*;
    use crate::formats;

    /// Largest argument a sentence asks for, plus one.
    fn asked(sentence: &Sentence) -> usize {
        let places = sentence.0[0].split('{').skip(1);
        let index = |place: &str| {
            place
                .chars()
                .take_while(char::is_ascii_digit)
                .collect::<String>()
                .parse::<usize>()
        };
        places.filter_map(|p| index(p).ok()).max().map_or(0, |most| most + 1)
    }

    #[test]
    fn every_refusal_has_a_sentence_and_a_remedy_that_ask_for_no_argument_it_does_not_have() {
        let told: Vec<&str> = REFUSALS.iter().map(|(code, _, _)| *code).collect();
        let codes: Vec<&str> = formats::REFUSALS.iter().map(|(code, _)| *code).collect();
        assert_eq!(told, codes);
        for ((code, what, remedy), (_, args)) in REFUSALS.iter().zip(formats::REFUSALS) {
            for sentence in [what, remedy] {
                whole_in_both(code, sentence);
                assert!(asked(sentence) <= args.len(), "{code}");
            }
        }
    }

    #[test]
    fn every_repair_has_a_sentence_that_asks_for_no_argument_it_does_not_have() {
        let told: Vec<&str> = REPAIRS.iter().map(|(code, _)| *code).collect();
        let codes: Vec<&str> = formats::REPAIRS.iter().map(|(code, _)| *code).collect();
        assert_eq!(told, codes);
        for ((code, what), (_, args)) in REPAIRS.iter().zip(formats::REPAIRS) {
            whole_in_both(code, what);
            assert!(asked(what) <= args.len(), "{code}");
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
