//! How many targets each sample makes.

use super::sampler::Sampler;

impl Sampler {
    /// Draws `n` more samples; for each how many of `lines` (indices) met their goals, 0 where more is owed at the end than
    /// the discipline allows. Nothing is kept of them.
    pub fn count_targets(&mut self, n: usize, lines: &[usize]) -> Vec<usize> {
        let mut made = Vec::with_capacity(n);
        for _ in 0..n {
            let (table, owed) = self.draw_one();
            let met = lines.iter().filter(|l| self.core.meets(table, **l)).count();
            made.push(if owed { 0 } else { met });
        }
        made
    }
}
