//! Small drawings inside rows: bullet bar, month steps, gauge. Numbers for SVG attributes, no DOM.

use std::fmt::Write;

/// Width of a bullet's drawing; the scale of 0–160 % of the goal ends at [`BULLET_END`], the rest is for `»`.
pub const BULLET_WIDTH: f64 = 124.0;
/// Where 160 % of the goal lies.
pub const BULLET_END: f64 = 120.0;
/// Where the goal lies, in every row.
pub const BULLET_GOAL: f64 = 75.0;

/// A bullet bar, in units of its drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bullet {
    /// End of the solid bar.
    pub recognised: f64,
    /// End of the pale bar.
    pub submitted: f64,
    /// Whether either goes beyond the scale.
    pub beyond: bool,
    /// Mark of the compared scenario, if it differs.
    pub compared: Option<f64>,
}

impl Bullet {
    /// A bullet of units against a goal; `compared` is what the compared scenario gets. A goal of 0 draws nothing.
    pub fn new(recognised: f64, submitted: f64, compared: Option<f64>, goal: f64) -> Self {
        if goal <= 0.0 {
            return Self::default();
        }
        let at = |units: f64| round1((units / goal * BULLET_GOAL).clamp(0.0, BULLET_END));
        let differs = compared.filter(|c| (c - recognised).abs() > 1e-6 * goal);
        Self {
            recognised: at(recognised),
            submitted: at(submitted),
            beyond: recognised.max(submitted) / goal * BULLET_GOAL > BULLET_END,
            compared: differs.map(at),
        }
    }

    /// Width of what is missing up to the goal; 0 where nothing is.
    pub fn shortfall(&self) -> f64 {
        (BULLET_GOAL - self.recognised).max(0.0)
    }
}

/// Size of the month cell.
pub const STEPS_WIDTH: f64 = 156.0;
/// Height of the month cell.
pub const STEPS_HEIGHT: f64 = 44.0;
/// Base line of the month cell.
pub const STEPS_BASE: f64 = 39.0;
/// Height of the goal line in every row; what is above 125 % of the goal runs along the top.
pub const STEPS_GOAL: f64 = 9.8;
const STEPS_TOP: f64 = 2.5;

/// The month cell of a row: paths of an SVG of [`STEPS_WIDTH`] × [`STEPS_HEIGHT`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// Cumulative recognised units; a step in the middle of its month.
    pub line: String,
    /// Ticks below the base at recognition rounds.
    pub rounds: String,
    /// Closed areas of slowed months.
    pub slowed: String,
    /// Area between the 10th and the 90th percentile; empty without samples.
    pub band: String,
}

impl Steps {
    /// Steps of `recognised` (shape `[month]`, units) against a goal, with rounds and work speed by month.
    pub fn new(recognised: &[f64], goal: f64, rounds: &[bool], speed: &[f64]) -> Self {
        let months = recognised.len().max(1) as f64;
        let x = |t: f64| round1(t * STEPS_WIDTH / months);
        let height = |units: f64| step_height(units, goal);
        let mut line = format!("M0 {STEPS_BASE}");
        let mut total = 0.0;
        for (t, units) in recognised.iter().enumerate() {
            if units.abs() > 1e-9 {
                total += units;
                let _ = write!(line, "H{}V{}", x(t as f64 + 0.5), height(total));
            }
        }
        let _ = write!(line, "H{STEPS_WIDTH}");
        let mut ticks = String::new();
        // A tick for every month says nothing.
        if !rounds.iter().skip(1).all(|r| *r) {
            for (t, _) in rounds.iter().enumerate().filter(|(_, held)| **held) {
                let _ = write!(ticks, "M{} {STEPS_BASE}v4.5", x(t as f64 + 0.5));
            }
        }
        let mut slowed = String::new();
        for (t, _) in speed.iter().enumerate().filter(|(_, s)| **s < 1.0) {
            let (from, to) = (x(t as f64), x(t as f64 + 1.0));
            let _ = write!(slowed, "M{from} 0H{to}V{STEPS_HEIGHT}H{from}z");
        }
        Self {
            line,
            rounds: ticks,
            slowed,
            band: String::new(),
        }
    }

    /// The same with the area between two cumulative curves (shape `[month]`, units), low and high.
    pub fn with_band(mut self, low: &[f64], high: &[f64], goal: f64) -> Self {
        let months = low.len().min(high.len());
        if months == 0 {
            return self;
        }
        let x = |t: usize| round1((t as f64 + 0.5) * STEPS_WIDTH / months as f64);
        let mut band = format!("M0 {STEPS_BASE}");
        for (t, units) in high.iter().take(months).enumerate() {
            if t == 0 || *units != high[t - 1] {
                let _ = write!(band, "H{}V{}", x(t), step_height(*units, goal));
            }
        }
        let _ = write!(band, "H{STEPS_WIDTH}V{}", step_height(low[months - 1], goal));
        for t in (0..months).rev() {
            let before = if t == 0 { 0.0 } else { low[t - 1] };
            if low[t] != before {
                let _ = write!(band, "H{}V{}", x(t), step_height(before, goal));
            }
        }
        band.push_str("H0z");
        self.band = band;
        self
    }
}

/// Height of a number of units in the month cell.
fn step_height(units: f64, goal: f64) -> f64 {
    let share = if goal > 0.0 { units / goal } else { 0.0 };
    round1((STEPS_BASE - share * (STEPS_BASE - STEPS_GOAL)).max(STEPS_TOP))
}

/// The gauge of a lever: ends of its parts in per cent of the track.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gauge {
    /// End of what is spent on targets.
    pub spent: f64,
    /// End of what goes to other works; from here to the thumb is left.
    pub other: f64,
}

impl Gauge {
    /// Parts of a yearly `amount` on a track that ends at `full`; both parts are of the whole plan, of `years` budget
    /// years. Money beyond the amount (an event) does not draw past the thumb.
    pub fn new(spent: f64, other: f64, years: f64, amount: f64, full: f64) -> Self {
        if full <= 0.0 || years <= 0.0 {
            return Self::default();
        }
        let (spent, other) = (spent.max(0.0) / years, other.max(0.0) / years);
        let fit = if spent + other > amount {
            amount / (spent + other)
        } else {
            1.0
        };
        let at = |value: f64| round2((value * fit / full * 100.0).clamp(0.0, 100.0));
        Self {
            spent: at(spent),
            other: at(spent + other),
        }
    }
}

/// Bars of a month chart: height of each, in units of a drawing `height` high, full at `highest`.
pub fn bar_heights(values: &[f64], highest: f64, height: f64) -> Vec<f64> {
    let part = |value: &f64| if highest > 0.0 { value.max(0.0) / highest } else { 0.0 };
    values.iter().map(|v| round1(part(v) * height)).collect()
}

fn round1(value: f64) -> f64 {
    libm::round(value * 10.0) / 10.0
}

fn round2(value: f64) -> f64 {
    libm::round(value * 100.0) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_goal_lies_at_the_same_place_whatever_the_goal() {
        for goal in [1.0, 8.0, 200.0] {
            let bullet = Bullet::new(goal, goal, None, goal);
            assert_eq!(bullet.recognised, BULLET_GOAL);
            assert_eq!(bullet.shortfall(), 0.0);
        }
    }

    #[test]
    fn a_bullet_stops_at_the_end_of_its_scale_and_says_so() {
        let bullet = Bullet::new(1.64, 2.0, None, 1.0);
        assert_eq!((bullet.recognised, bullet.beyond), (BULLET_END, true));
        assert!(!Bullet::new(1.6, 1.6, None, 1.0).beyond);
        assert_eq!(Bullet::new(5.0, 5.0, None, 0.0), Bullet::default());
    }

    #[test]
    fn the_compared_scenario_is_marked_only_where_it_differs() {
        assert_eq!(Bullet::new(19.0, 19.0, Some(19.0), 25.0).compared, None);
        assert_eq!(Bullet::new(19.0, 19.0, Some(25.0), 25.0).compared, Some(BULLET_GOAL));
    }

    #[test]
    fn steps_rise_in_the_middle_of_their_month_and_reach_the_goal_line_at_the_goal() {
        let mut recognised = vec![0.0; 13];
        recognised[9] = 20.0;
        recognised[11] = 5.0;
        let mut rounds = vec![false; 13];
        rounds[9] = true;
        rounds[11] = true;
        let mut speed = vec![1.0; 13];
        speed[8] = 0.5;
        let steps = Steps::new(&recognised, 25.0, &rounds, &speed);
        assert_eq!(steps.line, "M0 39H114V15.6H138V9.8H156");
        assert_eq!(steps.rounds, "M114 39v4.5M138 39v4.5");
        assert_eq!(steps.slowed, "M96 0H108V44H96z");
    }

    #[test]
    fn steps_beyond_the_scale_run_along_the_top_and_nothing_recognised_is_a_flat_line() {
        assert!(
            Steps::new(&[0.0, 10.0], 1.0, &[false, true], &[1.0; 2])
                .line
                .contains("V2.5")
        );
        let flat = Steps::new(&[0.0; 13], 5.0, &[true; 13], &[1.0; 13]);
        assert_eq!((flat.line.as_str(), flat.rounds.as_str()), ("M0 39H156", ""));
    }

    #[test]
    fn the_band_goes_up_along_the_high_curve_and_back_along_the_low_one() {
        let steps = Steps::default().with_band(&[0.0, 0.0, 5.0], &[0.0, 10.0, 10.0], 10.0);
        assert_eq!(steps.band, "M0 39H26V39H78V9.8H156V24.4H130V39H0z");
        assert_eq!(Steps::default().with_band(&[], &[], 1.0).band, "");
    }

    #[test]
    fn a_gauge_never_draws_past_its_thumb() {
        let gauge = Gauge::new(50.0, 100.0, 1.0, 150.0, 400.0);
        assert_eq!((gauge.spent, gauge.other), (12.5, 37.5));
        let more = Gauge::new(100.0, 100.0, 1.0, 100.0, 200.0);
        assert_eq!((more.spent, more.other), (25.0, 50.0));
        assert_eq!(Gauge::new(1.0, 1.0, 1.0, 0.0, 0.0), Gauge::default());
    }
}
