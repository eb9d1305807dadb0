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

/// All texts of one language.
#[derive(Debug)]
pub struct Texts {
    /// Frame of the page: navigation, top bar, dialogs, toasts, keys, tour.
    pub shell: shell::Shell,
    /// Screen *Tổng quan*.
    pub overview: overview::Overview,
    /// Screen *Kịch bản*.
    pub scenarios: scenarios::Scenarios,
    /// Screen *Tiến độ*.
    pub timeline: timeline::Timeline,
    /// Screen *Xã*.
    pub communes: communes::Communes,
    /// Screen *Rủi ro*.
    pub risk: risk::RiskTexts,
    /// Screen *Tối ưu*.
    pub optimise: optimise::Optimise,
    /// Screen *Số liệu*.
    pub data: data::Data,
    /// Screen *Chia sẻ*.
    pub share: share::Share,
    /// What really happened.
    pub actuals: actuals::Actuals,
    /// Plans of several years.
    pub years: years::Years,
    /// Titles, axes and summaries of charts.
    pub charts: charts::Charts,
}

static VI: Texts = Texts {
    shell: shell::VI,
    overview: overview::VI,
    scenarios: scenarios::VI,
    timeline: timeline::VI,
    communes: communes::VI,
    risk: risk::VI,
    optimise: optimise::VI,
    data: data::VI,
    share: share::VI,
    actuals: actuals::VI,
    years: years::VI,
    charts: charts::VI,
};

static EN: Texts = Texts {
    shell: shell::EN,
    overview: overview::EN,
    scenarios: scenarios::EN,
    timeline: timeline::EN,
    communes: communes::EN,
    risk: risk::EN,
    optimise: optimise::EN,
    data: data::EN,
    share: share::EN,
    actuals: actuals::EN,
    years: years::EN,
    charts: charts::EN,
};

/// The texts of a language.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}
