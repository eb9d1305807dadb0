//! The top bar: which plan, which scenario, whether it is saved, and the tools of the whole page.

use super::picker::ScenarioPicker;
use super::saved::Saved;
use crate::app::{Theme, use_prefs, use_workspace};
use crate::formats::number::MoneyUnit;
use crate::model::Lang;
use crate::platform::dom;
use crate::ui::prelude::*;
use crate::ui::widgets::{Choice, Icon, Seg, Shape};

/// The top bar.
#[component]
pub fn TopBar(
    /// Shows the about dialog.
    about: RwSignal<bool>,
) -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    // On a phone the tools fold away behind a button.
    let is_unfolded = RwSignal::new(false);
    let name = move || workspace.plan().with(|p| p.name.get(prefs.lang().get()).to_owned());
    view! {
        <header class="top" class:open=move || is_unfolded.get() aria-label=move || prefs.t().shell.plan_bar>
            <h1 data-test="plan-name" title=name>{name}</h1>
            <Illustration/>
            <ScenarioPicker
                label=Signal::derive(move || prefs.t().shell.scenario.to_owned())
                value=workspace.scenario_id()
                on_choose=move |id: String| workspace.show_scenario(&id)
                test="scenario-picker"
                class="scn"
            />
            <ScenarioPicker
                label=Signal::derive(move || prefs.t().shell.base.to_owned())
                value=workspace.base_id()
                on_choose=move |id: String| workspace.compare_with(&id)
                test="base-picker"
                class="ref"
            />
            <span class="grow"></span>
            <Saved/>
            <Steps/>
            <button
                type="button"
                class="btn quiet icon menu"
                data-test="menu"
                aria-label=move || prefs.t().shell.more
                aria-expanded=move || is_unfolded.get().to_string()
                aria-controls="tools"
                on:click=move |_| is_unfolded.update(|u| *u = !*u)
            >
                <Icon shape=Shape::More/>
            </button>
            <Tools about/>
        </header>
    }
}

/// Marks a plan whose figures are made up, on every screen.
#[component]
fn Illustration() -> impl IntoView {
    let prefs = use_prefs();
    let plan = use_workspace().plan();
    let is_illustration = Memo::new(move |_| plan.with(|p| p.illustration));
    view! {
        <Show when=move || is_illustration.get()>
            <span class="made-up" data-test="illustration" title=move || prefs.t().shell.illustration_long>
                <span aria-hidden="true">"△ "</span>
                {move || prefs.t().shell.illustration}
            </span>
        </Show>
    }
}

/// Undo and redo.
#[component]
fn Steps() -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    view! {
        <div class="acts">
            <button
                type="button"
                class="btn quiet icon"
                data-test="undo"
                aria-label=move || prefs.t().shell.undo
                title=move || format!("{} (Ctrl+Z)", prefs.t().shell.undo)
                aria-keyshortcuts="Control+Z"
                disabled=move || !workspace.can_undo().get() || workspace.read_only().get()
                on:click=move |_| workspace.undo()
            >
                <Icon shape=Shape::Undo/>
            </button>
            <button
                type="button"
                class="btn quiet icon"
                data-test="redo"
                aria-label=move || prefs.t().shell.redo
                title=move || format!("{} (Ctrl+Y)", prefs.t().shell.redo)
                aria-keyshortcuts="Control+Y"
                disabled=move || !workspace.can_redo().get() || workspace.read_only().get()
                on:click=move |_| workspace.redo()
            >
                <Icon shape=Shape::Redo/>
            </button>
        </div>
    }
}

/// Money unit, print, language, theme, keys, about.
#[component]
fn Tools(about: RwSignal<bool>) -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    view! {
        <div class="acts tools" id="tools">
            <MoneyUnitSwitch/>
            <button
                type="button"
                class="btn quiet icon"
                data-test="print"
                aria-label=move || prefs.t().shell.print
                title=move || format!("{} (Ctrl+P)", prefs.t().shell.print)
                on:click=move |_| dom::print()
            >
                <Icon shape=Shape::Print/>
            </button>
            <LanguageSwitch/>
            <ThemeSwitch/>
            <button
                type="button"
                class="btn quiet icon"
                data-test="keys-help"
                aria-label=move || prefs.t().shell.keys
                title=move || format!("{} (?)", prefs.t().shell.keys)
                on:click=move |_| workspace.help().set(true)
            >
                <Icon shape=Shape::Help/>
            </button>
            <button
                type="button"
                class="btn quiet icon"
                data-test="about"
                aria-label=move || prefs.t().shell.about
                title=move || prefs.t().shell.about
                on:click=move |_| about.set(true)
            >
                <Icon shape=Shape::Info/>
            </button>
        </div>
    }
}

#[component]
fn MoneyUnitSwitch() -> impl IntoView {
    const MILLION: &str = "million";
    const BILLION: &str = "billion";
    let prefs = use_prefs();
    let choices = Memo::new(move |_| {
        let t = &prefs.t().shell;
        vec![Choice::new(MILLION, t.million), Choice::new(BILLION, t.billion)]
    });
    let value = Memo::new(move |_| {
        match prefs.money_unit().get() {
            MoneyUnit::Million => MILLION,
            MoneyUnit::Billion => BILLION,
        }
        .to_owned()
    });
    view! {
        <Seg
            choices
            value
            on_choose=move |choice: String| {
                prefs.set_money_unit(if choice == BILLION { MoneyUnit::Billion } else { MoneyUnit::Million });
            }
            label=Signal::derive(move || prefs.t().shell.money_unit.to_owned())
            test="money-unit"
        />
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <button
            type="button"
            class="btn quiet lang"
            data-test="lang"
            data-value=move || if prefs.lang().get() == Lang::Vi { "vi" } else { "en" }
            aria-label=move || format!("{}. {}", prefs.t().shell.language, prefs.t().shell.other_language)
            title=move || prefs.t().shell.other_language
            on:click=move |_| {
                prefs.set_lang(if prefs.lang().get_untracked() == Lang::Vi { Lang::En } else { Lang::Vi });
            }
        >
            {move || prefs.t().shell.language_code}
        </button>
    }
}

#[component]
fn ThemeSwitch() -> impl IntoView {
    let prefs = use_prefs();
    let word = move || {
        let t = &prefs.t().shell;
        match prefs.theme().get() {
            Theme::System => t.theme_system,
            Theme::Light => t.theme_light,
            Theme::Dark => t.theme_dark,
        }
    };
    view! {
        <button
            type="button"
            class="btn quiet icon"
            data-test="theme"
            data-value=move || match prefs.theme().get() {
                Theme::System => "system",
                Theme::Light => "light",
                Theme::Dark => "dark",
            }
            aria-label=word
            title=word
            on:click=move |_| {
                prefs.set_theme(match prefs.theme().get_untracked() {
                    Theme::System => Theme::Light,
                    Theme::Light => Theme::Dark,
                    Theme::Dark => Theme::System,
                });
            }
        >
            {move || match prefs.theme().get() {
                Theme::System => view! { <Icon shape=Shape::Theme/> },
                Theme::Light => view! { <Icon shape=Shape::Sun/> },
                Theme::Dark => view! { <Icon shape=Shape::Moon/> },
            }}
        </button>
    }
}
