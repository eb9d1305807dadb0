//! What charts are drawn from, put together from the state of the page.

use crate::app::{Prefs, Workspace};
use crate::charts::{Palette, Run, Scene};
use crate::model::Plan;
use crate::ui::prelude::*;

/// A plan in the language and the unit of the page; tracked.
pub fn scene_of<'a>(plan: &'a Plan, prefs: Prefs, palette: &'a Palette) -> Scene<'a> {
    Scene {
        plan,
        lang: prefs.lang().get(),
        unit: prefs.money_unit().get(),
        palette,
    }
}

/// Draws from the scenario shown and its run; tracked.
pub fn draw_shown<T>(work: Workspace, prefs: Prefs, palette: &Palette, draw: impl FnOnce(&Scene, &Run) -> T) -> T {
    let (plan, evaluation, scenario) = (work.plan().get(), work.evaluation().get(), work.scenario_id().get());
    let run = Run {
        scenario: plan.scenario(&scenario),
        evaluation: &evaluation,
    };
    draw(&scene_of(&plan, prefs, palette), &run)
}

/// Draws from several scenarios and their runs, in the order of `ids`; tracked.
pub fn draw_all<T>(work: Workspace, prefs: Prefs, ids: &[String], draw: impl FnOnce(&Scene, &[Run]) -> T) -> T {
    let plan = work.plan().get();
    let results: Vec<_> = ids.iter().map(|id| work.evaluation_of(id)).collect();
    let runs: Vec<Run> = ids
        .iter()
        .zip(&results)
        .map(|(id, evaluation)| Run {
            scenario: plan.scenario(id),
            evaluation,
        })
        .collect();
    draw(&scene_of(&plan, prefs, &Palette::css()), &runs)
}
