//! The search over the real titles of items, benefits and bundles, and over as many guides as a district and a city have.

use std::ops::Range;

use proptest::prelude::*;
use yuntian::search::{Entry, Fit, Index, find, index};

#[path = "../made/guides.rs"]
mod guides;

use guides::{CITY, DISTRICT, forms};

/// The index of entries as the page has it at the end, and how many files it came in.
fn packed(entries: &[Entry]) -> (Index, usize) {
    let mut rows = Vec::new();
    let head = index(entries, &[], &[], &mut |bytes| {
        rows.push(bytes);
        rows.len().to_string()
    });
    let mut index = Index::open(&head).unwrap();
    assert_eq!(index.missing().len(), rows.len());
    for (idx, bytes) in rows.iter().enumerate() {
        assert_eq!(index.missing()[0], (idx + 1).to_string());
        assert!(index.add(bytes));
    }
    assert_eq!(index.missing(), [""; 0]);
    (index, rows.len() + 1)
}

fn with_guides(n: usize) -> (Index, Vec<Entry>, usize) {
    let guides = guides::guides(n);
    let entries: Vec<Entry> = forms().into_iter().chain(guides.iter().cloned()).collect();
    let (index, n_files) = packed(&entries);
    (index, guides, n_files)
}

/// Checks what each query finds first.
fn check_first(index: &Index, fit: Fit, cases: &[(&str, &str)]) {
    let mut faults = Vec::new();
    for (query, expect) in cases {
        let hits = find(index, query, 8);
        let found: Vec<String> =
            hits.iter().take(4).map(|hit| format!("{} {}", hit.entry.id, hit.entry.title.zh)).collect();
        let first = hits.first().map(|hit| hit.entry.id.as_str()).unwrap_or_default();
        if !expect.split(' ').any(|id| id == first) || hits.first().is_some_and(|hit| hit.fit != fit) {
            faults.push(format!("{query}: {expect}? {found:?} {:?}", hits.first().map(|hit| hit.fit)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// As people type them.
const TYPED: &[(&str, &str)] = &[
    ("gaoling", "SQ031"),
    ("gljt", "SQ031"),
    ("高l", "SQ031"),
    ("高龄津贴", "SQ031"),
    ("glbt", "SQ031"),
    ("老年津贴", "SQ031"),
    ("老年卡", "SQ066"),
    ("laonianka", "SQ066"),
    ("敬老卡", "SQ066"),
    ("dibao", "SQ027"),
    ("低保", "SQ027"),
    ("zuidishenghuobaozhang", "SQ027"),
    ("shanghu", "B009"),
    ("shanghukou", "B009"),
    ("上户口", "B009"),
    ("canji", "SQ048"),
    ("残疾", "SQ048"),
    ("残疾证", "SQ048"),
    ("wuxian", ""),
    ("zhunshengzheng", "SQ041"),
    ("准生证", "SQ041"),
    ("shengyudengji", "SQ041"),
    ("失业登记", "SQ009"),
    ("失业金", "SQ009"),
    ("shiyejin", "SQ009"),
    ("暂住证", "SQ058"),
    ("juzhuzheng", "SQ059"),
    ("社保卡", "SQ007"),
    ("shebaoka", "SQ007"),
    ("yangquan", "SQ060"),
    ("狗 登记", ""),
    ("犬", "SQ060"),
    ("gongzufang", "B018"),
    ("公共租赁住房", "SQ062"),
    ("falvyuanzhu", "SQ064"),
    ("faluyuanzhu", "SQ064"),
    ("fal", "SQ064"),
    ("gongyixing", "SQ014"),
    ("kaibancanyindian", "B003"),
    ("开餐饮店", "B003"),
    ("yidijiuyi", ""),
    ("特困", "SQ029"),
    ("linshijiuzhu", "SQ030"),
    ("dog", "SQ060"),
    ("legal aid", "SQ064"),
    ("SQ031", "SQ031"),
];

/// With one letter or character wrong, missing, too many, or two that stand for one another.
const SLIPS: &[(&str, &str)] = &[
    ("gaolimg", "SQ031"),
    ("gaoliing", "SQ031"),
    ("galoing", "SQ031"),
    ("goaling", "SQ031"),
    ("gaolingjintia", "SQ031"),
    ("haolingjintie", "SQ031"),
    ("高龄金贴", "SQ031"),
    ("高龄贴津", "SQ031"),
    ("高龄的津贴", "SQ031"),
    ("dubao", "SQ027"),
    ("dibso", "SQ027"),
    ("zuidishenghuobaozhagn", "SQ027"),
    ("shanghukuo", "B009"),
    ("shanghukiu", "B009"),
    ("canjirenzhebg", "SQ048"),
    ("canjirrenzheng", "SQ048"),
    ("残集人证", "SQ048"),
    ("shiyedebgji", "SQ009"),
    ("falvyuanshu", "SQ064"),
    ("leagl aid", "SQ064"),
    ("leggal aid", "SQ064"),
    ("vetran", "SQ055 SQ056"),
];

#[test]
fn the_real_titles() {
    let (index, _) = packed(&forms());
    check_first(&index, Fit::Typed, TYPED);
    check_first(&index, Fit::Slip, SLIPS);
}
