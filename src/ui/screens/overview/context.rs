//! What the panels of the screen read beside what every screen does: the comparison, and whether a lever moves.

use crate::app::SampledRisk;
use crate::edit::Command;
use crate::engine::Evaluation;
use crate::i18n::overview::Overview;
use crate::model::{Overrides, Plan};
use crate::ui::context::{ScreenContext, use_screen};
use crate::ui::prelude::*;
use crate::ui::widgets::LeverMoves;
use std::ops::Deref;
use std::sync::Arc;

/// What every screen has ([`ScreenContext`]), and what the levers share with the charts.
#[derive(Clone, Copy)]
pub struct OverviewContext {
    screen: ScreenContext,
    /// Whether a lever is being moved; set by the levers, read by the charts.
    pub dragging: RwSignal<bool>,
}

/// The signal behind [`OverviewContext::dragging`], in the context of the screen.
#[derive(Clone, Copy)]
struct Dragging(RwSignal<bool>);

impl Deref for OverviewContext {
    type Target = ScreenContext;

    fn deref(&self) -> &ScreenContext {
        &self.screen
    }
}

impl OverviewContext {
    /// Provides what the panels of the screen share; called once, by the screen.
    pub fn provide() {
        provide_context(Dragging(RwSignal::new(false)));
    }

    pub fn new() -> Self {
        let dragging = use_context::<Dragging>().unwrap_or_else(|| Dragging(RwSignal::new(false)));
        Self {
            screen: use_screen(),
            dragging: dragging.0,
        }
    }

    /// What a lever does: previews are told by `command`, `back` is the way to its mark.
    pub fn moves(
        self,
        command: impl Fn(f64) -> Command + Send + Sync + 'static,
        back: impl Fn() -> Command + Send + Sync + 'static,
    ) -> LeverMoves {
        LeverMoves {
            preview: Callback::new(move |value: f64| {
                if !self.dragging.get_untracked() {
                    self.dragging.set(true);
                }
                self.work.preview(command(value));
            }),
            commit: Callback::new(move |()| {
                self.dragging.set(false);
                self.work.commit();
            }),
            cancel: Callback::new(move |()| {
                self.dragging.set(false);
                self.work.cancel();
            }),
            reset: Callback::new(move |()| {
                self.work.dispatch(back());
            }),
        }
    }

    /// Texts of the screen.
    pub fn t(self) -> &'static Overview {
        &self.texts().overview
    }

    /// Result of the compared scenario; `None` if that is the one shown.
    pub fn base(self) -> Option<Arc<Evaluation>> {
        let same = self.work.base_id().with(|b| self.work.scenario_id().with(|s| s == b));
        (!same).then(|| self.work.base_evaluation().get())
    }

    /// What samples say of the scenario shown; `None` until there are some.
    pub fn risk(self) -> Option<SampledRisk> {
        self.risk_of(&self.scenario_id())
    }

    /// What samples say of the compared scenario; `None` if that is the one shown.
    pub fn base_risk(self) -> Option<SampledRisk> {
        let base = self.work.base_id().get();
        (base != self.scenario_id()).then(|| self.risk_of(&base)).flatten()
    }

    /// Name of the compared scenario.
    pub fn base_name(self) -> String {
        let lang = self.lang();
        let id = self.work.base_id().get();
        self.plan()
            .scenario(&id)
            .map_or_else(String::new, |s| s.name.get(lang).to_owned())
    }

    /// Reads what the scenario shown overrides.
    pub fn with_overrides<T>(self, read: impl FnOnce(&Plan, &Overrides) -> T) -> T {
        let (plan, id) = (self.plan(), self.work.scenario_id().get());
        match plan.scenario(&id) {
            Some(scenario) => read(&plan, &scenario.overrides),
            None => read(&plan, &Overrides::default()),
        }
    }

    /// The year before the plan's: that of the reference amounts.
    pub fn reference_year(self) -> i32 {
        self.plan().calendar.start.year - 1
    }
}
