//! Screen *Số liệu*.

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Data {
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: Data = Data { title: "Số liệu" };

/// English.
pub const EN: Data = Data { title: "Data" };
