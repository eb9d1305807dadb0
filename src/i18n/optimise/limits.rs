//! Limits in words, and what relaxing them gives.

use crate::formats::number::{MoneyUnit, money_with_unit, number};
use crate::model::{Lang, Plan};
use crate::optimise::{Area, AtLeast, Clash, EXTRA_MONEY, EXTRA_PER_HEAD, Limit, Relief};

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
pub fn least_number(plan: &Plan, asked: &AtLeast, lang: Lang) -> String {
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
    match lang {
        Lang::Vi => format!("{line}{area}: ít nhất {least} {counted}"),
        Lang::En => format!("{line}{area}: at least {least} {counted}"),
    }
}

/// Least numbers that an answer is short of: *… (thiếu 2)*.
pub fn short(plan: &Plan, asked: &[AtLeast], short: &[f64], lang: Lang) -> String {
    let missing = asked.iter().zip(short).filter(|(_, short)| **short > 0.0);
    let one = |(asked, short): (&AtLeast, &f64)| {
        let by = number(*short, if short.fract() < 1e-6 { 0 } else { 2 }, lang);
        let word = match lang {
            Lang::Vi => "thiếu",
            Lang::En => "short of",
        };
        format!("{} ({word} {by})", least_number(plan, asked, lang))
    };
    missing.map(one).collect::<Vec<_>>().join("; ")
}

/// A limit by name; `asked`: the least numbers of the question.
pub fn limit(plan: &Plan, asked: &[AtLeast], limit: &Limit, lang: Lang) -> String {
    let line = |id: &str| line_name(plan, id, lang);
    match (limit, lang) {
        (Limit::Money(id), Lang::Vi) => format!("tiền của nguồn «{}»", source_name(plan, id, lang)),
        (Limit::Money(id), Lang::En) => format!("money of the source “{}”", source_name(plan, id, lang)),
        (Limit::PerHead, Lang::Vi) => "mức dân góp nhiều nhất mỗi người".to_owned(),
        (Limit::PerHead, Lang::En) => "what villagers may be asked for a head".to_owned(),
        (Limit::Arrears, Lang::Vi) => "nợ được phép cuối kỳ".to_owned(),
        (Limit::Arrears, Lang::En) => "the debt allowed at the end".to_owned(),
        (Limit::Waiting, Lang::Vi) => "số tháng được chờ thanh toán".to_owned(),
        (Limit::Waiting, Lang::En) => "how long builders wait".to_owned(),
        (Limit::StartsPerMonth(id), Lang::Vi) => format!("{}: số khởi công mỗi tháng", line(id)),
        (Limit::StartsPerMonth(id), Lang::En) => format!("{}: starts a month", line(id)),
        (Limit::Candidates(id), Lang::Vi) => format!("{}: số có thể làm", line(id)),
        (Limit::Candidates(id), Lang::En) => format!("{}: how many there are", line(id)),
        (Limit::Rounds(id), Lang::Vi) => format!("{}: các đợt công nhận", line(id)),
        (Limit::Rounds(id), Lang::En) => format!("{}: rounds of recognition", line(id)),
        (Limit::Pass(id), Lang::Vi) => format!("{}: tỷ lệ qua thẩm định", line(id)),
        (Limit::Pass(id), Lang::En) => format!("{}: pass rate of the appraisal", line(id)),
        (Limit::Recipe(id), Lang::Vi) => format!("{}: nguồn nào được chi", line(id)),
        (Limit::Recipe(id), Lang::En) => format!("{}: which sources may pay", line(id)),
        (Limit::Recipes, Lang::Vi) => "cơ cấu nguồn: phần mà nguồn được xin không được chi".to_owned(),
        (Limit::Recipes, Lang::En) => "recipes: what no source that may be asked can pay".to_owned(),
        (Limit::Cap(l, s), Lang::Vi) => format!(
            "mức nguồn «{}» chi nhiều nhất cho {}",
            source_name(plan, s, lang),
            line(l)
        ),
        (Limit::Cap(l, s), Lang::En) => format!("the cap on what “{}” pays to {}", source_name(plan, s, lang), line(l)),
        (Limit::AtLeast(place), _) => asked
            .get(*place)
            .map_or_else(String::new, |a| least_number(plan, a, lang)),
        (Limit::FixedIn(id), Lang::Vi) => format!("xã phải có: {}", super::commune(plan, id)),
        (Limit::FixedIn(id), Lang::En) => format!("{} must be in", super::commune(plan, id)),
        (Limit::Goal(id), Lang::Vi) => format!("chỉ tiêu {}", line(id)),
        (Limit::Goal(id), Lang::En) => format!("the goal of {}", line(id)),
    }
}

/// What is relaxed: *Thêm 1.000 triệu đồng từ nguồn «NSNN»*; where less gives nothing, that is said.
pub fn relaxed(plan: &Plan, asked: &[AtLeast], relief: &Relief, lang: Lang) -> String {
    let told = step(plan, asked, relief, lang);
    match (relief.lump, relief.proven, lang) {
        (None, _, _) => told,
        (Some(_), true, Lang::Vi) => format!("{told} (ít hơn thì không thêm điểm)"),
        (Some(_), true, Lang::En) => format!("{told} (less adds nothing)"),
        (Some(_), false, Lang::Vi) => format!("{told} (ít hơn thì chưa tìm thấy thêm điểm)"),
        (Some(_), false, Lang::En) => format!("{told} (less was not found to add anything)"),
    }
}

fn step(plan: &Plan, asked: &[AtLeast], relief: &Relief, lang: Lang) -> String {
    let line = |id: &str| line_name(plan, id, lang);
    let extra = money_with_unit(relief.lump.unwrap_or(EXTRA_MONEY), MoneyUnit::Million, lang);
    let head = relief.lump.unwrap_or(EXTRA_PER_HEAD);
    let head = number(head, if (head * 10.0).fract() < 1e-6 { 1 } else { 2 }, lang);
    match (&relief.limit, lang) {
        (Limit::Money(id), Lang::Vi) => format!("Thêm {extra} từ nguồn «{}»", source_name(plan, id, lang)),
        (Limit::Money(id), Lang::En) => format!("{extra} more from the source “{}”", source_name(plan, id, lang)),
        (Limit::PerHead, Lang::Vi) => format!("Dân góp thêm {head} triệu đồng mỗi người một năm"),
        (Limit::PerHead, Lang::En) => format!("Villagers asked for {head} million VND more a head and year"),
        (Limit::Arrears, Lang::Vi) => format!("Được nợ thêm {extra} cuối kỳ"),
        (Limit::Arrears, Lang::En) => format!("{extra} more debt allowed at the end"),
        (Limit::Waiting, Lang::Vi) => "Được chờ thanh toán thêm một tháng".to_owned(),
        (Limit::Waiting, Lang::En) => "Builders wait a month longer".to_owned(),
        (Limit::StartsPerMonth(id), Lang::Vi) => format!("{}: thêm một khởi công mỗi tháng", line(id)),
        (Limit::StartsPerMonth(id), Lang::En) => format!("{}: one more start a month", line(id)),
        (Limit::Candidates(id), Lang::Vi) => format!("{}: thêm một đơn vị có thể làm", line(id)),
        (Limit::Candidates(id), Lang::En) => format!("{}: one more there is", line(id)),
        (Limit::Rounds(id), Lang::Vi) => format!("{}: tháng nào cũng có đợt công nhận", line(id)),
        (Limit::Rounds(id), Lang::En) => format!("{}: a round every month", line(id)),
        (Limit::Pass(id), Lang::Vi) => format!("{}: thẩm định đều qua", line(id)),
        (Limit::Pass(id), Lang::En) => format!("{}: all pass the appraisal", line(id)),
        (Limit::Recipe(id), Lang::Vi) => format!("{}: nguồn nào cũng được chi", line(id)),
        (Limit::Recipe(id), Lang::En) => format!("{}: any source may pay", line(id)),
        (Limit::Cap(l, s), Lang::Vi) => {
            format!(
                "Nguồn «{}» được chi thêm {extra} cho {}",
                source_name(plan, s, lang),
                line(l)
            )
        }
        (Limit::Cap(l, s), Lang::En) => format!("{} may pay {extra} more to {}", source_name(plan, s, lang), line(l)),
        (other @ Limit::AtLeast(_), Lang::Vi) => format!("Bớt một: {}", limit(plan, asked, other, lang)),
        (other @ Limit::AtLeast(_), Lang::En) => format!("One fewer: {}", limit(plan, asked, other, lang)),
        (other @ (Limit::Recipes | Limit::FixedIn(_) | Limit::Goal(_)), _) => limit(plan, asked, other, lang),
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
pub fn clash(plan: &Plan, asked: &[AtLeast], clash: &Clash, lang: Lang) -> ClashWords {
    let named = |wanted: bool| -> Vec<String> {
        let all = clash.limits.iter().zip(&clash.enough);
        let own = all.filter(|(_, enough)| **enough == wanted);
        own.map(|(l, _)| limit(plan, asked, l, lang)).collect()
    };
    let (enough, other) = (named(true), named(false));
    let head = match lang {
        Lang::Vi => "Không cùng giữ được mọi điều sau.",
        Lang::En => "These cannot all hold.",
    };
    let enough_words = match (other.is_empty(), lang) {
        (true, Lang::Vi) => {
            "Bỏ hẳn bất cứ một điều nào, giữ các điều khác, thì mọi chỉ tiêu và mức ít nhất còn lại đều đạt:"
        }
        (true, Lang::En) => {
            "Give up any one of them altogether and keep the others: then all other targets and least numbers are made:"
        }
        (false, Lang::Vi) => "Bỏ hẳn riêng một trong những điều này thì mọi chỉ tiêu và mức ít nhất còn lại đều đạt:",
        (false, Lang::En) => "Give up one of these altogether and all other targets and least numbers are made:",
    };
    let other_words = match lang {
        Lang::Vi => "Bỏ riêng từng điều này thì chưa đủ, vì còn giới hạn khác cản:",
        Lang::En => "Giving up one of these alone is not enough, as other limits are in the way too:",
    };
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
        let told = relaxed(&plan, &[], &relief, Lang::Vi);
        assert!(
            told.contains("7.100") && told.contains("ít hơn thì không thêm điểm"),
            "{told}"
        );
    }
}
