//! Work beside the page: the press makes papers, the helper looks at form files, the courier closes and opens carried files. What is asked of
//! them, the page's hold on each, and what each does.
//!
//! A job crosses the border as `[number, JSON, bytes…]`, and so does its reply; a worker's first message has number 0
//! and says that it is ready.
//!
//! **Invariant:** one job is one request. A failure or a trap fails that job alone: the handle starts a new worker.

#[cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser alone carries jobs"))]
mod author;
#[cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser alone carries jobs"))]
mod checking;
#[cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser alone carries jobs"))]
mod courier;
mod error;
#[cfg(feature = "web")]
mod handle;
#[cfg(feature = "web")]
mod helper;
#[cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser alone carries jobs"))]
mod job;
#[cfg(feature = "web")]
mod paper;
mod placing;
#[cfg(feature = "web")]
mod press;
#[cfg(feature = "web")]
mod reply;
#[cfg(feature = "web")]
mod scope;

pub use crate::produce::{Format, PaperKind, digest};
pub use author::{Checked, CheckedForm, Dropped, ExampleRun, Fault, RunOutcome};
#[cfg(feature = "web")]
pub use courier::{Courier, carry};
pub use courier::{CourierError, Parcel};
pub use error::{Note, WorkerError};
#[cfg(feature = "web")]
pub use helper::{Helper, help};
pub use job::{Made, Order, Places};
#[cfg(feature = "web")]
pub use paper::run;
#[cfg(feature = "web")]
pub use press::Press;
