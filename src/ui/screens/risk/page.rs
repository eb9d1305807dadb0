//! What every panel of the screen reads.

use crate::app::{Prefs, Risks, Sampled, Workspace, use_prefs, use_risks, use_workspace};
use crate::formats::number::MoneyUnit;
use crate::i18n::risk::RiskTexts;
use crate::i18n::scenarios::name_or_id;
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;
use std::sync::Arc;

/// Handles of the screen; all reads are tracked.
#[derive(Clone, Copy)]
pub struct Page {
    pub work: Workspace,
    pub prefs: Prefs,
    pub risks: Risks,
}

impl Page {
    pub fn new() -> Self {
        Self {
            work: use_workspace(),
            prefs: use_prefs(),
            risks: use_risks(),
        }
    }

    pub fn t(self) -> &'static RiskTexts {
        &self.prefs.t().risk
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

    /// Id of the scenario shown.
    pub fn shown(self) -> String {
        self.work.scenario_id().get()
    }

    /// What is known of a scenario; `None` before its first samples.
    pub fn sampled(self, id: &str) -> Option<Sampled> {
        self.risks.with(|all| all.get(id).cloned())
    }

    /// Name of a scenario.
    pub fn scenario_name(self, id: &str) -> String {
        let lang = self.lang();
        let plan = self.plan();
        plan.scenario(id)
            .map_or_else(String::new, |s| name_or_id(&s.name, &s.id, lang).to_owned())
    }
}
