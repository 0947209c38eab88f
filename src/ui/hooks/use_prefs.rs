//! Language, text size, style and mode. They stand in the address (`?lang=en&text=2&style=elder&mode=kiosk`), so that a reload and a printed link
//! keep them and nothing is stored.

use yew::prelude::*;

use crate::model::{Locale, Mode};

/// What the address calls the style.
const STYLE: &str = "style";

/// What a person chose about the page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Prefs {
    /// The language.
    pub locale: Locale,
    /// The text size, 1 to [`Prefs::LARGEST`].
    pub text: u8,
    /// Whether it is shown in the elder style (长辈版), where the person chose; else as the settings say.
    pub is_elder: Option<bool>,
    /// Where the page stands, as its address says; one deployment can so serve kiosks and homes.
    pub mode: Option<Mode>,
}

impl Prefs {
    /// The largest text size.
    pub(crate) const LARGEST: u8 = 4;

    /// Reads `?lang=en&text=2`.
    fn parse(search: &str) -> Self {
        let mut prefs = Self { locale: Locale::Zh, text: 1, is_elder: None, mode: None };
        for pair in search.trim_start_matches('?').split('&') {
            match pair.split_once('=') {
                Some(("lang", "en")) => prefs.locale = Locale::En,
                Some(("text", "2")) => prefs.text = 2,
                Some(("text", "3")) => prefs.text = 3,
                Some(("text", "4")) => prefs.text = 4,
                Some((STYLE, word)) => prefs.is_elder = Some(word == "elder"),
                Some(("mode", word)) => prefs.mode = Mode::parse(word),
                Some(_) | None => {}
            }
        }
        prefs
    }

    /// Spells what differs from the default.
    fn search(self) -> String {
        let mut parts = Vec::new();
        if self.locale == Locale::En {
            parts.push("lang=en".to_owned());
        }
        if self.text > 1 {
            parts.push(["text=", &self.text.to_string()].concat());
        }
        if let Some(is_elder) = self.is_elder {
            parts.push([STYLE, "=", if is_elder { "elder" } else { "standard" }].concat());
        }
        if let Some(mode) = self.mode {
            parts.push(["mode=", mode.as_str()].concat());
        }
        if parts.is_empty() { String::new() } else { ["?", &parts.join("&")].concat() }
    }

    /// Those of the address.
    pub(crate) fn here() -> Self {
        Self::parse(&gloo::utils::window().location().search().unwrap_or_default())
    }

    /// What the next person at this place begins with: the same mode, and nothing that was chosen.
    pub(crate) fn afresh() -> String {
        Self { locale: Locale::Zh, text: 1, is_elder: None, ..Self::here() }.search()
    }

    /// Writes them to the address and to the `html` element.
    fn show(self, is_elder: bool) {
        let window = gloo::utils::window();
        let location = window.location();
        let search = self.search();
        if location.search().unwrap_or_default() != search {
            let path = location.pathname().unwrap_or_default();
            let hash = location.hash().unwrap_or_default();
            if let Ok(history) = window.history() {
                // Where the address can not be changed (a file opened from disk) the choice lasts until a reload.
                let _ = history.replace_state_with_url(
                    &wasm_bindgen::JsValue::NULL,
                    "",
                    Some(&[path, search, hash].concat()),
                );
            }
        }
        if let Some(root) = gloo::utils::document().document_element() {
            let lang = match self.locale {
                Locale::Zh => "zh-CN",
                Locale::En => "en",
            };
            let _ = root.set_attribute("lang", lang);
            let style = if is_elder { " yt-elder" } else { "" };
            root.set_class_name(&["yt-text-", &self.text.to_string(), style].concat());
        }
    }
}

/// The choices, and a way to change them; `is_elder` is the style that the settings say.
#[hook]
pub(crate) fn use_prefs(is_elder: bool) -> (Prefs, Callback<Prefs>) {
    let prefs = use_state_eq(Prefs::here);
    let is_elder = prefs.is_elder.unwrap_or(is_elder);
    use_effect_with((*prefs, is_elder), |(prefs, is_elder)| prefs.show(*is_elder));
    let setter = prefs.setter();
    let set = use_callback((), move |prefs: Prefs, ()| setter.set(prefs));
    (*prefs, set)
}
