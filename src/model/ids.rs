//! Names of things. Ids are those of the catalogue and never change: they stand in printed QR codes.

use std::{fmt, sync::Arc};

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the name as written.
            #[must_use]
            pub fn new(name: &str) -> Self {
                Self(name.into())
            }

            /// The name as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// A form's id, `SQ031`, `MS01`, `B009`.
    FormId
}
name! {
    /// A page's id within its form, `who`.
    PageId
}
name! {
    /// Why something is collected, and what a consent is given for: `bank`, `health`, `contact`.
    Purpose
}

/// A row of a table while a form is filled. It stays the same when rows are moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);
