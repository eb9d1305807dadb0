//! The communes that work towards one level, and where each stands on each criterion of its set.

use crate::engine::measure_readiness;
use crate::model::{Commune, CommuneId, CriterionEntry, CriterionId, CriterionState, Level, Plan, Text};

/// A commune in the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct CommuneRow {
    /// Commune.
    pub id: CommuneId,
    /// Name.
    pub name: String,
    /// On the coast.
    pub coastal: bool,
    /// Old communes it was merged from; empty if it was not.
    pub merged_from: String,
    /// Where it stands, shape `[column]`; `None`: nobody has filled the cell.
    pub cells: Vec<Option<CriterionEntry>>,
    /// Criteria met.
    pub met: usize,
    /// Criteria known not to be met: in progress and open.
    pub left: usize,
    /// Cells that keep the commune from being counted with its own figures: unknown, or to do without cost or months.
    pub gaps: usize,
    /// Cost (triệu đồng) and months still to come; `None` as soon as there is a gap.
    pub known: Option<(f64, usize)>,
    /// Cost entered so far, triệu đồng.
    pub entered: f64,
}

/// The communes at the level below, in plan order, by the criteria of the set in use.
#[derive(Clone, Debug, PartialEq)]
pub struct CriteriaTable {
    /// Level that meeting all criteria leads to.
    pub level: Level,
    /// Criteria with their names, in order.
    pub columns: Vec<(CriterionId, Text)>,
    /// Groups of criteria that follow each other, with how many columns each spans; empty if the set has none.
    pub groups: Vec<(Text, usize)>,
    /// Communes in plan order.
    pub rows: Vec<CommuneRow>,
}

/// Levels that communes of the plan work towards, as its lines name them, in their order; then those that only have a
/// criteria set.
pub fn levels(plan: &Plan) -> Vec<Level> {
    let lines = plan.lines.iter().filter_map(|l| l.level);
    let sets = plan.criteria_sets.iter().map(|s| s.level);
    let mut levels: Vec<Level> = Vec::new();
    for level in lines.chain(sets) {
        let tried = plan.communes.iter().any(|c| c.level == level.below());
        if !levels.contains(&level) && (tried || plan.lines.iter().any(|l| l.level == Some(level))) {
            levels.push(level);
        }
    }
    levels
}

impl CriteriaTable {
    /// Reads the matrix of a level out of a plan.
    pub fn new(plan: &Plan, level: Level) -> Self {
        let columns: Vec<(CriterionId, Text)> = plan
            .criteria_set(level)
            .map(|set| set.criteria.iter().map(|c| (c.id.clone(), c.name.clone())).collect())
            .unwrap_or_default();
        let below = plan.communes.iter().filter(|c| c.level == level.below());
        let rows = below.map(|c| row(plan, c, level, &columns)).collect();
        let groups = groups(plan, level);
        Self {
            level,
            columns,
            groups,
            rows,
        }
    }

    /// Number of cells that say something.
    pub fn count_filled(&self) -> usize {
        let cells = self.rows.iter().flat_map(|r| &r.cells).flatten();
        cells.filter(|e| e.state != CriterionState::Unknown).count()
    }

    /// Place of a commune among the rows.
    pub fn row_of(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|r| r.id == id)
    }

    /// An entry of a cell; `None` if nobody has filled it or there is no such cell.
    pub fn entry(&self, row: usize, col: usize) -> Option<&CriterionEntry> {
        self.rows.get(row)?.cells.get(col)?.as_ref()
    }
}

fn groups(plan: &Plan, level: Level) -> Vec<(Text, usize)> {
    let mut groups: Vec<(Text, usize)> = Vec::new();
    for criterion in plan.criteria_set(level).map_or(&[][..], |s| &s.criteria) {
        match groups.last_mut() {
            Some(last) if last.0 == criterion.group => last.1 += 1,
            _ => groups.push((criterion.group.clone(), 1)),
        }
    }
    let named = groups.iter().any(|(name, _)| !name.is_empty());
    if named { groups } else { Vec::new() }
}

fn row(plan: &Plan, commune: &Commune, level: Level, columns: &[(CriterionId, Text)]) -> CommuneRow {
    let cells: Vec<Option<CriterionEntry>> = columns
        .iter()
        .map(|(id, _)| commune.criteria.get(id).cloned())
        .collect();
    let mut row = CommuneRow {
        id: commune.id.clone(),
        name: commune.name.clone(),
        coastal: commune.coastal,
        merged_from: commune.merged_from.clone(),
        met: 0,
        left: 0,
        gaps: 0,
        known: measure_readiness(plan, commune, level),
        entered: 0.0,
        cells: Vec::new(),
    };
    for cell in &cells {
        match cell.as_ref().map_or(CriterionState::Unknown, |e| e.state) {
            CriterionState::Met => row.met += 1,
            CriterionState::Unknown => row.gaps += 1,
            CriterionState::InProgress | CriterionState::Open => {
                row.left += 1;
                let entry = cell.as_ref();
                let cost = entry.and_then(|e| e.cost);
                row.gaps += usize::from(cost.is_none() || entry.is_none_or(|e| e.months.is_none()));
                row.entered += cost.filter(|c| c.is_finite()).unwrap_or(0.0).max(0.0);
            }
        }
    }
    row.cells = cells;
    row
}
