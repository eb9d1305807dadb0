//! Frame of the page.

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Shell {
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: Shell = Shell {
    title: "Kế hoạch NTM"
};

/// English.
pub const EN: Shell = Shell { title: "NTM Planner" };
