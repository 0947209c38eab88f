//! What the command line says besides results and diagnostics.

use crate::{carry::CarryFault, model::Locale};

use super::carry;

/// Something the command line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A later version does this.
    NotYet {
        /// What was asked for.
        what: String,
    },
    /// The catalogue's folder is not there.
    NoCatalogue {
        /// The folder.
        folder: String,
    },
    /// Neither a form of the catalogue nor a file.
    NoForm {
        /// What was asked for.
        id: String,
    },
    /// A kind of value that is not known.
    NoKind {
        /// What was asked for.
        kind: String,
    },
    /// A form with errors.
    BrokenForm {
        /// Its id or file.
        form: String,
    },
    /// A file that can not be read.
    CanNotRead {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// A file that can not be written.
    CanNotWrite {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// Answers that are no JSON, of another form, or not of their form's shape.
    BadAnswers {
        /// The file.
        file: String,
        /// Where and why, for developers.
        reason: String,
    },
    /// Answers of an older version of the form that this one does not take over.
    NotCarried {
        /// Where they stood.
        paths: String,
    },
    /// Answers name files, and nobody said where they are.
    NeedsAttachments {
        /// What the questions are called.
        labels: String,
    },
    /// A file that answers name is not there.
    NoAttachment {
        /// What the question is called.
        label: String,
        /// How its SHA-256 begins.
        digest: String,
        /// Where it was looked for.
        folder: String,
    },
    /// A file is of another kind than the answers say.
    OtherType {
        /// What the question is called.
        label: String,
        /// What the answers say.
        wanted: String,
    },
    /// A carried file that can not be opened.
    NotOpened {
        /// The file.
        file: String,
        /// Why.
        fault: CarryFault,
    },
    /// Files were carried with a draft, and nobody said where they go.
    FilesLeft {
        /// How many.
        n: usize,
    },
    /// More than one file to read.
    OneAtATime,
    /// Nobody said where the passphrase is.
    NoPassphrase,
    /// Something that must be made first.
    MakeFirst {
        /// What is missing.
        what: String,
        /// The command that makes it.
        command: String,
    },
    /// Nobody said where the page is served.
    NoBase,
    /// What was said is no address of the web.
    BadBase {
        /// What was said.
        base: String,
    },
    /// Nothing of the catalogue is of a department.
    NoneOf {
        /// The department.
        department: String,
    },
    /// Characters that no font has.
    NoGlyphs {
        /// The characters.
        chars: String,
    },
    /// The clock says nothing sensible.
    NoClock,
    /// How many errors and warnings.
    Count {
        /// Errors.
        errors: usize,
        /// Warnings.
        warnings: usize,
    },
    /// A file was written.
    Wrote {
        /// The file.
        file: String,
    },
}

/// The sentence.
#[must_use]
pub fn note(note: &Note, locale: Locale) -> String {
    match locale {
        Locale::Zh => zh(note),
        Locale::En => en(note),
    }
}

fn zh(note: &Note) -> String {
    match note {
        Note::NotYet { what } => format!("“{what}”尚未提供，将在以后的版本中加入。"),
        Note::NoCatalogue { folder } => format!("找不到表单目录 {folder}，请用 --forms 指明。"),
        Note::NoForm { id } => format!("目录中没有“{id}”，也没有这个文件。可用 yuntian list 查看全部编号。"),
        Note::NoKind { kind } => format!("没有“{kind}”这种类型。"),
        Note::BrokenForm { form } => format!("{form} 有错误，无法使用，请先改正上面列出的各处。"),
        Note::CanNotRead { file, reason } => format!("无法读取 {file}：{reason}"),
        Note::CanNotWrite { file, reason } => format!("无法写入 {file}：{reason}"),
        Note::BadAnswers { file, reason } => format!("{file} 不是这张表的答案：{reason}"),
        Note::NotCarried { paths } => format!("这些答案属于旧版本，没有带到现在的版本：{paths}"),
        Note::NeedsAttachments { labels } => {
            format!("答案里有附件（{labels}），请用 --attachments 指明附件所在的目录。")
        }
        Note::NoAttachment { label, digest, folder } => {
            format!(
                "{folder} 里没有“{label}”的文件（SHA-256 以 {digest} 开头）：文件缺失，或者内容已经改变。"
            )
        }
        Note::OtherType { label, wanted } => format!("“{label}”的文件不是答案里写的 {wanted}。"),
        Note::NotOpened { file, fault } => format!("{file}：{}", carry::fault(fault, Locale::Zh)),
        Note::FilesLeft { n } => {
            format!("里面有 {n} 个附件，没有取出；要取出请用 --attachments 指明目录。")
        }
        Note::OneAtATime => "一次只能读取一个文件。".to_owned(),
        Note::NoPassphrase => "文件来自标准输入时，请用 --passphrase-file 指明写着密码的文件。".to_owned(),
        Note::MakeFirst { what, command } => format!("缺少 {what}，请先运行：{command}"),
        Note::NoBase => {
            "不知道网页的网址，二维码没有地方可去：请用 --base 指明，或在 settings.json 里写 baseUrl。"
                .to_owned()
        }
        Note::BadBase { base } => format!("“{base}”不是以 https:// 或 http:// 开头、不带 # 的网址。"),
        Note::NoneOf { department } => format!("目录里没有“{department}”的事项。"),
        Note::NoGlyphs { chars } => format!("字库里没有这些字，纸上空着：{chars}"),
        Note::NoClock => "系统时钟不可用，请用 --today 指明日期。".to_owned(),
        Note::Count { errors: 0, warnings: 0 } => "没有发现问题。".to_owned(),
        Note::Count { errors, warnings } => format!("错误 {errors} 处，警告 {warnings} 处。"),
        Note::Wrote { file } => format!("已写入 {file}"),
    }
}

fn en(note: &Note) -> String {
    match note {
        Note::NotYet { what } => format!("“{what}” is not there yet; a later version will have it."),
        Note::NoCatalogue { folder } => format!("There is no catalogue in {folder}; name one with --forms."),
        Note::NoForm { id } => {
            format!("“{id}” is neither in the catalogue nor a file. `yuntian list` shows every id.")
        }
        Note::NoKind { kind } => format!("There is no kind “{kind}”."),
        Note::BrokenForm { form } => {
            format!("{form} has errors and can not be used; mend what is listed above.")
        }
        Note::CanNotRead { file, reason } => format!("Can not read {file}: {reason}"),
        Note::CanNotWrite { file, reason } => format!("Can not write {file}: {reason}"),
        Note::BadAnswers { file, reason } => format!("{file} does not hold answers to this form: {reason}"),
        Note::NotCarried { paths } => {
            format!("These answers are of an older version and were not carried over: {paths}")
        }
        Note::NeedsAttachments { labels } => {
            format!("The answers name files ({labels}); name their folder with --attachments.")
        }
        Note::NoAttachment { label, digest, folder } => {
            format!(
                "{folder} has no file for “{label}” (SHA-256 {digest}…): it is missing, or its content has changed."
            )
        }
        Note::OtherType { label, wanted } => {
            format!("The file for “{label}” is not the {wanted} that the answers say.")
        }
        Note::NotOpened { file, fault } => format!("{file}: {}", carry::fault(fault, Locale::En)),
        Note::FilesLeft { n } => {
            format!("It holds {n} attached files, which were left in it; name a folder for them with --attachments.")
        }
        Note::OneAtATime => "One file is read at a time.".to_owned(),
        Note::NoPassphrase => {
            "The file comes from standard input, so name the file of the passphrase with --passphrase-file."
                .to_owned()
        }
        Note::MakeFirst { what, command } => format!("{what} is missing; first run: {command}"),
        Note::NoBase => {
            "Nobody said where the page is served, so the codes would lead nowhere: name the address with --base, or as `baseUrl` in settings.json."
                .to_owned()
        }
        Note::BadBase { base } => {
            format!("“{base}” is no address that begins with https:// or http:// and has no #.")
        }
        Note::NoneOf { department } => format!("The catalogue has nothing of “{department}”."),
        Note::NoGlyphs { chars } => format!("No font has these characters, they are left out: {chars}"),
        Note::NoClock => "The clock can not be read; name the day with --today.".to_owned(),
        Note::Count { errors: 0, warnings: 0 } => "No fault found.".to_owned(),
        Note::Count { errors, warnings } => format!("Errors: {errors}. Warnings: {warnings}."),
        Note::Wrote { file } => format!("Wrote {file}"),
    }
}
