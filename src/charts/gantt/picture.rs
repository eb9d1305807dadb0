//! The timeline as a picture: the rows of the drawing and the money of each month as one SVG, with the colours of the
//! light theme, and its key.

use super::{Cash, Gantt, GanttBar, Piece, PieceKind, Row};
use crate::charts::image::escape;
use crate::charts::{KeyItem, KeyKind, Palette, Shape};
use crate::i18n::timeline::Timeline as Words;
use std::fmt::Write;

/// Room for the names of rows, px.
const NAMES: f64 = 280.0;
/// Width of a month, px.
const MONTH: f64 = 52.0;
/// Height of a row, px.
const ROW: f64 = 22.0;
/// Height of the head, px.
const HEAD: f64 = 20.0;
/// Height of the columns of money, px, without the figures above them.
const CASH: f64 = 76.0;
/// Height of a figure above a column, px.
const FIGURE: f64 = 14.0;
/// Width of a letter, px, generous.
const LETTER: f64 = 6.2;

/// The drawing with its width and height, px.
pub fn gantt_svg(gantt: &Gantt, cash: &Cash, words: &Words, palette: &Palette) -> (String, f64, f64) {
    // A sign at the end of the last month is drawn whole.
    let width = at(gantt.months.len() as f64) + 8.0;
    let rows = HEAD + gantt.rows.len() as f64 * ROW;
    let height = rows + FIGURE + CASH + 2.0 * ROW;
    let mut body = String::new();
    for (t, name) in gantt.months.iter().enumerate() {
        let x = at(t as f64);
        let _ = write!(body, r#"<path d="M{x} {HEAD}V{height}" stroke="{}"/>"#, palette.grid);
        text(&mut body, x + MONTH / 2.0, HEAD - 6.0, "middle", &palette.ink_3, name);
    }
    for (i, row) in gantt.rows.iter().enumerate() {
        draw(&mut body, row, HEAD + i as f64 * ROW, width, palette);
    }
    money(&mut body, cash, rows, words, palette);
    let svg =
        format!(r#"<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-size="11">{body}</svg>"#);
    (svg, width, height)
}

/// What the colours and signs of the drawing mean.
pub fn gantt_key(words: &Words, palette: &Palette) -> Vec<KeyItem> {
    let item = |label: &str, colour: &str, kind: KeyKind| KeyItem {
        label: label.to_owned(),
        colour: colour.to_owned(),
        kind,
    };
    let work = &palette.line("areas", 2).fill;
    vec![
        item(words.key_work, work, KeyKind::Fill),
        item(words.key_slowed, &palette.flood, KeyKind::Fill),
        item(words.key_waiting, work, KeyKind::Dashed),
        item(words.key_round, work, KeyKind::Marker(Shape::Diamond)),
        item(words.key_never, &palette.bad, KeyKind::Outline),
        item(words.key_not_started, &palette.bad, KeyKind::Dashed),
        item(words.cash_need, &palette.ink, KeyKind::Hatch),
        item(words.cash_free, &palette.accent, KeyKind::Fill),
    ]
}

fn text(body: &mut String, x: f64, y: f64, anchor: &str, colour: &str, words: &str) {
    let words = escape(words);
    let _ = write!(
        body,
        r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" fill="{colour}">{words}</text>"#
    );
}

/// A text cut to a width, px, with a sign that it is cut.
fn cut(words: &str, width: f64) -> String {
    let room = (width / LETTER).max(0.0) as usize;
    if words.chars().count() <= room {
        return words.to_owned();
    }
    let clipped: String = words.chars().take(room.saturating_sub(1)).collect();
    if clipped.is_empty() {
        clipped
    } else {
        format!("{}…", clipped.trim_end())
    }
}

fn at(month: f64) -> f64 {
    NAMES + month * MONTH
}

fn draw(body: &mut String, row: &Row, top: f64, width: f64, palette: &Palette) {
    let name = if row.name.is_empty() { &row.label } else { &row.name };
    let row_title = if row.name.is_empty() || row.label.is_empty() {
        name.clone()
    } else {
        format!("{name}: {}", row.label)
    };
    text(
        body,
        0.0,
        top + 15.0,
        "start",
        &palette.ink,
        &cut(&row_title, NAMES - 6.0),
    );
    // What the row stands on is drawn below its bar.
    let below = |p: &&Piece| matches!(p.kind, PieceKind::Slow | PieceKind::Tick);
    for piece in row.pieces.iter().filter(below) {
        draw_piece(body, piece, top, row, width, palette);
    }
    if let Some(bar) = &row.bar {
        draw_bar(body, bar, top, row, palette);
    }
    for piece in row.pieces.iter().filter(|p| !below(p)) {
        draw_piece(body, piece, top, row, width, palette);
    }
}

/// A bar: full where its units reach a round, an outline where they do not, as on the page.
fn draw_bar(body: &mut String, bar: &GanttBar, top: f64, row: &Row, palette: &Palette) {
    let (x, end) = (at(bar.start as f64), at(bar.end));
    let (paint, ink) = match bar.round {
        Some(_) => (format!(r#"fill="{}""#, row.colours.0), &row.colours.1),
        None => (
            format!(r#"fill="{}" stroke="{}""#, palette.panel, palette.bad),
            &palette.bad,
        ),
    };
    let (wide, tall) = ((end - x).max(1.0), ROW - 6.0);
    let y = top + 3.0;
    let _ = write!(
        body,
        r#"<rect x="{x:.1}" y="{y}" width="{wide:.1}" height="{tall}" {paint}/>"#
    );
    for (from, to) in &bar.slowed {
        let (from, to) = (at(*from as f64), at(*to as f64).min(end));
        let mut stripe = from;
        while stripe + 6.0 < to {
            let _ = write!(
                body,
                r#"<path d="M{stripe:.1} {:.1}l6 -{tall}" stroke="{}" stroke-width="1.5"/>"#,
                y + tall,
                palette.panel
            );
            stripe += 7.0;
        }
    }
    text(body, x + 4.0, top + 15.0, "start", ink, &cut(&bar.text, wide - 6.0));
}

fn draw_piece(body: &mut String, piece: &Piece, top: f64, row: &Row, width: f64, palette: &Palette) {
    let (x, end, middle) = (at(piece.from), at(piece.to), top + ROW / 2.0);
    let wide = (end - x).max(1.0);
    // A round and its tick stand in the middle of their month.
    let month = (x + end) / 2.0;
    let colour = &row.colours.0;
    let _ = match piece.kind {
        PieceKind::Slow => write!(
            body,
            r#"<rect x="{x:.1}" y="{top}" width="{wide:.1}" height="{ROW}" fill="{}"/>"#,
            palette.flood
        ),
        PieceKind::Tick => write!(
            body,
            r#"<path d="M{month:.1} {middle}m-3 0l3 -3l3 3l-3 3z" fill="{}" stroke="{}"/>"#,
            palette.panel, palette.axis
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
            r#"<path d="M{month:.1} {middle}m-5 0l5 -5l5 5l-5 5z" fill="{colour}"/>"#
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
    if piece.text.is_empty() {
        return;
    }
    let letters = LETTER * piece.text.chars().count() as f64;
    let ink = match piece.kind {
        PieceKind::Never | PieceKind::NotStarted => &palette.bad,
        _ => &palette.ink_2,
    };
    // Words go to the right of their sign unless the picture ends there.
    let (x, anchor) = match piece.kind {
        PieceKind::Note => (width - 4.0, "end"),
        PieceKind::Never => (x - 7.0, "end"),
        PieceKind::Round => (month - 9.0, "end"),
        PieceKind::NotStarted => ((x + 4.0).min(width - letters).max(NAMES), "start"),
        _ if x + 11.0 + letters > width => (x - 4.0, "end"),
        _ => (x + 11.0, "start"),
    };
    text(body, x, top + 15.0, anchor, ink, &piece.text);
}

/// Money of each month below the rows: needed beside released, and what waits; the first month of shortage is marked.
fn money(body: &mut String, cash: &Cash, top: f64, words: &Words, palette: &Palette) {
    let (floor, waits) = (top + FIGURE + CASH, top + FIGURE + CASH + 16.0);
    let _ = write!(
        body,
        r#"<path d="M0 {top}H{:.1}" stroke="{}" stroke-width="2"/>"#,
        at(cash.months.len() as f64),
        palette.ink
    );
    text(body, 0.0, top + 20.0, "start", &palette.ink, words.cash);
    text(body, 0.0, top + 36.0, "start", &palette.ink_3, words.billion);
    text(body, 0.0, waits, "start", &palette.ink_2, words.cash_waiting);
    for (t, month) in cash.months.iter().enumerate() {
        let short = cash.shortage.is_some_and(|s| s.0 == t);
        let need = if short { &palette.risk } else { &palette.ink };
        let (x, wide) = (at(t as f64) + 4.0, (MONTH - 10.0) / 2.0);
        let columns = [
            (x, format!(r#"fill="{need}" fill-opacity="0.4" stroke="{need}""#)),
            (x + wide + 2.0, format!(r#"fill="{}""#, palette.accent)),
        ];
        for (((x, paint), part), figure) in columns.iter().zip(month.heights).zip(&month.words) {
            let tall = part * CASH;
            let y = floor - tall;
            let _ = write!(
                body,
                r#"<rect x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{tall:.1}" {paint}/>"#
            );
            let _ = write!(
                body,
                r#"<text x="{:.1}" y="{:.1}" text-anchor="middle" font-size="9" fill="{}">{}</text>"#,
                x + wide / 2.0,
                y - 2.0,
                palette.ink_2,
                escape(figure)
            );
        }
        let peak = cash.peak == Some(t);
        let ink = if short || peak { &palette.risk } else { &palette.ink_3 };
        let waiting = if short {
            format!("▲\u{a0}{}", month.words[2])
        } else {
            month.words[2].clone()
        };
        text(body, at(t as f64) + MONTH / 2.0, waits, "middle", ink, &waiting);
    }
    if let Some(sentence) = &cash.sentence {
        let note = format!("▲ {sentence}.");
        text(body, 0.0, waits + ROW - 2.0, "start", &palette.risk, &note);
    }
}
