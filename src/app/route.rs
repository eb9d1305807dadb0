//! Which screen is shown: `#/overview`, `#/scenarios`, `#/timeline`, `#/communes`, `#/risk`, `#/optimise`, `#/data`,
//! `#/share`; anything else is
//! the overview.

use crate::i18n::Texts;
use crate::platform::{focus, location};
use leptos::prelude::*;

/// A screen of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// *Tổng quan*.
    Overview,
    /// *Kịch bản*.
    Scenarios,
    /// *Tiến độ*.
    Timeline,
    /// *Xã*.
    Communes,
    /// *Rủi ro*.
    Risk,
    /// *Tối ưu*.
    Optimise,
    /// *Số liệu*.
    Data,
    /// *Chia sẻ*.
    Share,
}

impl Screen {
    /// All screens in the order of the navigation.
    pub const ALL: [Screen; 8] = [
        Screen::Overview,
        Screen::Scenarios,
        Screen::Timeline,
        Screen::Communes,
        Screen::Risk,
        Screen::Optimise,
        Screen::Data,
        Screen::Share,
    ];

    /// Name in the address and in `data-test`.
    pub fn name(self) -> &'static str {
        match self {
            Screen::Overview => "overview",
            Screen::Scenarios => "scenarios",
            Screen::Timeline => "timeline",
            Screen::Communes => "communes",
            Screen::Risk => "risk",
            Screen::Optimise => "optimise",
            Screen::Data => "data",
            Screen::Share => "share",
        }
    }

    /// Name for people.
    pub fn title(self, t: &Texts) -> &'static str {
        t.screens[self as usize]
    }

    /// Reads the part of an address after `#`.
    pub fn from_hash(hash: &str) -> Self {
        let name = hash.trim_start_matches('/').split(['/', '?']).next().unwrap_or("");
        Self::ALL
            .into_iter()
            .find(|s| s.name() == name)
            .unwrap_or(Screen::Overview)
    }

    /// The part of the address after `#`.
    pub fn hash(self) -> String {
        format!("/{}", self.name())
    }
}

/// The screen shown, as the address says.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    screen: RwSignal<Screen>,
    view: Signal<Screen>,
}

/// The screen shown.
pub fn use_route() -> Route {
    expect_context()
}

impl Route {
    /// Follows the address from now on.
    pub fn new() -> Self {
        let screen = RwSignal::new(Screen::from_hash(&location::hash()));
        let listener = location::on_hash_change(move || {
            // What is being typed is kept before its field goes.
            focus::leave();
            let _ = screen.try_set(Screen::from_hash(&location::hash()));
        });
        // Kept as long as the root.
        StoredValue::new_local(listener);
        Self {
            screen,
            view: screen.into(),
        }
    }

    /// The screen shown.
    pub fn screen(self) -> Signal<Screen> {
        self.view
    }

    /// Goes to a screen.
    pub fn go(self, screen: Screen) {
        location::set_hash(&screen.hash());
        self.screen.set(screen);
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::texts;
    use crate::model::Lang;

    #[test]
    fn every_screen_is_found_by_its_own_address() {
        for screen in Screen::ALL {
            assert_eq!(Screen::from_hash(&screen.hash()), screen);
        }
    }

    #[test]
    fn every_screen_has_its_own_name_in_both_languages() {
        let (vi, en) = (texts(Lang::Vi), texts(Lang::En));
        assert_eq!(Screen::Overview.title(en), en.overview.title);
        assert_eq!(Screen::Communes.title(vi), vi.communes.title);
        assert_eq!(Screen::Risk.title(en), en.risk.title);
        assert_eq!(Screen::Share.title(vi), vi.share.title);
        for (i, screen) in Screen::ALL.into_iter().enumerate() {
            assert_eq!(screen as usize, i);
        }
    }

    #[test]
    fn an_unknown_address_shows_the_overview() {
        for hash in ["", "/", "/nowhere", "overviews", "/Data", "/../share"] {
            assert_eq!(Screen::from_hash(hash), Screen::Overview);
        }
    }

    #[test]
    fn what_follows_the_screen_in_the_address_does_not_matter() {
        assert_eq!(Screen::from_hash("/data/sources?x=1"), Screen::Data);
    }
}
