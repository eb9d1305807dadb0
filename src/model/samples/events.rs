//! Things that may happen to the plan. Effect sizes have no source: they are assumptions and say so.

use super::{ids, origins::*};
use crate::model::{Effect, Event, EventMonth, Plan, RELEASE_POINTS, Text};

/// Lines whose work is done outdoors, in a plan of 2021.
const EARTHWORKS: [&str; 4] = ["advanced", "model-commune", "residential", "gardens"];

/// Events that a plan may take from the library, as they stand in the plan of 2021, all off: autumn floods, heat wave,
/// epidemic, African swine fever, late and new central money, criteria raised in mid-year.
pub fn library() -> Vec<Event> {
    vec![
        floods(&EARTHWORKS, &[9, 10, 11], 0.5),
        heat_wave(),
        epidemic(),
        swine_fever(),
        late_central_money(),
        new_central_money(),
        stricter_criteria(),
    ]
}

/// The event of the library with this id, made to fit a plan: an id that is free there, lines and sources that it has.
///
/// Lines and sources are known by id; where the plan has none of those an effect names, it hits all of the plan's, to be
/// narrowed by the planner. New money goes to the first source. `None` for an unknown event.
pub fn from_library(plan: &Plan, id: &str) -> Option<Event> {
    let mut event = library().into_iter().find(|e| e.id == id)?;
    event.id = plan.free_event_id(id);
    let known = |wanted: &mut Vec<String>, all: Vec<String>| {
        wanted.retain(|id| all.contains(id));
        if wanted.is_empty() {
            *wanted = all;
        }
    };
    let lines = || plan.lines.iter().map(|l| l.id.clone()).collect();
    let sources = || plan.sources.iter().map(|s| s.id.clone()).collect();
    for effect in &mut event.effects {
        match effect {
            Effect::WorkSpeed { lines: hit, .. }
            | Effect::UnitCost { lines: hit, .. }
            | Effect::PassRate { lines: hit, .. } => known(hit, lines()),
            Effect::Amount { sources: hit, .. } | Effect::ReleaseFrom { sources: hit, .. } => known(hit, sources()),
            Effect::Money { source, .. } => {
                if plan.source(source).is_none() {
                    *source = plan.sources.first().map(|s| s.id.clone()).unwrap_or_default();
                }
            }
        }
    }
    // Money cannot come from nowhere.
    event
        .effects
        .retain(|e| !matches!(e, Effect::Money { source, .. } if source.is_empty()));
    Some(event)
}

/// The event of 2020 that the back-test can switch on: the floods of October and November.
pub(super) fn for_2020() -> Vec<Event> {
    let mut event = floods(&["ntm-commune", "advanced", "residential", "gardens"], &[10, 11], 1.0);
    event.name = Text::new("Lũ T10–T11", "Floods Oct–Nov");
    event.chance = assumed(
        1.0,
        "Năm 2020 đã có lũ: báo cáo nêu cuối năm liên tiếp thiên tai lũ lụt",
        "The floods of 2020 did happen: the report names repeated floods at the end of the year",
    );
    vec![event]
}

fn floods(lines: &[&str], months: &[u8], chance: f64) -> Event {
    event(
        "floods",
        ("Lũ thu T9–T11", "Autumn floods Sep–Nov"),
        (
            "Báo cáo 2020 nêu lũ cuối năm; mức chậm một nửa là giả định",
            "The report of 2020 names floods at the end of the year; half speed is an assumption",
        ),
        months,
        chance,
        vec![Effect::WorkSpeed {
            lines: ids(lines),
            factor: 0.5,
        }],
    )
}

fn heat_wave() -> Event {
    event(
        "heat-wave",
        ("Nắng nóng T5–T7", "Heat wave May–Jul"),
        (
            "Năm 2020 nắng nóng kéo dài 45 ngày (báo cáo); mức chậm 20 % là giả định",
            "45 days of heat in 2020 (report); 20 % slower is an assumption",
        ),
        &[5, 6, 7],
        0.5,
        vec![Effect::WorkSpeed {
            lines: ids(&EARTHWORKS),
            factor: 0.8,
        }],
    )
}

fn epidemic() -> Event {
    event(
        "epidemic",
        ("Dịch bệnh", "Epidemic"),
        (
            "Báo cáo nêu Covid-19 đầu năm 2020; chậm 30 % trong T2–T4, doanh nghiệp và nguồn khác còn 80 %: giả định",
            "The report names Covid-19 in early 2020; 30 % slower in Feb–Apr, enterprises and other sources at 80 %: assumptions",
        ),
        &[2, 3, 4],
        0.3,
        vec![
            Effect::WorkSpeed {
                lines: ids(&["advanced", "model-commune", "residential", "gardens", "ocop"]),
                factor: 0.7,
            },
            Effect::Amount {
                sources: ids(&["enterprises", "other"]),
                factor: 0.8,
            },
        ],
    )
}

fn swine_fever() -> Event {
    event(
        "swine-fever",
        ("Dịch tả lợn châu Phi", "African swine fever"),
        (
            "Báo cáo nêu nguy cơ tái phát; dân góp còn 90 % là giả định",
            "The report names the risk of its return; villagers' contributions at 90 % is an assumption",
        ),
        &[],
        0.2,
        vec![Effect::Amount {
            sources: ids(&["community"]),
            factor: 0.9,
        }],
    )
}

fn late_central_money() -> Event {
    event(
        "late-central-money",
        ("Vốn nhà nước về chậm, từ T7", "State money late, from July"),
        (
            "Ngân sách và vốn lồng ghép chỉ về từ tháng 7, khi đó về đủ phần đã đến hạn; tháng là giả định",
            "State and integrated money only from July, then all that was due by then; the month is an assumption",
        ),
        &[],
        0.3,
        vec![Effect::ReleaseFrom {
            sources: ids(&["state", "integrated"]),
            month: 7,
        }],
    )
}

fn new_central_money() -> Event {
    event(
        "new-central-money",
        ("Vốn TW mới 20.000 từ T6", "New central money 20,000 from June"),
        (
            "Thêm 20.000 triệu đồng ngân sách, về đều từ tháng 6 đến tháng 12: số và lịch là giả định; tháng 1/2021 chưa biết \
             vốn trung ương 2021–2025",
            "20,000 million VND more of state budget, evenly from June to December: amount and timing are assumptions; in \
             January 2021 the central money of 2021–2025 was not known",
        ),
        &[],
        0.3,
        vec![Effect::Money {
            source: "state".into(),
            amount: 20_000.0,
            release: from_june(),
        }],
    )
}

fn stricter_criteria() -> Event {
    event(
        "stricter-criteria",
        ("Tiêu chí nâng lên giữa năm", "Criteria raised in mid-year"),
        (
            "Báo cáo yêu cầu nâng theo bộ tiêu chí mới 2021–2025; từ T7 chi phí việc khởi công mới thêm 15 %, tỷ lệ qua còn \
             85 %: giả định",
            "The report asks to upgrade to the new sets of 2021–2025; from July new starts cost 15 % more and pass rates are at \
             85 %: assumptions",
        ),
        &[7],
        0.3,
        vec![
            Effect::UnitCost {
                lines: ids(&["advanced", "model-commune"]),
                factor: 1.15,
            },
            Effect::PassRate {
                lines: ids(&["advanced", "model-commune"]),
                factor: 0.85,
            },
        ],
    )
}

fn event(id: &str, name: (&str, &str), note: (&str, &str), months: &[u8], chance: f64, effects: Vec<Effect>) -> Event {
    Event {
        id: id.into(),
        name: Text::new(name.0, name.1),
        note: Text::new(note.0, note.1),
        months: months.iter().map(|&month| EventMonth { month, chance: 1.0 }).collect(),
        chance: assumed(
            chance,
            "Khả năng xảy ra: giả định, chưa có chuỗi số nhiều năm",
            "Chance that it happens: assumed, no series of past years",
        ),
        on: false,
        effects,
    }
}

/// Nothing up to May, then a seventh a month from June to December.
fn from_june() -> [f64; RELEASE_POINTS] {
    std::array::from_fn(|t| match t {
        0..=4 => 0.0,
        5..=10 => (t - 4) as f64 / 7.0,
        _ => 1.0,
    })
}
