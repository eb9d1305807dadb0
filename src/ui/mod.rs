//! What is drawn: the frame of the page, its screens and the widgets they share. It can only ask: see [`crate::app`].

pub mod context;
pub(crate) mod prelude;
mod scene;
pub mod screens;
mod shell;
pub mod widgets;

pub use screens::deferred_ui;
pub use shell::{App, AppProps, DeferredUi, Load, use_deferred_loader};
