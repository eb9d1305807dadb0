//! Correlations of the averages by a Gaussian copula: independent normal scores become correlated ones.

use crate::model::{Impossible, Matrix};

/// The way from independent scores to correlated ones.
#[derive(Clone, Debug, Default)]
pub struct Copula {
    /// Rows of the Cholesky factor that are not a single one: `(row, [(column, weight)])`, last row first so that
    /// scores can be replaced in place.
    rows: Vec<(usize, Vec<(usize, f64)>)>,
}

impl Copula {
    /// The copula of a matrix.
    ///
    /// # Errors
    /// The matrix is not positive semi-definite.
    pub fn new(matrix: &Matrix) -> Result<Self, Impossible> {
        matrix.check()?;
        let n = matrix.size();
        let mut l = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..=i {
                let sum: f64 = (0..j).map(|k| l[i * n + k] * l[j * n + k]).sum();
                let left = matrix.get(i, j) - sum;
                l[i * n + j] = if i == j {
                    libm::sqrt(left.max(0.0))
                } else if l[j * n + j] > 1e-6 {
                    left / l[j * n + j]
                } else {
                    // Fully determined by earlier ones: nothing of its own to pass on.
                    0.0
                };
            }
        }
        let row =
            |i: usize| -> Vec<(usize, f64)> { (0..=i).map(|j| (j, l[i * n + j])).filter(|(_, w)| *w != 0.0).collect() };
        let rows = (0..n).rev().map(|i| (i, row(i)));
        Ok(Self {
            rows: rows.filter(|(i, row)| row.as_slice() != [(*i, 1.0)]).collect(),
        })
    }

    /// Whether nothing is correlated.
    pub fn is_independent(&self) -> bool {
        self.rows.is_empty()
    }

    /// Replaces independent scores by correlated ones.
    pub fn correlate(&self, scores: &mut [f64]) {
        for (i, row) in &self.rows {
            scores[*i] = row.iter().map(|(j, weight)| weight * scores[*j]).sum();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::sample::{normal::quantile, sobol::Sobol};

    #[test]
    fn both_of_two_correlated_scores_are_positive_with_the_chance_of_the_orthant() {
        for r in [-0.8, -0.3, 0.0, 0.5, 0.9] {
            let mut matrix = Matrix::identity(2);
            matrix.set(0, 1, r);
            let copula = Copula::new(&matrix).unwrap();
            let mut sobol = Sobol::new(3, 2);
            let n = 16_384;
            let both = (0..n).filter(|_| {
                let mut scores = [0.0; 2];
                sobol.next_into(&mut scores);
                scores = scores.map(quantile);
                copula.correlate(&mut scores);
                scores[0] > 0.0 && scores[1] > 0.0
            });
            let exact = 0.25 + libm::asin(r) / (2.0 * std::f64::consts::PI);
            let found = both.count() as f64 / f64::from(n);
            assert!((found - exact).abs() < 0.002, "{r}: {found} {exact}");
        }
    }

    #[test]
    fn two_things_that_are_one_share_their_score() {
        let mut matrix = Matrix::identity(3);
        matrix.set(0, 1, 1.0);
        matrix.set(0, 2, 0.5);
        matrix.set(1, 2, 0.5);
        let mut scores = [0.7, -2.0, 0.0];
        Copula::new(&matrix).unwrap().correlate(&mut scores);
        assert!((scores[1] - 0.7).abs() < 1e-9 && (scores[2] - 0.35).abs() < 1e-9);
    }
}
