//! From outcomes to chart options; no DOM.
