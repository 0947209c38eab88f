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

pub(crate) use broken::offline;
pub(crate) use form::form_pages;
pub(crate) use gallery::gallery;
pub(crate) use home::home;
pub(crate) use not_found::not_found;
pub(crate) use privacy::privacy;
