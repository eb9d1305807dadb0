//! Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (*Parallel random numbers: as easy as
//! 1, 2, 3*, SC 2011): the number drawn for a thing depends on the seed and on the thing alone, not on what was drawn
//! before. So scenarios, chunks and machines share their draws by construction.

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;

/// What a draw is for. Streams of one seed never overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Scrambling of the quasi-random points, by dimension.
    Scramble,
    /// Continuous draws beyond the tabulated dimensions.
    Uniform,
    /// Continuous draws that are independent of each other, for comparison.
    Plain,
    /// Whether the event with this index in the plan happens, then its months.
    Event(u32),
    /// Whether units of the line with this index in the plan pass, by unit.
    Passes(u32),
}

impl Stream {
    fn word(self) -> u32 {
        match self {
            Self::Scramble => 0,
            Self::Uniform => 1,
            Self::Plain => 2,
            Self::Event(index) => 1 << 30 | index,
            Self::Passes(index) => 2 << 30 | index,
        }
    }
}

/// The generator of one seed.
#[derive(Clone, Copy, Debug)]
pub struct Philox {
    key: [u32; 2],
}

impl Philox {
    /// A generator of this seed.
    pub fn new(seed: u64) -> Self {
        Self {
            key: [seed as u32, (seed >> 32) as u32],
        }
    }

    /// Four words for block `block` of a stream in sample `sample`.
    pub fn block(&self, stream: Stream, sample: u64, block: u32) -> [u32; 4] {
        philox([block, stream.word(), sample as u32, (sample >> 32) as u32], self.key)
    }
}

/// A word as a number strictly between 0 and 1: the middle of its interval of width 2⁻³².
pub fn unit(word: u32) -> f64 {
    (f64::from(word) + 0.5) * (1.0 / 4_294_967_296.0)
}

fn philox(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for _ in 0..ROUNDS {
        let wide = |m: u32, c: u32| {
            let product = u64::from(m) * u64::from(c);
            ((product >> 32) as u32, product as u32)
        };
        let (high0, low0) = wide(MULTIPLIERS[0], counter[0]);
        let (high1, low1) = wide(MULTIPLIERS[1], counter[2]);
        counter = [high1 ^ counter[1] ^ key[0], low1, high0 ^ counter[3] ^ key[1], low0];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_answers_of_the_random123_library_come_out() {
        assert_eq!(
            philox([0; 4], [0; 2]),
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        );
        assert_eq!(
            philox([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            philox(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn a_word_never_becomes_nought_or_one() {
        assert!(unit(0) > 0.0 && unit(u32::MAX) < 1.0);
        assert_eq!(unit(1 << 31), 0.5 + 0.5 / 4_294_967_296.0);
    }
}
