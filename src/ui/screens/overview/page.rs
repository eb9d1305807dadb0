//! What every panel of the screen reads: plan, results, language.

use crate::app::{Prefs, Risks, Sampled, Workspace, use_prefs, use_risks, use_workspace};
use crate::charts::{Palette, Run, Scene};
use crate::edit::Command;
use crate::engine::Evaluation;
use crate::formats::number::MoneyUnit;
use crate::i18n::overview::Overview;
use crate::model::{Lang, Overrides, Plan};
use crate::ui::prelude::*;
use crate::ui::scene::draw_shown;
use crate::ui::widgets::LeverMoves;
use std::sync::Arc;

/// Handles of the screen; all reads are tracked unless they say otherwise.
#[derive(Clone, Copy)]
pub struct Page {
    pub work: Workspace,
    pub prefs: Prefs,
    pub risks: Risks,
    /// Whether a lever is being moved; set by the levers, read by the charts.
    pub dragging: RwSignal<bool>,
}

/// The signal behind [`Page::dragging`], in the context of the screen.
#[derive(Clone, Copy)]
struct Dragging(RwSignal<bool>);

impl Page {
    /// Provides what the panels of the screen share; called once, by the screen.
    pub fn provide() {
        provide_context(Dragging(RwSignal::new(false)));
    }

    pub fn new() -> Self {
        let dragging = use_context::<Dragging>().unwrap_or_else(|| Dragging(RwSignal::new(false)));
        Self {
            work: use_workspace(),
            prefs: use_prefs(),
            risks: use_risks(),
            dragging: dragging.0,
        }
    }

    /// Draws from the scenario shown and its run.
    pub fn drawn<T>(self, palette: &Palette, draw: impl FnOnce(&Scene, &Run) -> T) -> T {
        draw_shown(self.work, self.prefs, palette, draw)
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

    pub fn t(self) -> &'static Overview {
        &self.prefs.t().overview
    }

    pub fn lang(self) -> Lang {
        self.prefs.lang().get()
    }

    pub fn unit(self) -> MoneyUnit {
        self.prefs.money_unit().get()
    }

    pub fn plan(self) -> Arc<Plan> {
        self.work.plan().get()
    }

    pub fn evaluation(self) -> Arc<Evaluation> {
        self.work.evaluation().get()
    }

    /// Result of the compared scenario; `None` if that is the one shown.
    pub fn base(self) -> Option<Arc<Evaluation>> {
        let same = self.work.base_id().with(|b| self.work.scenario_id().with(|s| s == b));
        (!same).then(|| self.work.base_evaluation().get())
    }

    /// What samples say of the scenario shown; `None` until there are some.
    pub fn sampled(self) -> Option<Sampled> {
        let id = self.work.scenario_id().get();
        self.risks.with(|all| all.get(&id).cloned())
    }

    /// What samples say of the compared scenario; `None` if that is the one shown.
    pub fn sampled_base(self) -> Option<Sampled> {
        let (id, base) = (self.work.scenario_id().get(), self.work.base_id().get());
        if id == base {
            return None;
        }
        self.risks.with(|all| all.get(&base).cloned())
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

    /// Id of the scenario shown, untracked: for commands.
    pub fn scenario(self) -> String {
        self.work.scenario_id().get_untracked()
    }

    /// The year before the plan's: that of the reference amounts.
    pub fn reference_year(self) -> i32 {
        self.plan().calendar.start.year - 1
    }
}
