//! What a form's author is told: what is wrong, and how to mend it.

use super::lint;
use crate::{
    diag::{Code, Diagnostic, Severity},
    model::Locale,
};

/// Message and hint of a diagnostic.
#[must_use]
pub fn diagnose(diagnostic: &Diagnostic, locale: Locale) -> (String, String) {
    match locale {
        Locale::Zh => zh(&diagnostic.code),
        Locale::En => en(&diagnostic.code),
    }
}

/// The word for a severity.
#[must_use]
pub fn severity(severity: Severity, locale: Locale) -> &'static str {
    match (severity, locale) {
        (Severity::Error, Locale::Zh) => "错误",
        (Severity::Warning, Locale::Zh) => "警告",
        (Severity::Error, Locale::En) => "error",
        (Severity::Warning, Locale::En) => "warning",
    }
}

/// Message and hint of the one fault that the page itself can meet, so that it needs no other.
#[must_use]
pub fn not_a_pack(locale: Locale) -> (&'static str, &'static str) {
    match locale {
        Locale::Zh => {
            ("表单文件不完整，或者不是这个版本的。", "请刷新页面；仍然不行，请用 yuntian pack 重新生成。")
        }
        Locale::En => (
            "The form's file is not whole, or of another version.",
            "Reload the page; if that does not help, make it again with yuntian pack.",
        ),
    }
}

fn own((message, hint): (&str, &str)) -> (String, String) {
    (message.to_owned(), hint.to_owned())
}

fn zh(code: &Code) -> (String, String) {
    let (message, hint): (String, String) = match code {
        Code::Unreadable { reason } => {
            (format!("文件无法读取：{reason}"), "请检查文件是否存在，并用 UTF-8 编码保存。".into())
        }
        Code::NotJson { line, column } => (
            format!("不是有效的 JSON：第{line}行第{column}个字符处读不下去。"),
            "常见原因：多了或少了逗号、引号没有成对、用了中文引号或冒号。".into(),
        ),
        Code::PastLimit { what, limit } => (
            format!("超过上限：{}最多{limit}{}。", limited_zh(what).0, limited_zh(what).1),
            "请拆分或精简。".into(),
        ),
        Code::UnknownKeyword { keyword, near } => (
            format!("不认识的关键字“{keyword}”。"),
            match near {
                Some(near) => format!("是不是想写“{near}”？"),
                None => "请删去，或查看 yuntian schema 列出的全部关键字。".into(),
            },
        ),
        Code::Missing { keyword } => (format!("缺少“{keyword}”。"), format!("请补上“{keyword}”。")),
        Code::BadValue { expected } => {
            ("这里的值不对。".into(), format!("这里应当是：{}", expected_words(expected, &TYPES_ZH)))
        }
        Code::BadReference { reference } => (
            format!("引用“{reference}”找不到，或者绕回了自己。"),
            "写法如 ../../elements.json#/$defs/person；请核对文件名和名称。".into(),
        ),
        Code::Duplicate { id } => (format!("“{id}”出现了两次。"), "请改名或删去其中一个。".into()),
        Code::UnknownPath { path, near } => (
            format!("答案里没有“{path}”。"),
            match near {
                Some(near) => format!("是不是想写“{near}”？"),
                None => "请核对 answers 里的名称。".into(),
            },
        ),
        Code::BadRule { offset, expected } => (
            format!("规则在第{}个字符处读不懂。", offset + 1),
            format!("这里应当是：{}", wanted_zh(expected)),
        ),
        Code::Cycle { paths } => (
            format!("规则互相等待：{}。", paths.join(" → ")),
            "请去掉其中一条，使每个值只取决于前面的值。".into(),
        ),
        Code::UnknownName { name, near } => (
            format!("没有“{name}”这个函数或参数。"),
            match near {
                Some(near) => format!("是不是想写“{near}”？"),
                None => "参数写在 params.json 里；函数见规则说明。".into(),
            },
        ),
        Code::BadPattern { pattern } => (
            format!("正则表达式“{pattern}”不能用。"),
            "不支持 \\p、前后查找和反向引用；请用字符范围改写。".into(),
        ),
        Code::RequiredButHidden { path } => (
            format!("“{path}”写进了 required，但有 show 规则会把它隐藏。"),
            "请从 required 中删去，改写一条 require 规则，条件与 show 相同。".into(),
        ),
        Code::NeverAsked { path } => (
            format!("“{path}”没有任何一页询问，也没有规则计算它。"),
            "请放进一页，或从 required 和规则中删去。".into(),
        ),
        Code::NoParameterToday { name } => (
            format!("参数“{name}”在今天没有有效的一行。"),
            "请在 params.json 中补一行；数额未定时写 \"value\": null, \"toConfirm\": true。".into(),
        ),
        Code::BadGrid { found, wanted } => (
            format!("这一行占了{found}列，表格有{wanted}列。"),
            "请调整 span；上一行用 down 伸下来的格子也要算在内。".into(),
        ),
        Code::NoEnglish => ("没有英文。".into(), "请补上 \"en\"；没有时英文界面显示中文。".into()),
        Code::NoSource => {
            ("没有注明出处或核对日期。".into(), "请补上 source 和 checkedOn；没有出处的事实不要写。".into())
        }
        Code::NotAPack => own(not_a_pack(Locale::Zh)),
        Code::Found { lint, about } => lint::found(*lint, about, Locale::Zh),
        Code::ExampleDiffers { found } => (
            format!("示例的结果与文件名所说的不同，实际为：{found}"),
            "请改示例、改表单，或更新旁边的 .issues.json。".into(),
        ),
    };
    (message, hint)
}

fn en(code: &Code) -> (String, String) {
    let (message, hint): (String, String) = match code {
        Code::Unreadable { reason } => (
            format!("the file can not be read: {reason}"),
            "check that it exists and is saved as UTF-8".into(),
        ),
        Code::NotJson { line, column } => (
            format!("not JSON: reading stops at line {line}, column {column}"),
            "often a comma too many or too few, an open quote, or a Chinese quote or colon".into(),
        ),
        Code::PastLimit { what, limit } => (
            format!("past the limit: {} may be at most {limit}", limited_en(what)),
            "split or shorten it".into(),
        ),
        Code::UnknownKeyword { keyword, near } => (
            format!("unknown keyword “{keyword}”"),
            match near {
                Some(near) => format!("did you mean “{near}”?"),
                None => "remove it; `yuntian schema` lists every keyword".into(),
            },
        ),
        Code::Missing { keyword } => (format!("“{keyword}” is missing"), format!("add “{keyword}”")),
        Code::BadValue { expected } => (
            "this value does not fit".into(),
            format!("wanted here: {}", expected_words(expected, &TYPES_EN)),
        ),
        Code::BadReference { reference } => (
            format!("the reference “{reference}” leads nowhere, or back to itself"),
            "written like ../../elements.json#/$defs/person; check file and name".into(),
        ),
        Code::Duplicate { id } => (format!("“{id}” stands twice"), "rename or remove one of them".into()),
        Code::UnknownPath { path, near } => (
            format!("the answers have no “{path}”"),
            match near {
                Some(near) => format!("did you mean “{near}”?"),
                None => "check the names in `answers`".into(),
            },
        ),
        Code::BadRule { offset, expected } => (
            format!("the rule can not be read at character {}", offset + 1),
            format!("wanted here: {}", wanted_en(expected)),
        ),
        Code::Cycle { paths } => (
            format!("rules wait for each other: {}", paths.join(" → ")),
            "remove one, so that each value depends on earlier ones only".into(),
        ),
        Code::UnknownName { name, near } => (
            format!("there is no function or parameter “{name}”"),
            match near {
                Some(near) => format!("did you mean “{near}”?"),
                None => "parameters stand in params.json; the book lists the functions".into(),
            },
        ),
        Code::BadPattern { pattern } => (
            format!("the pattern “{pattern}” can not be used"),
            "no \\p, look-around or back-references; write ranges of characters instead".into(),
        ),
        Code::RequiredButHidden { path } => (
            format!("“{path}” stands in `required`, but a `show` rule may hide it"),
            "take it out of `required` and write a `require` rule with the condition of the `show`".into(),
        ),
        Code::NeverAsked { path } => (
            format!("“{path}” is asked on no page and computed by no rule"),
            "put it on a page, or take it out of `required` and the rules".into(),
        ),
        Code::NoParameterToday { name } => (
            format!("the parameter “{name}” has no row for today"),
            "add a row to params.json; an unknown amount is \"value\": null, \"toConfirm\": true".into(),
        ),
        Code::BadGrid { found, wanted } => (
            format!("this row takes {found} columns; the table has {wanted}"),
            "adjust `span`; cells that reach down from earlier rows count too".into(),
        ),
        Code::NoEnglish => {
            ("there is no English".into(), "add \"en\"; the English page shows Chinese until then".into())
        }
        Code::NoSource => (
            "source or date of checking is missing".into(),
            "add `source` and `checkedOn`; leave out a fact without a source".into(),
        ),
        Code::NotAPack => own(not_a_pack(Locale::En)),
        Code::Found { lint, about } => lint::found(*lint, about, Locale::En),
        Code::ExampleDiffers { found } => (
            format!("the example does not do what its file name says; found: {found}"),
            "mend the example or the form, or update the .issues.json beside it".into(),
        ),
    };
    (message, hint)
}

const TYPES_ZH: [(&str, &str); 20] = [
    ("text", "文字"),
    ("rule", "一条规则（文字）"),
    ("path", "答案的路径，如 applicant.name"),
    ("whole_number", "0 或正整数"),
    ("number", "数字"),
    ("true_or_false", "true 或 false"),
    ("date", "日期，如 2026-01-01"),
    ("scalar", "文字、数字、true、false 或 null"),
    ("localized", "中英文，如 {\"zh\": \"姓名\", \"en\": \"Name\"}"),
    ("object", "对象 { … }"),
    ("list", "列表 [ … ]"),
    ("name", "英文字母开头的名称，只含字母、数字和下划线，且不是保留字"),
    ("question", "一个问题，不是一组问题"),
    ("choice", "一个单选题的路径"),
    ("six_digits", "六位行政区划代码"),
    ("guide_id", "G 加至少五位数字，例如 G00001"),
    ("1_to_365", "1 到 365 之间的整数"),
    ("at_most_100", "不超过 100 个字"),
    ("web_address", "以 https:// 或 http:// 开头的网址，不超过 2000 个字符"),
    ("any", "任何值"),
];

const TYPES_EN: [(&str, &str); 20] = [
    ("text", "a text"),
    ("rule", "a rule, as text"),
    ("path", "a path of the answers, applicant.name"),
    ("whole_number", "a whole number from 0"),
    ("number", "a number"),
    ("true_or_false", "true or false"),
    ("date", "a day, 2026-01-01"),
    ("scalar", "a text, a number, true, false or null"),
    ("localized", "words, {\"zh\": \"姓名\", \"en\": \"Name\"}"),
    ("object", "an object { … }"),
    ("list", "a list [ … ]"),
    ("name", "a name of letters, digits and underscores that is no word of the rule language"),
    ("question", "a question, not a group"),
    ("choice", "the path of a choice"),
    ("six_digits", "a division code of six digits"),
    ("guide_id", "G and at least five digits, G00001"),
    ("1_to_365", "a whole number from 1 to 365"),
    ("at_most_100", "at most 100 characters"),
    ("web_address", "an address that begins with https:// or http://, at most 2000 characters"),
    ("any", "anything"),
];

/// What is wanted at a place, in words.
pub(super) fn wanted(expected: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => expected_words(expected, &TYPES_ZH),
        Locale::En => expected_words(expected, &TYPES_EN),
    }
}

/// Stable words such as `text | localized` in words for people; what is no such word stands as it is.
fn expected_words(expected: &str, types: &[(&str, &str)]) -> String {
    let words = expected
        .split(" | ")
        .map(|word| types.iter().find(|(name, _)| *name == word).map_or(word, |(_, words)| words));
    words.collect::<Vec<_>>().join(" | ")
}

/// What is limited, and its measure word.
fn limited_zh(what: &str) -> (&'static str, &'static str) {
    match what {
        "bytes" => ("文件", "字节"),
        "depth" => ("嵌套", "层"),
        "fields" => ("字段", "个"),
        "rows" => ("表格", "行"),
        "rule_length" => ("规则", "个字符"),
        "rule_depth" => ("规则嵌套", "层"),
        _ => ("这里", ""),
    }
}

fn limited_en(what: &str) -> &'static str {
    match what {
        "bytes" => "a file's bytes",
        "depth" => "the nesting",
        "fields" => "the number of fields",
        "rows" => "the number of rows",
        "rule_length" => "a rule's characters",
        "rule_depth" => "a rule's nesting",
        _ => "this",
    }
}

/// The parser's stable words, in words for people; unknown ones stand as they are.
fn wanted_zh(expected: &str) -> &str {
    match expected {
        "expression" => "一个表达式",
        "closing_parenthesis" => "右括号 )",
        "closing_bracket" => "右方括号 ]",
        "end" => "规则到此结束",
        "name" => "一个名称",
        "operator" => "一个运算符",
        "closing_quote" => "收尾的引号",
        "function" => "一个已有的函数",
        "arguments" => "个数正确的参数",
        "variable" => "一个变量名（today、param 除外）",
        "path" => "一个字段的路径",
        "number" => "一个数",
        "character" => "规则里能用的字符（中文只能写在引号里）",
        "escape" => "正确的转义，如 \\n、\\\"、\\u4e2d",
        "colon" => "冒号 :",
        "double_equals" => "两个等号 ==",
        "has_instead_of_null" => "has(…)：没有 null，用 has 判断有没有填",
        "pattern" => "可用的正则表达式（不支持 \\p、前后查找和反向引用）",
        "date" => "存在的日期，如 2026-11-23",
        _ => expected,
    }
}

fn wanted_en(expected: &str) -> &str {
    match expected {
        "closing_parenthesis" => "a closing parenthesis",
        "closing_bracket" => "a closing bracket",
        "end" => "the end of the rule",
        "name" => "a name",
        "expression" => "an expression",
        "operator" => "an operator",
        "closing_quote" => "the closing quote",
        "function" => "a function that exists",
        "arguments" => "as many arguments as the function takes",
        "variable" => "a variable's name, not today or param",
        "path" => "the path of a field",
        "number" => "a number",
        "character" => "a character of the language; other scripts stand between quotes only",
        "escape" => "an escape such as \\n, \\\" or \\u4e2d",
        "colon" => "a colon :",
        "double_equals" => "two equals signs ==",
        "has_instead_of_null" => "has(…): there is no null, has tells whether something was filled in",
        "pattern" => "a pattern without \\p, look-around and back-references",
        "date" => "a day that exists, such as 2026-11-23",
        _ => expected,
    }
}
