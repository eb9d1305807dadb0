//! The smallest change of one lever that reaches something.

/// Points that are tried over the range of a lever.
const SCANNED: usize = 33;
/// Halvings of a bracket at most.
const MOST_HALVINGS: usize = 60;

/// Where a lever reaches what is sought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// Value of the lever, a whole number of steps from the start of the range.
    pub value: f64,
    /// Whether no smaller scanned change reaches it: units are lumps, so more is not always more.
    pub monotone: bool,
}

/// The change nearest to `from`, on the way to `to`, from which on every scanned change reaches what is sought.
///
/// 33 points are scanned; inside the bracket after the last that fails the place is found by halving, to one `step`
/// (above 0, in units of the lever), and tried again. `None` if even `to` does not reach it. `to` may lie below `from`.
pub fn seek(from: f64, to: f64, step: f64, mut reaches: impl FnMut(f64) -> bool) -> Option<Threshold> {
    let threshold = try_seek(from, to, step, SCANNED, |value| Ok::<_, ()>(reaches(value)));
    threshold.ok().flatten()
}

/// As [`seek`], over `scanned` points, 2 or more.
///
/// # Errors
/// The first that `reaches` gives.
pub fn try_seek<E>(
    from: f64,
    to: f64,
    step: f64,
    scanned: usize,
    mut reaches: impl FnMut(f64) -> Result<bool, E>,
) -> Result<Option<Threshold>, E> {
    let mut trials = Trials::over(from, to, step, scanned);
    while let Some(value) = trials.next() {
        trials.record(reaches(value)?);
    }
    Ok(trials.threshold())
}

/// The trials of [`seek`] one by one, for who cannot make them in one go.
#[derive(Clone, Debug)]
pub struct Trials {
    from: f64,
    /// Signed.
    step: f64,
    /// Whole steps of the range.
    steps: f64,
    /// Points to scan.
    points: usize,
    scanned: Vec<bool>,
    halvings: usize,
    /// Places between which it is halved, once all is scanned: the first fails, the second holds.
    bracket: Option<(f64, f64)>,
}

impl Trials {
    /// Nothing tried yet; as of [`seek`].
    pub fn new(from: f64, to: f64, step: f64) -> Self {
        Self::over(from, to, step, SCANNED)
    }

    /// Nothing tried yet; as of [`try_seek`].
    fn over(from: f64, to: f64, step: f64, points: usize) -> Self {
        Self {
            from,
            step: if to < from { -step } else { step },
            steps: libm::floor((to - from).abs() / step + 1e-9),
            points,
            scanned: Vec::with_capacity(points),
            halvings: 0,
            bracket: None,
        }
    }

    /// The value to try next; `None` when nothing is left to try.
    pub fn next(&self) -> Option<f64> {
        if self.scanned.len() < self.points {
            return Some(self.value(self.place(self.scanned.len())));
        }
        self.middle().map(|place| self.value(place))
    }

    /// Whether the value of [`Trials::next`] reaches what is sought.
    pub fn record(&mut self, reached: bool) {
        if self.scanned.len() < self.points {
            self.scanned.push(reached);
            let last = self.scanned.iter().rposition(|reached| !reached);
            if let Some(last) = last.filter(|last| self.scanned.len() == self.points && last + 1 < self.points) {
                self.bracket = Some((self.place(last), self.place(last + 1)));
            }
            return;
        }
        if let (Some(middle), Some((fails, holds))) = (self.middle(), &mut self.bracket) {
            *(if reached { holds } else { fails }) = middle;
            self.halvings += 1;
        }
    }

    /// What was found, once nothing is left to try.
    pub fn threshold(&self) -> Option<Threshold> {
        let Some(last) = self.scanned.iter().rposition(|reached| !reached) else {
            return Some(Threshold {
                value: self.from,
                monotone: true,
            });
        };
        self.bracket.map(|(_, holds)| Threshold {
            value: self.value(holds),
            monotone: self.scanned[..last].iter().all(|reached| !reached),
        })
    }

    /// Trials made, and about how many there are in all.
    pub fn progress(&self) -> (usize, usize) {
        let left = self
            .bracket
            .map_or(0.0, |(fails, holds)| libm::log2((holds - fails).max(1.0)));
        let unscanned = self.points - self.scanned.len();
        let likely = if unscanned > 0 {
            libm::log2(self.steps / self.points as f64 + 1.0)
        } else {
            left
        };
        let made = self.scanned.len() + self.halvings;
        (made, made + unscanned + libm::ceil(likely) as usize)
    }

    fn middle(&self) -> Option<f64> {
        let (fails, holds) = self.bracket?;
        (holds - fails > 1.0 && self.halvings < MOST_HALVINGS).then(|| libm::floor((fails + holds) / 2.0))
    }

    /// Places are whole numbers of steps, so that what is told is what was tried.
    fn value(&self, place: f64) -> f64 {
        self.from + self.step * place
    }

    fn place(&self, point: usize) -> f64 {
        libm::round(self.steps * point as f64 / (self.points - 1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_threshold_is_found_to_one_step(threshold in 0.0..1000.0_f64, step in 0.5..10.0_f64) {
            let found = seek(0.0, 1000.0, step, |x| x >= threshold);
            let highest = libm::floor(1000.0 / step + 1e-9) * step;
            match found {
                Some(f) => {
                    prop_assert!(f.value >= threshold && f.value - step < threshold && f.monotone);
                }
                None => prop_assert!(threshold > highest),
            }
        }

        #[test]
        fn downwards_is_as_good_as_upwards(threshold in 0.0..100.0_f64) {
            let found = seek(100.0, 0.0, 1.0, |x| x <= threshold);
            prop_assert_eq!(found.map(|f| f.value), Some(libm::floor(threshold)));
        }
    }

    #[test]
    fn a_hole_is_passed_and_told() {
        let found = seek(0.0, 320.0, 1.0, |x| x >= 100.0 && !(150.0..=160.0).contains(&x));
        assert_eq!(
            found,
            Some(Threshold {
                value: 161.0,
                monotone: false
            })
        );
    }

    #[test]
    fn what_is_reached_already_needs_no_change_and_what_cannot_be_reached_is_none() {
        assert_eq!(seek(5.0, 9.0, 1.0, |_| true).map(|f| f.value), Some(5.0));
        assert_eq!(seek(5.0, 9.0, 1.0, |_| false), None);
    }
}
