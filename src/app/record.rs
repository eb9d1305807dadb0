//! A plan as it is kept, and back: the same file and the same gate as for export and import.

use crate::formats::{Refusal, Restored, restore, write};
use crate::model::{Lang, Plan, Text};
use crate::platform::clock;
use crate::platform::idb::PlanRecord;

/// The record of a plan. `revision` is that of the record kept before, 0 if there is none.
///
/// # Errors
/// If the plan has a number that is not finite; with its place.
pub fn record_of(plan: &Plan, revision: f64) -> Result<PlanRecord, Refusal> {
    let updated = clock::now();
    Ok(PlanRecord {
        id: plan.id.clone(),
        json: write(plan, Some(&clock::iso_moment(updated)))?,
        name: plan.name.clone(),
        updated,
        revision: revision + 1.0,
    })
}

/// The plan in a record; it goes by the id of the record.
///
/// # Errors
/// Why the text cannot be used.
pub fn plan_of(record: &PlanRecord) -> Result<Restored, Refusal> {
    let mut plan_file = restore(&record.json)?;
    plan_file.plan.id.clone_from(&record.id);
    Ok(plan_file)
}

/// A name with a suffix in both languages, e.g. *bản sao*.
pub fn with_suffix(name: &Text, suffix: impl Fn(Lang) -> &'static str) -> Text {
    let with = |text: &str, lang| {
        if text.is_empty() {
            String::new()
        } else {
            format!("{text} ({})", suffix(lang))
        }
    };
    Text::new(with(&name.vi, Lang::Vi), with(&name.en, Lang::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_named_in_the_languages_that_have_a_name() {
        let suffix = |lang| crate::i18n::texts(lang).shell.copy_suffix;
        assert_eq!(
            with_suffix(&Text::new("Kế hoạch", ""), suffix),
            Text::new("Kế hoạch (bản sao)", "")
        );
        assert_eq!(
            with_suffix(&Text::new("Kế hoạch", "Plan"), suffix),
            Text::new("Kế hoạch (bản sao)", "Plan (copy)")
        );
    }
}
