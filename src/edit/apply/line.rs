//! Commands on the lines of the programme.

use super::{CommandError, check, forget_unknown, origin, remove};
use crate::edit::LineText;
use crate::model::*;

/// Most stages of appraisal of a line.
const MOST_STAGES: usize = 20;

pub(super) fn find<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Line, CommandError> {
    check::require(plan.lines.iter_mut().find(|l| l.id == id), id)
}

pub(super) fn set_rounds(plan: &mut Plan, id: &str, rounds: &Rounds) -> Result<(), CommandError> {
    let rounds = match rounds {
        Rounds::EveryMonth => Rounds::EveryMonth,
        Rounds::Months { months } => Rounds::Months {
            months: check::months(months)?,
        },
    };
    let appraisal = &mut find(plan, id)?.appraisal;
    edit_by_hand(
        &mut appraisal.rounds,
        &mut appraisal.rounds_origin,
        &mut appraisal.rounds_replaced,
        rounds,
    );
    Ok(())
}

pub(super) fn set_profile(plan: &mut Plan, id: &str, weights: &[f64]) -> Result<(), CommandError> {
    check::profile(weights)?;
    let line = find(plan, id)?;
    if line.profile != weights {
        line.profile = weights.to_vec();
        origin::by_hand(&mut line.profile_origin);
    }
    Ok(())
}

pub(super) fn set_milestone(plan: &mut Plan, id: &str, index: usize, new: &Milestone) -> Result<(), CommandError> {
    let milestones = &mut find(plan, id)?.milestones;
    let new = Milestone {
        name: new.name.cleaned(),
        owner: clean(&new.owner),
        due: clean(&new.due),
    };
    if index == milestones.len() {
        milestones.push(new);
    } else {
        *check::require(milestones.get_mut(index), &index.to_string())? = new;
    }
    Ok(())
}

/// What a newer version wrote into the milestones goes: they are told apart by their place, which changes.
pub(super) fn remove_milestone(plan: &mut Plan, id: &str, index: usize) -> Result<(), CommandError> {
    let milestones = &mut find(plan, id)?.milestones;
    check::require(milestones.get(index), &index.to_string())?;
    milestones.remove(index);
    forget_unknown(plan, "lines", &format!("{id}/milestones"));
    Ok(())
}

/// A stage that nobody has described yet: everything passes.
pub(super) fn add_stage(plan: &mut Plan, id: &str, name: &Text) -> Result<(), CommandError> {
    check::name(name)?;
    let stages = &mut find(plan, id)?.appraisal.stages;
    check::room(stages.len(), MOST_STAGES)?;
    stages.push(Stage {
        name: name.cleaned(),
        pass: Figure::assumption(1.0, Text::default()),
    });
    Ok(())
}

pub(super) fn remove_stage(plan: &mut Plan, id: &str, index: usize) -> Result<(), CommandError> {
    let stages = &mut find(plan, id)?.appraisal.stages;
    check::require(stages.get(index), &index.to_string())?;
    stages.remove(index);
    forget_unknown(plan, "lines", &format!("{id}/appraisal/stages"));
    Ok(())
}

pub(super) fn set_text(
    plan: &mut Plan,
    id: &str,
    text: LineText,
    lang: Lang,
    wording: &str,
) -> Result<(), CommandError> {
    let line = find(plan, id)?;
    let wording = clean(wording);
    match text {
        LineText::Name => line.name.set(lang, wording),
        LineText::Unit => line.unit.set(lang, wording),
        LineText::Stage(index) => {
            let stage = check::require(line.appraisal.stages.get_mut(index), &index.to_string())?;
            stage.name.set(lang, wording);
            return check::name(&stage.name);
        }
    }
    check::name(&line.name)
}

pub(super) fn set_level(plan: &mut Plan, id: &str, level: Option<Level>) -> Result<(), CommandError> {
    // A line leads communes somewhere or is not about communes.
    let level = level.filter(|l| *l != Level::None);
    find(plan, id)?.level = level;
    Ok(())
}

pub(super) fn add(plan: &mut Plan, index: usize, id: &str, name: &Text) -> Result<(), CommandError> {
    check::id(id)?;
    check::name(name)?;
    check::room(plan.lines.len(), Ground::MOST_LINES)?;
    if plan.line(id).is_some() {
        return Err(CommandError::Duplicate(id.to_owned()));
    }
    let line = Line::blank(id, name.cleaned(), &plan.sources);
    let lines = &mut plan.lines;
    lines.insert(index.min(lines.len()), line);
    Ok(())
}

pub(super) fn delete(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    find(plan, id)?;
    plan.lines.retain(|l| l.id != id);
    remove::line(plan, id);
    forget_unknown(plan, "lines", id);
    Ok(())
}

pub(super) fn move_to(plan: &mut Plan, id: &str, index: usize) -> Result<(), CommandError> {
    let from = check::require(plan.lines.iter().position(|l| l.id == id), id)?;
    let line = plan.lines.remove(from);
    let lines = &mut plan.lines;
    lines.insert(index.min(lines.len()), line);
    Ok(())
}
