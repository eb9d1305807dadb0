//! What a chart shows, apart from how it gets on the screen.

use super::{Format, Scale, Shape};
use crate::{formats::number::number, model::Lang};
use serde_json::Value;
use std::borrow::Cow;

/// Width and least height of the drawing in a picture, px: a landscape page of a report at 96 dots to the inch.
const PICTURE: (f64, f64) = (880.0, 380.0);
/// Height of each row of small charts in a picture, px.
const GRID: f64 = 230.0;
/// Height of a named row in a picture, px.
const NAME: f64 = 26.0;

/// A chart with everything a page needs to show it: finding, drawing, key, and the same figures as text and table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartView {
    /// Name, unique on a page: `cash`, `recognised`, `fan-gardens`…
    pub name: Cow<'static, str>,
    /// Language of all texts and numbers below.
    pub lang: Lang,
    /// What the chart shows, as a sentence.
    pub title: String,
    /// Unit of the value axis.
    pub unit: String,
    /// ECharts option. Holds data only, never code; number formats are marked (see [`Format`]).
    pub option: Value,
    /// The axis whose end should not jump while something is dragged.
    pub axis: Option<ScaledAxis>,
    /// What the colours and shapes mean, where they are not labelled in the drawing.
    pub key: Vec<KeyItem>,
    /// The chart in two or three sentences, for those who cannot see it.
    pub summary: String,
    /// The figures behind the drawing.
    pub table: Table,
    /// Place in the drawing of the first row of the table: 1 where a curve starts before its first month.
    pub first: usize,
    /// Said instead of a drawing when there is nothing to draw.
    pub empty: Option<String>,
}

impl ChartView {
    /// A drawing of the page that is no chart of the library, for a picture: name, title and unit.
    pub fn of_drawing(name: &'static str, lang: Lang, title: String, unit: &str) -> Self {
        Self {
            name: name.into(),
            lang,
            title,
            unit: unit.to_owned(),
            option: Value::Null,
            axis: None,
            key: vec![],
            summary: String::new(),
            table: Table::default(),
            first: 0,
            empty: None,
        }
    }

    /// The option with the value axis ending at `scale`.
    pub fn option_at(&self, scale: Option<Scale>) -> Value {
        let mut option = self.option.clone();
        if let (Some(axis), Some(scale)) = (&self.axis, scale)
            && let Some(Value::Object(target)) = option.pointer_mut(axis.pointer)
        {
            target.insert("max".into(), scale.max.into());
            target.insert("interval".into(), scale.step.into());
        }
        option
    }

    /// Whether names stand at the ends of curves. The library places such a name only when it draws the curve for the
    /// first time: such a chart has to be drawn anew, or its names stay where the curves were.
    pub fn names_at_ends(&self) -> bool {
        let series = self.option.get("series").and_then(Value::as_array);
        series.is_some_and(|all| all.iter().any(|s| s.get("endLabel").is_some()))
    }

    /// Width and height of the drawing in a picture for a report, px: the same however the chart stands on the page;
    /// higher where charts stand in rows or names below each other.
    pub fn picture_size(&self) -> (f64, f64) {
        let grids = self.option.get("grid").and_then(Value::as_array).map_or(1, Vec::len);
        let names = self.option.get("yAxis").and_then(|axis| {
            let axis = axis.as_array().map_or(Some(axis), |axes| axes.first())?;
            axis.get("data").and_then(Value::as_array).map(Vec::len)
        });
        let down = grids.div_ceil(super::multiples::ACROSS).max(1) as f64;
        let rows = names.unwrap_or_default() as f64;
        let height = if down > 1.0 {
            down * GRID
        } else {
            (rows * NAME + 60.0).max(PICTURE.1)
        };
        (PICTURE.0, height)
    }

    /// The figures of one row as a sentence, e.g. for a month the reader walks to; `None` beyond the last row.
    pub fn readout(&self, row: usize) -> Option<String> {
        let cells = self.table.rows.get(row)?;
        let (head, rest) = cells.split_first()?;
        let mut parts = Vec::new();
        for (column, cell) in self.table.columns.iter().skip(1).zip(rest) {
            if !matches!(cell, Cell::Empty) {
                parts.push(format!("{column} {}", cell.show(self.lang)));
            }
        }
        Some(format!("{}: {}", head.show(self.lang), parts.join("; ")))
    }
}

/// A value axis that keeps its end during a drag.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaledAxis {
    /// JSON pointer of the axis in the option.
    pub pointer: &'static str,
    /// The end it would have on its own.
    pub scale: Scale,
}

/// One entry of a chart's key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyItem {
    /// What it is; may be written by people, so it is text, never markup.
    pub label: String,
    /// Colour of the box, line or marker.
    pub colour: String,
    /// How it is drawn.
    pub kind: KeyKind,
}

/// How an entry of a key is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// A filled box.
    Fill,
    /// A filled box with this pattern of a source (0–5), so that grey print tells it from others.
    Pattern(usize),
    /// A hatched box.
    Hatch,
    /// A box with an outline only.
    Outline,
    /// A full line.
    Line,
    /// A dashed line.
    Dashed,
    /// A marker of a compared scenario.
    Marker(Shape),
}

/// The figures behind a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Headers; the first names the rows.
    pub columns: Vec<String>,
    /// Cells, shape `[row][column]`; the first cell of a row is its name.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words; never markup.
    Text(String),
    /// A number and how many decimals it is shown with.
    Number {
        /// The number, finite.
        value: f64,
        /// Decimals it is shown with.
        decimals: usize,
    },
    /// Nothing to say here: not applicable, or not finite.
    Empty,
}

impl Cell {
    /// A number, or empty if it is not finite.
    pub fn number(value: f64, decimals: usize) -> Self {
        if value.is_finite() {
            Self::Number { value, decimals }
        } else {
            Self::Empty
        }
    }

    /// As shown in `lang`.
    pub fn show(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number { value, decimals } => number(*value, *decimals, lang),
            Self::Empty => String::new(),
        }
    }
}

/// Takes the number formats out of an option: removes each mark and says where it stood, as the keys from the root.
pub fn take_formats(option: &mut Value) -> Vec<(Vec<Key>, Format)> {
    let mut formats = Vec::new();
    collect(option, &mut Vec::new(), &mut formats);
    formats
}

/// A step from the root of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Member of an object.
    Name(String),
    /// Element of a list.
    Index(u32),
}

fn collect(value: &mut Value, path: &mut Vec<Key>, formats: &mut Vec<(Vec<Key>, Format)>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                path.push(Key::Name(name.clone()));
                match Format::read(member) {
                    Some(format) => {
                        *member = Value::Null;
                        formats.push((path.clone(), format));
                    }
                    None => collect(member, path, formats),
                }
                path.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                // Rows of plain numbers hold no formats; most of an option is that.
                if item.is_object() || item.is_array() {
                    path.push(Key::Index(index as u32));
                    collect(item, path, formats);
                    path.pop();
                }
            }
        }
        _ => {}
    }
}
