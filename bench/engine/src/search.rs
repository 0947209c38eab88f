//! The search of the page for the bench: an index, and what a query finds in it.

mod queries;

use wasm_bindgen::prelude::*;
use yuntian::search::{Index, find};

/// An index as the page holds it.
#[wasm_bindgen]
pub struct Search(Index);

#[wasm_bindgen]
impl Search {
    /// Reads the head.
    #[wasm_bindgen(constructor)]
    pub fn new(head: &[u8]) -> Result<Self, JsError> {
        Index::open(head).map(Self).ok_or_else(|| JsError::new("no index"))
    }

    /// Files of rows that are still to come.
    pub fn missing(&self) -> Vec<String> {
        self.0.missing().to_vec()
    }

    /// Adds the next of them.
    pub fn add(&mut self, rows: &[u8]) -> bool {
        self.0.add(rows)
    }

    /// The first hit's title, of as many hits as the page asks for.
    pub fn find(&self, query: &str) -> String {
        find(&self.0, query, 16).first().map(|hit| hit.entry.title.zh.clone()).unwrap_or_default()
    }
}

/// Every query after every key.
#[wasm_bindgen]
pub fn keystrokes() -> Vec<String> {
    queries::keystrokes().into_iter().map(|(_, query)| query).collect()
}

fn main() {}
