//! From a paper to its bytes: fonts, measured pages, PDF and SVG.

mod fonts;
mod golden;
mod picture;
mod real;
mod sample;
mod sheets;
pub(crate) mod support;
pub(crate) mod tools;
