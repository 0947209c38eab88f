//! XLSX: cells as they come, so that a cell at the far end of a sheet costs nothing.

use std::{collections::BTreeSet, io::Cursor};

use calamine::{DataRef, Reader, Xlsx};

use super::{
    IntakeError, MOST_COLUMNS, MOST_ROWS,
    book::{Cell, Row, Sheet, plain},
    zip,
};

/// Numbers below this are exact in a spreadsheet.
const EXACT: f64 = 1e15;

/// Every sheet.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, IntakeError> {
    zip::look(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken("workbook", &error))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        sheets.push(sheet(&mut book, &name)?);
    }
    Ok(sheets)
}

fn broken(place: &str, error: &calamine::XlsxError) -> IntakeError {
    IntakeError::Broken { place: place.to_owned(), reason: error.to_string() }
}

/// Where formulas stand; and the number of rows, before a cell of them is read.
fn formulas(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<BTreeSet<(u32, u32)>, IntakeError> {
    let fault = |error: calamine::XlsxError| broken(name, &error);
    let mut reader = book.worksheet_cells_reader(name).map_err(fault)?;
    let size = reader.dimensions();
    let n_rows = usize::try_from(size.end.0.saturating_sub(size.start.0)).unwrap_or(usize::MAX);
    if n_rows > MOST_ROWS {
        return Err(IntakeError::TooManyRows { found: n_rows });
    }
    let mut formulas = BTreeSet::new();
    while let Some(found) = reader.next_formula().map_err(fault)? {
        if !found.get_value().is_empty() {
            formulas.insert(found.get_position());
        }
    }
    Ok(formulas)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet, IntakeError> {
    let fault = |error: calamine::XlsxError| broken(name, &error);
    let formulas = formulas(book, name)?;
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let mut head_at = None;
    let mut reader = book.worksheet_cells_reader(name).map_err(fault)?;
    while let Some(found) = reader.next_cell().map_err(fault)? {
        let (row, column) = found.get_position();
        let n = usize::try_from(row).unwrap_or_default() + 1;
        let at = usize::try_from(column).unwrap_or(usize::MAX);
        let is_formula = formulas.contains(&(row, column));
        let Some(read) = (if is_formula { Some(Cell::Formula) } else { value(found.get_value()) }) else {
            continue;
        };
        if at >= MOST_COLUMNS {
            continue;
        }
        if *head_at.get_or_insert(row) == row {
            let Cell::Text(text) = read else { continue };
            sheet.head.resize(sheet.head.len().max(at + 1), String::new());
            if let Some(name) = sheet.head.get_mut(at) {
                *name = text;
            }
            continue;
        }
        match sheet.rows.last_mut() {
            Some(last) if last.n == n => last.cells.push((at, read)),
            Some(_) | None => sheet.rows.push(Row { n, cells: vec![(at, read)] }),
        }
        if sheet.rows.len() > MOST_ROWS {
            return Err(IntakeError::TooManyRows { found: sheet.rows.len() });
        }
    }
    Ok(sheet)
}

fn value(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        DataRef::Int(number) => plain(&number.to_string()),
        DataRef::Float(number) if number.abs() >= EXACT => Some(Cell::Lost),
        DataRef::Float(number) => plain(&number.to_string()),
        DataRef::Bool(true) => plain("是"),
        DataRef::Bool(false) => plain("否"),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            plain(&format!("{year:04}-{month:02}-{day:02}"))
        }
        // What a broken formula left.
        DataRef::Error(_) => Some(Cell::Formula),
    }
}
