//! What holds for any matrix.

use super::*;
use crate::model::{CriteriaSet, Criterion};
use proptest::prelude::*;

/// A plan whose communes are filled at random.
fn filled_plan() -> impl Strategy<Value = Plan> {
    use CriterionState::*;
    let states = prop_oneof![Just(Met), Just(InProgress), Just(Open), Just(Unknown)];
    let costs = proptest::option::weighted(0.9, (0u32..40).prop_map(|n| f64::from(n) * 250.5));
    let months = proptest::option::weighted(0.9, (0u32..14).prop_map(f64::from));
    let cell = (states, costs, months, "[a-z\";\t\nđ]{0,5}");
    let cells = proptest::collection::vec(proptest::option::weighted(0.8, cell), 21 * 3);
    let picks = proptest::collection::vec(0u8..6, 21);
    (cells, picks).prop_map(|(cells, picks)| {
        let mut plan = empty();
        let origin = Origin::default();
        for level in [Level::Advanced, Level::Model] {
            let set = CriteriaSet {
                id: format!("{level:?}"),
                level,
                name: "bộ".into(),
                origin: origin.clone(),
                criteria: ["a", "b", "c"]
                    .map(|id| Criterion {
                        id: format!("{level:?}-{id}"),
                        name: id.into(),
                        group: Default::default(),
                    })
                    .into(),
            };
            plan.criteria_sets.retain(|s| s.level != level);
            plan.criteria_sets.push(set);
        }
        let own = &mut plan.scenarios[0].overrides.picks;
        for (index, commune) in plan.ground.communes.iter_mut().enumerate() {
            let level = if commune.level == Level::Ntm {
                Level::Advanced
            } else {
                Level::Model
            };
            for (cell, id) in cells[index * 3..index * 3 + 3].iter().zip(["a", "b", "c"]) {
                if let Some((state, cost, months, note)) = cell {
                    let entry = entry(*state, *cost, *months, note);
                    commune.criteria.insert(format!("{level:?}-{id}"), entry);
                }
            }
            match picks[index] {
                0 => drop(own.insert(commune.id.clone(), Pick::In)),
                1 => drop(own.insert(commune.id.clone(), Pick::Out)),
                _ => {}
            }
        }
        plan
    })
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Vi), Just(Lang::En)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pasting_what_was_copied_changes_nothing_and_fills_another_sheet_alike(plan in filled_plan(), lang in lang()) {
        let matrix = CriteriaTable::new(&plan, Level::Advanced);
        let shown = all(&matrix);
        let text = copy(&matrix, &shown, whole(&matrix), lang);
        let again = paste(&matrix, &shown, at(0, 0), &text, lang);
        prop_assert_eq!(&again.errors, &vec![]);
        prop_assert_eq!(&again.changes, &vec![]);
        let mut blank = matrix.clone();
        blank.rows.iter_mut().for_each(|r| r.cells.iter_mut().for_each(|c| *c = None));
        for (commune, criterion, entry) in paste(&blank, &shown, at(0, 0), &text, lang).changes {
            let row = blank.row_of(&commune).unwrap();
            let col = blank.columns.iter().position(|(id, _)| *id == criterion).unwrap();
            blank.rows[row].cells[col] = entry;
        }
        for (a, b) in blank.rows.iter().zip(&matrix.rows) {
            for (a, b) in a.cells.iter().zip(&b.cells) {
                prop_assert!(same_entry(a.as_ref(), b.as_ref()), "{:?} {:?}", a, b);
            }
        }
    }

    #[test]
    fn sorting_is_a_permutation_and_filtering_drops_rows_only(
        plan in filled_plan(), key in 0usize..5, descending in any::<bool>(),
        text in "[a-zđ ]{0,2}", coastal in any::<bool>(), merged in any::<bool>(), known in 0usize..3,
        (open, chosen, in_time) in any::<(bool, bool, bool)>(),
    ) {
        let evaluation = evaluate(&plan, plan.base());
        let before = plan.clone();
        let matrix = CriteriaTable::new(&plan, Level::Advanced);
        let ranking = ranking(&plan, plan.base(), &evaluation, Level::Advanced);
        let key = [SortKey::Readiness, SortKey::Name, SortKey::Cost, SortKey::Months, SortKey::Left][key];
        let sort = Sort { key, descending };
        let mut sorted = arrange(&matrix, &ranking, sort, &Filter::default());
        let order = sorted.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, all(&matrix));
        let known = [Known::Any, Known::Complete, Known::Incomplete][known];
        let filter = Filter { text, coastal, merged, known, open, chosen, in_time };
        let kept = arrange(&matrix, &ranking, sort, &filter);
        let expected: Vec<usize> = order.into_iter().filter(|i| kept.contains(i)).collect();
        prop_assert_eq!(kept.clone(), expected, "filtering keeps the order");
        // Each condition takes away its own, whatever else is asked for.
        let fits = |row: &CommuneRow| {
            (!coastal || row.coastal)
                && (!merged || !row.merged_from.is_empty())
                && (known != Known::Complete || row.known.is_some())
                && (known != Known::Incomplete || row.known.is_none())
                && (!open || row.met < row.cells.len())
                && (!chosen || ranking.is_chosen(&row.id))
        };
        prop_assert!(kept.iter().all(|i| fits(&matrix.rows[*i])), "only what was asked for");
        prop_assert_eq!(plan, before);
    }

    #[test]
    fn the_ranking_is_what_brute_force_finds(plan in filled_plan()) {
        let scenario = plan.base();
        let evaluation = evaluate(&plan, scenario);
        let ranking = ranking(&plan, scenario, &evaluation, Level::Advanced);
        let line = plan.lines.iter().find(|l| l.level == Some(Level::Advanced)).unwrap();
        let picks = &plan.scenarios[0].overrides.picks;
        // Straight from the cells: a commune counts when all three criteria are known.
        let mut expected: Vec<(bool, f64, usize, String)> = Vec::new();
        let mut without = 0;
        for commune in plan.communes.iter().filter(|c| c.level == Level::Ntm) {
            let pick = picks.get(&commune.id).copied().unwrap_or_default();
            if pick == Pick::Out {
                continue;
            }
            let mut known = Some((0.0, 0));
            for id in ["Advanced-a", "Advanced-b", "Advanced-c"] {
                let cell = commune.criteria.get(id);
                known = match (known, cell.map(|c| (c.state, c.cost, c.months))) {
                    (Some(sum), Some((CriterionState::Met, ..))) => Some(sum),
                    (Some((cost, months)), Some((CriterionState::Open | CriterionState::InProgress, Some(c), Some(m)))) => {
                        Some((cost + c, months.max(m as usize)))
                    }
                    _ => None,
                };
            }
            match known {
                Some((cost, months)) => expected.push((pick != Pick::In, cost, months.max(1), commune.id.clone())),
                None if pick == Pick::In => {
                    expected.push((false, line.unit_cost.likely, line.duration.value as usize, commune.id.clone()));
                }
                None => without += 1,
            }
        }
        // The smallest first, taken one by one.
        let mut found = Vec::new();
        while !expected.is_empty() {
            let mut best = 0;
            for i in 1..expected.len() {
                if expected[i].partial_cmp(&expected[best]).unwrap().is_lt() {
                    best = i;
                }
            }
            found.push(expected.remove(best).3);
        }
        let listed: Vec<String> = ranking.list.iter().map(|r| r.id.clone()).collect();
        prop_assert_eq!(listed, found);
        prop_assert_eq!(ranking.group.map_or(0, |g| g.units), without);
        let named = ranking.standings.iter().filter(|(_, s)| matches!(s, Standing::Chosen { .. })).count();
        let grouped = ranking.group.map_or(0, |g| g.started);
        prop_assert_eq!(named + grouped, ranking.started);
    }
}
