//! A list whose rows stay in the page while their key is listed.

use crate::ui::prelude::*;

/// A row: what it is known by, and how it is drawn once.
struct Row {
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

/// As `<For>`. That one is compiled anew for each type of item, key and row, several kB every time; this hands it rows
/// of one type only.
#[component]
pub fn Rows<IF, T, EF, N, KF>(
    /// Gives the items in the order of the list; tracked.
    each: IF,
    /// What tells an item from the others.
    key: KF,
    /// Draws the row of an item.
    children: EF,
) -> impl IntoView
where
    IF: Fn() -> Vec<T> + Send + 'static,
    T: Send + 'static,
    EF: Fn(T) -> N + Send + Clone + 'static,
    N: IntoView + 'static,
    KF: Fn(&T) -> String + Send + 'static,
{
    let row = move |item: T| {
        let (key, children) = (key(&item), children.clone());
        Row {
            key,
            draw: Box::new(move || children(item).into_any()),
        }
    };
    rows(Box::new(move || each().into_iter().map(&row).collect()))
}

fn rows(each: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each key=|row| row.key.clone() children=|row| (row.draw)()/> }.into_any()
}
