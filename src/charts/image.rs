//! A chart as a picture for a report: title, unit, key, drawing, and where the figures come from, as one SVG.

use super::{ChartView, KeyItem, KeyKind, Palette, Shape, palette::in_light};

/// Margin around everything, px.
const MARGIN: f64 = 16.0;
/// Height of a line of text, px.
const ROW: f64 = 18.0;
/// Width of a letter as a part of the size of the text: generous, so that a line of text ends inside the picture.
const LETTER: f64 = 0.58;
/// Size of the texts of the key, px.
const KEY: f64 = 12.0;
/// Size of the title, px.
const TITLE: f64 = 15.0;
/// Size of the lines below the drawing, px.
const FOOT: f64 = 11.0;
/// Width of a sign of the key with the room around it, px.
const SIGN: f64 = 34.0;

/// What a picture says below the drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footnote {
    /// Plan and scenario.
    pub plan: String,
    /// Where the figures come from, and the day of the picture.
    pub source: String,
}

/// A picture: SVG text, width and height in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// SVG document; colours are values of the light theme, texts are escaped.
    pub svg: String,
    /// Width of the picture, px.
    pub width: f64,
    /// Height of the picture, px.
    pub height: f64,
}

/// Frames the drawing of a chart (an SVG element of `width` × `height` px, as the chart library writes it).
pub fn picture(view: &ChartView, drawing: &str, width: f64, height: f64, note: &Footnote) -> Picture {
    let palette = Palette::light();
    let mut body = String::new();
    let mut y = MARGIN + 14.0;
    y = lines(&mut body, &view.title, y, width, TITLE, &palette.ink);
    y = lines(&mut body, &view.unit, y, width, KEY, &palette.ink_2);
    let (key, rows) = key(&view.key, y, width, &palette);
    body.push_str(&key);
    y += ROW * rows as f64;
    let inner_svg = drawing.replacen("<svg ", &format!(r#"<svg x="{MARGIN}" y="{y}" "#), 1);
    body.push_str(&inner_svg);
    y += height + ROW;
    for text in [&note.plan, &note.source] {
        y = lines(&mut body, text, y, width, FOOT, &palette.ink_3);
    }
    let (width, height) = (width + 2.0 * MARGIN, y + MARGIN - ROW / 2.0);
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{}"><rect width="100%" height="100%" fill="{}"/>{body}</svg>"#,
        escape(&palette.font),
        palette.panel,
    );
    Picture {
        svg: quoted_once(&in_light(&svg)),
        width,
        height,
    }
}

/// A text in as many lines as it needs in a width, px; where the next line begins. What is larger than the key is bold.
fn lines(body: &mut String, text: &str, mut y: f64, width: f64, size: f64, colour: &str) -> f64 {
    let (weight, wide) = if size > KEY { (600, 1.08) } else { (400, 1.0) };
    for row in wrap(text, (width / (size * LETTER * wide)) as usize) {
        body.push_str(&format!(
            r#"<text x="{MARGIN}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{}</text>"#,
            escape(&row)
        ));
        y += size + 5.0;
    }
    y
}

/// A text in lines of at most so many letters, broken between words; a word that is longer has a line of its own, cut
/// into pieces.
fn wrap(text: &str, letters: usize) -> Vec<String> {
    let letters = letters.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let word: Vec<char> = word.chars().collect();
        for piece in word.chunks(letters) {
            let room = line.is_empty() || line.chars().count() + 1 + piece.len() <= letters;
            if !room {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(piece);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The chart library writes names of fonts in double quotes inside a `style` that stands in double quotes itself; no
/// picture can be drawn from that. Inside a style they become single ones.
fn quoted_once(svg: &str) -> String {
    const FONT: &str = "font-family:";
    let mut parts = svg.split(FONT);
    let mut with_ids = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(';').unwrap_or(0);
        let (font, rest) = part.split_at(end);
        with_ids.push_str(FONT);
        with_ids.push_str(&font.replace('"', "'"));
        with_ids.push_str(rest);
    }
    with_ids
}

/// The entries of a key in rows, and how many rows there are.
fn key(items: &[KeyItem], top: f64, width: f64, palette: &Palette) -> (String, usize) {
    let (mut body, mut x, mut rows) = (String::new(), MARGIN, usize::from(!items.is_empty()));
    for item in items {
        let wide = SIGN + KEY * LETTER * item.label.chars().count() as f64;
        if x > MARGIN && x + wide > width + MARGIN {
            x = MARGIN;
            rows += 1;
        }
        let y = top + ROW * (rows as f64 - 1.0);
        body.push_str(&sign(item, x, y, &palette.panel));
        body.push_str(&format!(
            r#"<text x="{}" y="{y}" font-size="12" fill="{}">{}</text>"#,
            x + 18.0,
            palette.ink_2,
            escape(&item.label)
        ));
        x += wide;
    }
    (body, rows)
}

fn sign(item: &KeyItem, x: f64, y: f64, panel: &str) -> String {
    let colour = escape(&item.colour);
    let bar = |paint: &str| format!(r#"<rect x="{x}" y="{}" width="13" height="9" {paint}/>"#, y - 9.0);
    let rule = |dash: &str| {
        let y = y - 4.0;
        let end = x + 14.0;
        format!(r#"<path d="M{x} {y}H{end}" stroke="{colour}" stroke-width="2.5" {dash}/>"#)
    };
    match item.kind {
        KeyKind::Fill => bar(&format!(r#"fill="{colour}""#)),
        KeyKind::Pattern(nth) => {
            let fill = bar(&format!(r#"fill="{colour}""#));
            let top = y - 9.0;
            // The lines of the pattern in the box, 13 × 9.
            let lines = match nth {
                1 => "m0 9l9 -9m-5 9l9 -9",
                2 => "m2 3h2m4 0h2m-5 3h2m4 0h2",
                3 => "m3 0v9m3.5 -9v9m3.5 -9v9",
                4 => "m0 0l9 9m-5 -9l9 9",
                5 => "m0 3h13m-13 3h13",
                _ => "",
            };
            format!(r#"{fill}<path d="M{x} {top}{lines}" fill="none" stroke="{panel}"/>"#)
        }
        // Half covered: a pattern of its own would need an id that is free in the page.
        KeyKind::Hatch => bar(&format!(
            r#"fill="{colour}" fill-opacity="0.4" stroke="{colour}" stroke-dasharray="2 2""#
        )),
        KeyKind::Outline => bar(&format!(r#"fill="none" stroke="{colour}""#)),
        KeyKind::Line => rule(""),
        KeyKind::Dashed => rule(r#"stroke-dasharray="4 3""#),
        KeyKind::Marker(shape) => {
            let paint = match shape {
                Shape::Ring => format!(r#"fill="none" stroke-width="2" stroke="{colour}""#),
                _ => format!(r#"fill="{colour}""#),
            };
            format!(
                r#"<path transform="translate({x} {})" d="{}" {paint}/>"#,
                y - 10.0,
                shape.path()
            )
        }
    }
}

/// Text as it may stand in XML: names are written by people.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // No document may hold these, not even escaped.
            c if c < ' ' || c == '\u{fffe}' || c == '\u{ffff}' => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    fn view(title: &str, labels: &[&str]) -> ChartView {
        let item = |label: &&str| KeyItem {
            label: (*label).to_owned(),
            colour: "var(--accent)".into(),
            kind: KeyKind::Fill,
        };
        ChartView {
            name: "test".into(),
            lang: Lang::Vi,
            title: title.into(),
            unit: "tỷ đồng".into(),
            option: serde_json::Value::Null,
            axis: None,
            key: labels.iter().map(item).collect(),
            summary: String::new(),
            table: Default::default(),
            first: 0,
            empty: None,
        }
    }

    const DRAWING: &str = r#"<svg width="300" height="200"><path stroke="var(--grid)"/></svg>"#;

    #[test]
    fn a_picture_holds_title_unit_key_drawing_source_and_no_variable() {
        let note = Footnote {
            plan: "Kế hoạch A, kịch bản B".into(),
            source: "Nguồn: báo cáo, 23/11/2026".into(),
        };
        let svg_text = picture(&view("Tiền về kịp", &["Đã về"]), DRAWING, 300.0, 200.0, &note);
        for part in [
            "Tiền về kịp",
            "tỷ đồng",
            "Đã về",
            "Kế hoạch A, kịch bản B",
            "Nguồn: báo cáo, 23/11/2026",
        ] {
            assert!(svg_text.svg.contains(part), "{part}");
        }
        assert!(!svg_text.svg.contains("var("), "{}", svg_text.svg);
        assert!(svg_text.width > 300.0 && svg_text.height > 200.0);
    }

    #[test]
    fn fonts_in_a_style_keep_the_document_well_formed() {
        let style = r#"<svg width="3" height="2"><text style="font-size:11px;font-family:"Segoe UI",Arial;" x="1">a</text></svg>"#;
        let svg_text = picture(&view("t", &[]), style, 3.0, 2.0, &Footnote::default());
        assert!(
            svg_text
                .svg
                .contains(r#"style="font-size:11px;font-family:'Segoe UI',Arial;" x="1""#),
            "{}",
            svg_text.svg
        );
    }

    #[test]
    fn names_are_text_not_markup() {
        let svg_text = picture(
            &view("<script>alert(1)</script>", &["a\" onload=\"x", "\u{0}&"]),
            DRAWING,
            300.0,
            200.0,
            &Footnote::default(),
        );
        assert!(!svg_text.svg.contains("<script") && !svg_text.svg.contains("\" onload"));
        assert!(svg_text.svg.contains("&lt;script&gt;"));
        assert!(!svg_text.svg.contains('\u{0}'));
    }

    #[test]
    fn title_and_source_end_inside_a_narrow_picture_with_the_date_whole() {
        let note = Footnote {
            plan: "Kế hoạch nông thôn mới huyện Thạch Hà năm 2021. Ngân sách giảm 20 %".into(),
            source: "Nguồn: báo cáo của văn phòng điều phối, hội nghị tổng kết. NTM Planner, 23/11/2026".into(),
        };
        let title = "Được công nhận đến cuối năm: 4 trên 6 chỉ tiêu đạt, xa đích nhất là vườn mẫu, 62 %";
        let svg_text = picture(&view(title, &[]), DRAWING, 300.0, 200.0, &note);
        let texts: Vec<(f64, usize)> = svg_text
            .svg
            .split("<text ")
            .skip(1)
            .map(|t| {
                let size = t
                    .split("font-size=\"")
                    .nth(1)
                    .and_then(|s| s.split('"').next())
                    .unwrap();
                let words = t.split('>').nth(1).and_then(|s| s.split('<').next()).unwrap();
                (size.parse().unwrap(), words.chars().count())
            })
            .collect();
        assert!(texts.len() > 6, "{texts:?}");
        for (size, letters) in texts {
            assert!(size * 0.58 * letters as f64 <= 300.0, "{letters} letters of {size} px");
        }
        assert!(svg_text.svg.contains("23/11/2026</text>"), "{}", svg_text.svg);
        // No word is lost between the lines.
        for word in title.split(' ') {
            assert!(svg_text.svg.contains(word), "{word}");
        }
    }

    #[test]
    fn a_long_key_goes_on_in_a_second_row() {
        let few = picture(&view("t", &["a"]), DRAWING, 300.0, 200.0, &Footnote::default());
        let many = picture(
            &view("t", &["a long label of a key"; 4]),
            DRAWING,
            300.0,
            200.0,
            &Footnote::default(),
        );
        assert!(many.height > few.height);
    }
}
