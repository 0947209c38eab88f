//! Fixed words in both languages: the macro that makes them.
//!
//! **Invariant:** no word can lack a language.

/// Makes the struct of words, its two editions and the function that chooses one: `name: "中文", "English";`.
macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// Every fixed text.
        pub struct Words {
            $(#[doc = $en] pub $name: &'static str,)*
        }
        static ZH: Words = Words { $($name: $zh,)* };
        static EN: Words = Words { $($name: $en,)* };

        /// The words in a language.
        #[must_use]
        pub fn words(locale: Locale) -> &'static Words {
            match locale {
                Locale::Zh => &ZH,
                Locale::En => &EN,
            }
        }
    };
}
pub(super) use words;
