//! Horizontal stacked bars: names from top to bottom, parts from left to right, the total at the end.

use super::{
    ChartView, Format, KeyItem, KeyKind, Scale, ScaledAxis, Scene, Table,
    drawing::Drawing,
    frame::{self, MINI, plot_value},
    palette::source_pattern,
};
use charming::{
    element::{ItemStyle, Tooltip, Trigger},
    series::Bar,
};
use serde_json::{Value, json};

/// A part has its number on it from this share of the axis on; below, the number would not fit.
const LABELLED: f64 = 0.075;

/// How a part is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Filled with the colour.
    Solid,
    /// Colour with this pattern of a source.
    Pattern(usize),
    /// Hatched in the colour.
    Hatch,
    /// An outline in the colour.
    Outline,
}

/// One part of all bars.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// Id of the series.
    pub id: String,
    /// Name; may be written by people.
    pub name: String,
    /// Colour of the fill or the outline.
    pub colour: &'a str,
    /// Colour of numbers on it.
    pub on: &'a str,
    /// How it is filled.
    pub fill: Fill,
    /// Values, shape `[bar]`, in the unit of the axis.
    pub values: Vec<f64>,
}

impl Part<'_> {
    /// Its entry in the key.
    fn key(&self) -> KeyItem {
        let kind = match self.fill {
            Fill::Solid => KeyKind::Fill,
            Fill::Pattern(nth) => KeyKind::Pattern(nth),
            Fill::Hatch => KeyKind::Hatch,
            Fill::Outline => KeyKind::Outline,
        };
        KeyItem {
            label: self.name.clone(),
            colour: self.colour.to_owned(),
            kind,
        }
    }
}

/// A chart of stacked bars.
pub(super) struct Bars<'a> {
    /// Names of the bars; may be written by people.
    pub names: Vec<String>,
    /// Parts in the order of their stacking.
    pub parts: Vec<Part<'a>>,
    /// Decimals of numbers on parts, totals and in tooltips.
    pub decimals: usize,
    /// Width of the names, px.
    pub name_width: i32,
}

impl Bars<'_> {
    /// Sums of the bars, shape `[bar]`.
    pub fn totals(&self) -> Vec<f64> {
        let sum = |bar: usize| {
            self.parts
                .iter()
                .filter_map(|part| part.values.get(bar))
                .map(|v| frame::finite(*v))
                .sum()
        };
        (0..self.names.len()).map(sum).collect()
    }

    /// Axis that holds the longest bar.
    fn scale(&self) -> Scale {
        Scale::round(self.totals().into_iter().fold(0.0, f64::max))
    }

    /// The bars as a chart; `said` is its title and its summary.
    pub fn view(
        &self,
        scene: &Scene,
        name: &'static str,
        unit: &str,
        split_sentence: (String, String),
        table: Table,
        empty: Option<String>,
    ) -> ChartView {
        let scale = self.scale();
        let (title, summary) = split_sentence;
        ChartView {
            name: name.into(),
            lang: scene.lang,
            title,
            unit: unit.to_owned(),
            option: self.option(scene, scale),
            axis: Some(ScaledAxis {
                pointer: "/xAxis",
                scale,
            }),
            key: self.parts.iter().map(Part::key).collect(),
            summary,
            table,
            first: 0,
            empty,
        }
    }

    /// The option; the value axis is `/xAxis`.
    fn option(&self, scene: &Scene, scale: Scale) -> Value {
        let mut chart = Drawing::new()
            .grid(frame::grid(4, 4, 52, 2))
            .tooltip(Tooltip::new().trigger(Trigger::Axis))
            .x_axis(frame::value_axis("value", scale))
            .y_axis(frame::name_axis("names", self.names.clone()));
        let mut series = Vec::new();
        for part in &self.parts {
            chart = chart.series(self.part(part));
            series.push(self.part_patch(scene, part, scale));
        }
        chart = chart.series(Bar::new().id("total").stack("all").data(vec![0.0; self.names.len()]));
        series.push(self.totals_patch(scene));
        let numbers = Format::new(scene.lang, self.decimals);
        let ticks = Format::new(scene.lang, frame::tick_decimals(scale.step));
        let patch = json!({
            "tooltip": { "valueFormatter": numbers.mark(), "axisPointer": { "type": "none" } },
            "xAxis": frame::value_axis_patch(scene, &ticks),
            "yAxis": frame::name_axis_patch(scene, self.name_width),
            "series": series,
        });
        frame::option(scene, chart, patch)
    }

    fn part(&self, part: &Part) -> Bar {
        let style = match part.fill {
            Fill::Solid | Fill::Pattern(_) => ItemStyle::new().color(part.colour),
            Fill::Hatch => ItemStyle::new()
                .color("transparent")
                .border_color(part.colour)
                .border_width(0.5),
            Fill::Outline => ItemStyle::new()
                .color("transparent")
                .border_color(part.colour)
                .border_width(1),
        };
        Bar::new()
            .id(part.id.as_str())
            .name(part.name.as_str())
            .stack("all")
            .item_style(style)
            .data(part.values.iter().map(|value| plot_value(*value)).collect())
    }

    /// Numbers on the parts that are wide enough. Each is a label of its own, so that no code is needed to choose.
    fn part_patch(&self, scene: &Scene, part: &Part, scale: Scale) -> Value {
        let item = |value: &f64| {
            let value = plot_value(*value);
            let is_labelled = value >= scale.max * LABELLED;
            let text = Format::new(scene.lang, self.decimals).write(value);
            json!({ "value": value, "label": { "show": is_labelled, "formatter": text } })
        };
        let decal = match part.fill {
            Fill::Hatch => frame::hatch(part.colour),
            Fill::Pattern(nth) => frame::pattern(nth, &scene.palette.panel),
            Fill::Solid | Fill::Outline => json!("none"),
        };
        json!({
            "barMaxWidth": 20, "barCategoryGap": "35%", "barMinHeight": 0, "emphasis": { "disabled": true },
            "itemStyle": { "decal": decal },
            "label": {
                "position": "insideLeft", "color": part.on, "fontSize": MINI, "fontWeight": 600,
                // Over a pattern a number has the plain colour around it.
                "textBorderColor": part.colour, "textBorderWidth": 3,
            },
            "data": part.values.iter().map(item).collect::<Vec<_>>(),
        })
    }

    fn totals_patch(&self, scene: &Scene) -> Value {
        let item = |total: &f64| {
            let text = Format::new(scene.lang, self.decimals).write(*total);
            json!({ "value": 0, "label": { "formatter": text } })
        };
        json!({
            "barMaxWidth": 20, "silent": true, "tooltip": { "show": false }, "emphasis": { "disabled": true },
            "label": {
                "show": true, "position": "right", "color": scene.palette.ink, "fontSize": MINI, "fontWeight": 600,
            },
            "data": self.totals().iter().map(item).collect::<Vec<_>>(),
        })
    }
}

/// Payments of one source: its colour, its short name.
pub(super) fn source_part<'a>(scene: &Scene<'a>, id: &str, position: usize, values: Vec<f64>) -> Part<'a> {
    let swatch = scene.palette.source(id, position);
    Part {
        id: format!("source-{id}"),
        name: scene.source_name(id).to_owned(),
        colour: &swatch.fill,
        on: &swatch.on,
        fill: Fill::Pattern(source_pattern(id, position)),
        values,
    }
}
