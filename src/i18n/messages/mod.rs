//! Codes with arguments → sentences: findings of checks, refused commands, unreadable files, unreadable numbers.
//!
//! The rooms below speak in codes (`release-decreasing`) so that they need no language. Here each code has one
//! sentence in each language. `{0}`, `{1}`… in a sentence stand for the arguments in the order the code gives them.

mod paths;

pub use paths::{bare_path_in_words, path_in_words};

use crate::model::Lang;

/// A sentence in both languages with places for arguments.
#[derive(Clone, Copy, Debug)]
struct Sentence {
    vi: &'static str,
    en: &'static str,
}

impl Sentence {
    fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// What happened, what to do about it, and where. All three are whole sentences or names, for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// What happened.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// Where, in words; empty if it is not about one place.
    pub place: String,
}

impl Message {
    /// The three in one paragraph: place, what, remedy.
    pub fn paragraph(&self) -> String {
        let mut text = String::new();
        if !self.place.is_empty() {
            text.push_str(&self.place);
            text.push_str(": ");
        }
        text.push_str(&self.what);
        if !self.remedy.is_empty() {
            text.push(' ');
            text.push_str(&self.remedy);
        }
        text
    }
}

/// Puts arguments in the places of a sentence. A place without an argument is left out, so that a missing argument
/// never shows as braces.
fn fill(template: &str, args: &[String]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let Some(close) = after.find('}') else {
            text.push_str(&rest[open..]);
            return text;
        };
        if let Some(arg) = after[..close].parse::<usize>().ok().and_then(|n| args.get(n)) {
            text.push_str(arg);
        }
        rest = &after[close + 1..];
    }
    text.push_str(rest);
    text
}
