//! Keys that work on the whole page. What they do is listed under `?`.

use super::{Route, Screen, Workspace};
use crate::platform::dom::{self, KeyPress};
use leptos::prelude::*;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Undo,
    Redo,
    Go(Screen),
    Help,
    Find,
}

/// Listens from now on.
pub(super) fn listen(workspace: Workspace) {
    let route: Route = super::use_route();
    let listener = dom::on_key(move |press| match wish(press) {
        Some(Wish::Undo) => {
            workspace.undo();
            true
        }
        Some(Wish::Redo) => {
            workspace.redo();
            true
        }
        Some(Wish::Go(screen)) => {
            route.go(screen);
            dom::focus("#main");
            true
        }
        Some(Wish::Help) => {
            workspace.help().set(true);
            true
        }
        // The key is only taken where there is something to find with.
        Some(Wish::Find) => dom::focus("[data-find]"),
        None => false,
    });
    // Kept as long as the root.
    StoredValue::new_local(listener);
}

fn wish(press: &KeyPress) -> Option<Wish> {
    let key = press.key.as_str();
    if press.command && !press.alt {
        // In a text field the browser undoes the typing.
        return match (key.to_ascii_lowercase().as_str(), press.shift) {
            _ if press.typing => None,
            ("z", false) => Some(Wish::Undo),
            ("z", true) | ("y", false) => Some(Wish::Redo),
            _ => None,
        };
    }
    if press.alt && !press.command {
        let digit = press.code.strip_prefix("Digit").or(press.code.strip_prefix("Numpad"))?;
        let index: usize = digit.parse().ok()?;
        return Screen::ALL.get(index.checked_sub(1)?).copied().map(Wish::Go);
    }
    match key {
        "?" if !press.typing && !press.command => Some(Wish::Help),
        "/" if !press.typing && !press.command => Some(Wish::Find),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str, code: &str) -> KeyPress {
        KeyPress {
            key: key.into(),
            code: code.into(),
            command: false,
            shift: false,
            alt: false,
            typing: false,
        }
    }

    #[test]
    fn undo_and_redo_have_their_usual_keys() {
        let with = |key: &str, shift| KeyPress {
            command: true,
            shift,
            ..press(key, "")
        };
        assert_eq!(wish(&with("z", false)), Some(Wish::Undo));
        assert_eq!(wish(&with("Z", true)), Some(Wish::Redo));
        assert_eq!(wish(&with("y", false)), Some(Wish::Redo));
    }

    #[test]
    fn typing_is_left_alone() {
        for (key, command) in [("z", true), ("y", true), ("?", false), ("/", false)] {
            let press = KeyPress {
                typing: true,
                command,
                ..press(key, "")
            };
            assert_eq!(wish(&press), None, "{key}");
        }
    }

    #[test]
    fn alt_and_a_digit_go_to_the_screen_of_that_number() {
        let alt = |code: &str| KeyPress {
            alt: true,
            typing: true,
            ..press("", code)
        };
        assert_eq!(wish(&alt("Digit1")), Some(Wish::Go(Screen::Overview)));
        assert_eq!(wish(&alt("Digit3")), Some(Wish::Go(Screen::Timeline)));
        assert_eq!(wish(&alt("Numpad4")), Some(Wish::Go(Screen::Communes)));
        assert_eq!(wish(&alt("Numpad8")), Some(Wish::Go(Screen::Share)));
        assert_eq!(wish(&alt("Digit0")), None);
        assert_eq!(wish(&alt("Digit9")), None);
    }
}
