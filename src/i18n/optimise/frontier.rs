//! Words of the chart of money against score.

use super::points;
use crate::formats::number::percent;
use crate::i18n::Words;
use crate::model::Lang;

/// What the chart of money against score shows; scores 0–1, `None` where the point is not there yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct FrontierFacts {
    /// Best score with the money there is.
    pub now: Option<f64>,
    /// With a fifth less.
    pub less: Option<f64>,
    /// Highest score, and the least money, as a share of the money there is, from which it is reached.
    pub top: Option<(f64, f64)>,
}

/// Title of the chart of money against score.
pub fn frontier_title(facts: &FrontierFacts, lang: Lang) -> String {
    match facts.top {
        None => super::Optimise::of(lang).frontier_empty.to_owned(),
        Some((score, money)) => say!(lang;
            "Từ {money} tiền trở lên, kế hoạch tốt nhất được {score} điểm"
            | "From {money} of the money on, the best plan scores {score}",
            money = percent(money, 0, lang), score = points(score, lang)),
    }
}

/// Summary of the chart of money against score.
pub fn frontier_summary(facts: &FrontierFacts, lang: Lang) -> String {
    let title = frontier_title(facts, lang);
    let (Some(now), Some(less)) = (facts.now, facts.less) else {
        return format!("{title}.");
    };
    let (now, less) = (points(now, lang), points(less, lang));
    say!(lang;
        "{title}. Với tiền hiện có: {now} điểm; bớt một phần năm: {less} điểm."
        | "{title}. With the money there is: {now}; with a fifth less: {less}.")
}
