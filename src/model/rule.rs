//! What a value has to be: the one place that says how small and how large a number may be.

use super::LARGEST;

/// What a value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A finite number, at most [`LARGEST`] in size.
    Finite,
    /// 0 or more.
    NotNegative,
    /// 0–1.
    Share,
    /// Above 0, at most 1.
    Pass,
    /// A whole number, 0 or more.
    Whole,
    /// A whole number, 1 or more.
    OneOrMore,
    /// Low ≤ likely ≤ high.
    Order,
    /// 1–12, at least one where a list is asked for.
    Month,
    /// Start in 1900–2200, 1–61 months.
    Calendar,
    /// Weights of 0 or more that are not all 0, at most 61.
    Profile,
    /// 13 shares that never fall.
    Release,
    /// A name in at least one language.
    Name,
    /// An id that is not empty.
    Id,
    /// At least one closed month.
    ClosedMonth,
    /// No more communes than there are candidates.
    Candidates,
    /// The goal is the sum of the goals of its years.
    GoalsByYear,
    /// −1 to 1, of two different averages.
    Correlation,
    /// A reason that is not empty.
    Note,
}

/// Smallest and largest value of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Smallest value; itself not allowed where [`Bounds::open`] says so.
    pub least: f64,
    /// Largest value.
    pub most: f64,
    /// Whether the smallest value is left out.
    pub open: bool,
    /// Whether only whole numbers are meant.
    pub whole: bool,
}

impl Bounds {
    const fn new(least: f64, most: f64) -> Self {
        Self {
            least,
            most,
            open: false,
            whole: false,
        }
    }

    /// Whether the number is inside.
    pub fn admits(&self, value: f64) -> bool {
        let above = if self.open {
            value > self.least
        } else {
            value >= self.least
        };
        above && value <= self.most && (!self.whole || value == value.trunc())
    }
}

impl Rule {
    /// Smallest and largest value of a number under this rule; rules that are not about one number bound it by size only.
    pub const fn bounds(self) -> Bounds {
        match self {
            Self::NotNegative => Bounds::new(0.0, LARGEST),
            Self::Share => Bounds::new(0.0, 1.0),
            Self::Pass => Bounds {
                open: true,
                ..Bounds::new(0.0, 1.0)
            },
            Self::Whole => Bounds {
                whole: true,
                ..Bounds::new(0.0, LARGEST)
            },
            Self::OneOrMore => Bounds {
                whole: true,
                ..Bounds::new(1.0, LARGEST)
            },
            Self::Month => Bounds {
                whole: true,
                ..Bounds::new(1.0, 12.0)
            },
            Self::Correlation => Bounds::new(-1.0, 1.0),
            _ => Bounds::new(-LARGEST, LARGEST),
        }
    }

    /// The number as it is kept, if it keeps the rule.
    ///
    /// # Errors
    /// The rule it breaks: this one, or [`Rule::Finite`].
    pub fn check(self, value: f64) -> Result<f64, Self> {
        if !Self::Finite.bounds().admits(value) {
            Err(Self::Finite)
        } else if self.bounds().admits(value) {
            // Minus zero would be written as `-0.0`.
            Ok(value + 0.0)
        } else {
            Err(self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_or_the_rule_it_breaks_is_named() {
        for (rule, value, kept) in [
            (Rule::NotNegative, -0.0, Ok(0.0)),
            (Rule::NotNegative, -1.0, Err(Rule::NotNegative)),
            (Rule::NotNegative, f64::NAN, Err(Rule::Finite)),
            (Rule::Share, 1.01, Err(Rule::Share)),
            (Rule::Share, 1e13, Err(Rule::Finite)),
            (Rule::Pass, 0.0, Err(Rule::Pass)),
            (Rule::Pass, 1.0, Ok(1.0)),
            (Rule::Whole, 1.5, Err(Rule::Whole)),
            (Rule::OneOrMore, 0.0, Err(Rule::OneOrMore)),
            (Rule::Correlation, -1.0, Ok(-1.0)),
            (Rule::Month, 13.0, Err(Rule::Month)),
        ] {
            assert_eq!(rule.check(value), kept, "{rule:?} of {value}");
        }
    }
}
