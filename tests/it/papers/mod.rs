//! From a paper to its bytes: fonts, measured pages, PDF and SVG.

mod fonts;
mod support;
