//! The core in a terminal: a plan in, its outcome as one JSON object out.

fn main() {}
