//! Yuntian 云填: a form filler for a Chinese city district. Nothing a person types leaves their device.
//!
//! One direction only:
//!
//! ```text
//! form.json ─catalog─▶ model::Form
//! keystroke ─ui─▶ Action ─session::apply─▶ Session′ ─view─▶ FormView ─ui─▶ DOM
//! Answers ─validate::finish─▶ Submission        Answers ─validate::survey─▶ Survey
//! Form → Blank;  Survey → Draft paper;  Submission → Packet ─layout─▶ measured pages ─render─▶ PDF / SVG
//! ```
//!
//! `ARCHITECTURE.md` says what each room may use; a test keeps it.

pub mod diag;
pub mod model;
pub mod rules;
pub mod catalog;
pub mod search;
pub mod packet;
pub mod fonts;
pub mod layout;
pub mod render;
pub mod validate;
pub mod session;
pub mod benefits;
pub mod record;
pub mod carry;
pub mod produce;
#[cfg(feature = "cli")]
pub mod intake;
#[cfg(any(feature = "cli", feature = "web"))]
pub mod qr;
pub mod store;
pub mod worker;
pub mod text;
#[cfg(feature = "web")]
pub mod ui;
// Addresses are read and written without a browser, so that their tests run with the others.
#[cfg(all(test, not(feature = "web")))]
#[expect(dead_code, unreachable_pub, reason = "the page alone goes anywhere")]
#[path = "ui/route.rs"]
mod route;
// So are the patience of a kiosk, its keys, and what a scanner says.
#[cfg(all(test, not(feature = "web")))]
#[expect(dead_code, reason = "the page alone uses them")]
#[path = "ui/kiosk/plain/mod.rs"]
mod kiosk;
// So is which licence ends when.
#[cfg(all(test, not(feature = "web")))]
#[path = "ui/own/licence.rs"]
mod licence;
#[cfg(feature = "cli")]
pub mod cli;
