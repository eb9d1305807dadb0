//! What is drawn: the frame of the page, its screens and the widgets they share. It can only ask: see [`crate::app`].

pub(crate) mod prelude;
mod scene;
pub mod screens;
mod shell;
pub mod widgets;

pub use screens::rest;
pub use shell::{App, AppProps, Load, Rest, use_later};
