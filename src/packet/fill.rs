//! What stands at a path of the form, for each of the papers.

use crate::{
    model::{Date, Datum, Expr, Locale, Path, SortedMap, SortedSet, TextFormat, Value},
    rules,
};

use super::{Context, Open, words, write};

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
pub(super) struct Filling<'a> {
    /// What the paper is made with.
    pub(super) ctx: Context<'a>,
    /// Which paper.
    pub(super) stage: Stage,
    values: Option<&'a SortedMap<Path, Value>>,
    missing: SortedSet<Path>,
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
    pub(super) fn new(ctx: Context<'a>, values: &'a SortedMap<Path, Value>) -> Self {
        Self { ctx, stage: Stage::Final, values: Some(values), missing: SortedSet::new() }
    }

    /// No answers.
    pub(super) fn blank(ctx: Context<'a>) -> Self {
        Self { ctx, stage: Stage::Blank, values: None, missing: SortedSet::new() }
    }

    /// The good answers of a form that is not finished; `missing` are wanted.
    pub(super) fn draft(
        ctx: Context<'a>,
        values: &'a SortedMap<Path, Value>,
        missing: SortedSet<Path>,
    ) -> Self {
        Self { ctx, stage: Stage::Draft, values: Some(values), missing }
    }

    /// The value at a path.
    pub(super) fn value(&self, path: &Path) -> Option<&'a Value> {
        self.values?.get(path)
    }

    /// The value at a path as the table has it, in Chinese.
    pub(super) fn text(&self, path: &Path, format: TextFormat) -> Option<String> {
        let text = write::value(self.ctx.form.field(path)?, self.value(path)?, format, Locale::Zh);
        (!text.is_empty()).then_some(text)
    }

    /// Why a cell without a value is open.
    pub(super) fn open(&self, path: &Path) -> Open {
        if self.missing.contains(path) { Open::Missing } else { Open::Free }
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
            match self.day_part(name) {
                Some(part) => out.text.push_str(&part),
                None => self.push_answer(&mut out, Path::new(name)),
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
            Stage::Draft if self.missing.contains(&path) => Datum::unknown(path.as_str()),
            Stage::Draft | Stage::Final => self.group(&path),
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
    /// A group as a map of what stands directly below it; absent where nothing does.
    fn group(&self, path: &Path) -> Datum {
        let below = self.values.into_iter().flatten().filter_map(|(key, value)| {
            let name = key.as_str().strip_prefix(path.as_str())?.strip_prefix('.')?;
            (!name.contains('.')).then(|| (name.to_owned(), Datum::Value(value.clone())))
        });
        let map: SortedMap<String, Datum> = below.collect();
        if map.is_empty() { Datum::Absent } else { Datum::Value(Value::Map(map)) }
    }
}
