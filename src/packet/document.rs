//! Documents and their blocks. Lengths are in mm, type sizes in pt (1/72 inch).

use super::Picture;
use crate::model::{Align, Path, Strokes};

/// A paper: one or more documents, each beginning on a new page.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Title of the whole, for the PDF's metadata.
    pub title: String,
    /// BCP 47 language, `zh-CN` or `en`.
    pub language: String,
    /// Its documents in order.
    pub documents: Vec<Document>,
    /// First 12 hex digits of the digest of the answers; a packet alone has it.
    pub digest: Option<String>,
    /// First 10 Crockford base32 characters; a packet alone has it.
    pub reference: Option<String>,
    /// What every footer says besides page X of Y and the digest: 示例 …
    pub footer: String,
}

/// One document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id, `cover`, `application` …; the PDF's outline names its title.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its content from the top.
    pub blocks: Vec<Block>,
    /// Set smaller, within reason, until it stands on one sheet.
    pub is_one_sheet: bool,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Text over the whole width.
    Text(TextBlock),
    /// Two texts on one line, at the left and at the right: 填表日期 and 编号.
    Split {
        /// At the left.
        left: String,
        /// At the right.
        right: String,
        /// Type size in pt.
        size: f32,
    },
    /// A list, each item with a marker (`1.`, `☐`).
    List {
        /// Marker and text.
        items: Vec<(Checkbox, String)>,
        /// Type size in pt.
        size: f32,
    },
    /// A table.
    Table(FormTable),
    /// A picture over the rest of the sheet.
    Picture(Picture),
    /// Lines to sign on, each with what stands before it: 申请人（签字）.
    Signature {
        /// What stands before each line.
        lines: Vec<String>,
    },
    /// Empty height in mm.
    Space(f32),
}

/// What stands before an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checkbox {
    /// A number and a full stop.
    Number(u32),
    /// A box that is ticked.
    Ticked,
    /// An empty box.
    Unticked,
    /// A dot.
    Bullet,
}

/// Text over the whole width.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBlock {
    /// What it is, for the tags.
    pub role: TextRole,
    /// The text; `\n` breaks the line.
    pub text: String,
    /// Type size in pt.
    pub size: f32,
    /// Drawn with a 0.3 pt stroke.
    pub is_bold: bool,
    /// At the left or in the middle.
    pub align: Align,
}

/// What a text is, for the tags of the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRole {
    /// The document's title (H1).
    Title,
    /// A heading within it (H2).
    Heading,
    /// A paragraph.
    Paragraph,
    /// A note in small type.
    Note,
}

/// A table of equal columns over the text width of 170 mm.
#[derive(Debug, Clone, PartialEq)]
pub struct FormTable {
    /// What it is, for the tags.
    pub summary: String,
    /// How many columns.
    pub columns: u8,
    /// Type size in pt of values and labels; text that does not fit shrinks to 7.5 pt, then the row grows.
    pub size: f32,
    /// The rows from the top.
    pub rows: Vec<BlockRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockRow {
    /// Its least height in mm.
    pub height: f32,
    /// Printed again on each page: of the whole table where it stands on top, else of the repeated rows that follow it.
    pub is_header: bool,
    /// One of the rows that were entered; see [`BlockRow::is_header`].
    pub is_repeated: bool,
    /// Its cells; a cell of an earlier row that reaches down takes its columns here.
    pub cells: Vec<BlockCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockCell {
    /// Columns.
    pub span: u8,
    /// Rows.
    pub down: u16,
    /// Names the row or column (TH) or holds data (TD).
    pub is_heading: bool,
    /// Where its text stands.
    pub align: Align,
    /// The answer that stands here, for "no glyph" and for tests.
    pub path: Option<Path>,
    /// What stands in it.
    pub content: BlockContent,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockContent {
    /// Text; empty where nothing is.
    Text(String),
    /// To be written in by hand.
    Open(Open),
    /// One character a box, boxes of 5 mm; fewer characters leave boxes empty.
    Boxes {
        /// How many boxes.
        n: u8,
        /// What stands in them.
        text: String,
    },
    /// Boxes that are ticked or not, in a row that wraps. The ticks are drawn paths, with ☑ and ☐ as their text.
    Ticks(Vec<(Checkbox, String)>),
    /// A signature by hand.
    Drawn(Drawing),
    /// A place for a photo, 25 × 35 mm, with what it says there, or the photo.
    Photo {
        /// What it says there.
        text: String,
        /// What stands there.
        picture: Option<Picture>,
    },
    /// A statement at the top, and at the bottom right a line to sign and a date.
    Sign {
        /// The statement.
        text: String,
        /// What stands before the line.
        signer: String,
        /// The date's words: `2026年11月23日` or `    年  月  日`.
        date: String,
        /// What was signed on the screen.
        drawn: Option<Drawing>,
    },
    /// An office's opinion: text and boxes at the top, room to write, at the bottom the lines to sign, the place of the
    /// seal and the date.
    Opinion {
        /// At the top.
        text: String,
        /// Boxes to tick at the top.
        ticks: Vec<String>,
        /// Names of the lines to sign.
        lines: Vec<String>,
        /// What the seal's place says: （公章）.
        seal: String,
        /// The date's words.
        date: String,
    },
}

/// A signature by hand, and what it is for those who can not see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// The strokes; the smallest box around them is what is shown.
    pub strokes: Strokes,
    /// Its alternative text: 申请人签名（手写签名）.
    pub alt: String,
}

/// Why a cell is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// A blank form, or a question that need not be answered.
    Free,
    /// Required, and not answered yet: a draft marks it lightly.
    Missing,
}
