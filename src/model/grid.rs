//! An official table: 12 columns, heights in mm, spans, and what stands in each cell.

use super::{Expr, Localized, Path};

/// A paper that a form makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id, `application`.
    pub id: String,
    /// Its title as printed.
    pub title: Localized,
    /// The line under the title, left and right; may hold `{path}` and `{today}`.
    pub subtitle: Option<Localized>,
    /// The table; none where one is made of the form's pages.
    pub grid: Option<Grid>,
    /// Notes below the table.
    pub notes: Vec<Localized>,
}

impl Document {
    /// The rows of its own table.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.grid.as_ref().map(|grid| grid.rows.as_slice()).unwrap_or_default()
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// How many equal columns the text width has.
    pub columns: u8,
    /// The rows from the top.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its least height in mm; it grows where its text needs more.
    pub height: f32,
    /// Printed only while true.
    pub when: Option<Expr>,
    /// Printed once for each row of this table; its cells then hold the table's questions, and `{row}` is the row's number.
    pub each: Option<Path>,
    /// How many such rows are printed at least; the rest of them stay empty.
    pub min: usize,
    /// Printed again on each page that the table goes on to.
    pub is_header: bool,
    /// Its cells. A cell of an earlier row that reaches down takes its columns here.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Columns.
    pub span: u8,
    /// Rows.
    pub down: u8,
    /// Where its text stands.
    pub align: Align,
    /// What stands in it.
    pub content: CellContent,
}

/// Where a text stands in its cell; always centred vertically but in opinion boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Start,
    /// In the middle.
    Center,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum CellContent {
    /// A fixed label (a row's heading).
    Label(Localized),
    /// An answer; a signature by hand as it was drawn.
    Bind(Path, TextFormat),
    /// An answer one character a box.
    Boxes(Path, u8),
    /// A list with boxes to tick.
    Ticks(Vec<Tick>),
    /// Text with `{path}` inside.
    Text(Localized),
    /// A place for a photo.
    Photo {
        /// What it says there.
        label: Localized,
        /// The picture that stands there, where one is attached.
        picture: Option<Path>,
    },
    /// A statement with a line to sign.
    Sign {
        /// The statement.
        text: Localized,
        /// What stands before the line.
        signer: Localized,
        /// The signature by hand that stands on the line, where it was drawn.
        signature: Option<Path>,
    },
    /// An office's opinion: room to write, signature lines, place for the seal, a date.
    Opinion {
        /// What stands at the top; may be ticks in words.
        text: Option<Localized>,
        /// Boxes at the top that the office ticks.
        ticks: Vec<Localized>,
        /// Names of the lines to sign: 经办人, 负责人.
        lines: Vec<Localized>,
    },
    /// Nothing.
    Blank,
}

/// How an answer is written on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextFormat {
    /// As its kind writes it: a choice's label, a date as 2023年2月23日.
    #[default]
    Plain,
    /// A date in Chinese numerals.
    HanDate,
    /// An amount in capitals.
    Capitals,
    /// Year and month of a date: 1958年3月.
    YearMonth,
}

/// A choice to tick.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The answer that decides.
    pub path: Path,
    /// The code that ticks it; for yes/no `true` or `false`.
    pub code: String,
    /// What stands beside the box.
    pub label: Localized,
}
