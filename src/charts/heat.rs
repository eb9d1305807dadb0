//! The heat map of communes as a picture.

use super::image::escaped;
use std::fmt::Write;

/// How strong the accent of a step is, from least to most.
const STRENGTHS: [f64; 5] = [0.14, 0.32, 0.52, 0.75, 1.0];

/// What the heat map shows, with its sizes in px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatDrawing {
    /// Names of the rows.
    pub rows: Vec<String>,
    /// Names of the columns; the head of a column is its number.
    pub columns: Vec<String>,
    /// Path of the cells of each step, from least to most.
    pub shades: Vec<String>,
    /// Width and height of a cell.
    pub cell: (f64, f64),
    /// Room for the names of rows and for the heads.
    pub room: (f64, f64),
}

/// The drawing with its width and height, px; the names of the columns stand below it.
pub fn heat_svg(drawing: &HeatDrawing) -> (String, f64, f64) {
    let ((cell_w, cell_h), (names, heads)) = (drawing.cell, drawing.room);
    let width = names + drawing.columns.len() as f64 * cell_w;
    let grid = heads + drawing.rows.len() as f64 * cell_h;
    let height = grid + 10.0 + drawing.columns.len() as f64 * 15.0;
    let mut body = String::new();
    let mut text = |x: f64, y: f64, anchor: &str, words: &str| {
        let words = escaped(words);
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
    for (path, strength) in drawing.shades.iter().zip(STRENGTHS) {
        let _ = write!(
            body,
            r#"<path d="{path}" fill="var(--accent)" fill-opacity="{strength}"/>"#
        );
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
            shades: vec!["M0 0h1".into(); 5],
            cell: (56.0, 16.0),
            room: (130.0, 16.0),
        };
        let (svg, width, height) = heat_svg(&drawing);
        assert!(
            svg.contains("Thạch &lt;b&gt;Hạ") && svg.contains("2. Giao thông"),
            "{svg}"
        );
        assert_eq!((width, height), (242.0, 72.0));
        assert_eq!(svg.matches("<path").count(), 5);
    }
}
