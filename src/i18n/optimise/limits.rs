//! Limits in words, and what relaxing them gives.

use crate::formats::number::{MoneyUnit, money_with_unit, number};
use crate::model::{Lang, Plan};
use crate::optimise::{Area, Clash, EXTRA_MONEY, EXTRA_PER_HEAD, FloorDemand, Limit, Relief};

/// Name of a line.
pub fn line_name(plan: &Plan, id: &str, lang: Lang) -> String {
    plan.line(id).map_or(id, |l| l.name.get(lang)).to_owned()
}

/// Name of a source, the short one if there is one.
pub fn source_name(plan: &Plan, id: &str, lang: Lang) -> String {
    let Some(source) = plan.source(id) else {
        return id.to_owned();
    };
    let short = source.short.get(lang);
    if short.is_empty() { source.name.get(lang) } else { short }.to_owned()
}

/// A least number: *Xã nâng cao, xã ven biển: ít nhất 3*.
pub fn least_number(plan: &Plan, asked: &FloorDemand, lang: Lang) -> String {
    let t = &crate::i18n::texts(lang).optimise;
    let line = match &asked.line {
        Some(id) => line_name(plan, id, lang),
        None => t.all_commune_lines.to_owned(),
    };
    let area = match &asked.area {
        Area::All => String::new(),
        Area::Coastal => format!(", {}", t.area_coastal),
        Area::Merged => format!(", {}", t.area_merged),
        Area::Chosen(ids) => {
            let names: Vec<String> = ids.iter().map(|id| super::commune(plan, id)).collect();
            format!(" ({})", names.join(", "))
        }
    };
    let counted = if asked.recognised {
        t.recognised_expected
    } else {
        t.put_up
    };
    let least = number(asked.least, if asked.least.fract() == 0.0 { 0 } else { 1 }, lang);
    say!(lang; "{line}{area}: ít nhất {least} {counted}" | "{line}{area}: at least {least} {counted}")
}

/// Least numbers that an answer is short of: *… (thiếu 2)*.
pub fn short(plan: &Plan, asked: &[FloorDemand], short: &[f64], lang: Lang) -> String {
    let missing = asked.iter().zip(short).filter(|(_, short)| **short > 0.0);
    let one = |(asked, short): (&FloorDemand, &f64)| {
        let by = number(*short, if short.fract() < 1e-6 { 0 } else { 2 }, lang);
        let word = word!(lang; "thiếu" | "short of");
        format!("{} ({word} {by})", least_number(plan, asked, lang))
    };
    missing.map(one).collect::<Vec<_>>().join("; ")
}

/// A limit by name; `asked`: the least numbers of the question.
pub fn limit_sentence(plan: &Plan, asked: &[FloorDemand], limit: &Limit, lang: Lang) -> String {
    let line = |id: &str| line_name(plan, id, lang);
    match limit {
        Limit::Money(id) => say!(lang;
            "tiền của nguồn «{source_name}»" | "money of the source “{source_name}”",
            source_name = source_name(plan, id, lang)),
        Limit::PerHead => say!(lang; "mức dân góp nhiều nhất mỗi người" | "what villagers may be asked for a head"),
        Limit::Arrears => say!(lang; "nợ được phép cuối kỳ" | "the debt allowed at the end"),
        Limit::Waiting => say!(lang; "số tháng được chờ thanh toán" | "how long builders wait"),
        Limit::StartsPerMonth(id) => say!(lang;
            "{line}: số khởi công mỗi tháng" | "{line}: starts a month",
            line = line(id)),
        Limit::Candidates(id) => say!(lang; "{line}: số có thể làm" | "{line}: how many there are", line = line(id)),
        Limit::Rounds(id) => say!(lang; "{line}: các đợt công nhận" | "{line}: rounds of recognition", line = line(id)),
        Limit::Pass(id) => say!(lang;
            "{line}: tỷ lệ qua thẩm định" | "{line}: pass rate of the appraisal",
            line = line(id)),
        Limit::Recipe(id) => say!(lang;
            "{line}: nguồn nào được chi" | "{line}: which sources may pay",
            line = line(id)),
        Limit::Recipes => say!(lang;
            "cơ cấu nguồn: phần mà nguồn được xin không được chi" | "recipes: what no source that may be asked can pay"),
        Limit::Cap(l, s) => say!(lang;
            "mức nguồn «{source_name}» chi nhiều nhất cho {line}" | "the cap on what “{source_name}” pays to {line}",
            source_name = source_name(plan, s, lang), line = line(l)),
        Limit::AtLeast(place) => asked
            .get(*place)
            .map_or_else(String::new, |a| least_number(plan, a, lang)),
        Limit::FixedIn(id) => say!(lang;
            "xã phải có: {commune}" | "{commune} must be in",
            commune = super::commune(plan, id)),
        Limit::Goal(id) => say!(lang; "chỉ tiêu {line}" | "the goal of {line}", line = line(id)),
    }
}

/// What is relaxed: *Thêm 1.000 triệu đồng từ nguồn «NSNN»*; where less gives nothing, that is said.
pub fn relief_sentence(plan: &Plan, asked: &[FloorDemand], relief: &Relief, lang: Lang) -> String {
    let told = step(plan, asked, relief, lang);
    match (relief.lump, relief.proven) {
        (None, _) => told,
        (Some(_), true) => say!(lang; "{told} (ít hơn thì không thêm điểm)" | "{told} (less adds nothing)"),
        (Some(_), false) => say!(lang;
            "{told} (ít hơn thì chưa tìm thấy thêm điểm)" | "{told} (less was not found to add anything)"),
    }
}

fn step(plan: &Plan, asked: &[FloorDemand], relief: &Relief, lang: Lang) -> String {
    let line = |id: &str| line_name(plan, id, lang);
    let extra = money_with_unit(relief.lump.unwrap_or(EXTRA_MONEY), MoneyUnit::Million, lang);
    let head = relief.lump.unwrap_or(EXTRA_PER_HEAD);
    let head = number(head, if (head * 10.0).fract() < 1e-6 { 1 } else { 2 }, lang);
    match &relief.limit {
        Limit::Money(id) => say!(lang;
            "Thêm {extra} từ nguồn «{source_name}»" | "{extra} more from the source “{source_name}”",
            source_name = source_name(plan, id, lang)),
        Limit::PerHead => say!(lang;
            "Dân góp thêm {head} triệu đồng mỗi người một năm"
            | "Villagers asked for {head} million VND more a head and year"),
        Limit::Arrears => say!(lang; "Được nợ thêm {extra} cuối kỳ" | "{extra} more debt allowed at the end"),
        Limit::Waiting => say!(lang; "Được chờ thanh toán thêm một tháng" | "Builders wait a month longer"),
        Limit::StartsPerMonth(id) => say!(lang;
            "{line}: thêm một khởi công mỗi tháng" | "{line}: one more start a month",
            line = line(id)),
        Limit::Candidates(id) => say!(lang;
            "{line}: thêm một đơn vị có thể làm" | "{line}: one more there is",
            line = line(id)),
        Limit::Rounds(id) => say!(lang;
            "{line}: tháng nào cũng có đợt công nhận" | "{line}: a round every month",
            line = line(id)),
        Limit::Pass(id) => say!(lang; "{line}: thẩm định đều qua" | "{line}: all pass the appraisal", line = line(id)),
        Limit::Recipe(id) => say!(lang;
            "{line}: nguồn nào cũng được chi" | "{line}: any source may pay",
            line = line(id)),
        Limit::Cap(l, s) => say!(lang;
            "Nguồn «{source_name}» được chi thêm {extra} cho {line}" | "{source_name} may pay {extra} more to {line}",
            source_name = source_name(plan, s, lang), line = line(l)),
        other @ Limit::AtLeast(_) => say!(lang;
            "Bớt một: {asked}" | "One fewer: {asked}",
            asked = limit_sentence(plan, asked, other, lang)),
        other @ (Limit::Recipes | Limit::FixedIn(_) | Limit::Goal(_)) => limit_sentence(plan, asked, other, lang),
    }
}

/// Limits that clash, each named once: what they have in common, and then they.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClashWords {
    /// That they cannot all hold.
    pub head: String,
    /// What giving up each of these alone would do, and which they are.
    pub parts: Vec<(String, Vec<String>)>,
}

/// Limits that clash, told apart by whether it is enough to give up one of them.
pub fn clash(plan: &Plan, asked: &[FloorDemand], clash: &Clash, lang: Lang) -> ClashWords {
    let named = |wanted: bool| -> Vec<String> {
        let all = clash.limits.iter().zip(&clash.enough);
        let own = all.filter(|(_, enough)| **enough == wanted);
        own.map(|(l, _)| limit_sentence(plan, asked, l, lang)).collect()
    };
    let (enough, other) = (named(true), named(false));
    let head = word!(lang; "Không cùng giữ được mọi điều sau." | "These cannot all hold.");
    let enough_words = match other.is_empty() {
        true => word!(lang;
            "Bỏ hẳn bất cứ một điều nào, giữ các điều khác, thì mọi chỉ tiêu và mức ít nhất còn lại đều đạt:"
            | "Give up any one of them altogether and keep the others: then all other targets and least numbers are made:"),
        false => word!(lang;
            "Bỏ hẳn riêng một trong những điều này thì mọi chỉ tiêu và mức ít nhất còn lại đều đạt:"
            | "Give up one of these altogether and all other targets and least numbers are made:"),
    };
    let other_words = word!(lang;
        "Bỏ riêng từng điều này thì chưa đủ, vì còn giới hạn khác cản:"
        | "Giving up one of these alone is not enough, as other limits are in the way too:");
    let parts = [(enough_words, enough), (other_words, other)];
    ClashWords {
        head: head.to_owned(),
        parts: parts
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(words, names)| (words.to_owned(), names))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::default_plan;

    #[test]
    fn a_clash_claims_no_more_than_was_found() {
        let plan = default_plan();
        let mut own = Clash {
            limits: vec![
                Limit::Goal("gardens".into()),
                Limit::Money("other".into()),
                Limit::PerHead,
            ],
            enough: vec![true, true, true],
        };
        let told = |own: &Clash| clash(&plan, &[], own, Lang::Vi).parts;
        let all = told(&own);
        assert_eq!(all.len(), 1);
        assert!(all[0].0.contains("bất cứ một điều nào"), "{all:?}");
        assert!(all[0].1[1].contains("tiền của nguồn «"), "{all:?}");
        own.enough = vec![false, true, false];
        let some = told(&own);
        assert!(
            some[0].0.contains("riêng một trong") && some[1].0.contains("chưa đủ"),
            "{some:?}"
        );
        assert_eq!((some[0].1.len(), some[1].1.len()), (1, 2), "each limit is named once");
        own.enough = vec![false; 3];
        let none = told(&own);
        assert_eq!(none.len(), 1);
        assert!(none[0].0.contains("chưa đủ") && none[0].1.len() == 3, "{none:?}");
    }

    #[test]
    fn a_lump_says_that_less_gives_nothing() {
        let plan = default_plan();
        let relief = Relief {
            limit: Limit::Money("state".into()),
            score: 0.02,
            proven: true,
            lump: Some(7_100.0),
        };
        let told = relief_sentence(&plan, &[], &relief, Lang::Vi);
        assert!(
            told.contains("7.100") && told.contains("ít hơn thì không thêm điểm"),
            "{told}"
        );
    }
}
