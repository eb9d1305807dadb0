//! From figures to verdicts: every threshold of the page, in one place, tested on unrounded values.

use super::{CommunityGuard, LineOutcome, Outcome};
use crate::model::Discipline;

/// How a target stands: by its chance, or in the plain run while there are no samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// *Vững*: a chance of at least [`SAFE_CHANCE`]; in the plain run, the goal is met.
    OnTrack,
    /// *Bấp bênh*: a chance of at least [`FAIR_CHANCE`]; in the plain run, not met, but at least [`AT_RISK_FROM`] of it.
    AtRisk,
    /// *Khó đạt*: less than that.
    OffTrack,
}

/// Smallest attainment (0–1) of a missed goal that is still *at risk* rather than *off track*.
pub const AT_RISK_FROM: f64 = 0.8;

/// Smallest chance (0–1) of a target that holds *firmly*.
pub const SAFE_CHANCE: f64 = 0.8;

/// Smallest chance (0–1) of a target that is *at risk* rather than *off track*.
pub const FAIR_CHANCE: f64 = 0.33;

impl Verdict {
    /// Verdict on a chance (0–1), before rounding.
    pub fn of_chance(chance: f64) -> Self {
        if chance >= SAFE_CHANCE {
            Self::OnTrack
        } else if chance >= FAIR_CHANCE {
            Self::AtRisk
        } else {
            Self::OffTrack
        }
    }

    /// Verdict on a line.
    pub fn of(line: &LineOutcome) -> Self {
        if line.is_met() {
            Self::OnTrack
        } else if line.attainment >= AT_RISK_FROM {
            Self::AtRisk
        } else {
            Self::OffTrack
        }
    }
}

/// How one of the two guards stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuardState {
    /// Nothing to see.
    Good,
    /// Worth a look.
    Attention,
    /// Past the limit.
    Over,
}

/// Money below this is nothing (triệu đồng: a thousand đồng).
pub const NO_MONEY: f64 = 1e-3;

/// Guard on construction debt: *over* when something is owed after the last month, or more than the cap waits at
/// some time; *attention* when bills wait at all. The worse of [`owed_state`] and [`waiting_state`].
pub fn debt_state(outcome: &Outcome, discipline: Discipline) -> GuardState {
    owed_state(outcome).max(waiting_state(outcome, discipline))
}

/// What is owed after the last month alone: anything is *over*.
pub fn owed_state(outcome: &Outcome) -> GuardState {
    if outcome.debt > NO_MONEY {
        GuardState::Over
    } else {
        GuardState::Good
    }
}

/// The largest waiting bills alone: *attention* when bills wait, *over* when more than the cap does.
pub fn waiting_state(outcome: &Outcome, discipline: Discipline) -> GuardState {
    match discipline {
        Discipline::Arrears { cap, .. } if outcome.peak_waiting > cap + NO_MONEY => GuardState::Over,
        _ if outcome.peak_waiting > NO_MONEY => GuardState::Attention,
        _ => GuardState::Good,
    }
}

/// Largest rise of the villagers' contribution per head over last year's that is *attention* rather than *over*.
pub const CONTRIBUTION_RISE: f64 = 0.10;

/// Guard on what villagers pay; `None` where the population or last year's contribution is unknown.
pub fn community_state(guard: &CommunityGuard) -> Option<GuardState> {
    if guard.population <= 0.0 || guard.last_year <= 0.0 {
        return None;
    }
    let rise = guard.per_head / guard.last_year - 1.0;
    Some(if rise <= 1e-9 {
        GuardState::Good
    } else if rise <= CONTRIBUTION_RISE + 1e-9 {
        GuardState::Attention
    } else {
        GuardState::Over
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(attainment: f64) -> LineOutcome {
        LineOutcome {
            attainment,
            ..Default::default()
        }
    }

    #[test]
    fn a_met_goal_is_on_track_and_eighty_percent_is_the_border_of_off_track_before_rounding() {
        assert_eq!(Verdict::of(&line(1.0)), Verdict::OnTrack);
        assert_eq!(Verdict::of(&line(0.9999)), Verdict::AtRisk);
        assert_eq!(Verdict::of(&line(0.8)), Verdict::AtRisk);
        assert_eq!(
            Verdict::of(&line(0.7999)),
            Verdict::OffTrack,
            "0,7999 shows as 80 % and is still below"
        );
    }

    #[test]
    fn eighty_and_thirty_three_per_cent_are_the_borders_of_chance_before_rounding() {
        for (chance, verdict) in [
            (1.0, Verdict::OnTrack),
            (0.8, Verdict::OnTrack),
            (0.7999, Verdict::AtRisk),
            (0.33, Verdict::AtRisk),
            (0.3299, Verdict::OffTrack),
            (0.0, Verdict::OffTrack),
        ] {
            assert_eq!(Verdict::of_chance(chance), verdict, "{chance}");
        }
    }

    #[test]
    fn waiting_bills_ask_for_attention_and_debt_at_the_end_is_over() {
        let mut outcome = Outcome::default();
        let bridge = Discipline::Bridge { wait: 3 };
        assert_eq!(debt_state(&outcome, bridge), GuardState::Good);
        outcome.peak_waiting = 10.0;
        assert_eq!(debt_state(&outcome, bridge), GuardState::Attention);
        assert_eq!(
            debt_state(&outcome, Discipline::Arrears { cap: 10.0, wait: 3 }),
            GuardState::Attention
        );
        assert_eq!(
            debt_state(&outcome, Discipline::Arrears { cap: 9.0, wait: 3 }),
            GuardState::Over
        );
        outcome.debt = 1.0;
        assert_eq!(debt_state(&outcome, bridge), GuardState::Over);
    }

    #[test]
    fn a_rise_of_the_contribution_by_a_tenth_is_the_border() {
        let guard = |per_head| CommunityGuard {
            total: 0.0,
            population: 100.0,
            per_head,
            last_year: 1.0,
        };
        assert_eq!(community_state(&guard(0.5)), Some(GuardState::Good));
        assert_eq!(community_state(&guard(1.0)), Some(GuardState::Good));
        assert_eq!(community_state(&guard(1.0001)), Some(GuardState::Attention));
        assert_eq!(community_state(&guard(1.1)), Some(GuardState::Attention));
        assert_eq!(community_state(&guard(1.1001)), Some(GuardState::Over));
        assert_eq!(community_state(&CommunityGuard::default()), None);
    }
}
