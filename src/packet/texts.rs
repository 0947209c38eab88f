//! Every text of a paper, with the answer it shows: for choosing fonts, for notes on characters without a glyph, for tests.

use crate::model::Path;

use super::{Block, BlockCell, BlockContent, Document, Paper};

impl Paper {
    /// Calls `see` with every text in reading order, and with the answer's path where the text stands in its cell. The
    /// footer, digest and reference come last.
    pub fn texts(&self, see: &mut dyn FnMut(Option<&Path>, &str)) {
        for document in &self.documents {
            document.texts(see);
        }
        see(None, &self.title);
        see(None, &self.footer);
        for code in [&self.digest, &self.reference].into_iter().flatten() {
            see(None, code);
        }
    }
}

impl Document {
    fn texts(&self, see: &mut dyn FnMut(Option<&Path>, &str)) {
        see(None, &self.title);
        for block in &self.blocks {
            match block {
                Block::Text(text) => see(None, &text.text),
                Block::Split { left, right, .. } => {
                    see(None, left);
                    see(None, right);
                }
                Block::List { items, .. } => items.iter().for_each(|(_, text)| see(None, text)),
                Block::Table(table) => {
                    table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| cell.texts(see))
                }
                Block::Signature { lines } => lines.iter().for_each(|line| see(None, line)),
                Block::Space(_) | Block::Picture(_) => {}
            }
        }
    }
}

impl BlockCell {
    fn texts(&self, see: &mut dyn FnMut(Option<&Path>, &str)) {
        let path = self.path.as_ref();
        match &self.content {
            BlockContent::Text(text)
            | BlockContent::Boxes { text, .. }
            | BlockContent::Photo { text, .. } => see(path, text),
            BlockContent::Open(_) | BlockContent::Drawn(_) => {}
            BlockContent::Ticks(ticks) => ticks.iter().for_each(|(_, label)| see(None, label)),
            BlockContent::Sign { text, signer, date, drawn: _ } => {
                [text, signer, date].into_iter().for_each(|text| see(path, text))
            }
            BlockContent::Opinion { text, ticks, lines, seal, date } => {
                let all = [text].into_iter().chain(ticks).chain(lines).chain([seal, date]);
                all.for_each(|text| see(path, text));
            }
        }
    }
}
