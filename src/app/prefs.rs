//! Language, theme and money unit: choices of the person, not of the plan.

use crate::formats::number::MoneyUnit;
use crate::i18n::{Texts, texts};
use crate::model::Lang;
use crate::platform::settings::{self, Theme, TourDismissed};
use leptos::prelude::*;

/// Choices of the person; kept in local storage.
#[derive(Clone, Copy, Debug)]
pub struct Prefs {
    lang: RwSignal<Lang>,
    theme: RwSignal<Theme>,
    unit: RwSignal<MoneyUnit>,
    tour_dismissed: RwSignal<bool>,
    views: Views,
}

/// Read-only views of the choices, made once.
#[derive(Clone, Copy, Debug)]
struct Views {
    lang: Signal<Lang>,
    theme: Signal<Theme>,
    unit: Signal<MoneyUnit>,
    tour_dismissed: Signal<bool>,
}

/// The choices of the person.
pub fn use_prefs() -> Prefs {
    expect_context()
}

impl Prefs {
    /// Reads the kept choices.
    pub fn new() -> Self {
        let lang = RwSignal::new(settings::read());
        let theme = RwSignal::new(settings::read());
        let unit = RwSignal::new(settings::read());
        let tour_dismissed = RwSignal::new(settings::read::<TourDismissed>().0);
        Self {
            lang,
            theme,
            unit,
            tour_dismissed,
            views: Views {
                lang: lang.into(),
                theme: theme.into(),
                unit: unit.into(),
                tour_dismissed: tour_dismissed.into(),
            },
        }
    }

    /// Texts in the language chosen; tracked.
    pub fn t(self) -> &'static Texts {
        texts(self.lang.get())
    }

    /// As [`Prefs::t`], untracked: for event handlers.
    pub fn t_untracked(self) -> &'static Texts {
        texts(self.lang.get_untracked())
    }

    /// Language of all texts and numbers on the page.
    pub fn lang(self) -> Signal<Lang> {
        self.views.lang
    }

    /// Light or dark.
    pub fn theme(self) -> Signal<Theme> {
        self.views.theme
    }

    /// Unit in which money is shown.
    pub fn money_unit(self) -> Signal<MoneyUnit> {
        self.views.unit
    }

    /// Whether the tour was dismissed for good.
    pub fn tour_dismissed(self) -> Signal<bool> {
        self.views.tour_dismissed
    }

    /// Changes the language.
    pub fn set_lang(self, lang: Lang) {
        self.lang.set(lang);
        settings::write(&lang);
    }

    /// Changes the theme.
    pub fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        settings::write(&theme);
    }

    /// Changes the money unit.
    pub fn set_money_unit(self, unit: MoneyUnit) {
        self.unit.set(unit);
        settings::write(&unit);
    }

    /// Dismisses the tour for good, or brings it back.
    pub fn set_tour_dismissed(self, dismissed: bool) {
        self.tour_dismissed.set(dismissed);
        settings::write(&TourDismissed(dismissed));
    }
}

impl Default for Prefs {
    fn default() -> Self {
        Self::new()
    }
}
