//! The year 2020 as a plan: its reported money, its results as goals. Run by the same engine it shows how much of a
//! known year the assumptions explain.

use super::{communes, criteria, events, ids, lines, reported, scenarios, sources};
use crate::model::{Ground, Plan, Text};

pub(super) fn plan() -> Plan {
    let mut base = scenarios::as_2020();
    base.name = Text::new("Năm 2020 như báo cáo", "2020 as reported");
    let mut floods = scenarios::floods();
    floods.name = Text::new("Năm 2020 có lũ T10–T11", "2020 with floods Oct–Nov");
    let ground = Ground {
        id: "thach-ha-2020".into(),
        name: Text::new("Thạch Hà 2020 (kiểm lại)", "Thạch Hà 2020 (back-test)"),
        district: super::district(),
        illustration: false,
        data_source: super::data_source(),
        calendar: super::year_and_january(2020),
        population: super::population(),
        sources: sources::for_2020(),
        lines: lines::for_2020(),
        priority: ids(&["ocop", "gardens", "ntm-commune", "residential", "advanced"]),
        communes: communes::end_of_2019(),
        criteria_sets: vec![criteria::ntm()],
        events: events::for_2020(),
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
    Plan::new(ground, vec![base, floods])
}
