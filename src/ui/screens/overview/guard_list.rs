//! All guards at a glance, and in full: numbers, the way to the field, acceptance with its reason.

use super::context::OverviewContext;
use super::guards::kind;
use crate::app::{Screen, use_route};
use crate::edit::Command;
use crate::engine::{Guard, verdict::GuardState};
use crate::formats::number::money_with_unit;
use crate::i18n::guards::{finding, name, open_count, row, state_word, words};
use crate::model::GUARDS;
use crate::platform::timer;
use crate::ui::prelude::*;
use crate::ui::screens::show_in_data;
use crate::ui::use_deferred_loader;
use crate::ui::widgets::{Dialog, EditField, Verdict, VerdictKind, verdict_glyph};

/// Milliseconds after which the screen of the data stands.
const SETTLED: u32 = 80;

/// Shape of a guard's state; an accepted warning is shown as holding, what is unknown as worth a look.
fn shape(guard: &Guard) -> VerdictKind {
    if guard.is_accepted() {
        return VerdictKind::Ok;
    }
    kind(guard.state.unwrap_or(GuardState::Attention))
}

/// One guard of the run, by name.
fn of(page: OverviewContext, guard: &'static str) -> Memo<Option<Guard>> {
    Memo::new(move |_| page.evaluation().guards.iter().find(|g| g.name == guard).cloned())
}

/// A strip of all guards; each opens the list.
#[component]
pub fn GuardStrip() -> impl IntoView {
    let page = OverviewContext::new();
    let loader = use_deferred_loader();
    let open = RwSignal::new(false);
    let chip = move |guard: &'static str| {
        let guard_memo = of(page, guard);
        let shape = Memo::new(move |_| guard_memo.with(|g| g.as_ref().map_or(VerdictKind::Risk, shape)));
        let sentence = move || {
            let plan = page.plan();
            let finding_words = guard_memo.with(|g| g.as_ref().map(|g| finding(&plan, g, page.unit(), page.lang())));
            format!("{}: {}", name(guard, page.lang()).0, finding_words.unwrap_or_default())
        };
        view! {
            <button
                type="button"
                class=move || format!("gd-chip {}", shape.get().class())
                title=sentence
                aria-label=sentence
                aria-haspopup="dialog"
                data-test=format!("guard-{guard}")
                data-value=move || guard_memo.with(|g| g.as_ref().map_or(0.0, |g| g.value).to_string())
                data-state=move || shape.get().class()
                on:click=move |_| open.set(true)
            >
                {move || verdict_glyph(shape.get())}
                {move || name(guard, page.lang()).1}
            </button>
        }
    };
    let title = move || {
        let lang = page.lang();
        format!("{}: {}", words(lang).title, open_count(&page.evaluation().guards, lang))
    };
    view! {
        <div class="gd-strip" role="group" aria-label=move || words(page.lang()).title>
            {GUARDS.map(chip).collect_view()}
        </div>
        <Dialog open=open title=Signal::derive(title) test="guards">
            {loader.show(move |rest| (rest.guards)(open))}
        </Dialog>
    }
}

/// All guards with all that is behind them.
#[component]
pub fn GuardsInFull(open: RwSignal<bool>) -> impl IntoView {
    let page = OverviewContext::new();
    view! {
        <div class="gd-list">
            <p class="mut sm">{move || words(page.lang()).hint}</p>
            {GUARDS.map(|guard| view! { <Full guard open/> }).collect_view()}
        </div>
    }
}

/// A guard with all that is behind it.
#[component]
fn Full(guard: &'static str, open: RwSignal<bool>) -> impl IntoView {
    let page = OverviewContext::new();
    let route = use_route();
    let guard_memo = of(page, guard);
    let t = move || words(page.lang());
    let shape = Memo::new(move |_| guard_memo.with(|g| g.as_ref().map_or(VerdictKind::Risk, shape)));
    let word = move || {
        guard_memo.with(|g| {
            g.as_ref()
                .map(|g| state_word(g, page.lang()).to_owned())
                .unwrap_or_default()
        })
    };
    let sentence = move || {
        let plan = page.plan();
        guard_memo.with(|g| g.as_ref().map(|g| finding(&plan, g, page.unit(), page.lang())))
    };
    let rows = move || {
        let plan = page.plan();
        guard_memo.with(|g| {
            let g = g.as_ref()?;
            let finding_words = g.rows.iter().map(|r| row(&plan, g, r, page.unit(), page.lang()));
            let finding_words = finding_words.map(|(about, value)| {
                view! { <tr><th scope="row">{about}</th><td class="num">{value}</td></tr> }
            });
            Some(finding_words.collect_view())
        })
    };
    let show = move |_| {
        let path = guard_memo.with_untracked(|g| g.as_ref().map(|g| g.path.clone()).unwrap_or_default());
        open.set(false);
        route.go(Screen::Data);
        timer::detached(SETTLED, move || show_in_data(&path));
    };
    let accept = Callback::new(move |note: String| {
        let value = guard_memo.with_untracked(|g| g.as_ref().map_or(0.0, |g| g.value));
        let command = Command::AcceptGuard(guard.to_owned(), value, note);
        let lang = page.prefs.lang().get_untracked();
        if let Err(error) = crate::edit::apply(&page.work.plan_untracked(), &command) {
            return Err(crate::i18n::messages::command_error(&error, lang).paragraph());
        }
        page.work.dispatch(command);
        Ok(())
    });
    let withdraw = move |_| {
        page.work.dispatch(Command::WithdrawAcceptance(guard.to_owned()));
    };
    let acceptance = move || guard_memo.with(|g| g.as_ref().and_then(|g| g.accepted.clone()));
    let warns = Memo::new(move |_| guard_memo.with(|g| g.as_ref().is_some_and(Guard::is_open)));
    let up_to = move |value: f64| match guard {
        "community" => crate::formats::number::number(value, 2, page.lang()),
        _ => money_with_unit(value, page.unit(), page.lang()),
    };
    view! {
        <section data-test=format!("guard-row-{guard}")>
            <h3>
                {move || name(guard, page.lang()).0}
                <Verdict kind=shape word=Signal::derive(word) test=format!("guard-{guard}-state")/>
            </h3>
            <p>
                {sentence}
                " "
                <button type="button" class="link no-print" data-test=format!("guard-{guard}-show") on:click=show>
                    {move || t().show}
                </button>
            </p>
            <table class="sheet"><tbody>{rows}</tbody></table>
            {move || acceptance().map(|(value, note)| view! {
                <p data-test=format!("guard-{guard}-accepted") data-value=value.to_string()>
                    {format!("{} ({}): {note} ", t().accepted, up_to(value))}
                    <button
                        type="button"
                        class="link no-print"
                        data-test=format!("guard-{guard}-withdraw")
                        disabled=page.work.read_only()
                        on:click=withdraw
                    >
                        {t().withdraw}
                    </button>
                </p>
            })}
            <Show when=move || warns.get()>
                <Accept guard accept/>
            </Show>
        </section>
    }
}

/// Field of the reason and the button that accepts.
#[component]
fn Accept(guard: &'static str, accept: Callback<String, Result<(), String>>) -> impl IntoView {
    let page = OverviewContext::new();
    let t = move || words(page.lang());
    let draft = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let keep = Callback::new(move |entry: String| {
        draft.set(entry);
        error.set(None);
        Ok::<(), String>(())
    });
    let press = move |_| error.set(accept.run(draft.get_untracked()).err());
    view! {
        <div class="gd-accept">
            <p class="mut sm">{move || t().note}</p>
            <EditField
                text=draft
                on_commit=keep
                label=Signal::derive(move || t().note.to_owned())
                test=format!("guard-{guard}-note")
                number=false
                disabled=page.work.read_only()
            />
            <button
                type="button"
                class="btn"
                data-test=format!("guard-{guard}-accept")
                disabled=page.work.read_only()
                on:click=press
            >
                {move || t().accept}
            </button>
            {move || error.get().map(|reason| view! { <p class="bad sm" role="alert">{reason}</p> })}
        </div>
    }
}

/// On paper: all guards as sentences, with what was accepted and why.
#[component]
pub fn PrintGuards() -> impl IntoView {
    let page = OverviewContext::new();
    let list = move || {
        let (plan, evaluation, lang, unit) = (page.plan(), page.evaluation(), page.lang(), page.unit());
        let finding_words = evaluation.guards.iter().map(|g| {
            let note = g.accepted.as_ref().map(|(_, note)| format!(" {}: {note}", words(lang).accepted));
            let sentence = finding(&plan, g, unit, lang);
            view! { <li><b>{name(g.name, lang).0}</b>{format!(" ({}): {sentence}{}", state_word(g, lang), note.unwrap_or_default())}</li> }
        });
        finding_words.collect_view()
    };
    view! {
        <section class="ov-print ov-guards" data-test="print-guards">
            <h2>{move || words(page.lang()).title}</h2>
            <ul>{list}</ul>
        </section>
    }
}
