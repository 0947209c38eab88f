//! Small lists and maps, put in order one by one.
//!
//! The standard library's sort and its `collect` into a map are made for many rows: each type that uses them costs the
//! page 4 kB. What is sorted here has a handful of rows.

use std::collections::{BTreeMap, BTreeSet};

/// A map of pairs; a later one of the same key wins.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// A set.
pub fn set<K: Ord>(keys: impl IntoIterator<Item = K>) -> BTreeSet<K> {
    let mut set = BTreeSet::new();
    for key in keys {
        set.insert(key);
    }
    set
}

/// Puts a short list in order, keeping the order of rows that are equal; `is_after` says that one comes after another.
pub fn sort<T>(rows: &mut [T], is_after: impl Fn(&T, &T) -> bool) {
    for end in 1..rows.len() {
        let mut at = end;
        while at > 0
            && matches!((rows.get(at - 1), rows.get(at)), (Some(one), Some(other)) if is_after(one, other))
        {
            rows.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_keep_their_order() {
        let mut rows = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort(&mut rows, |one, other| one.0 > other.0);
        assert_eq!(rows, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn a_later_pair_wins() {
        assert_eq!(map([(1, 'a'), (1, 'b')]).get(&1), Some(&'b'));
        assert_eq!(set([2, 1, 2]).len(), 2);
    }
}
