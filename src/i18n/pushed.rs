//! How many are pushed so that enough pass, in a sentence.

use super::{agree, communes::chance};
use crate::engine::Pushed;
use crate::formats::number::{NBSP, number};
use crate::model::Lang;

/// “3 are pushed so that 2 pass: the chance of at least 2 is 91 %.”
pub fn push_sentence(found: &Pushed, lang: Lang) -> String {
    let (n, g) = (
        number(found.units as f64, 0, lang),
        number(found.needed as f64, 0, lang),
    );
    let chance = chance(found.chance, lang);
    match found.needed {
        0 => say!(lang; "Chỉ tiêu là 0: không cần trình." | "The goal is 0: none has to be pushed."),
        needed => say!(lang;
            "Trình {n} để {g} đạt: khả năng ít nhất {g}{NBSP}đạt là {chance}."
            | "{n} {are} pushed so that {g} {pass}: the chance of at least {g} is {chance}.",
            are = agree(found.units, "is", "are"), pass = agree(needed, "passes", "pass")),
    }
}

/// The same in the width of a table's cell: “3 → 91 %”, the number pushed and the chance that the goal passes.
pub fn push_label(found: &Pushed, lang: Lang) -> String {
    format!(
        "{} → {}",
        number(found.units as f64, 0, lang),
        chance(found.chance, lang)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_one_and_many_are_said_in_good_grammar() {
        let of = |units, needed, chance| Pushed { units, needed, chance };
        assert_eq!(
            push_sentence(&of(3, 2, 0.914), Lang::En),
            "3 are pushed so that 2 pass: the chance of at least 2 is 91\u{a0}%."
        );
        assert_eq!(
            push_sentence(&of(1, 1, 0.82), Lang::En),
            "1 is pushed so that 1 passes: the chance of at least 1 is 82\u{a0}%."
        );
        assert_eq!(
            push_sentence(&of(0, 0, 1.0), Lang::En),
            "The goal is 0: none has to be pushed."
        );
        assert_eq!(
            push_sentence(&of(3, 2, 0.914), Lang::Vi),
            "Trình 3 để 2 đạt: khả năng ít nhất 2\u{a0}đạt là 91\u{a0}%."
        );
        assert_eq!(
            push_sentence(&of(0, 2, 0.0), Lang::Vi),
            "Trình 0 để 2 đạt: khả năng ít nhất 2\u{a0}đạt là 0\u{a0}%."
        );
    }
}
