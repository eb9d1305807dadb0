//! Vietnamese and English, complete at compile time: a text that lacks a language does not compile.
//!
//! Each area has a struct of texts with one constant per language. Sentences with numbers in them are functions
//! (they need grammar), beside the texts of their area. Wording follows the glossary of the programme.

pub mod actuals;
pub mod charts;
pub mod communes;
pub mod data;
pub mod events;
pub mod guards;
pub mod messages;
pub mod optimise;
pub mod overview;
pub mod pushed;
pub mod risk;
pub mod scenarios;
pub mod share;
pub mod shell;
pub mod timeline;
pub mod uncertainty;
pub mod years;

use crate::model::Lang;
use std::marker::PhantomData;
use std::ops::Deref;

/// The words of a screen in one language. They are found where they are used, so that they are loaded with the screen.
pub trait Words: 'static {
    /// The words in a language.
    fn of(lang: Lang) -> &'static Self;
}

/// Stands for the [`Words`] of a screen.
#[derive(Debug)]
pub struct Area<T>(Lang, PhantomData<T>);

impl<T: Words> Deref for Area<T> {
    type Target = T;

    fn deref(&self) -> &T {
        T::of(self.0)
    }
}

macro_rules! areas {
    ($($area:ident: $words:ident),*) => {
        $(impl Words for $area::$words {
            // Out of line: its callers name no words.
            #[inline(never)]
            fn of(lang: Lang) -> &'static Self {
                static VI: $area::$words = $area::VI;
                static EN: $area::$words = $area::EN;
                match lang {
                    Lang::Vi => &VI,
                    Lang::En => &EN,
                }
            }
        })*
    };
}
areas!(
    scenarios: Scenarios,
    timeline: Timeline,
    communes: Communes,
    risk: RiskTexts,
    optimise: Optimise,
    data: Data,
    share: Share,
    actuals: Actuals,
    years: Years,
    charts: Charts
);

/// All texts of one language.
#[derive(Debug)]
pub struct Texts {
    /// Names of the screens, in the order of the navigation.
    pub screens: [&'static str; 8],
    /// Frame of the page: navigation, top bar, dialogs, toasts, keys, tour.
    pub shell: shell::Shell,
    /// Screen *Tổng quan*.
    pub overview: overview::Overview,
    /// Screen *Kịch bản*.
    pub scenarios: Area<scenarios::Scenarios>,
    /// Screen *Tiến độ*.
    pub timeline: Area<timeline::Timeline>,
    /// Screen *Xã*.
    pub communes: Area<communes::Communes>,
    /// Screen *Rủi ro*.
    pub risk: Area<risk::RiskTexts>,
    /// Screen *Tối ưu*.
    pub optimise: Area<optimise::Optimise>,
    /// Screen *Số liệu*.
    pub data: Area<data::Data>,
    /// Screen *Chia sẻ*.
    pub share: Area<share::Share>,
    /// What really happened.
    pub actuals: Area<actuals::Actuals>,
    /// Plans of several years.
    pub years: Area<years::Years>,
    /// Titles, axes and summaries of charts.
    pub charts: Area<charts::Charts>,
}

static VI: Texts = Texts {
    screens: [
        overview::VI.title,
        scenarios::VI.title,
        timeline::VI.title,
        communes::VI.title,
        risk::VI.title,
        optimise::VI.title,
        data::VI.title,
        share::VI.title,
    ],
    shell: shell::VI,
    overview: overview::VI,
    scenarios: Area(Lang::Vi, PhantomData),
    timeline: Area(Lang::Vi, PhantomData),
    communes: Area(Lang::Vi, PhantomData),
    risk: Area(Lang::Vi, PhantomData),
    optimise: Area(Lang::Vi, PhantomData),
    data: Area(Lang::Vi, PhantomData),
    share: Area(Lang::Vi, PhantomData),
    actuals: Area(Lang::Vi, PhantomData),
    years: Area(Lang::Vi, PhantomData),
    charts: Area(Lang::Vi, PhantomData),
};

static EN: Texts = Texts {
    screens: [
        overview::EN.title,
        scenarios::EN.title,
        timeline::EN.title,
        communes::EN.title,
        risk::EN.title,
        optimise::EN.title,
        data::EN.title,
        share::EN.title,
    ],
    shell: shell::EN,
    overview: overview::EN,
    scenarios: Area(Lang::En, PhantomData),
    timeline: Area(Lang::En, PhantomData),
    communes: Area(Lang::En, PhantomData),
    risk: Area(Lang::En, PhantomData),
    optimise: Area(Lang::En, PhantomData),
    data: Area(Lang::En, PhantomData),
    share: Area(Lang::En, PhantomData),
    actuals: Area(Lang::En, PhantomData),
    years: Area(Lang::En, PhantomData),
    charts: Area(Lang::En, PhantomData),
};

/// The texts of a language.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}
