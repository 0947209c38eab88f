//! Papers made beside the page: what is asked of the worker, the page's handle on it, and what the worker does.
//!
//! A job crosses the border as `[number, JSON, bytes…]`, and so does its reply; the worker's first message has number 0
//! and says that it is ready.
//!
//! **Invariant:** one job is one request. A failure or a trap fails that job alone: the handle starts a new worker.

mod error;
#[cfg(feature = "web")]
mod handle;
#[cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser alone carries jobs"))]
mod job;
#[cfg(feature = "web")]
mod reply;
#[cfg(feature = "web")]
mod run;

pub use crate::produce::{Format, PaperKind};
pub use error::{Note, WorkerError};
#[cfg(feature = "web")]
pub use handle::Handle;
pub use job::{Made, Order, Places};
#[cfg(feature = "web")]
pub use run::run;
