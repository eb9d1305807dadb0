//! Vietnamese and English, complete at compile time: a text that lacks a language does not compile.
//!
//! Texts are data, a line for each with a column for each language (see `columns.rs`): the words of an area, and its
//! sentences beside them. Where grammar needs more than putting a name in its place, a sentence is a function that
//! chooses between lines. Wording follows the glossary of the programme.

#[macro_use]
mod columns;

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

/// Words in each language. They are found where they are used, so that they are loaded with their screen.
pub trait Words<L = Lang>: 'static {
    /// The words in a language.
    fn of(lang: L) -> &'static Self;
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

impl Texts {
    const fn column(lang: Lang) -> Self {
        Self {
            screens: [
                overview::Overview::column(lang).title,
                scenarios::Scenarios::column(lang).title,
                timeline::Timeline::column(lang).title,
                communes::Communes::column(lang).title,
                risk::RiskTexts::column(lang).title,
                optimise::Optimise::column(lang).title,
                data::Data::column(lang).title,
                share::Share::column(lang).title,
            ],
            shell: shell::Shell::column(lang),
            overview: overview::Overview::column(lang),
            scenarios: Area(lang, PhantomData),
            timeline: Area(lang, PhantomData),
            communes: Area(lang, PhantomData),
            risk: Area(lang, PhantomData),
            optimise: Area(lang, PhantomData),
            data: Area(lang, PhantomData),
            share: Area(lang, PhantomData),
            actuals: Area(lang, PhantomData),
            years: Area(lang, PhantomData),
            charts: Area(lang, PhantomData),
        }
    }
}

/// The texts of a language.
pub fn texts(lang: Lang) -> &'static Texts {
    static VI: Texts = Texts::column(Lang::Vi);
    static EN: Texts = Texts::column(Lang::En);
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// The form for one, or that for any other number: English agrees with a number, Vietnamese does not.
fn agree(n: usize, one: &'static str, many: &'static str) -> &'static str {
    if n == 1 { one } else { many }
}
