//! The core of NTM Planner: what a plan is, what it leads to and what is best. It knows no browser.
//!
//! # The house
//!
//! | room | what it is | may use |
//! |---|---|---|
//! | [`model`] | what a plan is | – |
//! | [`engine`] | what it leads to: resolve, simulate, explain | `model` |
//! | [`optimise`] | which starts are best, with a proven bound | `model`, `engine` |
//! | [`edit`] | what a person does to it: commands, history | `model`, `engine` |
//! | [`formats`] | what leaves or enters: the plan file, numbers as typed | `model`, `engine` |
//! | [`sheet`] | communes × criteria as a sheet: cursor, copy and paste, order of choice | `model`, `engine`, `formats` |
//! | [`i18n`] | Vietnamese and English, complete at compile time | all above |
//! | [`charts`] | outcome → chart option, no DOM | all above |
//! | [`protocol`] | long computations: requests, answers, both ends | `model`, `engine`, `optimise` |
//!
//! These rooms know no DOM, no Leptos, no clock and no random source: time, ids and seeds come in.
//! Start reading at [`model::Plan`], then [`engine::evaluate`].

pub mod charts;
pub mod edit;
pub mod engine;
pub mod formats;
pub mod i18n;
pub mod model;
pub mod optimise;
pub mod protocol;
pub mod sheet;
pub mod sort;
