//! Markers: shapes that tell lines and scenarios apart without colour.

use super::palette::{self, Palette};

/// A marker shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// ○
    Ring,
    /// ●
    Disc,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ✚
    Plus,
    /// ▼
    Down,
}

impl Shape {
    /// SVG path in a box of 12 × 12. A ring is to be stroked, the others filled.
    pub fn path(self) -> &'static str {
        match self {
            Self::Ring => "M10.5 6a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0Z",
            Self::Disc => "M11 6a5 5 0 1 1-10 0a5 5 0 1 1 10 0Z",
            Self::Square => "M1.5 1.5h9v9h-9Z",
            Self::Triangle => "M6 1L11.2 10.5H.8Z",
            Self::Diamond => "M6 .3L11.7 6L6 11.7L.3 6Z",
            Self::Plus => "M4 1h4v3h3v4h-3v3h-4v-3h-3v-4h3Z",
            Self::Down => "M6 11L.8 1.5H11.2Z",
        }
    }

    /// Name of the shape for the chart library.
    pub(super) fn symbol(self) -> String {
        match self {
            Self::Ring => "emptyCircle".into(),
            Self::Disc => "circle".into(),
            Self::Square => "rect".into(),
            Self::Triangle => "triangle".into(),
            Self::Diamond => "diamond".into(),
            Self::Plus | Self::Down => format!("path://{}", self.path()),
        }
    }
}

/// How a scenario is marked wherever several are compared: shape, letter and colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// `A` for the base, then `B`, `C`…
    pub letter: char,
    /// Shape; a ring for the base.
    pub shape: Shape,
    /// Colour of marker and letter.
    pub colour: String,
}

/// Mark of the scenario at this place of a comparison; the base stands at 0.
pub fn scenario_mark(place: usize, palette: &Palette) -> Mark {
    let (shape, colour) = match place % 6 {
        0 => (Shape::Ring, palette.ink.clone()),
        1 => (Shape::Square, palette.line("model-commune", 0).fill.clone()),
        2 => (Shape::Triangle, palette.line("advanced", 0).fill.clone()),
        3 => (Shape::Diamond, palette.line("residential", 0).fill.clone()),
        4 => (Shape::Plus, palette.line("ocop", 0).fill.clone()),
        _ => (Shape::Down, palette.line("gardens", 0).fill.clone()),
    };
    let letter = char::from(b'A' + (place % 26) as u8);
    Mark { letter, shape, colour }
}

/// Shapes of lines. One more than there are colours: so the two together are the same only after 42 lines.
const LINE_SHAPES: [Shape; 7] = [
    Shape::Disc,
    Shape::Square,
    Shape::Triangle,
    Shape::Diamond,
    Shape::Plus,
    Shape::Ring,
    Shape::Down,
];

/// Shape of a line: by id, or by its position in the plan for an id the design does not know.
pub fn line_shape(id: &str, position: usize) -> Shape {
    LINE_SHAPES[palette::line_slot(id, position) % LINE_SHAPES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_compared_scenarios_differ_in_shape_letter_and_colour() {
        let palette = Palette::light();
        let marks: Vec<_> = (0..6).map(|place| scenario_mark(place, &palette)).collect();
        for (i, a) in marks.iter().enumerate() {
            for b in &marks[i + 1..] {
                assert_ne!(a.letter, b.letter);
                assert_ne!(a.shape, b.shape);
                assert_ne!(a.colour, b.colour);
            }
        }
    }

    #[test]
    fn no_two_lines_share_colour_and_shape() {
        let palette = Palette::light();
        let marks: Vec<_> = (0..42)
            .map(|position| (palette.line("new", position).fill.clone(), line_shape("new", position)))
            .collect();
        for (i, a) in marks.iter().enumerate() {
            assert!(marks[i + 1..].iter().all(|b| a != b), "{i}");
        }
    }

    #[test]
    fn the_six_lines_differ_in_shape() {
        let shapes: Vec<_> = (0..6).map(|position| line_shape("unknown", position)).collect();
        for (i, a) in shapes.iter().enumerate() {
            assert!(shapes[i + 1..].iter().all(|b| a != b));
        }
    }
}
