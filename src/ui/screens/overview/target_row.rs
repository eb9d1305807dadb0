//! One target: result, verdict, bar, chance, months, reason.

use super::context::OverviewContext;
use crate::charts::inline::{Bullet, Steps};
use crate::engine::verdict::Verdict as Standing;
use crate::formats::number::{count, exact, number};
use crate::i18n::overview::{Overview, reason, submitted};
use crate::i18n::risk::{chance_number, from_chance, interval_words};
use crate::model::Lang;
use crate::ui::prelude::*;
use crate::ui::widgets::{BulletBar, MonthSteps, Verdict, VerdictKind};

/// Everything a row shows: the row is drawn anew only where one of these changes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Facts {
    name: String,
    standing: Option<Standing>,
    recognised: f64,
    recognised_words: String,
    goal_words: String,
    submitted: f64,
    submitted_words: String,
    /// What there is in all at the end, with goals by year; empty without.
    in_all: String,
    attainment: f64,
    attainment_words: String,
    chance: Option<f64>,
    chance_words: String,
    chance_sure: String,
    stale: bool,
    compared: String,
    bullet: Bullet,
    steps: Steps,
    head: String,
    more: String,
}

/// Row of a target; Enter or a click opens its details.
#[component]
pub fn TargetRow(
    /// Id of the line of the row.
    id: String,
    /// Called with the line.
    on_open: Callback<String>,
) -> impl IntoView {
    let page = OverviewContext::new();
    let target_id = id.clone();
    let facts = {
        let id = id.clone();
        Memo::new(move |_| facts(page, &id).unwrap_or_default())
    };
    let of = move |read: fn(&Facts) -> String| move || facts.with(read);
    let standing = Memo::new(move |_| facts.with(|f| f.standing.unwrap_or(Standing::OnTrack)));
    let bar_label = move || {
        let t = page.t();
        facts.with(|f| {
            format!(
                "{} {}, {}, {} {}",
                t.recognised, f.recognised_words, f.submitted_words, t.key_goal, f.goal_words
            )
        })
    };
    let steps_label = move || {
        let t = page.t();
        facts.with(|f| {
            format!(
                "{}, {}: {} / {}",
                f.name, t.by_month_head, f.recognised_words, f.goal_words
            )
        })
    };
    view! {
        <li class="tg" data-test=format!("line-{id}")>
            <div class="c-n">
                <button type="button" class="tg-open" title=of(|f| f.name.clone()) aria-haspopup="dialog" on:click=move |_| on_open.run(target_id.clone())>
                    {of(|f| f.name.clone())}
                </button>
                <Verdict
                    kind=Signal::derive(move || verdict_kind(standing.get()))
                    word=Signal::derive(move || verdict_word(standing.get(), page.t()).to_owned())
                    test=format!("line-{id}-verdict")
                />
            </div>
            <div class="c-r num">
                <span class="fig" data-test=format!("line-{id}-recognised") data-value=move || facts.with(|f| f.recognised).to_string()>
                    {of(|f| f.recognised_words.clone())}
                </span>
                <span class="of">" / " {of(|f| f.goal_words.clone())}</span>
                <div class="mini mut" data-test=format!("line-{id}-submitted") data-value=move || facts.with(|f| f.submitted).to_string()>
                    {of(|f| f.submitted_words.clone())}
                </div>
                <div class="mini mut" data-test=format!("line-{id}-stock")>{of(|f| f.in_all.clone())}</div>
            </div>
            <div
                class="c-b"
                data-test=format!("line-{id}-attainment")
                data-value=move || facts.with(|f| f.attainment).to_string()
                title=of(|f| f.attainment_words.clone())
            >
                <BulletBar bullet=Signal::derive(move || facts.with(|f| f.bullet.clone())) label=Signal::derive(bar_label)/>
            </div>
            <div class="c-p num">
                <span
                    class:old=move || facts.with(|f| f.stale)
                    data-test=format!("line-{id}-chance")
                    data-value=move || facts.with(|f| f.chance.map(|c| c.to_string()))
                    title=of(|f| f.chance_sure.clone())
                >
                    <span class="fig">{of(|f| f.chance_words.clone())}</span>
                    {move || facts.with(|f| f.chance.is_some().then_some("\u{a0}%"))}
                </span>
                <div class="mini mut">{of(|f| f.compared.clone())}</div>
            </div>
            <div class="c-m">
                <MonthSteps steps=Signal::derive(move || facts.with(|f| f.steps.clone())) label=Signal::derive(steps_label)/>
            </div>
            <div class="c-w" data-test=format!("reason-{id}")>
                <b>{of(|f| f.head.clone())}</b>
                <span>{of(|f| f.more.clone())}</span>
            </div>
        </li>
    }
}

/// Shape of a verdict.
pub fn verdict_kind(standing: Standing) -> VerdictKind {
    match standing {
        Standing::OnTrack => VerdictKind::Ok,
        Standing::AtRisk => VerdictKind::Risk,
        Standing::OffTrack => VerdictKind::Bad,
    }
}

/// Word of a verdict.
pub fn verdict_word(standing: Standing, t: &Overview) -> &'static str {
    match standing {
        Standing::OnTrack => t.on_track,
        Standing::AtRisk => t.at_risk,
        Standing::OffTrack => t.off_track,
    }
}

fn facts(page: OverviewContext, id: &str) -> Option<Facts> {
    let (plan, evaluation, base) = (page.plan(), page.evaluation(), page.base());
    let (lang, unit) = (page.lang(), page.unit());
    let l = plan.lines.iter().position(|l| l.id == id)?;
    let line = evaluation.outcome.lines.get(l)?;
    let inputs = evaluation.inputs.lines.get(l)?;
    let compared_line = base.as_ref().and_then(|b| b.outcome.lines.get(l));
    let (recognised, handed_in) = (line.total_recognised(), line.total_submitted());
    let reason = reason(&plan, &evaluation, l, unit, lang);
    let sampled_risk = page.risk();
    let own = sampled_risk
        .as_ref()
        .and_then(|s| s.risk.lines.iter().find(|r| r.id == id));
    // A goal of 0 is met; that is no chance to tell.
    let own = own.filter(|_| line.goal > 0.0);
    let base_chance = page.base_risk().and_then(|s| {
        let own_risk = s.risk.lines.iter().find(|r| r.id == id);
        own_risk.map(|r| r.chance.chance)
    });
    let stale = sampled_risk.as_ref().is_none_or(|s| s.stale);
    let computing = page.prefs.t().risk.computing;
    let mut chance_sure = match (&sampled_risk, own) {
        (Some(s), Some(line)) => interval_words(line.chance, s.risk.samples, lang),
        (Some(_), None) => String::new(),
        _ => computing.to_owned(),
    };
    if stale && own.is_some() {
        chance_sure = format!("{chance_sure} ({computing})");
    }
    let mut steps = Steps::new(&line.recognised, line.goal, &inputs.rounds, &inputs.speed);
    if let Some(risk) = own {
        steps = steps.with_band(&risk.by_month.p10, &risk.by_month.p90, line.goal);
    }
    let standing = own.map_or_else(|| Standing::of(line), |r| Standing::of_chance(r.chance.chance));
    Some(Facts {
        name: plan.lines[l].name.get(lang).to_owned(),
        standing: Some(standing),
        recognised,
        recognised_words: count(recognised, line.goal, lang),
        goal_words: exact(line.goal, lang),
        submitted: handed_in,
        submitted_words: submitted(&plan, l, handed_in, lang),
        in_all: match (line.years.is_empty(), line.stock.last()) {
            (false, Some(stock)) => crate::i18n::years::in_all(*stock, line.goal, lang),
            _ => String::new(),
        },
        attainment: line.attainment,
        attainment_words: format!(
            "{}: {}\u{a0}%",
            page.t().attainment,
            percent_words(line.attainment, lang)
        ),
        chance: own.map(|r| r.chance.chance),
        chance_words: own.map_or_else(|| "–".to_owned(), |r| chance_number(r.chance.chance, lang)),
        chance_sure,
        stale,
        compared: own
            .zip(base_chance)
            .map(|(r, b)| from_chance(r.chance.chance, b, lang))
            .unwrap_or_default(),
        bullet: Bullet::new(
            recognised,
            handed_in,
            compared_line.map(|c| c.total_recognised()),
            line.goal,
        ),
        steps,
        head: reason.head,
        more: reason.more,
    })
}

/// Whole per cent of a goal: rounded down, so that a missed goal is never shown as 100 %.
fn whole(attainment: f64) -> f64 {
    libm::floor(attainment * 100.0 + 1e-7) / 100.0
}

fn percent_words(attainment: f64, lang: Lang) -> String {
    number(whole(attainment) * 100.0, 0, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missed_goal_is_never_shown_as_one_hundred_per_cent() {
        assert_eq!(percent_words(0.9996, Lang::Vi), "99");
        assert_eq!(percent_words(1.0, Lang::Vi), "100");
        assert_eq!(
            percent_words(0.29, Lang::Vi),
            "29",
            "no digit is lost to the arithmetic"
        );
    }
}
