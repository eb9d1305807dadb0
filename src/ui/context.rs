//! What every screen reads: the open plan, its results, and the choices of the person.

use super::scene::draw_shown;
use crate::app::{Prefs, Risks, SampledRisk, Toasts, Workspace, use_prefs, use_risks, use_toasts, use_workspace};
use crate::charts::{Palette, Run, Scene};
use crate::engine::Evaluation;
use crate::formats::number::MoneyUnit;
use crate::i18n::Texts;
use crate::i18n::scenarios::name_or_id;
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;
use std::sync::Arc;

/// Handles of the state; all reads are tracked unless they say otherwise.
#[derive(Clone, Copy, Debug)]
pub struct ScreenContext {
    /// The open plan, its results and the way to change it.
    pub work: Workspace,
    /// Language, theme and money unit.
    pub prefs: Prefs,
    /// What samples say.
    pub risks: Risks,
    /// Messages in the corner of the page.
    pub toasts: Toasts,
}

/// The handles, for any component of a screen.
pub fn use_screen() -> ScreenContext {
    ScreenContext {
        work: use_workspace(),
        prefs: use_prefs(),
        risks: use_risks(),
        toasts: use_toasts(),
    }
}

impl ScreenContext {
    /// Texts in the language of the page.
    pub fn texts(self) -> &'static Texts {
        self.prefs.t()
    }

    /// Language of the page.
    pub fn lang(self) -> Lang {
        self.prefs.lang().get()
    }

    /// Unit in which money is shown.
    pub fn unit(self) -> MoneyUnit {
        self.prefs.money_unit().get()
    }

    /// The open plan.
    pub fn plan(self) -> Arc<Plan> {
        self.work.plan().get()
    }

    /// Result of the scenario shown.
    pub fn evaluation(self) -> Arc<Evaluation> {
        self.work.evaluation().get()
    }

    /// Id of the scenario shown.
    pub fn scenario_id(self) -> String {
        self.work.scenario_id().get()
    }

    /// Id of the scenario shown, untracked: for commands.
    pub fn scenario(self) -> String {
        self.work.scenario_id().get_untracked()
    }

    /// Name of a scenario; its id where it has no name, nothing where it is gone.
    pub fn scenario_name(self, id: &str) -> String {
        let lang = self.lang();
        let plan = self.plan();
        plan.scenario(id)
            .map_or_else(String::new, |s| name_or_id(&s.name, &s.id, lang).to_owned())
    }

    /// What samples say of a scenario; `None` before its first ones.
    pub fn risk_of(self, id: &str) -> Option<SampledRisk> {
        self.risks.with(|all| all.get(id).cloned())
    }

    /// Draws from the scenario shown and its run.
    pub fn draw<T>(self, palette: &Palette, draw: impl FnOnce(&Scene, &Run) -> T) -> T {
        draw_shown(self.work, self.prefs, palette, draw)
    }
}
