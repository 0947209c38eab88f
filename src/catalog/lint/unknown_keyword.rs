//! # F004 A key that the format does not know
//!
//! Mostly a slip of the pen; the nearest known key is named. An editor that knows the format's schema marks it while you type.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-hint": {"zh": "最多十本", "en": "Ten at most"}}}}}
//! ```
//!
//! Bad, at `/answers/properties/books/x-hnit`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-hnit": {"zh": "最多十本", "en": "Ten at most"}}}}}
//! ```
//!
//! It is found while a form is read; here it is told of.
