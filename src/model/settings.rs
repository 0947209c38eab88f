//! A deployment's settings.

use super::Localized;

/// What a deployment says about itself. What is empty is shown as "to be confirmed".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The district's name.
    pub district: Localized,
    /// Division code of the district, six digits.
    pub division: String,
    /// Who runs the page (个人信息处理者).
    pub operator: Option<Localized>,
    /// How to reach them.
    pub contact: Option<String>,
    /// Where papers are handed in.
    pub place: Option<Localized>,
    /// When.
    pub hours: Option<Localized>,
    /// Address of the service rating page (好差评).
    pub rating_url: Option<String>,
    /// Address at which the page is served; the codes of `guides qr` lead there.
    pub base_url: Option<String>,
    /// How the page behaves.
    pub mode: Mode,
    /// Whether the page is shown in the elder style (长辈版) until the person chooses.
    pub is_elder: bool,
    /// Days that a draft is kept.
    pub draft_days: u32,
    /// The catalogue is sample data (示例清单).
    pub is_sample: bool,
}

/// Who helps with the items of a department (云帮办). What is empty is shown as "to be confirmed".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// A department, by its key in the catalogue.
    pub department: String,
    /// Who: a window, a team, a station.
    pub name: Localized,
    /// Where.
    pub place: Option<Localized>,
    /// When.
    pub hours: Option<Localized>,
    /// How to reach them.
    pub contact: Option<String>,
}

/// Where the page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// At home, on the person's own device.
    #[default]
    Home,
    /// At a community service station.
    Station,
    /// In a firm.
    Enterprise,
    /// In the government hall.
    Kiosk,
}

impl Mode {
    const WORDS: [(Self, &str); 4] = [
        (Self::Home, "home"),
        (Self::Station, "station"),
        (Self::Enterprise, "enterprise"),
        (Self::Kiosk, "kiosk"),
    ];

    /// As settings and addresses spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(mode, _)| *mode == self).map_or("home", |(_, word)| word)
    }

    /// Reads [`Mode::as_str`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(mode, _)| *mode)
    }

    /// Whether strangers use the same device one after another.
    #[must_use]
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Station | Self::Kiosk)
    }

    /// The mode of a page whose address asks for one: an address can not loosen what the settings say.
    #[must_use]
    pub fn asked(self, by_address: Option<Self>) -> Self {
        match (self, by_address) {
            (Self::Home, Some(mode)) => mode,
            (mode, _) => mode,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_is_read_as_spelled() {
        for (mode, word) in Mode::WORDS {
            assert_eq!((Mode::parse(word), mode.as_str()), (Some(mode), word));
        }
        assert_eq!(Mode::parse("Kiosk"), None);
    }

    #[test]
    fn an_address_makes_a_home_page_stricter_and_nothing_looser() {
        assert_eq!(Mode::Home.asked(Some(Mode::Kiosk)), Mode::Kiosk);
        assert_eq!(Mode::Kiosk.asked(Some(Mode::Home)), Mode::Kiosk);
        assert_eq!(Mode::Station.asked(None), Mode::Station);
    }
}
