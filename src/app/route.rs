//! Which screen is shown: `#/overview`, `#/scenarios`, `#/timeline`, `#/communes`, `#/risk`, `#/optimise`, `#/data`,
//! `#/share`; anything else is
//! the overview.

use super::listed;
use super::scroll_history::{Scroll, ScrollHistory};
use crate::i18n::Texts;
use crate::platform::{clock, dom, focus, location};
use leptos::prelude::*;

/// The part of the page that scrolls.
const MAIN: &str = "#main";
/// Frames in which a screen that is still being drawn may grow to the place looked for.
const FRAMES: u32 = 30;

listed! {
    /// A screen of the page.
    pub enum Screen {
        /// *Tổng quan*.
        Overview = "overview",
        /// *Kịch bản*.
        Scenarios = "scenarios",
        /// *Tiến độ*.
        Timeline = "timeline",
        /// *Xã*.
        Communes = "communes",
        /// *Rủi ro*.
        Risk = "risk",
        /// *Tối ưu*.
        Optimise = "optimise",
        /// *Số liệu*.
        Data = "data",
        /// *Chia sẻ*.
        Share = "share",
    }
}

impl Screen {
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
    history: StoredValue<ScrollHistory>,
    /// Where the screen that is coming was left.
    target_scroll: StoredValue<Option<Scroll>>,
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
            history: StoredValue::new(ScrollHistory::at(first)),
            target_scroll: StoredValue::new(None),
        };
        let listener = location::on_hash_change(move || {
            // What is being typed is kept before its field goes.
            focus::leave();
            new.leave();
            let arrival = new
                .history
                .try_update_value(|p| p.arrive(location::mark(), clock::now()));
            let Some((mark, target_scroll)) = arrival else { return };
            location::set_mark(mark);
            let _ = new.target_scroll.try_set_value(target_scroll);
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
        let scroll = dom::scroll_position(MAIN);
        let _ = self.history.try_update_value(|p| p.leave(scroll));
    }

    /// Another screen begins at its top, one that is gone back to where it was left.
    pub fn scroll(self) {
        let target_scroll = self.target_scroll.get_value().unwrap_or_default();
        self.target_scroll.set_value(None);
        dom::scroll_to(MAIN, target_scroll);
        if target_scroll != Scroll::default() {
            seek(target_scroll, FRAMES);
        }
    }
}

/// Scrolls to a place once the screen is drawn so far.
fn seek(target_scroll: Scroll, frames: u32) {
    dom::before_paint_detached(move || {
        dom::scroll_to(MAIN, target_scroll);
        let (inside, around) = dom::scroll_position(MAIN);
        let there = inside >= target_scroll.0 && around >= target_scroll.1 - 1.0;
        if !there && frames > 0 {
            seek(target_scroll, frames - 1);
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
