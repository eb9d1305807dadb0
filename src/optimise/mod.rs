//! Which starts are best, and how far from the best any plan can be at most.
//!
//! [`bound`] is what no plan can exceed, fast enough for every move of a slider. [`Search`] finds the best plan step by
//! step and tells how far from the bound it is; [`verify`] checks an answer without trusting it; [`PlannedStarts`] is
//! what a scenario stores of it. The model is that of a plain run: the same inputs, events that are on included.

mod build;
mod clash;
mod exact;
mod explain;
mod floors;
mod form;
mod frontier;
mod full_form;
mod kinds;
mod least;
mod least_units;
mod loosen;
mod lp_file;
mod place;
mod polish;
mod question;
mod question_limits;
mod reduce;
mod relax;
mod replay;
mod robust;
mod rounding;
mod rows;
mod search;
mod simplex;
mod spans;
mod verify;
mod why_not;

pub use clash::{Clash, find_clash};
pub use exact::{Disagreement, ExactProblem, accept_bound};
pub use explain::{EXTRA_MONEY, EXTRA_PER_HEAD, Limit, Relief, Reliefs, find_reliefs};
pub use floors::find_shortfalls;
pub use frontier::{Frontier, FrontierPoint, SAME_MONEY, share_of_money, times_money};
pub use least::{Least, find_least_money};
pub use lp_file::write_lp_file;
pub use question::{Area, Cap, FloorDemand, Question};
pub use question_limits::QuestionLimits;
pub use relax::{bound, is_light};
pub use replay::{PlannedStarts, fingerprint, is_edited_since, replay, with_starts};
pub use robust::{QUANTILES, Robust, RobustAnswer, RobustMethod, RobustProgress};
pub use rows::RowKind;
pub use search::{Answer, Progress, SAME_SCORE, Search, optimise};
pub use verify::{Broken, verify, verify_answer};
pub use why_not::{Absence, WhyNot, explain_commune, find_absence};
