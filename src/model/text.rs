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
