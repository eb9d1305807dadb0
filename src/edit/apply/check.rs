//! Ranges that a value of a command must keep. [`Rule`] names them.

use crate::edit::CommandError;
use crate::model::{Calendar, LARGEST, RELEASE_POINTS, Text, clean};
use crate::sort;

type Checked<T> = Result<T, CommandError>;

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
    /// Smallest share ≤ largest share.
    ShareOrder,
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

fn check(holds: bool, rule: Rule) -> Checked<()> {
    if holds {
        Ok(())
    } else {
        Err(CommandError::OutOfRange(rule))
    }
}

/// A reason that says something, cleaned.
pub(super) fn note(text: &str) -> Checked<String> {
    let text = clean(text);
    check(!text.trim().is_empty(), Rule::Note)?;
    Ok(text)
}

pub(super) fn finite(value: f64) -> Checked<f64> {
    check(value.is_finite() && value.abs() <= LARGEST, Rule::Finite)?;
    // Minus zero would be written as `-0.0`.
    Ok(value + 0.0)
}

pub(super) fn not_negative(value: f64) -> Checked<f64> {
    check(finite(value)? >= 0.0, Rule::NotNegative)?;
    Ok(value + 0.0)
}

pub(super) fn share(value: f64) -> Checked<f64> {
    check((0.0..=1.0).contains(&finite(value)?), Rule::Share)?;
    Ok(value + 0.0)
}

pub(super) fn pass(value: f64) -> Checked<f64> {
    check(finite(value)? > 0.0 && value <= 1.0, Rule::Pass)?;
    Ok(value)
}

pub(super) fn whole(value: f64) -> Checked<f64> {
    check(finite(value)? >= 0.0 && value == value.trunc(), Rule::Whole)?;
    Ok(value + 0.0)
}

pub(super) fn one_or_more(value: f64) -> Checked<f64> {
    check(finite(value)? >= 1.0 && value == value.trunc(), Rule::OneOrMore)?;
    Ok(value)
}

pub(super) fn spread(values: [f64; 3]) -> Checked<[f64; 3]> {
    let [low, likely, high] = values;
    let checked = [not_negative(low)?, not_negative(likely)?, not_negative(high)?];
    check(low <= likely && likely <= high, Rule::Order)?;
    Ok(checked)
}

pub(super) fn correlation(value: f64) -> Checked<f64> {
    check((-1.0..=1.0).contains(&finite(value)?), Rule::Correlation)?;
    Ok(value + 0.0)
}

pub(super) fn month(month: u8) -> Checked<()> {
    check((1..=12).contains(&month), Rule::Month)
}

/// At least one month, each once, in order.
pub(super) fn months(months: &[u8]) -> Checked<Vec<u8>> {
    check(!months.is_empty(), Rule::Month)?;
    months.iter().try_for_each(|m| month(*m))?;
    let mut months = months.to_vec();
    sort::by(&mut months, Ord::cmp);
    months.dedup();
    Ok(months)
}

pub(super) fn calendar(calendar: &Calendar) -> Checked<()> {
    month(calendar.start.month)?;
    check(
        (1900..=2200).contains(&calendar.start.year) && (1..=Calendar::MAX_MONTHS).contains(&calendar.months),
        Rule::Calendar,
    )
}

pub(super) fn profile(weights: &[f64]) -> Checked<()> {
    weights.iter().try_for_each(|w| not_negative(*w).map(|_| ()))?;
    let spends = weights.is_empty() || weights.iter().any(|w| *w > 0.0);
    check(spends && weights.len() <= Calendar::MAX_MONTHS, Rule::Profile)
}

pub(super) fn release(points: &[f64; RELEASE_POINTS]) -> Checked<()> {
    points.iter().try_for_each(|p| share(*p).map(|_| ()))?;
    check(points.windows(2).all(|pair| pair[0] <= pair[1]), Rule::Release)
}

pub(super) fn name(name: &Text) -> Checked<()> {
    check(!name.vi.trim().is_empty() || !name.en.trim().is_empty(), Rule::Name)
}

pub(super) fn id(id: &str) -> Checked<()> {
    check(!id.is_empty(), Rule::Id)
}

/// One more may be added to a list of so many; `most` is what a plan file may hold.
pub(super) fn room(count: usize, most: usize) -> Checked<()> {
    if count < most {
        Ok(())
    } else {
        Err(CommandError::TooMany(most))
    }
}

/// The thing that is looked for, or a refusal that names it.
pub(super) fn require<T>(thing: Option<T>, id: &str) -> Checked<T> {
    thing.ok_or_else(|| CommandError::NotFound(id.to_owned()))
}

/// Every id is known.
pub(super) fn all_known<'a>(ids: impl IntoIterator<Item = &'a String>, known: impl Fn(&str) -> bool) -> Checked<()> {
    match ids.into_iter().find(|id| !known(id)) {
        None => Ok(()),
        Some(id) => Err(CommandError::NotFound(id.clone())),
    }
}

/// No id comes twice.
pub(super) fn each_once(ids: &[String]) -> Checked<()> {
    for (index, id) in ids.iter().enumerate() {
        if ids[..index].contains(id) {
            return Err(CommandError::Duplicate(id.clone()));
        }
    }
    Ok(())
}
