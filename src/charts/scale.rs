//! Ends of value axes that read well and do not jump.

/// End and tick distance of a value axis that starts at 0, in the axis's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// End of the axis, above 0.
    pub max: f64,
    /// Distance of ticks; `max` is a multiple of it.
    pub step: f64,
}

impl Scale {
    /// The smallest round end that holds `value`, with three to six steps of 1, 2, 2,5 or 5 times a power of ten.
    /// Not a number, 0 or less: an axis to 1.
    pub fn round(value: f64) -> Self {
        if !(value.is_finite() && value > 0.0) {
            return Self { max: 1.0, step: 0.5 };
        }
        let magnitude = libm::pow(10.0, libm::floor(libm::log10(value)));
        let steps = [0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5];
        let scale = |step: f64| {
            let step = step * magnitude;
            let max = libm::ceil(value / step - 1e-9) * step;
            Self { max, step }
        };
        let fits = |scale: &Self| scale.max / scale.step <= 4.0 + 1e-9;
        let best = steps.into_iter().map(scale).find(fits);
        best.unwrap_or_else(|| scale(5.0))
    }

    /// While something is dragged an axis grows at once but never shrinks; afterwards it is as round as it can be.
    pub fn held(self, previous: Option<Self>, dragging: bool) -> Self {
        match previous {
            Some(previous) if dragging && previous.max > self.max => previous,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number_that_holds_the_value() {
        for (value, max, step) in [
            (162.0, 200.0, 50.0),
            (100.0, 100.0, 25.0),
            (7.3, 8.0, 2.0),
            (0.031, 0.04, 0.01),
        ] {
            let scale = Scale::round(value);
            assert!((scale.max - max).abs() < 1e-9, "{value}: {scale:?}");
            assert!((scale.step - step).abs() < 1e-9, "{value}: {scale:?}");
        }
    }

    #[test]
    fn any_positive_value_gets_two_to_four_steps_and_little_empty_space() {
        let mut value = 1e-6;
        while value < 1e9 {
            let scale = Scale::round(value);
            let steps = scale.max / scale.step;
            assert!((1.9..=4.1).contains(&steps), "{value}: {scale:?}");
            assert!(
                scale.max >= value * (1.0 - 1e-9) && scale.max <= value * 2.01,
                "{value}: {scale:?}"
            );
            value *= 1.07;
        }
    }

    #[test]
    fn nothing_to_show_still_gives_an_axis() {
        for value in [0.0, -3.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Scale::round(value), Scale { max: 1.0, step: 0.5 });
        }
    }

    #[test]
    fn a_dragged_axis_grows_at_once_and_shrinks_on_release() {
        let (small, large) = (Scale::round(90.0), Scale::round(180.0));
        assert_eq!(large.held(Some(small), true), large);
        assert_eq!(small.held(Some(large), true), large);
        assert_eq!(small.held(Some(large), false), small);
        assert_eq!(small.held(None, true), small);
    }
}
