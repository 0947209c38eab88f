//! What a backend draws: sheets of marks, and the structure that names their content.
//!
//! Lengths are in points from the top left corner of the sheet.

use crate::packet::Picture;

/// A measured paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    /// Title of the whole.
    pub title: String,
    /// BCP 47 language.
    pub language: String,
    /// Width of a sheet.
    pub width: f32,
    /// Height of a sheet.
    pub height: f32,
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
    /// What the content is, in reading order: a section for each document.
    pub structure: Vec<Node>,
    /// Where each document begins.
    pub outline: Vec<Bookmark>,
}

/// One side of paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What stands on it, in the order of drawing.
    pub pieces: Vec<Piece>,
}

/// Marks that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Content or decoration.
    pub kind: PieceKind,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

/// Whether a piece is read.
#[derive(Debug, Clone, PartialEq)]
pub enum PieceKind {
    /// Content; stands in the structure exactly once.
    Content {
        /// Its number.
        id: ContentId,
        /// The text it stands for, where the marks say it in pieces: a number in boxes.
        replacement: Option<String>,
    },
    /// Decoration, not read.
    Aside(Aside),
}

/// A decoration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// Borders, boxes, lines to write on, repeated header rows.
    Frame,
    /// The foot of the sheet.
    Footer,
}

/// The number of a piece of content, from 0 in the order of drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub usize);

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A run of characters on one base line, all of which have glyphs.
    Text {
        /// Left end.
        x: f32,
        /// Base line.
        y: f32,
        /// Type size.
        size: f32,
        /// Drawn with a stroke of 0.3 pt.
        is_bold: bool,
        /// Colour.
        ink: Ink,
        /// The characters.
        text: String,
    },
    /// A blank that holds the place of a replacement: readers put the text from the first glyph of a piece to the last.
    Carrier {
        /// Left end.
        x: f32,
        /// Base line.
        y: f32,
        /// Type size.
        size: f32,
    },
    /// A line through points.
    Line {
        /// At least two.
        points: Vec<(f32, f32)>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A picture in the middle of a place, as large as it holds.
    Picture {
        /// Left edge of the place.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// The picture.
        picture: Picture,
    },
    /// A frame.
    Frame {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// How it is drawn.
        stroke: Stroke,
    },
}

impl Mark {
    /// A line between two points.
    pub(super) fn line(from: (f32, f32), to: (f32, f32), stroke: Stroke) -> Self {
        Self::Line { points: vec![from, to], stroke }
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its width.
    pub width: f32,
    /// Its colour.
    pub ink: Ink,
    /// Broken into dashes of 2 pt.
    pub is_dashed: bool,
    /// Ends and corners are round, as a pen draws them.
    pub is_round: bool,
}

impl Stroke {
    /// An inner line, 0.5 pt.
    pub(super) const INNER: Self = Self::solid(0.5, Ink::Black);
    /// An outer border, 1 pt.
    pub(super) const OUTER: Self = Self::solid(1.0, Ink::Black);
    /// The frame of what is left open by mistake, or of a place to glue something.
    pub(super) const DASHED: Self = Self { is_dashed: true, ..Self::solid(0.5, Ink::Gray) };
    /// The hook of a tick.
    pub(super) const HOOK: Self = Self::solid(1.1, Ink::Black);
    /// What was written with a pen.
    pub(super) const PEN: Self = Self { is_round: true, ..Self::solid(1.1, Ink::Black) };

    /// A thin line.
    pub(super) fn thin(ink: Ink) -> Self {
        Self::solid(0.4, ink)
    }

    /// A line of some width, unbroken.
    #[must_use]
    pub const fn solid(width: f32, ink: Ink) -> Self {
        Self { width, ink, is_dashed: false, is_round: false }
    }
}

/// A colour; papers are printed in black.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Black.
    Black,
    /// Grey that still prints and copies.
    Gray,
}

impl Ink {
    /// Its grey level, 0 black to 255 white.
    #[must_use]
    pub fn level(self) -> u8 {
        match self {
            Self::Black => 0,
            Self::Gray => 96,
        }
    }
}

/// A document's beginning, for the outline of a PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// The document's title.
    pub title: String,
    /// Its first sheet, from 0.
    pub sheet: usize,
    /// How far down.
    pub y: f32,
}

/// A node of the structure.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nodes that belong together, and what they are.
    Group(Tag, Vec<Self>),
    /// A piece of content.
    Content(ContentId),
}

/// What a group is.
#[derive(Debug, Clone, PartialEq)]
pub enum Tag {
    /// A document of the paper.
    Section,
    /// A heading.
    Heading {
        /// 1 for the document's title.
        level: u16,
        /// Its text.
        title: String,
    },
    /// A paragraph.
    Paragraph,
    /// A list.
    List {
        /// Counted, not only marked.
        is_numbered: bool,
    },
    /// An item of a list.
    Item,
    /// The marker of an item.
    Label,
    /// The text of an item.
    Body,
    /// A table.
    Table {
        /// What it is about.
        summary: String,
    },
    /// The rows of a table.
    Rows,
    /// A row.
    Row,
    /// A cell that names others.
    Header {
        /// Columns.
        span: u8,
        /// Rows.
        down: u8,
        /// Names its column, not its row.
        is_column: bool,
    },
    /// A picture or a drawing that means something.
    Figure {
        /// What it is, for those who can not see it.
        alt: String,
        /// On which sheet, from 0.
        sheet: usize,
        /// Left and upper edge, width and height.
        area: [f32; 4],
    },
    /// A cell.
    Data {
        /// Columns.
        span: u8,
        /// Rows.
        down: u8,
    },
}
