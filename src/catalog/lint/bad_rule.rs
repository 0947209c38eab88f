//! # F010 A rule that can not be read
//!
//! The character at which reading stops is named, and what is wanted there. [The language](../rules.md) is on a page of its own.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "byPost && has(reader.phone)"}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "byPost & has(reader.phone)"}]}
//! ```
//!
//! It is found while a form is read; here it is told of.
