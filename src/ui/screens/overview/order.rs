//! The order in which the scenario serves its targets with money: a list moved by buttons or by the arrow keys.

use super::context::OverviewContext;
use crate::edit::Command;
use crate::edit::describe::{SettingKey, SettingValue, setting};
use crate::model::{LineId, Overrides, Plan};
use crate::platform::dom;
use crate::ui::prelude::*;
use crate::ui::widgets::{Icon, Rows, Shape};

/// Lines in order of service under these overrides.
fn order(plan: &Plan, overrides: &Overrides) -> Vec<LineId> {
    match setting(plan, overrides, &SettingKey::Priority) {
        SettingValue::Priority(order) => order,
        _ => Vec::new(),
    }
}

/// The order with the line at `from` moved to `to`; `None` if there is no such place.
fn move_line(mut order: Vec<LineId>, from: usize, up: bool) -> Option<(Vec<LineId>, usize)> {
    let to = if up {
        from.checked_sub(1)?
    } else {
        Some(from + 1).filter(|to| *to < order.len())?
    };
    order.swap(from, to);
    Some((order, to))
}

/// Folded list of the order, in the panel's heading so that it takes no height; says whether it is the plan's.
#[component]
pub fn Order() -> impl IntoView {
    let page = OverviewContext::new();
    let own = Memo::new(move |_| page.with_overrides(|_, o| o.priority.is_some()));
    let rows = Memo::new(move |_| {
        let lang = page.lang();
        page.with_overrides(|plan, o| {
            let with_name = |id: LineId| {
                (
                    plan.line(&id).map(|l| l.name.get(lang).to_owned()).unwrap_or_default(),
                    id,
                )
            };
            order(plan, o)
                .into_iter()
                .map(with_name)
                .map(|(name, id)| (id, name))
                .collect::<Vec<_>>()
        })
    });
    let shift = move |id: &str, up: bool| {
        let plan = page.work.plan_untracked();
        let scenario = page.scenario();
        let Some(overrides) = plan.scenario(&scenario).map(|s| &s.overrides) else {
            return;
        };
        let now = order(&plan, overrides);
        let from = now.iter().position(|own| own == id);
        let Some((next, _)) = from.and_then(|from| move_line(now, from, up)) else {
            return;
        };
        // The plan's own order is no override.
        let same = next == order(&plan, &Overrides::default());
        page.work
            .dispatch(Command::SetScenarioPriority(scenario, (!same).then_some(next)));
        let selector = format!("[data-test=\"order-{id}\"]");
        request_animation_frame(move || {
            dom::focus(&selector);
        });
    };
    let row = move |(id, name): (LineId, String)| {
        let at = {
            let id = id.clone();
            Memo::new(move |_| {
                rows.with(|r| r.iter().position(|(own, _)| *own == id))
                    .unwrap_or_default()
            })
        };
        let key = StoredValue::new(id.clone());
        let button = |up: bool| {
            let name = name.clone();
            let word = move || {
                if up {
                    page.t().priority_up
                } else {
                    page.t().priority_down
                }
            };
            let end = move || {
                if up {
                    at.get() == 0
                } else {
                    at.get() + 1 >= rows.with(Vec::len)
                }
            };
            view! {
                <button
                    type="button"
                    class="btn small icon"
                    tabindex="-1"
                    aria-label=move || format!("{name}: {}", word())
                    title=word
                    data-test=format!("order-{}-{}", key.get_value(), if up { "up" } else { "down" })
                    disabled=move || end() || page.work.read_only().get()
                    on:click=move |_| shift(&key.get_value(), up)
                >
                    <Icon shape=if up { Shape::Up } else { Shape::Down }/>
                </button>
            }
        };
        view! {
            <li
                tabindex="0"
                data-test=format!("order-{id}")
                data-value=move || at.get().to_string()
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                on:keydown=move |event| {
                    let up = event.key() == "ArrowUp";
                    if event.alt_key() && (up || event.key() == "ArrowDown") {
                        event.prevent_default();
                        shift(&key.get_value(), up);
                    }
                }
            >
                <span class="num">{move || at.get() + 1}</span>
                <span class="cut">{name.clone()}</span>
                {button(true)}
                {button(false)}
            </li>
        }
    };
    view! {
        <details class="order" data-test="order">
            <summary>
                {move || page.t().priority}
                ": "
                <span class="mut" data-test="order-state" data-value=move || own.get().to_string()>
                    {move || if own.get() {
                        rows.with(|r| r.first().map(|(_, name)| name.clone()).unwrap_or_default()) + ", …"
                    } else {
                        page.t().as_plan.to_owned()
                    }}
                </span>
            </summary>
            <div class="order-in">
            <ol>
                <Rows each=move || rows.get() key=|(id, name)| format!("{id}\n{name}") children=row/>
            </ol>
            <Show when=move || own.get()>
                <button
                    type="button"
                    class="link sm"
                    data-test="order-reset"
                    disabled=page.work.read_only()
                    on:click=move |_| { page.work.dispatch(Command::SetScenarioPriority(page.scenario(), None)); }
                >
                    {move || page.t().reset}
                </button>
            </Show>
            </div>
        </details>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_line_moves_by_one_place_and_not_beyond_the_ends() {
        let plan = samples::default_plan();
        let now = order(&plan, &Overrides::default());
        assert_eq!(now, plan.priority);
        assert_eq!(move_line(now.clone(), 0, true), None);
        assert_eq!(move_line(now.clone(), now.len() - 1, false), None);
        let (next, to) = move_line(now.clone(), 1, true).unwrap();
        assert_eq!((to, &next[0]), (0, &now[1]));
    }
}
