//! Maps, sets and lists in order, small in code: the page's first load pays for every type that is kept in order.
//!
//! The standard library's B-tree costs 2 to 8 kB of wasm for each type, and its sort 4 to 11 kB (measured: 200 kB of an
//! app of 1.1 MB). A sorted vector costs a tenth of that, and forms have tens of answers, 2,000 at most.
//!
//! **Invariant:** keys stand in order, each once. A row that comes behind all others is put there in one step; any other
//! moves the rows behind it, so what is large and made anew at each keystroke is [`sort`]ed first.

use std::{borrow::Borrow, cmp::Ordering, fmt, slice, vec};

/// The places of `n` things in order; things that are equal keep theirs. One copy of this code sorts every type.
fn order(n: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    let mut width = 1;
    while width < n {
        let mut merged = Vec::with_capacity(n);
        let mut start = 0;
        while start < n {
            let middle = (start + width).min(n);
            let end = (middle + width).min(n);
            let (mut left, mut right) = (start, middle);
            while merged.len() < end {
                let takes_right = match (places.get(left), places.get(right)) {
                    (Some(a), Some(b)) if left < middle && right < end => is_after(*a, *b),
                    _ => left >= middle,
                };
                let from = if takes_right { &mut right } else { &mut left };
                merged.extend(places.get(*from));
                *from += 1;
            }
            start = end;
        }
        places = merged;
        width *= 2;
    }
    places
}

/// Sorts a list; `is_after` says whether the first of two belongs behind the second. Equal ones keep their order.
pub fn sort<T>(items: &mut Vec<T>, is_after: impl Fn(&T, &T) -> bool) {
    let by_place = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => is_after(a, b),
        _ => false,
    };
    if (1..items.len()).all(|idx| !by_place(idx - 1, idx)) {
        return;
    }
    let places = order(items.len(), &by_place);
    let mut slots: Vec<Option<T>> = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        slots.push(Some(item));
    }
    for place in places {
        if let Some(item) = slots.get_mut(place).and_then(Option::take) {
            items.push(item);
        }
    }
}

/// The keys of two lists in order that stand in one alone, or in both with something else.
fn differing<'a, T: PartialEq, K: Ord + ?Sized>(
    a: &'a [T],
    b: &'a [T],
    key: impl Fn(&'a T) -> &'a K,
) -> Vec<&'a K> {
    let (mut a, mut b) = (a, b);
    let mut keys = Vec::new();
    loop {
        let (left, right) = match (a.split_first(), b.split_first()) {
            (None, None) => return keys,
            (left, right) => (left, right),
        };
        let order = match (left, right) {
            (Some(left), Some(right)) => key(left.0).cmp(key(right.0)),
            (Some(_), None) => Ordering::Less,
            (None, _) => Ordering::Greater,
        };
        let is_same = order == Ordering::Equal && left.map(|left| left.0) == right.map(|right| right.0);
        if let Some((item, rest)) = left.filter(|_| order != Ordering::Greater) {
            keys.extend((!is_same).then(|| key(item)));
            a = rest;
        }
        if let Some((item, rest)) = right.filter(|_| order != Ordering::Less) {
            keys.extend((order == Ordering::Greater).then(|| key(item)));
            b = rest;
        }
    }
}

/// A map in the order of its keys.
#[derive(Clone, PartialEq, Eq)]
pub struct SortedMap<K, V> {
    rows: Vec<(K, V)>,
}

impl<K, V> SortedMap<K, V> {
    /// An empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every row, in the order of keys.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.rows.iter())
    }

    /// The value at a place, from 0.
    #[must_use]
    pub fn nth(&self, place: usize) -> Option<&V> {
        self.rows.get(place).map(|row| &row.1)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.rows.iter().map(|row| &row.0)
    }

    /// Every value, in the order of keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.rows.iter().map(|row| &row.1)
    }

    /// Every value, to change it, in the order of keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.rows.iter_mut().map(|row| &mut row.1)
    }

    /// Keeps only the rows that pass.
    pub fn retain(&mut self, mut is_kept: impl FnMut(&K, &mut V) -> bool) {
        self.rows.retain_mut(|row| is_kept(&row.0, &mut row.1));
    }

    /// Takes every row out.
    pub fn clear(&mut self) {
        self.rows.clear();
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.rows.binary_search_by(|row| row.0.borrow().cmp(key))
    }

    /// The value of a key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.rows.get(place).map(|row| &row.1)
    }

    /// The value of a key, to change it.
    #[must_use]
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.rows.get_mut(place).map(|row| &mut row.1)
    }

    /// Where a key stands among the keys, from 0.
    #[must_use]
    pub fn position<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok()
    }

    /// Whether a key is there.
    #[must_use]
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Sets the value of a key and gives the old one.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        // Most maps are filled in order.
        if self.rows.last().is_none_or(|last| last.0 < key) {
            self.rows.push((key, value));
            return None;
        }
        match self.place(&key) {
            Ok(place) => self.rows.get_mut(place).map(|row| std::mem::replace(&mut row.1, value)),
            Err(place) => {
                self.rows.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.rows.remove(place).1)
    }

    /// Changes the value of a key, which is made where it is not there yet.
    pub fn alter(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        let place = match self.place(&key) {
            Ok(place) => place,
            Err(place) => {
                self.rows.insert(place, (key, V::default()));
                place
            }
        };
        if let Some(row) = self.rows.get_mut(place) {
            change(&mut row.1);
        }
    }

    /// The keys whose values differ from those of another map, or are in one of the two alone; in order.
    #[must_use]
    pub fn differing<'a>(&'a self, other: &'a Self) -> Vec<&'a K>
    where
        V: PartialEq,
    {
        differing(&self.rows, &other.rows, |row| &row.0)
    }

    /// The rows from a key on.
    pub fn from_key<Q: Ord + ?Sized>(&self, key: &Q) -> impl Iterator<Item = (&K, &V)>
    where
        K: Borrow<Q>,
    {
        let place = self.rows.partition_point(|row| row.0.borrow() < key);
        self.rows.iter().skip(place).map(|row| (&row.0, &row.1))
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

/// As of a standard map.
impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for SortedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// The last of several rows with one key stays.
impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        let mut map = Self::new();
        map.extend(rows);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(rows: [(K, V); N]) -> Self {
        let mut map = Self::new();
        map.extend(rows);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, rows: I) {
        for (key, value) in rows {
            self.insert(key, value);
        }
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The rows of a [`SortedMap`].
#[derive(Debug)]
pub struct Iter<'a, K, V>(slice::Iter<'a, (K, V)>);

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|row| (&row.0, &row.1))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|row| (&row.0, &row.1))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

/// A set in order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedSet<T> {
    items: Vec<T>,
}

impl<T> SortedSet<T> {
    /// An empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self { items: Vec::new() }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Everything in it, in order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The first.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.items.first()
    }

    /// The last.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.items.last()
    }

    /// Takes the first out.
    pub fn pop_first(&mut self) -> Option<T> {
        if self.items.is_empty() { None } else { Some(self.items.remove(0)) }
    }

    /// Keeps only what passes.
    pub fn retain(&mut self, is_kept: impl FnMut(&T) -> bool) {
        self.items.retain(is_kept);
    }
}

impl<T: Ord> SortedSet<T> {
    fn place<Q: Ord + ?Sized>(&self, item: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.items.binary_search_by(|other| other.borrow().cmp(item))
    }

    /// Whether it is there.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).is_ok()
    }

    /// What is in one of two sets alone, in order.
    #[must_use]
    pub fn differing<'a>(&'a self, other: &'a Self) -> Vec<&'a T> {
        differing(&self.items, &other.items, |item| item)
    }

    /// Puts something in, and says whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        if self.items.last().is_none_or(|last| *last < item) {
            self.items.push(item);
            return true;
        }
        match self.place(&item) {
            Ok(_) => false,
            Err(place) => {
                self.items.insert(place, item);
                true
            }
        }
    }

    /// Takes something out, and says whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        match self.place(item) {
            Ok(place) => {
                self.items.remove(place);
                true
            }
            Err(_) => false,
        }
    }
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// As of a standard set.
impl<T: fmt::Debug> fmt::Debug for SortedSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.items).finish()
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::new();
        set.extend(items);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SortedSet<T> {
    fn from(items: [T; N]) -> Self {
        let mut set = Self::new();
        set.extend(items);
        set
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Numbers that look thrown, the same each time.
    fn thrown(n: usize, below: usize) -> Vec<usize> {
        let mut seed = 7;
        (0..n)
            .map(|_| {
                seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
                seed / 65_536 % below
            })
            .collect()
    }

    #[test]
    fn sort_is_stable_and_agrees_with_the_standard() {
        for n in [0, 1, 2, 3, 7, 8, 9, 100, 257] {
            let mut items: Vec<(usize, usize)> = thrown(n, 20).into_iter().zip(0..).collect();
            let mut expect = items.clone();
            expect.sort_by_key(|item| item.0);
            sort(&mut items, |a, b| a.0 > b.0);
            assert_eq!(items, expect, "{n}");
        }
    }

    #[test]
    fn maps_and_sets_agree_with_the_standard() {
        for n in [0, 1, 5, 300] {
            let numbers = thrown(n, 50);
            let rows = || numbers.iter().copied().zip(0..);
            let expect: Vec<_> = rows().collect::<BTreeMap<_, _>>().into_iter().collect();
            assert_eq!(rows().collect::<SortedMap<_, _>>().into_iter().collect::<Vec<_>>(), expect);
            let mut map = SortedMap::new();
            map.extend(rows());
            assert_eq!(map.iter().map(|(key, value)| (*key, *value)).collect::<Vec<_>>(), expect);

            let mut set: SortedSet<usize> = numbers.iter().copied().collect();
            let mut standard: BTreeSet<usize> = numbers.iter().copied().collect();
            for number in 0..60 {
                assert_eq!(set.contains(&number), standard.contains(&number));
                assert_eq!(set.remove(&number), standard.remove(&number));
            }
            for number in &numbers {
                assert_eq!(set.insert(*number), standard.insert(*number));
            }
            assert!(set.iter().eq(&standard));
        }
    }

    #[test]
    fn a_row_is_replaced_made_and_taken_out() {
        let mut map = SortedMap::from([("b", 1), ("a", 2), ("b", 3)]);
        assert_eq!(map.insert("a", 4), Some(2));
        map.alter("c", |value| *value += 5);
        assert_eq!(format!("{map:?}"), r#"{"a": 4, "b": 3, "c": 5}"#);
        assert_eq!(map.remove("b"), Some(3));
        assert_eq!((map.get("b"), map.contains_key("c"), map.len()), (None, true, 2));
    }
}
