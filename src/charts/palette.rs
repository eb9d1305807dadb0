//! Colours by meaning, as named by the page's design tokens.

/// A token with its values in the two themes.
struct Token(&'static str, &'static str, &'static str);

/// The tokens charts use: `(name, light, dark)`. The page's style sheet holds the same values; a test compares them.
const TOKENS: &[Token] = &[
    Token("--panel", "#ffffff", "#1a1f21"),
    Token("--sunken", "#f6f7f5", "#15191b"),
    Token("--line-strong", "#7d8681", "#76827f"),
    Token("--ink", "#18201d", "#e7ebe8"),
    Token("--ink-2", "#47514c", "#b7c0bb"),
    Token("--ink-3", "#5d6762", "#98a39e"),
    Token("--accent", "#1b4f8a", "#86b6e8"),
    Token("--risk", "#8a5200", "#f2c055"),
    Token("--bad", "#8f1a12", "#ec8a77"),
    Token("--grid", "#e6e9e5", "#272e31"),
    Token("--axis", "#7d8681", "#76827f"),
    Token("--band", "#c9d8e8", "#2b4763"),
    Token("--flood", "#e9e7dd", "#262721"),
    Token("--other", "#848c87", "#6f7975"),
    Token("--goal", "#18201d", "#e7ebe8"),
    Token("--src-state", "#0f3f75", "#4a90e0"),
    Token("--src-integrated", "#2f8fc6", "#a4d3ff"),
    Token("--src-credit", "#b27d08", "#f4bf4d"),
    Token("--src-enterprise", "#82300b", "#d0734a"),
    Token("--src-community", "#387c64", "#8fe0c4"),
    Token("--src-other", "#333a37", "#828c8a"),
    Token("--on-src-state", "#fff", "#121617"),
    Token("--on-src-integrated", "#18201d", "#121617"),
    Token("--on-src-credit", "#18201d", "#121617"),
    Token("--on-src-enterprise", "#fff", "#121617"),
    Token("--on-src-community", "#fff", "#121617"),
    Token("--on-src-other", "#fff", "#121617"),
    Token("--ln-advanced", "#206092", "#4a90e0"),
    Token("--ln-model", "#6a1b08", "#d0734a"),
    Token("--ln-area", "#129a79", "#8fe3d6"),
    Token("--ln-garden", "#6a6e30", "#dfe09a"),
    Token("--ln-ocop", "#b07f12", "#f0b03c"),
    Token("--ln-scheme", "#374546", "#87929a"),
    Token("--on-ln-advanced", "#fff", "#121617"),
    Token("--on-ln-model", "#fff", "#121617"),
    Token("--on-ln-area", "#18201d", "#121617"),
    Token("--on-ln-garden", "#fff", "#121617"),
    Token("--on-ln-ocop", "#18201d", "#121617"),
    Token("--on-ln-scheme", "#fff", "#121617"),
];

/// Source ids of the sample plans and the token each is drawn with, in report order.
const SOURCES: &[(&str, &str)] = &[
    ("state", "state"),
    ("integrated", "integrated"),
    ("credit", "credit"),
    ("enterprises", "enterprise"),
    ("community", "community"),
    ("other", "other"),
];

/// Line ids of the sample plans and the token each is drawn with, in report order.
const LINES: &[(&str, &str)] = &[
    ("advanced", "advanced"),
    ("model-commune", "model"),
    ("residential", "area"),
    ("gardens", "garden"),
    ("ocop", "ocop"),
    ("schemes", "scheme"),
];

/// Font stack of the page, spelled out: chart texts are measured before they are drawn.
const FONT: &str = "\"Segoe UI\",\"Noto Sans\",Roboto,\"Helvetica Neue\",Arial,system-ui,sans-serif";

/// A fill and the colour of text on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// Colour of the area, line or marker.
    pub fill: String,
    /// Colour of text on the fill, contrast at least 4,5.
    pub on: String,
}

/// Colours a chart is drawn with.
///
/// [`Palette::css`] names the page's variables instead of values: charts are drawn as SVG, so a change of theme or
/// a print in light colours needs no redraw. [`Palette::light`] and [`Palette::dark`] hold the values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // named after the tokens
pub struct Palette {
    pub panel: String,
    pub sunken: String,
    pub line_strong: String,
    pub ink: String,
    pub ink_2: String,
    pub ink_3: String,
    pub accent: String,
    pub risk: String,
    pub bad: String,
    pub grid: String,
    pub axis: String,
    pub band: String,
    pub flood: String,
    pub other: String,
    pub goal: String,
    /// Font stack, not a variable.
    pub font: String,
    sources: Vec<Swatch>,
    lines: Vec<Swatch>,
}

impl Palette {
    /// The page's variables by name: `var(--accent)` and so on.
    pub fn css() -> Self {
        Self::from_tokens(|token| format!("var({token})"))
    }

    /// Values of the light theme.
    pub fn light() -> Self {
        Self::from_tokens(|token| value_of(token, |t| t.1))
    }

    /// Values of the dark theme.
    pub fn dark() -> Self {
        Self::from_tokens(|token| value_of(token, |t| t.2))
    }

    /// A palette from a way to read a token (`--accent`), for instance computed style.
    pub fn from_tokens(read: impl Fn(&str) -> String) -> Self {
        let swatch = |kind: &str, name: &str| Swatch {
            fill: read(&format!("--{kind}-{name}")),
            on: read(&format!("--on-{kind}-{name}")),
        };
        Self {
            panel: read("--panel"),
            sunken: read("--sunken"),
            line_strong: read("--line-strong"),
            ink: read("--ink"),
            ink_2: read("--ink-2"),
            ink_3: read("--ink-3"),
            accent: read("--accent"),
            risk: read("--risk"),
            bad: read("--bad"),
            grid: read("--grid"),
            axis: read("--axis"),
            band: read("--band"),
            flood: read("--flood"),
            other: read("--other"),
            goal: read("--goal"),
            font: FONT.to_owned(),
            sources: SOURCES.iter().map(|(_, name)| swatch("src", name)).collect(),
            lines: LINES.iter().map(|(_, name)| swatch("ln", name)).collect(),
        }
    }

    /// Colours of a source: by id, or by its position in the plan for an id the design does not know. A seventh source has
    /// a colour again, but not with the same pattern ([`source_pattern`]).
    pub fn source(&self, id: &str, position: usize) -> &Swatch {
        &self.sources[slot(SOURCES, id, position) % SOURCES.len()]
    }

    /// Colours of a line: by id, or by its position in the plan for an id the design does not know. A seventh line has a
    /// colour again, but not with the same marker ([`super::line_shape`]).
    pub fn line(&self, id: &str, position: usize) -> &Swatch {
        &self.lines[slot(LINES, id, position) % LINES.len()]
    }
}

/// A drawing with the page's variables replaced by their values in the light theme: it stands outside the page.
pub(super) fn in_light(drawing: &str) -> String {
    TOKENS.iter().fold(drawing.to_owned(), |text, Token(name, light, _)| {
        text.replace(&format!("var({name})"), light)
    })
}

/// Patterns that tell sources apart in grey print.
pub(super) const PATTERNS: usize = 6;

/// Pattern of a source, below [`PATTERNS`]: that of its place in report order. Each further six sources are one pattern
/// on, so that colour and pattern together are the same only after 36.
pub(super) fn source_pattern(id: &str, position: usize) -> usize {
    let slot = slot(SOURCES, id, position);
    (slot + slot / SOURCES.len()) % PATTERNS
}

/// Place that a line's colour and marker stand for: by id, or by its position in the plan; without end.
pub(super) fn line_slot(id: &str, position: usize) -> usize {
    slot(LINES, id, position)
}

fn slot(known_slots: &[(&str, &str)], id: &str, position: usize) -> usize {
    let by_id = known_slots.iter().position(|(known_id, _)| *known_id == id);
    by_id.unwrap_or(position)
}

fn value_of(token: &str, pick: impl Fn(&Token) -> &'static str) -> String {
    let token_entry = TOKENS.iter().find(|t| t.0 == token);
    token_entry.map(|t| pick(t).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ids_keep_their_colour_wherever_they_stand() {
        let palette = Palette::light();
        assert_eq!(palette.source("community", 0).fill, "#387c64");
        assert_eq!(palette.line("ocop", 0).fill, "#b07f12");
    }

    #[test]
    fn unknown_ids_get_a_colour_by_position_and_never_run_out() {
        let palette = Palette::light();
        assert_eq!(palette.source("lottery", 2), palette.source("credit", 9));
        assert_eq!(palette.line("roads", 7), palette.line("model-commune", 0));
    }

    #[test]
    fn no_two_sources_share_colour_and_pattern() {
        let palette = Palette::light();
        let marks = (0..36).map(|n| (palette.source("new", n).fill.clone(), source_pattern("new", n)));
        assert_eq!(marks.collect::<std::collections::BTreeSet<_>>().len(), 36);
    }

    #[test]
    fn every_colour_has_a_value_in_both_themes() {
        for palette in [Palette::light(), Palette::dark()] {
            let debug_text = format!("{palette:?}");
            assert!(!debug_text.contains("\"\""), "{debug_text}");
        }
    }

    #[test]
    fn the_css_palette_names_variables_only() {
        assert_eq!(Palette::css().accent, "var(--accent)");
        assert_eq!(Palette::css().line("gardens", 0).on, "var(--on-ln-garden)");
    }
}
