//! The screens, a folder each.

pub mod communes;
pub mod data;
pub mod overview;
pub mod scenarios;
pub mod share;
pub mod timeline;

pub use communes::CommunesScreen;
pub use data::{DataScreen, show_in_data};
pub use overview::OverviewScreen;
pub use scenarios::ScenariosScreen;
pub use share::{ImportState, ShareScreen};
pub use timeline::TimelineScreen;
