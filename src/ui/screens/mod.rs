//! The screens, a folder each.

pub mod communes;
pub mod data;
pub mod optimise;
pub mod overview;
pub mod risk;
pub mod scenarios;
pub mod share;
pub mod timeline;

pub use communes::CommunesScreen;
pub use data::{DataScreen, show_in_data};
pub use optimise::OptimiseScreen;
pub use overview::OverviewScreen;
pub use risk::RiskScreen;
pub use scenarios::ScenariosScreen;
pub use share::{ImportState, ShareScreen};
pub use timeline::TimelineScreen;
