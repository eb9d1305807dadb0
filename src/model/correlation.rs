//! Which uncertain averages tend to go up and down together.

use super::matrix::Matrix;
use super::{Figure, Ground, LineId, SourceId};
use serde::{Deserialize, Serialize};

/// An average that a sample draws from its low / likely / high.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Factor {
    /// The factor on the average unit cost of a line.
    Cost {
        /// Line.
        line: LineId,
    },
    /// The realised share of a source's planned amount.
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

/// Correlations that no random numbers can have: the two averages whose correlation does most of the harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpossibleCorrelation {
    /// One of the two.
    pub a: Factor,
    /// The other.
    pub b: Factor,
}

/// What a pair of averages is known by on the page, whichever is named first: `cost:ocop:realisation:state`.
pub fn correlation_key(a: &Factor, b: &Factor) -> String {
    let key = |f: &Factor| match f {
        Factor::Cost { line } => format!("cost:{line}"),
        Factor::Realisation { source } => format!("realisation:{source}"),
    };
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    format!("{}:{}", key(first), key(second))
}

/// Correlations of a repaired matrix below this are none.
const NONE: f64 = 5e-4;

impl Correlation {
    /// Whether it is the correlation of these two averages, whichever is named first.
    pub fn joins(&self, a: &Factor, b: &Factor) -> bool {
        (&self.a == a && &self.b == b) || (&self.a == b && &self.b == a)
    }
}

impl Ground {
    /// The averages in the order they are drawn: costs by line, then realisations by source.
    pub fn factors(&self) -> Vec<Factor> {
        let costs = self.lines.iter().map(|l| Factor::Cost { line: l.id.clone() });
        let shares = self
            .sources
            .iter()
            .map(|s| Factor::Realisation { source: s.id.clone() });
        costs.chain(shares).collect()
    }

    /// The correlation entered for two averages, whichever is named first.
    pub fn correlation(&self, a: &Factor, b: &Factor) -> Option<&Correlation> {
        self.correlations.iter().find(|c| c.joins(a, b))
    }

    /// The same, to be changed.
    pub fn correlation_mut(&mut self, a: &Factor, b: &Factor) -> Option<&mut Correlation> {
        self.correlations.iter_mut().find(|c| c.joins(a, b))
    }

    /// The correlations as a matrix over [`Ground::factors`]; what names an unknown average or is out of range is left out.
    pub(crate) fn correlation_matrix(&self) -> Matrix {
        let factors = self.factors();
        let mut matrix = Matrix::identity(factors.len());
        let place = |f: &Factor| factors.iter().position(|known| known == f);
        for c in &self.correlations {
            if let (Some(a), Some(b)) = (place(&c.a), place(&c.b))
                && (-1.0..=1.0).contains(&c.value.value)
            {
                matrix.set(a, b, c.value.value);
            }
        }
        matrix
    }

    /// Checks that random numbers with the correlations of the plan exist.
    ///
    /// # Errors
    /// Names the two averages whose correlation does most of the harm.
    pub fn check_correlations(&self) -> Result<(), ImpossibleCorrelation> {
        if self.correlations.is_empty() {
            return Ok(());
        }
        self.correlation_matrix().check().map_err(|impossible| {
            let mut factors = self.factors();
            let (a, b) = impossible.pair;
            let b = factors.swap_remove(b);
            ImpossibleCorrelation {
                a: factors.swap_remove(a),
                b,
            }
        })
    }

    /// The correlations moved to the nearest that are possible: the same pairs with new values, and pairs that had none
    /// where the repair needs one; what is smaller than 0,0005 is dropped.
    pub fn nearest_correlations(&self) -> Vec<(Factor, Factor, f64)> {
        let factors = self.factors();
        let near = self.correlation_matrix().nearest();
        let mut pairs = Vec::new();
        for a in 0..factors.len() {
            for b in a + 1..factors.len() {
                if near.get(a, b).abs() >= NONE {
                    pairs.push((factors[a].clone(), factors[b].clone(), near.get(a, b)));
                }
            }
        }
        pairs
    }
}

impl std::fmt::Display for ImpossibleCorrelation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "impossible correlations: {} does most of the harm",
            correlation_key(&self.a, &self.b)
        )
    }
}

impl std::error::Error for ImpossibleCorrelation {}
