//! What an import says: of a file that can not be read, and of each row.
//!
//! **Invariant:** no cell is repeated in a sentence.

use crate::{
    intake::{Element, FaultKind, IntakeError, MOST_BYTES, MOST_ROWS},
    model::Locale,
};

/// Why a file can not be read.
#[must_use]
pub fn refused(error: &IntakeError, locale: Locale) -> String {
    let most = MOST_BYTES / (1024 * 1024);
    match (error, locale) {
        (IntakeError::TooLarge { found }, Locale::Zh) => {
            format!(
                "文件太大：{} MB，最多 {most} MB（电子表格按解开后的大小算最多 1 GB）。请分成几个文件。",
                found / (1024 * 1024)
            )
        }
        (IntakeError::TooLarge { found }, Locale::En) => {
            format!(
                "the file has {} MB; at most {most} MB are read (1 GB of a spreadsheet unpacked). Split it.",
                found / (1024 * 1024)
            )
        }
        (IntakeError::TooManyRows { found }, Locale::Zh) => {
            format!("行数太多：{found} 行，最多 {MOST_ROWS} 行。请分成几个文件。")
        }
        (IntakeError::TooManyRows { found }, Locale::En) => {
            format!("{found} rows; at most {MOST_ROWS} are read. Split the file.")
        }
        (IntakeError::Ending, Locale::Zh) => "只能导入 .csv、.xlsx 或 .json 文件。".to_owned(),
        (IntakeError::Ending, Locale::En) => "only .csv, .xlsx and .json files are read".to_owned(),
        (IntakeError::Encoding { line }, Locale::Zh) => {
            format!("第 {line} 行的文字既不是 UTF-8，也不是 GB 18030（GBK）。请重新导出。")
        }
        (IntakeError::Encoding { line }, Locale::En) => {
            format!("line {line} is neither UTF-8 nor GB 18030 (GBK); export it again")
        }
        (IntakeError::Broken { place, reason }, Locale::Zh) => format!("文件损坏（{place}）：{reason}"),
        (IntakeError::Broken { place, reason }, Locale::En) => format!("damaged at {place}: {reason}"),
        (IntakeError::Empty, Locale::Zh) => "表里没有内容。".to_owned(),
        (IntakeError::Empty, Locale::En) => "the table is empty".to_owned(),
    }
}

/// What is wrong with a row.
#[must_use]
pub fn fault(kind: &FaultKind, locale: Locale) -> String {
    match (kind, locale) {
        (FaultKind::Missing, Locale::Zh) => "没有填写，这一项必须有".to_owned(),
        (FaultKind::Missing, Locale::En) => "nothing here, and it must be there".to_owned(),
        (FaultKind::Formula, Locale::Zh) => "是公式或以 =、+、-、@ 开头；请改成文字或数值".to_owned(),
        (FaultKind::Formula, Locale::En) => {
            "a formula, or something that begins with =, +, - or @; put its value".to_owned()
        }
        (FaultKind::Lost, Locale::Zh) => {
            "数字太长，电子表格里已丢失后几位；请把这一列设为文本再导出".to_owned()
        }
        (FaultKind::Lost, Locale::En) => {
            "the number is too long and has lost digits; make the column text and export again".to_owned()
        }
        (FaultKind::Duplicate { first }, Locale::Zh) => {
            format!("与第 {first} 行是同一事项（编码相同，或名称和实施主体相同）")
        }
        (FaultKind::Duplicate { first }, Locale::En) => {
            format!("the same item as row {first}: its code, or title and authority")
        }
        (FaultKind::TooLong { most }, Locale::Zh) => format!("太长，最多 {most}"),
        (FaultKind::TooLong { most }, Locale::En) => format!("too long, at most {most}"),
        (FaultKind::BadJson, Locale::Zh) => "不是完整的 JSON".to_owned(),
        (FaultKind::BadJson, Locale::En) => "no whole JSON".to_owned(),
        (FaultKind::BadDate, Locale::Zh) => "不是日期，或在今天之后；没有采用".to_owned(),
        (FaultKind::BadDate, Locale::En) => "no day, or one to come; left out".to_owned(),
        (FaultKind::BadLimit, Locale::Zh) => "时限不是天数；没有采用".to_owned(),
        (FaultKind::BadLimit, Locale::En) => "the limit is no number of days; left out".to_owned(),
        (FaultKind::BadNumber, Locale::Zh) => "不是 0 到 100 的整数；没有采用".to_owned(),
        (FaultKind::BadNumber, Locale::En) => "no whole number from 0 to 100; left out".to_owned(),
        (FaultKind::UnknownWord { known }, Locale::Zh) => format!("没有这个词，可以是：{known}；没有采用"),
        (FaultKind::UnknownWord { known }, Locale::En) => {
            format!("an unknown word, known are: {known}; left out")
        }
        (FaultKind::NoGuide, Locale::Zh) => "没有事项用这一条材料".to_owned(),
        (FaultKind::NoGuide, Locale::En) => "no item has this material".to_owned(),
    }
}

/// Columns that are missing, and that are not known.
#[must_use]
pub fn columns(missing: &[Element], unknown: &[String], locale: Locale) -> Vec<String> {
    let names: Vec<&str> = missing.iter().map(|element| element.name()).collect();
    let mut said = Vec::new();
    if !names.is_empty() {
        said.push(match locale {
            Locale::Zh => format!("没有这些列：{}", names.join("、")),
            Locale::En => format!("there is no column for: {}", names.join(", ")),
        });
    }
    if !unknown.is_empty() {
        said.push(match locale {
            Locale::Zh => format!("不认识这些列，没有采用：{}", unknown.join("、")),
            Locale::En => format!("unknown columns, left out: {}", unknown.join(", ")),
        });
    }
    said
}

/// How many rows, and what came of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Rows.
    pub rows: usize,
    /// New guides.
    pub new: usize,
    /// Changed guides.
    pub changed: usize,
    /// Guides that are as they were.
    pub same: usize,
    /// Rows for which there is a form.
    pub has_form: usize,
    /// Rows that are refused.
    pub refused: usize,
    /// Guides that are not in the file.
    pub kept: usize,
}

/// The tally in words.
#[must_use]
pub fn tally(t: &Tally, encoding: &str, locale: Locale) -> String {
    let Tally { rows, new, changed, same, has_form, refused, kept } = t;
    match locale {
        Locale::Zh => format!(
            "{encoding}，共 {rows} 行：新增 {new}，更新 {changed}，不变 {same}，已有表单而未导入 {has_form}，有错未导入 {refused}；文件里没有而保留的指南 {kept}。"
        ),
        Locale::En => format!(
            "{encoding}, {rows} rows: new {new}, changed {changed}, as before {same}, left for the form they have {has_form}, refused {refused}; guides kept that are not in the file: {kept}."
        ),
    }
}

/// A row that was left, since the catalogue has a form for it.
#[must_use]
pub fn has_form(form: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("已有表单 {form}，指南在表单里，没有导入"),
        Locale::En => format!("the form {form} has its guide; left"),
    }
}

/// That nothing was written.
#[must_use]
pub fn only_looked(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "只做了检查，没有写入。要写入请加 --write，或用 --out 指明目录。",
        Locale::En => "Nothing was written. Add --write, or name a folder with --out.",
    }
}

/// How many faults are not shown.
#[must_use]
pub fn more(n: usize, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("……另有 {n} 处，用 --json 看全部。"),
        Locale::En => format!("… and {n} more; --json has them all."),
    }
}

/// A row of a sheet.
#[must_use]
pub fn row(sheet: &str, row: usize, column: &str, locale: Locale) -> String {
    let name = if sheet.is_empty() { String::new() } else { format!("{sheet} ") };
    match (locale, column) {
        (Locale::Zh, "") => format!("{name}第 {row} 行"),
        (Locale::Zh, column) => format!("{name}第 {row} 行“{column}”"),
        (Locale::En, "") => format!("{name}row {row}"),
        (Locale::En, column) => format!("{name}row {row}, “{column}”"),
    }
}
