//! A double as decimal digits, so that shifting the point and rounding are exact.

/// Significant digits kept: a double holds any 15 faithfully, and what lies behind them is noise of the arithmetic.
const DIGITS: usize = 15;

/// `± 0.d₁d₂d₃… × 10^point`.
#[derive(Debug)]
pub(super) struct Decimal {
    negative: bool,
    /// ASCII digits.
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// The decimal digits of a finite number.
    pub(super) fn new(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = format!("{:.*e}", DIGITS - 1, value.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        Some(Self {
            negative: value < 0.0,
            digits: mantissa.bytes().filter(u8::is_ascii_digit).collect(),
            point: exponent.parse::<i32>().ok()? + 1,
        })
    }

    /// Whether it is exactly zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.iter().all(|d| *d == b'0')
    }

    /// The number times `10^power`.
    pub(super) fn shift(mut self, power: i32) -> Self {
        self.point += power;
        self
    }

    /// `(negative, whole part, exactly `decimals` decimals)`, rounded half away from zero; what rounds to zero is
    /// not negative.
    pub(super) fn round_to(&self, decimals: usize) -> (bool, String, String) {
        let keep = i64::from(self.point) + decimals as i64;
        let digit = |index: i64| match usize::try_from(index) {
            Ok(index) => self.digits.get(index).copied().unwrap_or(b'0'),
            Err(_) => b'0',
        };
        let first = i64::from(self.point.min(1)) - 1;
        // One leading zero more than needed takes the carry.
        let mut digits: Vec<u8> = (first - 1..keep).map(digit).collect();
        if digit(keep) >= b'5' {
            carry(&mut digits);
        }
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
        let lead = whole
            .iter()
            .take_while(|d| **d == b'0')
            .count()
            .min(whole.len().saturating_sub(1));
        let zero = digits.iter().all(|d| *d == b'0');
        let text = |digits: &[u8]| digits.iter().map(|d| char::from(*d)).collect::<String>();
        let mut whole = text(&whole[lead..]);
        if whole.is_empty() {
            whole.push('0');
        }
        (self.negative && !zero, whole, text(fraction))
    }
}

/// Adds one to the last digit.
fn carry(digits: &mut [u8]) {
    for digit in digits.iter_mut().rev() {
        if *digit == b'9' {
            *digit = b'0';
        } else {
            *digit += 1;
            return;
        }
    }
}
