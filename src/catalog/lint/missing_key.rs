//! # F005 A key that must be there
//!
//! Each object of the format has keys that it needs: a page its `id` and `title`, a check its `message`.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books != 4", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/5`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books != 4"}]}
//! ```
//!
//! It is found while a form is read; here it is told of.
