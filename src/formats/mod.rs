//! What leaves or enters: the plan file and numbers as people type them.

mod fold;
pub mod number;

pub use fold::fold;
