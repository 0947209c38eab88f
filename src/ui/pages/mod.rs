//! One file a page.

mod aid;
mod benefit;
mod broken;
mod browse;
mod check;
mod entitled;
mod fill;
mod form;
mod gallery;
mod gated;
mod guide;
mod home;
mod keys;
mod not_found;
mod notice;
mod offline;
mod papers;
mod privacy;
mod session;

pub(crate) use broken::broken;
pub(crate) use browse::browse;
pub(crate) use check::check;
pub use entitled::{ENTITLED, Entitled};
pub(crate) use fill::section;
pub(crate) use form::{Opened, form_pages};
pub(crate) use gallery::gallery;
pub(crate) use gated::gated;
pub(crate) use home::home;
pub(crate) use not_found::not_found;
pub(crate) use offline::offline;
pub(crate) use papers::papers;
pub(crate) use privacy::privacy;
pub(crate) use session::labels;
