//! People's words, in Simplified Chinese and, where somebody has written it, English.

/// A language of the page and of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// Simplified Chinese, `zh-CN`.
    #[default]
    Zh,
    /// English.
    En,
}

/// A text in both languages; Chinese is always there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Localized {
    /// Simplified Chinese.
    pub zh: String,
    /// English, if somebody has written it.
    pub en: Option<String>,
}

impl Localized {
    /// The text in `locale`, in Chinese where there is no other.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match (locale, &self.en) {
            (Locale::En, Some(en)) => en,
            (Locale::En | Locale::Zh, _) => &self.zh,
        }
    }
}
