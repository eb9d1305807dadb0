//! Plans that ship with the tool.
//!
//! Every number carries its origin: *reported* figures name the report, *derived* ones their formula, and all others
//! are assumptions that say so. Texts are in both languages.

mod back_test;
mod blank;
mod communes;
mod criteria;
pub mod events;
mod five_years;
mod illustration;
mod lines;
mod origins;
mod reported;
pub mod scenarios;
mod sources;
#[cfg(test)]
mod tests;

pub use blank::blank;

use super::{Calendar, Ground, Plan, Text, YearMonth};

/// Names of the sample plans; the first is the default.
pub const NAMES: [&str; 4] = ["thach-ha-2021", "thach-ha-2020", "minh-hoa-xa", "minh-hoa-5-nam"];

/// A sample plan by name; its id is the name.
pub fn by_name(name: &str) -> Option<Plan> {
    match name {
        "thach-ha-2021" => Some(default_plan()),
        "thach-ha-2020" => Some(back_test::plan()),
        "minh-hoa-xa" => Some(illustration::plan()),
        "minh-hoa-5-nam" => Some(five_years::plan()),
        _ => None,
    }
}

/// The plan a first visit opens: Thạch Hà's targets of 2021 on the money of 2020.
pub fn default_plan() -> Plan {
    let ground = Ground {
        id: NAMES[0].into(),
        name: Text::new("Kế hoạch NTM Thạch Hà 2021", "Thạch Hà NTM plan 2021"),
        district: district(),
        illustration: false,
        data_source: data_source(),
        calendar: year_and_january(2021),
        population: population(),
        sources: sources::for_2021(),
        lines: lines::for_2021(),
        priority: ids(&["schemes", "ocop", "gardens", "model-commune", "residential", "advanced"]),
        communes: communes::end_of_2020(),
        criteria_sets: vec![criteria::advanced(), criteria::model()],
        events: events::library(),
        correlations: vec![],
        discipline: Default::default(),
        schedule: Default::default(),
        origins: Default::default(),
        reported: reported::figures(),
        actuals: Default::default(),
        accepted: vec![],
        last_contribution: Default::default(),
        unknown: Default::default(),
    };
    Plan::new(ground, scenarios::all())
}

/// A budget year and the January in which its last recognition round is decided.
fn year_and_january(year: i32) -> Calendar {
    Calendar {
        start: YearMonth { year, month: 1 },
        months: 13,
    }
}

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn district() -> Text {
    Text::new("Huyện Thạch Hà, tỉnh Hà Tĩnh", "Thạch Hà district, Hà Tĩnh province")
}

fn data_source() -> Text {
    Text::new(
        "Hội nghị tổng kết năm 2020, triển khai nhiệm vụ năm 2021 của Ban Chỉ đạo xây dựng NTM huyện Thạch Hà, 22/1/2021",
        "Conference of the Thạch Hà district NTM Steering Committee reviewing 2020 and launching 2021, 22/1/2021",
    )
}

fn population() -> super::Figure {
    super::Figure::reported(
        132_377.0,
        Text::new(
            "Dân số huyện Thạch Hà năm 2018, trang Thạch Hà trên Wikipedia tiếng Việt",
            "Population of Thạch Hà district in 2018, page Thạch Hà of the Vietnamese Wikipedia",
        ),
        "2018",
    )
}
