//! Screen *Tổng quan*.

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Overview {
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: Overview = Overview { title: "Tổng quan" };

/// English.
pub const EN: Overview = Overview { title: "Overview" };
