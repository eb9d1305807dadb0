//! Screen *Kịch bản*.

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Scenarios {
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: Scenarios = Scenarios { title: "Kịch bản" };

/// English.
pub const EN: Scenarios = Scenarios { title: "Scenarios" };
