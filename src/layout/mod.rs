//! From a paper to measured sheets: lines, boxes, glyph runs and page breaks. Measured once, drawn by every backend.
//!
//! A4 upright, margins of 20 mm. A text that does not fit its cell shrinks to 7.5 pt; then the row grows. A table breaks
//! between rows, never within what rows share, and repeats its header rows. A text that would make its row taller than two
//! fifths of a sheet goes on, after a whole sentence, on an addendum page at the document's end. Nothing is cut off. A cover,
//! a notice, a letter is set smaller until it stands on one sheet.
//!
//! **Invariant:** every character that a mark of text holds has a glyph in the face, if only an empty one: for what the
//! typeface lacks a box is drawn to write in by hand, with the character as its text. Everything that is not content is
//! an artifact.

mod addendum;
mod block;
mod cell;
mod drawing;
mod fit;
mod flow;
mod grid;
mod opinion;
mod sheet;
mod table;
mod text;

use std::collections::BTreeSet;

pub use sheet::{Aside, Bookmark, ContentId, Ink, Mark, Node, Piece, PieceKind, Sheet, Sheets, Stroke, Tag};

use crate::fonts::Face;
use crate::packet::{Block, BlockContent, Checkbox, Paper, words};
use flow::Flow;

/// A millimetre in points.
const MM: f32 = 72.0 / 25.4;
/// Width of the sheet in points.
const WIDTH: f32 = 210.0 * MM;
/// Height of the sheet in points.
const HEIGHT: f32 = 297.0 * MM;
/// Margin on every side in points.
const MARGIN: f32 = 20.0 * MM;
/// The whole height of a sheet's text in points.
const FULL: f32 = HEIGHT - 2.0 * MARGIN;
/// Width of the text in points.
const TEXT_WIDTH: f32 = WIDTH - 2.0 * MARGIN;
/// The smallest type in points.
const SMALLEST: f32 = 7.5;
/// Type size of the footer in points.
const FOOTER: f32 = 7.5;

/// Measures a paper.
#[must_use]
pub fn measure(paper: &Paper, face: &Face) -> Sheets {
    let mut flow = Flow::new(face);
    let mut structure = Vec::new();
    let mut outline = Vec::new();
    for document in &paper.documents {
        flow.start_sheet();
        outline.push(Bookmark { title: document.title.clone(), sheet: flow.n_sheets() - 1, y: MARGIN });
        let mut children = Vec::new();
        let blocks = fit::fitted(&flow, document);
        for (at, block) in blocks.iter().enumerate() {
            children.extend(block::place(&mut flow, block, blocks.get(at + 1)));
        }
        let addenda = std::mem::take(&mut flow.addenda);
        if !addenda.is_empty() {
            flow.start_sheet();
            let blocks = addendum::blocks(addenda);
            for (at, block) in blocks.iter().enumerate() {
                children.extend(block::place(&mut flow, block, blocks.get(at + 1)));
            }
        }
        structure.push(Node::Group(Tag::Section, children));
    }
    footers(&mut flow, paper);
    Sheets {
        title: paper.title.clone(),
        language: paper.language.clone(),
        width: WIDTH,
        height: HEIGHT,
        sheets: flow.into_sheets(),
        structure,
        outline,
    }
}

/// Every character that the paper draws, so that the shards for it can be fetched.
#[must_use]
pub fn characters(paper: &Paper) -> BTreeSet<char> {
    let mut chars: BTreeSet<char> = " \u{3000}0123456789.•".chars().collect();
    let mut add = |text: &str| chars.extend(text.chars().filter(|c| text::is_drawn(*c)));
    add(&paper.footer);
    add(&words::page_of(&paper.language, 1, 1));
    add(&words::digest(&paper.language, paper.digest.as_deref().unwrap_or_default()));
    for block in paper.documents.iter().flat_map(|document| &document.blocks) {
        match block {
            Block::Text(text) => add(&text.text),
            Block::Split { left, right, .. } => [left, right].into_iter().for_each(|text| add(text)),
            Block::List { items, .. } => items.iter().for_each(|(_, text)| add(text)),
            Block::Signature { lines } => lines.iter().for_each(|text| add(text)),
            Block::Space(_) | Block::Picture(_) => {}
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                for cell in cells {
                    content_texts(&cell.content).into_iter().for_each(&mut add);
                    if addendum::may_need(table, cell) {
                        [words::ADDENDUM, words::SEE_ADDENDUM].into_iter().for_each(&mut add);
                    }
                }
            }
        }
    }
    chars
}

/// What a cell says.
fn content_texts(content: &BlockContent) -> Vec<&str> {
    match content {
        BlockContent::Text(text) | BlockContent::Photo { text, .. } | BlockContent::Boxes { text, .. } => {
            vec![text]
        }
        BlockContent::Open(_) | BlockContent::Drawn(_) => Vec::new(),
        BlockContent::Ticks(ticks) => ticks.iter().map(|(_, text)| text.as_str()).collect(),
        BlockContent::Sign { text, signer, date, drawn: _ } => vec![text, signer, date],
        BlockContent::Opinion { text, ticks, lines, seal, date } => {
            let texts = [text, seal, date].into_iter().chain(ticks).chain(lines);
            texts.map(String::as_str).collect()
        }
    }
}

/// The text that stands for a marker.
fn marker_text(marker: &Checkbox) -> String {
    match marker {
        Checkbox::Number(n) => format!("{n}."),
        Checkbox::Ticked => '☑'.to_string(),
        Checkbox::Unticked => '☐'.to_string(),
        Checkbox::Bullet => '•'.to_string(),
    }
}

/// At the foot of each sheet: the paper's words, the digest, page X of Y.
fn footers(flow: &mut Flow<'_>, paper: &Paper) {
    let n_sheets = flow.n_sheets();
    let y = HEIGHT - 12.0 * MM;
    for n in 0..n_sheets {
        let mut marks =
            vec![Mark::line((MARGIN, y - 10.0), (WIDTH - MARGIN, y - 10.0), Stroke::thin(Ink::Gray))];
        let page = words::page_of(&paper.language, n + 1, n_sheets);
        let digest = paper.digest.as_deref().map(|digest| words::digest(&paper.language, digest));
        marks.extend(flow.run(&paper.footer, MARGIN, y, FOOTER, Ink::Gray));
        if let Some(digest) = digest {
            let x = (WIDTH - text::width(flow.face, &digest, FOOTER)) / 2.0;
            marks.extend(flow.run(&digest, x, y, FOOTER, Ink::Gray));
        }
        let x = WIDTH - MARGIN - text::width(flow.face, &page, FOOTER);
        marks.extend(flow.run(&page, x, y, FOOTER, Ink::Gray));
        flow.aside(n, Aside::Footer, marks);
    }
}
