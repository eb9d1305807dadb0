//! Names and notes in the two languages of the programme.

use serde::{Deserialize, Serialize};

/// Language of the interface and of generated sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

/// A piece of text written by people: Vietnamese, and English where somebody wrote it.
///
/// It is always shown as text, never as markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// Vietnamese wording; also shown in English when `en` is empty.
    pub vi: String,
    /// English wording; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// Text in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The wording in `lang`, or the other one when that is empty.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            Lang::Vi if self.vi.is_empty() => &self.en,
            _ => &self.vi,
        }
    }

    /// Replaces the wording of one language.
    pub fn set(&mut self, lang: Lang, wording: String) {
        match lang {
            Lang::Vi => self.vi = wording,
            Lang::En => self.en = wording,
        }
    }

    /// The text with both wordings [`clean`].
    pub fn cleaned(&self) -> Self {
        Self::new(clean(&self.vi), clean(&self.en))
    }

    /// Whether nothing is written in either language.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

impl From<&str> for Text {
    fn from(vi: &str) -> Self {
        Self::new(vi, "")
    }
}

/// Longest text kept, in characters.
pub const MAX_TEXT: usize = 10_000;

/// The text without what could make it look like another one or break a line of a report: control characters (line
/// break and tab stay) and the characters that turn the writing direction round. At most [`MAX_TEXT`] characters.
pub fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_deceiving(*c)).take(MAX_TEXT).collect()
}

fn is_deceiving(c: char) -> bool {
    let direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    direction || (c.is_control() && c != '\n' && c != '\t')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn clean_text_keeps_its_words_and_loses_what_deceives() {
        assert_eq!(clean("xã\u{202e}gpj.\u{0}\u{2066}\u{9b}\r\n\tHộ Độ"), "xãgpj.\n\tHộ Độ");
        assert_eq!(clean("<b>=1+1</b>"), "<b>=1+1</b>");
        assert_eq!(clean(&"đ".repeat(20_000)).chars().count(), 10_000);
    }
}
