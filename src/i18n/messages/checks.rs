//! Findings of the checks of a plan.

use super::{Fill, Message, Sentence, paths::path_in_words};
use crate::model::validate::Issue;
use crate::model::{Lang, Plan};

/// By check: what was found, and what to do about it.
const CHECKS: &[(&str, Sentence, Sentence)] = &[
    (
        "not-finite",
        s("Đây không phải là một con số.", "This is not a finite number."),
        s("Nhập lại giá trị.", "Type the value again."),
    ),
    (
        "negative",
        s("{0#} nhỏ hơn 0.", "{0#} is below 0."),
        s("Nhập số từ 0 trở lên.", "Type a number of 0 or more."),
    ),
    (
        "not-share",
        s("{0%} nằm ngoài khoảng 0–100 %.", "{0%} is outside 0–100 %."),
        s("Nhập tỷ lệ từ 0 đến 100 %.", "Type a share between 0 and 100 %."),
    ),
    (
        "not-whole",
        s("{0#} không phải số nguyên.", "{0#} is not a whole number."),
        s("Nhập số nguyên.", "Type a whole number."),
    ),
    (
        "range-order",
        s(
            "Ba mức thấp {0#}, thường gặp {1#}, cao {2#} không tăng dần.",
            "Low {0#}, likely {1#} and high {2#} are not in rising order.",
        ),
        s("Sửa để thấp ≤ thường gặp ≤ cao.", "Make it low ≤ likely ≤ high."),
    ),
    (
        "release-outside",
        s(
            "Điểm {0} của đường giải ngân là {1%}, ngoài khoảng 0–100 %.",
            "Point {0} of the release curve is {1%}, outside 0–100 %.",
        ),
        s(
            "Nhập lũy kế từ 0 đến 100 %.",
            "Type a cumulative share between 0 and 100 %.",
        ),
    ),
    (
        "release-decreasing",
        s(
            "Lũy kế giải ngân giảm ở điểm {0}: {1%} sau {2%}.",
            "The cumulative release falls at point {0}: {1%} after {2%}.",
        ),
        s(
            "Lũy kế chỉ có thể giữ nguyên hoặc tăng; sửa điểm này hoặc điểm trước.",
            "A cumulative share can only stay or grow; correct this point or the one before.",
        ),
    ),
    (
        "duration-short",
        s(
            "Thời gian làm {0#} tháng là quá ngắn.",
            "{0#} months of work is too short.",
        ),
        s("Nhập ít nhất 1 tháng.", "Type at least 1 month."),
    ),
    (
        "pass-outside",
        s("Tỷ lệ đạt {0%} không dùng được.", "A pass rate of {0%} cannot be used."),
        s(
            "Nhập tỷ lệ trên 0 và không quá 100 %.",
            "Type a rate above 0 and at most 100 %.",
        ),
    ),
    (
        "share-order",
        s(
            "Phần tối thiểu {0%} lớn hơn phần tối đa {1%}.",
            "The smallest share {0%} is above the largest {1%}.",
        ),
        s(
            "Giảm phần tối thiểu hoặc tăng phần tối đa.",
            "Lower the smallest or raise the largest share.",
        ),
    ),
    (
        "profile-negative",
        s(
            "Phần {0} của nhịp chi nhỏ hơn 0 hoặc không phải là số.",
            "Part {0} of the spend profile is below 0 or not a number.",
        ),
        s("Nhập số từ 0 trở lên cho mỗi phần.", "Type 0 or more for each part."),
    ),
    (
        "profile-zero",
        s(
            "Mọi phần của nhịp chi đều bằng 0.",
            "All parts of the spend profile are 0.",
        ),
        s(
            "Nhập ít nhất một phần lớn hơn 0, hoặc để trống để chi đều.",
            "Give one part more than 0, or leave it empty to spend evenly.",
        ),
    ),
    (
        "month-outside",
        s("Tháng {0} không có trong năm.", "There is no month {0} in a year."),
        s("Chọn tháng từ 1 đến 12.", "Choose a month from 1 to 12."),
    ),
    (
        "calendar-start",
        s(
            "Tháng đầu {0} không có trong năm.",
            "The first month {0} is not a month of the year.",
        ),
        s("Chọn tháng từ 1 đến 12.", "Choose a month from 1 to 12."),
    ),
    (
        "calendar-months",
        s(
            "Số tháng {0} không dùng được.",
            "A number of {0} months cannot be used.",
        ),
        s("Nhập từ 1 đến {1} tháng.", "Type 1 to {1} months."),
    ),
    (
        "duplicate-id",
        s(
            "Mã “{0}” dùng hai lần; chỉ mục đầu được tính.",
            "The id “{0}” is used twice; only the first counts.",
        ),
        s(
            "Đổi mã của một trong hai mục trong tệp.",
            "Change the id of one of the two in the file.",
        ),
    ),
    (
        "empty-id",
        s("Có một mục không có mã.", "One of these has no id."),
        s("Đặt mã cho mục đó trong tệp.", "Give it an id in the file."),
    ),
    (
        "no-sources",
        s("Kế hoạch chưa có nguồn vốn nào.", "The plan has no source of money."),
        s(
            "Mở một kế hoạch mẫu hoặc nhập tệp có nguồn vốn.",
            "Open a sample plan or import a file with sources.",
        ),
    ),
    (
        "no-lines",
        s("Kế hoạch chưa có mục tiêu nào.", "The plan has no target."),
        s(
            "Mở một kế hoạch mẫu hoặc nhập tệp có mục tiêu.",
            "Open a sample plan or import a file with targets.",
        ),
    ),
    (
        "no-scenarios",
        s("Kế hoạch chưa có kịch bản nào.", "The plan has no scenario."),
        s("Tạo kịch bản ở màn hình Kịch bản.", "Make one on the Scenarios screen."),
    ),
    (
        "population-zero",
        s(
            "Dân số bằng 0 nên không tính được mức góp mỗi người.",
            "With a population of 0 nothing can be said per head.",
        ),
        s("Nhập dân số của huyện.", "Type the population of the district."),
    ),
    (
        "weights-zero",
        s(
            "Mọi trọng số bằng 0 nên không có điểm kế hoạch.",
            "All weights are 0, so there is no plan score.",
        ),
        s(
            "Cho ít nhất một mục tiêu trọng số lớn hơn 0.",
            "Give at least one target a weight above 0.",
        ),
    ),
    (
        "recipe-short",
        s(
            "Các phần tối đa cộng lại chỉ {0%}: không đủ để trả hết chi phí.",
            "The largest shares add up to {0%} only: the cost cannot be paid in full.",
        ),
        s(
            "Tăng phần tối đa của các nguồn cho đủ 100 %.",
            "Raise the largest shares to 100 % in all.",
        ),
    ),
    (
        "recipe-over",
        s(
            "Các phần tối thiểu cộng lại {0%}, quá chi phí.",
            "The smallest shares add up to {0%}, more than the cost.",
        ),
        s(
            "Giảm phần tối thiểu xuống không quá 100 %.",
            "Lower the smallest shares to at most 100 % in all.",
        ),
    ),
    (
        "goal-above-candidates",
        s(
            "Chỉ tiêu {0#} nhưng chỉ có {1#} để chọn.",
            "The goal is {0#}, but there are only {1#} to choose from.",
        ),
        s(
            "Giảm chỉ tiêu hoặc bổ sung số có thể làm.",
            "Lower the goal or add candidates.",
        ),
    ),
    (
        "under-way-above-candidates",
        s(
            "Đang làm dở {0#} nhưng chỉ có {1#} để chọn.",
            "{0#} are under way, but there are only {1#} in all.",
        ),
        s(
            "Sửa số đang làm dở hoặc số có thể làm.",
            "Correct the units under way or the candidates.",
        ),
    ),
    (
        "no-starts",
        s(
            "Chỉ tiêu {0#} nhưng không tháng nào được khởi công.",
            "The goal is {0#}, but no unit may start in any month.",
        ),
        s(
            "Nhập số khởi công mỗi tháng từ 1 trở lên.",
            "Allow at least 1 start a month.",
        ),
    ),
    (
        "rounds-empty",
        s(
            "Không có đợt công nhận nào trong năm.",
            "There is no recognition round in the year.",
        ),
        s(
            "Chọn ít nhất một tháng có đợt công nhận.",
            "Choose at least one month with a round.",
        ),
    ),
    (
        "no-round-in-time",
        s(
            "Làm {0#} tháng và thẩm định {1#} tháng thì không kịp đợt công nhận nào trong kế hoạch.",
            "After {0#} months of work and {1#} of appraisal there is no recognition round left in the plan.",
        ),
        s(
            "Thêm đợt công nhận, rút ngắn thời gian làm hoặc kéo dài kế hoạch.",
            "Add a round, shorten the work or lengthen the plan.",
        ),
    ),
    (
        "level-twice",
        s(
            "Mục tiêu “{0@line}” cũng đưa xã lên cùng cấp này.",
            "The target “{0@line}” leads communes to the same level.",
        ),
        s("Chỉ giữ một mục tiêu cho mỗi cấp.", "Keep one target for each level."),
    ),
    (
        "correlation-outside",
        s(
            "Tương quan {0#} nằm ngoài khoảng −1 đến 1.",
            "Correlation {0#} is not between −1 and 1.",
        ),
        s("Nhập số từ −1 đến 1.", "Type a number from −1 to 1."),
    ),
    (
        "correlation-impossible",
        s(
            "Các tương quan không thể cùng đúng; trái nhất là cặp “{0}” và “{1}”.",
            "These correlations cannot hold together; the pair “{0}” and “{1}” fits least.",
        ),
        s(
            "Sửa cặp này, hoặc đưa cả bộ về bộ khả dĩ gần nhất.",
            "Change this pair, or move all to the nearest possible ones.",
        ),
    ),
    (
        "correlation-twice",
        s(
            "Cặp này đã có tương quan, hoặc là một đại lượng với chính nó.",
            "This pair has a correlation already, or is one thing with itself.",
        ),
        s("Xóa dòng này trong tệp.", "Remove this entry from the file."),
    ),
    (
        "unknown-source",
        s(
            "Nguồn “{0}” không có trong kế hoạch nên bị bỏ qua.",
            "The plan has no source “{0}”, so it is ignored.",
        ),
        s(
            "Xóa hoặc sửa mã nguồn này trong tệp.",
            "Remove or correct this id in the file.",
        ),
    ),
    (
        "unknown-line",
        s(
            "Mục tiêu “{0}” không có trong kế hoạch nên bị bỏ qua.",
            "The plan has no target “{0}”, so it is ignored.",
        ),
        s(
            "Xóa hoặc sửa mã mục tiêu này trong tệp.",
            "Remove or correct this id in the file.",
        ),
    ),
    (
        "unknown-event",
        s(
            "Sự kiện “{0}” không có trong kế hoạch nên bị bỏ qua.",
            "The plan has no event “{0}”, so it is ignored.",
        ),
        s(
            "Xóa hoặc sửa mã sự kiện này trong tệp.",
            "Remove or correct this id in the file.",
        ),
    ),
    (
        "unknown-commune",
        s(
            "Xã mã “{0}” không có trong kế hoạch nên bị bỏ qua.",
            "The plan has no commune “{0}”, so it is ignored.",
        ),
        s(
            "Xóa hoặc sửa mã xã này trong tệp.",
            "Remove or correct this id in the file.",
        ),
    ),
    (
        "unknown-criterion",
        s(
            "Tiêu chí “{0}” không có trong bộ tiêu chí của cấp tiếp theo.",
            "The criterion “{0}” is not in the set of the next level.",
        ),
        s(
            "Xóa tiêu chí này hoặc sửa cấp của xã.",
            "Remove the criterion or correct the commune's level.",
        ),
    ),
    (
        "pick-not-candidate",
        s(
            "Xã {0} được chọn cố định nhưng không thuộc diện xét của mục tiêu nào.",
            "{0} is fixed in, but is not a candidate of any target.",
        ),
        s(
            "Bỏ chọn xã này hoặc sửa cấp của xã.",
            "Free the commune or correct its level.",
        ),
    ),
    (
        "pushed-above-candidates",
        s(
            "Đẩy làm {0#} nhưng chỉ có {1#} để chọn.",
            "{0#} are pushed, but there are only {1#} to choose from.",
        ),
        s("Giảm số đẩy làm trong kịch bản.", "Push fewer in the scenario."),
    ),
    (
        "starts-beyond-calendar",
        s(
            "Lịch khởi công có {0} tháng, kế hoạch chỉ có {1}; phần thừa bị bỏ qua.",
            "Starts are given for {0} months, the plan has {1}; the rest is ignored.",
        ),
        s(
            "Kéo dài kế hoạch hoặc bỏ các tháng thừa.",
            "Lengthen the plan or drop the months.",
        ),
    ),
    (
        "closed-beyond-calendar",
        s(
            "Đã chốt {0} tháng, kế hoạch chỉ có {1} tháng.",
            "{0} months are closed, the plan has {1}.",
        ),
        s(
            "Sửa số tháng đã chốt, hoặc kéo dài kế hoạch.",
            "Correct the number of closed months, or make the plan longer.",
        ),
    ),
    (
        "event-without-months",
        s(
            "Sự kiện làm chậm công việc nhưng chưa có tháng nào.",
            "The event slows work, but acts in no month.",
        ),
        s("Chọn các tháng sự kiện xảy ra.", "Choose the months in which it acts."),
    ),
    (
        "model-needs-earlier-year",
        s(
            "Đạt nâng cao cho năm {0} nên chưa thể thành xã kiểu mẫu trong kế hoạch {1}.",
            "Advanced for {0}, so it cannot become a model commune in the plan of {1}.",
        ),
        s("Kiểm tra lại năm đạt của xã.", "Check the commune's target year."),
    ),
    (
        "date-malformed",
        s("“{0}” không phải là ngày.", "“{0}” is not a date."),
        s(
            "Chọn ngày theo lịch, ví dụ 22/1/2021.",
            "Choose a day of the calendar, such as 22/1/2021.",
        ),
    ),
    (
        "due-outside-calendar",
        s(
            "Thời hạn {0d} nằm ngoài kế hoạch nên không hiện ở Tiến độ.",
            "The date {0d} lies outside the plan, so it is not on the timeline.",
        ),
        s(
            "Sửa thời hạn vào trong các tháng của kế hoạch, hoặc xóa mốc.",
            "Choose a date within the months of the plan, or delete the milestone.",
        ),
    ),
    (
        "money-before-decision",
        s(
            "Tiền thưởng về ngày {0d}, trước ngày quyết định {1d}.",
            "Reward money on {0d}, before the decision on {1d}.",
        ),
        s("Kiểm tra lại hai ngày.", "Check both dates."),
    ),
    (
        "target-year-missing",
        s(
            "Xã đã nâng cao nhưng chưa ghi đạt cho năm nào.",
            "Advanced, but not said for which year.",
        ),
        s(
            "Nhập năm đạt để xét xã kiểu mẫu.",
            "Type the target year: model communes need it.",
        ),
    ),
    (
        "target-year-mismatch",
        s(
            "Năm đạt ghi {0}, theo ngày quyết định là {1} (quyết định đến hết 31/1 tính cho năm trước).",
            "The target year is {0}; by the date of the decision it is {1} (up to 31 January: the year before).",
        ),
        s(
            "Kiểm tra năm đạt hoặc ngày quyết định.",
            "Check the target year or the date.",
        ),
    ),
    (
        "criteria-incomplete",
        s(
            "{0} tiêu chí chưa xong thiếu chi phí hoặc số tháng, nên dùng chi phí và thời gian chung của mục tiêu.",
            "Criteria still to be done without cost or months: {0}; the target's own cost and duration are used.",
        ),
        s(
            "Điền chi phí và số tháng cho các tiêu chí đó.",
            "Fill in their cost and months.",
        ),
    ),
    (
        "met-with-cost",
        s(
            "Tiêu chí “{0}” đã đạt mà còn chi phí {1#}.",
            "The criterion “{0}” is met, but still has a cost of {1#}.",
        ),
        s(
            "Xóa chi phí hoặc sửa trạng thái.",
            "Remove the cost or correct the state.",
        ),
    ),
    (
        "set-twice",
        s(
            "Đã có bộ “{0}” cho cấp này; bộ đầu được dùng.",
            "The set “{0}” is of the same level; the first one is used.",
        ),
        s("Giữ một bộ tiêu chí cho mỗi cấp.", "Keep one set for each level."),
    ),
    (
        "event-no-effect",
        s("Sự kiện chưa có tác động nào.", "The event has no effect."),
        s("Thêm tác động hoặc xóa sự kiện.", "Give it an effect or delete it."),
    ),
];

const fn s(vi: &'static str, en: &'static str) -> Sentence {
    Sentence { vi, en }
}

/// A finding of a check in words.
pub fn issue(issue: &Issue, plan: &Plan, lang: Lang) -> Message {
    let fill = Fill {
        args: &issue.args,
        plan: Some(plan),
        lang,
    };
    let place = path_in_words(&issue.path, plan, lang);
    match CHECKS.iter().find(|(check, _, _)| *check == issue.check) {
        Some((_, what, remedy)) => Message {
            what: fill.put(what.get(lang)),
            remedy: fill.put(remedy.get(lang)),
            place,
        },
        // A check without a sentence still says where and under which name.
        None => Message {
            what: issue.check.to_owned(),
            remedy: String::new(),
            place,
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::tests::whole_in_both;
    use super::*;
    use crate::model::samples;
    use crate::model::validate::{self, Severity};

    #[test]
    fn every_check_has_a_sentence_and_a_remedy_in_both_languages_and_no_sentence_lacks_its_check() {
        let told: Vec<&str> = CHECKS.iter().map(|(check, _, _)| *check).collect();
        assert_eq!(told, validate::CHECKS);
        for (check, what, remedy) in CHECKS {
            whole_in_both(check, what);
            whole_in_both(check, remedy);
        }
    }

    #[test]
    fn findings_are_told_with_place_and_numbers_of_the_language() {
        let plan = samples::default_plan();
        let finding = Issue {
            check: "release-decreasing",
            severity: Severity::Error,
            path: "/sources/state/release".into(),
            args: vec!["4".into(), "0.285".into(), "0.33".into()],
        };
        let message = issue(&finding, &plan, Lang::Vi);
        assert_eq!(message.place, "Nguồn › Ngân sách nhà nước › Giải ngân");
        assert!(message.what.contains("28,5\u{a0}%"), "{}", message.what);
        let message = issue(&finding, &plan, Lang::En);
        assert!(message.what.contains("28.5\u{a0}%"), "{}", message.what);
    }

    #[test]
    fn a_check_that_names_a_line_uses_its_name() {
        let plan = samples::default_plan();
        let finding = Issue {
            check: "level-twice",
            severity: Severity::Warning,
            path: "/lines/gardens/level".into(),
            args: vec!["advanced".into()],
        };
        let name = plan.line("advanced").unwrap().name.vi.clone();
        assert!(issue(&finding, &plan, Lang::Vi).what.contains(&name));
    }

    #[test]
    fn every_finding_of_the_samples_is_told_without_braces() {
        for name in samples::NAMES {
            let plan = samples::by_name(name).unwrap();
            for finding in validate::validate(&plan) {
                for lang in [Lang::Vi, Lang::En] {
                    let text = issue(&finding, &plan, lang).paragraph();
                    assert!(!text.contains(['{', '}']), "{text}");
                }
            }
        }
    }
}
