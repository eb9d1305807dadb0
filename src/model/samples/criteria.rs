//! Criteria sets by level.

use super::origins::*;
use crate::model::{CriteriaSet, Criterion, Level, Text};

type Names = &'static [(&'static str, &'static str, &'static str)];

/// Groups of criteria: index of the first of each, its name.
type Groups = &'static [(usize, &'static str, &'static str)];

/// The four groups of Decision 1980/QĐ-TTg; the sets of 2022 count their criteria in the same order.
const FOUR: Groups = &[
    (0, "Quy hoạch", "Planning"),
    (1, "Hạ tầng kinh tế – xã hội", "Socio-economic infrastructure"),
    (9, "Kinh tế và tổ chức sản xuất", "Economy and production organisation"),
    (13, "Văn hóa – Xã hội – Môi trường", "Culture, society, environment"),
];

/// The four groups and the province's own criterion.
const FOUR_AND_PROVINCE: Groups = &[FOUR[0], FOUR[1], FOUR[2], FOUR[3], (19, "Tỉnh", "Province")];

/// Ids of the criteria of the advanced level; also used by the illustration.
const ADVANCED: Names = &[
    ("planning", "Quy hoạch", "Planning"),
    ("transport", "Giao thông", "Transport"),
    (
        "irrigation",
        "Thủy lợi và phòng, chống thiên tai",
        "Irrigation and disaster prevention",
    ),
    ("electricity", "Điện", "Electricity"),
    ("education", "Giáo dục", "Education"),
    ("culture", "Văn hóa", "Culture"),
    (
        "commerce",
        "Hạ tầng thương mại nông thôn",
        "Rural commercial infrastructure",
    ),
    (
        "information",
        "Thông tin và truyền thông",
        "Information and communication",
    ),
    ("housing", "Nhà ở dân cư", "Residential housing"),
    ("income", "Thu nhập", "Income"),
    ("poverty", "Nghèo đa chiều", "Multidimensional poverty"),
    ("labour", "Lao động", "Labour"),
    (
        "production",
        "Tổ chức sản xuất và phát triển kinh tế nông thôn",
        "Production organisation and rural economy",
    ),
    ("health", "Y tế", "Health"),
    ("administration", "Hành chính công", "Public administration"),
    ("law", "Tiếp cận pháp luật", "Access to law"),
    ("environment", "Môi trường", "Environment"),
    (
        "living-environment",
        "Chất lượng môi trường sống",
        "Quality of the living environment",
    ),
    ("security", "Quốc phòng và an ninh", "National defence and security"),
];

const MODEL: Names = &[
    (
        "production-income",
        "Sản xuất – thu nhập – hộ nghèo",
        "Production, income, poor households",
    ),
    (
        "education-health-culture",
        "Giáo dục – y tế – văn hóa",
        "Education, health, culture",
    ),
    ("environment", "Môi trường", "Environment"),
    (
        "security-administration",
        "An ninh trật tự – hành chính công",
        "Security and public administration",
    ),
];

const NTM: Names = &[
    ("planning", "Quy hoạch", "Planning"),
    ("transport", "Giao thông", "Transport"),
    ("irrigation", "Thủy lợi", "Irrigation"),
    ("electricity", "Điện", "Electricity"),
    ("schools", "Trường học", "Schools"),
    ("cultural-facilities", "Cơ sở vật chất văn hóa", "Cultural facilities"),
    (
        "commerce",
        "Cơ sở hạ tầng thương mại nông thôn",
        "Rural commercial infrastructure",
    ),
    (
        "information",
        "Thông tin và truyền thông",
        "Information and communication",
    ),
    ("housing", "Nhà ở dân cư", "Residential housing"),
    ("income", "Thu nhập", "Income"),
    ("poverty", "Hộ nghèo", "Poor households"),
    ("employment", "Lao động có việc làm", "Employed workers"),
    ("production", "Tổ chức sản xuất", "Production organisation"),
    ("education", "Giáo dục và đào tạo", "Education and training"),
    ("health", "Y tế", "Health"),
    ("culture", "Văn hóa", "Culture"),
    (
        "environment",
        "Môi trường và an toàn thực phẩm",
        "Environment and food safety",
    ),
    (
        "political-system",
        "Hệ thống chính trị và tiếp cận pháp luật",
        "Political system and access to law",
    ),
    ("security", "Quốc phòng và an ninh", "National defence and security"),
    (
        "model-area",
        "Khu dân cư NTM kiểu mẫu (tiêu chí 20 của Hà Tĩnh)",
        "Model residential area (20th criterion of Hà Tĩnh)",
    ),
];

/// *NTM nâng cao*: 19 criteria of the set that was a draft when 2021 was planned.
pub(super) fn advanced() -> CriteriaSet {
    CriteriaSet {
        id: "advanced-2021".into(),
        level: Level::Advanced,
        name: Text::new(
            "Bộ tiêu chí xã NTM nâng cao 2021–2025 (QĐ 318/QĐ-TTg, 08/3/2022)",
            "Criteria of the advanced NTM commune 2021–2025 (Decision 318/QĐ-TTg, 08/3/2022)",
        ),
        origin: assumption(
            "Kế hoạch 2021 lập theo bản dự thảo: bộ tiêu chí ban hành ngày 08/3/2022. Bộ của tỉnh dùng đến năm 2020 chưa tìm thấy",
            "2021 was planned on drafts: the set was issued on 08/3/2022. The province's own set in use until 2020 was not found",
        ),
        criteria: criteria(ADVANCED, FOUR),
    }
}

/// *NTM kiểu mẫu*: the four groups in force when 2021 was planned.
pub(super) fn model() -> CriteriaSet {
    CriteriaSet {
        id: "model-2018".into(),
        level: Level::Model,
        name: Text::new(
            "Bốn nhóm tiêu chí xã NTM kiểu mẫu 2018–2020 (QĐ 691/QĐ-TTg, 05/6/2018)",
            "Four groups of the model NTM commune 2018–2020 (Decision 691/QĐ-TTg, 05/6/2018)",
        ),
        origin: reported(
            Text::new(
                "Quyết định 691/QĐ-TTg ngày 05/6/2018; được thay bằng QĐ 319/QĐ-TTg ngày 08/3/2022, năm 2021 chưa có bộ mới",
                "Decision 691/QĐ-TTg of 05/6/2018; replaced by Decision 319/QĐ-TTg of 08/3/2022, no new set existed in 2021",
            ),
            "2018-06-05",
        ),
        // Its criteria are groups themselves.
        criteria: criteria(MODEL, &[]),
    }
}

/// *Đạt chuẩn NTM*: 19 national criteria and the province's own 20th.
pub(super) fn ntm() -> CriteriaSet {
    CriteriaSet {
        id: "ntm-2016".into(),
        level: Level::Ntm,
        name: Text::new(
            "Bộ tiêu chí xã NTM 2016–2020 (QĐ 1980/QĐ-TTg, 17/10/2016) và tiêu chí 20 của Hà Tĩnh",
            "Criteria of the NTM commune 2016–2020 (Decision 1980/QĐ-TTg, 17/10/2016) and the 20th of Hà Tĩnh",
        ),
        origin: reported(
            Text::new(
                "Quyết định 1980/QĐ-TTg ngày 17/10/2016; tiêu chí 20 theo bình quân 20 tiêu chí/xã của báo cáo",
                "Decision 1980/QĐ-TTg of 17/10/2016; the 20th after the 20 criteria a commune of the report",
            ),
            "2016-10-17",
        ),
        criteria: criteria(NTM, FOUR_AND_PROVINCE),
    }
}

fn criteria(names: Names, groups: Groups) -> Vec<Criterion> {
    let one = |(index, &(id, vi, en)): (usize, &(&str, &str, &str))| Criterion {
        id: id.into(),
        name: Text::new(vi, en),
        group: groups
            .iter()
            .rev()
            .find(|(from, ..)| *from <= index)
            .map_or_else(Text::default, |(_, vi, en)| Text::new(*vi, *en)),
    };
    names.iter().enumerate().map(one).collect()
}
