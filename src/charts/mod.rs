//! From outcomes to chart options; no DOM.
//!
//! Each chart is a function from a [`Scene`] and one or more [`Run`]s to a [`ChartView`]: the finding as a sentence,
//! an ECharts option, a summary and the figures as a table. An option is built with charming's types; what those
//! cannot say (hatching, end labels, halos, shaded months, labels between ticks, plain-text tooltips) is merged in as
//! JSON by `frame::option`.
//!
//! Rules that hold for every option, and that tests keep:
//! - it is data: no code, no markup; names from a plan stand as values and are drawn as text;
//! - all numbers are finite;
//! - series have ids that stay the same while the plan's ids do, and the same members whatever the outcome, because
//!   an update merges into the series with the same id;
//! - nothing is told by colour alone: lines and scenarios have shapes, bars stand in one order and differ in
//!   lightness, and what hatching means is fixed.

mod actuals;
mod band;
mod bars;
mod cash;
mod causes;
mod compare;
mod drawing;
mod fan;
mod format;
mod frame;
mod frontier;
pub mod gantt;
mod heat;
mod image;
pub mod inline;
mod line_detail;
mod marks;
mod money;
mod months;
mod multiples;
mod palette;
mod recognised;
mod sankey;
mod scale;
mod scatter;
mod spread;
mod tornado;
mod view;

pub use cash::cash;
pub use causes::causes;
pub use compare::{compare_attainment, compare_sources};
pub use fan::fan;
pub use format::Format;
pub use frontier::frontier;
pub use heat::{HEAT_STEPS, HeatDrawing, heat_row, heat_step, heat_strength, heat_svg};
pub use image::{Footnote, Picture, picture};
pub use line_detail::line_detail;
pub use marks::{Mark, Shape, line_shape, scenario_mark};
pub use money::{money_by_line, money_by_source};
pub use multiples::{multiples, multiples_down};
pub use palette::{Palette, Swatch};
pub use recognised::recognised;
pub use sankey::money_flow;
pub use scale::Scale;
pub use scatter::scatter;
pub use spread::{measure_id, spread};
pub use tornado::{Indices, tornado};
pub use view::{Cell, ChartView, Key, KeyItem, KeyKind, ScaledAxis, Table, take_formats};

use crate::{
    engine::Evaluation,
    formats::number::{MoneyUnit, money_unit_name},
    i18n::{self, charts::Charts},
    model::{Event, Lang, Plan, Scenario},
};

/// What a chart is drawn from and how its texts and numbers are written.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The plan: names and calendar.
    pub plan: &'a Plan,
    /// Language of all texts and numbers drawn.
    pub lang: Lang,
    /// Unit of money in tables and named amounts; axes and labels of bars are always in tỷ.
    pub unit: MoneyUnit,
    /// Colours by meaning, as values or as names of variables.
    pub palette: &'a Palette,
}

impl Scene<'_> {
    fn texts(&self) -> &'static Charts {
        &i18n::texts(self.lang).charts
    }

    /// Name of the line at this place of an outcome.
    fn line_name(&self, id: &str) -> &str {
        self.plan.line(id).map_or("", |line| line.name.get(self.lang))
    }

    /// Name of a source, the short one if there is one.
    fn source_name(&self, id: &str) -> &str {
        let Some(source) = self.plan.source(id) else {
            return "";
        };
        let short = source.short.get(self.lang);
        if short.is_empty() {
            source.name.get(self.lang)
        } else {
            short
        }
    }

    /// A table cell with an amount in triệu đồng, in the unit of the page.
    fn money_cell(&self, amount: f64) -> Cell {
        match self.unit {
            MoneyUnit::Million => Cell::number(amount, 0),
            MoneyUnit::Billion => Cell::number(amount / 1000.0, 1),
        }
    }

    /// Name of the unit of [`Scene::money_cell`].
    fn money_unit(&self) -> &'static str {
        money_unit_name(self.unit, self.lang)
    }

    /// Name of the unit of axes.
    fn billions(&self) -> &'static str {
        money_unit_name(MoneyUnit::Billion, self.lang)
    }
}

/// One scenario and what came out of it.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The scenario; `None`: the plan as it stands.
    pub scenario: Option<&'a Scenario>,
    /// Results of the plan under the scenario.
    pub evaluation: &'a Evaluation,
}

impl Run<'_> {
    fn name(&self, lang: Lang) -> &str {
        self.scenario.map_or("", |scenario| scenario.name.get(lang))
    }

    /// Whether an event of the plan is on in this run.
    fn is_on(&self, event: &Event) -> bool {
        let choice = self.scenario.and_then(|s| s.overrides.events.get(&event.id).copied());
        choice.unwrap_or(event.on)
    }
}
