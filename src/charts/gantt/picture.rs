//! The timeline as a picture: the rows of the drawing as one SVG, with the colours of the light theme.

use super::{Gantt, Piece, PieceKind, Row};
use crate::charts::Palette;
use crate::charts::image::escaped;
use std::fmt::Write;

/// Room for the names of rows, px.
const NAMES: f64 = 230.0;
/// Width of a month, px.
const MONTH: f64 = 52.0;
/// Height of a row, px.
const ROW: f64 = 22.0;
/// Height of the head, px.
const HEAD: f64 = 20.0;
/// Letters that fit into the room for names.
const LETTERS: usize = 38;

/// The drawing with its width and height, px.
pub fn gantt_svg(gantt: &Gantt, palette: &Palette) -> (String, f64, f64) {
    let months = gantt.months.len() as f64;
    let (width, height) = (NAMES + months * MONTH, HEAD + gantt.rows.len() as f64 * ROW);
    let mut body = String::new();
    for (t, name) in gantt.months.iter().enumerate() {
        let x = NAMES + t as f64 * MONTH;
        let _ = write!(body, r#"<path d="M{x} {HEAD}V{height}" stroke="{}"/>"#, palette.grid);
        text(&mut body, x + MONTH / 2.0, HEAD - 6.0, "middle", &palette.ink_3, name);
    }
    for (i, row) in gantt.rows.iter().enumerate() {
        draw(&mut body, row, HEAD + i as f64 * ROW, palette);
    }
    let svg =
        format!(r#"<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-size="11">{body}</svg>"#);
    (svg, width, height)
}

fn text(body: &mut String, x: f64, y: f64, anchor: &str, colour: &str, words: &str) {
    let words = escaped(words);
    let _ = write!(
        body,
        r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" fill="{colour}">{words}</text>"#
    );
}

fn at(month: f64) -> f64 {
    NAMES + month * MONTH
}

fn draw(body: &mut String, row: &Row, top: f64, palette: &Palette) {
    let name = if row.name.is_empty() { &row.label } else { &row.name };
    let named = if row.name.is_empty() || row.label.is_empty() {
        name.clone()
    } else {
        format!("{name}: {}", row.label)
    };
    let short: String = named.chars().take(LETTERS).collect();
    text(body, 0.0, top + 15.0, "start", &palette.ink, &short);
    for piece in row.pieces.iter().filter(|p| p.kind == PieceKind::Slow) {
        draw_piece(body, piece, top, row, palette);
    }
    if let Some(bar) = &row.bar {
        let (x, end) = (at(bar.start as f64), at(bar.end));
        let _ = write!(
            body,
            r#"<rect x="{x:.1}" y="{}" width="{:.1}" height="{}" fill="{}"/>"#,
            top + 3.0,
            (end - x).max(1.0),
            ROW - 6.0,
            row.colours.0
        );
        text(body, x + 4.0, top + 15.0, "start", &row.colours.1, &bar.text);
    }
    for piece in row.pieces.iter().filter(|p| p.kind != PieceKind::Slow) {
        draw_piece(body, piece, top, row, palette);
    }
}

fn draw_piece(body: &mut String, piece: &Piece, top: f64, row: &Row, palette: &Palette) {
    let (x, end, middle) = (at(piece.from), at(piece.to), top + ROW / 2.0);
    let wide = (end - x).max(1.0);
    let colour = &row.colours.0;
    let _ = match piece.kind {
        PieceKind::Slow => write!(
            body,
            r#"<rect x="{x:.1}" y="{top}" width="{wide:.1}" height="{ROW}" fill="{}"/>"#,
            palette.flood
        ),
        PieceKind::Tick => write!(
            body,
            r#"<path d="M{end:.1} {}v4" stroke="{}"/>"#,
            top + ROW - 4.0,
            palette.axis
        ),
        PieceKind::Fold => write!(
            body,
            r#"<rect x="{x:.1}" y="{}" width="{wide:.1}" height="{}" fill="{colour}"/>"#,
            top + 7.0,
            ROW - 14.0
        ),
        PieceKind::Wait => write!(
            body,
            r#"<path d="M{x:.1} {middle}H{end:.1}" stroke="{colour}" stroke-width="2" stroke-dasharray="1 4"/>"#
        ),
        PieceKind::Round => write!(
            body,
            r#"<path d="M{x:.1} {middle}m-5 0l5 -5l5 5l-5 5z" fill="{colour}"/>"#
        ),
        PieceKind::Never => write!(
            body,
            r#"<path d="M{x:.1} {middle}m-4 -4l8 8m0 -8l-8 8" stroke="{}" stroke-width="2"/>"#,
            palette.bad
        ),
        PieceKind::NotStarted => write!(
            body,
            r#"<rect x="{x:.1}" y="{}" width="{wide:.1}" height="{}" fill="none" stroke="{}" stroke-dasharray="4 3"/>"#,
            top + 3.0,
            ROW - 6.0,
            palette.bad
        ),
        PieceKind::Flag => write!(
            body,
            r#"<path d="M{x:.1} {}v{}m0 -12l8 3l-8 3" stroke="{}" fill="{}"/>"#,
            top + 3.0,
            ROW - 6.0,
            palette.ink,
            palette.ink
        ),
        PieceKind::Note => Ok(()),
    };
    if !piece.text.is_empty() {
        let shift = if piece.kind == PieceKind::NotStarted { 4.0 } else { 9.0 };
        text(body, x + shift, top + 15.0, "start", &palette.ink_2, &piece.text);
    }
}
