//! Events that are in force in a run, and what they come to.

use super::resolve::{clamp_from, clamp_share};
use crate::model::{Calendar, Effect, Event, Ground, Line, Overrides, Source};

/// How the events of a plan turn out in a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct World {
    /// Whether an event happens, shape `[event]`; only read of events that are on.
    pub happens: Vec<bool>,
    /// Whether it acts in each month of its list, shape `[event][month of its list]`.
    pub months: Vec<Vec<bool>>,
}

/// The events that are on under a scenario; without a world all of them happen, in all their months.
pub(super) struct InForce<'a> {
    ground: &'a Ground,
    overrides: &'a Overrides,
    world: Option<&'a World>,
}

impl<'a> InForce<'a> {
    pub(super) fn new(ground: &'a Ground, overrides: &'a Overrides, world: Option<&'a World>) -> Self {
        Self {
            ground,
            overrides,
            world,
        }
    }

    /// Whether an event is on.
    pub(super) fn is_on(&self, event: &Event) -> bool {
        self.overrides.events.get(&event.id).copied().unwrap_or(event.on)
    }

    fn on(&self) -> impl Iterator<Item = (usize, &'a Event)> {
        let events = self.ground.events.iter().enumerate();
        events.filter(|(_, event)| self.is_on(event))
    }

    fn happens(&self, event: usize) -> bool {
        self.world
            .is_none_or(|w| w.happens.get(event).copied().unwrap_or(false))
    }

    fn effects(&self) -> impl Iterator<Item = (usize, &'a Event, &'a Effect)> {
        self.on()
            .filter(|(index, _)| self.happens(*index))
            .flat_map(|(index, event)| event.effects.iter().map(move |effect| (index, event, effect)))
    }

    /// First plan month in which what an event changes for good is changed: the first of its months that it acts in, or
    /// the start of the plan if it names none; `None` if all its months lie outside the calendar.
    fn first_month(&self, index: usize, event: &Event) -> Option<usize> {
        if event.months.is_empty() {
            return Some(0);
        }
        let months = self.ground.calendar.months.clamp(1, Calendar::MAX_MONTHS);
        (0..months).find(|t| self.acts(index, event, self.ground.calendar.month(*t).month))
    }

    /// Whether an event acts in a month of the year (1–12).
    fn acts(&self, index: usize, event: &Event, month: u8) -> bool {
        let mut months = event.months.iter().enumerate();
        months.any(|(k, m)| {
            let hit = |w: &World| w.months.get(index).and_then(|months| months.get(k)).copied();
            m.month == month && self.world.is_none_or(|w| hit(w).unwrap_or(false))
        })
    }

    /// Product of the factors of events that have begun by each month, shape `[month]`.
    fn factors(&self, factor: impl Fn(&Effect) -> Option<f64>) -> Vec<f64> {
        let mut product = vec![1.0; self.ground.calendar.months.clamp(1, Calendar::MAX_MONTHS)];
        for (index, event, effect) in self.effects() {
            if let (Some(factor), Some(first)) = (factor(effect), self.first_month(index, event)) {
                product[first..].iter_mut().for_each(|p| *p *= clamp_from(factor, 0.0));
            }
        }
        product
    }

    /// Share of what is due in a month that really arrives, shape `[month]`.
    pub(super) fn realised(&self, source: &Source) -> Vec<f64> {
        self.factors(|effect| match effect {
            Effect::Amount { sources, factor } if sources.contains(&source.id) => Some(*factor),
            _ => None,
        })
    }

    /// First month of the budget year in which money of a source arrives, by late-money events; 1 without.
    pub(super) fn late(&self, source: &Source) -> u8 {
        let months = self.effects().filter_map(|(_, _, effect)| match effect {
            Effect::ReleaseFrom { sources, month } if sources.contains(&source.id) => Some(*month),
            _ => None,
        });
        months.max().unwrap_or(1).clamp(1, 12)
    }

    /// More money promised under a source: whether it comes, triệu đồng, and along which curve.
    pub(super) fn money(&self, source: &'a Source) -> impl Iterator<Item = (bool, f64, &'a [f64; 13])> {
        self.on().flat_map(move |(index, event)| {
            let comes = self.happens(index);
            event.effects.iter().filter_map(move |effect| match effect {
                Effect::Money {
                    source: id,
                    amount,
                    release,
                } if id == &source.id => Some((comes, clamp_from(*amount, 0.0), release)),
                _ => None,
            })
        })
    }

    /// Factor on the unit costs of starts of a month, shape `[month]`.
    pub(super) fn cost_factors(&self, line: &Line) -> Vec<f64> {
        self.factors(|effect| match effect {
            Effect::UnitCost { lines, factor } if lines.contains(&line.id) => Some(*factor),
            _ => None,
        })
    }

    /// Factor on the pass rates of decisions of a month, shape `[month]`.
    pub(super) fn pass_factors(&self, line: &Line) -> Vec<f64> {
        self.factors(|effect| match effect {
            Effect::PassRate { lines, factor } if lines.contains(&line.id) => Some(*factor),
            _ => None,
        })
    }

    /// Work speed of a line in a month of the year (1–12).
    pub(super) fn speed(&self, line: &Line, month: u8) -> f64 {
        self.effects()
            .filter_map(|(index, event, effect)| match effect {
                Effect::WorkSpeed { lines, factor } if lines.contains(&line.id) && self.acts(index, event, month) => {
                    Some(clamp_share(*factor))
                }
                _ => None,
            })
            .product()
    }
}
