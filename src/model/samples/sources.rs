//! The six sources of the district's report.

use super::origins::*;
use crate::model::{Figure, RELEASE_POINTS, ReleaseCurve, Source, Text};

/// How a source's money arrives.
#[derive(Clone, Copy)]
enum Arrival {
    /// Public money: quarter by quarter, the rest in January.
    Quarters,
    /// After the two harvests.
    Harvests,
    /// One twelfth a month.
    Even,
}

struct Row {
    id: &'static str,
    name: (&'static str, &'static str),
    short: (&'static str, &'static str),
    /// Triệu đồng, 2020.
    amount: f64,
    arrival: Arrival,
    realisation: [f64; 3],
}

const ROWS: [Row; 6] = [
    Row {
        id: "state",
        name: ("Ngân sách nhà nước", "State budget"),
        short: ("Ngân sách", "State"),
        amount: 217_763.0,
        arrival: Arrival::Quarters,
        realisation: [0.93, 1.0, 1.0],
    },
    Row {
        id: "integrated",
        name: ("Lồng ghép chương trình khác", "Integrated from other programmes"),
        short: ("Lồng ghép", "Integrated"),
        amount: 77_179.0,
        arrival: Arrival::Quarters,
        realisation: [0.8, 1.0, 1.05],
    },
    Row {
        id: "credit",
        name: ("Tín dụng", "Credit"),
        short: ("Tín dụng", "Credit"),
        amount: 1_580.0,
        arrival: Arrival::Even,
        realisation: [0.5, 1.0, 1.3],
    },
    Row {
        id: "enterprises",
        name: ("Doanh nghiệp", "Enterprises"),
        short: ("Doanh nghiệp", "Enterprises"),
        amount: 2_580.0,
        arrival: Arrival::Even,
        realisation: [0.5, 1.0, 1.3],
    },
    Row {
        id: "community",
        name: ("Cộng đồng dân cư", "Community contributions"),
        short: ("Cộng đồng", "Community"),
        amount: 117_960.0,
        arrival: Arrival::Harvests,
        realisation: [0.8, 1.0, 1.05],
    },
    Row {
        id: "other",
        name: ("Nguồn khác", "Other sources"),
        short: ("Khác", "Other"),
        amount: 4_975.0,
        arrival: Arrival::Even,
        realisation: [0.5, 1.0, 1.3],
    },
];

/// Sources of 2021: the amounts of 2020 are the reference, and the planned amounts until the money of 2021 is known.
pub(super) fn for_2021() -> Vec<Source> {
    build(|amount| {
        let planned = assumed(
            amount,
            "100 % của năm 2020: lúc lập kế hoạch chưa có số vốn năm 2021",
            "100 % of 2020: the money of 2021 was not known when the plan was made",
        );
        (stated(amount), planned)
    })
}

/// Sources of 2020: the reported amounts. What 2019 brought is not known, so the slider's 100 % is 2020 itself.
pub(super) fn for_2020() -> Vec<Source> {
    build(|amount| {
        let reference = assumed(
            amount,
            "Chưa có số năm 2019; lấy số năm 2020 làm mốc 100 %",
            "2019 is not known; 2020 itself stands for 100 %",
        );
        (reference, stated(amount))
    })
}

/// Builds the sources; `amounts` gives the reference and the planned amount from what was reported for 2020.
fn build(amounts: impl Fn(f64) -> (Figure, Figure)) -> Vec<Source> {
    let one = |row: &Row| {
        let (reference, amount) = amounts(row.amount);
        Source {
            id: row.id.into(),
            name: Text::new(row.name.0, row.name.1),
            short: Text::new(row.short.0, row.short.1),
            reference,
            amount,
            release: release(row.arrival),
            other_works: other_works(),
            realisation: assumed_range(
                row.realisation,
                "Phần thực về so với kế hoạch: giả định, chưa có chuỗi số nhiều năm",
                "Realised share of the planned amount: assumed, no series of past years",
            ),
            carries_over: true,
            yearly: Default::default(),
            from_residents: row.id == "community",
        }
    };
    ROWS.iter().map(one).collect()
}

fn release(arrival: Arrival) -> ReleaseCurve {
    let (points, origin) = match arrival {
        Arrival::Quarters => (
            quarters([0.10, 0.33, 0.58, 0.83], 0.96),
            assumption(
                "Lũy kế cuối quý 10 · 33 · 58 · 83 %, hết tháng 1 năm sau 96 %, đều trong quý. Theo giải ngân đầu tư công \
                 cả nước năm 2020: 33,1 % đến 30/6, 96,1 % đến 31/1/2021; quý I, III, IV là ước đoán",
                "Cumulative 10 · 33 · 58 · 83 % at quarter ends, 96 % by the next January, even inside a quarter. After \
                 national public investment of 2020: 33.1 % by 30/6, 96.1 % by 31/1/2021; quarters I, III, IV are guesses",
            ),
        ),
        Arrival::Harvests => (
            harvests(),
            assumption(
                "Dân góp sau hai vụ: một nửa tháng 6 (sau vụ xuân), một nửa tháng 9 (sau hè thu)",
                "Villagers pay after the harvests: half in June (spring crop), half in September (summer-autumn crop)",
            ),
        ),
        Arrival::Even => (
            even(),
            assumption(
                "Chia đều mỗi tháng một phần mười hai: chưa có số theo tháng",
                "One twelfth a month: no monthly figures",
            ),
        ),
    };
    ReleaseCurve {
        points,
        origin,
        replaced: None,
    }
}

/// Cumulative shares at the four quarter ends, linear inside a quarter, and by the next January.
fn quarters(ends: [f64; 4], january: f64) -> [f64; RELEASE_POINTS] {
    std::array::from_fn(|t| {
        if t >= 12 {
            return january;
        }
        let quarter = t / 3;
        let before = if quarter == 0 { 0.0 } else { ends[quarter - 1] };
        // The last month of a quarter is its end exactly, without rounding.
        match t % 3 {
            2 => ends[quarter],
            part => before + (ends[quarter] - before) * (part as f64 + 1.0) / 3.0,
        }
    })
}

fn harvests() -> [f64; RELEASE_POINTS] {
    std::array::from_fn(|t| match t {
        0..=4 => 0.0,
        5..=7 => 0.5,
        _ => 1.0,
    })
}

fn even() -> [f64; RELEASE_POINTS] {
    std::array::from_fn(|t| ((t + 1) as f64 / 12.0).min(1.0))
}

fn other_works() -> Figure {
    derived(
        0.54,
        "Các đơn vị khởi công năm 2020 tốn khoảng 186.000 trong 410.239 triệu đồng về đến hết tháng 1, theo đơn giá giả \
         định: còn lại 54,7 %, lấy 54 % (đường, trường, trạm…)",
        "Units started in 2020 took about 186,000 of the 410,239 million VND released by January, at the assumed unit \
         costs: 54.7 % is left, taken as 54 % (roads, schools, clinics…)",
    )
}
