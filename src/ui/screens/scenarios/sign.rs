//! Glyph of a verdict or a guard, with its word for those who do not see it.

use crate::engine::compare::Sign;
use crate::engine::verdict::{GuardState, Verdict};
use crate::i18n::scenarios::sign_word;
use crate::model::Lang;
use crate::ui::prelude::*;
use crate::ui::widgets::{VerdictKind, verdict_glyph};

/// Glyph of a verdict or a guard; its word is in the tooltip and for screen readers.
#[component]
pub fn SignGlyph(
    /// What it says.
    sign: Sign,
    /// Language of the word.
    lang: Lang,
) -> impl IntoView {
    let word = sign_word(sign, lang);
    let kind = match sign {
        Sign::Target(Verdict::OnTrack) | Sign::Guard(GuardState::Good) => VerdictKind::Ok,
        Sign::Target(Verdict::AtRisk) | Sign::Guard(GuardState::Attention) => VerdictKind::Risk,
        Sign::Target(Verdict::OffTrack) | Sign::Guard(GuardState::Over) => VerdictKind::Bad,
    };
    view! {
        <span class=kind.class() title=word>
            {verdict_glyph(kind)}
            <span class="vh">{word}</span>
        </span>
    }
}
