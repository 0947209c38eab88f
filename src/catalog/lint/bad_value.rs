//! # F006 A value that does not fit
//!
//! A text where a number stands, a word outside its list, a day that does not exist: what is wanted is named.
//!
//! Good:
//!
//! ```json
//! {"guide": {"legalLimit": {"n": 20, "unit": "workday"}}}
//! ```
//!
//! Bad, at `/guide/legalLimit/unit`:
//!
//! ```json
//! {"guide": {"legalLimit": {"n": 20, "unit": "week"}}}
//! ```
//!
//! It is found while a form is read; here it is told of.
