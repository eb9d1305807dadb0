//! Risk: what a plan leads to when costs, money, events and appraisal are uncertain.
//!
//! Start reading at [`Sampler`]: it draws ([`draw`]), runs one sample ([`core`]: the short way of [`bridge`] or the code of
//! the plain run in [`general`]) and keeps what it comes to ([`tally`]); [`Risk`] is what the samples say.
//!
//! A sample draws one factor on the average cost of each line, the realised share of each source, the events that are on
//! with their months, and which units pass. Starts are decided knowing the drawn costs and the *planned* releases;
//! realised money only pays, so a shortfall shows as debt (or, under pay as you go, as slower work: [`slowed`]). Who pays
//! what is settled on what the sources realise, so that one source may stand in for another as far as recipes let it; what
//! an event takes away hits the shares settled without it, as in the plain run. What an event promises counts as planned
//! also in the samples in which it does not come. *All targets* means every goal met and debt within what the discipline
//! allows.

mod bridge;
mod chance;
mod cloud;
mod copula;
mod draw;
mod evaluator;
mod flow;
mod foreseen;
mod general;
mod goal;
mod indices;
mod known_year;
mod normal;
mod pert;
mod philox;
mod rank;
mod risk;
mod run;
mod sampler;
mod slowed;
mod sobol;
mod table;
mod tail;
mod tally;
mod targets;
mod ways;

pub use chance::{Chance, wilson};
pub use cloud::Cloud;
pub use draw::average_at;
pub use goal::{Aim, Effort, GoalSeek, Lever, Sought, seek_goal, set_lever};
pub use indices::{FirstOrder, Indices};
pub use known_year::KnownResult;
pub use pert::pert_density;
pub use rank::{Influence, spearman};
pub use risk::{Band, LineRisk, Measure, Risk, Spread};
pub use sampler::{Input, Sampler};
pub use tail::pass_tails;
pub use ways::{LeverChange, Price, UnreachedLever, Way, Ways, WaysRequest, set_changes};
