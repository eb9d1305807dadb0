//! The parts of a chart put together into one option.

use charming::{
    component::{Axis, Grid},
    element::Tooltip,
};
use serde::Serialize;
use serde_json::{Map, Value};

/// What `charming::Chart` is, for the components in use here. Its parts are charming's; it is not `Chart` itself because
/// writing one of those brings the writers of all of charming's series and components into the page (about 80 kB).
#[derive(Debug, Default)]
pub(super) struct Drawing {
    tooltip: Value,
    grid: Vec<Value>,
    x_axis: Vec<Value>,
    y_axis: Vec<Value>,
    series: Vec<Value>,
}

impl Drawing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a plot.
    pub fn grid(mut self, grid: Grid) -> Self {
        self.grid.push(to_json(grid));
        self
    }

    /// What is shown at the pointer.
    pub fn tooltip(mut self, tooltip: Tooltip) -> Self {
        self.tooltip = to_json(tooltip);
        self
    }

    /// Adds a horizontal axis.
    pub fn x_axis(mut self, axis: Axis) -> Self {
        self.x_axis.push(to_json(axis));
        self
    }

    /// Adds a vertical axis.
    pub fn y_axis(mut self, axis: Axis) -> Self {
        self.y_axis.push(to_json(axis));
        self
    }

    /// Adds a series: one of charming's.
    pub fn series(mut self, series: impl Serialize) -> Self {
        self.series.push(to_json(series));
        self
    }

    /// The option, without animation.
    pub fn option(self) -> Value {
        let mut option = Map::new();
        option.insert("animation".to_owned(), Value::Bool(false));
        option.insert("tooltip".to_owned(), self.tooltip);
        option.insert("grid".to_owned(), Value::Array(self.grid));
        option.insert("xAxis".to_owned(), one_or_many(self.x_axis));
        option.insert("yAxis".to_owned(), one_or_many(self.y_axis));
        option.insert("series".to_owned(), Value::Array(self.series));
        Value::Object(option)
    }
}

fn to_json(part: impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

/// A single axis stands by itself, as charming writes it.
fn one_or_many(mut axes: Vec<Value>) -> Value {
    match axes.pop() {
        Some(only) if axes.is_empty() => only,
        last => {
            axes.extend(last);
            Value::Array(axes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use charming::{
        Chart,
        element::{AxisType, Trigger},
        series::{Bar, Line, Scatter},
    };

    #[test]
    fn a_drawing_is_written_as_charmings_own_chart() {
        let (grid, tooltip) = (Grid::new().left(4), Tooltip::new().trigger(Trigger::Axis));
        let axis = |id: &str| Axis::new().id(id).type_(AxisType::Category).data(vec!["a", "b"]);
        let line = Line::new().id("l").data(vec![1.0, 2.0]);
        let (bar, dots) = (Bar::new().id("b").data(vec![0.0]), Scatter::new().id("d"));
        let drawing = Drawing::new()
            .grid(grid.clone())
            .tooltip(tooltip.clone())
            .x_axis(axis("points"))
            .x_axis(axis("months"))
            .y_axis(axis("names"))
            .series(line.clone())
            .series(bar.clone())
            .series(dots.clone());
        let chart = Chart::new()
            .grid(grid)
            .tooltip(tooltip)
            .x_axis(axis("points"))
            .x_axis(axis("months"))
            .y_axis(axis("names"))
            .series(line)
            .series(bar)
            .series(dots)
            .animation(false);
        assert_eq!(drawing.option(), serde_json::to_value(chart).unwrap());
    }
}
