//! Where an answer stands: `applicant.name`, and inside a table `family#3.name`, where `#3` is a row's id.
//!
//! At the border (JSON, issues, the author's files) a row is counted from 0: `family[2].name`.

use std::{fmt, sync::Arc};

use super::RowId;

/// The path of a field or group; cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Arc<str>);

impl Path {
    /// Takes a path as written.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of a property below this one; the empty path is the root.
    #[must_use]
    pub fn child(&self, name: &str) -> Self {
        if self.0.is_empty() { Self::new(name) } else { Self(format!("{}.{name}", self.0).into()) }
    }

    /// The path of another answer of the same group.
    #[must_use]
    pub fn beside(&self, name: &str) -> Self {
        match self.0.rsplit_once('.') {
            Some((group, _)) => Self(format!("{group}.{name}").into()),
            None => Self::new(name),
        }
    }

    /// The path of a row of this table.
    #[must_use]
    pub fn row(&self, row: RowId) -> Self {
        Self(format!("{}#{}", self.0, row.0).into())
    }

    /// The same path with its rows left out: the path of the field in the form.
    #[must_use]
    pub fn template(&self) -> Self {
        if !self.0.contains('#') {
            return self.clone();
        }
        let names: Vec<&str> =
            self.0.split('.').map(|segment| segment.split('#').next().unwrap_or_default()).collect();
        Self(names.join(".").into())
    }

    /// The same path where what stood at `from` stands at `to`; a row stays the row it is. `None` where this is not within `from`.
    #[must_use]
    pub fn moved(&self, from: &Self, to: &Self) -> Option<Self> {
        if !self.template().is_within(from) {
            return None;
        }
        let mut own = self.0.split('.');
        let mut old = from.0.split('.');
        let mut names: Vec<String> = Vec::new();
        for name in to.0.split('.') {
            let row = match (own.next(), old.next()) {
                (Some(own), Some(_)) => own.split_once('#').map(|(_, row)| row),
                _ => None,
            };
            names.push(match row {
                Some(row) => [name, "#", row].concat(),
                None => name.to_owned(),
            });
        }
        let rest = self.0.split('.').skip(from.0.split('.').count()).map(str::to_owned);
        names.extend(rest);
        Some(Self(names.join(".").into()))
    }

    /// A path below a table put into one of its rows: `family.name` in `family#3` is `family#3.name`.
    #[must_use]
    pub fn in_row(&self, table: &Self, row: &Self) -> Self {
        match self.0.strip_prefix(&*table.0) {
            Some(rest) if rest.starts_with('.') => Self(format!("{}{rest}", row.0).into()),
            Some(_) | None => self.clone(),
        }
    }

    /// The table in which a path stands, and the row: of `family#3.name` `family` and 3.
    #[must_use]
    pub fn in_table(&self) -> Option<(Self, RowId)> {
        let (table, rest) = self.0.split_once('#')?;
        let id = rest.split('.').next().unwrap_or_default();
        Some((Self::new(table), RowId(id.parse().ok()?)))
    }

    /// The row in which a path stands: of `family#3.name` `family#3`.
    #[must_use]
    pub fn row_path(&self) -> Option<Self> {
        self.in_table().map(|(table, row)| table.row(row))
    }

    /// Whether this is `other` or stands below it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        match self.0.strip_prefix(&*other.0) {
            Some(rest) => rest.is_empty() || rest.starts_with(['.', '#']) || other.0.is_empty(),
            None => false,
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_left_out_of_a_template() {
        assert_eq!(Path::new("family#3.name").template(), Path::new("family.name"));
    }

    #[test]
    fn what_is_moved_keeps_its_row() {
        let moved = |path: &str, from: &str, to: &str| {
            Path::new(path).moved(&Path::new(from), &Path::new(to)).map(|path| path.to_string())
        };
        for (path, from, to, expect) in [
            ("tel", "tel", "who.phone", Some("who.phone")),
            ("who.home.detail", "who.home", "home", Some("home.detail")),
            ("family#3.name", "family", "kin", Some("kin#3.name")),
            ("family#3.name", "family.name", "family.fullName", Some("family#3.fullName")),
            ("family#3", "family", "kin", Some("kin#3")),
            ("telephone", "tel", "phone", None),
        ] {
            assert_eq!(moved(path, from, to).as_deref(), expect, "{path}");
        }
    }

    #[test]
    fn another_answer_of_the_group() {
        assert_eq!(Path::new("family#3.name").beside("sex"), Path::new("family#3.sex"));
        assert_eq!(Path::new("name").beside("sex"), Path::new("sex"));
    }

    #[test]
    fn a_sibling_with_a_longer_name_is_not_within() {
        assert!(Path::new("agent.name").is_within(&Path::new("agent")));
        assert!(!Path::new("agents.name").is_within(&Path::new("agent")));
    }
}
