//! Correlation matrices: whether random numbers can have them, and the nearest that they can have.

/// Correlations as a full symmetric matrix with ones on its diagonal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Matrix {
    size: usize,
    /// Shape `[row][column]`.
    values: Vec<f64>,
}

/// A matrix that no random numbers can have: not positive semi-definite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Impossible {
    /// Row and column of the pair that does most of the harm, `row < column`.
    pub pair: (usize, usize),
}

/// An eigenvalue this far below 0 is rounding.
const TINY: f64 = 1e-9;

impl Matrix {
    /// No correlation between `size` things.
    pub fn identity(size: usize) -> Self {
        let mut matrix = Self {
            size,
            values: vec![0.0; size * size],
        };
        for i in 0..size {
            matrix.values[i * size + i] = 1.0;
        }
        matrix
    }

    /// Number of rows.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Correlation of `a` and `b`, −1 to 1.
    pub fn get(&self, a: usize, b: usize) -> f64 {
        self.values[a * self.size + b]
    }

    /// Sets the correlation of `a` and `b`; ignored if they are the same or outside.
    pub fn set(&mut self, a: usize, b: usize, value: f64) {
        if a != b && a < self.size && b < self.size {
            self.values[a * self.size + b] = value;
            self.values[b * self.size + a] = value;
        }
    }

    /// Checks that random numbers with these correlations exist.
    ///
    /// # Errors
    /// Names the pair whose correlation pulls the most negative combination down most.
    pub fn check(&self) -> Result<(), Impossible> {
        let (values, vectors) = self.eigen();
        let least = (0..self.size).min_by(|a, b| values[*a].total_cmp(&values[*b]));
        let Some(least) = least.filter(|l| values[*l] < -TINY) else {
            return Ok(());
        };
        let at = |i: usize| vectors[i * self.size + least];
        let mut worst = (0.0, (0, 0));
        for i in 0..self.size {
            for j in i + 1..self.size {
                let part = self.get(i, j) * at(i) * at(j);
                if part < worst.0 {
                    worst = (part, (i, j));
                }
            }
        }
        Err(Impossible { pair: worst.1 })
    }

    /// The nearest matrix that is possible (Higham 2002: alternating projections with Dykstra's correction).
    pub fn nearest(&self) -> Self {
        let n = self.size;
        let mut y = self.clone();
        let mut correction = vec![0.0; n * n];
        for _ in 0..500 {
            let mut r = y.clone();
            r.values.iter_mut().zip(&correction).for_each(|(v, c)| *v -= c);
            let x = r.without_negative_part();
            for ((c, x), r) in correction.iter_mut().zip(&x.values).zip(&r.values) {
                *c = x - r;
            }
            let before = std::mem::replace(&mut y, x);
            for i in 0..n {
                y.values[i * n + i] = 1.0;
            }
            let moved = y.values.iter().zip(&before.values).map(|(a, b)| (a - b).abs());
            if moved.fold(0.0, f64::max) < 1e-12 {
                break;
            }
        }
        // A hair towards none at all, so that what is left of the negative part is gone.
        let shrink = 1.0 - 1e-7;
        for i in 0..n {
            for j in 0..n {
                if i != j {
                    y.values[i * n + j] = (y.values[i * n + j] * shrink).clamp(-1.0, 1.0);
                }
            }
        }
        y
    }

    fn without_negative_part(&self) -> Self {
        let n = self.size;
        let (values, vectors) = self.eigen();
        let mut x = self.clone();
        for i in 0..n {
            for j in 0..n {
                let part = |k: usize| values[k].max(0.0) * vectors[i * n + k] * vectors[j * n + k];
                x.values[i * n + j] = (0..n).map(part).sum();
            }
        }
        x
    }

    /// Eigenvalues and, by column, eigenvectors: Jacobi's rotations.
    fn eigen(&self) -> (Vec<f64>, Vec<f64>) {
        let n = self.size;
        let mut a = self.values.clone();
        let mut v = Self::identity(n).values;
        for _ in 0..60 {
            let off: f64 = (0..n)
                .flat_map(|i| (0..i).map(move |j| (i, j)))
                .map(|(i, j)| a[i * n + j] * a[i * n + j])
                .sum();
            if off < 1e-26 {
                break;
            }
            for p in 0..n {
                for q in p + 1..n {
                    rotate(&mut a, &mut v, n, p, q);
                }
            }
        }
        ((0..n).map(|i| a[i * n + i]).collect(), v)
    }
}

/// One rotation that makes entry `(p, q)` zero.
fn rotate(a: &mut [f64], v: &mut [f64], n: usize, p: usize, q: usize) {
    let apq = a[p * n + q];
    if apq == 0.0 {
        return;
    }
    let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * apq);
    let sign = if theta < 0.0 { -1.0 } else { 1.0 };
    let t = sign / (theta.abs() + libm::sqrt(theta * theta + 1.0));
    let c = 1.0 / libm::sqrt(t * t + 1.0);
    let s = t * c;
    for k in 0..n {
        let (x, y) = (a[k * n + p], a[k * n + q]);
        a[k * n + p] = c * x - s * y;
        a[k * n + q] = s * x + c * y;
    }
    for k in 0..n {
        let (x, y) = (a[p * n + k], a[q * n + k]);
        a[p * n + k] = c * x - s * y;
        a[q * n + k] = s * x + c * y;
        let (x, y) = (v[k * n + p], v[k * n + q]);
        v[k * n + p] = c * x - s * y;
        v[k * n + q] = s * x + c * y;
    }
}

impl std::fmt::Display for Impossible {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (row, column) = self.pair;
        write!(
            f,
            "no correlation matrix: row {row}, column {column} does most of the harm"
        )
    }
}

impl std::error::Error for Impossible {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_impossible_matrix_is_refused_with_the_pair_that_does_not_fit() {
        let mut matrix = Matrix::identity(4);
        matrix.set(0, 1, 0.9);
        matrix.set(1, 3, 0.9);
        matrix.set(0, 3, -0.9);
        let pair = matrix.check().unwrap_err().pair;
        assert!([(0, 1), (1, 3), (0, 3)].contains(&pair), "{pair:?}");
    }

    #[test]
    fn the_nearest_possible_matrix_is_possible_and_near_and_leaves_a_possible_one_alone() {
        let mut matrix = Matrix::identity(3);
        matrix.set(0, 1, 0.9);
        matrix.set(1, 2, 0.9);
        matrix.set(0, 2, -0.2);
        let near = matrix.nearest();
        assert_eq!(near.check(), Ok(()));
        assert!((near.get(0, 1) - near.get(1, 2)).abs() < 1e-6 && near.get(0, 2) > -0.2);
        assert!((near.get(0, 1) - 0.9).abs() < 0.3);
        let mut possible = Matrix::identity(3);
        possible.set(0, 1, 0.4);
        assert!((possible.nearest().get(0, 1) - 0.4).abs() < 1e-6);
    }
}
