//! Documents that stand on one sheet: set smaller, step by step, until they do.

use std::borrow::Cow;

use super::{block, flow::Flow};
use crate::packet::{Block, Document, FormTable, TextBlock, TextRole};

/// Steps of the type size. Running text of 12 pt ends at 8.6 pt.
const STEPS: [f32; 5] = [0.94, 0.88, 0.83, 0.78, 0.72];

/// The blocks of a document as they will be placed on new sheets: as they are where they fit, or need not.
pub(super) fn fitted<'a>(flow: &Flow<'_>, document: &'a Document) -> Cow<'a, [Block]> {
    let whole = document.blocks.as_slice();
    if !document.is_one_sheet || fits(flow, whole) {
        return Cow::Borrowed(whole);
    }
    let mut smaller = STEPS.iter().map(|step| scaled(whole, *step));
    smaller.find(|blocks| fits(flow, blocks)).map_or(Cow::Borrowed(whole), Cow::Owned)
}

fn fits(flow: &Flow<'_>, blocks: &[Block]) -> bool {
    let mut trial = Flow::new(flow.face);
    trial.start_sheet();
    for (at, block) in blocks.iter().enumerate() {
        block::place(&mut trial, block, blocks.get(at + 1));
        if trial.n_sheets() > 1 || !trial.addenda.is_empty() {
            return false;
        }
    }
    true
}

fn scaled(blocks: &[Block], step: f32) -> Vec<Block> {
    blocks.iter().map(|block| smaller(block.clone(), step)).collect()
}

/// Running text, lists, tables and gaps. Titles and small notes stay.
fn smaller(mut block: Block, step: f32) -> Block {
    match &mut block {
        Block::Text(TextBlock { role: TextRole::Paragraph | TextRole::Heading, size, .. })
        | Block::List { size, .. }
        | Block::Split { size, .. } => *size *= step,
        Block::Table(FormTable { size, rows, .. }) => {
            *size *= step;
            rows.iter_mut().for_each(|row| row.height *= step);
        }
        Block::Space(height) => *height *= step,
        Block::Text(_) | Block::Signature { .. } | Block::Picture(_) => {}
    }
    block
}
