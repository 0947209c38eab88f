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

pub use broken::Offline;
pub use form::FormPages;
pub use gallery::Gallery;
pub use home::Home;
pub use not_found::NotFound;
pub use privacy::Privacy;
