//! Cutting, planning and joining the real typeface.

use std::collections::{BTreeMap, BTreeSet};

use yuntian::fonts::{Cut, Face, FontError, ShardTable, cut, join};

use super::support;

fn chars(text: &str) -> BTreeSet<char> {
    text.chars().collect()
}

fn shards_for<'a>(cut: &'a Cut, wanted: &BTreeSet<char>) -> Vec<&'a [u8]> {
    let by_name: BTreeMap<&str, &[u8]> =
        cut.shards.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let plan = ShardTable::open(&cut.table).unwrap().plan(wanted);
    plan.shards.iter().map(|name| by_name[name.as_str()]).collect()
}

#[test]
fn every_character_of_the_standard_stands_in_a_shard() {
    let cut = cut(&support::ttf(), &chars("高龄津贴申请审批表"), &support::order()).unwrap();
    let table = ShardTable::open(&cut.table).unwrap();
    let standard: BTreeSet<char> = support::order().into_iter().collect();
    assert!(standard.len() >= 8105);
    assert_eq!(table.plan(&standard).missing, BTreeSet::new());
    assert_eq!(table.plan(&chars("\u{10FFFD}𠀀")).missing, chars("\u{10FFFD}𠀀"));
    assert_eq!(table.plan(&BTreeSet::new()).shards, vec![cut.shards[0].0.clone()]);
    assert!(cut.table.len() < 40_000, "{}", cut.table.len());
    let largest = cut.shards.iter().map(|(_, bytes)| bytes.len()).max().unwrap();
    assert!(largest < 200_000, "{largest}");
}

#[test]
fn the_joined_font_does_not_depend_on_how_it_was_cut() {
    let ttf = support::ttf();
    let wanted = chars("王秀英 4201, 武汉市汉阳区琴断口街道𬭎齉");
    let one = cut(&ttf, &chars("汉阳区"), &support::order()).unwrap();
    let other = cut(&ttf, &chars("王秀英武汉市"), &[]).unwrap();
    let joined = join(&shards_for(&one, &wanted), &wanted).unwrap();
    assert_eq!(joined, join(&shards_for(&other, &wanted), &wanted).unwrap());
    assert_eq!(joined, join(&[&ttf], &wanted).unwrap());
    assert!(one == cut(&ttf, &chars("汉阳区"), &support::order()).unwrap(), "the same input, other bytes");
}

#[test]
fn a_face_knows_glyphs_and_outlines() {
    let face = support::face(" a汉");
    assert_eq!(face.glyph('汉').map(|glyph| (glyph.id, glyph.advance)), Some((5, 1.0)));
    assert_eq!(face.glyph('武'), None);
    assert_eq!((face.glyph('☑'), face.blank('☑').map(|glyph| glyph.id)), (None, Some(4)));
    assert!(support::face("\u{20000}").blank('\u{20000}').is_some());
    assert_eq!(face.outline(' ').as_deref(), Some(""));
    assert!(face.outline('汉').unwrap().starts_with('M'));
    assert!((face.ascent() - face.descent() - 1.0).abs() < 0.001);
}

#[test]
fn damaged_bytes_are_an_error_and_never_a_panic() {
    assert_eq!(Face::new(Vec::new()).err(), Some(FontError::NotAFont));
    assert_eq!(join(&[], &chars("汉")).err(), Some(FontError::Nothing));
    assert_eq!(ShardTable::open(b"YTS1\xff").err(), Some(FontError::BadShardTable));
    let wanted = chars(" a汉字");
    let good = join(&[&support::ttf()], &wanted).unwrap();
    let table = cut(&good, &chars("a"), &[]).unwrap().table;
    // A byte changed at every place, and the file cut off at every place.
    for at in 0..good.len() {
        for value in [0, 0x7F, 0xFF] {
            let mut bad = good.clone();
            bad[at] = value;
            if let Ok(face) = Face::new(bad.clone()) {
                wanted.iter().for_each(|c| _ = face.outline(*c));
            }
            _ = join(&[&bad], &wanted);
        }
        _ = Face::new(good[..at].to_vec());
        _ = cut(&good[..at], &wanted, &[]);
    }
    for at in 0..table.len() {
        let mut bad = table.clone();
        bad[at] = 0xFF;
        _ = ShardTable::open(&bad).map(|table| table.plan(&wanted));
        _ = ShardTable::open(&table[..at]);
    }
}
