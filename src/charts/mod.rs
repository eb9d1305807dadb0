//! From outcomes to chart options; no DOM.

pub mod inline;
