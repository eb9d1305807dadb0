//! What the checks say of the plan, each with a way to the field.

use super::place::Section;
use super::{Here, Panel, find, here};
use crate::i18n::messages::{self, Message};
use crate::model::validate::{Severity, validate};
use crate::sort;
use crate::ui::prelude::*;

/// Findings of the checks, worst first.
#[component]
pub fn Findings() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let findings = Memo::new(move |_| {
        workspace.plan().with(|plan| {
            let mut list: Vec<(Severity, &'static str, String, Message)> = validate(plan)
                .into_iter()
                .map(|issue| {
                    (
                        issue.severity,
                        issue.check,
                        issue.path.clone(),
                        messages::issue(&issue, plan, lang),
                    )
                })
                .collect();
            sort::by_key(&mut list, |(severity, ..)| std::cmp::Reverse(*severity));
            list
        })
    });
    let row = move |(severity, check, path, message): (Severity, &'static str, String, Message)| {
        let (class, glyph, word) = match severity {
            Severity::Error => ("bad", "✕", t.severity_error),
            Severity::Warning => ("risk", "△", t.severity_warning),
            Severity::Note => ("mut", "i", t.severity_note),
        };
        let at = path.clone();
        view! {
            <li data-test=format!("data-issue-{check}") data-value=at>
                <span class=format!("st {class}")><span aria-hidden="true">{glyph}</span>{word}</span>
                <button type="button" class="link" on:click=move |_| find::show(&path)>{message.place}</button>
                <span>{message.what}" "{message.remedy}</span>
            </li>
        }
    };
    view! {
        <Panel section=Section::Checks>
            {move || {
                let findings = findings.get();
                if findings.is_empty() {
                    return view! { <p class="in ok-line" data-test="data-no-issues">{t.no_findings}</p> }.into_any();
                }
                let count = findings.len().to_string();
                view! {
                    <ul class="data-issues" data-test="data-issues" data-value=count>
                        {findings.into_iter().map(row).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </Panel>
    }
}
