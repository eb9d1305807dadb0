//! Plans that ship with the tool.

use super::Plan;

/// Names of the sample plans; the first is the default.
pub const NAMES: [&str; 3] = ["thach-ha-2021", "thach-ha-2020", "minh-hoa-xa"];

/// A sample plan by name.
pub fn by_name(_name: &str) -> Option<Plan> {
    None
}
