//! The only home of browser APIs: every other room asks here.
//!
//! Listeners and timers are values that stop when dropped, so nothing is left behind when a component goes.

pub mod dom;
pub mod location;
pub mod settings;
pub mod timer;
