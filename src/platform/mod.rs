//! The only home of browser APIs: every other room asks here.
//!
//! Listeners and timers are values that stop when dropped, so nothing is left behind when a component goes.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod echarts;
pub mod files;
pub mod focus;
pub mod highs;
pub mod idb;
pub mod ids;
pub mod location;
pub mod panic;
pub mod persist;
pub mod picture;
pub mod pointer;
pub mod quota;
pub mod settings;
pub mod tabs;
pub mod timer;
pub mod visibility;
pub mod worker;
