//! Which uncertain averages tend to go up and down together.

use super::{Figure, LineId, SourceId};
use serde::{Deserialize, Serialize};

/// An average that a sample draws from its low / likely / high.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Factor {
    /// The factor on the average unit cost of a line ([`super::Line::average_cost`]).
    Cost {
        /// Line.
        line: LineId,
    },
    /// The realised share of a source ([`super::Source::realisation`]).
    Realisation {
        /// Source.
        source: SourceId,
    },
}

/// Correlation of two averages, of their normal scores (Gaussian copula). Pairs that are not named are independent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correlation {
    /// One of the two.
    pub a: Factor,
    /// The other.
    pub b: Factor,
    /// Correlation, −1 to 1.
    pub value: Figure,
}
