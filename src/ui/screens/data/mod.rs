//! Screen *Số liệu*: every number of the plan with its origin, what the checks say of it, whether the reported figures
//! add up, and how much of the known year the assumptions explain.

mod actuals;
mod back_test;
mod band;
mod communes;
mod contributions;
mod correlations;
mod criteria;
mod date_field;
mod discipline;
mod events;
mod field;
mod find;
mod findings;
mod inventory;
mod lines;
mod list;
mod milestones;
mod names;
mod new_communes;
pub(super) mod origin;
mod origin_target;
mod place;
mod plan;
mod priority;
mod recipes;
mod reconciliation;
mod reported;
mod rounds;
mod sheet;
mod sources;
mod stages;
mod start;
mod structure;
mod uncertainty;
mod years;

use crate::app::{Workspace, use_prefs, use_workspace};
use crate::edit::{self, Command, CommandError};
use crate::i18n::data::Data;
use crate::i18n::{messages, texts};
use crate::model::Lang;
use crate::ui::prelude::*;
use place::Section;

/// What every part of the screen needs. The screen is made anew when the language changes, so texts are plain.
#[derive(Clone, Copy)]
struct Here {
    workspace: Workspace,
    lang: Lang,
    t: &'static Data,
}

fn here() -> Here {
    let lang = use_prefs().lang().get_untracked();
    Here {
        workspace: use_workspace(),
        lang,
        t: &texts(lang).data,
    }
}

impl Here {
    /// Asks for a change as one undo step. A refusal is for the field that asked, as a sentence.
    fn ask(self, command: Command) -> Result<(), String> {
        let refusal = edit::apply(&self.workspace.plan_untracked(), &command).err();
        match refusal {
            Some(CommandError::NoChange) => Ok(()),
            Some(error) => Err(messages::command_error(&error, self.lang).paragraph()),
            None if self.workspace.dispatch(command) => Ok(()),
            // Another tab holds the plan; the page says so.
            None => Err(self.t.not_now.to_owned()),
        }
    }

    /// Asks for a change where there is no field to show a refusal at: it becomes a message of the page.
    fn tell(self, command: Command) {
        self.workspace.dispatch(command);
    }
}

/// Brings a place of the plan into view, once this screen is shown.
pub fn show_in_data(path: &str) {
    find::show(path);
}

/// Screen *Số liệu*.
#[component]
pub fn DataScreen() -> impl IntoView {
    let lang = use_prefs().lang();
    let plan = use_workspace().plan();
    let id = Memo::new(move |_| plan.with(|p| p.id.clone()));
    move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        lang.track();
        id.with(|_| ());
        view! { <Screen/> }.into_any()
    }
}

#[component]
fn Screen() -> impl IntoView {
    provide_context(origin::Editing::new());
    let Here { t, .. } = here();
    view! {
        <div class="data-screen">
            <h1 class="vh">{t.title}</h1>
            <find::SideBar/>
            <div class="data-body">
                <start::Start/>
                <findings::Findings/>
                <plan::PlanPanel/>
                <sources::SourcesPanel/>
                <lines::LinesPanel/>
                <recipes::RecipesPanel/>
                <years::YearsPanel/>
                <actuals::ActualsPanel/>
                <priority::PriorityPanel/>
                <events::EventsPanel/>
                <uncertainty::UncertaintyPanel/>
                <communes::CommunesPanel/>
                <criteria::CriteriaPanel/>
                <reported::ReportedPanel/>
                <reconciliation::ReconciliationPanel/>
                <back_test::BackTestPanel/>
                <list::PrintedList/>
            </div>
            <origin::OriginDialog/>
        </div>
    }
}

/// A section with its heading.
#[component]
fn Panel(
    /// Section it is: gives heading, element and `data-test`.
    section: Section,
    /// Unit of its numbers, if there is one.
    #[prop(optional)]
    unit: &'static str,
    children: Children,
) -> impl IntoView {
    let Here { lang, .. } = here();
    let id = section.name();
    view! {
        <section class="panel data-panel" id=id data-test=id tabindex="-1" aria-labelledby=format!("{id}-title")>
            <header>
                <h2 id=format!("{id}-title")>{section.title(lang)}</h2>
                <span class="unit">{unit}</span>
            </header>
            {children()}
        </section>
    }
}
