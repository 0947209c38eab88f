//! The paper P1, for `bench/engine/press.js`: a record in, a tagged PDF/A out, by the steps of `produce`: the characters of
//! the paper, the shards that hold them, one font of exactly these, measured sheets, the file.

use std::collections::{BTreeMap, BTreeSet};

use wasm_bindgen::prelude::*;
use yuntian::{
    fonts::{self, Face, Plan, ShardTable},
    layout::{self, Aside, Ink, Mark, Piece, PieceKind, Sheets, Stroke},
    model::{Align, Date},
    packet::{Block, BlockCell, BlockContent, BlockRow, Document, FormTable, Paper, TextBlock, TextRole},
    render::{self, Meta},
};

/// Columns of the grid; a label takes 3 and a value 7, which is the peers' 80 to 178 pt.
const COLUMNS: u8 = 20;
const SPANS: [u8; 4] = [3, 7, 3, 7];
/// Type size and least height of a row, as the peers': 10 pt; a line of 14 pt between edges of 4 pt.
const SIZE: f32 = 10.0;
const ROW: f32 = 22.0 * 25.4 / 72.0;
/// The edge of the QR code and its place from the right and upper edges of the sheet, in points.
const QR: f32 = 70.0;
const QR_AT: (f32, f32) = (40.0, 35.0);

/// A worker's memory: the shard table, and the shards that came.
#[wasm_bindgen]
pub struct Press {
    table: Vec<u8>,
    shards: BTreeMap<String, Vec<u8>>,
}

#[wasm_bindgen]
impl Press {
    /// A press with an empty memory.
    #[wasm_bindgen(constructor)]
    pub fn new(table: Vec<u8>) -> Self {
        Self { table, shards: BTreeMap::new() }
    }

    /// Names of all shards of the font.
    pub fn names(&self) -> Result<Vec<String>, JsError> {
        Ok(ShardTable::open(&self.table)?.names().to_vec())
    }

    /// Keeps a shard.
    pub fn keep(&mut self, name: String, bytes: Vec<u8>) {
        self.shards.insert(name, bytes);
    }

    /// Names of the shards that a record still needs.
    pub fn missing(&self, texts: Vec<String>) -> Result<Vec<String>, JsError> {
        let (_, plan) = self.plan(&paper(&texts)?)?;
        Ok(plan.shards.into_iter().filter(|name| !self.shards.contains_key(name)).collect())
    }

    /// Makes the file. `texts`: number, title, subtitle, footer, then the cells; `runs`: x, y and length of each dark run of
    /// the QR code, which is so many modules wide.
    pub fn make(&self, texts: Vec<String>, runs: &[u32], modules: u32) -> Result<Vec<u8>, JsError> {
        let paper = paper(&texts)?;
        let (wanted, plan) = self.plan(&paper)?;
        if let Some(c) = plan.missing.first() {
            return Err(JsError::new(&format!("no glyph for U+{:04X}", u32::from(*c))));
        }
        let shards = plan.shards.iter().map(|name| self.shards.get(name).map(Vec::as_slice));
        let shards: Vec<&[u8]> =
            shards.collect::<Option<_>>().ok_or_else(|| JsError::new("a shard is not there"))?;
        let face = Face::new(fonts::join(&shards, &wanted)?)?;
        let mut sheets = layout::measure(&paper, &face);
        draw_code(&mut sheets, runs, modules);
        let today = Date::parse_iso("2026-01-15").ok_or_else(|| JsError::new("no day"))?;
        let id = texts.first().cloned().unwrap_or_default();
        Ok(render::pdf(&sheets, &face, &[], &Meta { id, today })?)
    }
}

impl Press {
    fn plan(&self, paper: &Paper) -> Result<(BTreeSet<char>, Plan), JsError> {
        let wanted = layout::characters(paper);
        let plan = ShardTable::open(&self.table)?.plan(&wanted);
        Ok((wanted, plan))
    }
}

/// The record as a paper of one document.
fn paper(texts: &[String]) -> Result<Paper, JsError> {
    let [_, title, subtitle, footer, cells @ ..] = texts else { return Err(JsError::new("no record")) };
    let text = |role, text: &str, size, align| {
        Block::Text(TextBlock { role, text: text.to_owned(), size, is_bold: false, align })
    };
    let rows = cells.chunks(SPANS.len()).map(|row| {
        let cells = row.iter().zip(SPANS).enumerate().map(|(idx, (text, span))| BlockCell {
            span,
            down: 1,
            is_heading: idx % 2 == 0,
            align: Align::Start,
            path: None,
            content: BlockContent::Text(text.clone()),
        });
        BlockRow { height: ROW, is_header: false, is_repeated: false, cells: cells.collect() }
    });
    let table = FormTable { summary: title.clone(), columns: COLUMNS, size: SIZE, rows: rows.collect() };
    let blocks = vec![
        text(TextRole::Title, title, 18.0, Align::Center),
        text(TextRole::Paragraph, subtitle, SIZE, Align::Start),
        Block::Space(8.0),
        Block::Table(table),
        text(TextRole::Paragraph, footer, SIZE, Align::Start),
    ];
    Ok(Paper {
        title: title.clone(),
        language: "zh-CN".to_owned(),
        documents: vec![Document { id: "application".to_owned(), title: title.clone(), blocks, is_one_sheet: false }],
        digest: None,
        reference: None,
        footer: String::new(),
    })
}

/// The QR code as an artifact: each dark run a thick line. Papers have no code of their own yet.
fn draw_code(sheets: &mut Sheets, runs: &[u32], modules: u32) {
    let (width, unit) = (sheets.width, QR / modules.max(1) as f32);
    let Some(sheet) = sheets.sheets.first_mut() else { return };
    let (left, top) = (width - QR_AT.0 - QR, QR_AT.1);
    let marks = runs.chunks_exact(3).map(|run| {
        let [x, y, n] = [0, 1, 2].map(|idx| run.get(idx).copied().unwrap_or_default() as f32);
        let y = top + (y + 0.5) * unit;
        let points = vec![(left + x * unit, y), (left + (x + n) * unit, y)];
        Mark::Line { points, stroke: Stroke::solid(unit, Ink::Black) }
    });
    let kind = PieceKind::Aside(Aside::Frame);
    sheet.pieces.push(Piece { kind, marks: marks.collect() });
}

fn main() {}
