//! What is typed in the bench of the search, key by key: pinyin, initials, characters, mixes, several words, a wrong letter, and
//! what finds nothing.

/// What people type.
pub const TYPED: [&str; 24] = [
    "gaoling",
    "gljt",
    "高龄津贴",
    "高l",
    "dibao",
    "低保",
    "shanghu",
    "上户口",
    "canjirenzheng",
    "残疾人证",
    "shipinjingyingxuke",
    "食品经营许可变更",
    "dlhwysjy",
    "daoluhuowuyunshu",
    "shengyudengji senyu",
    "工伤认定 琴断口",
    "yanglaobaoxian",
    "shenfenzheng",
    "jingyingxuk",
    "shipinjingyongxuke",
    "食品经菅许可",
    "帮我妈办高龄津贴",
    "zzzzzzzz",
    "meiyouzhegeshixiang",
];

/// Every query after every key: the key's number within its query, and what stands in the box.
pub fn keystrokes() -> Vec<(usize, String)> {
    let begun = |typed: &str| -> Vec<(usize, String)> {
        let chars: Vec<char> = typed.chars().collect();
        (1..=chars.len()).map(|n| (n, chars.iter().take(n).collect())).collect()
    };
    TYPED.iter().flat_map(|typed| begun(typed)).collect()
}
