//! The question in words, as it stands on paper.

use super::{commune, least_number, line_name, source_name};
use crate::formats::number::{MoneyUnit, exact, money_with_unit, number};
use crate::model::{Lang, Plan, SourceId};
use crate::optimise::Question;

/// Lines that say what was asked: which question and targets, then each further limit there is. `chance`: how sure it is
/// to be, 0–1; `prices`: of a đồng of each source, where the question is for the least money; `None` in it: not asked.
pub fn question(
    plan: &Plan,
    asked: &Question,
    chance: Option<f64>,
    prices: Option<&[(SourceId, Option<f64>)]>,
    lang: Lang,
) -> Vec<String> {
    let t = &crate::i18n::texts(lang).optimise;
    let kind = if prices.is_some() { t.least } else { t.most };
    let named = |head: &str, names: Vec<String>| (!names.is_empty()).then(|| format!("{head}: {}.", names.join("; ")));
    let all = word!(lang; "tất cả" | "all");
    let goals = match asked.goals.as_slice() {
        [] => vec![all.to_owned()],
        some => some.iter().map(|id| line_name(plan, id, lang)).collect(),
    };
    let amount = |value: f64| money_with_unit(value, MoneyUnit::Million, lang);
    let caps = asked.caps.iter().map(|c| {
        let (source, line) = (source_name(plan, &c.source, lang), line_name(plan, &c.line, lang));
        format!("{source} → {line}: {}", amount(c.most))
    });
    let floors = asked.at_least.iter().map(|f| least_number(plan, f, lang));
    let communes = |ids: &[String]| ids.iter().map(|id| commune(plan, id)).collect();
    let prices = prices.unwrap_or_default().iter().map(|(id, price)| {
        let price = price.map_or_else(|| "–".to_owned(), |p| exact(p, lang));
        format!("{} {price}", source_name(plan, id, lang))
    });
    let parts = [
        Some(format!("{}: {kind}.", t.question)),
        named(t.targets, goals),
        named(t.prices, prices.collect()),
        named(
            t.per_head,
            asked
                .community_per_head
                .map(|v| format!("{} {}", exact(v, lang), t.million))
                .into_iter()
                .collect(),
        ),
        named(t.arrears, asked.arrears.map(amount).into_iter().collect()),
        named(
            t.chance,
            chance.map(|p| number(p * 100.0, 0, lang)).into_iter().collect(),
        ),
        named(t.caps, caps.collect()),
        named(t.floors, floors.collect()),
        named(&format!("{}, {}", t.communes, t.pick_in), communes(&asked.fixed_in)),
        named(&format!("{}, {}", t.communes, t.pick_out), communes(&asked.fixed_out)),
    ];
    parts.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::default_plan;
    use crate::optimise::{Cap, FloorDemand};

    #[test]
    fn a_question_on_paper_says_the_limits_there_are_and_no_others() {
        let plan = default_plan();
        let told = question(&plan, &Question::default(), None, None, Lang::Vi);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[1].ends_with("tất cả."), "{told:?}");
        let asked = Question {
            goals: vec![plan.lines[0].id.clone()],
            community_per_head: Some(0.3),
            caps: vec![Cap {
                line: plan.lines[0].id.clone(),
                source: plan.sources[0].id.clone(),
                most: 1_500.0,
            }],
            at_least: vec![FloorDemand {
                least: 3.0,
                ..FloorDemand::default()
            }],
            ..Question::default()
        };
        let told = question(&plan, &asked, Some(0.8), None, Lang::Vi).join(" ");
        for part in ["0,3 triệu đồng", "1.500", "ít nhất 3", "Chắc ít nhất (%): 80"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(!told.contains("Nợ được phép"), "{told}");
    }

    #[test]
    fn a_question_for_the_least_money_says_the_prices() {
        let plan = default_plan();
        let prices: Vec<_> = plan.sources.iter().map(|s| (s.id.clone(), Some(2.0))).collect();
        let told = question(&plan, &Question::default(), None, Some(&prices), Lang::En);
        assert!(told[0].contains("Least new money"), "{told:?}");
        assert!(told.iter().any(|l| l.starts_with("Price of a đồng")), "{told:?}");
    }
}
