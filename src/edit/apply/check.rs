//! Rules that a value of a command must keep.

use crate::edit::CommandError;
use crate::model::{Calendar, RELEASE_POINTS, Rule, Text, clean};
use crate::sort;

type Checked<T> = Result<T, CommandError>;

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

/// The number as it is kept, if it keeps the rule.
fn number(value: f64, rule: Rule) -> Checked<f64> {
    rule.check(value).map_err(CommandError::OutOfRange)
}

pub(super) fn not_negative(value: f64) -> Checked<f64> {
    number(value, Rule::NotNegative)
}

pub(super) fn share(value: f64) -> Checked<f64> {
    number(value, Rule::Share)
}

pub(super) fn whole(value: f64) -> Checked<f64> {
    number(value, Rule::Whole)
}

pub(super) fn one_or_more(value: f64) -> Checked<f64> {
    number(value, Rule::OneOrMore)
}

pub(super) fn correlation(value: f64) -> Checked<f64> {
    number(value, Rule::Correlation)
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
