//! What queries find, over a small catalogue.

#![cfg(feature = "cli")]

use super::*;

fn entry(id: &str, zh: &str, en: &str, department: &str, synonyms: &[&str], tags: &[&str]) -> Entry {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Entry {
        id: id.to_owned(),
        kind: if id.starts_with("MS") { EntryKind::Benefit } else { EntryKind::Item },
        title: Localized { zh: zh.to_owned(), en: Some(en.to_owned()) },
        department: Localized { zh: department.to_owned(), en: None },
        department_key: String::new(),
        synonyms: owned(synonyms),
        tags: owned(tags),
        materials: Vec::new(),
        life_events: Vec::new(),
        lists: Vec::new(),
        venues: Vec::new(),
        minutes: 6,
        has_form: true,
    }
}

/// The index of forms alone.
fn packed(entries: &[Entry]) -> Vec<u8> {
    index(entries, &[], &[], &mut |_| String::new())
}

fn catalogue() -> Index {
    let entries = [
        entry("SQ031", "高龄津贴申领", "Old-age allowance", "民政", &["高龄补贴", "老年津贴"], &["养老"]),
        entry("MS01", "高龄津贴（80周岁及以上）", "Old-age allowance", "民政", &["高龄补贴"], &["免申即享"]),
        entry("SQ033", "最低生活保障申请", "Minimum living allowance", "民政", &["低保"], &["救助"]),
        entry("SQ004", "城乡居民养老保险注销登记", "Cancel resident pension", "人社", &[], &["养老"]),
        entry("SQ060", "生育登记", "Birth registration", "卫健", &["准生证"], &["出生"]),
        entry("SQ061", "女职工绿色通道", "Women workers' fast lane", "工会", &[], &[]),
        entry("SQ062", "硚口区长丰街银行卡变更", "Change of bank card", "人社", &[], &[]),
        entry("SQ063", "西安返乡人员登记", "Return registration", "人社", &[], &[]),
        entry("SQ064", "单独二孩查验", "Second child check", "卫健", &["独生子女"], &[]),
    ];
    Index::open(&packed(&entries)).unwrap()
}

/// The ids found, the first `expect.len()` of them.
fn check(query: &str, expect: &[&str]) {
    let index = catalogue();
    let found: Vec<String> = find(&index, query, 10).iter().map(|hit| hit.entry.id.clone()).collect();
    let start: Vec<&str> = found.iter().map(String::as_str).take(expect.len()).collect();
    assert_eq!(start, expect, "{query}: {found:?}");
    assert!(!expect.is_empty() || found.is_empty(), "{query}: {found:?}");
}

#[test]
fn chinese_text() {
    check("高龄津贴", &["SQ031", "MS01"]);
    check("津贴", &["SQ031", "MS01"]);
    check("高龄补贴", &["SQ031", "MS01"]);
    check("低保", &["SQ033"]);
    check("养老", &["SQ004", "SQ031"]);
    check("民政", &["SQ031", "MS01", "SQ033"]);
    check("80周岁", &["MS01"]);
    check("８０周岁", &["MS01"]);
    check("津贴 高龄", &["SQ031", "MS01"]);
    check("高龄 民政", &["SQ031", "MS01"]);
    check("飞机票", &[]);
}

#[test]
fn pinyin_and_initials() {
    for query in [
        "gaoling",
        "gaolingjintie",
        "gao ling jin tie",
        "GaoLing",
        "ｇａｏｌｉｎｇ",
        "gāolíng",
        "gaolingjt",
        "gljt",
        "glj",
        "glbt",
        "gaolbt",
        "高l",
        "高ling",
        "g龄",
        "gaol",
        "gaoli",
    ] {
        check(query, &["SQ031", "MS01"]);
    }
    check("laonianjintie", &["SQ031"]);
    check("shengyu", &["SQ060"]);
    check("sydj", &["SQ060"]);
    check("shydj", &["SQ060"]);
    check("xi'an", &["SQ063"]);
    check("zxdj", &["SQ004"]);
    check("xyzw", &[]);
}

#[test]
fn sounds_that_are_mixed() {
    check("gaolin", &["SQ031", "MS01"]);
    check("gaoning", &["SQ031", "MS01"]);
    check("gaolinjingtie", &["SQ031", "MS01"]);
    check("senyu", &["SQ060"]);
    check("senyudengji", &["SQ060"]);
    check("zuidishenghuo", &["SQ033"]);
    check("zhuidisenghuo", &["SQ033"]);
    check("yanglao", &["SQ004"]);
    check("yannao", &["SQ004"]);
    check("nvzhigong", &["SQ061"]);
    check("nuzhigong", &["SQ061"]);
    check("nyuzhigong", &["SQ061"]);
    check("nüzhigong", &["SQ061"]);
    check("lvsetongdao", &["SQ061"]);
    check("lusetongdao", &["SQ061"]);
    check("nüzhigonglvse", &["SQ061"]);
}

#[test]
fn words_read_in_one_way() {
    check("qiaokou", &["SQ062"]);
    check("changfeng", &["SQ062"]);
    check("zhangfeng", &[]);
    check("yinhangka", &["SQ062"]);
    check("yinxingka", &[]);
    check("dandu", &["SQ064"]);
    check("shandu", &["SQ064"]);
    check("chayan", &["SQ064"]);
}

#[test]
fn english_and_ids() {
    check("old-age", &["SQ031", "MS01"]);
    check("oldage", &["SQ031", "MS01"]);
    check("Allowance", &["SQ031", "MS01", "SQ033"]);
    check("bank card", &["SQ062"]);
    check("sq031", &["SQ031"]);
    check("ms01", &["MS01"]);
    check("SQ06", &["SQ060", "SQ061", "SQ062", "SQ063", "SQ064"]);
}

#[test]
fn a_sentence_finds_what_shares_its_words() {
    check("帮我妈办高龄津贴", &["SQ031", "MS01"]);
    check("我想领老年津贴", &["SQ031"]);
    check("怎么申请最低生活保障金", &["SQ033"]);
}

#[test]
fn nothing_breaks() {
    for query in ["", " ", "、", "'", "\u{0}", "😀", "\u{202e}abc", "（（（"] {
        check(query, &[]);
    }
    check(&"高".repeat(10_000), &[]);
    check(&"q ".repeat(10_000), &["SQ033"]);
    check(&"x9".repeat(5_000), &[]);
    let index = catalogue();
    assert!(find(&index, "登记", 0).is_empty());
    assert_eq!(find(&index, "登记", 2).len(), 2);
    assert!(Index::open(b"").is_none());
    assert!(Index::open(b"YTH3").is_none());
    assert_eq!(index.entries().count(), 9);
}

#[test]
fn what_matched_is_told() {
    let index = catalogue();
    let check = |query: &str, zh: &str, en: &str, synonym: Option<&str>| {
        let hits = find(&index, query, 1);
        let hit = hits.first().unwrap();
        let shown = |ranges: &[Range<usize>]| {
            ranges.iter().map(|range| format!("{range:?}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!((shown(&hit.matched).as_str(), shown(&hit.matched_en).as_str()), (zh, en), "{query}");
        assert_eq!(hit.synonym, synonym, "{query}");
    };
    check("gaoling", "0..2", "", None);
    check("津贴 高龄", "0..4", "", None);
    check("glbt", "", "", Some("高龄补贴"));
    check("高龄 80", "0..2 5..7", "", None);
    check("80zhousui", "5..9", "", None);
    check("age allow", "", "4..13", None);
    check("gao sl", "0..1 4..6", "", None);
}

#[test]
fn the_same_catalogue_gives_the_same_bytes() {
    let entries: Vec<Entry> = catalogue().entries().cloned().collect();
    assert_eq!(packed(&entries), packed(&entries));
    assert!(packed(&entries).starts_with(b"YTH2"));
}

/// The 69 items, 21 benefits and 109 bundles: characters that titles are really made of.
const NAMES: &str = include_str!("../../tests/made/forms.txt");

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, ..Default::default() })]

    #[test]
    fn a_title_finds_itself_by_full_pinyin(
        starts in proptest::collection::vec((0_usize..4000, 1_usize..14), 1..8),
        reading in proptest::prelude::any::<usize>(),
    ) {
        let han: Vec<char> = NAMES.chars().filter(|c| !c.is_ascii() && ('\u{4e00}'..'\u{a000}').contains(c)).collect();
        let title = |(start, n): &(usize, usize)| -> String { han.iter().cycle().skip(*start).take(*n).collect() };
        let entries: Vec<Entry> =
            starts.iter().map(|at| Entry { has_form: at.0 % 2 == 0, ..entry(&format!("G{:05}", at.0 + 1), &title(at), "", "民政", &[], &[]) }).collect();
        let mut rows = Vec::new();
        let mut all = Index::open(&index(&entries, &[], &[], &mut |bytes| {
            rows = bytes;
            String::new()
        }))
        .unwrap();
        proptest::prop_assert!(rows.is_empty() || all.add(&rows));
        for number in all.records.iter().map(|record| record.title).chain(all.rows.iter().map(|row| row.title)) {
            let read = |glyph: &u16| -> String {
                let sounds = &all.alphabet.glyph(*glyph).unwrap().sounds;
                let (spelling, _) = &all.alphabet.sounds[sounds[reading % sounds.len()]].spellings[0];
                spelling.iter().collect()
            };
            let text = all.texts.get(number);
            let (zh, query) = (all.alphabet.written(text), text.iter().map(read).collect::<String>());
            for query in [&query, &zh] {
                let hits = find(&all, query, 99);
                let hit = hits.iter().find(|hit| hit.entry.title.zh == zh);
                proptest::prop_assert!(hit.is_some_and(|hit| hit.fit == Fit::Typed && !hit.matched.is_empty()), "{} {}", query, zh);
            }
        }
    }
}
