//! Scrambled Sobol points: they fill the cube more evenly than random ones, so a chance settles with fewer samples.
//!
//! Direction numbers are those of Joe and Kuo (*Constructing Sobol sequences with better two-dimensional projections*,
//! SIAM J. Sci. Comput. 30, 2008; file `new-joe-kuo-6.21201`). Every dimension is scrambled after Owen by a hash of its
//! own (Laine and Karras 2011, the constants of Vegdahl 2021), so that each point alone is uniform and an average over
//! seeds has no bias. Dimensions beyond the table are plain random.

use super::philox::{Philox, Stream, unit};

/// Dimensions from the table; the first needs no row.
const TABULATED: usize = 37;

/// Rows `(s, a, m)` of the file for dimensions 2–37.
const JOE_KUO: [(u32, u32, &[u32]); TABULATED - 1] = [
    (1, 0, &[1]),
    (2, 1, &[1, 3]),
    (3, 1, &[1, 3, 1]),
    (3, 2, &[1, 1, 1]),
    (4, 1, &[1, 1, 3, 3]),
    (4, 4, &[1, 3, 5, 13]),
    (5, 2, &[1, 1, 5, 5, 17]),
    (5, 4, &[1, 1, 5, 5, 5]),
    (5, 7, &[1, 1, 7, 11, 19]),
    (5, 11, &[1, 1, 5, 1, 1]),
    (5, 13, &[1, 1, 1, 3, 11]),
    (5, 14, &[1, 3, 5, 5, 31]),
    (6, 1, &[1, 3, 3, 9, 7, 49]),
    (6, 13, &[1, 1, 1, 15, 21, 21]),
    (6, 16, &[1, 3, 1, 13, 27, 49]),
    (6, 19, &[1, 1, 1, 15, 7, 5]),
    (6, 22, &[1, 3, 1, 15, 13, 25]),
    (6, 25, &[1, 1, 5, 5, 19, 61]),
    (7, 1, &[1, 3, 7, 11, 23, 15, 103]),
    (7, 4, &[1, 3, 7, 13, 13, 15, 69]),
    (7, 7, &[1, 1, 3, 13, 7, 35, 63]),
    (7, 8, &[1, 3, 5, 9, 1, 25, 53]),
    (7, 14, &[1, 3, 1, 13, 9, 35, 107]),
    (7, 19, &[1, 3, 1, 5, 27, 61, 31]),
    (7, 21, &[1, 1, 5, 11, 19, 41, 61]),
    (7, 28, &[1, 3, 5, 3, 3, 13, 69]),
    (7, 31, &[1, 1, 7, 13, 1, 19, 1]),
    (7, 32, &[1, 3, 7, 5, 13, 19, 59]),
    (7, 37, &[1, 1, 3, 9, 25, 29, 41]),
    (7, 41, &[1, 3, 5, 13, 23, 1, 55]),
    (7, 42, &[1, 3, 7, 3, 13, 59, 17]),
    (7, 50, &[1, 3, 1, 3, 5, 53, 69]),
    (7, 55, &[1, 1, 5, 5, 23, 33, 13]),
    (7, 56, &[1, 1, 7, 7, 1, 61, 123]),
    (7, 59, &[1, 1, 7, 9, 13, 61, 49]),
    (7, 62, &[1, 3, 3, 5, 3, 55, 33]),
];

/// A sequence of points of one seed.
#[derive(Clone, Debug)]
pub struct Sobol {
    random: Philox,
    /// Next point.
    index: u64,
    dimensions: Vec<Dimension>,
    /// Dimensions drawn at random after them.
    beyond: usize,
}

#[derive(Clone, Debug)]
struct Dimension {
    /// Direction numbers, bits reversed: scrambling reads them from the last bit.
    directions: [u32; 32],
    /// Bits of the next point, reversed.
    state: u32,
    scramble: u32,
}

impl Sobol {
    /// Points of `dimensions` dimensions.
    pub fn new(seed: u64, dimensions: usize) -> Self {
        let random = Philox::new(seed);
        let dimension = |d: usize| Dimension {
            directions: directions(d).map(u32::reverse_bits),
            state: 0,
            scramble: random.block(Stream::Scramble, 0, d as u32)[0],
        };
        Self {
            random,
            index: 0,
            dimensions: (0..dimensions.min(TABULATED)).map(dimension).collect(),
            beyond: dimensions.saturating_sub(TABULATED),
        }
    }

    /// Writes the next point, each coordinate strictly between 0 and 1, shape `[dimension]`.
    pub fn next_into(&mut self, point: &mut [f64]) {
        for (x, d) in point.iter_mut().zip(&self.dimensions) {
            *x = unit(scramble(d.state, d.scramble).reverse_bits());
        }
        for extra in 0..self.beyond {
            if let Some(x) = point.get_mut(TABULATED + extra) {
                *x = unit(self.random.block(Stream::Uniform, self.index, extra as u32)[0]);
            }
        }
        // Gray code: the next point differs in one direction number. After 2³² points the sequence repeats.
        self.index += 1;
        let bit = self.index.trailing_zeros().min(31) as usize;
        for d in &mut self.dimensions {
            d.state ^= d.directions[bit];
        }
    }
}

fn directions(dimension: usize) -> [u32; 32] {
    let Some((s, a, m)) = dimension.checked_sub(1).and_then(|d| JOE_KUO.get(d)) else {
        return std::array::from_fn(|i| 1 << (31 - i));
    };
    let s = *s as usize;
    let mut v = [0_u32; 32];
    for i in 0..32 {
        v[i] = if i < s {
            m[i] << (31 - i)
        } else {
            let mut bits = v[i - s] ^ (v[i - s] >> s);
            for k in 1..s {
                if a >> (s - 1 - k) & 1 == 1 {
                    bits ^= v[i - k];
                }
            }
            bits
        };
    }
    v
}

/// Each bit is flipped or not by a hash of the bits below it.
fn scramble(reversed: u32, seed: u32) -> u32 {
    let mut x = reversed;
    x ^= x.wrapping_mul(0x3d20_adea);
    x = x.wrapping_add(seed);
    x = x.wrapping_mul((seed >> 16) | 1);
    x ^= x.wrapping_mul(0x0552_6c56);
    x ^ x.wrapping_mul(0x53a2_2864)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stretch_of_1024_points_has_one_in_each_of_1024_slices_of_every_dimension() {
        let mut sobol = Sobol::new(5, TABULATED);
        let mut point = vec![0.0; TABULATED];
        for _ in 0..3 {
            let mut hit = vec![[false; 1024]; TABULATED];
            for _ in 0..1024 {
                sobol.next_into(&mut point);
                for (d, x) in point.iter().enumerate() {
                    hit[d][(x * 1024.0) as usize] = true;
                }
            }
            assert!(hit.iter().flatten().all(|h| *h));
        }
    }

    #[test]
    fn unscrambled_points_of_the_first_three_dimensions_are_those_of_the_books() {
        let bits = |d: usize, bit: usize| f64::from(directions(d)[bit]) / 4_294_967_296.0;
        assert_eq!([bits(0, 0), bits(1, 0), bits(2, 0)], [0.5, 0.5, 0.5]);
        assert_eq!([bits(0, 1), bits(1, 1), bits(2, 1)], [0.25, 0.75, 0.75]);
        assert_eq!([bits(0, 2), bits(1, 2), bits(2, 2)], [0.125, 0.625, 0.375]);
    }

    #[test]
    fn neighbouring_dimensions_are_uncorrelated_also_beyond_the_table() {
        let dimensions = TABULATED + 3;
        let mut sobol = Sobol::new(11, dimensions);
        let mut point = vec![0.0; dimensions];
        let mut products = vec![0.0; dimensions - 1];
        for _ in 0..4096 {
            sobol.next_into(&mut point);
            for (sum, pair) in products.iter_mut().zip(point.windows(2)) {
                *sum += (pair[0] - 0.5) * (pair[1] - 0.5) * 12.0 / 4096.0;
            }
        }
        assert!(products.iter().all(|r| r.abs() < 0.06), "{products:?}");
    }
}
