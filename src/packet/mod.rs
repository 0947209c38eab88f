//! The three papers as content, before any measuring: what stands where, in which order.
//!
//! **Invariant:** no coordinates, no fonts, no JSON. `layout` measures, `render` draws.

mod document;

pub use document::{
    Block, BlockCell, BlockContent, BlockRow, Checkbox, Document, FormTable, Open, Paper, TextBlock, TextRole,
};
