//! Where a number comes from, kept beside the number.

use super::Text;
use serde::{Deserialize, Serialize};

/// Where a number comes from. Shown beside it as B (*báo cáo*), T (*tính*) or G (*giả định*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Origin {
    /// Stated in a source.
    Reported {
        /// Which source, for people.
        source: Text,
        /// Date of the source, ISO `YYYY-MM-DD` (or `YYYY`).
        date: String,
    },
    /// Computed from other figures.
    Derived {
        /// The formula, for people.
        formula: Text,
    },
    /// Chosen by the planner; to be replaced by who knows better.
    Assumption {
        /// Why this value; may be empty.
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        note: Text,
    },
}

impl Default for Origin {
    fn default() -> Self {
        Self::Assumption { note: Text::default() }
    }
}

impl Origin {
    /// The origin as told; an assumption without a reason where nobody has said anything.
    pub fn or_unsaid(origin: &Option<Self>) -> &Self {
        origin.as_ref().unwrap_or(&UNSAID)
    }
}

static UNSAID: Origin = Origin::Assumption {
    note: Text {
        vi: String::new(),
        en: String::new(),
    },
};

/// The value and origin a number had before somebody edited it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Replaced<T> {
    /// The value before.
    pub value: T,
    /// Its origin.
    pub origin: Origin,
}

/// One number with its origin. The unit is that of the field that holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// The number, finite.
    pub value: f64,
    /// Where it comes from.
    pub origin: Origin,
    /// The reported or derived value it replaced, kept in view; `None` if never edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced<f64>>,
}

impl Figure {
    /// A reported figure.
    pub fn reported(value: f64, source: Text, date: &str) -> Self {
        Self {
            value,
            origin: Origin::Reported {
                source,
                date: date.into(),
            },
            replaced: None,
        }
    }

    /// A figure computed from others.
    pub fn derived(value: f64, formula: Text) -> Self {
        Self {
            value,
            origin: Origin::Derived { formula },
            replaced: None,
        }
    }

    /// An assumption with its reason.
    pub fn assumption(value: f64, note: Text) -> Self {
        Self {
            value,
            origin: Origin::Assumption { note },
            replaced: None,
        }
    }

    /// Changes the value by hand: the origin becomes an assumption, and what was reported or derived stays
    /// visible in `replaced`. Typing the replaced value again brings its origin back.
    pub fn edit(&mut self, value: f64) {
        edit_by_hand(&mut self.value, &mut self.origin, &mut self.replaced, value);
    }
}

/// A likely value with the low and high end of its spread (`low ≤ likely ≤ high`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// Smallest plausible value.
    pub low: f64,
    /// Most likely value, used by the plain run.
    pub likely: f64,
    /// Largest plausible value.
    pub high: f64,
    /// Where the three come from.
    pub origin: Origin,
    /// The three values `[low, likely, high]` before somebody edited them, unless they were an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced<[f64; 3]>>,
}

impl Range {
    /// A range with its origin.
    pub fn new(low: f64, likely: f64, high: f64, origin: Origin) -> Self {
        Self {
            low,
            likely,
            high,
            origin,
            replaced: None,
        }
    }

    /// `[low, likely, high]`.
    pub fn values(&self) -> [f64; 3] {
        [self.low, self.likely, self.high]
    }

    /// Changes the three values by hand, with the same rule for the origin as [`Figure::edit`].
    pub fn edit(&mut self, values: [f64; 3]) {
        let mut current = self.values();
        edit_by_hand(&mut current, &mut self.origin, &mut self.replaced, values);
        [self.low, self.likely, self.high] = current;
    }
}

/// Changes a value by hand: the origin becomes an assumption, what was reported or derived stays in `replaced`, and the
/// replaced value set again brings its origin back.
pub fn edit_by_hand<T: PartialEq + Clone>(
    value: &mut T,
    origin: &mut Origin,
    replaced: &mut Option<Replaced<T>>,
    new: T,
) {
    if *value == new {
        return;
    }
    match replaced.take() {
        Some(old) if old.value == new => *origin = old.origin,
        Some(old) => *replaced = Some(old),
        None if !matches!(origin, Origin::Assumption { .. }) => {
            let before = std::mem::take(origin);
            *replaced = Some(Replaced {
                value: value.clone(),
                origin: before,
            });
        }
        None => {}
    }
    *value = new;
}
