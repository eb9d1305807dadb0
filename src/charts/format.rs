//! Number formats inside an option.
//!
//! ECharts takes a function for the labels of a value axis and the numbers of a tooltip; an option made of data
//! cannot hold one. A [`Format`] stands in its place as `{"ntmFormat": {…}}`, and whoever hands the option to
//! ECharts puts the function there.

use crate::{formats::number::number, model::Lang};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const MARK: &str = "ntmFormat";

/// How the numbers of an axis or a tooltip are written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Format {
    /// Language: decides the marks of thousands and decimals.
    pub lang: Lang,
    /// Decimals shown, also where they are zeros.
    pub decimals: usize,
    /// Written after the number, with its space.
    #[serde(default)]
    pub suffix: String,
}

impl Format {
    /// Numbers with a fixed number of decimals and nothing after them.
    pub fn new(lang: Lang, decimals: usize) -> Self {
        let suffix = String::new();
        Self { lang, decimals, suffix }
    }

    /// The same with something written after each number.
    pub fn with(mut self, suffix: &str) -> Self {
        self.suffix = suffix.to_owned();
        self
    }

    /// A number as written in this format.
    pub fn write(&self, value: f64) -> String {
        format!("{}{}", number(value, self.decimals, self.lang), self.suffix)
    }

    /// The mark that stands in an option.
    pub fn mark(&self) -> Value {
        json!({ MARK: self })
    }

    /// The format a mark stands for; `None` for any other value.
    pub fn read(value: &Value) -> Option<Self> {
        let members = value.as_object()?;
        let inner = members.get(MARK).filter(|_| members.len() == 1)?;
        Self::deserialize(inner).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{Key, take_formats};

    #[test]
    fn marks_are_found_wherever_they_stand_and_taken_out() {
        let tenths = Format::new(Lang::Vi, 1).with(" %");
        let mut option = json!({
            "yAxis": { "axisLabel": { "formatter": tenths.mark() } },
            "series": [{ "data": [1, 2] }, { "label": { "formatter": Format::new(Lang::En, 0).mark() } }],
        });
        let formats = take_formats(&mut option);
        let name = |text: &str| Key::Name(text.to_owned());
        assert_eq!(
            formats,
            vec![
                (vec![name("yAxis"), name("axisLabel"), name("formatter")], tenths),
                (
                    vec![name("series"), Key::Index(1), name("label"), name("formatter")],
                    Format::new(Lang::En, 0)
                ),
            ]
        );
        assert!(!option.to_string().contains(MARK));
    }

    #[test]
    fn an_object_that_only_looks_like_a_mark_stays() {
        let mut option = json!({ "a": { MARK: 3 }, "b": { MARK: {"lang": "vi", "decimals": 1}, "c": 1 } });
        assert!(take_formats(&mut option).is_empty());
    }
}
