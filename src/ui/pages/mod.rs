//! One file a page.

mod benefit;
mod broken;
mod check;
mod fill;
mod form;
mod gallery;
mod guide;
mod home;
mod not_found;
mod notice;
mod papers;
mod privacy;
mod session;

pub(crate) use broken::Offline;
pub(crate) use form::FormPages;
pub(crate) use gallery::Gallery;
pub(crate) use home::Home;
pub(crate) use not_found::NotFound;
pub(crate) use privacy::Privacy;
