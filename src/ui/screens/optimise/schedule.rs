//! What the answer starts, by line and month, and which communes it chose.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::formats::number::month_label;
use crate::i18n::optimise as words;
use crate::optimise::PlannedStarts;
use crate::ui::prelude::*;
use crate::ui::screens::timeline::sheet::{Cell, sheet};

/// Most months that a sheet of paper has room for.
const ON_PAPER: usize = 15;

/// The starts as a table, the communes as a list.
#[component]
pub fn Schedule() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let planned_starts = Memo::new(move |_| -> Option<PlannedStarts> {
        optimiser.result().with(|f| {
            let result = f.as_ref()?;
            match (&result.most, &result.least) {
                (Some(most), _) => Some(most.answer.planned.clone()),
                (None, Some(least)) => least.answer.as_ref().ok().map(|l| l.planned.clone()),
                (None, None) => None,
            }
        })
    });
    let month = move |t: usize| {
        let calendar = workspace.plan().with(|p| p.calendar);
        month_label(calendar.month(t), calendar.start, prefs.lang().get())
    };
    // The starts of these months; `whole`: with the names that tests know.
    let table = move |months: std::ops::Range<usize>, class: &'static str, whole: bool| {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        let planned_starts = planned_starts.get()?;
        let mut head = vec![t().line.to_owned()];
        head.extend(months.clone().map(month));
        head.push(t().total.to_owned());
        let number = |n: u32| Cell::text(if n > 0 { n.to_string() } else { String::new() });
        let row = |line: &crate::model::Line| {
            let starts = planned_starts.starts.get(&line.id);
            let at = |t: usize| starts.and_then(|s| s.get(t)).copied().unwrap_or(0);
            let mut cells = vec![Cell::text(line.name.get(lang))];
            cells.extend(months.clone().map(|t| number(at(t))));
            let sum: u32 = months.clone().map(at).sum();
            let sum_words = crate::formats::number::number(f64::from(sum), 0, lang);
            cells.push(if whole {
                Cell::named(sum_words, format!("optimise-starts-{}", line.id), f64::from(sum))
            } else {
                Cell::text(sum_words)
            });
            cells
        };
        Some(sheet(class, head, plan.lines.iter().map(row).collect()))
    };
    let all = Memo::new(move |_| workspace.plan().with(|p| p.calendar.months));
    let on_screen = move || {
        let class = if all.get() > ON_PAPER {
            "sheet op-sched long"
        } else {
            "sheet op-sched"
        };
        table(0..all.get(), class, true)
    };
    // A sheet of paper is as wide as one year: years below each other.
    let on_paper = move || {
        let years = (0..all.get()).step_by(12).map(|from| from..(from + 12).min(all.get()));
        (all.get() > ON_PAPER).then(|| years.map(|year| table(year, "sheet op-sched", false)).collect_view())
    };
    let communes = move || {
        let plan = workspace.plan().get();
        let planned_starts = planned_starts.get()?;
        let commune_words =
            |(id, t): (&String, &u32)| format!("{} ({})", words::commune(&plan, id), month(*t as usize));
        let names: Vec<String> = planned_starts.communes.iter().map(commune_words).collect();
        (!names.is_empty())
            .then(|| view! { <p class="op-text"><b>{format!("{}: ", t().chosen)}</b>{names.join(", ")}</p> })
    };
    view! {
        <section class="panel" aria-labelledby="op-sched-title">
            <header><h2 id="op-sched-title">{move || t().schedule}</h2></header>
            <div
                class="scroll-x"
                tabindex="0"
                role="region"
                aria-labelledby="op-sched-title"
                data-test="optimise-schedule"
            >
                {on_screen}
            </div>
            <div class="op-paper">{on_paper}</div>
            {communes}
        </section>
    }
}
