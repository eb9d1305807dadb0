//! Which screen is shown: `#/overview`, `#/scenarios`, `#/timeline`, `#/communes`, `#/risk`, `#/optimise`, `#/data`,
//! `#/share`; anything else is
//! the overview.

use super::places::{Places, Scroll};
use crate::i18n::Texts;
use crate::platform::{clock, dom, focus, location};
use leptos::prelude::*;

/// The part of the page that scrolls.
const MAIN: &str = "#main";
/// Frames in which a screen that is still being drawn may grow to the place looked for.
const FRAMES: u32 = 30;

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
    places: StoredValue<Places>,
    /// Where the screen that is coming was left.
    wanted: StoredValue<Option<Scroll>>,
}

/// The screen shown.
pub fn use_route() -> Route {
    expect_context()
}

impl Route {
    /// Follows the address from now on.
    pub fn new() -> Self {
        let screen = RwSignal::new(Screen::from_hash(&location::hash()));
        location::scroll_by_hand();
        let first = location::mark().unwrap_or_else(clock::now);
        location::set_mark(first);
        let new = Self {
            screen,
            view: screen.into(),
            places: StoredValue::new(Places::at(first)),
            wanted: StoredValue::new(None),
        };
        let listener = location::on_hash_change(move || {
            // What is being typed is kept before its field goes.
            focus::leave();
            new.leave();
            let told = new
                .places
                .try_update_value(|p| p.arrive(location::mark(), clock::now()));
            let Some((mark, wanted)) = told else { return };
            location::set_mark(mark);
            let _ = new.wanted.try_set_value(wanted);
            let _ = screen.try_set(Screen::from_hash(&location::hash()));
        });
        // Kept as long as the root.
        StoredValue::new_local(listener);
        new
    }

    /// The screen shown.
    pub fn screen(self) -> Signal<Screen> {
        self.view
    }

    /// Goes to a screen.
    pub fn go(self, screen: Screen) {
        // Without another address nothing is left.
        if location::hash() != screen.hash() {
            self.leave();
        }
        location::set_hash(&screen.hash());
        self.screen.set(screen);
    }

    fn leave(self) {
        let scroll = dom::scrolled(MAIN);
        let _ = self.places.try_update_value(|p| p.leave(scroll));
    }

    /// Another screen begins at its top, one that is gone back to where it was left.
    pub fn scroll(self) {
        let wanted = self.wanted.get_value().unwrap_or_default();
        self.wanted.set_value(None);
        dom::scroll_to(MAIN, wanted);
        if wanted != Scroll::default() {
            seek(wanted, FRAMES);
        }
    }
}

/// Scrolls to a place once the screen is drawn so far.
fn seek(wanted: Scroll, frames: u32) {
    dom::before_paint_detached(move || {
        dom::scroll_to(MAIN, wanted);
        let (inside, around) = dom::scrolled(MAIN);
        let there = inside >= wanted.0 && around >= wanted.1 - 1.0;
        if !there && frames > 0 {
            seek(wanted, frames - 1);
        }
    });
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
