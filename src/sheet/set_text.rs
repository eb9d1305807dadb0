//! A criteria set as a table of text: group, code, name in Vietnamese, name in English. What replacing a set by such a
//! table would do is told before it is done.

use super::{read_tsv, write_tsv};
use crate::formats::fold;
use crate::model::{CriteriaSet, Criterion, CriterionId, Plan, Text};

/// Most criteria of a set that are read.
pub const MOST_CRITERIA: usize = 100;

/// Between the Vietnamese and the English name of a group.
const BETWEEN: &str = " | ";

/// Why a row cannot be used; rows are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CriteriaTextError {
    /// No name in either language.
    NoName(usize),
    /// The code stands in an earlier row too.
    Twice(usize, CriterionId),
    /// More than [`MOST_CRITERIA`].
    TooMany,
}

/// What a table says, and what comes of the set it replaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CriteriaText {
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
    /// Rows that cannot be used.
    pub errors: Vec<CriteriaTextError>,
    /// Criteria of the set before with the same code.
    pub kept: usize,
    /// Criteria that are new.
    pub added: usize,
    /// Criteria of the set before that are gone.
    pub gone: Vec<Text>,
    /// What communes have filled in for criteria that no set of the plan would know any more: cells, communes.
    pub lost: (usize, usize),
}

/// The set with a row of headings.
pub fn write_set(set: Option<&CriteriaSet>, headings: [&str; 4]) -> String {
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    for criterion in set.map_or(&[][..], |s| &s.criteria) {
        let group = match (criterion.group.vi.as_str(), criterion.group.en.as_str()) {
            (vi, "") => vi.to_owned(),
            (vi, en) => format!("{vi}{BETWEEN}{en}"),
        };
        let Text { vi, en } = criterion.name.clone();
        rows.push(vec![group, criterion.id.clone(), vi, en]);
    }
    write_tsv(&rows)
}

/// Reads a table. A row without a code takes that of the criterion with the same Vietnamese name in the set before, or
/// a new one; a blank group is that of the row above, as merged cells of a spreadsheet are; blank rows and a row of
/// headings are left out.
pub fn read_set(text: &str, plan: &Plan, before: Option<&CriteriaSet>, headings: [&str; 4]) -> CriteriaText {
    let old = before.map_or(&[][..], |s| &s.criteria);
    let mut read = CriteriaText::default();
    let mut group = Text::default();
    for (index, cells) in read_tsv(text).into_iter().enumerate() {
        let cell = |i: usize| cells.get(i).map_or("", |c| c.trim());
        let blank = cells.iter().all(|c| c.trim().is_empty());
        let heading = index == 0 && fold(cell(1)) == fold(headings[1]);
        if blank || heading {
            continue;
        }
        if read.criteria.len() >= MOST_CRITERIA {
            read.errors.push(CriteriaTextError::TooMany);
            break;
        }
        if !cell(0).is_empty() {
            let (vi, en) = cell(0).split_once(BETWEEN.trim()).unwrap_or((cell(0), ""));
            group = Text::new(vi.trim(), en.trim()).cleaned();
        }
        let name = Text::new(cell(2), cell(3)).cleaned();
        if name.is_empty() {
            read.errors.push(CriteriaTextError::NoName(index + 1));
            continue;
        }
        let taken = |id: &str| read.criteria.iter().any(|c| c.id == id);
        let id = match crate::model::clean(cell(1)) {
            code if !code.is_empty() => code,
            _ => {
                let same = old.iter().find(|c| fold(&c.name.vi) == fold(&name.vi) && !taken(&c.id));
                same.map_or_else(|| free(|id| taken(id) || is_known(plan, id)), |c| c.id.clone())
            }
        };
        if taken(&id) {
            read.errors.push(CriteriaTextError::Twice(index + 1, id));
            continue;
        }
        let group = group.clone();
        read.criteria.push(Criterion { id, name, group });
    }
    let now = |id: &str| read.criteria.iter().any(|c| c.id == id);
    read.kept = old.iter().filter(|c| now(&c.id)).count();
    read.added = read.criteria.len() - read.kept;
    read.gone = old.iter().filter(|c| !now(&c.id)).map(|c| c.name.clone()).collect();
    let lost: Vec<&str> = old.iter().map(|c| c.id.as_str()).filter(|id| !now(id)).collect();
    let others = |id: &str| {
        let sets = plan
            .criteria_sets
            .iter()
            .filter(|s| before.is_none_or(|b| b.id != s.id));
        sets.flat_map(|s| &s.criteria).any(|c| c.id == id)
    };
    let cells = |c: &crate::model::Commune| {
        c.criteria
            .keys()
            .filter(|id| lost.contains(&id.as_str()) && !others(id))
            .count()
    };
    let by_commune = plan.communes.iter().map(cells).filter(|n| *n > 0);
    read.lost = by_commune.fold((0, 0), |(all, communes), n| (all + n, communes + 1));
    read
}

fn is_known(plan: &Plan, id: &str) -> bool {
    plan.criteria_sets.iter().flat_map(|s| &s.criteria).any(|c| c.id == id)
}

/// The first of `criterion-1`, `criterion-2`… that is not taken.
fn free(taken: impl Fn(&str) -> bool) -> CriterionId {
    let mut n = 1;
    loop {
        let id = format!("criterion-{n}");
        if !taken(&id) {
            return id;
        }
        n += 1;
    }
}

impl std::fmt::Display for CriteriaTextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CriteriaTextError::NoName(row) => write!(f, "row {row} has no name"),
            CriteriaTextError::Twice(row, code) => write!(f, "row {row}: the code {code} is there already"),
            CriteriaTextError::TooMany => write!(f, "more than {MOST_CRITERIA} criteria"),
        }
    }
}

impl std::error::Error for CriteriaTextError {}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::edit::{Command, apply};
    use crate::model::{Level, samples};

    const HEADINGS: [&str; 4] = ["Nhóm", "Mã", "Tên", "Tên tiếng Anh"];

    #[test]
    fn what_is_written_is_read_back_as_it_was() {
        let plan = samples::default_plan();
        for set in &plan.criteria_sets {
            let read = read_set(&write_set(Some(set), HEADINGS), &plan, Some(set), HEADINGS);
            assert_eq!(read.criteria, set.criteria);
            assert_eq!((read.kept, read.added, read.lost), (set.criteria.len(), 0, (0, 0)));
            assert!(read.errors.is_empty() && read.gone.is_empty());
        }
    }

    #[test]
    fn a_new_set_keeps_what_has_its_code_or_name_and_tells_what_is_lost() {
        let plan = samples::by_name("minh-hoa-xa").unwrap();
        let set = plan.criteria_set(Level::Advanced).unwrap().clone();
        let text =
            "Hạ tầng | Infrastructure\ttransport\tGiao thông nông thôn\n\t\tthu nhập\n\t\tChuyển đổi số\tDigital";
        let read = read_set(text, &plan, Some(&set), HEADINGS);
        let ids: Vec<&str> = read.criteria.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids, ["transport", "income", "criterion-1"]);
        assert!(
            read.criteria
                .iter()
                .all(|c| c.group == Text::new("Hạ tầng", "Infrastructure"))
        );
        assert_eq!((read.kept, read.added, read.gone.len()), (2, 1, 17));
        // Told before, and so it is.
        let filled = |plan: &Plan| plan.communes.iter().map(|c| c.criteria.len()).sum::<usize>();
        let before = filled(&plan);
        let criteria = read.criteria.clone();
        let after = apply(&plan, &Command::PutCriteriaSet(CriteriaSet { criteria, ..set })).unwrap();
        assert_eq!(before - filled(&after), read.lost.0);
        assert!(read.lost.0 > 0 && read.lost.1 > 0);
    }

    #[test]
    fn rows_that_cannot_be_used_are_named() {
        let plan = samples::default_plan();
        let read = read_set("Nhóm\tMã\tTên\n\ta\tMột\n\ta\tHai\n\tb\t\n\n", &plan, None, HEADINGS);
        assert_eq!(
            read.errors,
            [CriteriaTextError::Twice(3, "a".into()), CriteriaTextError::NoName(4)]
        );
        assert_eq!(read.criteria.len(), 1);
    }
}
