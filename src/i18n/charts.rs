//! Titles, axes and summaries of charts.

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Charts {
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: Charts = Charts { title: "Biểu đồ" };

/// English.
pub const EN: Charts = Charts { title: "Charts" };
