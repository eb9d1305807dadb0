//! Codes with arguments → sentences: findings of checks, refused commands, unreadable files, unreadable numbers.
//!
//! The rooms below speak in codes (`release-decreasing`) so that they need no language. Here each code has one
//! sentence in each language, with places for its arguments in the order the code gives them.

/// What happened, and what to do about it: two sentences with the same parts.
macro_rules! message {
    ($lang:expr; $($what:literal)|+; $($remedy:literal)|+ $(, $part:ident = $value:expr)*) => {{
        $(let $part = $value;)*
        Message {
            what: say!($lang; $($what) | +),
            remedy: say!($lang; $($remedy) | +),
            ..Message::default()
        }
    }};
}

/// By code: a sentence in each language, and another one after a semicolon.
macro_rules! coded {
    ($($code:literal: $($($text:literal)|+);+),+ $(,)?) => {
        &[$(($code, $(Sentence([$($text),+])),+)),+]
    };
}

mod checks;
mod commands;
mod files;
mod paths;

pub use checks::issue;
pub use commands::{command_error, number_error};
pub use files::{refusal, repair};
pub use paths::{bare_path_in_words, path_in_words};

use crate::formats::number;
use crate::model::{Lang, Plan};

/// A sentence in each language with places for arguments.
#[derive(Clone, Copy, Debug)]
struct Sentence([&'static str; 2]);

impl Sentence {
    fn get(&self, lang: Lang) -> &'static str {
        self.0[lang as usize]
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

/// Puts arguments in the places of a sentence: `{0}` as it is, `{0#}` a number as the language writes it, `{0%}` a
/// share in per cent, `{0@line}` and `{0@source}` the name behind an id, `{0@path}` a place in words. A place without
/// an argument is left out, so that a missing argument never shows as braces.
struct Fill<'a> {
    args: &'a [String],
    plan: Option<&'a Plan>,
    lang: Lang,
}

impl Fill<'_> {
    fn put(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((place, behind)) = after.split_once('}') else {
                return text;
            };
            self.argument(place, &mut text);
            rest = behind;
        }
        text.push_str(rest);
        text
    }

    fn argument(&self, place: &str, text: &mut String) {
        let digits = place.bytes().take_while(u8::is_ascii_digit).count();
        let (index, how) = place.split_at(digits);
        let Some(arg) = index.parse::<usize>().ok().and_then(|n| self.args.get(n)) else {
            return;
        };
        let number = arg.parse::<f64>().ok().filter(|n| n.is_finite());
        let name = match how {
            "@line" => self.plan.and_then(|p| p.line(arg)).map(|l| l.name.get(self.lang)),
            "@source" => self.plan.and_then(|p| p.source(arg)).map(|s| s.name.get(self.lang)),
            _ => None,
        };
        match (how, number, name) {
            ("#", Some(number), _) => text.push_str(&number::exact(number, self.lang)),
            ("%", Some(share), _) => {
                let percent = (share * 1e4).round() / 1e2;
                text.push_str(&number::exact(percent, self.lang));
                text.push(number::NBSP);
                text.push('%');
            }
            ("@path", ..) => text.push_str(&bare_path_in_words(arg, self.lang)),
            (_, _, Some(name)) => text.push_str(name),
            _ => text.push_str(arg),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    /// Asserts that a message is written in both languages, in whole sentences for people.
    pub(super) fn assert_whole(message: impl Fn(Lang) -> Message) {
        let [vi, en] = [Lang::Vi, Lang::En].map(message);
        for text in [&vi.what, &vi.remedy, &en.what, &en.remedy] {
            assert!(text.len() > 5 && text.ends_with('.'), "{text:?} is no sentence");
            assert!(!text.contains(['_', '{', '}']), "{text:?} shows a name of the code");
        }
        assert!(vi.what != en.what && vi.remedy != en.remedy, "{vi:?} {en:?}");
    }

    /// Asserts that a sentence is written in both languages, ends, and names the same arguments in each.
    pub(super) fn whole_in_both(code: &str, sentence: &Sentence) {
        let Sentence([vi, en]) = sentence;
        for text in [vi, en] {
            assert!(text.len() > 5, "{code}: {text:?}");
            assert!(text.ends_with('.'), "{code}: {text:?} does not end");
            assert!(!text.contains('_'), "{code}: {text:?} shows a name of the code");
        }
        assert_eq!(places(vi), places(en), "{code}: arguments differ by language");
        assert_ne!(vi, en, "{code}");
    }

    fn places(text: &str) -> Vec<String> {
        let mut places: Vec<String> = text
            .split('{')
            .skip(1)
            .map(|after| after.split_once('}').expect("closed").0.to_owned())
            .collect();
        places.sort();
        places
    }

    fn put(template: &str, args: &[&str], lang: Lang) -> String {
        let args: Vec<String> = args.iter().map(|a| (*a).to_owned()).collect();
        Fill {
            args: &args,
            plan: None,
            lang,
        }
        .put(template)
    }

    #[test]
    fn arguments_are_put_in_as_their_kind_says() {
        assert_eq!(put("{1} {0}", &["a", "b"], Lang::Vi), "b a");
        assert_eq!(put("{0#}", &["1234.5"], Lang::Vi), "1.234,5");
        assert_eq!(put("{0%}", &["0.29"], Lang::En), "29\u{a0}%");
        assert_eq!(put("{0@path}", &["/lines/3/goal"], Lang::En), "Targets › 4 › Goal");
        assert_eq!(put("{0@line}", &["gardens"], Lang::En), "gardens");
    }

    #[test]
    fn an_argument_that_is_missing_or_no_number_never_shows_as_braces() {
        assert_eq!(put("x{3}y", &[], Lang::Vi), "xy");
        assert_eq!(
            put("{0#}", &["{0}"], Lang::Vi),
            "{0}",
            "an argument is not filled again"
        );
        assert_eq!(put("{0%}", &["NaN"], Lang::Vi), "NaN");
        assert_eq!(put("a{0", &["1"], Lang::Vi), "a");
    }

    #[test]
    fn a_paragraph_says_place_what_and_remedy() {
        let message = Message {
            what: "What.".into(),
            remedy: "Remedy.".into(),
            place: "Place".into(),
        };
        assert_eq!(message.paragraph(), "Place: What. Remedy.");
        assert_eq!(
            Message {
                what: "What.".into(),
                ..Message::default()
            }
            .paragraph(),
            "What."
        );
    }
}
