//! Adding communes: a list typed or pasted, one a line.

use super::{Here, here};
use crate::edit::Command;
use crate::model::{Commune, Level, Plan};
use crate::ui::prelude::*;

/// The communes of a text, one a line: a code and a name, or a name alone, which then gets a code of its own. A name
/// the plan has already is left out.
fn read(text: &str, plan: &Plan) -> Vec<Commune> {
    let mut communes: Vec<Commune> = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let parts = line.split_once(['\t', ';', ',']).or_else(|| line.split_once(' '));
        let has_code =
            parts.filter(|(code, _)| code.trim().chars().all(|c| c.is_ascii_digit()) && !code.trim().is_empty());
        let (code, name) = has_code.map_or(("", line), |(code, name)| (code.trim(), name.trim()));
        let is_known = |c: &Commune| c.name == name || (!code.is_empty() && c.id == code);
        if name.is_empty() || plan.communes.iter().chain(&communes).any(is_known) {
            continue;
        }
        let is_taken = |id: &str| plan.communes.iter().chain(&communes).any(|c| c.id == id);
        let id = if code.is_empty() {
            (1..)
                .map(|n| format!("xa-{n}"))
                .find(|id| !is_taken(id))
                .unwrap_or_default()
        } else {
            code.to_owned()
        };
        communes.push(Commune::new(id, name, Level::Ntm));
    }
    communes
}

/// The field and its button.
#[component]
pub fn NewCommunes() -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let text = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let communes = read(&text.get_untracked(), &workspace.plan_untracked());
        if !communes.is_empty() && workspace.dispatch(Command::AddCommunes(communes)) {
            text.set(String::new());
        }
    };
    view! {
        <form class="in data-row no-print" on:submit=add>
            <label class="data-stack grow">
                <span class="mut sm">{t.new_communes}</span>
                <textarea
                    rows="2"
                    data-test="data-communes-new"
                    disabled=workspace.read_only()
                    prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </label>
            <button type="submit" class="btn" data-test="data-communes-add" disabled=workspace.read_only()>{t.add_communes}</button>
        </form>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn communes_are_read_with_or_without_their_code_and_each_once() {
        let plan = samples::blank(2026);
        let communes = read(
            "18565\tThạch Hải\n\n Thạch Bàn \n18565 Khác\n18600, Lưu Vĩnh Sơn\nThạch Bàn",
            &plan,
        );
        let pairs: Vec<(&str, &str)> = communes.iter().map(|c| (c.id.as_str(), c.name.as_str())).collect();
        assert_eq!(
            pairs,
            [("18565", "Thạch Hải"), ("xa-1", "Thạch Bàn"), ("18600", "Lưu Vĩnh Sơn")]
        );
        crate::edit::apply(&plan, &Command::AddCommunes(communes)).unwrap();
    }
}
