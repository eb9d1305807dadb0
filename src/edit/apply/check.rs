//! Ranges that a value of a command must keep. Names of the rules are listed in [`RULES`].

use crate::edit::CommandError;
use crate::model::{Calendar, LARGEST, RELEASE_POINTS, Text, clean};
use crate::sort;

type Checked<T> = Result<T, CommandError>;

/// Names that [`CommandError::OutOfRange`] carries, for the sentences.
pub const RULES: [&str; 19] = [
    "finite",        // a finite number, at most `LARGEST` in size
    "not-negative",  // 0 or more
    "share",         // 0–1
    "pass",          // above 0, at most 1
    "whole",         // a whole number, 0 or more
    "one-or-more",   // a whole number, 1 or more
    "order",         // low ≤ likely ≤ high
    "share-order",   // smallest share ≤ largest share
    "month",         // 1–12, at least one where a list is asked for
    "calendar",      // start in 1900–2200, 1–61 months
    "profile",       // weights of 0 or more that are not all 0, at most 61
    "release",       // 13 shares that never fall
    "name",          // a name in at least one language
    "id",            // an id that is not empty
    "closed-month",  // at least one closed month
    "candidates",    // no more communes than there are candidates
    "goals-by-year", // the goal is the sum of the goals of its years
    "correlation",   // −1 to 1, of two different averages
    "note",          // a reason that is not empty
];

fn rule(holds: bool, name: &'static str) -> Checked<()> {
    if holds {
        Ok(())
    } else {
        Err(CommandError::OutOfRange(name))
    }
}

/// A reason that says something, cleaned.
pub(super) fn note(text: &str) -> Checked<String> {
    let text = clean(text);
    rule(!text.trim().is_empty(), "note")?;
    Ok(text)
}

pub(super) fn finite(value: f64) -> Checked<f64> {
    rule(value.is_finite() && value.abs() <= LARGEST, "finite")?;
    // Minus zero would be written as `-0.0`.
    Ok(value + 0.0)
}

pub(super) fn not_negative(value: f64) -> Checked<f64> {
    rule(finite(value)? >= 0.0, "not-negative")?;
    Ok(value + 0.0)
}

pub(super) fn share(value: f64) -> Checked<f64> {
    rule((0.0..=1.0).contains(&finite(value)?), "share")?;
    Ok(value + 0.0)
}

pub(super) fn pass(value: f64) -> Checked<f64> {
    rule(finite(value)? > 0.0 && value <= 1.0, "pass")?;
    Ok(value)
}

pub(super) fn whole(value: f64) -> Checked<f64> {
    rule(finite(value)? >= 0.0 && value == value.trunc(), "whole")?;
    Ok(value + 0.0)
}

pub(super) fn one_or_more(value: f64) -> Checked<f64> {
    rule(finite(value)? >= 1.0 && value == value.trunc(), "one-or-more")?;
    Ok(value)
}

pub(super) fn spread(values: [f64; 3]) -> Checked<[f64; 3]> {
    let [low, likely, high] = values;
    let checked = [not_negative(low)?, not_negative(likely)?, not_negative(high)?];
    rule(low <= likely && likely <= high, "order")?;
    Ok(checked)
}

pub(super) fn correlation(value: f64) -> Checked<f64> {
    rule((-1.0..=1.0).contains(&finite(value)?), "correlation")?;
    Ok(value + 0.0)
}

pub(super) fn month(month: u8) -> Checked<()> {
    rule((1..=12).contains(&month), "month")
}

/// At least one month, each once, in order.
pub(super) fn months(months: &[u8]) -> Checked<Vec<u8>> {
    rule(!months.is_empty(), "month")?;
    months.iter().try_for_each(|m| month(*m))?;
    let mut months = months.to_vec();
    sort::by(&mut months, Ord::cmp);
    months.dedup();
    Ok(months)
}

pub(super) fn calendar(calendar: &Calendar) -> Checked<()> {
    month(calendar.start.month)?;
    rule(
        (1900..=2200).contains(&calendar.start.year) && (1..=Calendar::MAX_MONTHS).contains(&calendar.months),
        "calendar",
    )
}

pub(super) fn profile(weights: &[f64]) -> Checked<()> {
    weights.iter().try_for_each(|w| not_negative(*w).map(|_| ()))?;
    let spends = weights.is_empty() || weights.iter().any(|w| *w > 0.0);
    rule(spends && weights.len() <= Calendar::MAX_MONTHS, "profile")
}

pub(super) fn release(points: &[f64; RELEASE_POINTS]) -> Checked<()> {
    points.iter().try_for_each(|p| share(*p).map(|_| ()))?;
    rule(points.windows(2).all(|pair| pair[0] <= pair[1]), "release")
}

pub(super) fn name(name: &Text) -> Checked<()> {
    rule(!name.vi.trim().is_empty() || !name.en.trim().is_empty(), "name")
}

pub(super) fn id(id: &str) -> Checked<()> {
    rule(!id.is_empty(), "id")
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
pub(super) fn found<T>(thing: Option<T>, id: &str) -> Checked<T> {
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
