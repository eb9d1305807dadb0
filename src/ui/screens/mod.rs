//! The screens, a folder each.

pub mod communes;
pub mod data;
pub mod optimise;
pub mod overview;
pub mod risk;
pub mod scenarios;
pub mod share;
pub mod timeline;

pub use communes::CommunesScreen;
pub use data::{DataScreen, show_in_data};
pub use optimise::OptimiseScreen;
pub use overview::OverviewScreen;
pub use risk::RiskScreen;
pub use scenarios::ScenariosScreen;
pub use share::{ImportState, ShareScreen};
pub use timeline::TimelineScreen;

use crate::app::Screen;
use crate::ui::DeferredUi;
use crate::ui::prelude::*;

/// What the first paint does without.
pub fn deferred_ui() -> DeferredUi {
    DeferredUi {
        screen,
        target: overview::target,
        guards: overview::guards_in_full,
    }
}

fn screen(screen: Screen) -> AnyView {
    match screen {
        Screen::Overview => view! { <OverviewScreen/> }.into_any(),
        Screen::Scenarios => view! { <ScenariosScreen/> }.into_any(),
        Screen::Timeline => view! { <TimelineScreen/> }.into_any(),
        Screen::Communes => view! { <CommunesScreen/> }.into_any(),
        Screen::Risk => view! { <RiskScreen/> }.into_any(),
        Screen::Optimise => view! { <OptimiseScreen/> }.into_any(),
        Screen::Data => view! { <DataScreen/> }.into_any(),
        Screen::Share => view! { <ShareScreen/> }.into_any(),
    }
}
