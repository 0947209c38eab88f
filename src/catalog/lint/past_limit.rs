//! # F003 Past a limit
//!
//! A form file has at most 2 MiB and nests 32 deep, a form 2,000 questions, a table 500 rows, a rule 10,000 characters and 64 levels.
//! Who is past one has mostly two forms in one.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "!!!!byPost"}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!byPost"}]}
//! ```
//!
//! It is found while a form is read; here it is told of.
