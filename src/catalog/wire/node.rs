//! Small hands for a JSON tree: what is missing or of another type is simply not there, for `check` has named it.

use std::fmt::Write as _;

use serde_json::Value;

use crate::{
    diag::{Code, Lint},
    model::Localized,
};

/// A fault and its place within its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::catalog) struct Fault {
    /// What is wrong.
    pub(in crate::catalog) code: Code,
    /// RFC 6901 pointer.
    pub(in crate::catalog) pointer: String,
}

/// An RFC 6901 pointer that grows and shrinks on the way through a tree.
#[derive(Debug, Clone, Default)]
pub(in crate::catalog) struct Pointer(String);

impl Pointer {
    /// The pointer of the root.
    pub(in crate::catalog) fn root() -> Self {
        Self::default()
    }

    /// A pointer as it is written.
    pub(in crate::catalog) fn of(pointer: &str) -> Self {
        Self(pointer.to_owned())
    }

    /// The pointer as text.
    pub(in crate::catalog) fn as_str(&self) -> &str {
        &self.0
    }

    /// The pointer of a member or item.
    pub(in crate::catalog) fn at(&self, key: &str) -> Self {
        Self(format!("{}/{}", self.0, escaped(key)))
    }

    /// The pointer of an item.
    pub(in crate::catalog) fn idx(&self, idx: usize) -> Self {
        let mut pointer = self.0.clone();
        let _infallible = write!(pointer, "/{idx}");
        Self(pointer)
    }

    /// A fault here.
    pub(in crate::catalog) fn fault(&self, code: Code) -> Fault {
        Fault { code, pointer: self.0.clone() }
    }
}

impl Pointer {
    /// What a rule of its own file found here.
    pub(in crate::catalog) fn lint(&self, lint: Lint, about: &str) -> Fault {
        self.fault(Code::Found { lint, about: about.to_owned() })
    }
}

/// A key as a pointer has it.
pub(in crate::catalog) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The text of a key.
pub(in crate::catalog) fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

/// The whole number of a key.
pub(in crate::catalog) fn whole(value: &Value, key: &str) -> Option<u64> {
    value.get(key)?.as_u64()
}

/// The items of a key's list; none where there is no list.
pub(in crate::catalog) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The texts of a key's list.
pub(in crate::catalog) fn texts(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// People's words: `{"zh": …, "en": …}`.
pub(in crate::catalog) fn localized(value: &Value) -> Option<Localized> {
    Some(Localized { zh: text(value, "zh")?.to_owned(), en: text(value, "en").map(str::to_owned) })
}
