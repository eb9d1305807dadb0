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
    let said = match origin {
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
    if said.is_empty() {
        name.to_owned()
    } else {
        format!("{name}: {said}")
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
    /// Whose origin.
    target: OriginTarget,
    /// Name of the field it belongs to.
    name: String,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let Here { workspace, lang, .. } = here();
    let plan = workspace.plan();
    let shown = {
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
        shown.get().map(|(letter, class, kind, sentence)| {
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
    let open = RwSignal::new(false);
    // The dialog closes itself on Escape; what is edited has to follow, and the other way round.
    Effect::watch(
        move || editing.0.with(Option::is_some),
        move |asked, _, _| open.set(*asked),
        true,
    );
    Effect::watch(
        move || open.get(),
        move |shown, before, _| {
            if before == Some(&true) && !shown {
                editing.0.set(None);
            }
        },
        false,
    );
    view! {
        <Dialog open title=t.origin test="data-origin-dialog">
            {move || editing.0.get().map(|target| view! { <OriginForm target lang close=Callback::new(move |()| open.set(false))/> })}
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
    let said = RwSignal::new(said(&origin).get(lang).to_owned());
    let date = RwSignal::new(match &origin {
        Origin::Reported { date, .. } => date.clone(),
        _ => String::new(),
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let plan = workspace.plan_untracked();
        let old = target.read(&plan).cloned().unwrap_or_default();
        let new = changed(
            &old,
            kind.get_untracked(),
            &said.get_untracked(),
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
        (Kind::Reported, "reported", t.reported),
        (Kind::Derived, "derived", t.derived),
        (Kind::Assumption, "assumption", t.assumption),
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
                    Kind::Reported => t.which_source,
                    Kind::Derived => t.which_formula,
                    Kind::Assumption => t.which_note,
                }}</span>
                <textarea
                    rows="3"
                    maxlength="2000"
                    autofocus=true
                    data-test="data-origin-text"
                    prop:value=move || said.get()
                    on:input=move |event| said.set(event_target_value(&event))
                ></textarea>
            </label>
            <Show when=move || kind.get() == Kind::Reported>
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
enum Kind {
    Reported,
    Derived,
    Assumption,
}

fn kind_of(origin: &Origin) -> Kind {
    match origin {
        Origin::Reported { .. } => Kind::Reported,
        Origin::Derived { .. } => Kind::Derived,
        Origin::Assumption { .. } => Kind::Assumption,
    }
}

fn said(origin: &Origin) -> &Text {
    match origin {
        Origin::Reported { source: text, .. }
        | Origin::Derived { formula: text }
        | Origin::Assumption { note: text } => text,
    }
}

/// The origin as edited in one language. The other language's wording stays only while this one is as it was:
/// a translation of something else is worse than none.
fn changed(old: &Origin, kind: Kind, wording: &str, date: &str, lang: Lang) -> Origin {
    let wording = wording.trim();
    let text = if wording == said(old).get(lang) {
        said(old).clone()
    } else {
        let mut text = Text::default();
        text.set(lang, wording.to_owned());
        text
    };
    match kind {
        Kind::Reported => Origin::Reported {
            source: text,
            date: date.trim().to_owned(),
        },
        Kind::Derived => Origin::Derived { formula: text },
        Kind::Assumption => Origin::Assumption { note: text },
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
        assert_eq!(changed(&old, Kind::Reported, "Conference", "2021-01-22", Lang::En), old);
    }

    #[test]
    fn a_new_wording_drops_the_old_translation() {
        let old = Origin::Assumption {
            note: Text::new("cũ", "old"),
        };
        let new = changed(&old, Kind::Assumption, " mới ", "", Lang::Vi);
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
