//! Goal seek in words.

use super::super::texts;
use super::chance_words;
use crate::engine::sample::{Lever, Sought};
use crate::formats::number::{MoneyUnit, money_with_unit, number, percent};
use crate::model::{Lang, Plan};

/// Name of a lever.
pub fn lever_name(plan: &Plan, lever: &Lever, lang: Lang) -> String {
    let t = &texts(lang).risk;
    let line = |id: &str| plan.line(id).map_or("", |l| l.name.get(lang));
    match lever {
        Lever::Source(id) => {
            let name = plan.source(id).map_or("", |s| s.name.get(lang));
            format!("{}: {name}", t.source)
        }
        Lever::AllMoney => t.all_money.to_owned(),
        Lever::CostLevel => t.cost_level.to_owned(),
        Lever::LineCost(id) => format!("{}: {}", t.line_cost, line(id)),
        Lever::Pushed(id) => format!("{}: {}", t.pushed, line(id)),
        Lever::StartMonth(id) => line(id).to_owned(),
    }
}

/// A value of a lever with its unit.
pub fn lever_value(lever: &Lever, value: f64, unit: MoneyUnit, lang: Lang) -> String {
    match lever {
        Lever::Source(_) => money_with_unit(value, unit, lang),
        Lever::AllMoney | Lever::CostLevel | Lever::LineCost(_) => percent(value, 1, lang),
        Lever::Pushed(_) | Lever::StartMonth(_) => number(value, 0, lang),
    }
}

/// The answer of a goal seek: from where to where, with the chance there and how sure it is; or that it is not reachable.
pub fn seek_sentence(plan: &Plan, lever: &Lever, sought: &Sought, unit: MoneyUnit, lang: Lang) -> String {
    let (name, write) = (lever_name(plan, lever, lang), |v: f64| {
        lever_value(lever, v, unit, lang)
    });
    let sure = |chance: Option<crate::engine::sample::Chance>| {
        let Some(chance) = chance else { return String::new() };
        let per_cent = |share: f64| number(share * 100.0, 1, lang);
        let (at, low, high) = (
            chance_words(chance.chance, lang),
            per_cent(chance.low),
            per_cent(chance.high),
        );
        say!(lang;
            " Khi đó khả năng là {at} (khoảng tin cậy 95\u{a0}%: {low}–{high}\u{a0}%)."
            | " The chance is then {at} (95\u{a0}% interval: {low}–{high}\u{a0}%).")
    };
    match sought {
        Sought::Reached {
            from, value, chance, ..
        } if (from - value).abs() < 1e-9 => say!(lang;
            "Đã đạt, không cần thay đổi.{chance}" | "Reached already, nothing to change.{chance}",
            chance = sure(*chance)),
        Sought::Reached {
            from,
            value,
            monotone,
            chance,
        } => {
            let (from, to, sure) = (write(*from), write(*value), sure(*chance));
            let lumps = match monotone {
                true => "",
                false => word!(lang;
                    " Có mức thấp hơn cũng đạt, nhưng không chắc ở giữa."
                    | " Smaller changes reach it too, but not all between."),
            };
            say!(lang; "{name}: từ {from} đến {to}.{sure}{lumps}" | "{name}: from {from} to {to}.{sure}{lumps}")
        }
        Sought::NotReachable { at, chance } => say!(lang;
            "Không đạt được, dù {name} ở mức {write}.{chance}" | "Not reachable, even with {name} at {write}.{chance}",
            write = write(*at), chance = sure(*chance)),
        Sought::NoSuchLever => say!(lang; "Không còn nguồn hoặc mục tiêu này." | "This source or target is gone."),
    }
}
