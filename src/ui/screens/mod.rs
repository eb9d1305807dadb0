//! The screens, a folder each.

pub mod data;
pub mod overview;
pub mod scenarios;
pub mod share;

pub use data::DataScreen;
pub use overview::OverviewScreen;
pub use scenarios::ScenariosScreen;
pub use share::ShareScreen;
