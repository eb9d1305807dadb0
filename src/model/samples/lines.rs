//! The lines of the plan: six targets of 2021, five results of 2020.

use super::origins::*;
use crate::model::{Appraisal, Figure, Level, Line, Milestone, Origin, Range, Rounds, Share, Stage, Text};
use crate::sort;
use std::collections::BTreeMap;

/// What differs between lines; all else is in [`line`].
struct Row {
    id: &'static str,
    name: (&'static str, &'static str),
    unit: (&'static str, &'static str),
    level: Option<Level>,
    /// Low / likely / high of one unit, triệu đồng.
    cost: [f64; 3],
    cost_note: (&'static str, &'static str),
    /// Months of work.
    months: f64,
    /// Starts a month.
    starts: f64,
    candidates: Figure,
    rounds: Rounds,
    rounds_origin: Origin,
    stages: Vec<Stage>,
    /// Largest share of each source, in the order of [`PAYERS`].
    shares: [f64; 6],
}

const PAYERS: [&str; 6] = ["state", "integrated", "credit", "enterprises", "community", "other"];
const COMMUNE_SHARES: [f64; 6] = [0.7, 0.6, 0.0, 0.2, 0.4, 0.2];

/// Lines of 2021 in display order.
pub(super) fn for_2021() -> Vec<Line> {
    let mut advanced = line(advanced(derived(
        18.0,
        "21 xã − 3 xã đã nâng cao (Tượng Sơn, Thạch Long, Ngọc Sơn)",
        "21 communes − 3 already advanced (Tượng Sơn, Thạch Long, Ngọc Sơn)",
    )));
    advanced.goal = stated(2.0);
    advanced.last_year = Some(stated(2.0));
    advanced.stock = Some(derived(
        3.0,
        "Thạch Long, Ngọc Sơn (2020) và Tượng Sơn (2019); báo cáo ghi lũy kế 02",
        "Thạch Long, Ngọc Sơn (2020) and Tượng Sơn (2019); the report writes 02 in total",
    ));

    let mut model = line(model_commune());
    model.goal = stated(1.0);
    model.stock = Some(derived(
        0.0,
        "Báo cáo năm 2020 không nêu xã kiểu mẫu nào",
        "The report of 2020 names no model commune",
    ));

    let mut residential = line(residential());
    residential.goal = stated(25.0);
    residential.last_year = Some(stated(35.0));
    residential.stock = Some(stated(115.0));

    let mut gardens = line(gardens());
    gardens.goal = stated(200.0);
    gardens.last_year = Some(stated(200.0));
    gardens.stock = Some(stated(786.0));

    let mut ocop = line(ocop());
    ocop.goal = stated(8.0);
    ocop.last_year = Some(stated(10.0));
    ocop.stock = Some(stated(15.0));

    let mut schemes = line(schemes());
    schemes.goal = stated(2.0);
    schemes.milestones = scheme_milestones();

    vec![advanced, model, residential, gardens, ocop, schemes]
}

/// Lines of 2020: the year's results are the goals.
pub(super) fn for_2020() -> Vec<Line> {
    let mut ntm = line(ntm_commune());
    ntm.goal = stated(1.0);
    ntm.stock = Some(derived(20.0, "21 − 1 xã đạt trong năm 2020", "21 − 1 commune of 2020"));

    let mut advanced = line(advanced(derived(
        19.0,
        "21 xã − Tượng Sơn (đã nâng cao) − Thạch Lạc (chưa đạt chuẩn)",
        "21 communes − Tượng Sơn (already advanced) − Thạch Lạc (not yet NTM)",
    )));
    advanced.goal = stated(2.0);
    advanced.stock = Some(derived(
        1.0,
        "Tượng Sơn (9/2019); còn ít nhất một xã nữa đợt 2/2019 chưa rõ tên",
        "Tượng Sơn (9/2019); at least one more of round 2/2019 whose name was not found",
    ));

    let mut residential = line(residential());
    residential.goal = stated(35.0);
    residential.stock = Some(derived(80.0, "115 − 35", "115 − 35"));

    let mut gardens = line(gardens());
    gardens.goal = stated(200.0);
    gardens.stock = Some(derived(586.0, "786 − 200", "786 − 200"));

    let mut ocop = line(ocop());
    ocop.goal = stated(10.0);
    ocop.stock = Some(derived(5.0, "15 − 10", "15 − 10"));

    vec![ntm, advanced, residential, gardens, ocop]
}

fn ntm_commune() -> Row {
    Row {
        id: "ntm-commune",
        name: ("Xã đạt chuẩn NTM", "NTM-standard communes"),
        level: Some(Level::Ntm),
        cost: [5_000.0, 10_000.0, 25_000.0],
        candidates: derived(
            1.0,
            "21 − 20 xã đã đạt chuẩn cuối năm 2019",
            "21 − 20 communes at the end of 2019",
        ),
        ..advanced(Figure::default())
    }
}

fn advanced(candidates: Figure) -> Row {
    Row {
        id: "advanced",
        name: ("Xã NTM nâng cao", "Advanced NTM communes"),
        unit: ("xã", "communes"),
        level: Some(Level::Advanced),
        cost: [10_000.0, 25_000.0, 60_000.0],
        cost_note: (
            "Ước đoán chi thêm cho 2–3 năm, giả định tính hết vào một năm; chưa có số của từng xã",
            "A guess of the extra effort over 2–3 years, charged to one year by assumption; no commune's own figure is known",
        ),
        months: 8.0,
        starts: 3.0,
        candidates,
        rounds: months(&[7, 12, 1]),
        rounds_origin: assumption(
            "Tỉnh xét 2 đợt năm 2019, ít nhất 3 đợt năm 2020, đợt cuối quyết định trong tháng 1 (15/1/2021); tháng của hai \
             đợt đầu là giả định",
            "The province held 2 rounds in 2019 and at least 3 in 2020, the last decided in January (15/1/2021); the months \
             of the first two are assumed",
        ),
        stages: vec![council()],
        shares: COMMUNE_SHARES,
    }
}

fn model_commune() -> Row {
    Row {
        id: "model-commune",
        name: ("Xã NTM kiểu mẫu", "Model NTM communes"),
        level: Some(Level::Model),
        cost: [5_000.0, 15_000.0, 40_000.0],
        starts: 1.0,
        ..advanced(derived(
            3.0,
            "Các xã đã nâng cao từ năm mục tiêu trước: Tượng Sơn, Thạch Long, Ngọc Sơn",
            "Communes advanced for an earlier target year: Tượng Sơn, Thạch Long, Ngọc Sơn",
        ))
    }
}

fn residential() -> Row {
    Row {
        id: "residential",
        name: ("Khu dân cư mẫu", "Model residential areas"),
        unit: ("khu", "areas"),
        level: None,
        cost: [1_000.0, 2_500.0, 6_000.0],
        cost_note: (
            "Ước đoán mọi nguồn cho một thôn; phần ngân sách 350 triệu/thôn có báo cáo ở thành phố Hà Tĩnh năm 2021",
            "A guess of all money for one village; the state part of 350 million a village was reported for Hà Tĩnh city in 2021",
        ),
        months: 6.0,
        starts: 10.0,
        candidates: assumed(
            60.0,
            "Số thôn có thể làm: chưa có số",
            "Villages that could do it: not known",
        ),
        rounds: months(&[10, 11, 12]),
        rounds_origin: year_end_batches(),
        stages: vec![],
        shares: [0.6, 0.5, 0.0, 0.3, 0.6, 0.3],
    }
}

fn gardens() -> Row {
    Row {
        id: "gardens",
        name: ("Vườn mẫu", "Model gardens"),
        unit: ("vườn", "gardens"),
        level: None,
        cost: [20.0, 45.0, 100.0],
        cost_note: (
            "Ước đoán tổng chi một vườn, phần hỗ trợ của nhà nước 5–15 triệu",
            "A guess of all money for one garden, 5–15 million of it state support",
        ),
        months: 4.0,
        starts: 40.0,
        candidates: assumed(
            400.0,
            "Hộ có thể làm: chưa có số",
            "Households that could do it: not known",
        ),
        rounds: months(&[10, 11, 12]),
        rounds_origin: year_end_batches(),
        stages: vec![],
        shares: [0.3, 0.3, 0.5, 0.3, 1.0, 0.5],
    }
}

fn ocop() -> Row {
    Row {
        id: "ocop",
        name: ("OCOP từ 3 sao", "OCOP, 3 stars or more"),
        unit: ("sản phẩm", "products"),
        level: None,
        cost: [100.0, 300.0, 600.0],
        cost_note: (
            "Ước đoán trọn gói một sản phẩm; mức cao theo 10,6 tỷ cho 18 sản phẩm ở huyện Hạ Hòa 2021–2023",
            "A guess of all money for one product; the high end after 10.6 billion for 18 products in Hạ Hòa district 2021–2023",
        ),
        months: 6.0,
        starts: 4.0,
        candidates: assumed(
            20.0,
            "Ý tưởng có thể đề xuất: chưa có số",
            "Ideas that could be proposed: not known",
        ),
        rounds: months(&[7, 12]),
        rounds_origin: assumption(
            "Theo lịch của tỉnh năm 2021: đợt 1 giữa năm, đợt 2 tháng 12",
            "After the province's calendar of 2021: round 1 at mid-year, round 2 in December",
        ),
        stages: vec![eligible(), recognised()],
        shares: [0.5, 0.5, 0.7, 1.0, 0.3, 0.5],
    }
}

fn schemes() -> Row {
    Row {
        id: "schemes",
        name: ("Đề án được duyệt", "Approved schemes"),
        unit: ("đề án", "schemes"),
        level: None,
        cost: [0.0; 3],
        cost_note: (
            "Việc của bộ máy, không dùng vốn của chương trình",
            "Work of the administration, without programme money",
        ),
        months: 5.0,
        starts: 2.0,
        candidates: stated(2.0),
        rounds: Rounds::EveryMonth,
        rounds_origin: assumption("Duyệt bất cứ tháng nào", "Approved in any month"),
        stages: vec![],
        shares: [1.0; 6],
    }
}

fn line(row: Row) -> Line {
    Line {
        id: row.id.into(),
        name: Text::new(row.name.0, row.name.1),
        unit: Text::new(row.unit.0, row.unit.1),
        level: row.level,
        goal: Figure::default(),
        weight: assumed(1.0, "Các mục tiêu ngang nhau", "All targets weigh the same"),
        last_year: None,
        stock: None,
        unit_cost: assumed_range(row.cost, row.cost_note.0, row.cost_note.1),
        average_cost: average_cost(),
        duration: assumed(
            row.months,
            "Thời gian thi công giả định, chưa có số của huyện",
            "Assumed months of work, no figure of the district",
        ),
        profile: vec![],
        profile_origin: None,
        starts_per_month: assumed(
            row.starts,
            "Năng lực khởi công mỗi tháng: giả định",
            "Capacity to start work in a month: assumed",
        ),
        candidates: row.candidates,
        under_way: None,
        appraisal: Appraisal {
            lag: assumed(
                1.0,
                "Một tháng lập hồ sơ và thẩm tra: giả định",
                "One month for the dossier and verification: assumed",
            ),
            rounds: row.rounds,
            rounds_origin: row.rounds_origin,
            rounds_replaced: None,
            stages: row.stages,
        },
        recipe: recipe(row.shares),
        recipe_origin: assumption(
            "Phần lớn nhất mỗi nguồn được trả, tính trên tổng chi: giả định theo thông lệ từng nguồn; không đặt mức tối thiểu",
            "Largest share each source may pay of all costs: assumed after the customary use of each source; no smallest shares",
        ),
        goals: Default::default(),
        certificate: None,
        recipe_replaced: None,
        milestones: vec![],
    }
}

fn average_cost() -> Range {
    assumed_range(
        [0.85, 1.0, 1.25],
        "Hệ số trên đơn giá bình quân cả mục tiêu; thấp và cao của đơn giá là khoảng của một đơn vị",
        "Factor on the line's average unit cost; low and high of the unit cost are the range of a single unit",
    )
}

fn recipe(shares: [f64; 6]) -> BTreeMap<String, Share> {
    let named = PAYERS.iter().zip(shares).filter(|(_, max)| *max > 0.0);
    sort::map(named.map(|(id, max)| ((*id).to_owned(), Share { max, min: 0.0 })))
}

fn months(months: &[u8]) -> Rounds {
    Rounds::Months {
        months: months.to_vec(),
    }
}

fn year_end_batches() -> Origin {
    assumption(
        "Huyện công nhận dồn cuối năm: từ 8/2019 đến cuối 2019 khu dân cư mẫu từ 38 lên 80, vườn mẫu từ 387 lên 586; tháng \
         cụ thể là giả định",
        "The district recognises late in the year: from 8/2019 to the end of 2019 areas went from 38 to 80 and gardens from \
         387 to 586; the months themselves are assumed",
    )
}

fn council() -> Stage {
    Stage {
        name: Text::new("Hội đồng thẩm định tỉnh", "Provincial appraisal council"),
        pass: Figure::reported(
            0.82,
            Text::new(
                "Báo Đại Đoàn Kết 23/9/2019: hội đồng tỉnh thông qua 18 trên 22 xã (82 %), đợt 1/2019",
                "Đại Đoàn Kết newspaper 23/9/2019: the provincial council accepted 18 of 22 communes (82 %), round 1/2019",
            ),
            "2019-09-23",
        ),
    }
}

fn eligible() -> Stage {
    Stage {
        name: Text::new("Đề xuất đủ điều kiện", "Proposal found eligible"),
        pass: derived(
            0.80,
            "Toàn tỉnh 70/82 = 85 % (12/2020) và 16/21 = 76 % (đợt 1/2021): trung bình khoảng 80 %",
            "Province: 70/82 = 85 % (12/2020) and 16/21 = 76 % (round 1/2021): about 80 % on average",
        ),
    }
}

fn recognised() -> Stage {
    Stage {
        name: Text::new("Chấm điểm đạt từ 3 sao", "Scored 3 stars or more"),
        pass: derived(
            0.87,
            "Toàn tỉnh (63 + 41) / (72 + 48) = 87 %: 63/72 năm 2019, 41/48 năm 2023",
            "Province: (63 + 41) / (72 + 48) = 87 %: 63/72 in 2019, 41/48 in 2023",
        ),
    }
}

fn scheme_milestones() -> Vec<Milestone> {
    let milestone = |vi: &str, en: &str| Milestone {
        name: Text::new(vi, en),
        ..Milestone::default()
    };
    vec![
        milestone(
            "Hoàn thành và phê duyệt Đề án huyện NTM nâng cao giai đoạn 2021–2024",
            "Scheme Advanced NTM district 2021–2024 finished and approved",
        ),
        milestone(
            "Phê duyệt Đề án Mỗi xã một sản phẩm huyện Thạch Hà giai đoạn 2021–2025",
            "Scheme One Commune One Product of Thạch Hà 2021–2025 approved",
        ),
    ]
}
