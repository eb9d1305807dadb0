//! Page or worker, the same program: shows a readable page if the program stops, and mounts it; or computes for one.

fn main() {
    if ntm_planner::platform::worker::is_inside() {
        ntm_planner::app::serve();
    } else {
        ntm_planner::platform::panic::install();
        leptos::mount::mount_to_body(ntm_planner::ui::App);
    }
}
