//! Where a form or guide is looked up: a directory in a few files, so that what is loaded first does not grow with the catalogue.
//!
//! **Invariant:** the page and `pack` find the same file for the same id.

/// The most files a directory has; the manifest names them all.
const MOST: usize = 64;
/// Ids that a file may hold before there are more files.
const IN_A_FILE: usize = 64;

/// How many files a directory of so many ids has.
#[must_use]
pub fn n_shelves(n_ids: usize) -> usize {
    n_ids.div_ceil(IN_A_FILE).clamp(1, MOST)
}

/// In which of `n` files an id stands: FNV-1a, 32 bits.
#[must_use]
pub fn shelf(id: &str, n: usize) -> usize {
    let hash =
        id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    usize::try_from(hash).unwrap_or_default() % n.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // From the reference vectors of FNV-1a: "" and "foobar".
        assert_eq!(shelf("", usize::MAX), 0x811c_9dc5);
        assert_eq!(shelf("foobar", usize::MAX), 0xbf9c_f968);
    }

    #[test]
    fn a_large_catalogue_is_spread_over_64_files() {
        assert_eq!((n_shelves(0), n_shelves(64), n_shelves(90), n_shelves(100_000)), (1, 1, 2, 64));
        let mut filled = [0_usize; 64];
        for n in 1..=9110 {
            filled[shelf(&format!("G{n:05}"), 64)] += 1;
        }
        assert!(filled.iter().all(|n| (90..=200).contains(n)), "{filled:?}");
    }
}
