//! The heat map of communes as a picture.

use super::image::escape;
use std::fmt::Write;

/// Steps of the shade.
pub const HEAT_STEPS: usize = 5;

/// How strong the accent of a step is, from least to most: with a gap where figures turn from dark to light.
const STRENGTHS: [f64; HEAT_STEPS] = [0.1, 0.22, 0.36, 0.82, 1.0];

/// The first step whose figures are written in the light colour.
const LIGHT_FROM: usize = 3;

/// What the heat map shows, with its sizes in px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatDrawing {
    /// Names of the rows.
    pub rows: Vec<String>,
    /// Names of the columns; the head of a column is its number.
    pub columns: Vec<String>,
    /// Cells of each row, shape `[row][column]`: step of the shade from least to most, and the figure in the cell.
    pub cells: Vec<Vec<Option<(usize, String)>>>,
    /// Width and height of a cell.
    pub cell: (f64, f64),
    /// Room for the names of rows and for the heads.
    pub room: (f64, f64),
}

/// Step of the shade of a value, 0 (least) to [`HEAT_STEPS`] − 1; `None` where there is nothing.
pub fn heat_step(value: f64, most: f64) -> Option<usize> {
    let step = || (value / most * HEAT_STEPS as f64).ceil() as usize;
    (value > 0.0 && most > 0.0).then(|| step().clamp(1, HEAT_STEPS) - 1)
}

/// Cells of one row as SVG, its figures in them: `y` is its upper edge.
pub fn heat_row(drawing: &HeatDrawing, row: usize, y: f64) -> String {
    let ((width, height), (names, _)) = (drawing.cell, drawing.room);
    let mut svg = String::new();
    let cells = drawing.cells.get(row).map_or(&[][..], Vec::as_slice);
    for (col, cell) in cells.iter().enumerate() {
        let Some((step, figure)) = cell else { continue };
        let x = names + col as f64 * width;
        let ink = if *step < LIGHT_FROM {
            "var(--ink)"
        } else {
            "var(--panel)"
        };
        // The head of a column is only a number: the cell says in full what it is about.
        let name_at = |names: &[String], at: usize| names.get(at).map_or(String::new(), |name| escape(name));
        let _ = write!(
            svg,
            "<g><title>{}, {}. {}: {}</title>",
            name_at(&drawing.rows, row),
            col + 1,
            name_at(&drawing.columns, col),
            escape(figure)
        );
        let strength = STRENGTHS.get(*step).copied().unwrap_or(1.0);
        let _ = write!(
            svg,
            r#"<rect x="{x}" y="{y}" width="{}" height="{}" fill="var(--accent)" fill-opacity="{strength}"/>"#,
            width - 1.0,
            height - 1.0
        );
        let _ = write!(
            svg,
            r#"<text x="{}" y="{}" text-anchor="end" style="fill:{ink}">{}</text></g>"#,
            x + width - 5.0,
            y + height - 4.0,
            escape(figure)
        );
    }
    svg
}

/// Colour of a step, as an attribute list of an SVG shape.
pub fn heat_strength(step: usize) -> String {
    STRENGTHS.get(step).copied().unwrap_or(1.0).to_string()
}

/// The drawing with its width and height, px; the names of the columns stand below it.
pub fn heat_svg(drawing: &HeatDrawing) -> (String, f64, f64) {
    let ((cell_w, cell_h), (names, heads)) = (drawing.cell, drawing.room);
    let width = names + drawing.columns.len() as f64 * cell_w;
    let grid = heads + drawing.rows.len() as f64 * cell_h;
    let height = grid + 10.0 + drawing.columns.len() as f64 * 15.0;
    let mut body = String::new();
    let mut text = |x: f64, y: f64, anchor: &str, words: &str| {
        let words = escape(words);
        let _ = write!(
            body,
            r#"<text x="{x}" y="{y}" text-anchor="{anchor}" fill="var(--ink-2)">{words}</text>"#
        );
    };
    for (i, name) in drawing.rows.iter().enumerate() {
        text(0.0, heads + i as f64 * cell_h + cell_h - 4.0, "start", name);
    }
    for (i, name) in drawing.columns.iter().enumerate() {
        text(names + (i as f64 + 0.5) * cell_w, 11.0, "middle", &(i + 1).to_string());
        text(
            0.0,
            grid + 20.0 + i as f64 * 15.0,
            "start",
            &format!("{}. {name}", i + 1),
        );
    }
    for row in 0..drawing.rows.len() {
        body.push_str(&heat_row(drawing, row, heads + row as f64 * cell_h));
    }
    let svg =
        format!(r#"<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-size="11">{body}</svg>"#);
    (svg, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_names_every_row_and_column_as_text() {
        let drawing = HeatDrawing {
            rows: vec!["Thạch <b>Hạ</b>".into()],
            columns: vec!["Quy hoạch".into(), "Giao thông".into()],
            cells: vec![vec![Some((0, "1,2".into())), None]],
            cell: (56.0, 16.0),
            room: (130.0, 16.0),
        };
        let (svg, width, height) = heat_svg(&drawing);
        assert!(
            svg.contains("Thạch &lt;b&gt;Hạ") && svg.contains("2. Giao thông"),
            "{svg}"
        );
        assert_eq!((width, height), (242.0, 72.0));
        assert_eq!(svg.matches("<rect").count(), 1);
        assert!(svg.contains(">1,2</text>"), "{svg}");
        assert!(
            svg.contains("<title>Thạch &lt;b&gt;Hạ&lt;/b&gt;, 1. Quy hoạch: 1,2</title>"),
            "{svg}"
        );
    }

    #[test]
    fn the_dearest_is_darkest_and_nothing_to_pay_is_not_drawn() {
        assert_eq!(heat_step(0.0, 10.0), None);
        assert_eq!(heat_step(0.1, 10.0), Some(0));
        assert_eq!(heat_step(2.0, 10.0), Some(0));
        assert_eq!(heat_step(2.1, 10.0), Some(1));
        assert_eq!(heat_step(10.0, 10.0), Some(4));
        assert_eq!(heat_step(1.0, 0.0), None);
    }
}
