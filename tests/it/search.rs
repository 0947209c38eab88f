//! The search over the real titles of items, benefits and bundles, and over as many guides as a district and a city have.

use proptest::prelude::*;
use yuntian::search::{Entry, Fit, Index, find, index};

#[path = "../made/guides.rs"]
#[allow(unreachable_pub, reason = "the bench uses it as well")]
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
    ("shanghukou", "B009"),
    ("上户口", "B009"),
    ("canji", "B012"),
    ("残疾", "B012"),
    ("残疾证", "SQ048"),
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
    ("犬", "SQ060"),
    ("gongzufang", "B018"),
    ("公共租赁住房", "SQ062"),
    ("falvyuanzhu", "SQ064"),
    ("faluyuanzhu", "SQ064"),
    ("fal", "SQ064"),
    ("gongyixing", "SQ014"),
    ("kaibancanyindian", "B003"),
    ("yidichangqi", "SQ022"),
    ("changqi", "SQ022"),
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
    ("开餐饮店", "B003"),
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

/// Every `step`th title finds itself, and with the name of an office the guide there.
fn check_guides(n: usize, most_files: usize, step: usize) {
    let (index, guides, n_files) = with_guides(n);
    assert_eq!(guides.len(), n);
    assert!(n_files <= most_files, "{n_files} files");
    let of_title =
        |title: &str| -> Vec<&Entry> { guides.iter().filter(|guide| guide.title.zh == title).collect() };
    for guide in guides.iter().step_by(step) {
        let title = &guide.title.zh;
        let hits = find(&index, title, 8);
        let first = hits.first().unwrap_or_else(|| panic!("{title}"));
        assert_eq!((&first.entry.title.zh, first.fit), (title, Fit::Typed));
        assert_eq!(first.entry.id, of_title(title)[0].id, "the first of its bearers");
        assert_eq!(first.n_alike, of_title(title).len() - 1);
        assert!(!first.entry.has_form);

        let query = format!("{title} {}", guide.department.zh);
        let hits = find(&index, &query, 8);
        let at: Vec<&Entry> =
            of_title(title).into_iter().filter(|other| other.department == guide.department).collect();
        assert_eq!(hits[0].entry.title.zh, *title, "{query}");
        assert_eq!((&hits[0].entry.id, hits[0].n_alike), (&at[0].id, at.len() - 1), "{query}");

        let by_id = find(&index, &guide.id.to_lowercase(), 8);
        assert_eq!((&by_id[0].entry.id, &by_id[0].entry.title.zh), (&guide.id, title));
        assert_eq!(by_id[0].entry.department, guide.department);
    }
    // What can be filled in stands before guides that fit no better.
    check_first(
        &index,
        Fit::Typed,
        &[("gaoling", "SQ031"), ("gljt", "SQ031"), ("dibao", "SQ027"), ("上户口", "B009")],
    );
}

#[test]
fn a_district_s_guides() {
    check_guides(DISTRICT, 5, 331);
}

#[test]
fn a_city_s_guides() {
    check_guides(CITY, 25, 9001);
}

#[test]
fn rows_come_one_by_one_and_bad_ones_change_nothing() {
    let guides = guides::guides(DISTRICT);
    let mut rows = Vec::new();
    let head = index(&guides, &[], &[], &mut |bytes| {
        rows.push(bytes);
        String::new()
    });
    let mut index = Index::open(&head).unwrap();
    assert_eq!(index.entries().count(), 0);
    let last = guides.last().unwrap();
    assert_eq!(find(&index, &last.title.zh, 8), []);
    assert!(rows.len() > 1 && !index.add(&rows[1]), "out of order");
    for (idx, bytes) in rows.iter().enumerate() {
        assert!(!index.add(&[]) && !index.add(&head));
        for cut in [bytes.len() / 3, bytes.len() / 2, bytes.len() - 1] {
            assert!(!index.add(&bytes[..cut]));
        }
        assert!(!index.add(&[bytes.as_slice(), &[0]].concat()));
        assert_eq!(index.n_added(), idx);
        assert!(index.add(bytes));
    }
    assert_eq!(find(&index, &last.title.zh, 8)[0].entry.title, last.title);
    for cut in (0..head.len()).step_by(7) {
        assert!(Index::open(&head[..cut]).is_none(), "{cut}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_query_over_guides_finds_or_finds_nothing(
        query in "\\PC{0,40}|[a-z ]{1,30}|[a-z'市食品经营许可（）变更登记]{1,24}|[G-g0-9]{1,8}",
        limit in 0_usize..20,
    ) {
        thread_local! {
            static INDEX: Index = with_guides(1200).0;
        }
        INDEX.with(|index| {
            let hits = find(index, &query, limit);
            prop_assert!(hits.len() <= limit);
            for hit in &hits {
                let n_chars = hit.entry.title.zh.chars().count();
                prop_assert!(hit.matched.iter().all(|range| range.start < range.end && range.end <= n_chars));
                prop_assert!(hit.matched.windows(2).all(|pair| pair[0].end < pair[1].start));
                prop_assert!(hit.fit == hits[0].fit);
            }
            prop_assert_eq!(find(index, &query, limit), hits);
            Ok(())
        })?;
    }

    #[test]
    fn any_bytes_are_an_index_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in any::<usize>(), bit in 0_u8..8) {
        let with = |magic: &[u8]| Index::open(&[magic, &bytes].concat());
        let _ = (with(b"YTH2"), with(b""));
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let entries: Vec<Entry> = forms().into_iter().take(3).chain(guides::guides(20)).collect();
        head.extend(index(&entries, &[], &[], &mut |bytes| {
            rows = bytes;
            String::new()
        }));
        let mut index = Index::open(&head).unwrap();
        index.add(&[b"YTR2".as_slice(), &bytes].concat());
        // One bit wrong anywhere.
        let place = at % rows.len();
        rows[place] ^= 1_u8 << bit;
        index.add(&rows);
        let place = at % head.len();
        head[place] ^= 1_u8 << bit;
        if let Some(index) = Index::open(&head) {
            let _ = find(&index, "gaoling", 8);
        }
        let _ = find(&index, "xuke", 8);
    }
}
