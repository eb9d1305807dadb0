//! Settings of a scenario in words: "NSNN 80 %, lũ T9–T11, giá +10 %".

use crate::edit::describe::{Setting, SettingKey, SettingValue, changes};
use crate::formats::number::{MoneyUnit, money_with_unit, number, percent, signed_percent};
use crate::i18n::{agree, texts};
use crate::model::{Amount, Discipline, Event, Lang, Overrides, Plan, Schedule, Source};
use crate::sort;

/// What a scenario changes, in a few words; "as in the plan" if nothing.
pub fn summary(plan: &Plan, overrides: &Overrides, lang: Lang) -> String {
    let changes = changes(plan, overrides);
    if changes.is_empty() {
        return texts(lang).scenarios.as_plan.to_owned();
    }
    let all = all_sources(plan, overrides, &changes, lang);
    let told = changes
        .iter()
        .filter(|c| all.is_none() || !matches!(c.key, SettingKey::Amount(_)))
        .map(|c| change(plan, c, lang));
    all.iter().cloned().chain(told).collect::<Vec<_>>().join(", ")
}

/// One phrase for all sources, if the scenario puts every one of them (two or more) at the same share of last year.
fn all_sources(plan: &Plan, overrides: &Overrides, changes: &[Setting], lang: Lang) -> Option<String> {
    let changed = changes
        .iter()
        .filter(|c| matches!(c.key, SettingKey::Amount(_)))
        .count();
    let factors: Vec<f64> = plan
        .sources
        .iter()
        .filter_map(|s| match overrides.amounts.get(&s.id) {
            Some(Amount::Factor(factor)) => Some(*factor),
            _ => None,
        })
        .collect();
    let same = factors.windows(2).all(|pair| pair[0] == pair[1]);
    if changed < 2 || factors.len() < plan.sources.len() || !same {
        return None;
    }
    let share = share(factors[0], lang);
    Some(say!(lang; "mọi nguồn {share}" | "all sources {share}"))
}

/// One change in words, without saying what it was before.
pub fn change(plan: &Plan, change: &Setting, lang: Lang) -> String {
    let line = |id: &str| plan.line(id).map_or(id, |l| l.name.get(lang)).to_owned();
    match (&change.key, &change.value) {
        (SettingKey::Amount(id), value) => {
            let name = plan.source(id).map_or(id.as_str(), |s| short_name(s, lang));
            format!("{name} {}", setting_value(plan, value, lang, MoneyUnit::Million))
        }
        (SettingKey::CostLevel, SettingValue::Factor(factor)) => say!(lang;
            "giá {factor}" | "costs {factor}",
            factor = rise(*factor, lang)),
        (SettingKey::LineCost(id), SettingValue::Factor(factor)) => say!(lang;
            "giá {line} {factor}" | "cost of {line} {factor}",
            line = line(id), factor = rise(*factor, lang)),
        (SettingKey::OtherWorks, value) => say!(lang;
            "việc khác {value}" | "other works {value}",
            value = setting_value(plan, value, lang, MoneyUnit::Million)),
        (SettingKey::Pushed(id), SettingValue::Units(Some(units))) => say!(lang;
            "{line}: làm {units}" | "{line}: push {units}",
            line = line(id), units = number(f64::from(*units), 0, lang)),
        (SettingKey::Event(id), SettingValue::Switch(on)) => event_phrase(plan.event(id), id, *on, lang),
        (_, value) => setting_value(plan, value, lang, MoneyUnit::Million),
    }
}

fn event_phrase(event: Option<&Event>, id: &str, on: bool, lang: Lang) -> String {
    let name = event.map_or(id, |e| e.name.get(lang));
    if !on {
        return say!(lang; "không: {name}" | "no: {name}");
    }
    let months = event.map(|e| months(e, lang)).unwrap_or_default();
    // Many names say their months already.
    if months.split(['–', ',']).any(|month| name.contains(month.trim())) {
        name.to_owned()
    } else {
        format!("{name} {months}")
    }
}

/// Months of an event as runs: `T9–T11`, `T1, T6`.
fn months(event: &Event, lang: Lang) -> String {
    let mut months: Vec<u8> = event.months.iter().map(|m| m.month).collect();
    sort::by(&mut months, Ord::cmp);
    months.dedup();
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for month in months {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == month => *last = month,
            _ => runs.push((month, month)),
        }
    }
    let runs: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| {
            let (a, b) = (month_name(first, lang), month_name(last, lang));
            if first == last { a } else { format!("{a}–{b}") }
        })
        .collect();
    runs.join(", ")
}

fn month_name(month: u8, lang: Lang) -> String {
    const SHORT: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    match (lang, SHORT.get(usize::from(month).wrapping_sub(1))) {
        (Lang::En, Some(short)) => (*short).to_owned(),
        _ => format!("T{month}"),
    }
}

/// Name of a setting, as the head of a row.
pub fn setting_name(plan: &Plan, key: &SettingKey, lang: Lang) -> String {
    let line = |id: &str| plan.line(id).map_or(id, |l| l.name.get(lang)).to_owned();
    match key {
        SettingKey::Amount(id) => plan.source(id).map_or(id.as_str(), |s| s.name.get(lang)).to_owned(),
        SettingKey::Event(id) => plan.event(id).map_or(id.as_str(), |e| e.name.get(lang)).to_owned(),
        SettingKey::LineCost(id) => say!(lang; "Giá {of}" | "Cost of {of}", of = line(id)),
        SettingKey::Pushed(id) => say!(lang; "Số làm: {of}" | "Units pushed: {of}", of = line(id)),
        SettingKey::OtherWorks => say!(lang; "Phần cho việc khác" | "Held for other works"),
        SettingKey::CostLevel => say!(lang; "Mức giá" | "Cost level"),
        SettingKey::Discipline => say!(lang; "Cách trả tiền" | "How builders are paid"),
        SettingKey::Schedule => say!(lang; "Lịch khởi công" | "Starts"),
        SettingKey::Picks => say!(lang; "Chọn xã" | "Communes picked"),
        SettingKey::CommuneStarts => say!(lang; "Tháng khởi công của xã" | "Starts of communes"),
        SettingKey::Caps => say!(lang; "Nguồn chi nhiều nhất" | "Caps on sources"),
        SettingKey::Priority => say!(lang; "Thứ tự ưu tiên" | "Order of service"),
    }
}

/// Value of a setting, as the cell of a row.
pub fn setting_value(plan: &Plan, value: &SettingValue, lang: Lang, unit: MoneyUnit) -> String {
    let t = &texts(lang).scenarios;
    match value {
        SettingValue::Amount {
            factor: Some(factor), ..
        } => share(*factor, lang),
        SettingValue::Amount { amount, factor: None } => money_with_unit(*amount, unit, lang),
        SettingValue::Shares { low, high } if low == high => share(*low, lang),
        SettingValue::Shares { low, high } => format!("{}–{}", share(*low, lang), share(*high, lang)),
        SettingValue::Factor(factor) => rise(*factor, lang),
        SettingValue::Units(Some(units)) => number(f64::from(*units), 0, lang),
        SettingValue::Units(None) => say!(lang; "theo mục tiêu" | "as the goal needs"),
        SettingValue::Switch(on) => (if *on { t.on } else { t.off }).to_owned(),
        SettingValue::Discipline(discipline) => discipline_phrase(*discipline, lang, unit),
        SettingValue::Schedule(schedule) => schedule_phrase(schedule, lang).to_owned(),
        SettingValue::Picks { fixed_in, fixed_out } => picks_phrase(fixed_in.len(), fixed_out.len(), lang),
        SettingValue::CommuneStarts(starts) => starts_phrase(starts.len(), lang),
        SettingValue::Caps(caps) => caps_phrase(plan, caps, lang, unit),
        SettingValue::Priority(order) => order_phrase(plan, order, lang),
    }
}

fn discipline_phrase(discipline: Discipline, lang: Lang, unit: MoneyUnit) -> String {
    match discipline {
        Discipline::Bridge { wait } => say!(lang;
            "ứng trước, chờ tối đa {wait} tháng" | "builders wait up to {wait} months"),
        Discipline::PayAsYouGo => say!(lang; "có tiền mới làm" | "pay as you go"),
        Discipline::Arrears { cap, .. } => {
            let cap = money_with_unit(cap, unit, lang);
            say!(lang; "cho nợ tới {cap}" | "arrears up to {cap}")
        }
    }
}

fn caps_phrase(plan: &Plan, caps: &[(String, String, f64)], lang: Lang, unit: MoneyUnit) -> String {
    let one = |(line, source, most): &(String, String, f64)| {
        let line = plan.line(line).map_or(line.as_str(), |l| l.name.get(lang));
        let source = plan.source(source).map_or(source.as_str(), |s| s.name.get(lang));
        format!("{source} → {line} ≤ {}", money_with_unit(*most, unit, lang))
    };
    match caps {
        [] => say!(lang; "không đặt" | "none"),
        _ => caps.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

fn starts_phrase(communes: usize, lang: Lang) -> String {
    match communes {
        0 => say!(lang; "không đặt tháng riêng cho xã nào" | "no commune has a month of its own"),
        n => say!(lang;
            "đặt tháng khởi công cho {n} xã" | "{n} {have}",
            have = agree(n, "commune has a month of its own", "communes have months of their own")),
    }
}

fn schedule_phrase(schedule: &Schedule, lang: Lang) -> &'static str {
    match schedule {
        Schedule::Even => word!(lang; "khởi công rải đều" | "starts spread evenly"),
        Schedule::Early => word!(lang; "khởi công sớm" | "early starts"),
        Schedule::ByMonth { .. } => word!(lang; "khởi công theo tháng" | "starts month by month"),
        Schedule::Optimised { .. } => word!(lang; "lịch tối ưu" | "optimised starts"),
    }
}

fn picks_phrase(fixed_in: usize, fixed_out: usize, lang: Lang) -> String {
    let mut parts = Vec::new();
    if fixed_in > 0 {
        let of = agree(fixed_in, "commune", "communes");
        parts.push(say!(lang; "khóa {fixed_in} xã" | "{fixed_in} {of} fixed in"));
    }
    if fixed_out > 0 {
        let of = agree(fixed_out, "commune", "communes");
        parts.push(say!(lang; "loại {fixed_out} xã" | "{fixed_out} {of} fixed out"));
    }
    match parts.is_empty() {
        true => say!(lang; "theo độ sẵn sàng" | "by readiness"),
        _ => parts.join(", "),
    }
}

fn order_phrase(plan: &Plan, order: &[String], lang: Lang) -> String {
    let first = order
        .first()
        .map(|id| plan.line(id).map_or(id.as_str(), |l| l.name.get(lang)));
    match first {
        Some(first) => say!(lang; "ưu tiên {first} trước" | "{first} served first"),
        None => String::new(),
    }
}

fn short_name(source: &Source, lang: Lang) -> &str {
    if source.short.is_empty() {
        source.name.get(lang)
    } else {
        source.short.get(lang)
    }
}

/// A share in percent: a decimal only where it has one.
fn share(share: f64, lang: Lang) -> String {
    percent(share, decimals(share), lang)
}

/// A factor as the rise it means: 1,1 → `+10 %`.
fn rise(factor: f64, lang: Lang) -> String {
    signed_percent(factor - 1.0, decimals(factor), lang)
}

fn decimals(share: f64) -> usize {
    let percent = share * 100.0;
    usize::from((percent - percent.round()).abs() >= 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Text, fixture::plan};

    fn overrides() -> Overrides {
        let mut overrides = Overrides {
            cost_level: Some(1.1),
            ..Overrides::default()
        };
        overrides.amounts.insert("state".into(), Amount::Factor(0.8));
        overrides.events.insert("floods".into(), true);
        overrides
    }

    #[test]
    fn a_scenario_is_told_in_a_few_words_in_both_languages() {
        let plan = plan();
        assert_eq!(
            summary(&plan, &overrides(), Lang::Vi),
            "NSNN 80\u{a0}%, giá +10\u{a0}%, Lũ mùa thu T9–T11"
        );
        assert_eq!(
            summary(&plan, &overrides(), Lang::En),
            "State 80%, costs +10\u{a0}%, Autumn floods Sep–Nov".replace("80%", &percent(0.8, 0, Lang::En))
        );
        assert_eq!(summary(&plan, &Overrides::default(), Lang::Vi), "như kế hoạch");
    }

    #[test]
    fn all_sources_at_one_share_are_one_phrase() {
        let plan = plan();
        let mut overrides = Overrides::default();
        for source in &plan.sources {
            overrides.amounts.insert(source.id.clone(), Amount::Factor(0.9));
        }
        assert_eq!(summary(&plan, &overrides, Lang::Vi), "mọi nguồn 90\u{a0}%");
        overrides.amounts.insert("state".into(), Amount::Factor(0.85));
        assert_eq!(
            summary(&plan, &overrides, Lang::Vi),
            "NSNN 85\u{a0}%, Cộng đồng 90\u{a0}%"
        );
    }

    #[test]
    fn an_event_that_is_switched_off_and_a_share_with_a_decimal_are_told() {
        let mut plan = plan();
        plan.events[0].on = true;
        let mut overrides = Overrides::default();
        overrides.events.insert("floods".into(), false);
        overrides.amounts.insert("community".into(), Amount::Factor(0.755));
        assert_eq!(
            summary(&plan, &overrides, Lang::Vi),
            "Cộng đồng 75,5\u{a0}%, không: Lũ mùa thu"
        );
    }

    #[test]
    fn rules_are_told_by_what_they_mean() {
        let plan = plan();
        let mut overrides = Overrides {
            discipline: Some(Discipline::PayAsYouGo),
            schedule: Some(Schedule::Early),
            priority: Some(vec!["ocop".into()]),
            ..Overrides::default()
        };
        overrides.picks.insert("1".into(), crate::model::Pick::In);
        overrides.picks.insert("2".into(), crate::model::Pick::Out);
        assert_eq!(
            summary(&plan, &overrides, Lang::Vi),
            "có tiền mới làm, khởi công sớm, khóa 1 xã, loại 1 xã, ưu tiên OCOP từ 3 sao trước"
        );
    }

    #[test]
    fn months_that_the_name_says_already_are_not_told_twice() {
        let mut event = plan().events.remove(0);
        event.name = Text::new("Lũ thu T9–T11", "Autumn floods Sep–Nov");
        assert_eq!(event_phrase(Some(&event), "floods", true, Lang::Vi), "Lũ thu T9–T11");
        assert_eq!(
            event_phrase(Some(&event), "floods", true, Lang::En),
            "Autumn floods Sep–Nov"
        );
        event.months.clear();
        event.name = Text::new("Dịch bệnh", "");
        assert_eq!(event_phrase(Some(&event), "floods", true, Lang::Vi), "Dịch bệnh");
    }

    #[test]
    fn months_are_told_as_runs() {
        let mut event = plan().events.remove(0);
        assert_eq!(months(&event, Lang::Vi), "T9–T11");
        event.months.remove(1);
        assert_eq!(months(&event, Lang::Vi), "T9, T11");
        assert_eq!(months(&event, Lang::En), "Sep, Nov");
    }
}
