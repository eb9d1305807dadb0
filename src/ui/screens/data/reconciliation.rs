//! Do the reported figures agree with each other? They are shown as they are, never mended.

use super::place::Section;
use super::{Here, Panel, find, here};
use crate::engine::{Operation, PartOf, Reconciliation, ReconciliationKind, ReconciliationPart, reconcile};
use crate::formats::number;
use crate::i18n::data::{comparison, reconciliation_finding};
use crate::model::{Lang, Plan};
use crate::sort;
use crate::ui::prelude::*;

/// Comparisons of the reported figures.
#[component]
pub fn ReconciliationPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let findings = Memo::new(move |_| workspace.plan().with(|p| reconcile(p)));
    // What is worth reading aloud: gaps first, then questions.
    let remarks = move || {
        let mut findings = findings.get();
        findings.retain(|r| r.kind != ReconciliationKind::Holds);
        sort::by_key(&mut findings, |r| r.kind == ReconciliationKind::Question);
        let remark = |r: Reconciliation| {
            let test = format!("data-reconciliation-{}-finding", r.id);
            view! {
                <li>
                    <Verdict kind=r.kind/>
                    <span data-test=test>{reconciliation_finding(&r, lang)}</span>
                </li>
            }
        };
        findings.into_iter().map(remark).collect_view()
    };
    view! {
        <Panel section=Section::Reconciliation>
            <ul class="data-issues data-remarks">{remarks}</ul>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table">
                    <thead>
                        <tr>
                            <th scope="col">{t.compared}</th>
                            <th scope="col" class="num">{t.stated}</th>
                            <th scope="col" class="num">{t.computed}</th>
                            <th scope="col" class="num">{t.gap}</th>
                            <th scope="col">{t.result}</th>
                            <th scope="col">{t.computed_from}</th>
                        </tr>
                    </thead>
                    <tbody>{move || workspace.plan().with(|p| findings.get().iter().map(|r| row(r, p, lang)).collect_view())}</tbody>
                </table>
            </div>
            <p class="in mut sm">{t.reconciliation_hint}</p>
        </Panel>
    }
}

fn row(findings: &Reconciliation, plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let test = format!("data-reconciliation-{}", findings.id);
    let write = |value: f64| number::exact(round(value), lang);
    let gap = match findings.stated {
        Some(_) if findings.gap == 0.0 => "=".to_owned(),
        Some(_) => format!(
            "{} ({})",
            number::signed(findings.gap, decimals(findings.gap), lang),
            number::percent(findings.gap_share, 2, lang)
        ),
        None => String::new(),
    };
    let path = findings.stated_figure.map(|id| format!("/reported/{id}"));
    let name = comparison(findings.id, lang);
    let head = match path {
        Some(path) => {
            view! { <button type="button" class="link" on:click=move |_| find::show(&path)>{name}</button> }.into_any()
        }
        None => name.into_any(),
    };
    view! {
        <tr data-test=test.clone() data-value=findings.gap.to_string()>
            <th scope="row">{head}</th>
            <td class="num" data-test=format!("{test}-stated") data-value=findings.stated.map(|v| v.to_string())>{findings.stated.map(write)}</td>
            <td class="num" data-test=format!("{test}-computed") data-value=findings.computed.to_string()>{write(findings.computed)}</td>
            <td class="num" data-test=format!("{test}-gap") data-value=findings.gap.to_string()>{gap}</td>
            <td><Verdict kind=findings.kind/></td>
            <td class="words mut sm">{formula(&findings.parts, plan, lang)}</td>
        </tr>
    }
}

/// Sums of decimal fractions carry noise in the last places.
fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

fn decimals(value: f64) -> usize {
    if value.fract() == 0.0 { 0 } else { 2 }
}

/// The computed side in figures and names: `217.763 Ngân sách nhà nước + 77.179 Lồng ghép…`.
fn formula(parts: &[ReconciliationPart], plan: &Plan, lang: Lang) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(match part.operation {
                Operation::Add => " + ",
                Operation::Subtract => " − ",
                Operation::Divide => " ÷ ",
            });
        }
        text.push_str(&number::exact(part.value, lang));
        text.push(' ');
        match &part.of {
            PartOf::Reported(id) => match plan.reported_figure(id) {
                Some(figure) => text.push_str(figure.name.get(lang).trim_start_matches("… ")),
                None => text.push_str(id),
            },
            PartOf::Communes(_) => text.push_str(crate::i18n::texts(lang).data.communes_in_list),
        }
    }
    text
}

#[component]
fn Verdict(kind: ReconciliationKind) -> impl IntoView {
    let t = here().t;
    let (class, glyph, word) = match kind {
        ReconciliationKind::Holds => ("st ok", "✓", t.holds),
        ReconciliationKind::Gap => ("st bad", "✕", t.is_gap),
        ReconciliationKind::Question => ("st risk", "△", t.is_question),
    };
    view! { <span class=class><span aria-hidden="true">{glyph}</span>{word}</span> }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn the_computed_side_is_told_with_figures_and_names() {
        let plan = samples::default_plan();
        let findings = reconcile(&plan);
        let sum = findings.iter().find(|r| r.id == "resources-sum").unwrap();
        let text = formula(&sum.parts, &plan, Lang::Vi);
        assert!(text.starts_with("217.763 Ngân sách nhà nước + 77.179 "), "{text}");
        let average = findings.iter().find(|r| r.id == "criteria-average").unwrap();
        assert!(formula(&average.parts, &plan, Lang::En).contains(" ÷ "));
    }
}
