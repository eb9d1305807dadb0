//! The smallest change of one lever that reaches something.

/// Points that are tried over the range of a lever.
const SCANNED: usize = 33;
/// Halvings of a bracket at most.
const MOST_HALVINGS: usize = 60;

/// Where a lever reaches what is sought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Value of the lever, a whole number of steps from the start of the range.
    pub value: f64,
    /// Whether no smaller scanned change reaches it: units are lumps, so more is not always more.
    pub monotone: bool,
}

/// The change nearest to `from`, on the way to `to`, from which on every scanned change reaches what is sought.
///
/// 33 points are scanned; inside the bracket after the last that fails the place is found by halving, to one `step`
/// (above 0, in units of the lever), and tried again. `None` if even `to` does not reach it. `to` may lie below `from`.
pub fn seek(from: f64, to: f64, step: f64, mut reaches: impl FnMut(f64) -> bool) -> Option<Found> {
    let tried = try_seek(from, to, step, SCANNED, |value| Ok::<_, ()>(reaches(value)));
    tried.ok().flatten()
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
) -> Result<Option<Found>, E> {
    let sign = if to < from { -1.0 } else { 1.0 };
    let steps = libm::floor((to - from).abs() / step + 1e-9);
    // Places are whole numbers of steps, so that what is told is what was tried.
    let value = |place: f64| from + sign * step * place;
    let place = |point: usize| libm::round(steps * point as f64 / (scanned - 1) as f64);
    let results: Vec<bool> = (0..scanned)
        .map(|point| reaches(value(place(point))))
        .collect::<Result<_, E>>()?;
    let Some(last) = results.iter().rposition(|reached| !reached) else {
        return Ok(Some(Found {
            value: from,
            monotone: true,
        }));
    };
    if last + 1 == scanned {
        return Ok(None);
    }
    let (mut fails, mut holds) = (place(last), place(last + 1));
    for _ in 0..MOST_HALVINGS {
        if holds - fails <= 1.0 {
            break;
        }
        let middle = libm::floor((fails + holds) / 2.0);
        if reaches(value(middle))? {
            holds = middle;
        } else {
            fails = middle;
        }
    }
    Ok(Some(Found {
        value: value(holds),
        monotone: results[..last].iter().all(|reached| !reached),
    }))
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
            Some(Found {
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
