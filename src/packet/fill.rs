//! What stands at a path of the form, for each of the papers.

use crate::{
    model::{
        Attached, Date, Datum, Expr, Kind, Locale, Path, RowId, Rows, SortedMap, SortedSet, TextFormat, Value,
    },
    rules,
    validate::kinds::{self, signature},
};

use super::{Context, Drawing, Open, Picture, words, write};

/// Which paper is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing is known.
    Blank,
    /// What is not there may still come.
    Draft,
    /// What is not there never comes: a packet or a sample.
    Final,
}

/// The answers a table is filled with.
#[derive(Clone)]
pub(super) struct Filling<'a> {
    /// What the paper is made with.
    pub(super) ctx: Context<'a>,
    /// Which paper.
    pub(super) stage: Stage,
    values: Option<&'a SortedMap<Path, Value>>,
    rows: Option<&'a Rows>,
    missing: SortedSet<Path>,
    /// The row that is being printed.
    at: Option<Row>,
}

/// A row of a table while it is printed.
#[derive(Clone)]
struct Row {
    table: Path,
    path: Path,
    number: usize,
}

/// A text whose `{path}` places were filled.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Expanded {
    /// The text.
    pub(super) text: String,
    /// The places that an answer filled.
    pub(super) filled: Vec<Path>,
    /// The places that nothing filled.
    pub(super) empty: Vec<Path>,
    /// Whether anything but places stands in it.
    pub(super) has_words: bool,
}

impl<'a> Filling<'a> {
    /// The answers of a finished form.
    pub(super) fn new(ctx: Context<'a>, values: &'a SortedMap<Path, Value>, rows: &'a Rows) -> Self {
        let (values, rows) = (Some(values), Some(rows));
        Self { ctx, stage: Stage::Final, values, rows, missing: SortedSet::new(), at: None }
    }

    /// No answers.
    pub(super) fn blank(ctx: Context<'a>) -> Self {
        Self { ctx, stage: Stage::Blank, values: None, rows: None, missing: SortedSet::new(), at: None }
    }

    /// The good answers of a form that is not finished; `missing` are wanted.
    pub(super) fn draft(
        ctx: Context<'a>,
        values: &'a SortedMap<Path, Value>,
        rows: &'a Rows,
        missing: SortedSet<Path>,
    ) -> Self {
        let (values, rows) = (Some(values), Some(rows));
        Self { ctx, stage: Stage::Draft, values, rows, missing, at: None }
    }

    /// The same answers seen from each row of a table, at least `min` times; rows past the last are empty.
    pub(super) fn each(&self, table: &Path, min: usize) -> Vec<Self> {
        let rows = self.table(table);
        let n_rows = rows.len().max(min);
        // No table has a row 0.
        let ids = rows.iter().copied().chain(std::iter::repeat(RowId(0)));
        let at = |(number, id)| Row { table: table.clone(), path: table.row(id), number };
        (1..=n_rows).zip(ids).map(|row| Self { at: Some(at(row)), ..self.clone() }).collect()
    }

    /// The rows of a table.
    fn table(&self, table: &Path) -> &'a [RowId] {
        self.rows.map_or(&[], |rows| rows.table(table))
    }

    /// The rows of all tables.
    pub(super) fn all_rows(&self) -> Option<&'a Rows> {
        self.rows
    }

    /// Where a path of the form stands: a question of the table that is being printed stands in its row.
    pub(super) fn place(&self, path: &Path) -> Path {
        self.at.as_ref().map_or_else(|| path.clone(), |row| path.in_row(&row.table, &row.path))
    }

    /// The value at a path.
    pub(super) fn value(&self, path: &Path) -> Option<&'a Value> {
        self.values?.get(&self.place(path))
    }

    /// The value at a path as the table has it, in Chinese.
    pub(super) fn text(&self, path: &Path, format: TextFormat) -> Option<String> {
        let text = write::value(self.ctx.form.field(path)?, self.value(path)?, format, Locale::Zh);
        (!text.is_empty()).then_some(text)
    }

    /// The value at a path as it stands one character a box.
    pub(super) fn boxed(&self, path: &Path) -> Option<String> {
        Some(write::boxed(self.ctx.form.field(path)?, self.value(path)?, Locale::Zh))
    }

    /// The signature at a path as it was drawn; none where nothing was, or where it comes on paper.
    pub(super) fn drawing(&self, path: &Path) -> Option<Drawing> {
        let field = self.ctx.form.field(path).filter(|field| field.kind == Kind::Signature)?;
        let strokes = signature::strokes(&kinds::canonical(self.value(path)?)).ok()?;
        Some(Drawing { strokes, alt: [&field.label.zh, words::SIGNED.zh].concat() })
    }

    /// Why a cell without a value is open.
    pub(super) fn open(&self, path: &Path) -> Open {
        if self.missing.contains(&self.place(path)) { Open::Missing } else { Open::Free }
    }

    /// The picture that is attached at a path, where it is there.
    pub(super) fn picture(&self, path: &Path) -> Option<Picture> {
        let field = self.ctx.form.field(path).filter(|field| matches!(field.kind, Kind::Attachment(_)))?;
        let attached = kinds::attachment::parse(&kinds::canonical(self.value(path)?))?;
        self.picture_of(&attached, &field.label.zh)
    }

    /// A file as a picture, where it is one and is there.
    pub(super) fn picture_of(&self, attached: &Attached, label: &str) -> Option<Picture> {
        let bytes = self.ctx.files.get(&attached.sha256).filter(|_| attached.media_type.is_picture())?;
        Some(Picture {
            sha256: attached.sha256.clone(),
            media_type: attached.media_type,
            bytes: bytes.clone(),
            alt: [label, words::PICTURE.zh].concat(),
        })
    }

    /// The value at a place of the answers, whatever row is being printed.
    pub(super) fn value_at(&self, place: &Path) -> Option<&'a Value> {
        self.values?.get(place)
    }

    /// Whether a question is answered by a signature by hand.
    pub(super) fn is_signature(&self, path: &Path) -> bool {
        self.ctx.form.field(path).is_some_and(|field| field.kind == Kind::Signature)
    }

    /// Whether anything at or below a path is there.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.values.is_some_and(|values| values.keys().any(|key| key.is_within(path)))
    }

    /// Whether a choice or a yes/no has this code.
    pub(super) fn is_ticked(&self, path: &Path, code: &str) -> bool {
        let is_code = |value: &Value| match value {
            Value::Text(text) => text == code,
            Value::Bool(bit) => code == if *bit { "true" } else { "false" },
            Value::Number(number) => number.to_string() == code,
            Value::Date(_) | Value::List(_) | Value::Map(_) => false,
        };
        match self.value(path) {
            Some(Value::List(list)) => list.iter().filter_map(Datum::value).any(is_code),
            Some(value) => is_code(value),
            None => false,
        }
    }

    /// Whether a row is printed. A paper that may still be filled keeps every row that is not ruled out.
    pub(super) fn is_printed(&self, when: Option<&Expr>) -> bool {
        let Some(expr) = when else { return true };
        let datum = rules::eval(expr, self);
        match self.stage {
            Stage::Final => datum.is_true(),
            Stage::Blank | Stage::Draft => datum != Datum::Value(Value::Bool(false)),
        }
    }

    /// A text with its `{path}`, `{today}`, `{yyyy}`, `{m}` and `{d}` places filled. Between words, what is not there is a
    /// gap for the pen on a blank or a draft, and a stroke on a finished paper.
    pub(super) fn expand(&self, source: &str) -> Expanded {
        let mut out = Expanded { has_words: has_words(source), ..Expanded::default() };
        let mut rest = source;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else { break };
            out.text.push_str(before);
            match (self.day_part(name), &self.at) {
                (Some(part), _) => out.text.push_str(&part),
                (None, Some(row)) if name == "row" => out.text.push_str(&row.number.to_string()),
                (None, _) => self.push_answer(&mut out, Path::new(name)),
            }
            rest = tail;
        }
        out.text.push_str(rest);
        out
    }

    fn push_answer(&self, out: &mut Expanded, path: Path) {
        if let Some(text) = self.text(&path, TextFormat::Plain) {
            out.text.push_str(&text);
            out.filled.push(path);
            return;
        }
        if out.has_words {
            out.text.push_str(if self.stage == Stage::Final { words::NOTHING.zh } else { words::GAP });
        }
        out.empty.push(path);
    }

    /// The day's parts; blanks where the paper is finished on another day.
    fn day_part(&self, name: &str) -> Option<String> {
        let today = self.ctx.today;
        let day = (self.stage == Stage::Final).then_some(today);
        let part = match name {
            "today" => day.map(|day| write::date(day, Locale::Zh)),
            "yyyy" => day.map(|day| day.year().to_string()),
            "m" => day.map(|day| day.month().to_string()),
            "d" => day.map(|day| day.day().to_string()),
            _ => return None,
        };
        let blank = match name {
            "today" => words::OPEN_DATE,
            "yyyy" => "      ",
            _ => "    ",
        };
        Some(part.unwrap_or_else(|| blank.to_owned()))
    }
}

/// Whether anything stands outside the places of a text.
fn has_words(source: &str) -> bool {
    let outside = source.split('{').enumerate().map(|(idx, part)| match part.split_once('}') {
        Some((_, words)) if idx > 0 => words,
        Some(_) | None => part,
    });
    outside.into_iter().any(|words| !words.trim().is_empty())
}

impl rules::Scope for Filling<'_> {
    fn get(&self, path: &str) -> Datum {
        let path = Path::new(path);
        if let Some(value) = self.value(&path) {
            return Datum::Value(value.clone());
        }
        match self.stage {
            Stage::Blank => Datum::unknown(path.as_str()),
            Stage::Draft if self.missing.contains(&self.place(&path)) => Datum::unknown(path.as_str()),
            Stage::Draft | Stage::Final => match self.table(&path) {
                [] => self.group(&self.place(&path)),
                rows => Datum::Value(Value::List(rows.iter().map(|row| self.row(&path.row(*row))).collect())),
            },
        }
    }

    fn param(&self, name: &str) -> Datum {
        let row = self.ctx.form.params.row(name, self.ctx.today);
        row.and_then(|row| row.value.clone()).map_or(Datum::Absent, Datum::Value)
    }

    fn today(&self) -> Date {
        self.ctx.today
    }
}

impl Filling<'_> {
    /// A row as a map; it counts even where nothing stands in it.
    fn row(&self, row: &Path) -> Datum {
        match self.group(row) {
            Datum::Absent => Datum::Value(Value::Map(SortedMap::new())),
            row @ (Datum::Value(_) | Datum::Unknown(_) | Datum::Error(_)) => row,
        }
    }

    /// A group as a map of what stands directly below it; absent where nothing does.
    fn group(&self, path: &Path) -> Datum {
        let below = self.values.into_iter().flatten().filter_map(|(key, value)| {
            let name = key.as_str().strip_prefix(path.as_str())?.strip_prefix('.')?;
            (!name.contains(['.', '#'])).then(|| (name.to_owned(), Datum::Value(value.clone())))
        });
        let map: SortedMap<String, Datum> = below.collect();
        if map.is_empty() { Datum::Absent } else { Datum::Value(Value::Map(map)) }
    }
}
