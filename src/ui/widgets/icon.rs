//! Line icons, always beside a name or on a button with one.

use crate::ui::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Shape {
    Overview,
    Scenarios,
    Timeline,
    Communes,
    Risk,
    Optimise,
    Data,
    Share,
    Undo,
    Redo,
    Print,
    Theme,
    Sun,
    Moon,
    Help,
    Close,
    Plus,
    Copy,
    Trash,
    Pencil,
    Download,
    Upload,
    Up,
    Down,
    More,
    Info,
    Check,
    Table,
}

impl Shape {
    /// Path in a box of 16.
    fn path(self) -> &'static str {
        match self {
            Shape::Overview => "M1.5 2.5h6v5h-6zM9.5 2.5h5v3h-5zM9.5 7.5h5v6h-5zM1.5 9.5h6v4h-6z",
            Shape::Scenarios => {
                "M1.5 3.5h7M1.5 8h13M1.5 12.5h5M8.5 3.5a2 2 0 104 0a2 2 0 10-4 0M6.5 12.5a2 2 0 104 0a2 2 0 10-4 0"
            }
            Shape::Timeline => "M1.5 1.500v13M1.5 3.500h7M4 8h8M8 12.500h6.5",
            Shape::Communes => "M2 2h12v12H2zM2 6.500h12M6.500 2v12M10.3 6.500v7.500M2 10.300h12",
            Shape::Risk => "M1.5 13.500h13M3 13.500c3 0 3-10 5-10s2 10 5 10",
            Shape::Optimise => {
                "M2 14c2.5-5 5-7.5 9-8.500M2 14h12M11 5.500a1.5 1.5 0 103 0a1.5 1.5 0 10-3 0M4.700 9a.8.8 0 101.6 0a.8.8 0 10-1.6 0"
            }
            Shape::Data => {
                "M2 3.5a6 2 0 1012 0a6 2 0 10-12 0M2 3.5v9c0 1.1 2.7 2 6 2s6-.9 6-2v-9M2 8c0 1.1 2.7 2 6 2s6-.9 6-2"
            }
            Shape::Share => "M8 10V1.5M5 4.500l3-3 3 3M2.5 8v6.500h11V8",
            Shape::Undo => "M5 3L2 6l3 3M2 6h7a4 4 0 010 8H6",
            Shape::Redo => "M11 3l3 3-3 3M14 6H7a4 4 0 000 8h3",
            Shape::Print => "M4 6V2h8v4M4 12H2V6h12v6h-2M4 10h8v4H4z",
            Shape::Theme => "M2.5 8a5.5 5.5 0 1011 0a5.5 5.5 0 10-11 0",
            Shape::Sun => {
                "M5 8a3 3 0 106 0a3 3 0 10-6 0M8 1v1.500M8 13.500V15M1 8h1.500M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1"
            }
            Shape::Moon => "M13 9.500A5.5 5.5 0 016.5 3a5.5 5.5 0 106.5 6.500z",
            Shape::Help => "M2 8a6 6 0 1012 0a6 6 0 10-12 0M6 6.300a2 2 0 113 1.700c-.7.4-1 .8-1 1.500M8 11.300v.4",
            Shape::Close => "M3.5 3.500l9 9M12.5 3.500l-9 9",
            Shape::Plus => "M8 2.500v11M2.5 8h11",
            Shape::Copy => "M5.5 5.500h8v8h-8zM10.5 5.500v-3h-8v8h3",
            Shape::Trash => "M2.5 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9M6.7 7v4M9.3 7v4",
            Shape::Pencil => "M2.5 13.500l.7-3 7.3-7.3 2.3 2.3-7.3 7.300zM9 4.700L11.3 7",
            Shape::Download => "M8 2v8M5 7l3 3 3-3M2.5 10v3.500h11V10",
            Shape::Upload => "M8 10V2M5 5l3-3 3 3M2.5 10v3.500h11V10",
            Shape::Up => "M4 10l4-4 4 4",
            Shape::Down => "M4 6l4 4 4-4",
            Shape::More => {
                "M2.2 8a.8.8 0 101.6 0a.8.8 0 10-1.6 0M7.2 8a.8.8 0 101.6 0a.8.8 0 10-1.6 0M12.2 8a.8.8 0 101.6 0a.8.8 0 10-1.6 0"
            }
            Shape::Info => "M2 8a6 6 0 1012 0a6 6 0 10-12 0M8 7.300v4M8 4.700v.4",
            Shape::Check => "M3 8.500l3.5 3.500L13 4.5",
            Shape::Table => "M2 3h12v10H2zM2 6.300h12M2 9.700h12M6.5 3v10",
        }
    }
}

/// A line icon; hidden from screen readers, so give its button a name.
#[component]
pub fn Icon(shape: Shape) -> impl IntoView {
    // Half of the disc is dark: the theme may be either.
    let half =
        (shape == Shape::Theme).then(|| view! { <path d="M8 2.5v11a5.5 5.5 0 000-11z" fill="currentColor"></path> });
    view! { <svg class="ico" viewBox="0 0 16 16" aria-hidden="true"><path d=shape.path()></path>{half}</svg> }
}
