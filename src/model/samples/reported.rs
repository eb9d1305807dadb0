//! The figures of the conference of 22/1/2021, as they were read, never mended.

use crate::model::{ReportedFigure, Text};

/// One row: id, value, wording, period, then (Vietnamese, English) name, unit and note.
struct Row(&'static str, Option<f64>, &'static str, &'static str, Pair, Pair, Pair);
type Pair = (&'static str, &'static str);

const NO_NOTE: Pair = ("", "");
const MILLION: Pair = ("triệu đồng", "million VND");
const COMMUNES: Pair = ("xã", "communes");
const AREAS: Pair = ("khu dân cư", "areas");
const GARDENS: Pair = ("vườn", "gardens");
const PRODUCTS: Pair = ("sản phẩm", "products");
const CRITERIA: Pair = ("tiêu chí", "criteria");

/// The 47 figures of the article that are data, in its order.
pub(super) fn figures() -> Vec<ReportedFigure> {
    let parts: [&[Row]; 4] = [&SITUATION, &MONEY, &RESULTS, &TARGETS];
    parts.into_iter().flatten().map(figure).collect()
}

fn figure(row: &Row) -> ReportedFigure {
    let Row(id, value, wording, period, name, unit, note) = row;
    let text = |(vi, en): &Pair| Text::new(*vi, *en);
    ReportedFigure {
        id: (*id).into(),
        name: text(name),
        value: *value,
        wording: (*wording).into(),
        unit: text(unit),
        period: (*period).into(),
        note: text(note),
    }
}

#[rustfmt::skip]
const SITUATION: [Row; 10] = [
    Row("conference-date", None, "22/1/2021", "2021", ("Ngày hội nghị", "Date of the conference"), ("ngày", "date"),
        ("Tổng kết năm 2020, triển khai nhiệm vụ năm 2021", "Reviews 2020, launches 2021")),
    Row("heat-wave-days", Some(45.0), "", "2020", ("Nắng nóng kéo dài", "Heat wave"), ("ngày", "days"),
        ("Giữa năm; cùng Covid-19, dịch tả lợn châu Phi, lũ cuối năm", "At mid-year; with Covid-19, swine fever, floods at year-end")),
    Row("income", Some(36.7), "", "2020", ("Thu nhập bình quân khu vực nông thôn", "Rural income per head"),
        ("triệu đồng/người/năm", "million VND/person/year"), NO_NOTE),
    Row("income-increase", Some(0.67), "", "2020", ("Thu nhập tăng so với 2019", "Income increase on 2019"),
        ("triệu đồng", "million VND"), NO_NOTE),
    Row("poverty-reduction", Some(0.57), "", "2020", ("Tỷ lệ hộ nghèo giảm", "Fall of the poverty rate"),
        ("điểm phần trăm", "percentage points"),
        ("Báo cáo viết “giảm 0,57%”, hiểu là điểm phần trăm; không nêu tỷ lệ", "Written “0.57%”, read as percentage points; the rate itself is not given")),
    Row("mixed-gardens", Some(3_185.0), "", "2020", ("Vườn tạp được cải tạo", "Mixed gardens improved"), GARDENS,
        ("Trong năm", "In the year")),
    Row("residential-new", Some(35.0), "", "2020", ("Khu dân cư mẫu đạt thêm", "New model residential areas"), AREAS, NO_NOTE),
    Row("residential-total", Some(115.0), "", "2020-12", ("Khu dân cư mẫu, lũy kế", "Model residential areas, cumulative"), AREAS, NO_NOTE),
    Row("gardens-new", Some(200.0), "", "2020", ("Vườn mẫu đạt thêm", "New model gardens"), GARDENS, NO_NOTE),
    Row("gardens-total", Some(786.0), "", "2020-12", ("Vườn mẫu, lũy kế", "Model gardens, cumulative"), GARDENS, NO_NOTE),
];

#[rustfmt::skip]
const MONEY: [Row; 10] = [
    Row("sponsorship", Some(18_047.0), "", "2020", ("Đỡ đầu, tài trợ", "Sponsorship"), MILLION,
        ("Không rõ nằm trong hay ngoài tổng nguồn lực", "Not said whether inside or outside the total of resources")),
    Row("sponsorship-assigned", Some(141.0), "", "2020", ("… từ đơn vị tỉnh giao", "… from units assigned by the province"), MILLION, NO_NOTE),
    Row("sponsorship-others", Some(17_906.0), "", "2020",
        ("… từ tổ chức, doanh nghiệp, con em xa quê khác", "… from other organisations, firms, hometown people"), MILLION, NO_NOTE),
    Row("resources-total", Some(442_307.0), "", "2020", ("Tổng nguồn lực huy động", "Total resources mobilised"), MILLION,
        ("“Trong đó” sáu dòng sau cộng lại 422.037", "The six “of which” lines below add up to 422,037")),
    Row("funds-state", Some(217_763.0), "", "2020", ("Ngân sách nhà nước", "State budget"), MILLION,
        ("Không tách trung ương, tỉnh, huyện, xã", "Not split into central, province, district, commune")),
    Row("funds-integrated", Some(77_179.0), "", "2020", ("Lồng ghép chương trình, dự án", "Integrated from other programmes"), MILLION, NO_NOTE),
    Row("funds-credit", Some(1_580.0), "", "2020", ("Tín dụng", "Credit"), MILLION, NO_NOTE),
    Row("funds-enterprises", Some(2_580.0), "", "2020", ("Doanh nghiệp", "Enterprises"), MILLION, NO_NOTE),
    Row("funds-community", Some(117_960.0), "", "2020", ("Cộng đồng dân cư", "Community contributions"), MILLION, NO_NOTE),
    Row("funds-other", Some(4_975.0), "", "2020", ("Nguồn khác", "Other sources"), MILLION, NO_NOTE),
];

#[rustfmt::skip]
const RESULTS: [Row; 15] = [
    Row("ntm-new", Some(1.0), "", "2020", ("Xã đạt chuẩn NTM thêm", "New NTM communes"), COMMUNES, ("Thạch Lạc", "Thạch Lạc")),
    Row("ntm-plan-share", Some(100.0), "", "2020", ("Đạt so với kế hoạch (xã NTM)", "Share of the plan reached (NTM communes)"),
        ("%", "%"), ("Suy ra kế hoạch là 1 xã", "So the plan was 1 commune")),
    Row("advanced-new", Some(2.0), "", "2020", ("Xã nâng cao thêm", "New advanced communes"), COMMUNES,
        ("Thạch Long và Ngọc Sơn", "Thạch Long and Ngọc Sơn")),
    Row("advanced-plan-share", Some(100.0), "", "2020",
        ("Đạt so với mục tiêu (xã nâng cao)", "Share of the objective reached (advanced communes)"), ("%", "%"),
        ("Suy ra mục tiêu là 2 xã", "So the objective was 2 communes")),
    Row("council-session", None, "09 / XIX", "2020", ("Kỳ họp đặt mục tiêu", "Session that set the objective"),
        ("kỳ họp / khóa", "session / term"), ("Hội đồng nhân dân huyện", "District People's Council")),
    Row("criteria-met", Some(420.0), "", "2020-12", ("Tiêu chí đạt, toàn huyện", "Criteria met, district"), CRITERIA, NO_NOTE),
    Row("criteria-increase", Some(4.0), "", "2020", ("Tiêu chí tăng so với cuối 2019", "Increase on the end of 2019"), CRITERIA, NO_NOTE),
    Row("criteria-per-commune", Some(20.0), "", "2020-12", ("Bình quân một xã", "Average of a commune"),
        ("tiêu chí/xã", "criteria/commune"), NO_NOTE),
    Row("ntm-total", Some(21.0), "", "2020-12", ("Xã đạt chuẩn NTM, lũy kế", "NTM communes, cumulative"), COMMUNES,
        ("Tất cả các xã", "All communes")),
    Row("advanced-total", Some(2.0), "", "2020-12", ("Xã nâng cao, lũy kế theo báo cáo", "Advanced communes, cumulative as reported"), COMMUNES,
        ("“21 xã đạt chuẩn NTM và 02 xã nâng cao”; Tượng Sơn đã nâng cao từ 2019", "“21 NTM communes and 02 advanced”; Tượng Sơn was advanced since 2019")),
    Row("district-criteria", Some(9.0), "9/9", "2020", ("Tiêu chí huyện NTM", "District criteria"), CRITERIA,
        ("Thủ tướng công nhận huyện đạt chuẩn", "The Prime Minister recognised the district")),
    Row("town-works", Some(80.0), "> 80", "2020", ("Công trình đô thị văn minh, thị trấn", "Town works"), ("tỷ đồng", "billion VND"),
        ("Hơn 80 tỷ đồng; theo lời văn không nằm trong 442.307", "More than 80 billion; not inside the 442,307 as far as the text says")),
    Row("ocop-new", Some(10.0), "", "2020", ("Sản phẩm OCOP thêm", "New OCOP products"), PRODUCTS, ("03 sao", "3 stars")),
    Row("ocop-total", Some(15.0), "", "2020-12", ("Sản phẩm OCOP, lũy kế", "OCOP products, cumulative"), PRODUCTS, ("3–4 sao", "3–4 stars")),
    Row("garden-threshold", Some(500.0), "", "2020", ("Diện tích vườn được xét hỗ trợ", "Garden size reviewed for support"), ("m²", "m²"),
        ("Chính sách của xã Ngọc Sơn: hộ từ 500 m² trở lên", "Policy of Ngọc Sơn commune: households of 500 m² or more")),
];

#[rustfmt::skip]
const TARGETS: [Row; 12] = [
    Row("target-advanced", Some(2.0), "≥ 02", "2021", ("Mục tiêu xã nâng cao", "Target: advanced communes"), COMMUNES, ("Tối thiểu", "At least")),
    Row("target-model-commune", Some(1.0), "", "2021", ("Mục tiêu xã kiểu mẫu", "Target: model communes"), COMMUNES, NO_NOTE),
    Row("target-residential", Some(25.0), "≥ 25", "2021", ("Mục tiêu khu dân cư mẫu", "Target: model residential areas"), AREAS, ("Tối thiểu", "At least")),
    Row("target-gardens", Some(200.0), "", "2021", ("Mục tiêu vườn mẫu", "Target: model gardens"), GARDENS, NO_NOTE),
    Row("target-ocop", Some(8.0), "", "2021", ("Mục tiêu sản phẩm OCOP", "Target: OCOP products"), PRODUCTS, ("Từ 3 sao trở lên", "3 stars or more")),
    Row("scheme-district", None, "2021–2024", "2021", ("Đề án huyện NTM nâng cao", "Scheme: advanced NTM district"), ("giai đoạn", "period"),
        ("Hoàn thành và phê duyệt trong năm 2021", "To be finished and approved in 2021")),
    Row("scheme-ocop", None, "2021–2025", "2021", ("Đề án Mỗi xã một sản phẩm của huyện", "Scheme: One Commune One Product of the district"),
        ("giai đoạn", "period"), ("Phê duyệt trong năm 2021", "To be approved in 2021")),
    Row("criteria-sets-period", None, "2021–2025, 2030", "2021", ("Bộ tiêu chí mới, chỉ đạo của Đảng", "New criteria sets, Party directives"),
        ("giai đoạn", "period"), ("Các xã nâng cấp theo bộ mới; định hướng đến 2030", "Communes upgrade to the new sets; orientation to 2030")),
    Row("rank-ocop", Some(2.0), "thứ 2", "2020", ("Xếp hạng toàn tỉnh, số sản phẩm OCOP", "Rank in the province, number of OCOP products"),
        ("hạng", "rank"), ("Giám đốc Sở NN&PTNT nêu", "Said by the director of the provincial agriculture department")),
    Row("rank-roads", Some(1.0), "đứng đầu", "2020", ("Xếp hạng toàn tỉnh, giao thông nông thôn", "Rank in the province, rural roads"),
        ("hạng", "rank"), ("Giám đốc Sở NN&PTNT nêu; không nêu số km", "Same speaker; no kilometres given")),
    Row("advanced-new-director", Some(2.0), "", "2020", ("“Thêm 2 xã nâng cao”", "“2 more advanced communes”"), COMMUNES,
        ("Giám đốc Sở NN&PTNT nhắc lại", "Repeated by the same speaker")),
    Row("party-congress", None, "XIII", "2021", ("Đại hội Đảng lần thứ", "Party congress number"), ("lần", "number"),
        ("Nhiệm vụ tuyên truyền", "Propaganda task")),
];
