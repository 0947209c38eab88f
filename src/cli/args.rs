//! What may be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::{self, Date};

/// Fills in the forms of a city district: lists, checks and prints them.
///
/// Exit status: 0 good (warnings included), 1 refused with reasons, 2 wrong use.
#[derive(Debug, Parser)]
#[command(name = "yuntian", version, propagate_version = true)]
pub(super) struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub(super) common: Common,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// Language of sentences and titles.
    #[arg(long, global = true, value_enum, default_value_t = Lang::Zh)]
    pub(super) lang: Lang,
    /// The day that counts as today, YYYY-MM-DD; the clock's day in China where it is not given.
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = read_date)]
    pub(super) today: Option<Date>,
    /// Folder of the catalogue.
    #[arg(long, global = true, value_name = "DIR", default_value = "forms")]
    pub(super) forms: PathBuf,
    /// The deployment's settings; `settings.json` of the catalogue where it is not given.
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) settings: Option<PathBuf>,
    /// Folder of the font shards; `target/packs/fonts` where it is not given.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) fonts: Option<PathBuf>,
    /// Folder of the files that answers name as attachments.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) attachments: Option<PathBuf>,
    /// Prints the result as JSON on standard output.
    #[arg(long, global = true)]
    pub(super) json: bool,
}

/// A language.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The same as the rest of the program has it.
    pub(super) fn locale(self) -> model::Locale {
        match self {
            Self::Zh => model::Locale::Zh,
            Self::En => model::Locale::En,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Lists the catalogue as JSON.
    List(List),
    /// Finds every fault of every form.
    Lint(Lint),
    /// Builds the packs, the index and the font shards that the page reads.
    Pack(Pack),
    /// Compares two versions of a form.
    Diff(Diff),
    /// Prints the JSON Schema of the form format, or of one form's answers.
    Schema(Schema),
    /// Checks one value of a kind.
    Validate(Validate),
    /// Works out an expression of the rule language.
    Eval(Eval),
    /// Checks a file of answers.
    Check(Check),
    /// Makes a form's papers.
    Fill(Fill),
    /// Reads the answers out of a carried file, as `check` and `fill` take them.
    Read(Read),
    /// Says which benefits a person, household or firm may have.
    Benefits(Benefits),
    /// Makes the spreadsheet to fill in many applications.
    Template(Template),
    /// Makes the papers of a whole spreadsheet.
    Batch(Batch),
    /// Guides: QR codes, and import.
    Guides(Guides),
}

/// `list`.
#[derive(Debug, Args)]
pub(super) struct List {
    /// Only this kind.
    #[arg(long, value_enum)]
    pub(super) kind: Option<ListKind>,
}

/// What stands in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListKind {
    /// Community items.
    Item,
    /// Apply-free benefits.
    Benefit,
    /// One-visit bundles.
    Bundle,
}

/// `lint`.
#[derive(Debug, Args)]
pub(super) struct Lint {
    /// Form files or folders; the whole catalogue where none is given.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

/// `pack`.
#[derive(Debug, Args)]
pub(super) struct Pack {
    /// Where to write.
    #[arg(long, value_name = "DIR", default_value = "target/packs")]
    pub(super) out: PathBuf,
    /// The font to cut, a whole TTF; that of `node_modules` where it is not given.
    #[arg(long, value_name = "TTF")]
    pub(super) font: Option<PathBuf>,
}

/// `diff`.
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The older form: file, folder or id.
    pub(super) old: PathBuf,
    /// The newer form: file, folder or id.
    pub(super) new: PathBuf,
}

/// `schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// A form's id or file; the format's own schema where it is not given.
    pub(super) id: Option<String>,
}

/// `validate`.
#[derive(Debug, Args)]
pub(super) struct Validate {
    /// The kind: `citizen_id`, `uscc`, `bank_card` …
    pub(super) kind: String,
    /// The value.
    #[arg(allow_hyphen_values = true)]
    pub(super) value: String,
}

/// `eval`.
#[derive(Debug, Args)]
pub(super) struct Eval {
    /// The expression.
    #[arg(value_name = "EXPR", allow_hyphen_values = true)]
    pub(super) expression: String,
    /// JSON with what the paths stand for; `-` is standard input. A missing key is unknown, null is absent.
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
}

/// `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// A form's id or file.
    pub(super) id: String,
    /// The answers; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub(super) answers: PathBuf,
}

/// `fill`.
#[derive(Debug, Args)]
pub(super) struct Fill {
    /// A form's id or file.
    pub(super) id: String,
    /// The answers; `-` is standard input.
    #[arg(long, value_name = "FILE", required_unless_present_any = ["blank", "sample"])]
    pub(super) answers: Option<PathBuf>,
    /// What to write; its ending says what it is: pdf, docx, zip or json.
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// The draft paper, with what is missing left open.
    #[arg(long, conflicts_with_all = ["blank", "sample"])]
    pub(super) draft: bool,
    /// The empty official table.
    #[arg(long, conflicts_with = "sample")]
    pub(super) blank: bool,
    /// The sample, filled from the form's own example.
    #[arg(long)]
    pub(super) sample: bool,
    /// Who filled it in together with the applicant: stands on the cover, not in the exported answers.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["blank", "sample"])]
    pub(super) helper: Option<String>,
}

/// `read`.
#[derive(Debug, Args)]
pub(super) struct Read {
    /// A carried file (.age), or the JSON out of one; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// File whose first line is the passphrase; standard input where it is not given. Never an argument, which others could see.
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
}

/// `benefits`.
#[derive(Debug, Args)]
pub(super) struct Benefits {
    /// JSON `{person, household, firm}`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub(super) profile: PathBuf,
}

/// `template`.
#[derive(Debug, Args)]
pub(super) struct Template {
    /// A form's id or file.
    pub(super) id: String,
    /// The spreadsheet to write.
    #[arg(long, value_name = "FILE.xlsx")]
    pub(super) out: PathBuf,
}

/// `batch`.
#[derive(Debug, Args)]
pub(super) struct Batch {
    /// A form's id or file.
    pub(super) id: String,
    /// The spreadsheet, XLSX or CSV.
    #[arg(long, value_name = "FILE")]
    pub(super) input: PathBuf,
    /// Where to write.
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// How many at a time.
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// Which part of how many, `1/4`.
    #[arg(long, value_name = "I/N")]
    pub(super) shard: Option<String>,
}

/// `guides`.
#[derive(Debug, Args)]
pub(super) struct Guides {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: GuidesCommand,
}

/// `guides qr` and `guides import`.
#[derive(Debug, Subcommand)]
pub(super) enum GuidesCommand {
    /// Sheets of QR codes that lead to the guides.
    Qr {
        /// Guides by id; all where none is given.
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        /// The PDF to write.
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
        /// Address at which the page is served; `baseUrl` of the settings where it is not given.
        #[arg(long, value_name = "URL")]
        base: Option<String>,
        /// Only those of this department, by its key or short name.
        #[arg(long, value_name = "D")]
        department: Option<String>,
    },
    /// Makes guides of a portal's export; only reports where neither `--out` nor `--write` is given.
    Import {
        /// The export: CSV, XLSX or JSON.
        file: PathBuf,
        /// Folder of the files of guides to write.
        #[arg(long, value_name = "DIR", conflicts_with = "write")]
        out: Option<PathBuf>,
        /// Writes into `guides` of the catalogue.
        #[arg(long)]
        write: bool,
    },
}

fn read_date(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).ok_or_else(|| "not a day of the form YYYY-MM-DD".to_owned())
}
