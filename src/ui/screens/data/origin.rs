//! The origin mark beside a number (B reported, T derived, G assumption) and the dialog in which it is edited.

pub use super::origin_target::OriginTarget;
use super::{Here, here, place};
use crate::formats::number::date_iso;
use crate::i18n::{messages, texts};
use crate::model::{Lang, Origin, Text};
use crate::ui::prelude::*;
use crate::ui::widgets::Dialog;

/// Letter, style and name of an origin.
pub fn letter(origin: &Origin, lang: Lang) -> (&'static str, &'static str, &'static str) {
    let t = &texts(lang).data;
    match origin {
        Origin::Reported { .. } => (t.mark_reported, "org", t.reported),
        Origin::Derived { .. } => (t.mark_derived, "org d", t.derived),
        Origin::Assumption { .. } => (t.mark_assumption, "org a", t.assumption),
    }
}

/// What an origin says, in one sentence: *Báo cáo: Hội nghị tổng kết 2020, 22/1/2021*.
pub fn sentence(origin: &Origin, lang: Lang) -> String {
    let (_, _, name) = letter(origin, lang);
    let wording = match origin {
        Origin::Reported { source, date } => {
            let (source, date) = (source.get(lang), date_iso(date));
            // Many sources are named with their date already.
            if source.contains(&date) {
                source.to_owned()
            } else {
                format!("{source}, {date}")
            }
        }
        Origin::Derived { formula } => formula.get(lang).to_owned(),
        Origin::Assumption { note } => note.get(lang).to_owned(),
    };
    if wording.is_empty() {
        name.to_owned()
    } else {
        format!("{name}: {wording}")
    }
}

/// Which origin is being edited, if any; one dialog serves the screen.
#[derive(Clone, Copy, Debug)]
pub struct Editing(RwSignal<Option<OriginTarget>>);

impl Editing {
    /// Nothing is being edited.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }
}

/// The mark beside a number: says the origin, opens the dialog.
#[component]
pub fn OriginMark(
    /// What the origin belongs to.
    target: OriginTarget,
    /// Name of the field it belongs to.
    name: String,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let Here { workspace, lang, .. } = here();
    let plan = workspace.plan();
    let mark = {
        let target = target.clone();
        Memo::new(move |_| {
            plan.with(|p| {
                target.read(p).map(|origin| {
                    let (letter, class, _) = letter(origin, lang);
                    let kind = match origin {
                        Origin::Reported { .. } => "reported",
                        Origin::Derived { .. } => "derived",
                        Origin::Assumption { .. } => "assumption",
                    };
                    (letter, class, kind, sentence(origin, lang))
                })
            })
        })
    };
    let target = StoredValue::new(target);
    move || {
        mark.get().map(|(letter, class, kind, sentence)| {
            view! {
                <button
                    type="button"
                    class="data-mark"
                    data-test=format!("{name}-origin")
                    data-value=kind
                    title=sentence.clone()
                    aria-label=format!("{}. {sentence}", texts(lang).data.origin)
                    aria-haspopup="dialog"
                    on:click=move |_| editing.0.set(Some(target.get_value()))
                >
                    <span class=class aria-hidden="true">{letter}</span>
                </button>
            }
        })
    }
}

/// The dialog that edits an origin.
#[component]
pub fn OriginDialog() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let Here { lang, t, .. } = here();
    view! {
        <Dialog open=editing.0 title=t.origin test="data-origin-dialog">
            {move || editing.0.get().map(|target| view! { <OriginForm target lang close=Callback::new(move |()| editing.0.set(None))/> })}
        </Dialog>
    }
}

/// What the dialog holds while it is open.
#[component]
fn OriginForm(target: OriginTarget, lang: Lang, close: Callback<()>) -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let plan = workspace.plan_untracked();
    let origin = target.read(&plan).cloned().unwrap_or_default();
    let place = messages::path_in_words(&target.path(), &plan, lang);
    let name = place::element(&target.path());
    let kind = RwSignal::new(kind_of(&origin));
    let wording = RwSignal::new(wording_of(&origin).get(lang).to_owned());
    let date = RwSignal::new(match &origin {
        Origin::Reported { date, .. } => date.clone(),
        _ => String::new(),
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let plan = workspace.plan_untracked();
        let old = target.read(&plan).cloned().unwrap_or_default();
        let new = with_wording(
            &old,
            kind.get_untracked(),
            &wording.get_untracked(),
            &date.get_untracked(),
            lang,
        );
        if new != old
            && let Some(command) = target.write(&plan, new)
        {
            workspace.dispatch(command);
        }
        close.run(());
    };
    let kinds = [
        (OriginKind::Reported, "reported", t.reported),
        (OriginKind::Derived, "derived", t.derived),
        (OriginKind::Assumption, "assumption", t.assumption),
    ];
    view! {
        <form on:submit=save data-test="data-origin-form" data-value=name>
            <p class="lead">{place}</p>
            <fieldset>
                <legend class="vh">{t.origin}</legend>
                {kinds.map(|(this, value, label)| view! {
                    <label class="check">
                        <input
                            type="radio"
                            name="data-origin-kind"
                            value=value
                            data-test=format!("data-origin-{value}")
                            prop:checked=move || kind.get() == this
                            on:change=move |_| kind.set(this)
                        />
                        {label}
                    </label>
                })}
            </fieldset>
            <label class="data-stack">
                <span>{move || match kind.get() {
                    OriginKind::Reported => t.which_source,
                    OriginKind::Derived => t.which_formula,
                    OriginKind::Assumption => t.which_note,
                }}</span>
                <textarea
                    rows="3"
                    maxlength="2000"
                    autofocus=true
                    data-test="data-origin-text"
                    prop:value=move || wording.get()
                    on:input=move |event| wording.set(event_target_value(&event))
                ></textarea>
            </label>
            <Show when=move || kind.get() == OriginKind::Reported>
                <label class="data-stack">
                    <span>{t.date_of_source}</span>
                    <input
                        type="text"
                        class="field words"
                        maxlength="20"
                        data-test="data-origin-date"
                        prop:value=move || date.get()
                        on:input=move |event| date.set(event_target_value(&event))
                    />
                </label>
            </Show>
            <div class="data-buttons">
                <button type="submit" class="btn pri" data-test="data-origin-save" disabled=move || workspace.read_only().get()>
                    {t.save}
                </button>
                <button type="button" class="btn" data-test="data-origin-cancel" on:click=move |_| close.run(())>{t.cancel}</button>
            </div>
        </form>
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum OriginKind {
    Reported,
    Derived,
    Assumption,
}

fn kind_of(origin: &Origin) -> OriginKind {
    match origin {
        Origin::Reported { .. } => OriginKind::Reported,
        Origin::Derived { .. } => OriginKind::Derived,
        Origin::Assumption { .. } => OriginKind::Assumption,
    }
}

fn wording_of(origin: &Origin) -> &Text {
    match origin {
        Origin::Reported { source: text, .. }
        | Origin::Derived { formula: text }
        | Origin::Assumption { note: text } => text,
    }
}

/// The origin as edited in one language. The other language's wording stays only while this one is as it was:
/// a translation of something else is worse than none.
fn with_wording(old: &Origin, kind: OriginKind, wording: &str, date: &str, lang: Lang) -> Origin {
    let wording = wording.trim();
    let text = if wording == wording_of(old).get(lang) {
        wording_of(old).clone()
    } else {
        let mut text = Text::default();
        text.set(lang, wording.to_owned());
        text
    };
    match kind {
        OriginKind::Reported => Origin::Reported {
            source: text,
            date: date.trim().to_owned(),
        },
        OriginKind::Derived => Origin::Derived { formula: text },
        OriginKind::Assumption => Origin::Assumption { note: text },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_saved_as_it_was_does_not_change() {
        let old = Origin::Reported {
            source: Text::new("Hội nghị", "Conference"),
            date: "2021-01-22".into(),
        };
        assert_eq!(
            with_wording(&old, OriginKind::Reported, "Conference", "2021-01-22", Lang::En),
            old
        );
    }

    #[test]
    fn a_new_wording_drops_the_old_translation() {
        let old = Origin::Assumption {
            note: Text::new("cũ", "old"),
        };
        let new = with_wording(&old, OriginKind::Assumption, " mới ", "", Lang::Vi);
        assert_eq!(
            new,
            Origin::Assumption {
                note: Text::new("mới", "")
            }
        );
    }

    #[test]
    fn an_origin_is_told_with_its_source_and_date() {
        let origin = Origin::Reported {
            source: Text::new("Hội nghị", ""),
            date: "2021-01-22".into(),
        };
        assert!(sentence(&origin, Lang::Vi).ends_with("Hội nghị, 22/1/2021"));
        let dated = Origin::Reported {
            source: Text::new("Hội nghị 22/1/2021", ""),
            date: "2021-01-22".into(),
        };
        assert!(sentence(&dated, Lang::Vi).ends_with("Hội nghị 22/1/2021"));
        assert_eq!(sentence(&Origin::default(), Lang::Vi), texts(Lang::Vi).data.assumption);
    }
}
