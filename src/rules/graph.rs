//! In which order rules must be worked out, and which wait for each other.

use crate::model::{SortedMap, SortedSet};

/// Sorts rules so that each comes after those whose paths it reads; of several that could come next, the first as given.
///
/// A rule that reads a path waits for the rules that set it, its groups (which hide it) or its members. A rule within a
/// group may read the whole group without waiting for its other members: `family.share` reads `size(family)`.
///
/// # Errors
/// The paths of rules that wait for each other, the first again at the end.
pub fn order(nodes: &[(String, SortedSet<String>)]) -> Result<Vec<usize>, Vec<String>> {
    let waits = waits(nodes);
    let mut n_open: Vec<usize> = waits.iter().map(SortedSet::len).collect();
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (idx, before) in waits.iter().enumerate() {
        for earlier in before {
            if let Some(list) = followers.get_mut(*earlier) {
                list.push(idx);
            }
        }
    }

    let mut ready: SortedSet<usize> = (0..nodes.len()).filter(|idx| n_open.get(*idx) == Some(&0)).collect();
    let mut sorted = Vec::with_capacity(nodes.len());
    while let Some(idx) = ready.pop_first() {
        sorted.push(idx);
        for follower in followers.get(idx).into_iter().flatten() {
            if let Some(n) = n_open.get_mut(*follower) {
                *n -= 1;
                if *n == 0 {
                    ready.insert(*follower);
                }
            }
        }
    }
    if sorted.len() == nodes.len() { Ok(sorted) } else { Err(cycle(nodes, &waits, &sorted)) }
}

/// For each rule, those it waits for.
fn waits(nodes: &[(String, SortedSet<String>)]) -> Vec<SortedSet<usize>> {
    let mut setters: SortedMap<&str, Vec<usize>> = SortedMap::new();
    for (idx, (path, _)) in nodes.iter().enumerate() {
        setters.alter(path, |of| of.push(idx));
    }
    nodes
        .iter()
        .map(|(own, reads)| {
            let mut before = SortedSet::new();
            for read in reads {
                for prefix in prefixes(read) {
                    before.extend(setters.get(prefix).into_iter().flatten().copied());
                }
                let members = format!("{read}.");
                if own.starts_with(&members) {
                    continue;
                }
                let below = setters.from_key(members.as_str());
                for (_, indexes) in below.take_while(|(path, _)| path.starts_with(&members)) {
                    before.extend(indexes.iter().copied());
                }
            }
            before
        })
        .collect()
}

/// `a.b.c`, `a.b`, `a`.
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rsplit_once('.').map(|(group, _)| group))
}

/// One circle among the rules that could not be sorted.
fn cycle(nodes: &[(String, SortedSet<String>)], waits: &[SortedSet<usize>], sorted: &[usize]) -> Vec<String> {
    let done: SortedSet<usize> = sorted.iter().copied().collect();
    let mut walk: Vec<usize> = Vec::new();
    let mut next = (0..nodes.len()).find(|idx| !done.contains(idx));
    // Each open rule waits for another open one, so the walk comes back to where it has been.
    while let Some(idx) = next {
        if let Some(start) = walk.iter().position(|seen| *seen == idx) {
            let mut circle: Vec<usize> = walk.split_off(start);
            circle.push(idx);
            return circle.iter().filter_map(|idx| nodes.get(*idx)).map(|(path, _)| path.clone()).collect();
        }
        walk.push(idx);
        next = waits.get(idx).and_then(|before| before.iter().copied().find(|idx| !done.contains(idx)));
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(nodes: &[(&str, &[&str])], expect: Result<&[usize], &[&str]>) {
        let nodes: Vec<(String, SortedSet<String>)> = nodes
            .iter()
            .map(|(path, reads)| ((*path).to_owned(), reads.iter().map(|read| (*read).to_owned()).collect()))
            .collect();
        let found = order(&nodes);
        match (&found, expect) {
            (Ok(found), Ok(expect)) => assert_eq!(found, expect),
            (Err(found), Err(expect)) => assert_eq!(found, expect),
            (found, expect) => panic!("{found:?} is not {expect:?}"),
        }
    }

    #[test]
    fn what_is_read_comes_first() {
        check(&[], Ok(&[]));
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &[])], Ok(&[2, 1, 0]));
        check(&[("a", &[]), ("b", &[]), ("c", &["a"])], Ok(&[0, 1, 2]));
        check(&[("x", &["y"]), ("y", &[]), ("y", &["z"])], Ok(&[1, 2, 0]));
    }

    #[test]
    fn groups_and_members_are_waited_for() {
        check(&[("a", &["agent.name"]), ("agent", &["byAgent"])], Ok(&[1, 0]));
        check(&[("total", &["family"]), ("family.income", &["rate"])], Ok(&[1, 0]));
        check(&[("total", &["fam"]), ("family.income", &["rate"])], Ok(&[0, 1]));
        check(&[("family.share", &["family"]), ("family.rank", &["family"])], Ok(&[0, 1]));
    }

    #[test]
    fn circles_are_named() {
        check(&[("a", &["a"])], Err(&["a", "a"]));
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"])], Err(&["a", "b", "c", "a"]));
        check(&[("z", &["a"]), ("a", &["b"]), ("b", &["a"])], Err(&["a", "b", "a"]));
        check(&[("g", &["g.x"]), ("g.x", &[])], Err(&["g", "g"]));
    }
}
