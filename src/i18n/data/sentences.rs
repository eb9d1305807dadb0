//! Sentences of screen *Số liệu* that have something in them.

use crate::engine::{Backtest, Reconciliation, ReconciliationKind};
use crate::formats::number::{exact, number, percent};
use crate::model::{Effect, Lang, Plan};

sentences! {
    /// How many criteria a set has.
    pub fn criteria_count(count: usize; lang) = "{count} tiêu chí" | "{count} criteria";

    /// How far a list of things to fill in is.
    pub fn filled_count(done: usize, all: usize; lang) = "đã điền {done} trong {all}" | "{done} of {all} filled in";

    /// What is shown after a source, target or commune was deleted.
    pub fn deletion(name: &str; lang)
        = "Đã xóa “{name}” cùng mọi chỗ dùng đến. Hoàn tác (Ctrl+Z) để lấy lại."
        | "“{name}” is deleted, wherever it was used. Undo (Ctrl+Z) brings it back.";

    /// How many figures of all are shown.
    pub fn figure_count(shown: usize, all: usize; lang) = "{shown} trong {all} số liệu" | "{shown} of {all} figures";
}

/// What a comparison of reported figures compares.
pub fn comparison(id: &str, lang: Lang) -> &'static str {
    match id {
        "resources-sum" => word!(lang; "Tổng nguồn lực và sáu dòng" | "Total of resources and its six lines"),
        "resources-with-sponsorship" => word!(lang;
            "Tổng nguồn lực và sáu dòng cộng đỡ đầu, tài trợ" | "Total of resources and its lines with the sponsorship"),
        "sponsorship-sum" => word!(lang; "Đỡ đầu, tài trợ và hai phần" | "Sponsorship and its two parts"),
        "sponsorship-lines" => word!(lang;
            "Đỡ đầu, tài trợ và doanh nghiệp + nguồn khác" | "Sponsorship and enterprises + other sources"),
        "criteria-average" => word!(lang; "Tiêu chí bình quân mỗi xã" | "Criteria per commune"),
        "criteria-before" => word!(lang; "Tiêu chí đạt cuối năm trước" | "Criteria met a year before"),
        "residential-before" => word!(lang; "Khu dân cư mẫu cuối năm trước" | "Model residential areas a year before"),
        "gardens-before" => word!(lang; "Vườn mẫu cuối năm trước" | "Model gardens a year before"),
        "ocop-before" => word!(lang; "Sản phẩm OCOP cuối năm trước" | "OCOP products a year before"),
        "income-before" => word!(lang; "Thu nhập năm trước" | "Income a year before"),
        "ntm-total" => word!(lang; "Xã NTM và danh sách xã" | "NTM communes and the list of communes"),
        "advanced-total" => word!(lang; "Xã nâng cao và danh sách xã" | "Advanced communes and the list of communes"),
        "advanced-repeated" => word!(lang; "Xã nâng cao thêm, hai người nói" | "New advanced communes, said twice"),
        _ => word!(lang; "So sánh khác" | "Another comparison"),
    }
}

/// What a comparison found, in a sentence that can be read aloud. Figures are in the unit of the stated one.
pub fn reconciliation_finding(found: &Reconciliation, lang: Lang) -> String {
    let write = |value: f64| exact((value * 1e6).round() / 1e6, lang);
    let (stated, computed) = (write(found.stated.unwrap_or(0.0)), write(found.computed));
    let (gap, share) = (write(found.gap.abs()), percent(found.gap_share.abs(), 2, lang));
    match found.id {
        "resources-sum" => say!(lang;
            "Báo cáo ghi tổng nguồn lực {stated} triệu đồng, sáu dòng “trong đó” cộng lại {computed}: lệch {gap} ({share} của tổng). Không có căn cứ để biết số nào sai."
            | "The report states {stated} million VND in all; its six “of which” lines add up to {computed}: a gap of {gap} ({share} of the total). Nothing tells which figure is wrong."),
        "resources-with-sponsorship" => say!(lang;
            "Cộng thêm đỡ đầu, tài trợ được {computed}, vẫn khác tổng {stated} một khoản {gap}: đỡ đầu, tài trợ không giải thích hết chỗ lệch."
            | "With the sponsorship added it is {computed}, still {gap} away from {stated}: sponsorship does not explain the gap."),
        "sponsorship-lines" => say!(lang;
            "Đỡ đầu, tài trợ {stated} lớn hơn doanh nghiệp cộng nguồn khác {computed} một khoản {gap}: hoặc nằm ngoài tổng, hoặc một phần đã tính vào dân góp. Cần hỏi để khỏi tính hai lần."
            | "Sponsorship of {stated} exceeds enterprises and other sources together, {computed}, by {gap}: it is either outside the total or partly booked as community contributions. Ask, so that it is not counted twice."),
        "advanced-total" => say!(lang;
            "Báo cáo ghi lũy kế {stated} xã nâng cao, danh sách xã có {computed}: có thể số xã mới của năm đã ghi thành lũy kế."
            | "The report states {stated} advanced communes in all, the list of communes has {computed}: the year's new ones may have been written as the total."),
        id => {
            let (name, holds) = (comparison(id, lang), found.kind == ReconciliationKind::Holds);
            let what = if holds { "khớp" } else { "lệch" };
            say!(lang;
                "{name}: báo cáo ghi {stated}, tính ra {computed}, {what} {gap}."
                | "{name}: {stated} stated, {computed} computed, gap {gap}.")
        }
    }
}

/// What the back-test found, in sentences that can be read aloud.
pub fn back_test_finding(found: &Backtest, lang: Lang) -> String {
    let whole = |value: f64| number(value, 0, lang);
    let reached = found.lines.iter().filter(|l| l.computed >= l.reported - 1e-9).count();
    let (all, score) = (found.lines.len(), percent(found.score, 1, lang));
    let (paid, released, share) = (
        whole(found.paid),
        whole(found.released),
        percent(found.paid_share, 1, lang),
    );
    say!(lang;
        "Với giả định hiện có, mô hình đạt {reached} trên {all} kết quả của năm 2020 (điểm {score}). Các đơn vị đã làm giải thích {paid} trong {released} triệu đồng đã giải ngân, tức {share}."
        | "With these assumptions the model reaches {reached} of the {all} results of 2020 (score {score}). Its units explain {paid} of the {released} million VND released, {share}.")
}

/// What an effect of an event does, in words before and after its number.
pub fn effect(effect: &Effect, plan: &Plan, lang: Lang) -> (String, String) {
    let line = |id: &String| {
        plan.line(id)
            .map_or_else(|| id.clone(), |l| l.name.get(lang).to_owned())
    };
    let source = |id: &String| {
        plan.source(id)
            .map_or_else(|| id.clone(), |s| s.name.get(lang).to_owned())
    };
    let lines = |ids: &[String]| ids.iter().map(line).collect::<Vec<_>>().join(", ");
    let sources = |ids: &[String]| ids.iter().map(source).collect::<Vec<_>>().join(", ");
    let (before, whom) = match effect {
        Effect::WorkSpeed { lines: ids, .. } => (
            word!(lang; "Trong các tháng đó, tốc độ làm còn" | "In those months work runs at"),
            lines(ids),
        ),
        Effect::UnitCost { lines: ids, .. } => {
            (word!(lang; "Chi phí một đơn vị bằng" | "Unit cost becomes"), lines(ids))
        }
        Effect::PassRate { lines: ids, .. } => (word!(lang; "Tỷ lệ đạt nhân với" | "Pass rates times"), lines(ids)),
        Effect::Amount { sources: ids, .. } => {
            (word!(lang; "Số vốn về chỉ bằng" | "Money comes to only"), sources(ids))
        }
        Effect::ReleaseFrom { sources: ids, .. } => (
            word!(lang; "Chưa có vốn trước tháng" | "No money before month"),
            sources(ids),
        ),
        Effect::Money {
            source: id, release, ..
        } => {
            let curve = release.map(|share| percent(share, 0, lang)).join(" · ");
            let when = say!(lang;
                "{source}; lũy kế cuối tháng: {curve}" | "{source}; cumulative at month ends: {curve}",
                source = source(id));
            (word!(lang; "Thêm vốn, triệu đồng:" | "More money, million VND:"), when)
        }
    };
    (before.to_owned(), format!("– {whom}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::engine::{RECONCILIATIONS, reconcile, resolve, run_backtest, simulate};
    use crate::model::samples;

    #[test]
    fn every_comparison_has_a_name_of_its_own_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            let mut names: Vec<_> = RECONCILIATIONS.iter().map(|id| comparison(id, lang)).collect();
            assert!(!names.contains(&comparison("no such comparison", lang)));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), RECONCILIATIONS.len());
        }
    }

    #[test]
    fn the_gap_of_the_report_is_told_with_all_three_figures() {
        let plan = samples::default_plan();
        let found = reconcile(&plan);
        let sum = found.iter().find(|r| r.id == "resources-sum").unwrap();
        let text = reconciliation_finding(sum, Lang::Vi);
        for figure in ["442.307", "422.037", "20.270", "4,58"] {
            assert!(text.contains(figure), "{text}");
        }
        let lines = found.iter().find(|r| r.id == "sponsorship-lines").unwrap();
        let text = reconciliation_finding(lines, Lang::En);
        for figure in ["18,047", "7,555", "10,492"] {
            assert!(text.contains(figure), "{text}");
        }
    }

    #[test]
    fn the_back_test_is_told_with_the_share_of_the_money_it_explains() {
        let plan = samples::by_name("thach-ha-2020").unwrap();
        let found = run_backtest(&plan, &simulate(&resolve(&plan, None)));
        let text = back_test_finding(&found, Lang::Vi);
        assert!(text.contains(&percent(found.paid_share, 1, Lang::Vi)), "{text}");
        assert!(text.contains("410.239"), "{text}");
    }

    #[test]
    fn every_effect_of_the_samples_is_told_with_names_in_both_languages() {
        let plan = samples::default_plan();
        for told in plan.events.iter().flat_map(|e| &e.effects) {
            for lang in [Lang::Vi, Lang::En] {
                let (before, after) = effect(told, &plan, lang);
                assert!(!before.is_empty() && after.chars().count() > 3);
                assert!(!after.contains("model-commune"), "{after}");
            }
        }
    }
}
