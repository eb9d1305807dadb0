//! Enums whose variants can be listed.

/// Declares an enum with a name for each variant, and with them the list `ALL`: a variant cannot be missing from it.
macro_rules! listed {
    (
        $(#[$about:meta])*
        $visible:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        $visible enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All of them, in the order they are declared and shown in.
            $visible const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];

            /// Name in addresses and attributes, never shown.
            $visible fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}
pub(crate) use listed;
