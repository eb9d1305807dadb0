//! NTM Planner: a planning table for New Rural Development programmes in one web page.
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
//! | `platform` | the only home of browser APIs | `model`, `formats`, `charts` |
//! | `app` | reactive state, no markup | all above |
//! | `ui` | widgets and screens | all above |
//!
//! The rooms down to `protocol` know no DOM, no Leptos, no clock and no random source: time, ids and seeds come in.
//! Start reading at [`model::Plan`], then [`engine::evaluate`].
//!
//! The rooms down to `protocol` are the package `ntm-core` (`core.rs`): it cannot reach the browser, and it is compiled for
//! speed while the rest is compiled for size.

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod ui;

pub use ntm_core::{charts, edit, engine, formats, i18n, model, optimise, protocol, sheet, sort};
