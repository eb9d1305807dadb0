//! Screen *Xã*: the matrix communes × criteria as a sheet, the order of choice, who is chosen and why.

mod bar;
mod detail;
mod editor;
mod foot;
mod heat;
mod keys;
mod paste;
mod print_head;
mod row;
mod set;
mod set_text;
mod state;
mod table;

use crate::app::{Screen, use_prefs, use_workspace};
use crate::i18n::texts;
use crate::ui::prelude::*;
use state::Sheet;

/// Screen *Xã*, made anew when the language changes.
#[component]
pub fn CommunesScreen() -> impl IntoView {
    let lang = use_prefs().lang();
    // Made anew when the language changes, so that texts are plain.
    move || view! { <Matrix lang=lang.get()/> }.into_any()
}

#[component]
fn Matrix(lang: crate::model::Lang) -> impl IntoView {
    let sheet = Sheet::new(use_workspace(), lang);
    provide_context(sheet);
    provide_context(super::data::origin::Editing::new());
    keys::listen_to_clipboard(sheet);
    let t = sheet.t;
    let state = Memo::new(move |_| {
        sheet.matrix.with(|m| match (m.columns.is_empty(), m.rows.is_empty()) {
            (_, true) => State::NoCommunes,
            (true, false) => State::NoSet,
            _ => State::Sheet,
        })
    });
    view! {
        <print_head::PrintHead/>
        <div class="cm">
            <h1 class="vh">{t.title}</h1>
            <section class="panel cm-panel" aria-label=t.matrix>
                <bar::Bar/>
                {move || match state.get() {
                    State::NoCommunes => view! {
                        <p class="empty" data-test="communes-empty">
                            {t.no_communes} " " <a href=format!("#{}", Screen::Data.hash())>{texts(lang).timeline.to_data}</a>
                        </p>
                    }.into_any(),
                    State::NoSet => view! {
                        <div class="empty" data-test="communes-no-set">
                            <p>{t.no_set}</p>
                            <button type="button" class="btn pri" on:click=move |_| sheet.set_open.set(true)>{t.criteria_set}</button>
                        </div>
                    }.into_any(),
                    State::Sheet => view! {
                        <foot::Unknown/>
                        <detail::Detail/>
                        <table::Table/>
                        <foot::Foot/>
                    }.into_any(),
                }}
            </section>
            <heat::Heat/>
        </div>
        <paste::PasteDialog/>
        <set::SetDialog/>
        <super::data::origin::OriginDialog/>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    NoCommunes,
    NoSet,
    Sheet,
}
