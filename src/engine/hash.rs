//! The fingerprint of inputs: same hash, same results of the same engine version.
//!
//! An optimised schedule keeps it in the plan file, so its text must outlive the names in code. It is a walk over the
//! fields under names written down here, version [`FINGERPRINT`]. What a plan does not have is left out, so that a plan
//! without it keeps the hash it had before there was such a thing. A walk that says more than this one gets a version of
//! its own, said before its hash; hashes of older versions are then compared by the older walk.

use super::inputs::YearMoney;
use super::years::YearGoal;
use super::{Candidate, CarriedUnits, Certificates, Climb, Inputs, LineInputs, SourceInputs};
use crate::model::{Discipline, Pick};
use sha2::{Digest, Sha256};
use std::fmt::{self, Debug, DebugStruct, Formatter, Write};

/// Version of the walk; version 1 is not said before the hash.
pub const FINGERPRINT: u32 = 1;

impl Inputs {
    /// SHA-256 over every number and id that a run depends on, in hexadecimal; [`Inputs::floors`] change no run.
    pub fn hash(&self) -> String {
        let digest = Sha256::digest(format!("{:?}", Walk(self)).as_bytes());
        digest.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// A value as the walk writes it: numbers as the shortest text that reads back as the same number, on every machine.
struct Walk<'a, T>(&'a T);

impl<T> Debug for Walk<'_, Vec<T>>
where
    for<'b> Walk<'b, T>: Debug,
{
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(Walk)).finish()
    }
}

/// A field that is left out where there is nothing.
fn add_some(fields: &mut DebugStruct<'_, '_>, name: &str, value: Option<&dyn Debug>) {
    if let Some(value) = value {
        fields.field(name, value);
    }
}

impl Debug for Walk<'_, Inputs> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let inputs = self.0;
        f.debug_struct("Inputs")
            .field("months", &inputs.months)
            .field("closed", &inputs.closed)
            .field("years", &inputs.years)
            .field("expiry", &inputs.expiry)
            .field("sources", &Walk(&inputs.sources))
            .field("lines", &Walk(&inputs.lines))
            .field("priority", &inputs.priority)
            // They follow from the recipes, which are written with the lines.
            .field("rows", &format_args!("Rows"))
            .field("discipline", &Walk(&inputs.discipline))
            .field("population", &inputs.population)
            .finish()
    }
}

impl Debug for Walk<'_, SourceInputs> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let source = self.0;
        f.debug_struct("SourceInputs")
            .field("id", &source.id)
            .field("amount", &source.amount)
            .field("planned", &source.planned)
            .field("released", &source.released)
            .field("curve", &source.curve)
            .field("by_year", &Walk(&source.by_year))
            .field("other_works", &source.other_works)
            .field("paid", &source.paid)
            .field("from_residents", &source.from_residents)
            .finish()
    }
}

impl Debug for Walk<'_, YearMoney> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("YearMoney")
            .field("planned", &self.0.planned)
            .field("released", &self.0.released)
            .field("curve", &self.0.curve)
            .finish()
    }
}

impl Debug for Walk<'_, LineInputs> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let line = self.0;
        let mut fields = f.debug_struct("LineInputs");
        fields
            .field("id", &line.id)
            .field("goal", &line.goal)
            .field("goals", &Walk(&line.goals))
            .field("stock", &line.stock)
            .field("certificate", &line.certificate.as_ref().map(Walk))
            .field("weight", &line.weight)
            .field("cost", &line.cost)
            .field("duration", &line.duration)
            .field("spend", &line.spend)
            .field("starts_per_month", &line.starts_per_month)
            .field("candidates", &line.candidates)
            .field("carried", &Walk(&line.carried))
            .field("recognised", &line.recognised)
            .field("lag", &line.lag)
            .field("rounds", &line.rounds)
            .field("pass", &line.pass)
            .field("pass_factor", &line.pass_factor)
            .field("cost_factor", &line.cost_factor)
            .field("planned_pass", &line.planned_pass)
            .field("speed", &line.speed)
            .field("max_share", &line.max_share)
            .field("min_share", &line.min_share);
        let caps = (!line.most_from.is_empty()).then_some(&line.most_from);
        add_some(&mut fields, "most_from", caps.map(|c| c as &dyn Debug));
        fields
            .field("wanted", &line.wanted)
            .field("communes", &Walk(&line.communes))
            .finish()
    }
}

impl Debug for Walk<'_, YearGoal> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("YearGoal")
            .field("year", &self.0.year)
            .field("from", &self.0.from)
            .field("to", &self.0.to)
            .field("goal", &self.0.goal)
            .finish()
    }
}

impl Debug for Walk<'_, Certificates> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Certificates {
            validity,
            renewed,
            cost,
        } = self.0;
        match *cost > 0.0 {
            true => (validity, renewed, cost).fmt(f),
            false => (validity, renewed).fmt(f),
        }
    }
}

impl Debug for Walk<'_, CarriedUnits> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Carried")
            .field("units", &self.0.units)
            .field("month", &self.0.month)
            .field("work_left", &self.0.work_left)
            .field("money_left", &self.0.money_left)
            .field("candidate", &self.0.candidate)
            .field("under_way", &self.0.under_way)
            .field("settled", &self.0.settled)
            .finish()
    }
}

impl Debug for Walk<'_, Candidate> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let candidate = self.0;
        let pick = match candidate.pick {
            Pick::In => "In",
            Pick::Out => "Out",
            Pick::Free => "Free",
        };
        let mut fields = f.debug_struct("Candidate");
        fields
            .field("id", &candidate.id)
            .field("units", &candidate.units)
            .field("cost", &candidate.cost)
            .field("duration", &candidate.duration)
            .field("pick", &format_args!("{pick}"));
        add_some(&mut fields, "start", candidate.start.as_ref().map(|c| c as &dyn Debug));
        let earliest = candidate.earliest.as_ref();
        add_some(&mut fields, "earliest", earliest.map(|c| c as &dyn Debug));
        let climb = candidate.after.as_ref().map(Walk);
        add_some(&mut fields, "after", climb.as_ref().map(|c| c as &dyn Debug));
        fields.finish()
    }
}

impl Debug for Walk<'_, Climb> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Climb")
            .field("from", &self.0.from)
            .field("before", &self.0.before)
            .finish()
    }
}

impl Debug for Walk<'_, Discipline> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Discipline::Bridge { wait } => f.debug_struct("Bridge").field("wait", wait).finish(),
            Discipline::PayAsYouGo => f.write_str("PayAsYouGo"),
            Discipline::Arrears { cap, wait } => {
                let mut fields = f.debug_struct("Arrears");
                fields.field("cap", cap).field("wait", wait).finish()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::FundingRows;
    use crate::model::LineId;

    fn candidate(id: &str) -> Candidate {
        Candidate {
            id: Some(id.into()),
            units: 1,
            cost: 2.5,
            duration: 1,
            pick: Pick::In,
            start: None,
            earliest: None,
            after: None,
        }
    }

    fn line() -> LineInputs {
        let second = Candidate {
            id: None,
            pick: Pick::Free,
            start: Some(0),
            earliest: Some(1),
            after: Some(Climb {
                from: 0,
                before: vec![0],
            }),
            ..candidate("")
        };
        LineInputs {
            id: LineId::from("l"),
            goal: 1.0,
            goals: vec![YearGoal {
                year: 2021,
                from: 0,
                to: 0,
                goal: 1.0,
            }],
            stock: 0.0,
            certificate: Some(Certificates {
                validity: 36,
                renewed: 0.5,
                cost: 0.0,
            }),
            weight: 1.0,
            cost: 2.5,
            duration: 1,
            spend: vec![0.0, 1.0],
            starts_per_month: 1,
            candidates: 2,
            carried: vec![CarriedUnits {
                units: 1,
                month: 0,
                work_left: 1.0,
                money_left: 0.5,
                candidate: None,
                under_way: true,
                settled: false,
            }],
            recognised: vec![],
            lag: 0,
            rounds: vec![true],
            pass: 0.82,
            pass_factor: vec![1.0],
            cost_factor: vec![1.0],
            planned_pass: 0.82,
            speed: vec![1.0],
            max_share: vec![1.0],
            min_share: vec![0.0],
            most_from: vec![],
            wanted: vec![1],
            communes: vec![candidate("c"), second],
        }
    }

    fn inputs() -> Inputs {
        Inputs {
            months: 1,
            closed: 0,
            years: vec![0],
            expiry: vec![],
            sources: vec![SourceInputs {
                id: "s".into(),
                amount: 10.0,
                planned: vec![10.0],
                released: vec![9.5],
                curve: vec![1.0],
                by_year: vec![],
                other_works: 0.54,
                paid: vec![],
                from_residents: false,
            }],
            lines: vec![line()],
            priority: vec![0],
            rows: FundingRows::default().into(),
            discipline: Discipline::Bridge { wait: 3 },
            population: 132_377.0,
            floors: vec![],
        }
    }

    /// The text of version 1: a change here makes every schedule in a file look edited.
    const TEXT: &str = "Inputs { months: 1, closed: 0, years: [0], expiry: [], sources: [SourceInputs { id: \"s\", \
        amount: 10.0, planned: [10.0], released: [9.5], curve: [1.0], by_year: [], other_works: 0.54, paid: [], \
        from_residents: false }], lines: [LineInputs { id: \"l\", goal: 1.0, goals: [YearGoal { year: 2021, from: 0, to: 0, \
        goal: 1.0 }], stock: 0.0, certificate: Some((36, 0.5)), weight: 1.0, cost: 2.5, duration: 1, spend: [0.0, 1.0], \
        starts_per_month: 1, candidates: 2, carried: [Carried { units: 1, month: 0, work_left: 1.0, money_left: 0.5, \
        candidate: None, under_way: true, settled: false }], recognised: [], lag: 0, rounds: [true], pass: 0.82, \
        pass_factor: [1.0], cost_factor: [1.0], planned_pass: 0.82, speed: [1.0], max_share: [1.0], min_share: [0.0], \
        wanted: [1], communes: [Candidate { id: Some(\"c\"), units: 1, cost: 2.5, duration: 1, pick: In }, Candidate { \
        id: None, units: 1, cost: 2.5, duration: 1, pick: Free, start: 0, earliest: 1, after: Climb { from: 0, \
        before: [0] } }] }], priority: [0], rows: Rows, discipline: Bridge { wait: 3 }, population: 132377.0 }";

    #[test]
    fn the_text_of_version_one_stays() {
        assert_eq!(FINGERPRINT, 1);
        assert_eq!(format!("{:?}", Walk(&inputs())), TEXT);
    }

    #[test]
    fn what_a_plan_does_not_have_is_left_out_and_what_it_has_counts() {
        let plain = inputs();
        let mut own = plain.clone();
        own.lines[0].most_from = vec![5.0];
        assert!(format!("{:?}", Walk(&own)).contains("min_share: [0.0], most_from: [5.0], wanted"));
        own = plain.clone();
        own.discipline = Discipline::Arrears { cap: 5.5, wait: 2 };
        assert!(format!("{:?}", Walk(&own)).contains("discipline: Arrears { cap: 5.5, wait: 2 }, population"));
        own = plain.clone();
        own.lines[0].certificate = Some(Certificates {
            validity: 36,
            renewed: 0.5,
            cost: 2.0,
        });
        assert!(format!("{:?}", Walk(&own)).contains("certificate: Some((36, 0.5, 2.0))"));
        assert_ne!(own.hash(), plain.hash());
    }
}
