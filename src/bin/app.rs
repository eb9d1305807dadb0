//! Shows a readable page if the program stops, and mounts it; nothing else.

fn main() {
    ntm_planner::platform::panic::install();
    leptos::mount::mount_to_body(ntm_planner::ui::App);
}
