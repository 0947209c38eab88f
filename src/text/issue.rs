//! What an applicant is told about an answer: which field, what is the matter, and how to mend it.
//!
//! **Invariant:** plain, polite, one thought a sentence. No code, no blame, and never the answer itself.

use crate::{
    model::{Date, Locale, Path},
    validate::{Issue, IssueKind, Severity, kinds::attachment},
};

/// The sentence for an issue on the field that is called `label`.
#[must_use]
pub fn say(issue: &Issue, label: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => zh(issue, label),
        Locale::En => en(issue, label),
    }
}

fn zh(issue: &Issue, label: &str) -> String {
    let is_warning = issue.severity == Severity::Warning;
    match &issue.kind {
        IssueKind::Required => format!("请填写“{label}”。暂时没有的，可以先点“稍后填写”。"),
        IssueKind::Format => format!("“{label}”的写法不对，请{}。", how_zh(&issue.field)),
        IssueKind::Empty => format!("“{label}”只有空格，请填写内容。"),
        IssueKind::Charset { found } => {
            format!("“{label}”里有不能用的符号（{}），请删去后再填。", sign(*found, Locale::Zh))
        }
        IssueKind::DotPosition => format!("“{label}”中的“·”只能在两个字之间，而且只能有一个，请改正。"),
        IssueKind::CheckDigit if is_warning => {
            format!("“{label}”的校验位对不上，请再核对一遍；确认无误可以继续。")
        }
        IssueKind::CheckDigit => format!("“{label}”有一位数字不对，请照证件或卡面逐位核对。"),
        IssueKind::BirthDate => format!("“{label}”中的出生日期不存在，请核对号码里的年、月、日。"),
        IssueKind::Region => format!("“{label}”中的地区代码没有查到，请核对开头几位；确认无误可以继续。"),
        IssueKind::Nationality => format!("“{label}”中的国籍代码不存在，请照证件逐位核对。"),
        IssueKind::Category => format!("“{label}”的前两位不对，请照营业执照或登记证书核对。"),
        IssueKind::OrgCheckDigit => {
            format!("“{label}”第9至17位对不上，请再核对一遍；与证照一致可以继续。")
        }
        IssueKind::Segment => format!("“{label}”的号段没有查到，请再核对一遍；确认无误可以继续。"),
        IssueKind::TooLong { limit, found } => {
            format!("“{label}”最多写{limit}个字，现在有{found}个，请缩短一些。")
        }
        IssueKind::TooShort { limit } => format!("“{label}”至少要写{limit}个字，请补充完整。"),
        IssueKind::TooSmall { limit } => format!("“{label}”不能小于{limit}，请核对。"),
        IssueKind::TooLarge { limit } => format!("“{label}”不能大于{limit}，请核对。"),
        IssueKind::TooEarly { limit } => format!("“{label}”不能早于{}，请核对。", day_zh(limit)),
        IssueKind::TooLate { limit } => format!("“{label}”不能晚于{}，请核对。", day_zh(limit)),
        IssueKind::TooFewRows { limit } => format!("“{label}”至少要填{limit}项，请补充。"),
        IssueKind::TooManyRows { limit } => format!("“{label}”最多填{limit}项，请删去多余的。"),
        IssueKind::TooManyStrokes { .. } | IssueKind::TooManyPoints { .. } => {
            format!("“{label}”笔画太多，请清除后重新签，或者在纸上签。")
        }
        IssueKind::MediaType => format!("“{label}”的文件种类不对，请换成题目说明的种类。"),
        IssueKind::TooManyBytes { limit } => {
            format!("“{label}”的文件太大，最大{}，请换一个小一些的。", attachment::size(*limit))
        }
        IssueKind::NotAttached => format!("“{label}”的文件没有附上，或者读不出来，请另行提交。"),
        IssueKind::NotAChoice => format!("请在列出的选项中选择“{label}”。"),
        IssueKind::Pattern => format!("“{label}”不符合要求的写法，请照填写提示核对。"),
        IssueKind::Check { message } => format!("{}：{}", label, message.zh),
        IssueKind::Conflict { with } => {
            format!("“{label}”与{}不一致，请核对两处，改正写错的一处。", other_zh(with))
        }
        IssueKind::ConsentMissing => {
            format!("还需要您单独同意：{}可以在页面上勾选，也可以在纸上签字。", stop_zh(label))
        }
        IssueKind::NoGlyph { found } => {
            format!("“{label}”里有一个生僻字（{}）打印不出来，表中已留空格，请用笔写上。", code_point(*found))
        }
    }
}

fn en(issue: &Issue, label: &str) -> String {
    let is_warning = issue.severity == Severity::Warning;
    match &issue.kind {
        IssueKind::Required => format!("Please fill in “{label}”, or skip it for now."),
        IssueKind::Format => format!("“{label}” is not written correctly. Please {}.", how_en(&issue.field)),
        IssueKind::Empty => format!("“{label}” has only blanks. Please write something."),
        IssueKind::Charset { found } => {
            format!(
                "“{label}” has a sign that can not be used ({}). Please remove it.",
                sign(*found, Locale::En)
            )
        }
        IssueKind::DotPosition => {
            format!("In “{label}” a “·” may only stand between two characters, and only one at a time.")
        }
        IssueKind::CheckDigit if is_warning => {
            format!(
                "The check digit of “{label}” does not match. Please check it again; go on if it is right."
            )
        }
        IssueKind::CheckDigit => {
            format!("A digit of “{label}” is wrong. Please compare it with the card, one by one.")
        }
        IssueKind::BirthDate => {
            format!("The birth date in “{label}” does not exist. Please check year, month and day in it.")
        }
        IssueKind::Region => {
            format!(
                "The division in “{label}” is not known. Please check its first characters; go on if they are right."
            )
        }
        IssueKind::Nationality => {
            format!("The nationality in “{label}” does not exist. Please compare it with the card.")
        }
        IssueKind::Category => {
            format!("The first two characters of “{label}” are wrong. Please compare them with the licence.")
        }
        IssueKind::OrgCheckDigit => format!(
            "Characters 9 to 17 of “{label}” do not agree. Please check them again; go on if they are as on the licence."
        ),
        IssueKind::Segment => {
            format!(
                "The first digits of “{label}” are not known. Please check them; go on if they are right."
            )
        }
        IssueKind::TooLong { limit, found } => {
            format!("“{label}” may have {limit} characters; it has {found}. Please shorten it.")
        }
        IssueKind::TooShort { limit } => format!("“{label}” needs at least {limit} characters."),
        IssueKind::TooSmall { limit } => format!("“{label}” can not be less than {limit}."),
        IssueKind::TooLarge { limit } => format!("“{label}” can not be more than {limit}."),
        IssueKind::TooEarly { limit } => format!("“{label}” can not be before {limit}."),
        IssueKind::TooLate { limit } => format!("“{label}” can not be after {limit}."),
        IssueKind::TooFewRows { limit } => format!("“{label}” needs at least {limit} rows. Please add."),
        IssueKind::TooManyRows { limit } => {
            format!("“{label}” may have {limit} rows at most. Please remove some.")
        }
        IssueKind::TooManyStrokes { .. } | IssueKind::TooManyPoints { .. } => {
            format!("“{label}” has too many strokes. Please clear it and sign again, or sign on paper.")
        }
        IssueKind::MediaType => {
            format!("The file for “{label}” is of another kind than what is asked. Please choose another.")
        }
        IssueKind::TooManyBytes { limit } => {
            format!(
                "The file for “{label}” is too large: {} at most. Please choose a smaller one.",
                attachment::size(*limit)
            )
        }
        IssueKind::NotAttached => {
            format!("The file for “{label}” is not here or can not be read. Please hand it in apart.")
        }
        IssueKind::NotAChoice => format!("Please choose “{label}” from the list."),
        IssueKind::Pattern => format!("“{label}” is not written as it should be. Please see the hint."),
        IssueKind::Check { message } => format!("{label}: {}", message.get(Locale::En)),
        IssueKind::Conflict { with } => {
            format!(
                "“{label}” does not agree with {}. Please check both and mend the wrong one.",
                other_en(with)
            )
        }
        IssueKind::ConsentMissing => {
            format!("Your separate consent is needed: {label} Tick it on the page, or sign it on paper.")
        }
        IssueKind::NoGlyph { found } => format!(
            "“{label}” has a rare character ({}) that can not be printed. Its place is left open: write it in by hand.",
            code_point(*found)
        ),
    }
}

/// How to mend a shape, by the name of the element in the data dictionary.
fn how_zh(field: &Path) -> &'static str {
    match last(field) {
        "idNumber" => "照身份证填18位号码，最后一位可能是字母X",
        "documentNumber" => "照证件填写号码，并核对所选的证件类型",
        "creditCode" => "照营业执照填18位统一社会信用代码",
        "email" => "填电子邮箱，例如 name@example.com",
        "postcode" => "填6位邮政编码",
        "plate" => "照行驶证填车牌号，例如 鄂A12345",
        "phone" => "填11位手机号，或带区号的座机号",
        "number" => "照卡面填写全部数字",
        "birthDate" => "按年、月、日填写，例如 1944年5月6日",
        "name" => "照身份证填写姓名",
        _ => "照填写提示核对",
    }
}

fn how_en(field: &Path) -> &'static str {
    match last(field) {
        "idNumber" => "give the 18 characters of the identity card; the last may be X",
        "documentNumber" => "give the number on the document, and check which document is chosen",
        "creditCode" => "give the 18 characters of the unified social credit code on the licence",
        "email" => "give an address such as name@example.com",
        "postcode" => "give the 6 digits of the postcode",
        "plate" => "give the plate as on the vehicle licence",
        "phone" => "give a mobile number of 11 digits, or a landline with its area code",
        "number" => "give every digit on the card",
        "birthDate" => "give year, month and day, for example 1944-5-6",
        "name" => "give the name as on the identity card",
        _ => "see the hint",
    }
}

/// Whatever another answer is called when it implies this one.
fn other_zh(with: &Path) -> &'static str {
    match last(with) {
        "idNumber" => "身份号码中的信息",
        "birthDate" => "出生日期",
        _ => "另一项答案",
    }
}

fn other_en(with: &Path) -> &'static str {
    match last(with) {
        "idNumber" => "the identity number",
        "birthDate" => "the date of birth",
        _ => "another answer",
    }
}

fn last(path: &Path) -> &str {
    path.as_str().rsplit('.').next().unwrap_or_default()
}

/// A sign that can be shown as itself, or its code point.
fn sign(found: char, locale: Locale) -> String {
    match (found, locale) {
        (' ' | '\u{3000}', Locale::Zh) => "空格".to_owned(),
        (' ' | '\u{3000}', Locale::En) => "a blank".to_owned(),
        ('!'..='~' | '\u{3001}'..='\u{3020}' | '！'..='～' | '一'..='鿿', _) => found.to_string(),
        _ => code_point(found),
    }
}

fn code_point(found: char) -> String {
    format!("U+{:04X}", u32::from(found))
}

/// An ISO day as people write it.
fn day_zh(iso: &str) -> String {
    match Date::parse_iso(iso) {
        Some(day) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        None => iso.to_owned(),
    }
}

/// A text that ends with a full stop.
fn stop_zh(text: &str) -> String {
    let stop = if text.ends_with(['。', '！', '？']) { "" } else { "。" };
    [text, stop].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: IssueKind, severity: Severity, zh: &str, en: &str) {
        let issue = Issue { field: Path::new("applicant.idNumber"), kind, severity };
        assert_eq!(say(&issue, "公民身份号码", Locale::Zh), zh);
        assert_eq!(say(&issue, "Identity number", Locale::En), en);
    }

    #[test]
    fn a_sentence_names_the_field_and_says_how_to_mend() {
        check(
            IssueKind::Format,
            Severity::Error,
            "“公民身份号码”的写法不对，请照身份证填18位号码，最后一位可能是字母X。",
            "“Identity number” is not written correctly. Please give the 18 characters of the identity card; the last may be X.",
        );
        check(
            IssueKind::CheckDigit,
            Severity::Error,
            "“公民身份号码”有一位数字不对，请照证件或卡面逐位核对。",
            "A digit of “Identity number” is wrong. Please compare it with the card, one by one.",
        );
        check(
            IssueKind::Charset { found: '\u{202E}' },
            Severity::Error,
            "“公民身份号码”里有不能用的符号（U+202E），请删去后再填。",
            "“Identity number” has a sign that can not be used (U+202E). Please remove it.",
        );
    }
}
