//! CSV (RFC 4180), comma, tab or semicolon between.

use super::{
    IntakeError, MOST_COLUMNS, MOST_ROWS,
    book::{Cell, Row, Sheet, cell},
};

/// The one sheet of a text.
pub(super) fn sheet(text: &str) -> Result<Sheet, IntakeError> {
    // Rows may hold line ends, so there are at most as many rows as lines: without a quote the count is exact.
    let n_lines = text.bytes().filter(|byte| *byte == b'\n').count();
    if n_lines > MOST_ROWS && !text.contains('"') {
        return Err(IntakeError::TooManyRows { found: n_lines });
    }
    if let Some(line) = open_quote(text) {
        let (place, reason) = (format!("line {line}"), "a quoted cell does not end".to_owned());
        return Err(IntakeError::Broken { place, reason });
    }
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut record = ::csv::StringRecord::new();
    loop {
        let is_more = reader.read_record(&mut record).map_err(|error| {
            let line = error.position().map(::csv::Position::line).unwrap_or_default();
            IntakeError::Broken { place: format!("line {line}"), reason: error.to_string() }
        })?;
        if !is_more {
            return Ok(sheet);
        }
        if sheet.head.is_empty() {
            sheet.head = record.iter().take(MOST_COLUMNS).map(str::to_owned).collect();
            continue;
        }
        let n = record.position().map(|at| line(text, at)).unwrap_or_default();
        let cells = record.iter().enumerate().take(MOST_COLUMNS);
        let cells: Vec<(usize, Cell)> = cells.filter_map(|(idx, text)| Some((idx, cell(text)?))).collect();
        if !cells.is_empty() {
            sheet.rows.push(Row { n, cells });
        }
        if sheet.rows.len() > MOST_ROWS {
            return Err(IntakeError::TooManyRows { found: sheet.rows.len() });
        }
    }
}

/// The line on which a row begins; empty lines before it belong to its position.
fn line(text: &str, at: &::csv::Position) -> usize {
    let start = usize::try_from(at.byte()).unwrap_or_default();
    let before = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n'));
    usize::try_from(at.line()).unwrap_or_default() + before.filter(|byte| *byte == b'\n').count()
}

/// What stands between the names of the columns.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |wanted: u8| head.bytes().filter(|byte| *byte == wanted).count();
    [b'\t', b';'].into_iter().find(|other| count(*other) > count(b',')).unwrap_or(b',')
}

/// The line of a quote that opens a cell and never closes.
fn open_quote(text: &str) -> Option<usize> {
    let (mut line, mut opened, mut before) = (1, None, b'\n');
    for byte in text.bytes() {
        match (byte, opened) {
            (b'"', Some(_)) => opened = None,
            // A quote within a bare cell is a letter; after a closing one it is the second of a pair.
            (b'"', None) if matches!(before, b'\n' | b'\r' | b',' | b'\t' | b';' | b'"') => {
                opened = Some(line)
            }
            (_, _) => {}
        }
        if byte == b'\n' {
            line += 1;
        }
        before = byte;
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_rows_and_their_lines() {
        let sheet = sheet("名称,说明\n甲,\"两\n行\"\n\n乙,=1+1\n丙,-\n").unwrap();
        assert_eq!(sheet.head, ["名称", "说明"]);
        let text = |text: &str| Cell::Text(text.to_owned());
        let rows: Vec<_> = sheet.rows.iter().map(|row| (row.n, row.cells.clone())).collect();
        assert_eq!(
            rows,
            [
                (2, vec![(0, text("甲")), (1, text("两\n行"))]),
                (5, vec![(0, text("乙")), (1, Cell::Formula)]),
                (6, vec![(0, text("丙"))]),
            ]
        );
    }

    #[test]
    fn a_quote_that_stays_open_is_named() {
        assert_eq!(open_quote("a,b\n\"c,d\ne"), Some(2));
        assert_eq!(open_quote("a,\"b\"\"c\"\nd"), None);
        assert_eq!(open_quote("5\" pipe,b\n"), None);
        let crlf: Vec<usize> = sheet("a\r\n\r\nb\r\nc").unwrap().rows.iter().map(|row| row.n).collect();
        assert_eq!(crlf, [3, 4]);
        assert_eq!(delimiter("a\tb\tc\n"), b'\t');
    }
}
