//! Long computations beside the page: what is asked, what is answered, and both ends without a browser.
//!
//! The page asks by [`Request`] and hears [`Reply`]; both are plain data and travel as JSON text ([`to_text`],
//! [`from_text`]: the plan's own serde code, so no second set of it is in the program). [`Server`] is the end that
//! computes. It works in slices of any length and looks at newer requests between them, so the latest wins; the same
//! server runs in a worker, in slices on the page's own thread where a browser makes no worker, and in tests. [`Link`] is
//! the page's memory of what is not answered yet: with it a worker that crashed is started again where it was.
//!
//! Two kinds of work: *samples* of the scenarios on the screen, asked for by [`SampleRequest`] after each change of the plan, with
//! the revision they are of (first [`FIRST`], and [`FULL`] once nothing has changed for [`REST`] milliseconds); and
//! *jobs* ([`Task`]), each with a number, told about by [`JobNews`] until the last one, which ended at any time by
//! [`Request::Stop`] (with the best so far) or [`Request::Drop`] (nobody wants it any more). Samples go first.

mod link;
mod message;
mod queue;
mod server;
mod task;
mod watch;

pub use link::{Crash, Link, WorkPlace};
pub use message::{
    FrontierGuards, JobNews, JobResult, Reply, Request, SampleRequest, SearchEnd, Task, from_text, to_text,
};
pub use server::{REST, Server};
pub use watch::{Look, SILENCE, Watch};

/// Samples shown while a lever moves.
pub const FIRST: usize = 2_000;
/// Samples shown when the hand rests.
pub const FULL: usize = 20_000;
/// Seed of every scenario: the same draws in all of them, so that differences are no noise.
pub const SEED: u64 = 2021;
