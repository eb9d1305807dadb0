//! Everything that can be asked of a plan. There is no other way to change one.

use crate::model::field::{Field, OriginField, RangeField};
use crate::model::*;

/// A text of the plan as a whole that can be edited, its name aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanText {
    /// District and office.
    District,
    /// Where the reported figures come from.
    DataSource,
}

/// A text of a source that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceText {
    /// Name.
    Name,
    /// Short name.
    Short,
}

/// A text of a line that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineText {
    /// Name.
    Name,
    /// What one unit is called.
    Unit,
    /// Name of the stage of appraisal with this index.
    Stage(usize),
}

/// A request to change the plan. Each is one undo step; commands of one drag share a step (see
/// [`super::Session::preview`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Renames the plan in one language.
    RenamePlan(Lang, String),
    /// Sets another text of the plan in one language.
    SetPlanText(PlanText, Lang, String),
    /// Sets the first month and the number of months.
    SetCalendar(Calendar),
    /// Sets one number; its origin becomes an assumption, the reported value stays visible.
    Set(Field, f64),
    /// Sets low / likely / high at once.
    SetRange(RangeField, [f64; 3]),
    /// Brings back what was reported or derived before a number was edited.
    Reset(Field),
    /// Changes why an assumption was made (or where a figure was read). The value stays.
    SetOrigin(OriginField, Origin),
    /// Adds a source with nothing in it yet ([`Source::blank`]) at `index` (end if too large).
    AddSource(usize, SourceId, Text),
    /// Deletes a source with its shares in recipes, its amounts in scenarios and what events do to it.
    DeleteSource(SourceId),
    /// Moves a source to `index`.
    MoveSource(SourceId, usize),
    /// Sets a text of a source in one language.
    SetSourceText(SourceId, SourceText, Lang, String),
    /// Sets whether the villagers pay it.
    SetFromResidents(SourceId, bool),
    /// Sets whether left money carries over.
    SetCarriesOver(SourceId, bool),
    /// Adds a line with nothing in it yet ([`Line::blank`]) at `index` (end if too large).
    AddLine(usize, LineId, Text),
    /// Deletes a line with its place in every order and schedule, its overrides, and what events do to it.
    DeleteLine(LineId),
    /// Moves a line to `index`.
    MoveLine(LineId, usize),
    /// Sets a text of a line in one language.
    SetLineText(LineId, LineText, Lang, String),
    /// Sets the level a line leads communes to; `None`: its units are not communes.
    SetLineLevel(LineId, Option<Level>),
    /// Adds a stage of appraisal that everything passes, after the others.
    AddStage(LineId, Text),
    /// Removes the stage of appraisal with this index.
    RemoveStage(LineId, usize),
    /// Sets the recognition rounds.
    SetRounds(LineId, Rounds),
    /// Sets the spend profile; empty: even.
    SetProfile(LineId, Vec<f64>),
    /// Sets a milestone; an index equal to their number adds one.
    SetMilestone(LineId, usize, Milestone),
    /// Sets the goal of a year; `None`: it has none of its own. The line's goal becomes the sum of its years, if any is left.
    SetGoal(LineId, i32, Option<f64>),
    /// Sets the amount of a budget year; `None`: as in any year.
    SetYearAmount(SourceId, i32, Option<f64>),
    /// Sets months of validity, share renewed and cost of a renewal (triệu đồng; `None`: nothing) of a line's
    /// certificates; `None`: they do not lapse.
    SetCertificate(LineId, Option<(f64, f64, Option<f64>)>),
    /// Removes the milestone with this index.
    RemoveMilestone(LineId, usize),
    /// Sets the plan's order of service.
    SetPriority(Vec<LineId>),
    /// Sets the plan's discipline.
    SetPlanDiscipline(Discipline),
    /// Sets the plan's start schedule.
    SetPlanSchedule(Schedule),
    /// Sets the correlation of two averages, −1 to 1; `None`: independent.
    SetCorrelation(Factor, Factor, Option<f64>),
    /// Moves impossible correlations to the nearest that are possible.
    RepairCorrelations,
    /// Replaces an event or adds it.
    PutEvent(Event),
    /// Deletes an event and every override of it.
    DeleteEvent(EventId),
    /// Replaces a commune or adds it.
    PutCommune(Commune),
    /// Adds communes; all or none.
    AddCommunes(Vec<Commune>),
    /// Deletes a commune with its entries and every pick of it.
    DeleteCommune(CommuneId),
    /// Sets one cell of the matrix; `None` makes it unknown again.
    SetCriterion(CommuneId, CriterionId, Option<CriterionEntry>),
    /// Sets many cells of the matrix at once (a paste, a fill, a clearing); all or none. `None` makes a cell unknown
    /// again; the last one counts where a cell comes twice.
    SetCriteria(Vec<(CommuneId, CriterionId, Option<CriterionEntry>)>),
    /// Replaces a criteria set or adds it. What communes have entered for criteria that no set knows any more goes.
    PutCriteriaSet(CriteriaSet),
    /// Makes a criteria set the one in use for its level.
    UseCriteriaSet(String),
    /// Deletes a criteria set, with what communes have entered for criteria that no other set knows.
    DeleteCriteriaSet(String),
    /// Enters figures of what really happened (row, month of the plan counted from 0), or takes them out (`None`); all or
    /// none. A figure for a later month closes the months up to it.
    SetActuals(Vec<(ActualRow, usize, Option<f64>)>),
    /// Closes the first so many months; figures of later ones stay and are not used.
    SetActualsMonths(usize),
    /// Whether the run goes on from the last closed month.
    SetForecast(bool),

    /// Accepts a guard's warning up to a value, with the reason why, which may not be empty.
    AcceptGuard(String, f64, String),
    /// Takes an acceptance back.
    WithdrawAcceptance(String),
    /// Sets what the villagers paid last year to a line, triệu đồng; `None`: unknown.
    SetLineContribution(LineId, Option<f64>),
    /// The same in a commune.
    SetCommuneContribution(CommuneId, Option<f64>),

    /// Adds a scenario at `index` (end if too large).
    AddScenario(usize, Scenario),
    /// Deletes a scenario; the last one cannot be deleted.
    DeleteScenario(ScenarioId),
    /// Renames a scenario in one language.
    RenameScenario(ScenarioId, Lang, String),
    /// Sets a scenario's remark.
    NoteScenario(ScenarioId, String),
    /// Moves a scenario to `index`.
    MoveScenario(ScenarioId, usize),
    /// Amount of a source in a scenario; `None`: as in the plan.
    SetAmount(ScenarioId, SourceId, Option<Amount>),
    /// Share for other works in a scenario.
    SetOtherWorks(ScenarioId, Option<f64>),
    /// Cost level of all lines in a scenario.
    SetCostLevel(ScenarioId, Option<f64>),
    /// Cost level of one line in a scenario.
    SetLineCost(ScenarioId, LineId, Option<f64>),
    /// Units pushed in a scenario.
    SetPushed(ScenarioId, LineId, Option<u32>),
    /// Event on or off in a scenario.
    SetEvent(ScenarioId, EventId, Option<bool>),
    /// Discipline in a scenario.
    SetDiscipline(ScenarioId, Option<Discipline>),
    /// Schedule in a scenario.
    SetSchedule(ScenarioId, Option<Schedule>),
    /// A commune fixed in or out, or free, in a scenario.
    SetPick(ScenarioId, CommuneId, Pick),
    /// Month from which a commune starts in a scenario; `None`: as the schedule wants.
    SetCommuneStart(ScenarioId, CommuneId, Option<usize>),
    /// Order of service in a scenario.
    SetScenarioPriority(ScenarioId, Option<Vec<LineId>>),
    /// Replaces all that a scenario changes, as one step.
    SetOverrides(ScenarioId, Box<Overrides>),
    /// Makes a scenario equal to the plan again.
    ClearOverrides(ScenarioId),
    /// Replaces the whole plan (import into this plan); its id stays.
    ReplacePlan(Box<Plan>),
}

/// Why a command was refused. The plan is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// No such source, line, commune, event, scenario, stage or point.
    NotFound(String),
    /// The value is not finite or outside its range: what it has to be.
    OutOfRange(Rule),
    /// The id is taken.
    Duplicate(String),
    /// The last scenario cannot be deleted.
    LastScenario,
    /// The list holds as many as a plan file may.
    TooMany(usize),
    /// The command changes nothing.
    NoChange,
}

impl std::fmt::Display for CommandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CommandError::NotFound(id) => write!(f, "{id} is not in the plan"),
            CommandError::OutOfRange(rule) => write!(f, "the value breaks the rule {rule:?}"),
            CommandError::Duplicate(id) => write!(f, "{id} is there already"),
            CommandError::LastScenario => f.write_str("the last scenario stays"),
            CommandError::TooMany(most) => write!(f, "a plan holds at most {most} of them"),
            CommandError::NoChange => f.write_str("nothing changes"),
        }
    }
}

impl std::error::Error for CommandError {}

impl From<field::FieldError> for CommandError {
    fn from(error: field::FieldError) -> Self {
        match error {
            field::FieldError::NotFound(id) => Self::NotFound(id),
            field::FieldError::OutOfRange(rule) => Self::OutOfRange(rule),
        }
    }
}
