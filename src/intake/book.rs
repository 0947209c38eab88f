//! A table file as sheets of rows.

use serde_json::Value;

use super::{IntakeError, MOST_BYTES, csv, json, text, xlsx};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, or a number as written.
    Text(String),
    /// A number with more digits than a spreadsheet keeps.
    Lost,
    /// A formula, or what might become one, or what came of a broken one. What it shows is not looked at.
    Formula,
    /// A part of a JSON file.
    Json(Value),
}

/// A row: its number in the file, from 1, and its cells by column.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number, as an editor of the file shows it.
    pub n: usize,
    /// Column and cell; empty ones are left out.
    pub cells: Vec<(usize, Cell)>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; none in a CSV.
    pub name: String,
    /// What stands over each column.
    pub head: Vec<String>,
    /// The rows below.
    pub rows: Vec<Row>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// Its sheets; the first holds the guides.
    pub sheets: Vec<Sheet>,
    /// In which encoding it was found to be: `UTF-8`, `GB 18030`, `UTF-16`.
    pub encoding: &'static str,
}

/// Reads a file; its name says what it is.
pub fn book(name: &str, bytes: &[u8]) -> Result<Book, IntakeError> {
    if bytes.len() > MOST_BYTES {
        return Err(IntakeError::TooLarge { found: bytes.len() });
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let book = match ending.as_str() {
        "csv" | "tsv" | "txt" => {
            let (text, encoding) = text::decoded(bytes)?;
            Book { sheets: vec![csv::sheet(&text)?], encoding }
        }
        "json" => {
            let (text, encoding) = text::decoded(bytes)?;
            Book { sheets: vec![json::sheet(&text)?], encoding }
        }
        "xlsx" => Book { sheets: xlsx::sheets(bytes)?, encoding: "UTF-8" },
        _ => return Err(IntakeError::Ending),
    };
    if book.sheets.first().is_none_or(|sheet| sheet.rows.is_empty()) {
        return Err(IntakeError::Empty);
    }
    Ok(book)
}

/// A text of a CSV as a cell; one that a spreadsheet would take for a formula is one.
pub(super) fn cell(text: &str) -> Option<Cell> {
    guarded(text, &['=', '+', '-', '@'])
}

/// A text that its file says is text.
pub(super) fn plain(text: &str) -> Option<Cell> {
    guarded(text, &['='])
}

fn guarded(text: &str, signs: &[char]) -> Option<Cell> {
    let trimmed = text.trim();
    // What portals write for nothing.
    if matches!(trimmed, "" | "-" | "--" | "—" | "——" | "/" | "无" | "null" | "NULL") {
        return None;
    }
    Some(if trimmed.starts_with(signs) { Cell::Formula } else { Cell::Text(trimmed.to_owned()) })
}
