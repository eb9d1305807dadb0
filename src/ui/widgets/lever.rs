//! The lever: a native range input over a drawn track that is its own gauge.

use crate::charts::inline::Gauge;
use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;

/// A value within this of a mark is caught by it while the thumb is dragged with a pointer, in steps of the slider.
const CATCH: f64 = 1.0;

/// What a lever tells: each value while it moves, then whether it is kept or given up.
#[derive(Clone, Copy, Debug)]
pub struct LeverMoves {
    /// A new value, in steps of the slider; many during a drag.
    pub preview: Callback<f64>,
    /// The move has ended and is kept.
    pub commit: Callback<()>,
    /// The move is given up (Escape).
    pub cancel: Callback<()>,
    /// Back to the mark (double click).
    pub reset: Callback<()>,
}

/// A slider that is also a gauge. Arrows move by 1, Shift+arrow and PageUp/Down by 10, Home and End to the ends,
/// Escape gives the move up, a double click goes back to the mark.
#[component]
pub fn Lever(
    /// The value, in steps of the slider; may lie beyond `max`: then the thumb rests at the end and says `»`.
    #[prop(into)]
    value: Signal<f64>,
    /// Smallest value, at the left end of the track.
    #[prop(default = 0.0)]
    min: f64,
    /// Largest value, at the right end of the track; the value itself may lie beyond.
    #[prop(default = 200.0)]
    max: f64,
    /// Filled parts of the track.
    #[prop(into)]
    parts: Signal<Gauge>,
    /// Colour of the first part: a CSS value.
    #[prop(into)]
    colour: String,
    /// The thin mark, in steps of the slider.
    #[prop(into)]
    mark: Signal<f64>,
    /// Values that catch the thumb beside the mark.
    #[prop(into)]
    catches: Signal<Vec<f64>>,
    /// Name for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The value in words.
    #[prop(into)]
    spoken: Signal<String>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// Raw value for `data-value`.
    #[prop(into)]
    raw: Signal<f64>,
    /// Whether it cannot be moved.
    #[prop(into)]
    disabled: Signal<bool>,
    /// What it tells.
    moves: LeverMoves,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let hand = Hand {
        value,
        span: (min, max),
        held: StoredValue::new(false),
        moving: StoredValue::new(false),
        given_up: StoredValue::new(false),
        moves,
    };
    on_cleanup(move || untrack(|| hand.end()));
    let at = move |v: f64| format!("left:{:.2}%", (v - min) / (max - min) * 100.0);
    let on_input = move |_| {
        let Some(input) = node.get_untracked() else { return };
        let text = input.value_as_number();
        let value = if hand.held.get_value() {
            catch_mark(text, mark.get_untracked(), &catches.get_untracked())
        } else {
            text
        };
        if hand.given_up.get_value() {
            input.set_value_as_number(hand.shown());
        } else {
            if value != text {
                input.set_value_as_number(value);
            }
            hand.move_to(value);
        }
    };
    view! {
        <div class="gauge" class:off=disabled>
            <div class="tr"></div>
            <div class="in">
                <i class="sg" style=move || format!("left:0;width:{}%;background:{colour}", parts.get().spent)></i>
                <i class="sg oth" style=move || {
                    let p = parts.get();
                    format!("left:{}%;width:{}%", p.spent, p.other - p.spent)
                }></i>
                <i class="ref" style=move || at(mark.get())></i>
                <i class="more" aria-hidden="true" hidden=move || value.get() <= max>"»"</i>
            </div>
            <input
                node_ref=node
                type="range"
                min=min
                max=max
                step="1"
                data-test=test
                data-value=move || raw.get().to_string()
                aria-label=label
                aria-valuetext=spoken
                disabled=disabled
                prop:value=move || hand.clamp(value.get()).to_string()
                on:pointerdown=move |_| {
                    hand.held.set_value(true);
                    hand.given_up.set_value(false);
                }
                on:pointerup=move |_| hand.held.set_value(false)
                on:input=on_input
                on:change=move |_| {
                    hand.given_up.set_value(false);
                    hand.end();
                }
                on:keydown=move |event| hand.key(&event)
                on:keyup=move |_| hand.end()
                on:blur=move |_| {
                    // Left after its values are gone, if it is taken away while it has the focus.
                    if hand.held.try_get_value().is_some() {
                        hand.held.set_value(false);
                        hand.end();
                    }
                }
                on:dblclick=move |_| {
                    hand.end();
                    moves.reset.run(());
                }
            />
        </div>
    }
}

/// The state of one move.
#[derive(Clone, Copy)]
struct Hand {
    value: Signal<f64>,
    span: (f64, f64),
    /// A pointer holds the thumb.
    held: StoredValue<bool>,
    /// Something was previewed that is neither kept nor given up.
    moving: StoredValue<bool>,
    /// Escape was pressed while the pointer still holds the thumb.
    given_up: StoredValue<bool>,
    moves: LeverMoves,
}

impl Hand {
    fn clamp(self, value: f64) -> f64 {
        value.clamp(self.span.0, self.span.1)
    }

    fn shown(self) -> f64 {
        self.clamp(self.value.get_untracked())
    }

    fn move_to(self, value: f64) {
        self.moving.set_value(true);
        self.moves.preview.run(value);
    }

    fn end(self) {
        // A lever that is taken away while it has the focus loses it once more, when nothing of it is left.
        if self.moving.try_get_value() == Some(true) {
            self.moving.set_value(false);
            self.moves.commit.run(());
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if event.key() == "Escape" {
            if self.moving.get_value() {
                event.stop_propagation();
                event.prevent_default();
                self.moving.set_value(false);
                self.given_up.set_value(self.held.get_value());
                self.moves.cancel.run(());
            }
            return;
        }
        let Some(next) = after_key(&event.key(), event.shift_key(), self.shown(), self.span) else {
            return;
        };
        event.prevent_default();
        if next != self.value.get_untracked() {
            self.move_to(next);
        }
    }
}

/// Where a key takes the thumb; whole steps from wherever it stands.
fn after_key(key: &str, shift: bool, from: f64, (min, max): (f64, f64)) -> Option<f64> {
    let step = if shift { 10.0 } else { 1.0 };
    let from = from.round();
    let to = match key {
        "ArrowRight" | "ArrowUp" => from + step,
        "ArrowLeft" | "ArrowDown" => from - step,
        "PageUp" => from + 10.0,
        "PageDown" => from - 10.0,
        "Home" => min,
        "End" => max,
        _ => return None,
    };
    Some(to.clamp(min, max))
}

/// The mark, if the value is close to one; a mark between two steps is met exactly.
fn catch_mark(value: f64, mark: f64, others: &[f64]) -> f64 {
    std::iter::once(mark)
        .chain(others.iter().copied())
        .filter(|m| (m - value).abs() <= CATCH)
        .min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_by_one_by_ten_and_to_the_ends_and_stop_there() {
        let to = |key, shift, from| after_key(key, shift, from, (0.0, 200.0));
        assert_eq!(to("ArrowRight", false, 80.0), Some(81.0));
        assert_eq!(to("ArrowDown", true, 80.0), Some(70.0));
        assert_eq!(to("PageUp", false, 195.0), Some(200.0));
        assert_eq!(to("Home", false, 80.0), Some(0.0));
        assert_eq!(to("End", false, 80.0), Some(200.0));
        assert_eq!(
            to("ArrowRight", false, 79.999),
            Some(81.0),
            "a typed amount steps to whole per cent"
        );
        assert_eq!(to("a", false, 80.0), None);
    }

    #[test]
    fn the_thumb_is_caught_within_one_of_a_mark_by_the_nearest() {
        assert_eq!(catch_mark(101.0, 100.0, &[]), 100.0);
        assert_eq!(catch_mark(102.0, 100.0, &[]), 102.0);
        assert_eq!(catch_mark(81.0, 100.0, &[80.4]), 80.4);
        assert_eq!(catch_mark(100.0, 100.0, &[100.5]), 100.0);
    }
}
