//! What is asked: which question, which targets, which further limits.

use super::communes::Communes;
use super::limits::{Caps, Floors};
use super::prices::Prices;
use crate::app::{Objective, QuestionDraft, use_optimiser, use_prefs, use_workspace};
use crate::formats::number::{exact, parse_number};
use crate::i18n::messages::number_error;
use crate::i18n::optimise::Optimise;
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Rows};

/// The question and the button that asks it.
#[component]
pub fn QuestionPanel() -> impl IntoView {
    let (optimiser, prefs) = (use_optimiser(), use_prefs());
    let t = move || &prefs.t().optimise;
    let draft = optimiser.draft();
    let kind = Memo::new(move |_| draft.with(|a| a.kind));
    let workspace = use_workspace();
    let none = Memo::new(move |_| {
        let plan = workspace.plan().get();
        draft.with(|a| !plan.lines.iter().any(|l| a.counts(&l.id)))
    });
    // Goals of 0 are all made by every plan: there is nothing to search for.
    let no_goals = Memo::new(move |_| {
        let evaluation = workspace.evaluation().get();
        draft.with(|a| !evaluation.outcome.lines.iter().any(|l| a.counts(&l.id) && l.goal > 0.0))
    });
    let radio = move |own: Objective| {
        let word = move || match own {
            Objective::Most => t().most,
            Objective::Least => t().least,
        };
        view! {
            <label class="op-kind">
                <input
                    type="radio"
                    name="optimise-kind"
                    data-test=format!("optimise-kind-{}", own.name())
                    prop:checked=move || kind.get() == own
                    on:change=move |_| draft.update(|a| a.kind = own)
                />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <section class="panel op-q" aria-labelledby="op-q-title">
            <header><h2 id="op-q-title">{move || t().question}</h2></header>
            <div class="op-body">
                <fieldset data-test="optimise-kind" data-value=move || kind.get().name()>
                    <legend class="vh">{move || t().question}</legend>
                    {Objective::ALL.map(radio).into_iter().collect_view()}
                </fieldset>
                <Targets/>
                <Show when=move || kind.get() == Objective::Least><Prices/></Show>
                <fieldset>
                    <legend>{move || t().limits}</legend>
                    <Cap
                        test="optimise-per-head"
                        label=|t| t.per_head
                        read=|a| a.per_head
                        write=|a, value| a.per_head = value
                    />
                    <Cap
                        test="optimise-arrears"
                        label=|t| t.arrears
                        read=|a| a.arrears
                        write=|a, value| a.arrears = value
                    />
                    <p class="mut op-note">{move || t().no_limit}</p>
                </fieldset>
                <Show when=move || kind.get() == Objective::Most>
                    <fieldset>
                        <Cap
                            test="optimise-sure"
                            label=|t| t.chance
                            read=|a| a.chance.map(|p| p * 100.0)
                            write=|a, value| a.chance = value.map(|p| p / 100.0)
                            most=100.0
                            unit=false
                        />
                        <p class="mut op-note">{move || t().chance_note}</p>
                    </fieldset>
                </Show>
                <Caps/>
                <Floors/>
                <Communes/>
                <p class="bad" role="status">{move || match (none.get(), no_goals.get()) {
                    (true, _) => t().no_targets,
                    (false, true) => t().no_goals,
                    (false, false) => "",
                }}</p>
                <button
                    type="button"
                    class="btn pri no-print"
                    data-test="optimise-start"
                    disabled=move || none.get() || no_goals.get() || optimiser.status().with(Option::is_some) || optimiser.proof_status().with(Option::is_some)
                    on:click=move |_| optimiser.start()
                >
                    {move || t().start}
                </button>
            </div>
        </section>
    }
}

/// Which targets count.
#[component]
fn Targets() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let draft = optimiser.draft();
    let ids = Memo::new(move |_| -> Vec<String> {
        workspace
            .plan()
            .with(|p| p.lines.iter().map(|l| l.id.clone()).collect())
    });
    let row = move |id: String| {
        let id = StoredValue::new(id);
        let name = move || {
            let lang = prefs.lang().get();
            workspace
                .plan()
                .with(|p| id.with_value(|id| crate::i18n::optimise::line_name(p, id, lang)))
        };
        view! {
            <label class="op-tick">
                <input
                    type="checkbox"
                    data-test=id.with_value(|id| format!("optimise-goal-{id}"))
                    prop:checked=move || draft.with(|a| id.with_value(|id| a.counts(id)))
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        draft.update(|a| {
                            let id = id.get_value();
                            a.without.retain(|known| *known != id);
                            if !on {
                                a.without.push(id);
                            }
                        });
                    }
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{move || prefs.t().optimise.targets}</legend>
            <Rows each=move || ids.get() key=Clone::clone let(id)>{row(id)}</Rows>
        </fieldset>
    }
}

/// A limit that may be left empty.
#[component]
fn Cap(
    /// `data-test` name.
    test: &'static str,
    /// Word before the field.
    label: fn(&Optimise) -> &'static str,
    /// The limit as the question has it; `None`: not asked.
    read: fn(&QuestionDraft) -> Option<f64>,
    /// Puts a limit into the question.
    write: fn(&mut QuestionDraft, Option<f64>),
    /// Whether it is money.
    #[prop(default = true)]
    unit: bool,
    /// Largest value; more is refused.
    #[prop(default = f64::INFINITY)]
    most: f64,
) -> impl IntoView {
    let (optimiser, prefs) = (use_optimiser(), use_prefs());
    let draft = optimiser.draft();
    let name = move || label(&prefs.t().optimise);
    let text = Memo::new(move |_| {
        draft
            .with(read)
            .map_or_else(String::new, |v| exact(v, prefs.lang().get()))
    });
    let commit = Callback::new(move |entry: String| {
        let lang = prefs.lang().get_untracked();
        let value = match entry.trim() {
            "" => None,
            entry => Some(parse_number(entry, lang).map_err(|e| number_error(&e, lang).paragraph())?),
        };
        if value.is_some_and(|v| !(0.0..=most).contains(&v)) {
            return Err(crate::i18n::shell::number_range(0.0, most, false, false, lang));
        }
        draft.update(|a| write(a, value));
        Ok(())
    });
    view! {
        <div class="op-cap">
            <span>{name}<small class="mut">{move || unit.then(|| format!(" {}", prefs.t().optimise.million))}</small></span>
            <EditField text on_commit=commit label=Signal::derive(move || name().to_owned()) test/>
        </div>
    }
}
