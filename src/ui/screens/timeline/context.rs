//! What the panels of the screen share beside what every screen has: the drawing, the month looked at, what is open.

use super::hand::Hand;
use crate::app::{Prefs, Workspace};
use crate::charts::gantt::{Cash, Gantt, MonthState, cash, gantt, month_state};
use crate::charts::{Palette, Run, Scene};
use crate::i18n::timeline::Timeline;
use crate::model::LineId;
use crate::ui::context::{ScreenContext, use_screen};
use crate::ui::prelude::*;
use crate::ui::scene::draw_shown;
use std::collections::BTreeSet;
use std::ops::Deref;

/// Month looked at first: half of the first year.
const FIRST_LOOK: usize = 5;
/// With more lines and starts than this, lines are folded at first.
const MANY: usize = 60;

/// What every screen has ([`ScreenContext`]), and the state of the drawing.
#[derive(Clone, Copy)]
pub struct TimelineContext {
    screen: ScreenContext,
    /// Rows and bars of the scenario shown.
    pub gantt: Memo<Gantt>,
    /// Money by month.
    pub cash: Memo<Cash>,
    /// Everything at the end of the month looked at.
    pub state: Memo<MonthState>,
    /// Month looked at.
    pub cursor: Memo<usize>,
    looked_at: RwSignal<usize>,
    folded: RwSignal<BTreeSet<LineId>>,
    /// Line whose details are shown.
    pub detail: RwSignal<LineId>,
    /// Whether they are shown.
    pub detail_open: RwSignal<bool>,
    /// Whether the table of months is shown.
    pub table_open: RwSignal<bool>,
    /// What the live region says.
    pub announcement: RwSignal<String>,
    pub hand: StoredValue<Hand, LocalStorage>,
}

impl Deref for TimelineContext {
    type Target = ScreenContext;

    fn deref(&self) -> &ScreenContext {
        &self.screen
    }
}

impl TimelineContext {
    /// Makes what the panels share; called once, by the screen.
    pub fn provide() {
        let screen = use_screen();
        let ScreenContext { work, prefs, .. } = screen;
        let looked_at = RwSignal::new(FIRST_LOOK);
        let months = Memo::new(move |_| work.plan().with(|p| p.calendar.months));
        let cursor = Memo::new(move |_| looked_at.get().min(months.get().saturating_sub(1)));
        let folded = RwSignal::new(too_many(work));
        provide_context(Self {
            screen,
            gantt: Memo::new(move |_| scene(work, prefs, |s, run| folded.with(|f| gantt(s, run, f)))),
            cash: Memo::new(move |_| scene(work, prefs, |s, run| cash(s, &run.evaluation.outcome))),
            state: Memo::new(move |_| {
                let t = cursor.get();
                scene(work, prefs, |s, run| month_state(s, run, t))
            }),
            cursor,
            looked_at,
            folded,
            detail: RwSignal::new(String::new()),
            detail_open: RwSignal::new(false),
            table_open: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
            hand: StoredValue::new_local(Hand::default()),
        });
    }

    /// The handles of the screen.
    pub fn get() -> Self {
        expect_context()
    }

    /// Texts of the screen.
    pub fn t(self) -> &'static Timeline {
        &self.prefs.t().timeline
    }

    /// As [`TimelineContext::t`], untracked: for event handlers.
    pub fn t_untracked(self) -> &'static Timeline {
        &self.prefs.t_untracked().timeline
    }

    /// Looks at another month.
    pub fn look_at(self, t: usize) {
        self.looked_at.set(t);
    }

    /// Folds a line or unfolds it.
    pub fn fold(self, line: &str) {
        self.folded.update(|f| {
            if !f.remove(line) {
                f.insert(line.to_owned());
            }
        });
    }

    /// Shows the details of a line.
    pub fn open(self, line: &str) {
        self.detail.set(line.to_owned());
        self.detail_open.set(true);
    }

    /// Name of a month in sentences, untracked.
    pub fn month_name(self, t: usize) -> String {
        self.gantt
            .with_untracked(|g| g.names.get(t).cloned().unwrap_or_default())
    }

    /// Reads the scene and the run shown.
    pub fn scene<T>(self, read: impl FnOnce(&Scene, &Run) -> T) -> T {
        scene(self.work, self.prefs, read)
    }
}

fn scene<T>(work: Workspace, prefs: Prefs, read: impl FnOnce(&Scene, &Run) -> T) -> T {
    draw_shown(work, prefs, &Palette::css(), read)
}

/// All lines, if their starts would be too many to read.
fn too_many(work: Workspace) -> BTreeSet<LineId> {
    let evaluation = work.evaluation().get_untracked();
    let lines = &evaluation.inputs.lines;
    if crate::engine::lay_out_bars(&evaluation.inputs).len() + lines.len() > MANY {
        lines.iter().map(|l| l.id.clone()).collect()
    } else {
        BTreeSet::new()
    }
}
