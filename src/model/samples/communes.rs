//! The 21 communes of the district from 1/1/2020. No criterion status or cost of any of them is known.

use super::origins::*;
use crate::model::{Commune, Level, Origin, Text};

/// Code, name, old communes it was merged from, on the coast.
const COMMUNES: [(&str, &str, &str, bool); 21] = [
    ("18565", "Ngọc Sơn", "", false),
    ("18571", "Thạch Hải", "", true),
    ("18574", "Đỉnh Bàn", "Thạch Đỉnh, Thạch Bàn", true),
    ("18586", "Thạch Kênh", "", false),
    ("18589", "Thạch Sơn", "", false),
    ("18592", "Thạch Liên", "", false),
    ("18604", "Thạch Khê", "", true),
    ("18607", "Thạch Long", "", false),
    ("18613", "Việt Tiến", "Phù Việt, Việt Xuyên, Thạch Tiến", false),
    ("18619", "Thạch Trị", "", true),
    ("18622", "Thạch Lạc", "", true),
    ("18625", "Thạch Ngọc", "", false),
    ("18628", "Tượng Sơn", "", false),
    ("18631", "Thạch Văn", "", true),
    ("18637", "Thạch Thắng", "", false),
    ("18643", "Thạch Đài", "", false),
    ("18646", "Lưu Vĩnh Sơn", "Thạch Lưu, Thạch Vĩnh, Bắc Sơn", false),
    ("18649", "Thạch Hội", "", true),
    ("18652", "Tân Lâm Hương", "Thạch Tân, Thạch Lâm, Thạch Hương", false),
    ("18658", "Thạch Xuân", "", false),
    ("18667", "Nam Điền", "Nam Hương, Thạch Điền", false),
];

/// The communes as they stood at the end of 2020.
pub(super) fn end_of_2020() -> Vec<Commune> {
    let mut communes = base();
    for commune in &mut communes {
        match commune.name.as_str() {
            "Thạch Long" | "Ngọc Sơn" => {
                commune.level = Level::Advanced;
                commune.target_year = Some(2020);
                commune.decision_date = "2021-01-15".into();
            }
            "Thạch Lạc" => commune.target_year = Some(2020),
            _ => {}
        }
    }
    communes
}

/// The communes as they stood at the end of 2019, before the results of 2020.
pub(super) fn end_of_2019() -> Vec<Commune> {
    let mut communes = base();
    for commune in &mut communes {
        commune.level_origin = match commune.name.as_str() {
            "Tượng Sơn" => continue,
            "Thạch Lạc" => {
                commune.level = Level::None;
                inferred("Đạt chuẩn trong năm 2020", "Recognised as NTM in 2020")
            }
            "Thạch Long" | "Ngọc Sơn" => inferred(
                "Đạt nâng cao trong năm 2020, nên cuối năm 2019 đã đạt chuẩn NTM",
                "Recognised as advanced in 2020, so NTM at the end of 2019",
            ),
            _ => inferred(
                "21 xã đạt chuẩn cuối năm 2020, chỉ thêm Thạch Lạc trong năm",
                "21 NTM communes at the end of 2020, only Thạch Lạc new in the year",
            ),
        };
    }
    communes
}

fn inferred(vi: &str, en: &str) -> Origin {
    Origin::Derived {
        formula: Text::new(vi, en),
    }
}

/// All communes at level NTM as reported, Tượng Sơn advanced since 2019.
fn base() -> Vec<Commune> {
    COMMUNES
        .iter()
        .map(|&(id, name, merged_from, coastal)| {
            let (level, level_origin) = match name {
                "Tượng Sơn" => (Level::Advanced, tuong_son()),
                _ => (Level::Ntm, stated_origin()),
            };
            Commune {
                merged_from: merged_from.into(),
                coastal,
                level_origin,
                target_year: matches!(name, "Tượng Sơn" | "Thạch Sơn").then_some(2019),
                ..Commune::new(id, name, level)
            }
        })
        .collect()
}

fn tuong_son() -> Origin {
    reported(
        Text::new(
            "Báo Đại Đoàn Kết 23/9/2019: Tượng Sơn được xét đạt nâng cao đợt 1/2019 (con số 02 xã của báo cáo 2020 không tính xã này)",
            "Đại Đoàn Kết newspaper 23/9/2019: Tượng Sơn accepted as advanced in round 1/2019 (the 02 communes of the 2020 \
             report leave it out)",
        ),
        "2019-09-23",
    )
}
