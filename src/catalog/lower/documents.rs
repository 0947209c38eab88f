//! The papers: grids, rows and cells.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Lowering, whole_u8, words, words_of, yes};
use crate::{
    catalog::wire::{Pointer, list, text, whole},
    diag::Code,
    model::{Align, Cell, CellContent, Document, Grid, Kind, Localized, Path, Row, TextFormat, Tick},
};

/// The most rows a table may have.
const LIMIT_ROWS: usize = 500;
/// The keys of a cell, of which one says what stands in it.
const CONTENTS: [&str; 9] = ["label", "bind", "boxes", "ticks", "text", "photo", "sign", "opinion", "blank"];

impl Lowering {
    /// Lowers `documents`.
    pub(super) fn documents(&mut self, values: &[Value], at: &Pointer) -> Vec<Document> {
        let mut ids = BTreeSet::new();
        let mut documents = Vec::new();
        for (idx, value) in values.iter().enumerate() {
            let at = at.idx(idx);
            let (Some(id), Some(title)) = (text(value, "id"), words_of(value, "title")) else { continue };
            if !ids.insert(id) {
                self.fault(&at.at("id"), Code::Duplicate { id: id.to_owned() });
            }
            let notes = words(value, "notes");
            let subtitle = words_of(value, "subtitle");
            self.placeholders(subtitle.iter(), "", &at.at("subtitle"));
            self.placeholders(notes.iter(), "", &at.at("notes"));
            let grid = value.get("grid").filter(|grid| !grid.is_null());
            let grid = grid.map(|grid| self.grid(grid, &at.at("grid")));
            documents.push(Document { id: id.to_owned(), title, subtitle, grid, notes });
        }
        documents
    }

    fn grid(&mut self, value: &Value, at: &Pointer) -> Grid {
        if let Some(reference) = text(value, "$ref") {
            self.fault(&at.at("$ref"), Code::BadReference { reference: reference.to_owned() });
            return Grid { columns: 1, rows: Vec::new() };
        }
        let columns = whole_u8(value, "columns").unwrap_or_default();
        if !(1..=48).contains(&columns) {
            self.fault(&at.at("columns"), Code::BadValue { expected: "1 … 48".to_owned() });
        }
        let rows = list(value, "rows");
        if rows.len() > LIMIT_ROWS {
            self.fault(&at.at("rows"), Code::PastLimit { what: "rows", limit: LIMIT_ROWS });
        }
        let at_rows = at.at("rows");
        let rows =
            rows.iter().take(LIMIT_ROWS).enumerate().map(|(idx, row)| self.row(row, &at_rows.idx(idx)));
        Grid { columns, rows: rows.collect() }
    }

    fn row(&mut self, value: &Value, at: &Pointer) -> Row {
        let height = value.get("height").and_then(Value::as_f64).unwrap_or_default();
        if !(1.0..=250.0).contains(&height) {
            self.fault(&at.at("height"), Code::BadValue { expected: "1 … 250".to_owned() });
        }
        let each = self.each(value, at);
        let min = whole(value, "min");
        if min.is_some_and(|n| n > Kind::ROW_LIMIT as u64) {
            self.fault(&at.at("min"), Code::PastLimit { what: "rows", limit: Kind::ROW_LIMIT });
        }
        let at_cells = at.at("cells");
        let cells = list(value, "cells").iter().enumerate();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "mm within 250; an f32 is exact enough for paper"
        )]
        let height = height as f32;
        Row {
            height,
            when: text(value, "when").and_then(|source| self.expr_over_answers(source, "", &at.at("when"))),
            cells: cells.filter_map(|(idx, cell)| self.cell(cell, &each, &at_cells.idx(idx))).collect(),
            each: each.map(|table| Path::new(&table)),
            min: min.and_then(|n| usize::try_from(n).ok()).unwrap_or_default(),
            is_header: yes(value, "header"),
        }
    }

    /// The table for each of whose rows a row is printed.
    fn each(&mut self, value: &Value, at: &Pointer) -> Option<String> {
        let path = text(value, "each")?;
        if !self.uses(path, &at.at("each")) {
            return None;
        }
        let is_table = self.field(path).is_some_and(|field| field.kind == Kind::Rows);
        let is_broken = self.is_broken(path);
        if !is_table && !is_broken {
            self.fault(&at.at("each"), Code::BadValue { expected: "rows".to_owned() });
        }
        (is_table || is_broken).then(|| path.to_owned())
    }

    fn cell(&mut self, value: &Value, each: &Option<String>, at: &Pointer) -> Option<Cell> {
        let on = each.as_deref().unwrap_or_default();
        let found: Vec<&str> = CONTENTS.into_iter().filter(|key| value.get(key).is_some()).collect();
        let [content] = found.as_slice() else {
            self.fault(at, Code::BadValue { expected: CONTENTS.join(" | ") });
            return None;
        };
        for (key, needs) in [("signature", "sign"), ("picture", "photo")] {
            if value.get(key).is_some() && *content != needs {
                self.fault(&at.at(key), Code::BadValue { expected: needs.to_owned() });
            }
        }
        // What can not be read has its fault; its place stays, so that the row still adds up.
        let content = self.content(content, value, on, at).unwrap_or(CellContent::Blank);
        let align = match (text(value, "align"), &content) {
            (Some("center"), _) | (None, CellContent::Label(_) | CellContent::Photo { .. }) => Align::Center,
            (Some(_), _)
            | (
                None,
                CellContent::Bind(..)
                | CellContent::Boxes(..)
                | CellContent::Ticks(_)
                | CellContent::Text(_)
                | CellContent::Sign { .. }
                | CellContent::Opinion { .. }
                | CellContent::Blank,
            ) => Align::Start,
        };
        let down = if value.get("down").is_some() { whole_u8(value, "down")? } else { 1 };
        Some(Cell { span: whole_u8(value, "span")?, down, align, content })
    }

    fn content(&mut self, key: &str, value: &Value, on: &str, at: &Pointer) -> Option<CellContent> {
        Some(match key {
            "label" => CellContent::Label(words_of(value, key)?),
            "bind" => {
                let format = match text(value, "format") {
                    Some("hanDate") => TextFormat::HanDate,
                    Some("capitals") => TextFormat::Capitals,
                    Some("yearMonth") => TextFormat::YearMonth,
                    Some(_) | None => TextFormat::Plain,
                };
                CellContent::Bind(self.bound(value, key, on, at)?, format)
            }
            "boxes" => {
                let path = self.bound(value, key, on, at)?;
                let Some(n) = whole_u8(value, "n") else {
                    self.fault(at, Code::Missing { keyword: "n" });
                    return None;
                };
                CellContent::Boxes(path, n)
            }
            "ticks" => CellContent::Ticks(self.ticks(value.get(key)?, on, &at.at(key))?),
            "text" => {
                let text = words_of(value, key)?;
                self.placeholders(std::iter::once(&text), on, &at.at(key));
                CellContent::Text(text)
            }
            "photo" => {
                let picture =
                    self.of_kind(value, "picture", on, at, &|kind| matches!(kind, Kind::Attachment(_)));
                CellContent::Photo { label: words_of(value, key)?, picture }
            }
            "sign" => {
                let text = words_of(value, key)?;
                let Some(signer) = words_of(value, "signer") else {
                    self.fault(at, Code::Missing { keyword: "signer" });
                    return None;
                };
                self.placeholders(std::iter::once(&text), on, &at.at(key));
                let signature = self.of_kind(value, "signature", on, at, &|kind| *kind == Kind::Signature);
                CellContent::Sign { text, signer, signature }
            }
            "opinion" => {
                let opinion = value.get(key)?;
                let text = words_of(opinion, "text");
                self.placeholders(text.iter(), on, &at.at(key).at("text"));
                CellContent::Opinion { text, ticks: words(opinion, "ticks"), lines: words(opinion, "lines") }
            }
            _ => CellContent::Blank,
        })
    }

    /// The question whose signature stands on the line, or whose picture in the place for a photo.
    fn of_kind(
        &mut self,
        value: &Value,
        key: &str,
        on: &str,
        at: &Pointer,
        is_good: &dyn Fn(&Kind) -> bool,
    ) -> Option<Path> {
        let path = self.bound(value, key, on, at)?;
        let is_good = self.field(path.as_str()).is_some_and(|field| is_good(&field.kind));
        if !is_good {
            let expected = if key == "picture" { "attachment" } else { key };
            self.fault(&at.at(key), Code::BadValue { expected: expected.to_owned() });
        }
        is_good.then_some(path)
    }

    fn bound(&mut self, value: &Value, key: &str, on: &str, at: &Pointer) -> Option<Path> {
        let path = text(value, key)?;
        self.in_reach(path, on, &at.at(key));
        self.uses(path, &at.at(key)).then(|| Path::new(path))
    }

    /// `"living"`: the choices of a question; or each tick with its path, code and label.
    fn ticks(&mut self, value: &Value, on: &str, at: &Pointer) -> Option<Vec<Tick>> {
        if let Some(path) = value.as_str() {
            self.in_reach(path, on, at);
            if !self.uses(path, at) {
                return None;
            }
            let Some(Kind::Choice(choices) | Kind::Choices(choices)) =
                self.field(path).map(|field| &field.kind)
            else {
                if !self.is_broken(path) {
                    self.fault(at, Code::BadValue { expected: "choice".to_owned() });
                }
                return None;
            };
            let ticks = choices.iter().map(|choice| Tick {
                path: Path::new(path),
                code: choice.code.clone(),
                label: choice.on_paper().clone(),
            });
            return Some(ticks.collect());
        }
        let mut ticks = Vec::new();
        for (idx, value) in value.as_array()?.iter().enumerate() {
            let (Some(path), Some(code), Some(label)) =
                (self.bound(value, "path", on, &at.idx(idx)), text(value, "code"), words_of(value, "label"))
            else {
                continue;
            };
            ticks.push(Tick { path, code: code.to_owned(), label });
        }
        Some(ticks)
    }

    /// Looks up each `{path}` in a text; `{today}` is the day.
    fn placeholders<'a>(&mut self, texts: impl Iterator<Item = &'a Localized>, on: &str, at: &Pointer) {
        let mut paths = BTreeSet::new();
        for text in texts {
            for part in [Some(&text.zh), text.en.as_ref()].into_iter().flatten() {
                paths.extend(
                    part.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(path, _)| path),
                );
            }
        }
        for path in paths {
            // `{row}` is the row's number.
            let is_row = path == "row" && !on.is_empty() && !self.paths.contains("row");
            if path != "today" && !is_row {
                self.in_reach(path, on, at);
                self.uses(path, at);
            }
        }
    }
}
