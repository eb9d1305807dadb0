//! Years apart: rows of money that expires, and what the goals of years ask for.

use super::build::{Entity, FloorTerm, Problem};
use super::form::{LineForm, years};
use super::rows::{RowKind, usage_share};
use crate::engine::by_year::split_by_span;
use crate::engine::work::planned_spend;
use crate::engine::{Inputs, LineInputs};

impl Problem {
    /// Cost of a unit of each entity by span, triệu đồng, shape `[entity][span]`.
    pub(super) fn parts(&self, inputs: &Inputs) -> Vec<Vec<f64>> {
        let of = |entity: &Entity| {
            let line = &inputs.lines[entity.line];
            let candidate = entity.candidates.first().map(|c| &line.communes[*c]);
            let duration = candidate.map_or(line.duration, |c| c.duration);
            let month = entity.segments.first().map_or(0, |s| s.month);
            let spend = planned_spend(line, entity.cost, duration as f64, inputs.months);
            split_by_span(inputs, entity.cost, month, &spend)
        };
        self.entities.iter().map(of).collect()
    }

    /// Where money expires: adds the rows that so many units of each entity break; whether there were any.
    pub fn add_broken_rows(&mut self, counts: &[f64]) -> bool {
        let Some((by_year, parts)) = &self.by_year else {
            return false;
        };
        let Some(spans) = parts.first().map(Vec::len) else {
            return false;
        };
        let mut cost = vec![vec![0.0; spans]; self.lines.len()];
        for ((entity, parts), count) in self.entities.iter().zip(parts).zip(counts) {
            let sums = cost[entity.line].iter_mut().zip(parts);
            sums.for_each(|(sum, part)| *sum += part * count);
        }
        let broken = by_year.find_broken(&cost);
        for (sets, left) in &broken {
            self.rows.push(RowKind::SourcesByYear(sets.sources()));
            self.limits.push(f64::from(u8::from(*left > 0.0)));
            for (entity, parts) in self.entities.iter_mut().zip(parts) {
                let share = usage_share(by_year.measure_need(entity.line, parts, sets), *left);
                entity.segments.iter_mut().for_each(|s| s.usage.push(share));
            }
        }
        !broken.is_empty()
    }

    /// What the goals of years ask for: places in [`Problem::floors`] and the last months that count.
    pub(super) fn add_year_floors(&mut self, l: usize, line: &LineInputs) -> Vec<(usize, usize)> {
        let LineForm { weight, goal, pass, .. } = self.lines[l];
        let mut places = Vec::new();
        for (sum, part, base, to) in years(line) {
            let need = (sum - base) / pass;
            if need > 1e-9 && goal > 0.0 {
                places.push((self.floors.len(), to));
                self.floors.push(FloorTerm {
                    need,
                    value: weight * part * pass / sum,
                });
            }
        }
        places
    }
}
