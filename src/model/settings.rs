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
    /// Days that a draft is kept.
    pub draft_days: u32,
    /// The catalogue is sample data (示例清单).
    pub is_sample: bool,
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
