//! Which shard holds which character: a small binary table that comes with the page.
//!
//! `YTS1`, the number of shards, four bytes of hash for each, then runs in the order of code points: how many code points
//! to pass over, how long the run is, its shard; all as variable-length numbers of seven bits a byte.

use std::collections::{BTreeMap, BTreeSet};

use super::FontError;

/// How a shard table begins.
pub const TABLE_MAGIC: &[u8] = b"YTS1";

/// An opened shard table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShardTable {
    names: Vec<String>,
    /// First and last code point of a run and its shard, in order.
    runs: Vec<(u32, u32, usize)>,
}

/// What a paper needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Names of shards in order, the base first.
    pub shards: Vec<String>,
    /// Characters that the font does not have.
    pub missing: BTreeSet<char>,
}

impl ShardTable {
    /// Reads a table that [`super::cut()`] made.
    pub fn open(bytes: &[u8]) -> Result<Self, FontError> {
        Self::read(bytes).ok_or(FontError::BadShardTable)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(TABLE_MAGIC)?;
        let n_shards = usize::try_from(number(&mut rest)?).ok()?;
        let (hashes, mut rest) = rest.split_at_checked(n_shards.checked_mul(4)?)?;
        let hashes = hashes.chunks_exact(4).filter_map(|hash| hash.first_chunk::<4>());
        let names = hashes.enumerate().map(|(n, hash)| name(n, *hash)).collect();
        let mut runs = Vec::new();
        let mut next = 0_u32;
        while !rest.is_empty() {
            let first = next.checked_add(number(&mut rest)?)?;
            let length = number(&mut rest)?;
            let last = first.checked_add(length.checked_sub(1)?)?;
            let shard = usize::try_from(number(&mut rest)?).ok()?;
            next = last.checked_add(1)?;
            if shard >= n_shards {
                return None;
            }
            runs.push((first, last, shard));
        }
        Some(Self { names, runs })
    }

    /// The shards that hold these characters, always with the base, and what no shard holds.
    #[must_use]
    pub fn plan(&self, chars: &BTreeSet<char>) -> Plan {
        let mut wanted = BTreeSet::from([0]);
        let mut missing = BTreeSet::new();
        for c in chars {
            match self.shard(*c) {
                Some(shard) => _ = wanted.insert(shard),
                None => _ = missing.insert(*c),
            }
        }
        let shards = wanted.iter().filter_map(|shard| self.names.get(*shard).cloned()).collect();
        Plan { shards, missing }
    }

    /// Every shard's name, for a station that fetches all beforehand.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    fn shard(&self, c: char) -> Option<usize> {
        let code = u32::from(c);
        let at = self.runs.partition_point(|(_, last, _)| *last < code);
        let (first, _, shard) = self.runs.get(at)?;
        (*first <= code).then_some(*shard)
    }
}

/// The file name of a shard: its number and a hash of its content.
pub(super) fn name(n: usize, hash: [u8; 4]) -> String {
    format!("{n:03}-{:08x}.ttf", u32::from_be_bytes(hash))
}

/// Writes the table.
pub(super) fn write(hashes: &[[u8; 4]], places: &BTreeMap<char, u16>) -> Vec<u8> {
    let mut runs: Vec<(u32, u32, u16)> = Vec::new();
    for (c, shard) in places {
        let code = u32::from(*c);
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == code && same == shard => *last = code,
            _ => runs.push((code, code, *shard)),
        }
    }
    let mut out = TABLE_MAGIC.to_vec();
    push(&mut out, u32::try_from(hashes.len()).unwrap_or_default());
    out.extend(hashes.iter().flatten());
    let mut next = 0;
    for (first, last, shard) in runs {
        push(&mut out, first - next);
        push(&mut out, last - first + 1);
        push(&mut out, shard.into());
        next = last + 1;
    }
    out
}

fn push(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push((n & 0x7F) as u8 | 0x80);
        n >>= 7;
    }
    out.push((n & 0x7F) as u8);
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let mut n = 0_u32;
    for shift in [0, 7, 14, 21] {
        let (byte, tail) = rest.split_first()?;
        *rest = tail;
        n |= u32::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(n);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_says_where_each_character_is() {
        let places = BTreeMap::from([('a', 0), ('b', 0), ('c', 1), ('x', 0), ('汉', 2), ('\u{20000}', 1)]);
        let table = ShardTable::open(&write(&[[0, 0, 0, 1], [0, 0, 0, 2], [0, 0, 0, 3]], &places)).unwrap();
        let plan = table.plan(&"cb汉d\u{20000}".chars().collect());
        assert_eq!(plan.shards, ["000-00000001.ttf", "001-00000002.ttf", "002-00000003.ttf"]);
        assert_eq!(plan.missing, BTreeSet::from(['d']));
        assert_eq!(table.plan(&BTreeSet::from(['x'])).shards, ["000-00000001.ttf"]);
    }
}
