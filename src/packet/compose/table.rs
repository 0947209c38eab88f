//! The official table.

use crate::{
    model::{Align, Cell, CellContent, Document as Source, Locale, Localized, Path, Row, Tick},
    packet::{
        Block, BlockCell, BlockContent, BlockRow, Checkbox, Document, FormTable, Open, TextBlock, TextRole,
        fill::{Filling, Stage},
        words,
    },
};

use super::part;

/// The table of one document of the form, with its title, the line under it and its notes. A table made of the pages is set
/// smaller until it stands on one sheet.
pub(super) fn compose(filling: &Filling<'_>, source: &Source, mark: &str, is_one_sheet: bool) -> Document {
    let title = [source.title.zh.as_str(), mark].concat();
    let mut blocks = vec![part::title(&title)];
    blocks.extend(source.subtitle.as_ref().map(|subtitle| subtitle_line(filling, subtitle)));
    blocks.push(Block::Table(FormTable {
        summary: title.clone(),
        columns: source.grid.as_ref().map(|grid| grid.columns).unwrap_or(1),
        size: 10.5,
        rows: rows(filling, source.rows()),
    }));
    blocks.extend(source.notes.iter().map(|note| {
        Block::Text(TextBlock {
            role: TextRole::Note,
            text: filling.expand(&note.zh).text,
            size: part::SMALL,
            is_bold: false,
            align: Align::Start,
        })
    }));
    Document { id: source.id.clone(), title, blocks, is_one_sheet }
}

/// Whether a cell of the table takes the answer at a path.
pub(super) fn asks(source: &Source, path: &Path) -> bool {
    let path = path.template();
    let place = format!("{{{path}}}");
    if source.rows().iter().any(|row| row.each.as_ref() == Some(&path)) {
        return true;
    }
    source.rows().iter().flat_map(|row| &row.cells).any(|cell| match &cell.content {
        CellContent::Bind(at, _) | CellContent::Boxes(at, _) => *at == path,
        CellContent::Ticks(ticks) => ticks.iter().any(|tick| tick.path == path),
        CellContent::Text(text) | CellContent::Opinion { text: Some(text), .. } => text.zh.contains(&place),
        CellContent::Sign { text, signature, .. } => {
            signature.as_ref() == Some(&path) || text.zh.contains(&place)
        }
        CellContent::Photo { picture, .. } => picture.as_ref() == Some(&path),
        CellContent::Opinion { text: None, .. } | CellContent::Label(_) | CellContent::Blank => false,
    })
}

/// A tab or a `|` parts left from right; without one the line stands at the right.
fn subtitle_line(filling: &Filling<'_>, subtitle: &Localized) -> Block {
    let (left, right) = subtitle.zh.split_once(['\t', '|']).unwrap_or(("", &subtitle.zh));
    let side = |text: &str| filling.expand(text.trim()).text;
    Block::Split { left: side(left), right: side(right), size: 10.5 }
}

/// The rows as they are printed. A cell that reaches down reaches over as many rows as are printed of those it covers.
fn rows(filling: &Filling<'_>, rows: &[Row]) -> Vec<BlockRow> {
    let mut printed: Vec<Vec<BlockRow>> = rows.iter().map(|row| block_rows(filling, row)).collect();
    let counts: Vec<usize> = printed.iter().map(Vec::len).collect();
    for (idx, of_row) in printed.iter_mut().enumerate() {
        for cell in of_row.iter_mut().take(1).flat_map(|row| &mut row.cells).filter(|cell| cell.down > 1) {
            let n_rows: usize = counts.iter().skip(idx).take(cell.down.into()).sum();
            cell.down = u16::try_from(n_rows).unwrap_or(u16::MAX);
        }
    }
    printed.into_iter().flatten().collect()
}

/// A row of the table as it is printed: not at all, once, or once for each row of the answers.
fn block_rows(filling: &Filling<'_>, row: &Row) -> Vec<BlockRow> {
    let one = |filling: &Filling<'_>| {
        let cells = row.cells.iter().map(|cell| block_cell(filling, cell)).collect();
        BlockRow { height: row.height, is_header: row.is_header, is_repeated: row.each.is_some(), cells }
    };
    let is_printed = |filling: &&Filling<'_>| filling.is_printed(row.when.as_ref());
    match &row.each {
        Some(table) => filling.each(table, row.min).iter().filter(is_printed).map(one).collect(),
        None => std::iter::once(filling).filter(is_printed).map(one).collect(),
    }
}

fn block_cell(filling: &Filling<'_>, cell: &Cell) -> BlockCell {
    let mut path = None;
    let content = match &cell.content {
        CellContent::Label(label) => BlockContent::Text(label.zh.clone()),
        CellContent::Bind(at, format) => {
            path = Some(filling.place(at));
            match filling.drawing(at) {
                Some(drawing) => BlockContent::Drawn(drawing),
                // What is signed on paper, or not yet, is a place for the pen on every paper.
                None if filling.is_signature(at) => BlockContent::Open(filling.open(at)),
                None => filling.text(at, *format).map_or_else(|| empty(filling, at), BlockContent::Text),
            }
        }
        CellContent::Boxes(at, n) => {
            path = Some(filling.place(at));
            BlockContent::Boxes { n: *n, text: filling.boxed(at).unwrap_or_default() }
        }
        CellContent::Ticks(ticks) => {
            path = ticks.first().map(|tick| filling.place(&tick.path));
            BlockContent::Ticks(ticks.iter().map(|tick| block_tick(filling, tick)).collect())
        }
        CellContent::Text(text) => {
            let expanded = filling.expand(&text.zh);
            path = expanded.filled.first().or(expanded.empty.first()).map(|at| filling.place(at));
            // Nothing but places that nothing fills: the cell is as empty as a bound one.
            let is_empty = expanded.filled.is_empty() && !expanded.has_words;
            let wanted = expanded.empty.iter().find(|at| filling.open(at) == Open::Missing).or(path.as_ref());
            match wanted {
                Some(at) if is_empty => empty(filling, at),
                Some(_) | None => BlockContent::Text(expanded.text),
            }
        }
        CellContent::Photo { label, picture } => {
            path = picture.as_ref().map(|at| filling.place(at));
            let picture = picture.as_ref().and_then(|at| filling.picture(at));
            BlockContent::Photo { text: label.zh.clone(), picture }
        }
        CellContent::Sign { text, signer, signature } => {
            path = signature.as_ref().map(|at| filling.place(at));
            BlockContent::Sign {
                text: filling.expand(&text.zh).text,
                signer: signer.zh.clone(),
                date: words::OPEN_DATE.to_owned(),
                drawn: signature.as_ref().and_then(|at| filling.drawing(at)),
            }
        }
        CellContent::Opinion { text, ticks, lines } => BlockContent::Opinion {
            text: text.as_ref().map(|text| filling.expand(&text.zh).text).unwrap_or_default(),
            ticks: ticks.iter().map(|tick| tick.zh.clone()).collect(),
            lines: lines.iter().map(|line| line.zh.clone()).collect(),
            seal: words::SEAL.to_owned(),
            date: words::OPEN_DATE.to_owned(),
        },
        CellContent::Blank => BlockContent::Text(String::new()),
    };
    BlockCell {
        span: cell.span,
        down: cell.down.into(),
        is_heading: matches!(cell.content, CellContent::Label(_)),
        align: cell.align,
        path,
        content,
    }
}

/// A cell without an answer: open for the pen, or struck on a finished paper so that nothing is added later.
fn empty(filling: &Filling<'_>, path: &Path) -> BlockContent {
    match filling.stage {
        Stage::Blank => BlockContent::Open(Open::Free),
        Stage::Draft => BlockContent::Open(filling.open(path)),
        Stage::Final => BlockContent::Text(words::NOTHING.get(Locale::Zh).to_owned()),
    }
}

fn block_tick(filling: &Filling<'_>, tick: &Tick) -> (Checkbox, String) {
    let marker =
        if filling.is_ticked(&tick.path, &tick.code) { Checkbox::Ticked } else { Checkbox::Unticked };
    (marker, tick.label.zh.clone())
}
