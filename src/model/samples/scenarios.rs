//! The ready-made scenarios.

use crate::model::{Amount, Overrides, Scenario, Text};

/// The scenarios of the default plan; the first is the base.
pub fn all() -> Vec<Scenario> {
    vec![
        as_2020(),
        state_minus_20(),
        floods(),
        community_minus_25(),
        new_central_money(),
    ]
}

/// All as in 2020: nothing is overridden.
pub fn as_2020() -> Scenario {
    scenario("as-2020", "Như 2020", "As 2020", Overrides::default())
}

/// A fifth less from the state budget.
pub fn state_minus_20() -> Scenario {
    let overrides = amount("state", Amount::Factor(0.8));
    scenario("state-minus-20", "Ngân sách −20 %", "State budget −20 %", overrides)
}

/// Autumn floods, the schedule not knowing of them.
pub fn floods() -> Scenario {
    scenario("floods", "Lũ thu T9–T11", "Autumn floods Sep–Nov", event("floods"))
}

/// A quarter less from the villagers.
pub fn community_minus_25() -> Scenario {
    let overrides = amount("community", Amount::Factor(0.75));
    scenario("community-minus-25", "Dân góp −25 %", "Community −25 %", overrides)
}

/// New central money from June.
pub fn new_central_money() -> Scenario {
    scenario(
        "new-central-money",
        "Vốn TW mới từ T6",
        "New central money from June",
        event("new-central-money"),
    )
}

fn scenario(id: &str, vi: &str, en: &str, overrides: Overrides) -> Scenario {
    Scenario {
        id: id.into(),
        name: Text::new(vi, en),
        note: String::new(),
        overrides,
    }
}

fn amount(source: &str, amount: Amount) -> Overrides {
    Overrides {
        amounts: [(source.to_owned(), amount)].into(),
        ..Overrides::default()
    }
}

fn event(id: &str) -> Overrides {
    Overrides {
        events: [(id.to_owned(), true)].into(),
        ..Overrides::default()
    }
}
