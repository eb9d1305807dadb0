//! Screen *Chia sẻ*.

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Share {
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: Share = Share { title: "Chia sẻ" };

/// English.
pub const EN: Share = Share { title: "Share" };
