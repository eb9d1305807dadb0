//! Plain tables of the screen.

use crate::ui::prelude::*;

/// A cell of a table: text, and the raw value with a name for tests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is written.
    pub text: String,
    /// `data-test` name, if it has one.
    pub test: Option<String>,
    /// Raw value for `data-value`.
    pub value: Option<f64>,
}

impl Cell {
    /// A cell of words, without a raw value.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A number as written, with its name for tests.
    pub fn named(text: String, test: String, value: f64) -> Self {
        Self {
            text,
            test: Some(test),
            value: Some(value),
        }
    }
}

/// A table; the first cell of a row is its heading.
pub fn sheet(class: &'static str, head: Vec<String>, rows: Vec<Vec<Cell>>) -> AnyView {
    let head: Vec<_> = head
        .into_iter()
        .enumerate()
        .map(|(i, h)| view! { <th scope="col" class=(i > 0).then_some("num")>{h}</th> })
        .collect();
    let cell = |(i, c): (usize, Cell)| {
        if i == 0 {
            view! { <th scope="row">{c.text}</th> }.into_any()
        } else {
            view! { <td class="num" data-test=c.test data-value=c.value.map(|v| v.to_string())>{c.text}</td> }
                .into_any()
        }
    };
    let row = |cells: Vec<Cell>| {
        let cells: Vec<_> = cells.into_iter().enumerate().map(cell).collect();
        view! { <tr>{cells}</tr> }
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! { <table class=class><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}
