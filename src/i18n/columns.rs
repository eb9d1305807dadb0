//! Texts as data: one line a text, one column a language.
//!
//! [`words!`] makes the words of an area, [`sentences!`] sentences with arguments, [`say!`] and [`word!`] choose
//! between columns inside a function that grammar needs. A line that lacks a column does not compile.
//! A further language is a variant of [`Lang`](crate::model::Lang), its name in [`with_languages!`], and a column.

/// Calls a macro with the languages before its own input, in the order of the columns, which is that of the type.
macro_rules! with_languages {
    ($call:ident! $($input:tt)*) => {
        $call! { @in $crate::model::Lang, Vi, En; $($input)* }
    };
}

/// A struct of texts, and its value in each language. A field is text unless its type is given.
///
/// ```text
/// words! {
///     /// Words of this area.
///     pub struct Greeting {
///         hello = "Xin chào" | "Hello",
///         letters: [&'static str; 2] = ["a", "ă"] | ["a", "b"],
///     }
/// }
/// ```
macro_rules! words {
    (@in $lang:ty, $($language:ident),+; $(#[$about:meta])* pub struct $area:ident {
        $($(#[$doc:meta])* $name:ident $(: $kind:ty)? = $($text:tt)|+),+ $(,)?
    }) => {
        $(#[$about])*
        #[derive(Debug)]
        #[allow(missing_docs)] // each field is its own wording
        pub struct $area {
            $($(#[$doc])* pub $name: words!(@type $($kind)?)),+
        }

        impl $area {
            /// The words of a column. Meant for constants.
            pub(in crate::i18n) const fn column(lang: $lang) -> Self {
                const LANGUAGES: usize = [$(stringify!($language)),+].len();
                Self {
                    $($name: {
                        const COLUMNS: [words!(@type $($kind)?); LANGUAGES] = [$($text),+];
                        COLUMNS[lang as usize]
                    }),+
                }
            }
        }

        impl $crate::i18n::Words<$lang> for $area {
            // Out of line: its callers name no words.
            #[inline(never)]
            fn of(lang: $lang) -> &'static Self {
                match lang {
                    $(<$lang>::$language => {
                        static WORDS: $area = $area::column(<$lang>::$language);
                        &WORDS
                    })+
                }
            }
        }
    };
    (@type) => { &'static str };
    (@type $kind:ty) => { $kind };
    ($(#[$about:meta])* pub struct $($input:tt)*) => {
        with_languages! { words! $(#[$about])* pub struct $($input)* }
    };
}

/// The text of a language, one of the columns: `word!(lang; "có" | "yes")`.
macro_rules! word {
    (@in $lang:ty, $($language:ident),+; $chosen:expr; $($text:tt)|+) => {
        match $chosen { $(<$lang>::$language => $text),+ }
    };
    ($chosen:expr; $($text:tt)*) => { with_languages! { word! $chosen; $($text)* } };
}

/// A sentence in a language, with what it names put in: `say!(lang; "{n} xã" | "{n} communes")`. What is more than a
/// variable stands after the columns: `say!(lang; "{n} xã" | "{n} communes", n = number(count, 0, lang))`.
macro_rules! say {
    (@in $lang:ty, $($language:ident),+; $chosen:expr; $($text:literal)|+) => {
        match $chosen { $(<$lang>::$language => format!($text)),+ }
    };
    (@in $lang:ty, $($language:ident),+; $chosen:expr; $($text:literal)|+, $($part:ident = $value:expr),+) => {{
        let ($($part,)+) = ($($value,)+);
        match $chosen { $(<$lang>::$language => format!($text)),+ }
    }};
    ($chosen:expr; $($text:tt)*) => { with_languages! { say! $chosen; $($text)* } };
}

/// Functions to a sentence in a language. A part that is more than an argument is worked out after the columns;
/// without arguments a sentence is a fixed text.
///
/// ```text
/// sentences! {
///     /// When the plan was saved.
///     pub fn saved_at(time: &str; lang) = "Đã lưu {time}" | "Saved {time}";
///
///     /// What is still owed, triệu đồng.
///     pub fn owed(amount: f64; lang) = "còn nợ {amount}" | "{amount} owed", amount = number(amount, 0, lang);
///
///     /// Nothing is owed.
///     pub fn nothing_owed(lang) = "Hết nợ." | "Nothing is owed.";
/// }
/// ```
macro_rules! sentences {
    (@one $(#[$doc:meta])* $seen:vis $name:ident($lang:ident) $($text:tt)+) => {
        $(#[$doc])*
        $seen fn $name($lang: $crate::model::Lang) -> &'static str {
            word!($lang; $($text)+)
        }
    };
    (@one $(#[$doc:meta])* $seen:vis $name:ident($($arg:ident: $kind:ty),+; $lang:ident) $($text:tt)+) => {
        $(#[$doc])*
        $seen fn $name($($arg: $kind,)+ $lang: $crate::model::Lang) -> String {
            say!($lang; $($text)+)
        }
    };
    ($($(#[$doc:meta])* $seen:vis fn $name:ident $given:tt = $($text:literal)|+ $(, $part:ident = $value:expr)*;)+) => {
        $(sentences! { @one $(#[$doc])* $seen $name $given $($text)|+ $(, $part = $value)* })+
    };
}

#[cfg(test)]
mod tests {
    use crate::i18n::{Words, guards};
    use crate::model::Lang;

    /// The languages there are, and a made-up one.
    #[derive(Clone, Copy)]
    pub enum Made {
        Vi,
        En,
        Loud,
    }

    // The panel of the guards with a third column. Without it a line does not compile: an array of three has two.
    words! { @in Made, Vi, En, Loud;
        pub struct LoudGuards {
            title = "Rào chắn" | "Guards" | "GUARDS!",
            good = "Tốt" | "Good" | "GOOD!",
            attention = "Chú ý" | "Attention" | "ATTENTION!",
            over = "Vượt" | "Over" | "OVER!",
            states: [&'static str; 2] = ["Tốt", "Vượt"] | ["Good", "Over"] | ["GOOD!", "OVER!"],
        }
    }

    fn open_count(n: usize, lang: Made) -> String {
        let of = if n == 1 { "warning" } else { "warnings" };
        say!(@in Made, Vi, En, Loud; lang; "{n} cảnh báo" | "{n} open {of}" | "{n} {loud}!", loud = of.to_uppercase())
    }

    #[test]
    fn a_third_language_is_a_column() {
        let loud = LoudGuards::of(Made::Loud);
        let texts = [loud.title, loud.good, loud.attention, loud.over];
        assert_eq!(texts, ["GUARDS!", "GOOD!", "ATTENTION!", "OVER!"]);
        assert_eq!(loud.states, [loud.good, loud.over]);
        assert_eq!(open_count(2, Made::Loud), "2 WARNINGS!");
    }

    #[test]
    fn the_other_columns_stay_as_they_are() {
        for (made, lang) in [(Made::Vi, Lang::Vi), (Made::En, Lang::En)] {
            let (with, without) = (LoudGuards::of(made), guards::words(lang));
            assert_eq!(with.title, without.title);
            assert_eq!(with.states, [without.good, without.over]);
            assert_eq!(
                (with.good, with.attention, with.over),
                (without.good, without.attention, without.over)
            );
        }
        assert_eq!(
            [Made::Vi, Made::En].map(|m| open_count(1, m)),
            ["1 cảnh báo", "1 open warning"]
        );
    }
}
