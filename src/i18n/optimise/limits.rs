//! Limits in words, and what relaxing them gives.

use crate::formats::number::{MoneyUnit, money_with_unit, number};
use crate::model::{Lang, Plan};
use crate::optimise::{Area, AtLeast, EXTRA_MONEY, Limit, Relief};

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
        (Limit::Money(id), Lang::Vi) => format!("tiền của {}", source_name(plan, id, lang)),
        (Limit::Money(id), Lang::En) => format!("money of {}", source_name(plan, id, lang)),
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
        (Limit::Cap(l, s), Lang::Vi) => format!("mức {} chi nhiều nhất cho {}", source_name(plan, s, lang), line(l)),
        (Limit::Cap(l, s), Lang::En) => format!("the cap on what {} pays to {}", source_name(plan, s, lang), line(l)),
        (Limit::AtLeast(place), _) => asked
            .get(*place)
            .map_or_else(String::new, |a| least_number(plan, a, lang)),
        (Limit::FixedIn(id), Lang::Vi) => format!("xã phải có: {}", super::commune(plan, id)),
        (Limit::FixedIn(id), Lang::En) => format!("{} must be in", super::commune(plan, id)),
        (Limit::Goal(id), Lang::Vi) => format!("chỉ tiêu {}", line(id)),
        (Limit::Goal(id), Lang::En) => format!("the goal of {}", line(id)),
    }
}

/// What is relaxed: *thêm 1.000 triệu đồng NSNN*.
pub fn relaxed(plan: &Plan, asked: &[AtLeast], relief: &Relief, lang: Lang) -> String {
    let line = |id: &str| line_name(plan, id, lang);
    let extra = money_with_unit(EXTRA_MONEY, MoneyUnit::Million, lang);
    match (&relief.limit, lang) {
        (Limit::Money(id), Lang::Vi) => format!("Thêm {extra} {}", source_name(plan, id, lang)),
        (Limit::Money(id), Lang::En) => format!("{extra} more of {}", source_name(plan, id, lang)),
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
            format!("{}: được chi thêm {extra} cho {}", source_name(plan, s, lang), line(l))
        }
        (Limit::Cap(l, s), Lang::En) => format!("{} may pay {extra} more to {}", source_name(plan, s, lang), line(l)),
        (other @ Limit::AtLeast(_), Lang::Vi) => format!("Bớt một: {}", limit(plan, asked, other, lang)),
        (other @ Limit::AtLeast(_), Lang::En) => format!("One fewer: {}", limit(plan, asked, other, lang)),
        (other @ (Limit::Recipes | Limit::FixedIn(_) | Limit::Goal(_)), _) => limit(plan, asked, other, lang),
    }
}

/// Limits that clash, in a sentence.
pub fn clash(plan: &Plan, asked: &[AtLeast], limits: &[Limit], lang: Lang) -> String {
    let named: Vec<String> = limits.iter().map(|l| limit(plan, asked, l, lang)).collect();
    let listed = named.join("; ");
    match lang {
        Lang::Vi => format!("Không cùng giữ được: {listed}. Bỏ bất cứ giới hạn nào trong số này thì được."),
        Lang::En => format!("These cannot all hold: {listed}. Without any one of them they can."),
    }
}
