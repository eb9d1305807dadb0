//! What is asked, in the planner's words, and what an answer does to a scenario.

use super::replay::PlannedStarts;
use crate::engine::{Floor, Inputs, resolve};
use crate::model::*;
use serde::{Deserialize, Serialize};

/// What a source pays to a line at most over the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cap {
    /// Line.
    pub line: LineId,
    /// Source.
    pub source: SourceId,
    /// Triệu đồng.
    pub most: f64,
}

/// Which communes a least number is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Area {
    /// All units, named or not.
    #[default]
    All,
    /// Communes on the coast.
    Coastal,
    /// Communes merged from others.
    Merged,
    /// These.
    Chosen(Vec<CommuneId>),
}

impl Area {
    /// The communes of a plan; `None`: all units.
    pub fn communes(&self, ground: &Ground) -> Option<Vec<CommuneId>> {
        let those = |of: &dyn Fn(&Commune) -> bool| {
            let own = ground.communes.iter().filter(|c| of(c));
            Some(own.map(|c| c.id.clone()).collect())
        };
        match self {
            Self::All => None,
            Self::Coastal => those(&|c| c.coastal),
            Self::Merged => those(&|c| !c.merged_from.is_empty()),
            Self::Chosen(ids) => Some(ids.clone()),
        }
    }
}

/// A least number of units: of a line, or of the communes of an area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FloorDemand {
    /// Line; none: all lines of communes.
    pub line: Option<LineId>,
    /// Which communes.
    pub area: Area,
    /// At least so many.
    pub least: f64,
    /// Recognised, as expected; otherwise put up to a round in time.
    pub recognised: bool,
}

impl FloorDemand {
    fn floor(&self, ground: &Ground) -> Floor {
        let counts = |line: &Line| match &self.line {
            Some(id) => line.id == *id,
            None => line.level.is_some(),
        };
        let lines = ground.lines.iter().enumerate().filter(|(_, line)| counts(line));
        Floor {
            lines: lines.map(|(l, _)| l).collect(),
            communes: self.area.communes(ground),
            least: if self.least.is_finite() {
                self.least.max(0.0)
            } else {
                0.0
            },
            recognised: self.recognised,
        }
    }
}

/// A question for the best plan, on top of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Lines whose targets count; none: all. The others start nothing.
    pub goals: Vec<LineId>,
    /// Communes that must be chosen.
    pub fixed_in: Vec<CommuneId>,
    /// Communes that must not be chosen.
    pub fixed_out: Vec<CommuneId>,
    /// The villagers are asked for at most this much, triệu đồng a head and year; other works keep their share of it.
    pub community_per_head: Option<f64>,
    /// Debt that is allowed after the last month, triệu đồng.
    pub arrears: Option<f64>,
    /// What sources pay to lines at most.
    pub caps: Vec<Cap>,
    /// Least numbers.
    pub at_least: Vec<FloorDemand>,
}

impl Question {
    /// The scenario's overrides with the limits of the question: guards are kept by asking for less, so that any run of
    /// them keeps them too.
    pub fn overrides(&self, ground: &Ground, scenario: Option<&Scenario>) -> Overrides {
        let mut own = scenario.map(|s| s.overrides.clone()).unwrap_or_default();
        for (ids, pick) in [(&self.fixed_in, Pick::In), (&self.fixed_out, Pick::Out)] {
            own.picks.extend(ids.iter().map(|id| (id.clone(), pick)));
        }
        for cap in &self.caps {
            let known = own.caps.entry(cap.line.clone()).or_default();
            let most = known.entry(cap.source.clone()).or_insert(cap.most);
            *most = most.min(cap.most);
        }
        if let Some(cap) = self.arrears {
            own.discipline = Some(owing(own.discipline.unwrap_or(ground.discipline), cap));
        }
        if let Some(cap) = self.community_per_head {
            ask_less(ground, &mut own, cap);
        }
        own
    }

    /// The inputs that the question is about: [`Question::overrides`] resolved, lines that do not count without weight.
    pub fn inputs(&self, ground: &Ground, scenario: Option<&Scenario>) -> Inputs {
        let mut inputs = resolve_overrides(ground, self.overrides(ground, scenario));
        for line in &mut inputs.lines {
            if !self.goals.is_empty() && !self.goals.contains(&line.id) {
                line.weight = 0.0;
            }
        }
        inputs.floors = self.at_least.iter().map(|floor| floor.floor(ground)).collect();
        inputs
    }

    /// The overrides of a scenario that carries an answer to this question out.
    pub fn apply_starts(&self, ground: &Ground, scenario: Option<&Scenario>, planned: &PlannedStarts) -> Overrides {
        let mut own = self.overrides(ground, scenario);
        let inputs = resolve_overrides(ground, own.clone());
        own.schedule = Some(planned.schedule(&inputs));
        own
    }
}

/// The rule of payment under which so much may be owed at the end; where nothing may, it is one without debt.
fn owing(discipline: Discipline, cap: f64) -> Discipline {
    match discipline {
        Discipline::Arrears { wait, .. } if cap <= 0.0 => Discipline::Bridge { wait },
        without if cap <= 0.0 => without,
        other => Discipline::Arrears {
            cap,
            wait: other.wait().unwrap_or(0),
        },
    }
}

pub(super) fn resolve_overrides(ground: &Ground, overrides: Overrides) -> Inputs {
    let scenario = Scenario {
        overrides,
        ..Scenario::default()
    };
    resolve(ground, Some(&scenario))
}

/// Lowers what the villagers are asked for to `cap` a head and year.
fn ask_less(ground: &Ground, own: &mut Overrides, cap: f64) {
    let as_it_is = resolve_overrides(ground, own.clone());
    let villagers = |inputs: &Inputs| -> f64 {
        let own = inputs.sources.iter().filter(|s| s.from_residents);
        own.map(|s| s.planned.iter().sum::<f64>()).sum()
    };
    let ids: Vec<SourceId> = ground
        .sources
        .iter()
        .filter(|s| s.from_residents)
        .map(|s| s.id.clone())
        .collect();
    let mut without = own.clone();
    without
        .amounts
        .extend(ids.iter().map(|id| (id.clone(), Amount::Fixed(0.0))));
    // Money of events comes whatever is asked.
    let fixed = villagers(&resolve_overrides(ground, without));
    let asked = villagers(&as_it_is) - fixed;
    let most = cap * as_it_is.population * ground.calendar.budget_years() as f64 - fixed;
    if asked > most.max(0.0) {
        let factor = most.max(0.0) / asked;
        for source in as_it_is.sources.iter().filter(|s| ids.contains(&s.id)) {
            own.amounts
                .insert(source.id.clone(), Amount::Fixed(source.amount * factor));
        }
    }
}
